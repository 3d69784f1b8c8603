// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lateness.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plumb {

void Lateness::add(qint64 ns)
{
    const auto us = static_cast<qint32>(std::clamp<qint64>(ns / 1'000, 0, 1'000'000'000));
    m_us[m_count++ % m_us.size()] = us;
    m_maxUs = std::max(m_maxUs, us);
}

double Lateness::quantileMs(double q) const
{
    const size_t n = std::min(m_count, m_us.size());
    if (n == 0)
        return 0;
    std::vector<qint32> sorted(m_us.begin(), m_us.begin() + static_cast<std::ptrdiff_t>(n));
    const auto rank = static_cast<std::ptrdiff_t>(std::max(1.0, std::ceil(q * static_cast<double>(n)))) - 1;
    std::nth_element(sorted.begin(), sorted.begin() + rank, sorted.end());
    return sorted[static_cast<size_t>(rank)] / 1000.0;
}

} // namespace plumb
