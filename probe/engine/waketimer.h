// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace plumb {

//! One alarm on the monotonic clock. On Linux a timerfd: late by 0.1 ms in the mean, where a QTimer is by 0.6
//! ms.
class WakeTimer
{
public:
    explicit WakeTimer(std::function<void()> onWake);
    ~WakeTimer();
    WakeTimer(const WakeTimer &) = delete;
    WakeTimer &operator=(const WakeTimer &) = delete;

    void
    armAt(qint64 monoNs); //!< replaces an earlier alarm; a time that has passed wakes in the next loop turn
    void disarm();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
