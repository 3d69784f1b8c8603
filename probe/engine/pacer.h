// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"
#include "waketimer.h"

#include <coroutine>
#include <queue>
#include <vector>

namespace plumb {

//! Wakes each line's coroutine at its next departure. Event driven: nothing wakes while nothing is due.
class Pacer
{
public:
    enum class Wake : quint8 {
        Due,
        Rescheduled, //!< the schedule changed: ask for the time again
        Cancelled    //!< the line is gone: touch nothing
    };

    //! Movable, because g++ 12 moves awaiters into the frame; registered only in await_suspend.
    class Awaiter
    {
    public:
        Awaiter(Pacer *pacer, LineKey key, qint64 dueNs)
            : m_pacer(pacer)
            , m_dueNs(dueNs)
            , m_key(key)
        {}
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle);
        [[nodiscard]] Wake await_resume() const noexcept { return m_wake; }

    private:
        friend class Pacer;
        Pacer *m_pacer;
        std::coroutine_handle<> m_handle;
        qint64 m_dueNs;
        LineKey m_key;
        Wake m_wake = Wake::Cancelled;
    };

    //! onTurn: called after the departures of each wake-up.
    explicit Pacer(std::function<void()> onTurn = {});
    ~Pacer(); //!< cancels all

    //! At most one wait per line at a time.
    [[nodiscard]] Awaiter wait(LineKey key, qint64 dueNs) { return {this, key, dueNs}; }
    void reschedule(LineKey key) { finish(key, Wake::Rescheduled); }
    void cancel(LineKey key) { finish(key, Wake::Cancelled); }
    void cancelAll();

private:
    struct Slot
    {
        qint64 dueNs;
        LineKey key;
        friend bool operator>(const Slot &a, const Slot &b) { return a.dueNs > b.dueNs; }
    };
    void add(Awaiter *awaiter);
    [[nodiscard]] Awaiter *waiterOf(LineKey key) const
    {
        return key < m_waiting.size() ? m_waiting[key] : nullptr;
    }
    void finish(LineKey key, Wake wake);
    void fire();
    void arm();

    std::priority_queue<Slot, std::vector<Slot>, std::greater<>>
        m_slots;                      //!< stale ones are dropped when they come up
    std::vector<Awaiter *> m_waiting; //!< by line: of 10,000 a hash table's nodes would not stay in the cache
    std::function<void()> m_onTurn;
    WakeTimer m_timer;
    qint64 m_armedNs = 0; //!< 0: not armed
    bool m_firing = false;
};

} // namespace plumb
