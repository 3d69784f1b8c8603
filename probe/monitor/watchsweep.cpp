// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchsweep.h"

#include "judge.h"
#include "monitor.h"

#include <algorithm>

namespace plumb {

namespace {

//! How long a lost probe may still turn out late, as at the end of a run.
constexpr std::chrono::milliseconds MaxGrace{3000};

} // namespace

WatchSweep::WatchSweep(quint32 id, const QList<SweptLine> &lines, int count, qint64 startedUs)
    : m_id(id)
    , m_count(count)
    , m_startedUs(startedUs)
{
    for (const SweptLine &line : lines) {
        m_placeOf.insert(line.key, m_lines.size());
        m_lines.append({line, {}, false, false});
    }
}

void WatchSweep::note(const SweptProbes &probes)
{
    const auto place = m_placeOf.constFind(probes.line);
    if (place == m_placeOf.cend() || probes.sweep != m_id)
        return; // of one that was cancelled
    Followed &line = m_lines[*place];
    line.probes = {probes.begin, probes.end};
    line.hasBegun = true;
    line.isDone = probes.isDone;
}

bool WatchSweep::hasAll(const Followed &line) const
{
    return line.isDone && line.probes.end - line.probes.begin == static_cast<quint32>(m_count);
}

bool WatchSweep::isSettled(const Followed &line, const LineState *state, qint64 nowUs) const
{
    if (!state)
        return true;
    if (!line.isDone)
        return false;
    if (!hasAll(line))
        return true; // it has left the sweep
    const LineHistory &history = state->history;
    if (history.settledEnd() < line.probes.end)
        return false;
    const qint64 graceUs = std::chrono::microseconds(std::min(MaxGrace, state->settings.late)).count();
    for (quint32 seq = line.probes.end; seq > std::max(line.probes.begin, history.firstSeq()); --seq) {
        const Sample &sample = history.at(seq - 1);
        if (sample.sentUs + graceUs <= nowUs)
            break;
        if (sample.fate == Fate::Lost)
            return false;
    }
    return true;
}

int WatchSweep::settledOf(const Followed &line, const LineState *state) const
{
    if (!state || (line.isDone && !hasAll(line)))
        return m_count; // nothing more comes
    const quint32 settled = state->history.settledEnd();
    if (!line.hasBegun || settled <= line.probes.begin)
        return 0;
    return static_cast<int>(std::min(settled - line.probes.begin, static_cast<quint32>(m_count)));
}

void WatchSweep::judge(const Followed &line, const LineState *state, SweepResult &result) const
{
    if (!state || !hasAll(line)) {
        ++result.leftOut;
        return;
    }
    SweptLine made = line.swept;
    const SeqRange probes{std::max(line.probes.begin, state->history.firstSeq()), line.probes.end};
    const Judgement judgement = judgeSweep(state->rules, state->history, probes, m_count);
    made.verdict = judgement.verdict;
    made.reason = judgement.reason;
    made.stats = statisticsOf(state->history, probes);
    result.lines.append(made);
}

} // namespace plumb
