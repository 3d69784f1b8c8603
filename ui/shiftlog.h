// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor.h"

#include <QObject>

#include <deque>

namespace plumb {

//! A time during which a line was flagged.
struct BadStretch
{
    LineKey line = 0;
    QString name; //!< of the line, at that time
    qint64 beganUs = 0;
    qint64 endedUs = 0; //!< 0: not yet
    Verdict worst = Verdict::Warning;
    Reason worstReason; //!< of that verdict; the greatest figure of a rule
};

//! What a shift wants to hand over: when was measured, which lines were flagged for how long and how badly,
//! how much was not counted. Of the profile that is open, since it is; bounded.
class ShiftLog final
{
public:
    static constexpr size_t MaxStretches = 5000;
    static constexpr size_t MaxRuns = 1000;

    //! Times are UTC. All is forgotten: another profile.
    void clear(qint64 nowUs);
    void runStarted(qint64 nowUs);
    void runEnded(qint64 nowUs);
    void look(const LineState &line, qint64 nowUs);
    //! A line that is gone, or of which nothing more will be known.
    void leave(LineKey line, qint64 nowUs);
    void addVoided(qint64 probes, qint64 nowUs);

    //! From when on everything is known.
    [[nodiscard]] qint64 knownFromUs() const { return m_knownFromUs; }
    [[nodiscard]] const std::deque<BadStretch> &stretches() const { return m_stretches; }
    [[nodiscard]] QList<LineKey> openLines() const { return m_open.keys(); }
    //! When measuring ended; 0 while it goes on or before it began.
    [[nodiscard]] qint64 endedUs() const { return m_runs.empty() ? 0 : m_runs.back().toUs; }
    //! How long was measured in a time, in µs.
    [[nodiscard]] qint64 measuredUs(qint64 fromUs, qint64 toUs) const;
    //! Probes that did not count, by the minute in which that became known.
    [[nodiscard]] qint64 voidedBetween(qint64 fromUs, qint64 toUs) const;

private:
    struct Run
    {
        qint64 fromUs = 0, toUs = 0; //!< toUs 0: goes on
    };
    struct Voided
    {
        qint64 minute = 0, probes = 0;
    };
    [[nodiscard]] BadStretch &stretchOf(qint64 number);

    std::deque<BadStretch> m_stretches;
    QHash<LineKey, qint64> m_open; //!< number of its stretch, counted from the first ever
    qint64 m_forgotten = 0;        //!< stretches that fell out
    std::deque<Run> m_runs;
    std::deque<Voided> m_voided;
    qint64 m_knownFromUs = 0;
};

//! Keeps a log of what a monitor tells.
class ShiftRecorder final : public QObject
{
    Q_OBJECT
public:
    explicit ShiftRecorder(const Monitor *monitor, QObject *parent = nullptr);

    void clear();
    [[nodiscard]] const ShiftLog &log() const { return m_log; }

private:
    void onStateChanged();
    void onLinesChanged();
    void onUpdated(const QList<LineKey> &lines);

    const Monitor *m_monitor;
    ShiftLog m_log;
    qint64 m_voided = 0;
    bool m_isRunning = false;
};

//! What the summary tells besides the log.
struct ShiftScene
{
    QString profile, station;
    qsizetype lines = 0;
    QList<Event> events; //!< newest last: notes and tester faults are told
    int hours = 8;
    qint64 nowUs = 0;
};
//! What happened in the hours before now, for whoever takes over, in the window's language.
[[nodiscard]] QString shiftSummary(const ShiftLog &log, const ShiftScene &scene);

} // namespace plumb
