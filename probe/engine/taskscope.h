// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace plumb {

//! Counts the coroutines that run, so that their owner knows when the last has ended. A coroutine holds its
//! ticket as a local variable: the count falls when the frame ends, however it ends.
class TaskScope
{
public:
    class Ticket
    {
    public:
        explicit Ticket(TaskScope *scope)
            : m_scope(scope)
        {
            ++m_scope->m_active;
        }
        Ticket(Ticket &&other) noexcept
            : m_scope(std::exchange(other.m_scope, nullptr))
        {}
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;
        Ticket &operator=(Ticket &&) = delete;
        ~Ticket()
        {
            if (m_scope && --m_scope->m_active == 0 && m_scope->m_onDrained)
                m_scope->m_onDrained();
        }

    private:
        TaskScope *m_scope;
    };

    //! onDrained runs inside the end of the last coroutine: it may post, not delete.
    explicit TaskScope(std::function<void()> onDrained)
        : m_onDrained(std::move(onDrained))
    {}
    [[nodiscard]] Ticket enter() { return Ticket(this); }
    [[nodiscard]] int active() const { return m_active; }

private:
    std::function<void()> m_onDrained;
    int m_active = 0;
};

} // namespace plumb
