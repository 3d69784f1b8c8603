// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule.h"

#include <algorithm>
#include <numeric>

namespace plumb {

namespace {

constexpr size_t KeptOrders = 4;
//! Shift of a place between rounds, in rounds: ± a quarter.
constexpr double ShiftSpan = 0.5;

quint64 splitMix(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

double unitHash(quint64 seed, quint64 a, quint64 b)
{
    constexpr double TwoTo53 = 9007199254740992.0;
    return static_cast<double>(splitMix(splitMix(splitMix(seed) ^ a) ^ b) >> 11) / TwoTo53;
}

PhaseAllocator::Phase PhaseAllocator::take()
{
    quint32 index = m_next;
    if (m_free.empty()) {
        ++m_next;
    } else {
        index = *m_free.begin();
        m_free.erase(m_free.begin());
    }
    double fraction = 0, half = 0.5;
    for (quint32 bits = index; bits != 0; bits >>= 1, half /= 2) {
        if (bits & 1)
            fraction += half;
    }
    return {index, fraction};
}

void PhaseAllocator::release(quint32 index) { m_free.insert(index); }

qint64 WatchSchedule::dueNs(quint64 round) const
{
    const double shift =
        ShiftSpan * unitHash(m_seed, round, 0); // [0, ½): the quarter before is part of the start
    return m_startNs + static_cast<qint64>(round) * m_intervalNs + m_phaseNs +
           static_cast<qint64>(shift * static_cast<double>(m_intervalNs));
}

quint64 WatchSchedule::roundAt(qint64 ns) const
{
    // A round may be late in its interval by its phase and by half of it.
    return static_cast<quint64>(std::max<qint64>(0, ns - m_startNs - m_phaseNs - m_intervalNs / 2) /
                                m_intervalNs);
}

quint64 SweepSchedule::roundAt(qint64 ns) const
{
    return static_cast<quint64>(std::max<qint64>(0, ns - m_startNs) / m_intervalNs);
}

SweepSchedule::SweepSchedule(qint64 startNs, std::chrono::nanoseconds interval, quint32 lines, quint64 seed)
    : m_startNs(startNs)
    , m_intervalNs(interval.count())
    , m_lines(lines)
    , m_seed(seed)
    , m_orders(KeptOrders)
{}

qint64 SweepSchedule::dueNs(quint32 place, quint64 round)
{
    const double rank = orderOf(round).rankOf[place];
    return m_startNs + static_cast<qint64>(round) * m_intervalNs +
           static_cast<qint64>(rank / m_lines * static_cast<double>(m_intervalNs));
}

const SweepSchedule::Order &SweepSchedule::orderOf(quint64 round)
{
    Order &order = m_orders[round % KeptOrders];
    if (order.round == round && !order.rankOf.empty())
        return order;
    std::vector<double> keys(m_lines);
    for (quint32 place = 0; place < m_lines; ++place) {
        const double home = unitHash(m_seed, place, ~0ULL);
        keys[place] = home + ShiftSpan * unitHash(m_seed, place, round);
    }
    std::vector<quint32> places(m_lines);
    std::iota(places.begin(), places.end(), 0u);
    std::sort(places.begin(), places.end(), [&keys](quint32 a, quint32 b) { return keys[a] < keys[b]; });
    order.round = round;
    order.rankOf.resize(m_lines);
    for (quint32 rank = 0; rank < m_lines; ++rank)
        order.rankOf[places[rank]] = rank;
    return order;
}

} // namespace plumb
