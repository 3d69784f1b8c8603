// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linehistory.h"

#include <algorithm>
#include <atomic>

namespace plumb {

void LineHistory::put(const Sample &sample)
{
    if (sample.seq < m_first)
        return;
    // A line that was idle may resume far ahead of what is kept: nothing of the old ring would stay.
    if (sample.seq - m_first >= static_cast<quint32>(m_ring.size()) + static_cast<quint32>(m_capacity)) {
        m_ring.clear();
        m_blocks.clear();
        m_first = sample.seq;
        m_settledEnd = sample.seq;
        ++m_amendments;
    }
    while (endSeq() <= sample.seq) {
        Sample open;
        open.seq = endSeq();
        open.line = sample.line;
        m_ring.push_back(open);
    }
    if (sample.seq < m_settledEnd)
        ++m_amendments;
    m_ring[sample.seq - m_first] = sample;
    while (m_settledEnd < endSeq() && at(m_settledEnd).fate != Fate::Open)
        ++m_settledEnd;
    static std::atomic<quint64> lastVersion{0};
    m_version = ++lastVersion;
    const quint32 firstBlock = m_first / BlockSize;
    m_blocks.resize((endSeq() - 1) / BlockSize - firstBlock + 1, m_version);
    m_blocks[sample.seq / BlockSize - firstBlock] = m_version;
    setCapacity(m_capacity);
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
    while (m_ring.size() > static_cast<size_t>(m_capacity)) {
        m_ring.pop_front();
        if (++m_first % BlockSize == 0)
            m_blocks.erase(m_blocks.begin());
    }
    m_settledEnd = std::max(m_settledEnd, m_first);
    while (m_settledEnd < endSeq() && at(m_settledEnd).fate != Fate::Open)
        ++m_settledEnd;
}

const Sample *LineHistory::last() const
{
    const auto found = std::find_if(m_ring.rbegin(), m_ring.rend(),
                                    [](const Sample &sample) { return sample.fate != Fate::Open; });
    return found == m_ring.rend() ? nullptr : &*found;
}

quint32 LineHistory::lowerBound(qint64 sentUs) const
{
    // Only the settled prefix knows its times; an open gap has none.
    const auto end = m_ring.begin() + (m_settledEnd - m_first);
    const auto found = std::lower_bound(
        m_ring.begin(), end, sentUs, [](const Sample &sample, qint64 time) { return sample.sentUs < time; });
    return m_first + static_cast<quint32>(found - m_ring.begin());
}

} // namespace plumb
