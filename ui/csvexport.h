// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cell.h"
#include "sample.h"

#include <functional>

namespace plumb {

class LinesModel;
class Monitor;
struct FocusRange;

//! A report that is ready to be written, by any thread: it holds copies of all that it tells.
struct CsvReport
{
    using Sink = std::function<void(const QList<Cell> &)>;
    QStringList columns;
    std::function<void(const Sink &)> rows;
};

//! One row a line, with exactly the figures, states and reasons that the table shows.
//! only: some of them, in the profile's order; empty: all.
[[nodiscard]] CsvReport summaryReport(const LinesModel &model, const QString &station,
                                      const QList<LineKey> &only = {});
//! The whole of a report as text.
[[nodiscard]] QByteArray csvText(const CsvReport &report);
//! One row a probe, in sending order, of what was sent in a range, is kept in memory and has its fate.
[[nodiscard]] CsvReport samplesReport(const Monitor &monitor, const FocusRange &range);
//! The events in a range.
[[nodiscard]] CsvReport eventsReport(const Monitor &monitor, const FocusRange &range);

//! Empty on success, else "FILE: what is wrong; what to do".
[[nodiscard]] QString writeCsv(const CsvReport &report, const QString &path, bool byteOrderMark);

} // namespace plumb
