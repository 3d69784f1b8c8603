// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges.h"

#include <utility>

namespace plumb {

void Exchanges::Awaiter::await_suspend(std::coroutine_handle<> handle)
{
    m_handle = handle;
    m_table->find(m_seq)->waiter = this;
}

Exchanges::Exchange &Exchanges::add(quint32 seq)
{
    if (m_all.empty())
        m_first = seq;
    Q_ASSERT(seq == m_first + m_all.size());
    return m_all.emplace_back();
}

Exchanges::Exchange *Exchanges::find(quint32 seq)
{
    const quint32 index = seq - m_first; // wraps to a large number for an older one
    return index < m_all.size() ? &m_all[index] : nullptr;
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
    for (size_t i = 0; i < m_all.size(); ++i)
        finish(m_first + static_cast<quint32>(i), {});
}

} // namespace plumb
