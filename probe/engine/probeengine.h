// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"
#include "sample.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QThread>

#include <memory>

namespace plumb {

class EngineCore;

//! A line as the engine needs it: everything resolved but names.
struct LinePlan
{
    LineKey key = 0;
    Endpoint entry; //!< it and the echo with the port that is used
    std::optional<Endpoint> echo;
    ProbeSettings settings; //!< interval already stretched where a rate cap asks for it
    quint32 firstSeq = 0;   //!< where its numbering goes on
};

enum class RunKind : quint8 { Sweep, Watch };

struct RunPlan
{
    RunKind kind = RunKind::Watch;
    int count = 100;  //!< probes to every line, of a sweep
    quint32 seed = 0; //!< of the order of departures; 0: a random one
    QList<LinePlan> lines;
};

//! The probes of one line that a sweep sent in the place of a watch's: [begin, end) by seq.
struct SweptProbes
{
    quint32 sweep = 0; //!< which one, as it was asked for
    LineKey line = 0;
    quint32 begin = 0;
    quint32 end = 0;
    bool isDone = false; //!< the line is back on its watch; false: it has begun
};

//! Something that happened to one line outside its samples, or to the tester.
struct EngineNotice
{
    enum class Kind : quint8 { AddressChanged, NameNotFound, TesterFault };
    qint64 timeUs = 0;
    LineKey line = 0; //!< 0: the tester
    Kind kind = Kind::TesterFault;
    QString text; //!< English key=value pairs
};

struct CounterUpdate
{
    LineKey line = 0;
    LineCounters counters;
};

struct EngineStatus
{
    bool running = false;                   //!< departures go on
    bool finished = true;                   //!< and no probe is open any more
    qint64 slotsPlanned = 0, slotsDone = 0; //!< of a sweep
    qint64 sent = 0;
    int open = 0;
    int sockets = 0;
    double timerErrorP50Ms = 0, timerErrorP99Ms = 0; //!< departures behind their slot, last 1,024
    qint64 missed = 0;
    qint64 skipped = 0; //!< slots that passed unused: missed ones, and those that a sweep appends at its end
    double loopLagP50Ms = 0, loopLagP99Ms = 0; //!< the engine's event loop, of the last 1,024 alarms
    double loopLagMaxMs = 0;                   //!< since the start
    qint64 dropped = 0;                        //!< replies that found the receive buffer full
    QMap<QString, qint64> sendErrors;          //!< sends that the local stack refused, by errno ("ENOBUFS")
    bool overloaded = false;                   //!< more is asked for than this computer can do
};

//! What the engine had to tell since the last take().
struct EngineBatch
{
    QList<Sample> samples; //!< settled or amended, in the order in which that happened
    QList<CounterUpdate> counters;
    QList<EngineNotice> notices;
    QList<SweptProbes> swept;
    EngineStatus status;
    bool overrun = false; //!< samples were given up because nobody took them
};

//! Probes lines from a thread and event loop of its own. All calls are made from the thread that owns this
//! object and return at once; results wait in a bounded queue, announced by batchReady() at most 20 times a
//! second.
class ProbeEngine final : public QObject
{
    Q_OBJECT
public:
    explicit ProbeEngine(QObject *parent = nullptr);
    ~ProbeEngine() override; //!< ends at once; open probes count nowhere

    void start(const RunPlan &plan);
    //! Sends nothing more and waits for the open probes as "end of a run" says; then finished().
    void stop();
    //! Ends at once.
    void abort();

    //! While a watch runs. A known key is changed: its schedule and target follow, its numbering goes on.
    void putLine(const LinePlan &plan);
    void removeLine(LineKey key);
    //! A paused line keeps its numbering; its open probes are settled as usual.
    void setPaused(LineKey key, bool paused);
    //! While a watch runs: the next count probes of these lines leave in the rounds of a sweep, with the
    //! interval of these plans, and carry its mark; then each line goes back to its watch. A line that is
    //! changed to another target, paused or removed leaves it. One sweep at a time.
    void sweep(quint32 id, const QList<LinePlan> &plans, int count);
    //! The lines go back to their watch at once.
    void endSweep();

    //! Stops the engine's thread for so long, as a computer without time for it would: to show what becomes
    //! of it.
    void stall(std::chrono::milliseconds duration);

    [[nodiscard]] EngineBatch take();

Q_SIGNALS:
    void batchReady();
    void finished();

private:
    QThread m_thread;
    EngineCore *m_core; //!< lives in m_thread
};

} // namespace plumb
