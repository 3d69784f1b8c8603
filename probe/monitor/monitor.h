// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linehistory.h"
#include "probeengine.h"
#include "runplan.h"
#include "statistics.h"
#include "verdict.h"
#include "watchsweep.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace plumb {

class Judge;
struct Judgement;

//! What the main thread knows of one line.
struct LineState
{
    LineKey key = 0;
    Line line;
    ProbeSettings settings;
    QList<Rule> rules;
    LineHistory history;
    LineCounters counters;
    QString address; //!< as resolved; empty before
    Verdict verdict = Verdict::Pending;
    Reason reason;
    qint64 beganUs = 0; //!< onset of the verdict; 0 unknown
};

//! Holds the lines, their histories and verdicts, fed by the engine. Main thread only; shared by window and
//! command line.
class Monitor final : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 { Idle, Running, Stopping };

    explicit Monitor(QObject *parent = nullptr);
    ~Monitor() override;

    //! Replaces the lines. Lines that are kept (same id) keep key, history and verdict; during a watch
    //! probing follows.
    void setProfile(const Profile &profile, const RunOptions &options);
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const RunOptions &options() const { return m_options; }

    //! What a run of a kind would send, without starting it.
    using Plan = PlannedRate;
    [[nodiscard]] Plan plan(RunKind kind) const;
    //! The profile's, else the host's name.
    [[nodiscard]] QString station() const;

    //! Clears histories of a former run (a watch that goes on after stop() keeps them) and probes. only: a
    //! subset by key.
    void start(const QList<LineKey> &only = {});
    void stop();
    void abort();
    //! See ProbeEngine::stall().
    void stallTester(std::chrono::milliseconds duration);
    void setPaused(LineKey key, bool paused, const QString &reason = {});

    //! While watching: the next count probes of these lines are a sweep, in the place of their watch's and
    //! with its mark; they are judged once, in swept(), and the watch goes on. Paused lines are left out.
    //! False where no watch runs, another such sweep does, or no line is left.
    bool sweepDuringWatch(const QList<LineKey> &keys, int count);
    //! The lines go back to their watch at once; there is no result.
    void cancelSweep();
    //! Empty while there is no such sweep.
    [[nodiscard]] std::optional<SweepProgress> sweepProgress() const;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] RunKind runKind() const { return m_options.kind; }
    [[nodiscard]] const EngineStatus &status() const { return m_status; }
    [[nodiscard]] qint64 startedUs() const { return m_startedUs; } //!< UTC; 0 before the first start

    //! In profile order.
    [[nodiscard]] const QList<LineKey> &keys() const { return m_keys; }
    [[nodiscard]] const LineState &line(LineKey key) const;
    [[nodiscard]] bool contains(LineKey key) const { return m_lines.contains(key); }
    //! Newest last, bounded to 10,000.
    [[nodiscard]] const QList<Event> &events() const { return m_events; }
    //! The notes that the user wrote, each with its noteId; they take the place of those before, among the
    //! other events by their time.
    void setNotes(const QList<Event> &notes);

    //! How many probes were void since the start, over all lines.
    [[nodiscard]] qint64 voided() const { return m_voided; }
    [[nodiscard]] qint64 answered() const { return m_answered; }

Q_SIGNALS:
    void linesChanged(); //!< keys() or a line's definition changed
    void updated(
        const QList<plumb::LineKey> &keys); //!< samples, verdict or counters of these changed (≤ 20 a second)
    void
    samplesSettled(const QList<plumb::Sample> &samples); //!< as they come from the engine, amendments too
    void eventAdded(const plumb::Event &event);
    void notesChanged(); //!< in events()
    void stateChanged();
    void finished();     //!< a run ended; a sweep has been judged
    void sweepChanged(); //!< a sweep during a watch has begun, ended or was cancelled
    void swept(const plumb::SweepResult &result); //!< such a sweep has been judged

private:
    struct Entry;

    void take();
    void put(Entry &entry, const Sample &sample);
    void judgeNewlySettled(Entry &entry);
    void judgeSweptLines();
    void setVerdict(Entry &entry, const Judgement &judgement);
    void fillGaps(bool all);
    void noticed(const EngineNotice &notice);
    void addEvent(const Event &event);
    void dropOldEvents();
    void applyPauses();
    void onFinished();
    void checkSweep();
    void dropSweep();
    [[nodiscard]] const LineState *watchedState(LineKey key) const;
    void setState(State state);
    [[nodiscard]] static LinePlan planOf(const Entry &entry, const ProbeSettings &settings);
    void replan();
    [[nodiscard]] bool isWatching() const;
    [[nodiscard]] int historyCapacity(const LineState &state) const;

    Profile m_profile;
    RunOptions m_options;
    std::unique_ptr<ProbeEngine> m_engine;
    QHash<LineKey, std::shared_ptr<Entry>> m_lines;
    std::vector<Entry *> m_byKey; //!< the same, for each sample
    QList<LineKey> m_keys;
    QList<Event> m_events;
    EngineStatus m_status;
    State m_state = State::Idle;
    qint64 m_startedUs = 0, m_voided = 0, m_answered = 0;
    qint64 m_gapsUntilUs = 0; //!< the engine gave samples up: holes are looked for until then
    LineKey m_nextKey = 1;
    bool m_aborted = false; //!< open probes count nowhere
    QTimer m_pauseTimer;
    std::optional<WatchSweep> m_sweep; //!< during a watch
    quint32 m_sweepId = 0;
    QTimer m_sweepTimer;
    QTimer m_takeTimer;
};

} // namespace plumb
