// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollingfigures.h"
#include "statistics.h"
#include "verdict.h"

#include <deque>

namespace plumb {

struct Judgement
{
    Verdict verdict = Verdict::Pending;
    Reason reason;
    qint64 beganUs =
        0; //!< the first bad probe of the stretch that led to the verdict; 0 where nothing is bad
};

//! Judges one line of a watch: each rule with its window, confidence and hysteresis, and whether the line is
//! dead.
class Judge
{
public:
    explicit Judge(QList<Rule> rules);

    //! Looks at the line as of one newly settled probe; to be called for each, in order. end: one past that
    //! probe.
    const Judgement &settled(const LineHistory &history, quint32 end);
    [[nodiscard]] const Judgement &current() const { return m_current; }

private:
    struct RuleState
    {
        bool raised = false;
        bool suspect = false;
        qint64 aboveSinceUs = 0, belowSinceUs = 0, suspectBelowSinceUs = 0; //!< 0: is not
        qint64 beganUs = 0;
    };
    struct RuleView
    {
        Verdict verdict = Verdict::Pending;
        Reason reason;
    };

    [[nodiscard]] RuleView look(const Rule &rule, RuleState &state, const LineHistory &history, quint32 end);
    [[nodiscard]] Statistics figuresOf(const Rule &rule, const LineHistory &history, quint32 end);
    [[nodiscard]] std::optional<Judgement> lookDead(const LineHistory &history, quint32 end);
    [[nodiscard]] std::optional<Judgement> findDead(const LineHistory &history, quint32 end);
    void updateUsual(const LineHistory &history, quint32 end);
    void remember(const Judgement &judgement, qint64 nowUs);

    QList<Rule> m_rules;
    std::vector<RuleState> m_states;
    std::vector<double> m_z;               //!< of each rule's confidence; 0: plain ratio
    std::vector<RollingFigures> m_rolling; //!< one for each window that rules share
    Judgement m_current;
    std::optional<Judgement> m_deadFound; //!< by lookDead(), at the last decided probe
    bool m_dead = false;
    int m_silentRun = 0; //!< decided probes of the dead stretch
    int m_outageRun = 0; //!< probes lost in a row that reach the newest
    std::optional<double> m_usualMs;
    qint64 m_usualAtUs = 0;
    struct Stretch
    {
        qint64 fromUs, toUs;
    };
    std::deque<Stretch> m_flagged; //!< of the last hour
};

//! Judges a sweep once, over all its settled probes: windows and hysteresis do not apply.
[[nodiscard]] Judgement judgeSweep(const QList<Rule> &rules, const LineHistory &history, int count);
//! The same over those of a range.
[[nodiscard]] Judgement judgeSweep(const QList<Rule> &rules, const LineHistory &history, SeqRange all,
                                   int count);

} // namespace plumb
