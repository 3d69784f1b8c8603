// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"

namespace plumb {

//! The probes that the figures of a row are of, however that range was chosen.
[[nodiscard]] inline SeqRange rangeOf(const LineRow &row, const LineHistory &history)
{
    if (!row.stats.fromUs || !row.stats.toUs)
        return {};
    return sentBetween(history, *row.stats.fromUs, *row.stats.toUs + 1);
}

} // namespace plumb
