// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <span>

namespace plumb {

//! 16 secret bytes of one process; never sent.
using SipKey = std::array<quint8, 16>;

[[nodiscard]] SipKey randomSipKey();

//! SipHash-2-4 (Aumasson, Bernstein 2012) over the concatenation of two pieces.
[[nodiscard]] quint64 sipHash(const SipKey &key, std::span<const quint8> first,
                              std::span<const quint8> second = {});

} // namespace plumb
