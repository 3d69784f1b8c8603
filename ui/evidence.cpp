// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence.h"

#include "format.h"
#include "rowrange.h"
#include "ruling.h"
#include "sharing.h"
#include "sharingpicture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

//! The translation context of everything here.
struct Evidence
{
    Q_DECLARE_TR_FUNCTIONS(plumb::Evidence)
};

QString whole(double value) { return QLocale().toString(value, 'f', 0); }

QString dateAndTime(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' +
           formatUtcOffset(us);
}

QString clockAfter(qint64 us, qint64 afterUs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / 1000);
    const bool sameDay = time.date() == QDateTime::fromMSecsSinceEpoch(afterUs / 1000).date();
    return time.toString(sameDay ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

// A rule looks at the outage that goes on; what is told is the longest of the time that is told of.
std::optional<double> toldFigure(Metric metric, const Statistics &stats)
{
    if (metric == Metric::Outage)
        return stats.decided() > 0 ? std::optional<double>(stats.longestOutage) : std::nullopt;
    return figureOf(metric, stats);
}

QString lossText(const Statistics &stats)
{
    if (!stats.lossPct)
        return Evidence::tr("no UDP probe has a result yet");
    QString text =
        Evidence::tr("loss %1 % (%2 of %3 UDP probes", "44.0, 44, 100")
            .arg(formatLossPct(stats.lossPct), formatCount(stats.lossCount()), formatCount(stats.decided()));
    if (stats.lossLowPct && stats.lossHighPct)
        text +=
            Evidence::tr("; 95 % interval %1-%2 %").arg(whole(*stats.lossLowPct), whole(*stats.lossHighPct));
    return text + Evidence::tr(")", "ends the loss");
}

// "loss 44.0 % (…), limit 30 %"
QString stateText(const LineRow &row)
{
    const QString loss = lossText(row.stats);
    const auto joined = [&loss](const QString &what) -> QString { return what + Evidence::tr("; ") + loss; };
    const Reason &reason = row.reason;
    switch (reason.kind) {
    case Reason::Kind::Rule: break;
    case Reason::Kind::Silent: return joined(Evidence::tr("dead, no answer"));
    case Reason::Kind::Icmp: {
        const QString cause = icmpText(reason.detail);
        return joined(cause.isEmpty() ? Evidence::tr("dead, ICMP errors")
                                      : Evidence::tr("dead, ICMP error: %1").arg(cause));
    }
    case Reason::Kind::LateOnly: return joined(Evidence::tr("all replies after the time-out"));
    default: return joined(badgeText(row.verdict, reason));
    }
    const QString limit = Evidence::tr(", limit %1").arg(formatMetric(reason.metric, reason.threshold));
    const QString doubt = row.verdict == Verdict::Suspect ? Evidence::tr(", not yet certain") : QString();
    if (reason.metric == Metric::Loss)
        return loss + limit + doubt;
    const std::optional<double> figure = toldFigure(reason.metric, row.stats);
    if (!figure)
        return joined(verdictText(row.verdict));
    const QString value =
        reason.metric == Metric::Outage
            ? Evidence::tr("%1 lost in a row").arg(whole(*figure))
            : Evidence::tr("%1 %2 ms", "mean, 412.0")
                  .arg(metricText(reason.metric),
                       reason.metric == Metric::Jitter ? formatJitterMs(figure) : formatMs(figure));
    return joined(value + limit + doubt);
}

// The bad stretch that ended last and reaches into the time of the figures.
const Event *endOfBadTime(const LineRow &row, const QList<Event> &events)
{
    const auto found = std::find_if(events.crbegin(), events.crend(), [&row](const Event &event) {
        return event.line == row.key && event.kind == Event::Kind::Cleared && event.beganUs > 0;
    });
    if (found == events.crend() || found->timeUs < row.stats.fromUs.value_or(found->timeUs + 1) ||
        found->beganUs > row.stats.toUs.value_or(0))
        return nullptr;
    return &*found;
}

QString timeText(const LineRow &row, const EvidenceScene &scene)
{
    QStringList parts;
    const bool isBad = isFlagged(row.verdict) || row.verdict == Verdict::Suspect;
    const std::optional<qint64> asOf = scene.asOfUs ? scene.asOfUs : row.stats.toUs;
    if (isBad && row.beganUs > 0 && asOf) {
        const qint64 until = std::max(*asOf, row.beganUs);
        parts << (isFlagged(row.verdict) ? Evidence::tr("since %1, still bad at %2")
                                         : Evidence::tr("since %1, still suspect at %2"))
                     .arg(dateAndTime(row.beganUs), clockAfter(until, row.beganUs));
    } else if (const Event *const end = isBad ? nullptr : endOfBadTime(row, scene.events)) {
        parts << Evidence::tr("bad from %1 until %2")
                     .arg(dateAndTime(end->beganUs), clockAfter(end->timeUs, end->beganUs));
    }
    if ((parts.isEmpty() || scene.rangeIsChosen) && row.stats.fromUs && row.stats.toUs) {
        parts << Evidence::tr("probes sent from %1 to %2")
                     .arg(dateAndTime(*row.stats.fromUs), clockAfter(*row.stats.toUs, *row.stats.fromUs));
    }
    parts << Evidence::tr("from station %1").arg(scene.station);
    return parts.join(Evidence::tr("; "));
}

QString rateText(std::chrono::milliseconds interval)
{
    constexpr std::chrono::milliseconds Second{1000};
    if (interval > Second)
        return Evidence::tr("1 probe every %1")
            .arg(formatDuration(static_cast<double>(interval.count()) / 1000));
    return formatProbeRate(1000.0 / static_cast<double>(std::max<qint64>(interval.count(), 1)));
}

QString timeoutText(std::chrono::milliseconds timeout)
{
    const auto ms = static_cast<qint64>(timeout.count());
    return ms % 1000 == 0 ? Evidence::tr("time-out %1 s").arg(ms / 1000)
                          : Evidence::tr("time-out %1 ms").arg(ms);
}

QString wayText(const LineRow &row, const LineState &state)
{
    QString entry = row.line.entry.toString();
    if (!row.line.entry.address() && !state.address.isEmpty())
        entry += u" ("_s + state.address + u')';
    QString way = Evidence::tr("-> entry %1").arg(entry);
    if (row.line.echo)
        way += Evidence::tr(" -> echo %1").arg(row.line.echo->toString());
    QList<quint16> ports;
    const SeqRange range = rangeOf(row, state.history);
    for (quint32 seq = range.begin; seq < range.end; ++seq) {
        const quint16 port = state.history.at(seq).flowPort;
        if (port != 0 && !ports.contains(port))
            ports.append(port);
    }
    QStringList how;
    if (!ports.isEmpty())
        how << (ports.size() == 1 ? Evidence::tr("source port %1") : Evidence::tr("source ports %1"))
                   .arg(portList(ports));
    how << Evidence::tr("%1 B payload").arg(state.settings.sizeBytes) << rateText(state.settings.interval)
        << timeoutText(state.settings.timeout);
    return way + Evidence::tr("; ") + how.join(Evidence::tr(", "));
}

// What the newest ICMP error of the range said.
QString refusalText(const LineRow &row, const LineState &state)
{
    const SeqRange range = rangeOf(row, state.history);
    for (quint32 seq = range.end; seq > range.begin; --seq) {
        const Sample &sample = state.history.at(seq - 1);
        if (sample.fate == Fate::Refused && !sample.detail.isEmpty())
            return icmpText(sample.detail.text());
    }
    return {};
}

QString delayText(const LineRow &row, const LineState &state)
{
    const Statistics &stats = row.stats;
    QString text = Evidence::tr("no answer");
    if (stats.answered > 0) {
        QStringList figures{Evidence::tr("mean %1").arg(formatMs(stats.meanMs)),
                            Evidence::tr("p95 %1").arg(formatMs(stats.p95Ms))};
        if (stats.jitterMs)
            figures << Evidence::tr("jitter %1").arg(formatJitterMs(stats.jitterMs));
        text = Evidence::tr("RTT %1 ms over %2 answers", "mean 112.4, p95 146.1; 56")
                   .arg(figures.join(Evidence::tr(", ")), formatCount(stats.answered));
        if (row.reason.usual >= 0)
            text += Evidence::tr(" (usual %1)").arg(formatMsUnit(row.reason.usual));
    }
    QString refused = Evidence::tr("ICMP error %1").arg(formatCount(stats.refused));
    const QString cause = stats.refused > 0 ? refusalText(row, state) : QString();
    if (!cause.isEmpty())
        refused += Evidence::tr(" (%1)", "cause").arg(cause);
    QStringList counts{Evidence::tr("lost %1").arg(formatCount(stats.lost)),
                       Evidence::tr("late %1").arg(formatCount(stats.late)), refused,
                       Evidence::tr("not counted %1").arg(formatCount(stats.voided))};
    if (stats.unsent > 0)
        counts << Evidence::tr("not sent %1").arg(formatCount(stats.unsent));
    return text + Evidence::tr("; ") + counts.join(Evidence::tr(", "));
}

QString portsText(const LineRow &row, const LineState &state)
{
    const std::optional<PortSplit> split = splitByPort(state.history, rangeOf(row, state.history));
    if (!split)
        return {};
    return Evidence::tr("%1 of %2 source ports (%3): %4 of %5 lost, elsewhere %6 of %7",
                        "2, 8, 40112, 25, 25")
        .arg(formatCount(split->bad.size()), formatCount(split->ports), portList(split->bad),
             formatCount(split->lost), formatCount(split->of), formatCount(split->lostElsewhere),
             formatCount(split->elsewhere));
}

//! How many of the judged lines are bad, through each entry and in all.
class Neighbours
{
public:
    explicit Neighbours(const LinesModel &model, const LinesModel::LineSource &source)
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            const LineRow &row = model.row(i);
            if (!isJudged(row.verdict))
                continue;
            const int bad = isFlagged(row.verdict) ? 1 : 0;
            for (Count *count : {&m_all, &m_through[entryAddress(row, source(row.key))]}) {
                count->bad += bad;
                ++count->of;
            }
        }
    }

    [[nodiscard]] QString text(const LineRow &row, const LineState &state) const
    {
        const Count here = m_through.value(entryAddress(row, state));
        const Count others{m_all.bad - here.bad, m_all.of - here.of};
        if (!isFlagged(row.verdict) || m_all.of < 2)
            return {};
        const auto pair = [](const QString &text, const Count &count) {
            return text.arg(formatCount(count.bad), formatCount(count.of));
        };
        QStringList parts;
        if (here.of > 1)
            parts << pair(Evidence::tr("%1 of %2 lines through this entry bad"), here);
        if (others.of > 0)
            parts << pair(Evidence::tr("%1 of %2 others flagged"), others);
        return Evidence::tr("same time: %1").arg(parts.join(Evidence::tr(", ")));
    }

private:
    struct Count
    {
        int bad = 0, of = 0;
    };
    QHash<QString, Count> m_through;
    Count m_all;
};

} // namespace

QString portList(QList<quint16> ports)
{
    std::sort(ports.begin(), ports.end());
    QStringList runs;
    for (qsizetype i = 0; i < ports.size();) {
        qsizetype end = i + 1;
        while (end < ports.size() && ports[end] == ports[end - 1] + 1)
            ++end;
        if (end - i < 3) {
            for (; i < end; ++i)
                runs << QString::number(ports[i]);
        } else {
            runs << QString::number(ports[i]) + u'-' + QString::number(ports[end - 1]);
            i = end;
        }
    }
    return runs.join(Evidence::tr(", "));
}

QString evidenceText(const LinesModel &model, const LinesModel::LineSource &source,
                     const QList<LineKey> &lines, const EvidenceScene &scene)
{
    const Neighbours neighbours(model, source);
    QStringList paragraphs;
    qsizetype more = 0;
    for (const LineKey key : lines) {
        const int index = model.rowOf(key);
        if (index < 0)
            continue;
        if (paragraphs.size() >= MaxEvidenceLines) {
            ++more;
            continue;
        }
        const LineState &state = source(key);
        LineRow row = model.row(index);
        if (!row.isMeasured) // its turn in the table has not come yet
            row.stats = statisticsOf(state.history,
                                     numbersRange(state.history, model.runKind(), model.range(), row.end));
        QStringList text{Evidence::tr("[Plumbline] %1: %2").arg(row.line.label(), stateText(row)),
                         timeText(row, scene), wayText(row, state), delayText(row, state)};
        text << portsText(row, state) << neighbours.text(row, state);
        text.removeAll(QString());
        paragraphs << text.join(u'\n');
    }
    if (more > 0)
        paragraphs << Evidence::tr("… and %n more line(s)", nullptr, static_cast<int>(more));
    return paragraphs.join(u"\n\n"_s);
}

} // namespace plumb
