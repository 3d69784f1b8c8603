// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitorentry.h"

#include "clock.h"

#include <QSet>

#include <algorithm>

// A sweep of some lines while the watch goes on.
namespace plumb {

const LineState *Monitor::watchedState(LineKey key) const
{
    const auto found = m_lines.constFind(key);
    return found == m_lines.cend() || (*found)->paused ? nullptr : &(*found)->state;
}

bool Monitor::sweepDuringWatch(const QList<LineKey> &keys, int count)
{
    if (!isWatching() || m_sweep)
        return false;
    RunOptions options = m_options;
    options.kind = RunKind::Sweep;
    const QSet<LineKey> wanted(keys.begin(), keys.end());
    QList<LinePlan> plans, others;
    QList<SweptLine> lines;
    for (const LineKey key : std::as_const(m_keys)) {
        Entry &entry = *m_lines.value(key);
        if (entry.paused || !entry.inRun)
            continue;
        LinePlan plan = planOf(entry, entry.state.settings);
        if (!wanted.contains(key)) {
            others.append(plan);
            continue;
        }
        plan = planOf(entry, plannedSettings(m_profile, entry.state.line, options));
        plans.append(plan);
        SweptLine line;
        line.key = key;
        line.line = entry.state.line;
        line.line.entry = plan.entry;
        line.line.echo = plan.echo;
        lines.append(line);
        entry.state.history.setCapacity(std::max(historyCapacity(entry.state), 2 * count));
    }
    if (plans.isEmpty())
        return false;
    applyCapsBeside(plans, others, options);
    m_sweep.emplace(++m_sweepId, lines, count, realtimeUs());
    m_engine->sweep(m_sweepId, plans, count);
    m_sweepTimer.start();
    Q_EMIT sweepChanged();
    return true;
}

void Monitor::cancelSweep()
{
    if (!m_sweep)
        return;
    m_engine->endSweep();
    dropSweep();
}

std::optional<SweepProgress> Monitor::sweepProgress() const
{
    if (!m_sweep)
        return std::nullopt;
    return m_sweep->progress([this](LineKey key) { return watchedState(key); });
}

void Monitor::checkSweep()
{
    const auto stateOf = [this](LineKey key) { return watchedState(key); };
    if (!m_sweep || !m_sweep->isSettled(stateOf, realtimeUs()))
        return;
    const SweepResult result = m_sweep->result(stateOf, realtimeUs());
    dropSweep();
    Q_EMIT swept(result);
}

void Monitor::dropSweep()
{
    m_sweepTimer.stop();
    if (!m_sweep)
        return;
    m_sweep.reset();
    Q_EMIT sweepChanged();
}

} // namespace plumb
