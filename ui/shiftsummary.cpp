// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"
#include "shiftlog.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

//! The translation context of everything here.
struct Shift
{
    Q_DECLARE_TR_FUNCTIONS(plumb::Shift)
};

constexpr qsizetype MaxLines = 50, MaxNotes = 20;
constexpr double SecondUs = 1e6;

QString moment(qint64 us, const QString &format)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000).toString(format);
}

QString clock(qint64 us, qint64 nowUs) { return formatClock(us, nowUs); }

QString duration(qint64 us) { return formatDuration(static_cast<double>(us) / SecondUs); }

//! All that one line did in the time.
struct LineShift
{
    QString name;
    int times = 0;
    qint64 badUs = 0;
    const BadStretch *worst = nullptr, *last = nullptr;
};

bool isWorseStretch(const BadStretch &a, const BadStretch &b)
{
    if (a.worst != b.worst)
        return a.worst < b.worst;
    const Reason &x = a.worstReason, &y = b.worstReason;
    return x.kind == Reason::Kind::Rule && y.kind == Reason::Kind::Rule && x.metric == y.metric &&
           x.value > y.value;
}

QString worstText(const BadStretch &stretch)
{
    const Reason &reason = stretch.worstReason;
    const QString state = verdictText(stretch.worst);
    const QString why = shortReason(reason);
    if (reason.kind == Reason::Kind::Rule)
        return Shift::tr("worst: %1, %2 %3 (limit %4)", "Critical, loss, 58 %, 30 %")
            .arg(state, metricText(reason.metric), formatMetric(reason.metric, reason.value),
                 formatMetric(reason.metric, reason.threshold));
    return why.isEmpty() ? Shift::tr("worst: %1").arg(state) : Shift::tr("worst: %1, %2").arg(state, why);
}

QString lineText(const LineShift &line, const ShiftScene &scene, qint64 stoppedUs)
{
    const QString since = clock(line.last->beganUs, scene.nowUs);
    QString last;
    if (line.last->endedUs != 0)
        last = Shift::tr("%1 to %2").arg(since, clock(line.last->endedUs, scene.nowUs));
    else if (stoppedUs == 0)
        last = Shift::tr("since %1, still bad").arg(since);
    else
        last = Shift::tr("since %1, still bad when measuring stopped at %2")
                   .arg(since, clock(stoppedUs, scene.nowUs));
    const QString when = line.times == 1 ? Shift::tr("bad for %1 (%2)").arg(duration(line.badUs), last)
                                         : Shift::tr("bad %1 times, for %2 in all (the last time: %3)")
                                               .arg(formatCount(line.times), duration(line.badUs), last);
    return Shift::tr("%1: %2; %3", "line, when, how badly").arg(line.name, when, worstText(*line.worst));
}

QList<LineShift> flaggedLines(const ShiftLog &log, qint64 fromUs, qint64 nowUs)
{
    std::map<LineKey, LineShift> byKey;
    for (const BadStretch &stretch : log.stretches()) {
        const qint64 openEnd = log.endedUs() == 0 ? nowUs : log.endedUs();
        const qint64 end = stretch.endedUs == 0 ? openEnd : stretch.endedUs;
        if (end <= fromUs)
            continue;
        LineShift &line = byKey[stretch.line];
        line.name = stretch.name;
        ++line.times;
        line.badUs += std::max<qint64>(0, end - std::max(stretch.beganUs, fromUs));
        line.last = &stretch;
        if (!line.worst || isWorseStretch(stretch, *line.worst))
            line.worst = &stretch;
    }
    QList<LineShift> lines;
    for (const auto &[key, line] : byKey)
        lines.append(line);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const LineShift &a, const LineShift &b) { return a.badUs > b.badUs; });
    return lines;
}

QStringList measuredText(const ShiftLog &log, const ShiftScene &scene, qint64 fromUs)
{
    QStringList text;
    const qint64 known = std::max(log.knownFromUs(), fromUs);
    if (known > fromUs)
        text << Shift::tr("Known only from %1 on: what was before is not told here.")
                    .arg(clock(known, scene.nowUs));
    const qint64 span = scene.nowUs - known;
    const qint64 idle = span - log.measuredUs(known, scene.nowUs);
    constexpr qint64 Worth = 1'000'000; // what starting and stopping takes
    text << (idle < Worth ? Shift::tr("Measured all the time: %1.").arg(duration(span))
                          : Shift::tr("Not measured: %1 of %2.").arg(duration(idle), duration(span)));
    return text;
}

} // namespace

QString shiftSummary(const ShiftLog &log, const ShiftScene &scene)
{
    constexpr qint64 HourUs = 3'600'000'000;
    const qint64 from = scene.nowUs - scene.hours * HourUs;
    QStringList text;
    text << Shift::tr("[Plumbline] %1, the last %2 h: %3 to %4; from station %5",
                      "profile, 8, date and time, time and zone, station")
                .arg(scene.profile)
                .arg(scene.hours)
                .arg(moment(from, u"yyyy-MM-dd HH:mm"_s),
                     moment(scene.nowUs, u"HH:mm"_s) + u' ' + formatUtcOffset(scene.nowUs), scene.station);
    text << measuredText(log, scene, from);

    const QList<LineShift> lines = flaggedLines(log, from, scene.nowUs);
    if (lines.isEmpty())
        text << Shift::tr("No line was flagged (of %1).").arg(formatCount(scene.lines));
    else
        text << Shift::tr("Flagged: %1 of %2 lines", "before the list of them")
                    .arg(formatCount(lines.size()), formatCount(scene.lines));
    for (const LineShift &line : lines.mid(0, MaxLines))
        text << u"- "_s + lineText(line, scene, log.endedUs());
    if (lines.size() > MaxLines)
        text << Shift::tr("… and %n more line(s)", nullptr, static_cast<int>(lines.size() - MaxLines));

    QStringList notes;
    int faults = 0;
    for (const Event &event : scene.events) {
        if (event.timeUs < from || event.timeUs > scene.nowUs)
            continue;
        if (event.kind == Event::Kind::Tester)
            ++faults;
        else if (event.noteId != 0)
            notes << u"- "_s + clock(event.timeUs, scene.nowUs) + u' ' + event.text;
    }
    text << Shift::tr("Faults of this computer: %1; probes not counted: %2")
                .arg(formatCount(faults), formatCount(log.voidedBetween(from, scene.nowUs)));
    if (!notes.isEmpty()) {
        const qsizetype more = notes.size() - MaxNotes;
        text << Shift::tr("Notes:") << notes.mid(std::max<qsizetype>(0, more));
    }
    return text.join(u'\n');
}

} // namespace plumb
