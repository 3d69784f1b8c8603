// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary.h"

namespace plumb {

//! The report of a run for a terminal: the lines with problems first, worst first.
[[nodiscard]] QString terminalTable(const QList<SummaryRow> &rows);

//! "128 lines: 2 dead, 4 critical, 0 warning, 2 suspect, 120 ok · 12,800 probes, 0 not counted · 22.0 s"
[[nodiscard]] QString closingLine(const QList<SummaryRow> &rows, double seconds);

} // namespace plumb
