// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace plumb {

//! A scale from 0 with round steps: 0, 50, 100, 150.
struct NiceScale
{
    double max = 1;
    double step = 1;
    int decimals = 0; //!< that a label needs
};
//! Room for a value with some air above, in at most maxSteps steps. Steps back only where the value falls
//! under half of the former scale's top, so the axis does not pump.
[[nodiscard]] NiceScale niceScale(double value, int maxSteps, const NiceScale *former = nullptr);

struct TimeTick
{
    qint64 us = 0;
    QString label;
};
//! Ticks at round local clock times within [fromUs, toUs], at most maxTicks of them; seconds only where they
//! are needed.
[[nodiscard]] std::vector<TimeTick> timeTicks(qint64 fromUs, qint64 toUs, int maxTicks);

} // namespace plumb
