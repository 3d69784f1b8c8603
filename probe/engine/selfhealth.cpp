// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "selfhealth.h"

#include "clock.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SuspendNs = 50'000'000;

} // namespace

void SelfHealth::noteDeparture(qint64 lateNs)
{
    m_lateUs[m_count++ % m_lateUs.size()] =
        static_cast<qint32>(std::clamp<qint64>(lateNs / 1'000, 0, 1'000'000'000));
}

double SelfHealth::timerErrorMs(double q) const
{
    const size_t n = std::min(m_count, m_lateUs.size());
    if (n == 0)
        return 0;
    std::vector<qint32> sorted(m_lateUs.begin(), m_lateUs.begin() + static_cast<std::ptrdiff_t>(n));
    const auto rank = static_cast<std::ptrdiff_t>(std::max(1.0, std::ceil(q * static_cast<double>(n)))) - 1;
    std::nth_element(sorted.begin(), sorted.begin() + rank, sorted.end());
    return sorted[static_cast<size_t>(rank)] / 1000.0;
}

void SelfHealth::begin()
{
    m_checkedNs = monotonicNs();
    m_bootAheadNs = boottimeNs() - m_checkedNs;
    m_count = 0;
}

std::optional<TesterFault> SelfHealth::takeSuspend()
{
    const qint64 now = monotonicNs();
    const qint64 ahead = boottimeNs() - now;
    const qint64 slept = ahead - m_bootAheadNs;
    const qint64 from = m_checkedNs;
    m_checkedNs = now;
    m_bootAheadNs = ahead;
    if (slept < SuspendNs)
        return std::nullopt;
    return TesterFault{
        from, now, u"cause=suspend seconds="_s + QString::number(static_cast<double>(slept) / 1e9, 'f', 1)};
}

} // namespace plumb
