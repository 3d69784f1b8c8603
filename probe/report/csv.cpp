// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

bool readsAsFormula(const QString &text)
{
    static const QString starts = u"=+-@\t\r"_s;
    return !text.isEmpty() && starts.contains(text.front());
}

QByteArray quoted(QString text)
{
    static const QString special = u",\"\r\n"_s;
    const bool needsQuotes =
        std::any_of(text.cbegin(), text.cend(), [](QChar c) { return special.contains(c); });
    if (!needsQuotes)
        return text.toUtf8();
    text.replace(u'"', u"\"\""_s);
    return '"' + text.toUtf8() + '"';
}

Cell ruleFigure(const Reason &reason, double value)
{
    switch (reason.metric) {
    case Metric::Loss: return Cell::percent(value);
    case Metric::Outage: return Cell::number(value, 0);
    case Metric::Mean:
    case Metric::Median:
    case Metric::P95:
    case Metric::P99:
    case Metric::Jitter: break;
    }
    return Cell::ms(value);
}

bool changesVerdict(Event::Kind kind)
{
    return kind == Event::Kind::Raised || kind == Event::Kind::Changed || kind == Event::Kind::Cleared;
}

} // namespace

QByteArray csvRecord(const QList<Cell> &cells)
{
    QByteArray record;
    for (const Cell &cell : cells) {
        if (!record.isEmpty() || &cell != &cells.front())
            record += ',';
        QString text = cell.toText();
        if (!cell.isNumber() && readsAsFormula(text))
            text.prepend(u'\'');
        record += quoted(std::move(text));
    }
    return record + "\r\n";
}

QByteArray csvRecord(const QStringList &columns)
{
    QList<Cell> cells;
    cells.reserve(columns.size());
    for (const QString &column : columns)
        cells << Cell::text(column);
    return csvRecord(cells);
}

QByteArray byteOrderMark() { return QByteArrayLiteral("\xEF\xBB\xBF"); }

QStringList sampleColumns()
{
    return u"time,line_id,line,entry,echo,flow_port,seq,fate,rtt_ms,out_ms,back_ms,detail,address,stamp,station"_s
        .split(u',');
}

QList<Cell> sampleCells(const Sample &sample, const LineNames &names)
{
    std::optional<double> rttMs;
    if (sample.hasRtt())
        rttMs = sample.rttUs / 1000.0;
    return {
        Cell::time(sample.sentUs),
        Cell::text(names.lineId),
        Cell::text(names.line),
        Cell::text(names.entry),
        Cell::text(names.echo),
        sample.flowPort > 0 ? Cell::count(sample.flowPort) : Cell(),
        Cell::count(sample.seq),
        Cell::text(name(sample.fate)),
        Cell::ms(rttMs),
        Cell(), // the way out and
        Cell(), // the way back: no kind of probe knows them apart
        Cell::text(sample.detail.text()),
        Cell::text(sample.address.text()),
        Cell::text(name(sample.stamp)),
        Cell::text(names.station),
    };
}

QStringList eventColumns()
{
    return u"time,line_id,line,event,verdict,metric,value,threshold,samples,detail,began,station"_s.split(
        u',');
}

QList<Cell> eventCells(const Event &event, const LineNames &names)
{
    const Reason &reason = event.reason;
    const bool rule = reason.kind == Reason::Kind::Rule;
    QString detail = reason.toKeyValues();
    if (!event.text.isEmpty())
        detail = detail.isEmpty() ? event.text : QString(detail + u' ' + event.text);
    return {
        Cell::time(event.timeUs),
        Cell::text(names.lineId),
        Cell::text(names.line),
        Cell::text(name(event.kind)),
        changesVerdict(event.kind) ? Cell::text(name(event.verdict)) : Cell(),
        rule ? Cell::text(name(reason.metric)) : Cell(),
        rule ? ruleFigure(reason, reason.value) : Cell(),
        rule ? ruleFigure(reason, reason.threshold) : Cell(),
        reason.samples > 0 ? Cell::count(reason.samples) : Cell(),
        Cell::text(detail),
        event.beganUs != 0 ? Cell::time(event.beganUs) : Cell(),
        Cell::text(names.station),
    };
}

QJsonObject eventJson(const Event &event, const LineNames &names)
{
    return jsonRecord(eventColumns(), eventCells(event, names));
}

QJsonObject jsonRecord(const QStringList &columns, const QList<Cell> &cells)
{
    Q_ASSERT(columns.size() == cells.size());
    QJsonObject object;
    for (qsizetype i = 0; i < columns.size(); ++i)
        object.insert(columns[i], cells[i].toJson());
    return object;
}

} // namespace plumb
