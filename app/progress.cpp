// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress.h"

#include "commandtext.h"
#include "console.h"
#include "texttable.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

QString bar(double share)
{
    constexpr int Cells = 20;
    const int filled = std::clamp(static_cast<int>(share * Cells), 0, Cells);
    return u'[' + QString(filled, u'#') + QString(Cells - filled, u'.') + u']';
}

QString bitRate(double bitsPerSecond)
{
    if (bitsPerSecond < 1e6)
        return CommandText::tr("%1 kbit/s").arg(bitsPerSecond / 1e3, 0, 'f', 0);
    return CommandText::tr("%1 Mbit/s").arg(bitsPerSecond / 1e6, 0, 'f', 1);
}

QString rate(double perSecond)
{
    return perSecond < 10 ? CommandText::tr("%1 probes/s").arg(perSecond, 0, 'g', 2)
                          : CommandText::tr("%1 probes/s").arg(CommandText::count(std::llround(perSecond)));
}

} // namespace

Progress::Progress(const Monitor &monitor, bool quiet, std::optional<double> durationS)
    : m_monitor(monitor)
    , m_quiet(quiet)
    , m_durationS(durationS)
    , m_bar(!quiet && errorIsTerminal())
{}

void Progress::announce(const Monitor::Plan &plan)
{
    for (const QString &sentence : plan.stretched)
        printNote(sentence);
    if (m_quiet)
        return;

    int lines = 0;
    double shortest = 0, longest = 0, wait = 0;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const LineKey key : m_monitor.keys()) {
        const LineState &state = m_monitor.line(key);
        if (isPaused(state.line, now))
            continue;
        const auto interval = static_cast<double>(state.settings.interval.count());
        shortest = lines == 0 ? interval : std::min(shortest, interval);
        longest = std::max(longest, interval);
        wait = std::max(wait, static_cast<double>(state.settings.timeout.count()) / 1000);
        ++lines;
    }
    QString text = CommandText::lines(lines);
    const int count = sweepCount(m_monitor.profile(), m_monitor.options());
    const bool sweep = m_monitor.runKind() == RunKind::Sweep;
    if (sweep)
        text += CommandText::tr(", %1 probes each").arg(CommandText::count(count));
    // What a cap stretches, the sentences above tell; the rate is that of the stretched plan.
    if (plan.stretched.isEmpty())
        text += CommandText::tr(", every %1")
                    .arg(shortest < longest
                             ? CommandText::tr("%1 to %2", "two intervals")
                                   .arg(CommandText::interval(shortest), CommandText::interval(longest))
                             : CommandText::interval(longest));
    text += u": "_s + rate(plan.probesPerSecond) + u", "_s + bitRate(plan.bitsPerSecond) + u"; "_s;
    if (sweep)
        text += CommandText::tr("about %1")
                    .arg(CommandText::duration(
                        plan.probesPerSecond > 0 ? lines * count / plan.probesPerSecond + wait : wait));
    else if (m_durationS)
        text += CommandText::tr("for %1").arg(CommandText::duration(*m_durationS));
    else
        text += CommandText::tr("until Ctrl+C");
    printNote(text);
}

void Progress::touch(const QList<LineKey> &lines)
{
    if (!m_bar || m_monitor.runKind() != RunKind::Sweep)
        return;
    for (const LineKey line : lines)
        m_touched.insert(line);
}

void Progress::recount()
{
    for (const LineKey key : std::as_const(m_touched)) {
        if (!m_monitor.contains(key))
            continue;
        // Each probe once, as it settles: a sweep may hold a million of them.
        const LineHistory &history = m_monitor.line(key).history;
        quint32 &counted = m_countedEnd[key];
        for (counted = std::max(counted, history.firstSeq()); counted < history.settledEnd(); ++counted)
            m_lost += isLoss(history.at(counted).fate) ? 1 : 0;
    }
    m_touched.clear();
}

QString Progress::sweepText()
{
    recount();
    const EngineStatus &status = m_monitor.status();
    const double share = status.slotsPlanned > 0 ? static_cast<double>(status.slotsDone) /
                                                       static_cast<double>(status.slotsPlanned)
                                                 : 0;
    const int count = sweepCount(m_monitor.profile(), m_monitor.options());
    QString left;
    if (m_monitor.state() == Monitor::State::Stopping || status.slotsDone >= status.slotsPlanned)
        left = CommandText::tr("waiting for %1 open probes").arg(CommandText::count(status.open));
    else if (share > 0)
        left = CommandText::tr("%1 left").arg(
            CommandText::duration(static_cast<double>(m_elapsed.elapsed()) / 1000 * (1 - share) / share));
    const int round = std::min(count, static_cast<int>(share * count) + 1);
    QString text = bar(share) + u' ' +
                   CommandText::tr("round %1 of %2 · %3 sent, %4 lost")
                       .arg(CommandText::count(round), CommandText::count(count),
                            CommandText::count(status.sent), CommandText::count(m_lost));
    if (!left.isEmpty())
        text += u" · "_s + left;
    return text;
}

QString Progress::watchText() const
{
    const auto flagged = std::count_if(m_monitor.keys().begin(), m_monitor.keys().end(), [this](LineKey key) {
        return isFlagged(m_monitor.line(key).verdict);
    });
    const EngineStatus &status = m_monitor.status();
    const double seconds = static_cast<double>(m_elapsed.elapsed()) / 1000;
    QString text = CommandText::tr("%1 · %2 sent · %3 of %4 lines flagged")
                       .arg(CommandText::duration(seconds), CommandText::count(status.sent),
                            CommandText::count(flagged), CommandText::count(m_monitor.keys().size()));
    if (m_durationS)
        text = bar(seconds / *m_durationS) + u' ' + text;
    return text;
}

void Progress::draw()
{
    if (!m_bar)
        return;
    QString text = m_monitor.runKind() == RunKind::Sweep ? sweepText() : watchText();
    while (displayWidth(text) >= terminalWidth())
        text.chop(1);
    printRaw(u"\r"_s + text + u"\x1b[K"_s);
    m_drawn = true;
}

void Progress::clear()
{
    if (m_drawn)
        printRaw(u"\r\x1b[K"_s);
    m_drawn = false;
}

} // namespace plumb
