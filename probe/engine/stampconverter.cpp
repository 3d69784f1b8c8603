// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stampconverter.h"

#include <algorithm>
#include <limits>

namespace plumb {

namespace {

constexpr qint64 StepNs = 5'000; //!< brackets spread by tens of ns; anything like this is a step
constexpr qint64 SlackNs = 5'000;
constexpr size_t MaxSegments = 16;
constexpr qint64 Forever = std::numeric_limits<qint64>::max() / 2; // far from overflow by the slack

} // namespace

void StampConverter::note(const ClockReading &reading)
{
    if (!m_segments.empty() && reading.widthNs > 4 * StepNs)
        return; // interrupted: it would look like a step
    const qint64 offset = reading.realNs - reading.monoNs;
    if (m_segments.empty()) {
        m_segments.push_back({offset, -Forever, Forever});
    } else if (std::abs(offset - m_segments.back().offsetNs) > StepNs + reading.widthNs) {
        m_segments.back().toNs = reading.monoNs;
        m_segments.push_back({offset, m_lastNs, Forever});
        if (m_segments.size() > MaxSegments)
            m_segments.pop_front();
    }
    m_lastNs = reading.monoNs;
}

StampConverter::Arrival StampConverter::arrival(qint64 stampRealNs, qint64 sentNs, qint64 readNs) const
{
    const auto within = [](qint64 t, qint64 from, qint64 to) {
        return t >= from - SlackNs && t <= to + SlackNs;
    };
    int plausible = 0, inForce = 0;
    qint64 plausibleAt = 0, inForceAt = 0;
    for (const Segment &segment : m_segments) {
        const qint64 at = stampRealNs - segment.offsetNs;
        if (!within(at, sentNs, readNs))
            continue;
        ++plausible;
        plausibleAt = at;
        if (within(at, segment.fromNs, segment.toNs)) {
            ++inForce;
            inForceAt = at;
        }
    }
    if (inForce == 1)
        return {std::clamp(inForceAt, sentNs, readNs), StampSource::Kernel};
    // A backward step makes realtime values occur twice: either reading may be the right one.
    if (inForce > 1)
        return {std::clamp(inForceAt, sentNs, readNs), StampSource::NearStep};
    if (plausible == 1)
        return {std::clamp(plausibleAt, sentNs, readNs), StampSource::NearStep};
    return {readNs, StampSource::User};
}

} // namespace plumb
