// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"
#include "statistics.h"
#include "verdict.h"

#include <QHash>
#include <QList>

namespace plumb {

struct LineState;
struct SweptProbes;

//! What a sweep during a watch found out about one line: judged once, over its own probes alone.
struct SweptLine
{
    LineKey key = 0;
    Line line; //!< as it was when the sweep began, with the ports used
    Verdict verdict = Verdict::Pending;
    Reason reason;
    Statistics stats;
};

struct SweepResult
{
    int count = 0; //!< probes to each line
    qint64 startedUs = 0, endedUs = 0;
    QList<SweptLine> lines; //!< in the order in which they were asked for
    int leftOut = 0;        //!< lines that were paused, removed or changed meanwhile
};

//! How far such a sweep has come.
struct SweepProgress
{
    int lines = 0;
    int count = 0;   //!< probes to each
    qint64 sent = 0; //!< of lines × count, those whose fate is known
    qint64 startedUs = 0;
};

//! Follows the probes of a sweep that take the place of a watch's, until the last of them is settled.
class WatchSweep
{
public:
    WatchSweep(quint32 id, const QList<SweptLine> &lines, int count, qint64 startedUs);

    //! Tells where a line's probes of the sweep begin and, once it is back on its watch, end.
    void note(const SweptProbes &probes);

    //! The state of a line; nullptr where it is not watched any more.
    template <typename StateOf>
    [[nodiscard]] bool isSettled(StateOf stateOf, qint64 nowUs) const
    {
        for (const Followed &line : m_lines) {
            if (!isSettled(line, stateOf(line.swept.key), nowUs))
                return false;
        }
        return true;
    }
    template <typename StateOf>
    [[nodiscard]] SweepProgress progress(StateOf stateOf) const
    {
        SweepProgress made{static_cast<int>(m_lines.size()), m_count, 0, m_startedUs};
        for (const Followed &line : m_lines)
            made.sent += settledOf(line, stateOf(line.swept.key));
        return made;
    }
    template <typename StateOf>
    [[nodiscard]] SweepResult result(StateOf stateOf, qint64 nowUs) const
    {
        SweepResult made{m_count, m_startedUs, nowUs, {}, 0};
        for (const Followed &line : m_lines)
            judge(line, stateOf(line.swept.key), made);
        return made;
    }

private:
    struct Followed
    {
        SweptLine swept;
        SeqRange probes;
        bool hasBegun = false, isDone = false;
    };
    [[nodiscard]] bool isSettled(const Followed &line, const LineState *state, qint64 nowUs) const;
    [[nodiscard]] int settledOf(const Followed &line, const LineState *state) const;
    void judge(const Followed &line, const LineState *state, SweepResult &result) const;
    [[nodiscard]] bool hasAll(const Followed &line) const;

    QList<Followed> m_lines;
    QHash<LineKey, qsizetype> m_placeOf;
    quint32 m_id;
    int m_count;
    qint64 m_startedUs;
};

} // namespace plumb
