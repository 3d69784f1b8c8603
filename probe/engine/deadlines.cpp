// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines.h"

#include "clock.h"

#include <algorithm>
#include <utility>

namespace plumb {

namespace {

constexpr int TidyEvery = 16;

} // namespace

Deadlines::Deadlines(std::function<void(std::vector<Due>)> onDue, std::function<bool(const Due &)> isOpen)
    : m_onDue(std::move(onDue))
    , m_isOpen(std::move(isOpen))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { fire(); });
}

void Deadlines::add(const Due &due)
{
    // More out than in: the heap holds little but what is open, and no turn has thousands to drop.
    if (++m_added % TidyEvery == 0) {
        for (int i = 0; i < 2 * TidyEvery && !m_heap.empty() && !m_isOpen(m_heap.top()); ++i)
            m_heap.pop();
    }
    const bool first = m_heap.empty() || due.dueNs < m_heap.top().dueNs;
    m_heap.push(due);
    if (first || !m_timer.isActive())
        arm();
}

void Deadlines::clear()
{
    m_heap = {};
    m_timer.stop();
}

void Deadlines::fire()
{
    std::vector<Due> due;
    const qint64 now = monotonicNs();
    while (!m_heap.empty()) {
        const bool open = m_isOpen(m_heap.top());
        if (open && m_heap.top().dueNs > now)
            break;
        if (open)
            due.push_back(m_heap.top());
        m_heap.pop();
    }
    if (!due.empty())
        m_onDue(std::move(due));
    if (!m_heap.empty())
        arm();
}

void Deadlines::arm()
{
    const qint64 ms = (m_heap.top().dueNs - monotonicNs() + 999'999) / 1'000'000;
    m_timer.start(static_cast<int>(std::clamp<qint64>(ms, 0, 3'600'000)));
}

} // namespace plumb
