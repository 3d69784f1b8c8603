// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "waketimer.h"

#include <QTimer>

#include <algorithm>

namespace plumb {

class WakeTimer::Private
{
public:
    QTimer timer;
};

WakeTimer::WakeTimer(std::function<void()> onWake)
    : d(std::make_unique<Private>())
{
    d->timer.setSingleShot(true);
    d->timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&d->timer, &QTimer::timeout, &d->timer, std::move(onWake));
}

WakeTimer::~WakeTimer() = default;

void WakeTimer::armAt(qint64 monoNs)
{
    const qint64 ms = std::max<qint64>(0, (monoNs - monotonicNs() + 999'999) / 1'000'000);
    d->timer.start(static_cast<int>(std::min<qint64>(ms, 3'600'000)));
}

void WakeTimer::disarm() { d->timer.stop(); }

} // namespace plumb
