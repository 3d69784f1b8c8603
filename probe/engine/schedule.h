// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <chrono>
#include <set>
#include <vector>

namespace plumb {

//! Hands out places in the interval, as fractions in [0, 1): a newcomer takes the largest free gap, nobody
//! else moves.
class PhaseAllocator
{
public:
    struct Phase
    {
        quint32 index = 0;
        double fraction =
            0; //!< the bit-reversed index (van der Corput sequence): every prefix of it is evenly spread
    };
    [[nodiscard]] Phase take();
    void release(quint32 index);

private:
    std::set<quint32> m_free;
    quint32 m_next = 0;
};

//! The departures of one line in a watch: an absolute grid with a phase, plus a shift of at most a quarter of
//! the interval that is redrawn every round, so that the order of the lines varies and gaps stay within ½…1½
//! interval.
class WatchSchedule
{
public:
    WatchSchedule() = default;
    WatchSchedule(qint64 startNs, std::chrono::nanoseconds interval, double phase, quint64 seed)
        : m_startNs(startNs)
        , m_intervalNs(interval.count())
        , m_phaseNs(static_cast<qint64>(phase * static_cast<double>(interval.count())))
        , m_seed(seed)
    {}

    [[nodiscard]] qint64 dueNs(quint64 round) const;
    //! No earlier round is due at a time or after it.
    [[nodiscard]] quint64 roundAt(qint64 ns) const;

private:
    qint64 m_startNs = 0, m_intervalNs = 1, m_phaseNs = 0;
    quint64 m_seed = 0;
};

//! The departures of a sweep's lines of one interval: every round has one slot per line, evenly spread over
//! it; the order moves every round (by at most a quarter of it, so gaps stay within ½…1½ interval) and a
//! round ends before the next begins.
class SweepSchedule
{
public:
    SweepSchedule(qint64 startNs, std::chrono::nanoseconds interval, quint32 lines, quint64 seed);

    //! place in [0, lines). Rounds are asked for in about ascending order; the last few are kept.
    [[nodiscard]] qint64 dueNs(quint32 place, quint64 round);
    //! No earlier round is due at a time or after it.
    [[nodiscard]] quint64 roundAt(qint64 ns) const;

private:
    struct Order
    {
        quint64 round = 0;
        std::vector<quint32> rankOf; //!< empty: not drawn yet
    };
    const Order &orderOf(quint64 round);

    qint64 m_startNs, m_intervalNs;
    quint32 m_lines;
    quint64 m_seed;
    std::vector<Order> m_orders;
};

//! A reproducible number in [0, 1) for a seed and two coordinates (splitmix64).
[[nodiscard]] double unitHash(quint64 seed, quint64 a, quint64 b);

} // namespace plumb
