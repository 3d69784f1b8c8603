// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginecore.h"

#include "clock.h"

#include <algorithm>
#include <utility>

// The second half of EngineCore: what this computer did to the measurement, and what is told of it.
namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 HealthIntervalNs = 1'000'000'000;
constexpr int BeatMs = 2;
//! Lines that are looked at in a second for ICMP reports that quote too little.
constexpr int ShortReportLines = 20'000;
constexpr qint64 TellFaultEveryNs = 10'000'000'000;
//! Without kernel stamps, a reply that waited longer than this for its reader has no RTT to trust.
constexpr qint64 StallNs = 5'000'000;

} // namespace

void EngineCore::beginHealth()
{
    m_shortReportsLeft = ShortReportLines;
    m_health.begin(readMachineTime());
    m_healthDueNs = monotonicNs() + HealthIntervalNs;
    m_healthAlarm.armAt(m_healthDueNs);
    m_faultToldNs.clear();
    if (!datagram::hasKernelStamps()) {
        m_beatNs = monotonicNs();
        m_beatTimer.start(BeatMs);
    }
}

void EngineCore::endHealth()
{
    m_healthAlarm.disarm();
    m_beatTimer.stop();
}

void EngineCore::updateStatus()
{
    if (!m_running)
        return;
    m_status.running = !m_stopping && m_runs.active() > 0;
    m_status.finished = false;
    m_status.open = m_exchanges.active();
    m_status.sockets = static_cast<int>(m_sockets.all().size());
    m_status.slotsDone = m_parts.totals.slotsUsed;
    m_status.sent = m_parts.totals.sent;
    m_status.missed = m_parts.totals.missed;
    m_status.timerErrorP50Ms = m_health.departures().quantileMs(0.5);
    m_status.timerErrorP99Ms = m_health.departures().quantileMs(0.99);
    m_status.skipped = m_health.skipped();
    m_status.loopLagP50Ms = m_health.lag().quantileMs(0.5);
    m_status.loopLagP99Ms = m_health.lag().quantileMs(0.99);
    m_status.loopLagMaxMs = m_health.lag().maxMs();
    m_status.overloaded = m_health.isOverloaded();
    for (const auto &[error, count] : m_health.sendErrors())
        m_status.sendErrors[datagram::errorName(error)] = count;
    m_outbox.setStatus(m_status);
}

void EngineCore::onHealthAlarm()
{
    const qint64 now = monotonicNs();
    m_health.noteLag(now - m_healthDueNs);
    checkHealth();
    m_healthDueNs = std::max(m_healthDueNs + HealthIntervalNs, now);
    m_healthAlarm.armAt(m_healthDueNs);
}

void EngineCore::checkBeat()
{
    // Without kernel stamps a reply that waited for its reader has a wrong RTT, and nothing tells which did.
    const qint64 now = monotonicNs();
    if (now - m_beatNs > BeatMs * 1'000'000 + StallNs)
        applyFault({m_beatNs, now, u"cause=stall"_s}, nullptr);
    m_beatNs = now;
}

void EngineCore::checkHealth()
{
    const qint64 now = monotonicNs();
    m_shortReportsLeft = ShortReportLines;
    compareClocks();
    m_routes.everySecond(now);
    for (FlowSocket *const socket : m_sockets.all())
        checkDrops(*socket);
    for (const QString &text : m_health.everySecond(now))
        tell(text);
}

void EngineCore::compareClocks()
{
    const MachineTime now = readMachineTime();
    m_comparedNs = now.monoNs;
    const ClockWatch::Finding finding = m_health.compareClocks(now);
    if (finding.fault)
        applyFault(*finding.fault, nullptr);
    if (!finding.note.isEmpty())
        tell(finding.note);
}

void EngineCore::lookAtTheWay(LineProber &prober, qint64 nowNs)
{
    if (const auto fault = m_routes.faultOf(addressOf(prober.peer().id()), nowNs))
        prober.voidOverlapping(*fault, nullptr);
}

void EngineCore::checkDrops(FlowSocket &socket)
{
    const quint32 dropped = socket.takeDropped();
    const qint64 from = std::exchange(socket.droppedCheckedNs, monotonicNs());
    m_status.dropped += dropped;
    if (dropped > 0)
        applyFault({from, socket.droppedCheckedNs, u"cause=overrun dropped=%1"_s.arg(dropped)}, &socket);
}

void EngineCore::applyFault(const TesterFault &fault, const FlowSocket *socket,
                            const RouteHealth::Concerns &concerns)
{
    for (const auto &[key, entry] : m_lines) {
        if (!concerns || concerns(addressOf(entry.prober->peer().id())))
            entry.prober->voidOverlapping(fault, socket);
    }
    // A fault that goes on is told now and then: the log is bounded, and is for what happens to lines.
    const QString kind = concerns ? fault.cause : fault.cause.section(u' ', 0, 0);
    const auto [told, isNew] = m_faultToldNs.try_emplace(kind, fault.toNs);
    if (!isNew && fault.toNs - told->second < TellFaultEveryNs)
        return;
    told->second = fault.toNs;
    tell(fault.cause);
}

void EngineCore::tell(const QString &text)
{
    m_outbox.postNotice({realtimeUs(), 0, EngineNotice::Kind::TesterFault, text});
}

} // namespace plumb
