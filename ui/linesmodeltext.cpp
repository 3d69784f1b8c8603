// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesmodel.h"

#include "celltext.h"
#include "clock.h"
#include "format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What the lines table says: cells, titles and the tool tips that define each number and show its sum.

namespace plumb {

namespace {

QString hostText(const Endpoint &endpoint, quint16 commonPort)
{
    return commonPort != 0 ? endpoint.host : endpoint.toString();
}

// Of what was not measured a count is unknown, not 0.
QString countText(const LineRow &row, int count)
{
    return row.isMeasured && row.stats.settled() > 0 ? formatCount(count) : unknownText();
}

} // namespace

QString LinesModel::display(const LineRow &row, int column) const
{
    switch (column) {
    case State:
        if (row.verdict == Verdict::Pending && row.reason.kind == Reason::Kind::None)
            return row.stats.settled() == 0   ? tr("Not measured yet")
                   : m_kind == RunKind::Sweep ? tr("Judged at the end")
                                              : badgeText(row.verdict, row.reason);
        return badgeText(row.verdict, row.reason);
    case Since: return formatClock(row.beganUs, realtimeUs());
    case Name: return row.line.label();
    case Entry: return hostText(row.line.entry, m_entryPort);
    case Echo: return row.line.echo ? hostText(*row.line.echo, m_echoPort) : unknownText();
    case Loss: return formatLossPct(row.stats.lossPct);
    case LostOf: return formatLostOf(row.stats);
    case Last: return formatMs(row.lastMs);
    case Mean: return formatMs(row.stats.meanMs);
    case P95: return formatMs(row.stats.p95Ms);
    case Jitter: return formatJitterMs(row.stats.jitterMs);
    case Tags: return row.line.tags.join(u' ');
    case Late: return countText(row, row.stats.late);
    case IcmpErrors: return countText(row, row.stats.refused);
    case NotCounted: return countText(row, row.stats.voided);
    case Sent: return countText(row, row.stats.sent());
    case Min: return formatMs(row.stats.minMs);
    case Median: return formatMs(row.stats.medianMs);
    case P99: return formatMs(row.stats.p99Ms);
    case Max: return formatMs(row.stats.maxMs);
    case Stddev: return formatJitterMs(row.stats.stddevMs);
    default: return {};
    }
}

QString LinesModel::accessible(const LineRow &row, int column) const
{
    const bool isBare = row.verdict == Verdict::Pending && row.reason.kind == Reason::Kind::None;
    switch (column) {
    case State: return isBare ? display(row, column) : spokenState(row.verdict, row.reason);
    case Since: {
        if (row.beganUs == 0)
            return spokenUnknown();
        const qint64 nowUs = realtimeUs();
        return tr("since %1, for %2", "02:12:41, 3 m 12 s")
            .arg(formatClock(row.beganUs, nowUs),
                 formatDuration(static_cast<double>(nowUs - row.beganUs) / 1e6));
    }
    case Tags: return row.line.tags.isEmpty() ? tr("this line has no tag") : row.line.tags.join(u", "_s);
    case Entry: return row.line.entry.toString();
    case Echo: return row.line.echo ? row.line.echo->toString() : tr("this line has no echo address");
    case Strip: return stripSentence(row);
    default:
        return isNumeric(column) ? spokenFigure(column, display(row, column), row.stats)
                                 : display(row, column);
    }
}

// What the strip shows, which is another stretch of time than the figures are of.
QString LinesModel::stripSentence(const LineRow &row) const
{
    const LineHistory &history = m_source(row.key).history;
    const qint64 nowUs = realtimeUs();
    SeqRange range = sentBetween(history, nowUs - StripUs, nowUs);
    range.end = std::max(range.begin, std::min(range.end, row.end)); // frozen with the rest
    const Statistics stats = statisticsOf(history, range);
    if (stats.decided() == 0)
        return tr("last 10 minutes: nothing decided yet");
    if (!stats.minMs)
        return tr("last 10 minutes: %1, no answer", "loss 100.0 %, 40 of 40").arg(spokenLoss(stats));
    return tr("last 10 minutes: %1, answers after %2 to %3", "loss 0.0 %, 0 of 40; 9 ms, 14 ms")
        .arg(spokenLoss(stats), formatMsUnit(stats.minMs), formatMsUnit(stats.maxMs));
}

QString LinesModel::toolTip(const LineRow &row, int column) const
{
    const Statistics &stats = row.stats;
    if (!row.isMeasured && column >= Loss && column != Last)
        return tr("being computed");
    const QString answers = tr("over %n answer(s)", nullptr, stats.answered);
    switch (column) {
    case State: return reasonSentence(row.verdict, row.reason);
    case Since: {
        if (row.beganUs == 0)
            return tr("not known yet");
        const qint64 nowUs = realtimeUs();
        return tr("for %1").arg(formatDuration(static_cast<double>(nowUs - row.beganUs) / 1e6));
    }
    case Name: {
        QStringList parts{row.line.label()};
        if (!row.line.tags.isEmpty())
            parts.append(QString(u'#' + row.line.tags.join(u" #"_s)));
        return parts.join(u'\n');
    }
    case Entry: {
        const QString address = m_source(row.key).address;
        const QString configured = row.line.entry.toString();
        return address.isEmpty() || address == row.line.entry.host
                   ? configured
                   : tr("%1, resolved as %2").arg(configured, address);
    }
    case Echo: return row.line.echo ? row.line.echo->toString() : tr("this line has no echo address");
    case Loss:
    case LostOf: {
        // Of a range that has ended the waiting ones are no part.
        const int waiting = m_range.kind == FocusRange::Kind::Between ? 0 : row.waiting;
        return stats.decided() > 0 ? lossSum(stats, waiting) : tr("nothing decided yet");
    }
    case Last:
        return row.lastFate ? tr("the newest probe: %1").arg(fateText(*row.lastFate))
                            : tr("nothing decided yet");
    case Mean:
        if (!stats.meanMs)
            return tr("no answers");
        return tr("mean %1 %2; median %3, from %4 to %5")
            .arg(formatMsUnit(stats.meanMs), answers, formatMsUnit(stats.medianMs), formatMsUnit(stats.minMs),
                 formatMsUnit(stats.maxMs));
    case P95:
        return stats.p95Ms ? tr("p95 %1 %2; p99 %3")
                                 .arg(formatMsUnit(stats.p95Ms), answers, formatMsUnit(stats.p99Ms))
                           : tr("no answers");
    case Jitter:
        return stats.jitterMs
                   ? tr("jitter %1 ms %2; standard deviation %3")
                         .arg(formatJitterMs(stats.jitterMs), answers, formatMsUnit(stats.stddevMs))
                   : tr("at least two answers in a row are needed");
    case Tags: return row.line.tags.isEmpty() ? tr("this line has no tag") : row.line.tags.join(u'\n');
    case Late: return tr("%n probe(s) answered after the time-out; they count as lost", nullptr, stats.late);
    case IcmpErrors:
        return tr("%n probe(s) answered by an ICMP error; they count as lost", nullptr, stats.refused);
    case NotCounted:
        return tr("%n probe(s) fell into a fault of this computer; they count neither for nor against the "
                  "line",
                  nullptr, stats.voided);
    case Sent:
        return tr("%1 sent = %2 answered + %3 late + %4 lost + %5 ICMP errors + %6 not counted; %7 not sent "
                  "are left out")
            .arg(formatCount(stats.sent()), formatCount(stats.answered), formatCount(stats.late),
                 formatCount(stats.lost), formatCount(stats.refused), formatCount(stats.voided),
                 formatCount(stats.unsent));
    case Min:
    case Median:
    case P99:
    case Max:
        return stats.meanMs ? tr("from %1 to %2, median %3, p99 %4 %5")
                                  .arg(formatMsUnit(stats.minMs), formatMsUnit(stats.maxMs),
                                       formatMsUnit(stats.medianMs), formatMsUnit(stats.p99Ms), answers)
                            : tr("no answers");
    case Stddev:
        return stats.stddevMs ? tr("standard deviation %1 %2").arg(formatMsUnit(stats.stddevMs), answers)
                              : tr("at least two answers are needed");
    case Strip: return accessible(row, column);
    default: return {};
    }
}

QString LinesModel::title(int column)
{
    switch (column) {
    case State: return tr("State");
    case Since: return tr("Since");
    case Name: return tr("Name");
    case Entry: return tr("Entry");
    case Echo: return tr("Echo");
    case Loss: return tr("Loss %");
    case LostOf: return tr("Lost/n");
    case Last: return tr("Last ms");
    case Mean: return tr("Mean ms");
    case P95: return tr("p95 ms");
    case Jitter: return tr("Jitter ms");
    case Tags: return tr("Tags");
    case Late: return tr("Late");
    case IcmpErrors: return tr("ICMP errors");
    case NotCounted: return tr("Not counted");
    case Sent: return tr("Sent");
    case Min: return tr("Min ms");
    case Median: return tr("Median ms");
    case P99: return tr("p99 ms");
    case Max: return tr("Max ms");
    case Stddev: return tr("Std dev ms");
    case Strip: return tr("Last 10 min");
    default: return {};
    }
}

QString LinesModel::titleToolTip(int column) const
{
    const QString of =
        m_range.isTimed()
            ? tr("Of the probes sent %1.", "since 02:12:41").arg(rangeText(m_range, m_kind, realtimeUs()))
        : m_kind == RunKind::Sweep
            ? tr("Of all decided probes of the sweep.")
            : tr("Of the last %n decided probe(s).", nullptr, FocusRange::RecentProbes);
    switch (column) {
    case State: return tr("The worst that the line's rules say, with the reason. Sorts problems first.");
    case Since: return tr("When the state began: the first bad probe of the stretch that led to it.");
    case Name: return tr("The line's name, else its id.");
    case Entry: return tr("Entry address: where the probes are sent to.");
    case Echo: return tr("Echo address: what answers behind the entry.");
    case Loss:
        return tr("Lost, late and ICMP errors, in percent of all decided probes. What was not sent or is not "
                  "counted is left out.") +
               u'\n' + of;
    case LostOf: return tr("Lost, late and ICMP errors, of n decided probes.") + u'\n' + of;
    case Last: return tr("Round-trip time of the newest probe; a dash where it was not answered.");
    case Mean: return tr("Mean round-trip time of the answered probes.") + u'\n' + of;
    case P95: return tr("95 % of the answered probes took this long or less.") + u'\n' + of;
    case Jitter:
        return tr("Mean difference of successive round-trip times, pairs across a lost probe skipped.") +
               u'\n' + of;
    case Tags: return tr("The line's tags. The filter finds them: tag:hk");
    case Late:
        return tr("Probes answered after the time-out. They count as lost; nothing is lost twice.") + u'\n' +
               of;
    case IcmpErrors:
        return tr("Probes that an ICMP error answered, such as port unreachable. They count as lost.") +
               u'\n' + of;
    case NotCounted:
        return tr("Probes that fell into a fault of this computer. They count neither for nor against a "
                  "line.") +
               u'\n' + of;
    case Sent:
        return tr("Probes that left this computer: answered, late, lost, ICMP errors and not counted.") +
               u'\n' + of;
    case Min: return tr("Shortest round-trip time of the answered probes.") + u'\n' + of;
    case Median: return tr("Half of the answered probes took this long or less.") + u'\n' + of;
    case P99: return tr("99 % of the answered probes took this long or less.") + u'\n' + of;
    case Max: return tr("Longest round-trip time of the answered probes.") + u'\n' + of;
    case Stddev: return tr("Standard deviation of the answered round-trip times (n − 1).") + u'\n' + of;
    case Strip:
        return tr("Latency (line) and loss (bars from below) on one time axis for all lines: what happens to "
                  "many lines at once stands in one column. Hatched: not counted.");
    default: return {};
    }
}

} // namespace plumb
