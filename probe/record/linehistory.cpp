// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linehistory.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace plumb {

void LineHistory::put(const Sample &sample)
{
    if (sample.seq < m_first)
        return;
    // A line that was idle may resume far ahead of what is kept: nothing of the old ring would stay.
    if (sample.seq - m_first >= m_size + static_cast<quint32>(m_capacity)) {
        m_start = m_size = 0;
        m_blocks.clear();
        m_first = sample.seq;
        m_settledEnd = sample.seq;
        ++m_amendments;
    }
    while (endSeq() <= sample.seq) {
        Sample open;
        open.seq = endSeq();
        open.line = sample.line;
        append(open);
    }
    m_settledEnd = std::max(m_settledEnd, m_first);
    if (sample.seq < m_settledEnd)
        ++m_amendments;
    m_ring[placeOf(sample.seq)] = sample;
    while (m_settledEnd < endSeq() && at(m_settledEnd).fate != Fate::Open)
        ++m_settledEnd;
    static std::atomic<quint64> lastVersion{0};
    m_version = ++lastVersion;
    const quint32 firstBlock = m_first / BlockSize;
    m_blocks.resize((endSeq() - 1) / BlockSize - firstBlock + 1, m_version);
    m_blocks[sample.seq / BlockSize - firstBlock] = m_version;
    setCapacity(m_capacity);
}

void LineHistory::append(const Sample &sample)
{
    constexpr size_t SmallRing = 256, FirstSize = 64;
    const auto capacity = static_cast<size_t>(m_capacity);
    if (m_size == m_ring.size() && m_ring.size() < capacity)
        resizeRing(capacity <= SmallRing ? capacity
                                         : std::min(capacity, std::max(FirstSize, 2 * m_ring.size())));
    if (m_size == capacity)
        dropOldest();
    ++m_size;
    m_ring[placeOf(endSeq() - 1)] = sample;
}

void LineHistory::dropOldest()
{
    if (++m_start == m_ring.size())
        m_start = 0;
    --m_size;
    if (++m_first % BlockSize == 0 && !m_blocks.empty())
        m_blocks.erase(m_blocks.begin());
}

void LineHistory::resizeRing(size_t size)
{
    std::vector<Sample> ring(size);
    for (quint32 i = 0; i < m_size; ++i)
        ring[i] = at(m_first + i);
    m_ring = std::move(ring);
    m_start = 0;
}

quint32 LineHistory::firstChangedSince(quint64 version) const
{
    const auto changed =
        std::find_if(m_blocks.begin(), m_blocks.end(), [version](quint64 block) { return block > version; });
    if (changed == m_blocks.end())
        return endSeq();
    const auto block = m_first / BlockSize + static_cast<quint32>(changed - m_blocks.begin());
    return std::max(m_first, block * BlockSize);
}

void LineHistory::setCapacity(int capacity)
{
    m_capacity = std::max(1, capacity);
    while (m_size > static_cast<quint32>(m_capacity))
        dropOldest();
    if (m_ring.size() > static_cast<size_t>(m_capacity))
        resizeRing(static_cast<size_t>(m_capacity));
    m_settledEnd = std::max(m_settledEnd, m_first);
    while (m_settledEnd < endSeq() && at(m_settledEnd).fate != Fate::Open)
        ++m_settledEnd;
}

const Sample *LineHistory::last() const
{
    for (quint32 seq = endSeq(); seq > m_first; --seq) {
        if (const Sample &sample = at(seq - 1); sample.fate != Fate::Open)
            return &sample;
    }
    return nullptr;
}

quint32 LineHistory::lowerBound(qint64 sentUs) const
{
    // Only the settled prefix knows its times; an open gap has none.
    quint32 low = m_first, high = m_settledEnd;
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (at(middle).sentUs < sentUs)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace plumb
