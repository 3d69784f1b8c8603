// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probeengine.h"

#include <QMutex>
#include <QTimer>

#include <functional>
#include <unordered_map>

namespace plumb {

//! The bounded way out of the engine's thread. post…() is called there, take() anywhere; one wake-up stands
//! for all that came since the last take(), at most 20 a second: who is slow to take is not called again.
class Outbox
{
public:
    //! wake runs in the engine's thread.
    explicit Outbox(std::function<void()> wake);

    void postSample(const Sample &sample);
    void postCounters(LineKey line, const LineCounters &counters);
    void postNotice(const EngineNotice &notice);
    void postSwept(const SweptProbes &swept);
    void setStatus(const EngineStatus &status);
    //! Announces what is there now, without waiting for the next twentieth.
    void flush();

    [[nodiscard]] EngineBatch take();

private:
    void announce();
    void wakeOnce();

    QMutex m_mutex;
    EngineBatch m_batch;
    std::unordered_map<LineKey, LineCounters> m_counters;
    std::function<void()> m_wake;
    QTimer m_timer;
    bool m_woken = false; //!< nobody has taken since the last wake-up; under the mutex
};

} // namespace plumb
