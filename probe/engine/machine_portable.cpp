// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine.h"

namespace plumb::machine {

bool isVirtual() { return false; }

std::optional<qint64> stolenNs() { return std::nullopt; }

} // namespace plumb::machine
