// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runplan.h"

namespace plumb {

//! "128 probes/s · 94 kbit/s".
[[nodiscard]] QString rateText(const PlannedRate &rate);
//! "Will send 128 probes/s, 94 kbit/s (IPv4), at most 24/s to one entry." and what is slowed down; empty
//! where nothing would be sent.
[[nodiscard]] QString planText(const PlannedRate &rate, const QList<Line> &lines);

} // namespace plumb
