// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pacer.h"

#include "clock.h"

#include <algorithm>
#include <utility>

namespace plumb {

namespace {

//! Departures of one event-loop turn: replies are looked for in between.
constexpr int MaxPerTurn = 16;
//! A slot this near goes along. A wake-up costs as much as two probes: at 10,000 probes/s each departure by
//! itself takes 43 µs of CPU a probe; below 1,000 probes/s evenly spread nothing changes.
constexpr qint64 AheadNs = 1'000'000;

} // namespace

void Pacer::Awaiter::await_suspend(std::coroutine_handle<> handle)
{
    m_handle = handle;
    m_pacer->add(this);
}

Pacer::Pacer(std::function<void()> onTurn)
    : m_onTurn(std::move(onTurn))
    , m_timer([this] { fire(); })
{}

Pacer::~Pacer() { cancelAll(); }

void Pacer::add(Awaiter *awaiter)
{
    Q_ASSERT(!waiterOf(awaiter->m_key));
    if (awaiter->m_key >= m_waiting.size())
        m_waiting.resize(std::max<size_t>(awaiter->m_key + size_t{1}, 2 * m_waiting.size()));
    m_waiting[awaiter->m_key] = awaiter;
    m_slots.push({awaiter->m_dueNs, awaiter->m_key});
    if (!m_firing)
        arm();
}

void Pacer::finish(LineKey key, Wake wake)
{
    Awaiter *const awaiter = waiterOf(key);
    if (!awaiter)
        return;
    m_waiting[key] = nullptr; // out of the table before the coroutine runs
    awaiter->m_wake = wake;
    awaiter->m_handle.resume();
}

void Pacer::cancelAll()
{
    for (size_t key = 0; key < m_waiting.size(); ++key)
        finish(static_cast<LineKey>(key), Wake::Cancelled);
    m_waiting.clear();
    m_slots = {};
    m_armedNs = 0;
    m_timer.disarm();
}

void Pacer::fire()
{
    m_armedNs = 0;
    m_firing = true;
    const qint64 now = monotonicNs() + AheadNs;
    for (int fired = 0; fired < MaxPerTurn && !m_slots.empty() && m_slots.top().dueNs <= now;) {
        const Slot slot = m_slots.top();
        m_slots.pop();
        const Awaiter *const waiter = waiterOf(slot.key);
        if (!waiter || waiter->m_dueNs != slot.dueNs)
            continue; // rescheduled since
        ++fired;
        finish(slot.key, Wake::Due);
    }
    m_firing = false;
    arm();
    if (m_onTurn)
        m_onTurn();
}

void Pacer::arm()
{
    if (m_slots.empty()) {
        if (m_armedNs != 0)
            m_timer.disarm();
        m_armedNs = 0;
        return;
    }
    const qint64 due = m_slots.top().dueNs;
    if (m_armedNs != 0 && m_armedNs <= due)
        return; // wakes early enough; a needless wake re-arms
    m_armedNs = due;
    m_timer.armAt(due);
}

} // namespace plumb
