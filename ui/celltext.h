// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics.h"
#include "verdict.h"

#include <QString>

namespace plumb {

//! "loss 44.0 %, 44 of 100"; "unknown" where nothing is decided.
[[nodiscard]] QString spokenLoss(const Statistics &stats);
//! "Critical: Loss 44 % (44 of 100) is above the limit of 30 %."
[[nodiscard]] QString spokenState(Verdict verdict, const Reason &reason);
//! What a screen reader says of a figure's cell (LinesModel::isNumeric()), which it may read without its
//! title: what it is and its unit, and a word for the dash. shown: the cell's text.
[[nodiscard]] QString spokenFigure(int column, const QString &shown, const Statistics &stats);
//! The word for a dash.
[[nodiscard]] QString spokenUnknown();

} // namespace plumb
