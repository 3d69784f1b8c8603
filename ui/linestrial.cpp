// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linestrial.h"

#include "format.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// Why nothing, or not everything, came back; empty where that is not known.
QString cause(const LineHistory &history)
{
    for (quint32 seq = history.endSeq(); seq > history.firstSeq(); --seq) {
        const Sample sample = history.at(seq - 1);
        if (sample.fate == Fate::Refused)
            return icmpText(sample.detail.text());
        if (sample.fate == Fate::Unsent)
            return sample.detail.text().contains("name not found"_L1) ? LinesTrial::tr("name not found")
                                                                      : LinesTrial::tr("not sent");
    }
    return {};
}

QString resultText(const LineState &line)
{
    const Statistics stats = statisticsOf(line.history, wholeRange(line.history));
    if (stats.settled() == 0)
        return LinesTrial::tr("%1: waiting").arg(line.line.label());
    QString text = LinesTrial::tr("%1: %2 of %3 answered")
                       .arg(line.line.label(), formatCount(stats.answered), formatCount(stats.settled()));
    if (stats.meanMs)
        text += LinesTrial::tr(", mean %1").arg(formatMsUnit(stats.meanMs));
    const QString why = cause(line.history);
    if (!why.isEmpty())
        text += u" — "_s + why;
    else if (stats.late > 0)
        text += u" — "_s + LinesTrial::tr("%n came too late", nullptr, stats.late);
    else if (stats.answered == 0)
        text += u" — "_s + LinesTrial::tr("no reply: check address and port, and the firewall on the way");
    return text;
}

} // namespace

LinesTrial::LinesTrial(QObject *parent)
    : QObject(parent)
{}

LinesTrial::~LinesTrial() = default;

void LinesTrial::start(const Profile &around, const QList<Line> &lines)
{
    m_results.clear();
    Profile profile = around;
    profile.lines.clear();
    QSet<qsizetype> chosen;
    for (const qsizetype index : {qsizetype(0), lines.size() / 2, lines.size() - 1}) {
        if (index < 0 || index >= lines.size() || chosen.contains(index))
            continue;
        chosen.insert(index);
        profile.lines.append(lines[index]);
        profile.lines.last().enabled = true; // asked for by hand
        profile.lines.last().pausedUntil = {};
    }
    if (profile.lines.isEmpty()) {
        cancel();
        return;
    }
    RunOptions options;
    options.kind = RunKind::Sweep;
    options.count = Probes;
    m_monitor = std::make_unique<Monitor>();
    m_monitor->setProfile(profile, options);
    connect(m_monitor.get(), &Monitor::updated, this, &LinesTrial::tell);
    connect(m_monitor.get(), &Monitor::finished, this, &LinesTrial::finish);
    m_monitor->start();
    tell();
}

void LinesTrial::cancel()
{
    if (!m_monitor && m_results.isEmpty())
        return;
    m_monitor.reset();
    m_results.clear();
    Q_EMIT changed();
}

void LinesTrial::tell()
{
    m_results.clear();
    for (const LineKey key : m_monitor->keys())
        m_results.append(resultText(m_monitor->line(key)));
    Q_EMIT changed();
}

void LinesTrial::finish()
{
    tell();
    m_monitor.release()->deleteLater(); // its own signal is still on the stack
    Q_EMIT changed();
}

} // namespace plumb
