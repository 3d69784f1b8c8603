// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

//! What kind of machine this is, as far as the platform tells.
namespace plumb::machine {

//! It runs on another machine, which may stop it together with its clocks.
[[nodiscard]] bool isVirtual();
//! For how long its processors could have run and the machine below did not let them, in ns over all of them.
[[nodiscard]] std::optional<qint64> stolenNs();

} // namespace plumb::machine
