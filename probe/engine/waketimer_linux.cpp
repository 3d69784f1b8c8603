// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "waketimer.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cstdint>
#include <sys/timerfd.h>
#include <unistd.h>

namespace plumb {

class WakeTimer::Private
{
public:
    explicit Private(std::function<void()> onWake)
        : m_onWake(std::move(onWake))
        , m_fd(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
        , m_notifier(m_fd, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] {
            std::uint64_t expirations = 0;
            if (::read(m_fd, &expirations, sizeof expirations) == sizeof expirations)
                m_onWake();
        });
    }
    ~Private()
    {
        m_notifier.setEnabled(false);
        ::close(m_fd);
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    void set(qint64 monoNs) const
    {
        itimerspec when{};
        when.it_value.tv_sec = monoNs / 1'000'000'000;
        when.it_value.tv_nsec = monoNs % 1'000'000'000;
        timerfd_settime(m_fd, TFD_TIMER_ABSTIME, &when, nullptr);
    }

private:
    std::function<void()> m_onWake;
    int m_fd;
    QSocketNotifier m_notifier;
};

WakeTimer::WakeTimer(std::function<void()> onWake)
    : d(std::make_unique<Private>(std::move(onWake)))
{}

WakeTimer::~WakeTimer() = default;

void WakeTimer::armAt(qint64 monoNs)
{
    d->set(std::max<qint64>(1, monoNs)); // 0 would disarm
}

void WakeTimer::disarm() { d->set(0); }

} // namespace plumb
