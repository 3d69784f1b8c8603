// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "sample.h"

#include <deque>

namespace plumb {

//! Turns receive stamps of the realtime clock into monotonic arrival times, whatever steps the realtime clock
//! makes. Realtime − monotonic is constant but for steps, so the times in which it had one value are kept as
//! segments; a stamp belongs to the segment in whose time it falls.
class StampConverter
{
public:
    //! To be called at every send and every batch of reads.
    void note(const ClockReading &reading);

    struct Arrival
    {
        qint64 monoNs = 0;
        StampSource source = StampSource::User;
    };
    //! When a datagram with this stamp arrived; the probe left at sentNs and the datagram was read at readNs
    //! (monotonic). Always within [sentNs, readNs].
    [[nodiscard]] Arrival arrival(qint64 stampRealNs, qint64 sentNs, qint64 readNs) const;

private:
    struct Segment
    {
        qint64 offsetNs; //!< realtime − monotonic
        qint64 fromNs;   //!< monotonic; a step happened somewhere between the old segment's end and this
        qint64 toNs;
    };
    std::deque<Segment> m_segments; //!< the newest last; never more than a few
    qint64 m_lastNs = 0;
};

} // namespace plumb
