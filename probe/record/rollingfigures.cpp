// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollingfigures.h"

#include <cstdlib>

namespace plumb {

namespace {

//! Beyond this, counting anew costs no more.
constexpr quint32 FarAhead = 64;

} // namespace

const Statistics &RollingFigures::moveTo(const LineHistory &history, quint32 end)
{
    const bool follows = m_started && m_amendments == history.amendments() &&
                         m_range.begin >= history.firstSeq() && end >= m_range.end &&
                         end - m_range.end <= FarAhead;
    if (!follows)
        start(history, end);
    while (m_range.end < end) {
        take(history);
        while (isTooLong(history))
            drop(history);
    }
    publish();
    return m_figures;
}

void RollingFigures::start(const LineHistory &history, quint32 end)
{
    const bool byProbes = m_window.unit == RuleWindow::Unit::Probes;
    const SeqRange range =
        byProbes ? lastDecided(history, m_window.amount, end) : lastSeconds(history, m_window.amount, end);
    m_range = {range.begin, range.begin};
    m_figures = {};
    m_rttSumUs = m_jitterSumUs = 0;
    m_jitterPairs = 0;
    m_previousRttUs = UnknownUs;
    m_amendments = history.amendments();
    m_started = true;
    while (m_range.end < end)
        take(history);
}

void RollingFigures::take(const LineHistory &history)
{
    const Sample &sample = history.at(m_range.end++);
    count(sample.fate, 1);
    if (sample.fate == Fate::Answered) {
        m_rttSumUs += sample.rttUs;
        if (m_previousRttUs != UnknownUs) {
            m_jitterSumUs += std::abs(sample.rttUs - m_previousRttUs);
            ++m_jitterPairs;
        }
        m_previousRttUs = sample.rttUs;
    } else if (isLoss(sample.fate)) {
        m_previousRttUs = UnknownUs;
    }
}

void RollingFigures::drop(const LineHistory &history)
{
    const Sample &sample = history.at(m_range.begin++);
    count(sample.fate, -1);
    if (sample.fate != Fate::Answered)
        return;
    m_rttSumUs -= sample.rttUs;
    // The pair that it made with the next answered one goes with it.
    quint32 next = m_range.begin;
    while (next < m_range.end && !isDecided(history.at(next).fate))
        ++next;
    if (next == m_range.end) {
        m_previousRttUs = UnknownUs;
    } else if (history.at(next).fate == Fate::Answered) {
        m_jitterSumUs -= std::abs(history.at(next).rttUs - sample.rttUs);
        --m_jitterPairs;
    }
}

void RollingFigures::count(Fate fate, int by)
{
    switch (fate) {
    case Fate::Answered: m_figures.answered += by; break;
    case Fate::Late: m_figures.late += by; break;
    case Fate::Lost: m_figures.lost += by; break;
    case Fate::Refused: m_figures.refused += by; break;
    case Fate::Unsent: m_figures.unsent += by; break;
    case Fate::Void: m_figures.voided += by; break;
    case Fate::Open: break;
    }
}

bool RollingFigures::isTooLong(const LineHistory &history) const
{
    if (m_range.begin == m_range.end)
        return false;
    // As lastDecided() and lastSeconds() have it: a full window of probes begins with a decided one.
    if (m_window.unit == RuleWindow::Unit::Probes)
        return m_figures.decided() > m_window.amount ||
               (m_figures.decided() == m_window.amount && !isDecided(history.at(m_range.begin).fate));
    return history.at(m_range.begin).sentUs <=
           history.at(m_range.end - 1).sentUs - qint64{m_window.amount} * 1'000'000;
}

void RollingFigures::publish()
{
    const int decided = m_figures.decided();
    m_figures.lossPct = decided > 0 ? std::optional(100.0 * m_figures.lossCount() / decided) : std::nullopt;
    m_figures.meanMs = m_figures.answered > 0
                           ? std::optional(static_cast<double>(m_rttSumUs) / m_figures.answered / 1000.0)
                           : std::nullopt;
    m_figures.jitterMs = m_jitterPairs > 0
                             ? std::optional(static_cast<double>(m_jitterSumUs) / m_jitterPairs / 1000.0)
                             : std::nullopt;
}

} // namespace plumb
