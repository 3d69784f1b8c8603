// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesorter.h"

#include <limits>

namespace plumb {

SampleSorter::SampleSorter(const QList<LineKey> &lines, Sink sink)
    : m_sink(std::move(sink))
{
    m_order.reserve(lines.size());
    for (const LineKey line : lines)
        m_order.insert(line, static_cast<int>(m_order.size()));
}

void SampleSorter::add(const Sample &sample, qint64 nowUs)
{
    const int order = m_order.value(sample.line, std::numeric_limits<int>::max());
    const auto [held, isNew] = m_held.try_emplace({sample.sentUs, order, sample.seq}, Held{sample, nowUs});
    if (!isNew)
        held->second.sample = sample;
}

void SampleSorter::release(qint64 nowUs)
{
    // One that came so long ago was sent still earlier: it is final. Whatever was sent before it has come
    // since, for nothing settles later than it can be amended.
    auto it = m_held.begin();
    for (; it != m_held.end() && it->second.seenUs + m_holdUs <= nowUs; ++it)
        m_sink(it->second.sample);
    m_held.erase(m_held.begin(), it);
}

void SampleSorter::finish() { release(std::numeric_limits<qint64>::max()); }

} // namespace plumb
