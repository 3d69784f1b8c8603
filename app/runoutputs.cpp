// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runoutputs.h"

#include "commandtext.h"
#include "console.h"
#include "terminaltable.h"
#include "texttable.h"

#include <QJsonDocument>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

RunOutputs::RunOutputs(const OutputRequest &request, RunKind kind)
    : m_request(request)
    , m_kind(kind)
{}

QString RunOutputs::open()
{
    const auto growing = m_kind == RunKind::Watch ? OutputFile::Mode::Growing : OutputFile::Mode::Whole;
    const auto openOne = [](OutputFile &file, const QString &path, OutputFile::Mode mode) {
        return path.isEmpty() ? QString() : file.open(path, mode);
    };
    QString error = openOne(m_summary, m_request.summary, OutputFile::Mode::Whole);
    if (error.isEmpty())
        error = openOne(m_samples, m_request.samples, growing);
    if (error.isEmpty())
        error = openOne(m_events, m_request.events, growing);
    if (error.isEmpty())
        error = openOne(m_intervals, m_request.intervals, growing);
    const bool quietTable = m_request.quiet && m_request.format == OutputRequest::Format::Table;
    if (error.isEmpty() && !quietTable && !m_request.fileOnStandardOutput())
        error = m_standard.open(u"-"_s, OutputFile::Mode::Whole);
    return error;
}

void RunOutputs::begin(const Monitor &monitor, const QString &station)
{
    m_station = station;
    m_clock.start();
    QList<IntervalBins::NamedLine> lines;
    qint64 holdMs = 0;
    for (const LineKey key : monitor.keys()) {
        const LineState &state = monitor.line(key);
        const auto echo = effectiveEcho(state.line, state.settings);
        const LineNames names{state.line.id, state.line.label(),
                              effectiveEntry(state.line, state.settings).toString(),
                              echo ? echo->toString() : QString(), station};
        m_names.insert(key, names);
        lines.append({key, names});
        holdMs =
            std::max({holdMs, qint64(state.settings.late.count()), qint64(state.settings.timeout.count())});
    }

    if (m_samples.isOpen() || m_intervals.isOpen()) {
        m_sorter = std::make_unique<SampleSorter>(monitor.keys(), [this](const Sample &sample) {
            if (m_samples.isOpen())
                m_samples.write(csvRecord(sampleCells(sample, namesOf(sample.line))));
            if (m_bins)
                m_bins->add(sample);
        });
        constexpr qint64 DeliveryMs = 1000; // the engine hands on in batches
        m_sorter->setHoldUs((holdMs + DeliveryMs) * 1000);
    }
    if (m_intervals.isOpen())
        m_bins =
            std::make_unique<IntervalBins>(m_request.binSeconds, lines, [this](const QList<Cell> &cells) {
                m_intervals.write(csvRecord(cells));
            });

    beginCsv(m_samples, sampleColumns());
    beginCsv(m_events, eventColumns());
    beginCsv(m_intervals, intervalColumns());
    if (m_kind == RunKind::Watch && m_request.format == OutputRequest::Format::Csv)
        beginCsv(m_standard, eventColumns());
    tick();
}

void RunOutputs::beginCsv(OutputFile &file, const QStringList &columns)
{
    if (!file.isOpen())
        return;
    if (m_request.bom)
        file.write(byteOrderMark());
    file.write(csvRecord(columns));
}

const LineNames &RunOutputs::namesOf(LineKey line) const
{
    static const LineNames none;
    const auto names = m_names.constFind(line);
    return names == m_names.constEnd() ? none : *names;
}

void RunOutputs::addSamples(const QList<Sample> &samples)
{
    if (!m_sorter)
        return;
    const qint64 nowUs = m_clock.nsecsElapsed() / 1000;
    for (const Sample &sample : samples)
        m_sorter->add(sample, nowUs);
}

void RunOutputs::addEvent(const Event &event)
{
    LineNames names = namesOf(event.line);
    names.station = m_station;
    if (m_events.isOpen())
        m_events.write(csvRecord(eventCells(event, names)));
    if (m_kind != RunKind::Watch)
        return;
    switch (m_request.format) {
    case OutputRequest::Format::Table:
        print((printable(CommandText::event(event, names)) + u'\n').toUtf8());
        break;
    case OutputRequest::Format::Csv: print(csvRecord(eventCells(event, names))); break;
    case OutputRequest::Format::Json: print(jsonLine(eventJson(event, names))); break;
    }
}

void RunOutputs::tick()
{
    if (m_sorter)
        m_sorter->release(m_clock.nsecsElapsed() / 1000);
    if (m_kind != RunKind::Watch)
        return;
    for (OutputFile *file : {&m_samples, &m_events, &m_intervals, &m_standard})
        flush(*file);
}

void RunOutputs::finish(const QList<SummaryRow> &rows, double seconds)
{
    if (m_sorter)
        m_sorter->finish();
    if (m_bins)
        m_bins->finish();
    if (m_summary.isOpen()) {
        beginCsv(m_summary, summaryColumns());
        for (const SummaryRow &row : rows)
            m_summary.write(csvRecord(summaryCells(row)));
    }
    if (m_standard.isOpen()) {
        switch (m_request.format) {
        case OutputRequest::Format::Table:
            m_standard.write((terminalTable(rows) + closingLine(rows, seconds) + u'\n').toUtf8());
            break;
        case OutputRequest::Format::Json:
            writeSummaryDocument(rows, m_station, [this](const QByteArray &text) { m_standard.write(text); });
            m_standard.write("\n");
            break;
        case OutputRequest::Format::Csv:
            if (m_kind == RunKind::Watch)
                break;
            beginCsv(m_standard, summaryColumns());
            for (const SummaryRow &row : rows)
                m_standard.write(csvRecord(summaryCells(row)));
            break;
        }
    }
    for (OutputFile *file : {&m_samples, &m_events, &m_intervals, &m_summary, &m_standard})
        commit(*file);
}

void RunOutputs::print(const QByteArray &bytes)
{
    if (!m_standard.isOpen())
        return;
    m_standard.write(bytes);
    flush(m_standard);
}

void RunOutputs::tell(const QString &error)
{
    if (m_told.contains(error))
        return;
    m_told.insert(error);
    printError(error);
}

void RunOutputs::flush(OutputFile &file)
{
    if (const QString error = file.flush(); !error.isEmpty()) {
        m_standardFailed = m_standardFailed || file.isStandardOutput();
        tell(error);
    }
}

void RunOutputs::commit(OutputFile &file)
{
    if (const QString error = file.commit(); !error.isEmpty())
        tell(error);
}

} // namespace plumb
