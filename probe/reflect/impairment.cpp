// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "impairment.h"

#include "reflecttext.h"

#include <algorithm>
#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr double MaxTimeMs = 3'600'000;
constexpr std::chrono::seconds FlowMemory{10};

std::chrono::nanoseconds fromMs(double ms) { return std::chrono::nanoseconds{std::llround(ms * 1e6)}; }

//! The output function of SplitMix64: a generator with 8 bytes of state suits thousands of ports, and its
//! numbers are the same with every standard library.
quint64 scrambled(quint64 z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

} // namespace

QString whyInvalid(const Impairment &impairment)
{
    const auto outside = [](double value, double max) { return !(value >= 0 && value <= max); }; // NaN too
    const struct
    {
        QLatin1StringView name;
        double value;
    } percentages[] = {{"loss-out"_L1, impairment.lossOutPct},
                       {"loss-back"_L1, impairment.lossBackPct},
                       {"duplicate"_L1, impairment.duplicatePct},
                       {"reorder"_L1, impairment.reorderPct},
                       {"late"_L1, impairment.latePct}},
      times[] = {{"delay"_L1, impairment.delayMs},
                 {"jitter"_L1, impairment.jitterMs},
                 {"lateness"_L1, impairment.lateMs}};

    for (const auto &percentage : percentages) {
        if (outside(percentage.value, 100))
            return ReflectText::tr("%1 of %2 % is out of range; give 0 to 100")
                .arg(percentage.name)
                .arg(percentage.value);
    }
    for (const auto &time : times) {
        if (outside(time.value, MaxTimeMs))
            return ReflectText::tr("%1 of %2 ms is out of range; give 0 to 3600000")
                .arg(time.name)
                .arg(time.value);
    }
    if (impairment.deadFlowsOf8 > 8)
        return ReflectText::tr("%1 of 8 source ports can not be dead; give 0 to 8")
            .arg(impairment.deadFlowsOf8);
    if (const auto &outage = impairment.outage) {
        if (!(outage->fromS >= 0 && outage->forS >= 0 && outage->periodS >= 0))
            return ReflectText::tr("an outage has a negative time; give seconds from 0 on");
    }
    return {};
}

Impairer::Impairer(const Impairment &impairment, quint64 seed)
    : m_impairment(impairment)
    , m_state(scrambled(seed)) // neighbouring seeds would give the same sequence, shifted
{}

Treatment Impairer::treat(std::chrono::nanoseconds sinceStart, quint16 peerPort, bool loopbackPeer)
{
    Treatment treatment;
    const bool lostOut = happens(m_impairment.lossOutPct);
    const bool lostBack = happens(m_impairment.lossBackPct);
    const bool twice = happens(m_impairment.duplicatePct);
    const bool heldBack = happens(m_impairment.reorderPct);
    const bool late = happens(m_impairment.latePct);
    const double jitterMs = -m_impairment.jitterMs * std::log1p(-uniform());
    const bool deadFlow = isDeadFlow(sinceStart, peerPort);

    treatment.counted = !lostOut;
    treatment.answered =
        !lostOut && !lostBack && !deadFlow && !m_impairment.silent && !isInOutage(sinceStart);
    treatment.twice = twice && loopbackPeer; // elsewhere it would be an amplifier
    treatment.heldBack = heldBack;
    treatment.delay = fromMs(m_impairment.delayMs + jitterMs + (late ? m_impairment.lateMs : 0));
    return treatment;
}

double Impairer::uniform()
{
    m_state += 0x9e3779b97f4a7c15;
    return static_cast<double>(scrambled(m_state) >> 11) * 0x1p-53;
}

bool Impairer::isDeadFlow(std::chrono::nanoseconds now, quint16 peerPort)
{
    if (m_impairment.deadFlowsOf8 == 0)
        return false;
    auto flow = std::ranges::find(m_flows, peerPort, &Flow::port);
    if (flow == m_flows.end()) {
        flow = std::ranges::find_if(
            m_flows, [now](const Flow &f) { return f.port == 0 || now - f.seen > FlowMemory; });
        if (flow == m_flows.end())
            return false;
        flow->port = peerPort;
    }
    flow->seen = now;
    return flow - m_flows.begin() < m_impairment.deadFlowsOf8;
}

bool Impairer::isInOutage(std::chrono::nanoseconds now) const
{
    if (!m_impairment.outage)
        return false;
    const auto &outage = *m_impairment.outage;
    double second = std::chrono::duration<double>(now).count();
    if (outage.periodS > 0)
        second = std::fmod(second, outage.periodS);
    return second >= outage.fromS && second < outage.fromS + outage.forS;
}

} // namespace plumb
