// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testerfault.h"

#include <optional>

namespace plumb {

//! One reading of everything that tells whether this machine ran.
struct MachineTime
{
    qint64 monoNs = 0, realNs = 0, bootNs = 0;
    std::optional<qint64> stolenNs; //!< over all processors
    bool isVirtual = false;
};
[[nodiscard]] MachineTime readMachineTime();

//! Tells from the clocks that this machine, not only this process, stood still.
//!
//! A process that was held up (stopped, out of turn) is none of this: the kernel went on, stamped what came,
//! and no RTT is wrong. What is told, between two readings:
//! - The machine slept: the boot time ran ahead of the monotonic time. What came meanwhile is gone: a fault.
//! - The wall clock was set. Set back, or ahead by less than half a second: stamps and RTTs are read right
//!   across it, so it is told and spoils nothing. Set ahead by more: on a machine of its own likewise. In a
//!   virtual machine this is also what the end of a pause looks like, in which its clocks stood still with it
//!   and were then put right: what was under way may have been lost or have waited outside. The two can not
//!   be told apart, so what was open is not counted: a fault. A pause that is never put right, and one in
//!   which the clocks ran on, can not be told at all.
//! - The machine below kept the processors for half of a stall or more: the kernel did not run and stamped
//! late
//!   what came in it: a fault.
class ClockWatch
{
public:
    struct Finding
    {
        std::optional<TesterFault> fault;
        QString note; //!< told, spoils nothing; key=value pairs
    };

    void begin(const MachineTime &now) { m_last = now; }
    //! stallNs: the longest time that something was late by since the last reading, as it ended at
    //! stallEndNs.
    [[nodiscard]] Finding compare(const MachineTime &now, qint64 stallNs = 0, qint64 stallEndNs = 0);

private:
    MachineTime m_last;
};

} // namespace plumb
