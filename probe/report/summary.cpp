// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary.h"

#include "csv.h"

#include <QJsonDocument>

namespace plumb {

using namespace Qt::StringLiterals;

SummaryRow summaryRow(const Line &line, const ProbeSettings &settings, const LineHistory &history,
                      SeqRange range, Verdict verdict, const Reason &reason, const LineCounters &counters,
                      const QString &address, const QString &station)
{
    const std::optional<Endpoint> echo = effectiveEcho(line, settings);
    SummaryRow row;
    row.lineId = line.id;
    row.line = line.label();
    row.entry = effectiveEntry(line, settings).toString();
    row.echo = echo ? echo->toString() : QString();
    row.kind = name(settings.kind);
    row.tags = line.tags;
    row.verdict = verdict;
    row.reason = reason;
    row.stats = statisticsOf(history, range);
    row.counters = counters;
    row.address = address;
    row.station = station;
    return row;
}

QStringList summaryColumns()
{
    return u"line_id,line,entry,echo,kind,tags,verdict,reason,from,to,sent,answered,late,lost,refused,unsent,"
           u"void,"
           "loss_pct,loss_low_pct,loss_high_pct,min_ms,mean_ms,median_ms,p95_ms,p99_ms,max_ms,stddev_ms,"
           "jitter_ms,"
           "longest_outage,lost_out,lost_back,longest_outage_s,duplicates,reordered,invalid,foreign,missed,"
           "address,"
           "station"_s.split(u',');
}

QList<Cell> summaryCells(const SummaryRow &row)
{
    const Statistics &s = row.stats;
    const bool decided = s.decided() > 0; // without a decided probe nobody knows of outages
    std::optional<double> outageS;
    if (decided)
        outageS = s.longestOutageS.value_or(0);
    return {
        Cell::text(row.lineId),
        Cell::text(row.line),
        Cell::text(row.entry),
        Cell::text(row.echo),
        Cell::text(row.kind),
        Cell::list(row.tags),
        Cell::text(name(row.verdict)),
        Cell::text(row.reason.toKeyValues()),
        Cell::time(s.fromUs),
        Cell::time(s.toUs),
        Cell::count(s.sent()),
        Cell::count(s.answered),
        Cell::count(s.late),
        Cell::count(s.lost),
        Cell::count(s.refused),
        Cell::count(s.unsent),
        Cell::count(s.voided),
        Cell::percent(s.lossPct),
        Cell::percent(s.lossLowPct),
        Cell::percent(s.lossHighPct),
        Cell::ms(s.minMs),
        Cell::ms(s.meanMs),
        Cell::ms(s.medianMs),
        Cell::ms(s.p95Ms),
        Cell::ms(s.p99Ms),
        Cell::ms(s.maxMs),
        Cell::ms(s.stddevMs),
        Cell::ms(s.jitterMs),
        decided ? Cell::count(s.longestOutage) : Cell(),
        Cell(), // lost on the way out and
        Cell(), // on the way back: no kind of probe can tell yet
        Cell::number(outageS, 3),
        Cell::count(row.counters.duplicates),
        Cell::count(row.counters.reordered),
        Cell::count(row.counters.invalid),
        Cell::count(row.counters.foreign),
        Cell::count(row.counters.missed),
        Cell::text(row.address),
        Cell::text(row.station),
    };
}

QJsonObject summaryJson(const SummaryRow &row) { return jsonRecord(summaryColumns(), summaryCells(row)); }

void writeSummaryDocument(const QList<SummaryRow> &rows, const QString &station,
                          const std::function<void(const QByteArray &)> &write)
{
    std::optional<qint64> from, to;
    for (const SummaryRow &row : rows) {
        const Statistics &s = row.stats;
        if (s.fromUs && (!from || *s.fromUs < *from))
            from = s.fromUs;
        if (s.toUs && (!to || *s.toUs > *to))
            to = s.toUs;
    }
    const QJsonObject head{
        {u"plumbline"_s, 1},
        {u"station"_s, Cell::text(station).toJson()},
        {u"from"_s, Cell::time(from).toJson()},
        {u"to"_s, Cell::time(to).toJson()},
    };
    const auto compact = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    // One line at a time: of 10,000 the whole as objects takes more memory than the run did.
    QByteArray text = compact(head);
    text.chop(1);
    write(text + R"(,"lines":[)");
    for (qsizetype i = 0; i < rows.size(); ++i)
        write((i > 0 ? "," : "") + compact(summaryJson(rows[i])));
    write("]}");
}

} // namespace plumb
