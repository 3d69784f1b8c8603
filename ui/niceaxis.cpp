// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "niceaxis.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

NiceScale niceScale(double value, int maxSteps, const NiceScale *former)
{
    constexpr double Air = 1.08;
    constexpr double LeastMax = 0.1; // 100 µs: below it only noise is magnified
    const double wanted = std::max(LeastMax, (std::isfinite(value) ? value : 0.0) * Air);
    if (former && wanted <= former->max && wanted > former->max / 2)
        return *former;
    const double raw = wanted / std::max(1, maxSteps);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double digit = raw / power;
    // The tolerance keeps 2.0000000001 at 2.
    constexpr double Tolerance = 1 + 1e-9;
    const double nice = digit <= Tolerance ? 1 : digit <= 2 * Tolerance ? 2 : digit <= 5 * Tolerance ? 5 : 10;
    NiceScale scale;
    scale.step = nice * power;
    scale.max = std::ceil(wanted / scale.step - 1e-9) * scale.step;
    scale.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(scale.step) + 1e-9)));
    return scale;
}

std::vector<TimeTick> timeTicks(qint64 fromUs, qint64 toUs, int maxTicks)
{
    static constexpr qint64 Seconds[]{1,   2,   5,    10,   15,   30,    60,    120,  300,
                                      600, 900, 1800, 3600, 7200, 10800, 21600, 43200};
    constexpr qint64 SecondUs = 1'000'000;
    std::vector<TimeTick> ticks;
    if (toUs <= fromUs)
        return ticks;
    const qint64 span = (toUs - fromUs) / SecondUs;
    const qint64 least = (span + std::max(1, maxTicks) - 1) / std::max(1, maxTicks);
    const auto *found = std::lower_bound(std::begin(Seconds), std::end(Seconds), least);
    const qint64 step = found != std::end(Seconds) ? *found : (least + 86'399) / 86'400 * 86'400;
    // Round in local time: the offset of the zone moves the grid. Zones change theirs by whole quarters of an
    // hour.
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(fromUs / 1000).offsetFromUtc();
    const qint64 first = ((fromUs + SecondUs - 1) / SecondUs + offset + step - 1) / step * step - offset;
    const QString format = step < 60 ? u"HH:mm:ss"_s : u"HH:mm"_s;
    for (qint64 s = first; s * SecondUs <= toUs; s += step)
        ticks.push_back({s * SecondUs, QDateTime::fromSecsSinceEpoch(s).toString(format)});
    return ticks;
}

} // namespace plumb
