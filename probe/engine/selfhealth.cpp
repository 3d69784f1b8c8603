// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "selfhealth.h"

#include "clock.h"
#include "datagram.h"

#include <algorithm>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BehindNs = 10'000'000; //!< a departure that is this late was not kept up with
constexpr double BehindShare = 0.5, SkippedShare = 0.01;
constexpr int CalmSeconds = 3;
//! A stop of this length is told by itself.
constexpr qint64 StallNs = 1'000'000'000;
constexpr qint64 TellSendErrorsEveryNs = 60'000'000'000;

QString seconds(qint64 ns) { return QString::number(static_cast<double>(ns) / 1e9, 'f', 1); }

} // namespace

void SelfHealth::begin(const MachineTime &now)
{
    *this = {};
    m_clocks.begin(now);
}

void SelfHealth::noteDeparture(qint64 lateNs)
{
    m_departures.add(lateNs);
    ++m_second.departed;
    m_second.behind += lateNs >= BehindNs ? 1 : 0;
    noteWorst(lateNs);
}

void SelfHealth::noteSkipped(quint32 slots, qint64 lateNs)
{
    m_skipped += slots;
    m_second.skipped += slots;
    noteWorst(lateNs);
}

void SelfHealth::noteLag(qint64 ns)
{
    m_lag.add(ns);
    noteWorst(ns);
}

void SelfHealth::noteWorst(qint64 lateNs)
{
    if (lateNs > m_second.worstNs)
        m_second.worstNs = lateNs;
    if (lateNs > BehindNs && lateNs > m_stallNs) {
        m_stallNs = lateNs;
        m_stallEndNs = monotonicNs();
    }
}

std::map<int, qint64> SelfHealth::sendErrors() const
{
    std::map<int, qint64> counts;
    for (const auto &[error, errors] : m_sendErrors)
        counts.emplace(error, errors.count);
    return counts;
}

ClockWatch::Finding SelfHealth::compareClocks(const MachineTime &now)
{
    return m_clocks.compare(now, std::exchange(m_stallNs, 0), m_stallEndNs);
}

QStringList SelfHealth::everySecond(qint64 nowNs)
{
    QStringList tell;
    for (auto &[error, errors] : m_sendErrors) {
        if (errors.count == errors.told ||
            (errors.toldNs != 0 && nowNs - errors.toldNs < TellSendErrorsEveryNs))
            continue;
        tell << u"send-error error=%1 count=%2"_s.arg(datagram::errorName(error)).arg(errors.count);
        errors.told = errors.count;
        errors.toldNs = nowNs;
    }
    judgeLoad(tell);
    return tell;
}

void SelfHealth::judgeLoad(QStringList &tell)
{
    const Second second = std::exchange(m_second, {});
    if (second.worstNs >= StallNs)
        tell << u"stall seconds=%1 skipped=%2"_s.arg(seconds(second.worstNs)).arg(second.skipped);
    const auto asked = static_cast<double>(second.departed + second.skipped);
    const bool strained =
        static_cast<double>(second.skipped) > SkippedShare * asked ||
        static_cast<double>(second.behind) > BehindShare * static_cast<double>(second.departed);
    if (strained) {
        m_calmSeconds = 0;
        m_strained.departed += second.departed;
        m_strained.skipped += second.skipped;
        m_strained.worstNs = std::max(m_strained.worstNs, second.worstNs);
        if (++m_overloadedSeconds == OverloadSeconds) {
            tell << u"overload asked=%1/s sent=%2/s skipped=%3 late_ms=%4"_s
                        .arg((m_strained.departed + m_strained.skipped) / OverloadSeconds)
                        .arg(m_strained.departed / OverloadSeconds)
                        .arg(m_strained.skipped)
                        .arg(m_strained.worstNs / 1'000'000);
        }
        return;
    }
    if (!isOverloaded()) {
        m_overloadedSeconds = 0;
    } else if (++m_calmSeconds == CalmSeconds) {
        tell << u"overload-end"_s;
        m_overloadedSeconds = 0;
    }
    if (m_overloadedSeconds == 0)
        m_strained = {};
}

} // namespace plumb
