// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <vector>

namespace plumb {

//! The newest probes of one line, in sending order, bounded. Samples come when they are settled, in any
//! order, and again when they are amended (lost to late, anything to void); a seq that has not come yet
//! stands as Fate::Open.
class LineHistory
{
public:
    explicit LineHistory(int capacity = 4096)
        : m_capacity(capacity)
    {}

    //! Adds or amends. A seq that has already left the ring is ignored.
    void put(const Sample &sample);
    void setCapacity(int capacity);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] quint32 firstSeq() const { return m_first; }
    //! One past the newest seq that is known.
    [[nodiscard]] quint32 endSeq() const { return m_first + m_size; }
    //! The settled prefix: every probe of [firstSeq, settledEnd) has its fate.
    [[nodiscard]] quint32 settledEnd() const { return m_settledEnd; }
    //! seq in [firstSeq, endSeq).
    [[nodiscard]] const Sample &at(quint32 seq) const { return m_ring[placeOf(seq)]; }
    //! Open where seq is not kept or has not come.
    [[nodiscard]] Fate fateOf(quint32 seq) const
    {
        return seq >= m_first && seq < endSeq() ? at(seq).fate : Fate::Open;
    }
    //! The newest probe that has a fate, provisional ones too; nullptr without any.
    [[nodiscard]] const Sample *last() const;
    //! The first seq sent at or after a time (sending order is by time but for clock steps).
    [[nodiscard]] quint32 lowerBound(qint64 sentUs) const;
    //! Grows at each put that changes something, and is never that of another history: a cheap "is my copy
    //! still right". 0 before the first.
    [[nodiscard]] quint64 version() const { return m_version; }
    //! Grows when the settled prefix changes otherwise than by growing: a probe in it got another fate.
    [[nodiscard]] quint64 amendments() const { return m_amendments; }
    //! A seq at or before the first one that was put since a version; endSeq() where there is none.
    [[nodiscard]] quint32 firstChangedSince(quint64 version) const;

private:
    static constexpr quint32 BlockSize = 64;

    [[nodiscard]] size_t placeOf(quint32 seq) const
    {
        const size_t place = m_start + (seq - m_first);
        return place < m_ring.size() ? place : place - m_ring.size();
    }
    void append(const Sample &sample);
    void dropOldest();
    void resizeRing(size_t size);

    // One block a line and no more than its capacity: of 10,000 lines a deque's chunks take twice as much.
    std::vector<Sample> m_ring;
    size_t m_start = 0; //!< place of m_first
    quint32 m_size = 0;
    std::vector<quint64> m_blocks; //!< the version of each block of BlockSize seqs, from that of m_first on
    quint32 m_first = 0;
    quint32 m_settledEnd = 0;
    int m_capacity;
    quint64 m_version = 0;
    quint64 m_amendments = 0;
};

} // namespace plumb
