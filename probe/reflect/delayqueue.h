// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "udpports.h"

#include <QByteArray>

#include <vector>

namespace plumb {

//! A reply that waits for its time.
struct Departure
{
    quint32 port = 0; //!< index of the reflector port
    Peer peer;
    QByteArray bytes;
    bool twice = false;
    bool holdBack = false; //!< is to wait for the next of its port when its time has come
    bool held = false;     //!< waits for the next of its port now; its time is the latest
};

//! Departures in order of their time; those of one time in the order in which they came. Bounded in number
//! and bytes.
class DelayQueue final
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Ticket = quint32;

    explicit DelayQueue(size_t maxCount = 1'000'000, size_t maxBytes = size_t{256} * 1024 * 1024);

    //! Empty when the queue is full: the departure is dropped.
    std::optional<Ticket> push(Time due, Departure departure);
    //! The next one that is due at or before now.
    [[nodiscard]] std::optional<Departure> popDue(Time now);
    //! Takes one out before its time. The ticket must be of one that is still in the queue.
    [[nodiscard]] Departure take(Ticket ticket);
    //! When the next one is due; after take() possibly earlier.
    [[nodiscard]] std::optional<Time> nextDue() const;
    [[nodiscard]] size_t size() const { return m_count; }

private:
    struct Entry
    {
        Time due;
        quint64 serial;
        Ticket ticket;
    };
    static bool isLater(const Entry &a, const Entry &b);
    [[nodiscard]] Departure remove(Ticket ticket);

    size_t m_maxCount, m_maxBytes;
    size_t m_count = 0, m_bytes = 0;
    quint64 m_serial = 0;
    std::vector<Entry> m_heap; //!< an entry whose departure was taken is dropped when it comes up
    std::vector<std::optional<Departure>> m_places; //!< by ticket
    std::vector<Ticket> m_free;
};

} // namespace plumb
