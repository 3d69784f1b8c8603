// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delayqueue.h"

#include <algorithm>
#include <utility>

namespace plumb {

namespace {

//! What a departure costs in memory, its bookkeeping included.
size_t costOf(const Departure &departure)
{
    return sizeof(Departure) + static_cast<size_t>(departure.bytes.size());
}

} // namespace

DelayQueue::DelayQueue(size_t maxCount, size_t maxBytes)
    : m_maxCount(maxCount)
    , m_maxBytes(maxBytes)
{}

std::optional<DelayQueue::Ticket> DelayQueue::push(Time due, Departure departure)
{
    const size_t cost = costOf(departure);
    // The heap counts too: it keeps an entry for each departure that was taken before its time.
    if (m_heap.size() >= m_maxCount || m_bytes + cost > m_maxBytes)
        return {};

    Ticket ticket;
    if (m_free.empty()) {
        ticket = static_cast<Ticket>(m_places.size());
        m_places.emplace_back();
    } else {
        ticket = m_free.back();
        m_free.pop_back();
    }
    m_places[ticket] = std::move(departure);
    m_heap.push_back({due, m_serial++, ticket});
    std::ranges::push_heap(m_heap, isLater);
    ++m_count;
    m_bytes += cost;
    return ticket;
}

std::optional<Departure> DelayQueue::popDue(Time now)
{
    while (!m_heap.empty() && m_heap.front().due <= now) {
        const Ticket ticket = m_heap.front().ticket;
        std::ranges::pop_heap(m_heap, isLater);
        m_heap.pop_back();
        m_free.push_back(ticket);
        if (m_places[ticket])
            return remove(ticket);
    }
    return {};
}

Departure DelayQueue::take(Ticket ticket) { return remove(ticket); }

std::optional<DelayQueue::Time> DelayQueue::nextDue() const
{
    if (m_heap.empty())
        return {};
    return m_heap.front().due;
}

bool DelayQueue::isLater(const Entry &a, const Entry &b)
{
    return a.due != b.due ? a.due > b.due : a.serial > b.serial;
}

Departure DelayQueue::remove(Ticket ticket)
{
    Q_ASSERT(ticket < m_places.size() && m_places[ticket]);
    Departure departure = *std::exchange(m_places[ticket], std::nullopt);
    --m_count;
    m_bytes -= costOf(departure);
    return departure;
}

} // namespace plumb
