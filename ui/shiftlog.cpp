// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shiftlog.h"

#include "clock.h"

#include <QSet>

#include <algorithm>

namespace plumb {

namespace {

constexpr qint64 MinuteUs = 60'000'000;
constexpr size_t MaxMinutes = 2 * 1440;

// Whether a state is worse than the worst so far: a graver verdict, or more of the same figure.
bool isWorse(const LineState &line, const BadStretch &stretch)
{
    if (line.verdict != stretch.worst)
        return line.verdict < stretch.worst;
    const Reason &now = line.reason, &worst = stretch.worstReason;
    if (now.kind != Reason::Kind::Rule || worst.kind != Reason::Kind::Rule)
        return now.kind == worst.kind && now.samples > worst.samples;
    if (now.metric == worst.metric)
        return now.value > worst.value;
    // Of different figures the one that is further above its limit.
    return now.threshold > 0 && worst.threshold > 0 &&
           now.value / now.threshold > worst.value / worst.threshold;
}

} // namespace

void ShiftLog::clear(qint64 nowUs)
{
    *this = {};
    m_knownFromUs = nowUs;
}

void ShiftLog::runStarted(qint64 nowUs)
{
    // What a former run left flagged has not been seen since.
    const qint64 lastUs = m_runs.empty() || m_runs.back().toUs == 0 ? nowUs : m_runs.back().toUs;
    const QList<LineKey> open = m_open.keys();
    for (const LineKey line : open)
        leave(line, lastUs);
    if (!m_runs.empty() && m_runs.back().toUs == 0)
        m_runs.back().toUs = nowUs;
    m_runs.push_back({nowUs, 0});
    if (m_runs.size() > MaxRuns) {
        m_runs.pop_front();
        m_knownFromUs = std::max(m_knownFromUs, m_runs.front().fromUs);
    }
}

void ShiftLog::runEnded(qint64 nowUs)
{
    if (!m_runs.empty() && m_runs.back().toUs == 0)
        m_runs.back().toUs = nowUs;
}

BadStretch &ShiftLog::stretchOf(qint64 number)
{
    return m_stretches[static_cast<size_t>(number - m_forgotten)];
}

void ShiftLog::look(const LineState &line, qint64 nowUs)
{
    const auto open = m_open.constFind(line.key);
    if (!isFlagged(line.verdict)) {
        if (open != m_open.cend())
            leave(line.key, nowUs);
        return;
    }
    if (open != m_open.cend()) {
        BadStretch &stretch = stretchOf(open.value());
        if (isWorse(line, stretch)) {
            stretch.worst = line.verdict;
            stretch.worstReason = line.reason;
        }
        return;
    }
    m_stretches.push_back(
        {line.key, line.line.label(), line.beganUs > 0 ? line.beganUs : nowUs, 0, line.verdict, line.reason});
    m_open.insert(line.key, m_forgotten + static_cast<qint64>(m_stretches.size()) - 1);
    if (m_stretches.size() <= MaxStretches)
        return;
    const BadStretch &oldest = m_stretches.front();
    if (oldest.endedUs == 0)
        m_open.remove(oldest.line);
    m_knownFromUs = std::max(m_knownFromUs, oldest.endedUs == 0 ? nowUs : oldest.endedUs);
    m_stretches.pop_front();
    ++m_forgotten;
}

void ShiftLog::leave(LineKey line, qint64 nowUs)
{
    const auto open = m_open.constFind(line);
    if (open == m_open.cend())
        return;
    BadStretch &stretch = stretchOf(open.value());
    stretch.endedUs = std::max(nowUs, stretch.beganUs);
    m_open.erase(open);
}

void ShiftLog::addVoided(qint64 probes, qint64 nowUs)
{
    if (probes <= 0)
        return;
    const qint64 minute = nowUs / MinuteUs;
    if (m_voided.empty() || m_voided.back().minute != minute)
        m_voided.push_back({minute, 0});
    m_voided.back().probes += probes;
    if (m_voided.size() > MaxMinutes)
        m_voided.pop_front();
}

qint64 ShiftLog::measuredUs(qint64 fromUs, qint64 toUs) const
{
    qint64 sum = 0;
    for (const Run &run : m_runs) {
        const qint64 from = std::max(run.fromUs, fromUs);
        const qint64 to = std::min(run.toUs == 0 ? toUs : run.toUs, toUs);
        sum += std::max<qint64>(0, to - from);
    }
    return sum;
}

qint64 ShiftLog::voidedBetween(qint64 fromUs, qint64 toUs) const
{
    qint64 sum = 0;
    for (const Voided &voided : m_voided) {
        if (voided.minute >= fromUs / MinuteUs && voided.minute <= toUs / MinuteUs)
            sum += voided.probes;
    }
    return sum;
}

ShiftRecorder::ShiftRecorder(const Monitor *monitor, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
{
    clear();
    connect(monitor, &Monitor::stateChanged, this, &ShiftRecorder::onStateChanged);
    connect(monitor, &Monitor::linesChanged, this, &ShiftRecorder::onLinesChanged);
    connect(monitor, &Monitor::updated, this, &ShiftRecorder::onUpdated);
}

void ShiftRecorder::clear()
{
    m_log.clear(realtimeUs());
    m_voided = m_monitor->voided();
    m_isRunning = false;
    onStateChanged();
}

void ShiftRecorder::onStateChanged()
{
    // While the last replies are waited for it is still measured.
    const bool isRunning = m_monitor->state() != Monitor::State::Idle;
    if (isRunning == m_isRunning)
        return;
    m_isRunning = isRunning;
    if (isRunning) {
        m_voided = m_monitor->voided();
        m_log.runStarted(realtimeUs());
    } else {
        m_log.runEnded(realtimeUs());
    }
}

void ShiftRecorder::onLinesChanged()
{
    const QList<LineKey> open = m_log.openLines();
    for (const LineKey line : open) {
        if (!m_monitor->contains(line))
            m_log.leave(line, realtimeUs());
    }
}

void ShiftRecorder::onUpdated(const QList<LineKey> &lines)
{
    const qint64 now = realtimeUs();
    for (const LineKey line : lines) {
        if (m_monitor->contains(line))
            m_log.look(m_monitor->line(line), now);
    }
    m_log.addVoided(m_monitor->voided() - m_voided, now);
    m_voided = m_monitor->voided();
}

} // namespace plumb
