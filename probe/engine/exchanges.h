// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datagram.h"
#include "sample.h"

#include <QContiguousCache>

#include <coroutine>

namespace plumb {

class FlowSocket;

//! How a probe's wait ended.
struct Outcome
{
    enum class How : quint8 { Replied, TimedOut, Refused, Cancelled };
    How how = How::Cancelled;
    qint64 rttNs = 0;                      //!< Replied
    StampSource stamp = StampSource::None; //!< Replied
    TextId detail;                         //!< Refused, or a void reply's cause
};

//! The probes of one line that are open or may still be amended, by sequence.
class Exchanges
{
public:
    class Awaiter;

    struct Exchange
    {
        Sample sample;     //!< fate Open until it is settled
        qint64 sentNs = 0; //!< monotonic
        FlowSocket *socket = nullptr;
        qint64 arrivalNs = 0; //!< monotonic; where replied
        Awaiter *waiter = nullptr;
        TextId unverifiedIcmp; //!< an ICMP error that may be a forgery: it decides only where no reply comes
        TextId voidCause;      //!< a fault of the tester overlaps it
        bool replied = false;
        bool outOfOrder = false;
        bool isSwept = false; //!< of a sweep during a watch
    };

    //! Movable, because g++ 12 moves awaiters into the frame; registered only in await_suspend.
    class Awaiter
    {
    public:
        Awaiter(Exchanges *table, quint32 seq)
            : m_table(table)
            , m_seq(seq)
        {}
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle);
        [[nodiscard]] Outcome await_resume() const noexcept { return m_outcome; }

    private:
        friend class Exchanges;
        Exchanges *m_table;
        std::coroutine_handle<> m_handle;
        Outcome m_outcome;
        quint32 m_seq;
    };

    Exchanges() = default;
    ~Exchanges() { close(); }
    Exchanges(const Exchanges &) = delete;
    Exchanges &operator=(const Exchanges &) = delete;

    //! seq must be the one after the newest (or the first).
    Exchange &add(quint32 seq);
    [[nodiscard]] Exchange *find(quint32 seq) { return m_all.containsIndex(seq) ? &m_all[seq] : nullptr; }
    //! Waits for the end of a probe that was added. Nothing may run between add() and this but the sending.
    [[nodiscard]] Awaiter outcome(quint32 seq) { return {this, seq}; }
    //! Resumes the waiter; false where there is none.
    bool finish(quint32 seq, const Outcome &outcome);
    //! Forgets the oldest ones that are settled and were sent before a time; onForget(exchange) sees each
    //! before it goes.
    template <typename OnForget>
    void forgetBefore(qint64 sentNs, OnForget onForget)
    {
        while (!m_all.isEmpty() && m_all.first().sentNs < sentNs && m_all.first().sample.fate != Fate::Open) {
            onForget(m_all.first());
            m_all.removeFirst();
        }
    }
    //! Forgets all of them; none may be open.
    void clear() { m_all.clear(); }
    //! Ends every wait with Cancelled.
    void close();

    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    //! The next add() takes more memory, unless something is forgotten first.
    [[nodiscard]] bool isFull() const { return m_all.isFull(); }
    [[nodiscard]] const Exchange &newest() const { return m_all.last(); }
    //! Calls visit(exchange) for each, the oldest first, until it returns true; whether one did.
    template <typename Visit>
    bool any(Visit visit)
    {
        for (qsizetype seq = m_all.firstIndex(); seq <= m_all.lastIndex(); ++seq) {
            if (visit(m_all[seq]))
                return true;
        }
        return false;
    }

private:
    QContiguousCache<Exchange> m_all; //!< by sequence
};

} // namespace plumb
