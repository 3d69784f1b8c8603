// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rule.h"
#include "statistics.h"

#include <array>

namespace plumb {

//! The figures of a rule's window as it moves on with the newest settled probe, without walking it again: of
//! 10,000 lines hardly a window is in the processor's cache. Equal to statisticsOf() over the same range,
//! whose definitions they follow; outages, order figures (median and percentiles) and times are not kept.
class RollingFigures
{
public:
    explicit RollingFigures(const RuleWindow &window)
        : m_window(window)
    {}

    [[nodiscard]] const RuleWindow &window() const { return m_window; }
    //! The window that ends at end, within the settled prefix. Cheap where end has grown by little.
    [[nodiscard]] Statistics moveTo(const LineHistory &history, quint32 end);
    [[nodiscard]] SeqRange range() const { return m_range; }

private:
    void start(const LineHistory &history, quint32 end);
    void take(const LineHistory &history);
    void drop(const LineHistory &history);
    [[nodiscard]] int &count(Fate fate) { return m_counts[static_cast<size_t>(fate)]; }
    [[nodiscard]] int count(Fate fate) const { return m_counts[static_cast<size_t>(fate)]; }
    [[nodiscard]] bool isTooLong(const LineHistory &history) const;
    [[nodiscard]] int decided() const;
    [[nodiscard]] Statistics figures() const;

    RuleWindow m_window;
    SeqRange m_range;
    std::array<int, 7> m_counts{}; //!< by fate
    qint64 m_rttSumUs = 0, m_jitterSumUs = 0;
    int m_jitterPairs = 0;
    qint32 m_previousRttUs = UnknownUs; //!< of the newest answered probe with no loss after it
    quint64 m_amendments = 0;           //!< of the history, when last looked at
    bool m_started = false;
};

} // namespace plumb
