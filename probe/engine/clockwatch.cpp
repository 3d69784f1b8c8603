// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockwatch.h"

#include "clock.h"
#include "machine.h"

#include <cstdlib>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SuspendNs = 50'000'000;
constexpr qint64 StepNs = 2'000'000; //!< two readings that were interrupted differ by less
constexpr qint64 JumpNs = 500'000'000;
constexpr qint64 StolenStallNs = 50'000'000; //!< stolen time is counted in hundredths of a second

QString seconds(qint64 ns, int decimals)
{
    return QString::number(static_cast<double>(ns) / 1e9, 'f', decimals);
}

} // namespace

MachineTime readMachineTime()
{
    const ClockReading clocks = readClocks();
    return {clocks.monoNs, clocks.realNs, boottimeNs() - monotonicNs() + clocks.monoNs, machine::stolenNs(),
            machine::isVirtual()};
}

ClockWatch::Finding ClockWatch::compare(const MachineTime &now, qint64 stallNs, qint64 stallEndNs)
{
    const MachineTime last = std::exchange(m_last, now);
    const qint64 passed = now.bootNs - last.bootNs;
    const qint64 slept = passed - (now.monoNs - last.monoNs);
    if (slept >= SuspendNs)
        return {TesterFault{last.monoNs, now.monoNs, u"cause=suspend seconds="_s + seconds(slept, 1)}, {}};
    const qint64 step = now.realNs - last.realNs - passed;
    if (step >= JumpNs && now.isVirtual)
        return {TesterFault{last.monoNs, now.monoNs, u"cause=clock-jump seconds="_s + seconds(step, 1)}, {}};
    Finding finding;
    if (std::abs(step) >= StepNs)
        finding.note = u"clock-step seconds="_s + seconds(step, 3);
    const qint64 stolen = now.stolenNs.value_or(0) - last.stolenNs.value_or(0);
    if (stallNs >= StolenStallNs && stolen >= stallNs / 2)
        finding.fault =
            TesterFault{stallEndNs - stallNs, stallEndNs, u"cause=steal seconds="_s + seconds(stolen, 2)};
    return finding;
}

} // namespace plumb
