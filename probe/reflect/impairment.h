// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace plumb {

//! What a reflected datagram suffers. Percentages 0…100, times in ms.
struct Impairment
{
    double delayMs = 0;
    double jitterMs = 0;     //!< mean of an exponential that is added to the delay
    double lossOutPct = 0;   //!< dropped before it is counted
    double lossBackPct = 0;  //!< dropped after
    double duplicatePct = 0; //!< loopback peers only
    double reorderPct = 0;   //!< held back until the next has left
    bool silent = false;     //!< receives and never answers
    //! Of the first 8 distinct source ports that a reflector port sees, this many are never answered: dead
    //! members of a load-sharing group. A source port unseen for 10 s gives its place to the next new one.
    quint8 deadFlowsOf8 = 0;
    //! Of every periodS seconds from the start, those in [fromS, fromS + forS) answer nothing. Period 0: only
    //! once.
    struct Outage
    {
        double fromS = 0, forS = 0, periodS = 0;
    };
    std::optional<Outage> outage;
    //! Percentage of replies that are held back for lateMs more (late replies).
    double latePct = 0;
    double lateMs = 0;
};

//! "what is wrong; what to do" for a value out of its range; empty where all are within.
[[nodiscard]] QString whyInvalid(const Impairment &impairment);

//! What happens to one datagram.
struct Treatment
{
    bool counted = true; //!< false: dropped before it was counted
    bool answered = true;
    bool twice = false;
    bool heldBack = false;
    std::chrono::nanoseconds delay{0};
};

//! Decides the fate of the datagrams of one reflector port. Pure: the same seed, times and peers give the
//! same fates. Every datagram draws the same number of random values, so a changed setting leaves all other
//! effects as they were.
class Impairer final
{
public:
    Impairer(const Impairment &impairment, quint64 seed);

    //! sinceStart: arrival of the datagram, counted from the start of the reflector port.
    [[nodiscard]] Treatment treat(std::chrono::nanoseconds sinceStart, quint16 peerPort, bool loopbackPeer);

private:
    struct Flow
    {
        quint16 port = 0; //!< 0: free
        std::chrono::nanoseconds seen{0};
    };

    double uniform();
    bool happens(double percent) { return uniform() * 100 < percent; }
    bool isDeadFlow(std::chrono::nanoseconds now, quint16 peerPort);
    [[nodiscard]] bool isInOutage(std::chrono::nanoseconds now) const;

    Impairment m_impairment;
    quint64 m_state;
    std::array<Flow, 8> m_flows;
};

} // namespace plumb
