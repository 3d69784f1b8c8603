// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox.h"

#include <chrono>
#include <utility>

namespace plumb {

namespace {

constexpr qsizetype MaxSamples = 65'536;
constexpr qsizetype MaxNotices = 4'096;
constexpr std::chrono::milliseconds WakeInterval{50};

} // namespace

Outbox::Outbox(std::function<void()> wake)
    : m_wake(std::move(wake))
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { wakeOnce(); });
}

void Outbox::postSample(const Sample &sample)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_batch.samples.size() >= MaxSamples)
            m_batch.overrun = true;
        else
            m_batch.samples.append(sample);
    }
    announce();
}

void Outbox::postCounters(LineKey line, const LineCounters &counters)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_counters[line] = counters;
    }
    announce();
}

void Outbox::postNotice(const EngineNotice &notice)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_batch.notices.size() < MaxNotices)
            m_batch.notices.append(notice);
    }
    announce();
}

void Outbox::postSwept(const SweptProbes &swept)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_batch.swept.append(swept); // two a line and sweep
    }
    announce();
}

void Outbox::setStatus(const EngineStatus &status)
{
    const QMutexLocker lock(&m_mutex);
    m_batch.status = status;
}

void Outbox::flush()
{
    m_timer.stop();
    wakeOnce();
}

void Outbox::wakeOnce()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (std::exchange(m_woken, true))
            return;
    }
    m_wake();
}

EngineBatch Outbox::take()
{
    const QMutexLocker lock(&m_mutex);
    m_woken = false;
    const EngineStatus status = m_batch.status;
    EngineBatch batch = std::exchange(m_batch, {});
    m_batch.status = status;
    batch.counters.reserve(static_cast<qsizetype>(m_counters.size()));
    for (const auto &[line, counters] : m_counters)
        batch.counters.append({line, counters});
    m_counters.clear();
    return batch;
}

void Outbox::announce()
{
    if (!m_timer.isActive())
        m_timer.start(WakeInterval);
}

} // namespace plumb
