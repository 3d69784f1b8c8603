// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clockwatch.h"
#include "lateness.h"
#include "testerfault.h"

#include <QStringList>

#include <map>
#include <optional>

namespace plumb {

//! What this computer did to the measurement. What it finds is told; what may have spoiled probes is a fault,
//! and the probes that it overlaps are void:
//! - the machine stood still: ClockWatch;
//! - the own network: RouteHealth;
//! - a full receive buffer, a send that was held up in the call, a stall where nothing stamps what arrives:
//! the
//!   engine itself.
//! Told, and no fault: departures behind their time, slots that passed unused (a stall, or more asked for
//! than this computer can do), sends that the local stack refused.
class SelfHealth
{
public:
    void begin(const MachineTime &now);

    void noteDeparture(qint64 lateNs);
    //! Slots of one line that passed unused; the first of them was late by lateNs.
    void noteSkipped(quint32 slots, qint64 lateNs);
    void noteSendError(int error) { ++m_sendErrors[error].count; }
    //! How late the event loop got to something whose time was known.
    void noteLag(qint64 ns);

    [[nodiscard]] const Lateness &departures() const { return m_departures; }
    [[nodiscard]] const Lateness &lag() const { return m_lag; }
    //! By errno, since the beginning.
    [[nodiscard]] std::map<int, qint64> sendErrors() const;
    [[nodiscard]] qint64 skipped() const { return m_skipped; }
    [[nodiscard]] bool isOverloaded() const { return m_overloadedSeconds >= OverloadSeconds; }

    //! To be called before probes are settled: whether the machine stood still since the last call.
    [[nodiscard]] ClockWatch::Finding compareClocks(const MachineTime &now);
    //! To be called once a second: what there is to tell, key=value pairs.
    [[nodiscard]] QStringList everySecond(qint64 nowNs);

private:
    struct SendErrors
    {
        qint64 count = 0, told = 0;
        qint64 toldNs = 0; //!< 0: never
    };
    struct Second
    {
        qint64 departed = 0, behind = 0, skipped = 0;
        qint64 worstNs = 0, worstAtNs = 0;
    };
    static constexpr int OverloadSeconds = 3;

    void noteWorst(qint64 lateNs);
    void judgeLoad(QStringList &tell);

    ClockWatch m_clocks;
    Lateness m_departures, m_lag;
    std::map<int, SendErrors> m_sendErrors;
    Second m_second;
    Second m_strained;                      //!< sums of the seconds that could not be kept up with
    qint64 m_stallNs = 0, m_stallEndNs = 0; //!< the longest since the clocks were compared
    qint64 m_skipped = 0;
    int m_overloadedSeconds = 0, m_calmSeconds = 0;
};

} // namespace plumb
