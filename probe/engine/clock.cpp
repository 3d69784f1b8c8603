// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"

#include <chrono>
#include <ctime>

namespace plumb {

namespace {

#ifdef Q_OS_LINUX
qint64 read(clockid_t clock)
{
    timespec t{};
    clock_gettime(clock, &t);
    return t.tv_sec * 1'000'000'000LL + t.tv_nsec;
}
#endif

} // namespace

qint64 monotonicNs()
{
#ifdef Q_OS_LINUX
    return read(CLOCK_MONOTONIC);
#else
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
#endif
}

qint64 realtimeNs()
{
#ifdef Q_OS_LINUX
    return read(CLOCK_REALTIME);
#else
    return std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
#endif
}

qint64 boottimeNs()
{
#ifdef Q_OS_LINUX
    return read(CLOCK_BOOTTIME);
#else
    return monotonicNs();
#endif
}

ClockReading readClocks()
{
    constexpr int Tries = 4;
    constexpr qint64 TightNs = 1'000;
    ClockReading best{0, 0, -1};
    for (int i = 0; i < Tries; ++i) {
        const qint64 before = monotonicNs();
        const qint64 real = realtimeNs();
        const qint64 after = monotonicNs();
        if (best.widthNs < 0 || after - before < best.widthNs)
            best = {before + (after - before) / 2, real, after - before};
        if (best.widthNs <= TightNs)
            break;
    }
    return best;
}

} // namespace plumb
