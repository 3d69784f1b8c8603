// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollingfigures.h"

#include <cstdlib>

namespace plumb {

namespace {

//! Beyond this, counting anew costs no more.
constexpr quint32 FarAhead = 64;

} // namespace

Statistics RollingFigures::moveTo(const LineHistory &history, quint32 end)
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
    return figures();
}

void RollingFigures::start(const LineHistory &history, quint32 end)
{
    const bool byProbes = m_window.unit == RuleWindow::Unit::Probes;
    const SeqRange range =
        byProbes ? lastDecided(history, m_window.amount, end) : lastSeconds(history, m_window.amount, end);
    m_range = {range.begin, range.begin};
    m_counts = {};
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
    ++count(sample.fate);
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
    --count(sample.fate);
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

int RollingFigures::decided() const
{
    return count(Fate::Answered) + count(Fate::Late) + count(Fate::Lost) + count(Fate::Refused);
}

bool RollingFigures::isTooLong(const LineHistory &history) const
{
    if (m_range.begin == m_range.end)
        return false;
    // As lastDecided() and lastSeconds() have it: a full window of probes begins with a decided one.
    if (m_window.unit == RuleWindow::Unit::Probes)
        return decided() > m_window.amount ||
               (decided() == m_window.amount && !isDecided(history.at(m_range.begin).fate));
    return history.at(m_range.begin).sentUs <=
           history.at(m_range.end - 1).sentUs - qint64{m_window.amount} * 1'000'000;
}

Statistics RollingFigures::figures() const
{
    Statistics s;
    s.answered = count(Fate::Answered);
    s.late = count(Fate::Late);
    s.lost = count(Fate::Lost);
    s.refused = count(Fate::Refused);
    s.unsent = count(Fate::Unsent);
    s.voided = count(Fate::Void);
    if (s.decided() > 0)
        s.lossPct = 100.0 * s.lossCount() / s.decided();
    if (s.answered > 0)
        s.meanMs = static_cast<double>(m_rttSumUs) / s.answered / 1000.0;
    if (m_jitterPairs > 0)
        s.jitterMs = static_cast<double>(m_jitterSumUs) / m_jitterPairs / 1000.0;
    return s;
}

} // namespace plumb
