// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intervals.h"
#include "monitor.h"
#include "options.h"
#include "outputfile.h"
#include "samplesorter.h"
#include "summary.h"

#include <QElapsedTimer>
#include <QSet>

#include <memory>

namespace plumb {

//! All that a run writes: its files and standard output.
class RunOutputs
{
public:
    RunOutputs(const OutputRequest &request, RunKind kind);

    //! Before anything is sent: every target is opened, so that what can not be written is known now. Empty
    //! on success.
    [[nodiscard]] QString open();
    //! The lines are known: header rows.
    void begin(const Monitor &monitor, const QString &station);
    void addSamples(const QList<Sample> &samples);
    void addEvent(const Event &event);
    //! Once a second: hands on what is final and flushes what grows.
    void tick();
    void finish(const QList<SummaryRow> &rows, double seconds);

    //! Something could not be written (it has been told).
    [[nodiscard]] bool failed() const { return !m_told.isEmpty(); }
    //! Nobody reads standard output any more.
    [[nodiscard]] bool standardOutputFailed() const { return m_standardFailed; }

private:
    [[nodiscard]] const LineNames &namesOf(LineKey line) const;
    void beginCsv(OutputFile &file, const QStringList &columns);
    void print(const QByteArray &bytes);
    void tell(const QString &error);
    void flush(OutputFile &file);
    void commit(OutputFile &file);

    OutputRequest m_request;
    RunKind m_kind;
    QString m_station;
    OutputFile m_summary, m_samples, m_events, m_intervals, m_standard;
    std::unique_ptr<SampleSorter> m_sorter; //!< only where samples or intervals are asked for
    std::unique_ptr<IntervalBins> m_bins;
    QHash<LineKey, LineNames> m_names;
    QElapsedTimer m_clock;
    QSet<QString> m_told;
    bool m_standardFailed = false;
};

} // namespace plumb
