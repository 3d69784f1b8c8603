// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <array>
#include <optional>

namespace plumb {

//! A stretch of time in which this computer, not the network, may have spoiled probes.
struct TesterFault
{
    qint64 fromNs = 0, toNs = 0; //!< monotonic
    QString cause;               //!< English key=value pairs
};

//! What this computer did to the measurement: lateness of departures, suspends.
class SelfHealth
{
public:
    void noteDeparture(qint64 lateNs);
    //! Nearest rank over the last 1,024 departures, ms; 0 before the first.
    [[nodiscard]] double timerErrorMs(double q) const;

    void begin(); //!< takes the clocks as they are now
    //! To be called about once a second: a suspend since the last call.
    [[nodiscard]] std::optional<TesterFault> takeSuspend();

private:
    std::array<qint32, 1024> m_lateUs{};
    size_t m_count = 0;
    qint64 m_checkedNs = 0;
    qint64 m_bootAheadNs = 0;
};

} // namespace plumb
