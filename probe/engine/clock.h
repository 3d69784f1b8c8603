// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace plumb {

//! The clocks of the machine, in ns. Monotonic time is what RTTs and deadlines are made of.
[[nodiscard]] qint64 monotonicNs();
[[nodiscard]] qint64 realtimeNs(); //!< UTC since the epoch; may step
[[nodiscard]] inline qint64 realtimeUs() { return realtimeNs() / 1000; }
[[nodiscard]] qint64
boottimeNs(); //!< monotonic time that goes on during a suspend (elsewhere than on Linux: monotonic)

//! Realtime read between two readings of the monotonic clock.
struct ClockReading
{
    qint64 monoNs = 0; //!< the middle of the bracket
    qint64 realNs = 0;
    qint64 widthNs = 0;
};

//! The tightest of a few brackets: a reading that was interrupted is taken again.
[[nodiscard]] ClockReading readClocks();

} // namespace plumb
