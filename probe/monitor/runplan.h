// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probeengine.h"
#include "rule.h"

#include <QStringList>

namespace plumb {

//! How a run is asked for: what the command line or the window says on top of the profile.
struct RunOptions
{
    RunKind kind = RunKind::Watch;
    std::optional<int> count; //!< default: the profile's, else 100
    ProbePatch overrides;     //!< of the command line
    std::optional<QList<Rule>> rules;
    qint64 keptProbes = 8'000'000; //!< of all lines together, 32 bytes each; a line keeps what its rules need
    int maxPps = 20'000;
    int maxPpsPerEntry = 1'000; //!< per entry address, loopback exempt
    quint32 seed = 0;           //!< 0: a random order of departures
};

//! What a run will send.
struct PlannedRate
{
    double probesPerSecond = 0;
    double bitsPerSecond = 0;  //!< on the wire, IP and UDP headers included
    double maxPerEntryPps = 0; //!< to one entry address
    QStringList stretched;     //!< a sentence for each cap that lengthens intervals
};

inline constexpr int DefaultSweepCount = 100;

//! How a line is probed in a run: option over line over profile over default; in a sweep with the sweep's
//! interval; never shorter than its kind allows. Rate caps are not applied yet.
[[nodiscard]] ProbeSettings plannedSettings(const Profile &profile, const Line &line,
                                            const RunOptions &options);

//! What the engine is told of a line that is probed so.
[[nodiscard]] LinePlan linePlan(LineKey key, const Line &line, const ProbeSettings &settings);

//! Bytes of the UDP payload of one probe, the longest where they differ.
[[nodiscard]] int payloadBytes(const ProbeSettings &settings);

//! What a run would send to a profile's lines, the paused ones left out.
[[nodiscard]] PlannedRate plannedRate(const Profile &profile, const RunOptions &options);

//! Lengthens intervals, evenly for the lines concerned, until the caps hold.
[[nodiscard]] PlannedRate applyCaps(QList<LinePlan> &lines, const RunOptions &options);

//! The same where others go on meanwhile: only these lines' intervals are lengthened, for what the others
//! leave of the caps.
void applyCapsBeside(QList<LinePlan> &lines, QList<LinePlan> others, const RunOptions &options);

[[nodiscard]] int sweepCount(const Profile &profile, const RunOptions &options);

//! Disabled, or paused until a time that has not come.
[[nodiscard]] bool isPaused(const Line &line, const QDateTime &now);

} // namespace plumb
