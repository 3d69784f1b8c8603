// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cell.h"
#include "profile.h"
#include "statistics.h"
#include "verdict.h"

#include <QJsonObject>

#include <QStringList>
#include <functional>

namespace plumb {

//! One line of the summary, as CSV, JSON and the terminal's table show it.
struct SummaryRow
{
    QString lineId, line; //!< line: the name, else the id
    QString entry, echo;  //!< as configured, with the port used
    QString kind;
    QStringList tags;
    Verdict verdict = Verdict::Pending;
    Reason reason;
    Statistics stats;
    LineCounters counters;
    QString address;
    QString station;
};

//! The row of a line over a range of its settled probes: the one way to make it, for window, reports and
//! terminal alike.
[[nodiscard]] SummaryRow summaryRow(const Line &line, const ProbeSettings &settings,
                                    const LineHistory &history, SeqRange range, Verdict verdict,
                                    const Reason &reason, const LineCounters &counters,
                                    const QString &address, const QString &station);

//! The summary's columns in order.
[[nodiscard]] QStringList summaryColumns();
//! The cells of a row in that order, for csvRecord().
[[nodiscard]] QList<Cell> summaryCells(const SummaryRow &row);
//! The columns as keys, numbers as numbers, tags as an array, null where unknown.
[[nodiscard]] QJsonObject summaryJson(const SummaryRow &row);
//! {"plumbline":1,"station":…,"from":…,"to":…,"lines":[…]} in pieces, without white space; from and to are
//! those of all rows.
void writeSummaryDocument(const QList<SummaryRow> &rows, const QString &station,
                          const std::function<void(const QByteArray &)> &write);

} // namespace plumb
