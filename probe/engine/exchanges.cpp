// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges.h"

#include <algorithm>
#include <utility>

namespace plumb {

void Exchanges::Awaiter::await_suspend(std::coroutine_handle<> handle)
{
    m_handle = handle;
    m_table->find(m_seq)->waiter = this;
}

Exchanges::Exchange &Exchanges::add(quint32 seq)
{
    constexpr qsizetype LeastCapacity = 8;
    Q_ASSERT(m_all.isEmpty() || seq == m_all.lastIndex() + 1);
    if (m_all.isFull()) // a full cache would drop its oldest
        m_all.setCapacity(std::max(LeastCapacity, m_all.capacity() * 3 / 2));
    m_all.insert(seq, {});
    return m_all.last();
}

bool Exchanges::finish(quint32 seq, const Outcome &outcome)
{
    Exchange *const exchange = find(seq);
    if (!exchange)
        return false;
    Awaiter *const waiter = std::exchange(exchange->waiter, nullptr);
    if (!waiter)
        return false;
    waiter->m_outcome = outcome;
    waiter->m_handle.resume();
    return true;
}

void Exchanges::close()
{
    for (qsizetype seq = m_all.firstIndex(); seq <= m_all.lastIndex(); ++seq)
        finish(static_cast<quint32>(seq), {});
}

} // namespace plumb
