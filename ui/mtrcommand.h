// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint.h"

namespace plumb {

//! The command that traces the way to an entry with UDP probes, safe to paste into a shell:
//! "mtr -u -P 7000 118.89.127.211". address: what a name was resolved to; empty: not yet. Empty where the
//! entry has no port, or its name could be read as an option or as more than a name.
[[nodiscard]] QString mtrCommand(const Endpoint &entry, const QString &address);

} // namespace plumb
