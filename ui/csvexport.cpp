// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvexport.h"

#include "csv.h"
#include "linesmodel.h"
#include "monitor.h"
#include "outputfile.h"

#include <algorithm>

namespace plumb {

namespace {

LineNames namesOf(const LineState &state, const QString &station)
{
    const std::optional<Endpoint> echo = effectiveEcho(state.line, state.settings);
    return {state.line.id, state.line.label(), effectiveEntry(state.line, state.settings).toString(),
            echo ? echo->toString() : QString(), station};
}

} // namespace

CsvReport summaryReport(const LinesModel &model, const QString &station, const QList<LineKey> &only)
{
    QList<QList<Cell>> rows;
    for (int index = 0; index < model.rowCount(); ++index) {
        if (!only.isEmpty() && !only.contains(model.row(index).key))
            continue;
        const LineRow &shown = model.row(index);
        const LineState &state = *model.stateAt(index);
        SummaryRow row = summaryRow(state.line, state.settings, state.history, {}, shown.verdict,
                                    shown.reason, state.counters, state.address, station);
        row.stats = shown.stats;
        rows.append(summaryCells(row));
    }
    return {summaryColumns(), [rows](const CsvReport::Sink &sink) {
                for (const QList<Cell> &row : rows)
                    sink(row);
            }};
}

CsvReport samplesReport(const Monitor &monitor, const FocusRange &range)
{
    QHash<LineKey, LineNames> names;
    std::vector<Sample> samples;
    for (const LineKey key : monitor.keys()) {
        const LineState &state = monitor.line(key);
        names.insert(key, namesOf(state, monitor.station()));
        const SeqRange part = range.isTimed() ? numbersRange(state.history, monitor.runKind(), range)
                                              : wholeRange(state.history);
        for (quint32 seq = part.begin; seq < part.end; ++seq)
            samples.push_back(state.history.at(seq));
    }
    return {sampleColumns(), [names, samples = std::move(samples)](const CsvReport::Sink &sink) {
                std::vector<const Sample *> order;
                order.reserve(samples.size());
                for (const Sample &sample : samples)
                    order.push_back(&sample);
                std::stable_sort(order.begin(), order.end(),
                                 [](const Sample *a, const Sample *b) { return a->sentUs < b->sentUs; });
                for (const Sample *sample : order)
                    sink(sampleCells(*sample, names.value(sample->line)));
            }};
}

CsvReport eventsReport(const Monitor &monitor, const FocusRange &range)
{
    QHash<LineKey, LineNames> names;
    for (const LineKey key : monitor.keys())
        names.insert(key, namesOf(monitor.line(key), monitor.station()));
    names.insert(0, {{}, {}, {}, {}, monitor.station()});
    return {eventColumns(), [names, range, events = monitor.events()](const CsvReport::Sink &sink) {
                for (const Event &event : events) {
                    for (const LineKey line : QList<LineKey>{event.line} + event.otherLines) {
                        const auto known = names.constFind(line); // not so: of a line that is gone
                        if (known != names.cend() && range.holds(event.timeUs))
                            sink(eventCells(event, *known));
                    }
                }
            }};
}

QByteArray csvText(const CsvReport &report)
{
    QByteArray text = csvRecord(report.columns);
    report.rows([&text](const QList<Cell> &cells) { text += csvRecord(cells); });
    return text;
}

QString writeCsv(const CsvReport &report, const QString &path, bool withByteOrderMark)
{
    OutputFile file;
    const QString error = file.open(path, OutputFile::Mode::Whole);
    if (!error.isEmpty())
        return error;
    if (withByteOrderMark)
        file.write(byteOrderMark());
    file.write(csvRecord(report.columns));
    report.rows([&file](const QList<Cell> &cells) { file.write(csvRecord(cells)); });
    return file.commit();
}

} // namespace plumb
