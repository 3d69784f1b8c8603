// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runcommand.h"

#include "checkcommand.h"
#include "commandtext.h"
#include "console.h"
#include "demo.h"
#include "linefilter.h"
#include "monitor.h"
#include "profilefile.h"
#include "progress.h"
#include "runoutputs.h"
#include "unixsignals.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Without a chart to scroll back in: of 10,000 lines what their rules need. All of them go to the
//! files.
constexpr qint64 KeptProbes = 1'000'000;

//! The lines of a run: from the demo or a file, those that --only and --except leave.
class RunInput
{
public:
    //! The exit code of what went wrong, told already; ExitFine: profile and station stand.
    [[nodiscard]] int load(const RunRequest &request);

    Profile profile;
    QString station;

private:
    [[nodiscard]] int loadFile(const RunRequest &request);
    [[nodiscard]] int startDemo();

    std::unique_ptr<Demo> m_demo;
};

int RunInput::load(const RunRequest &request)
{
    if (const int code = request.demo ? startDemo() : loadFile(request); code != ExitFine)
        return code;

    const LineFilter only{QStringView(request.only)}, except{QStringView(request.except)};
    const qsizetype before = profile.lines.size();
    profile.lines.removeIf([&](const Line &line) {
        return !only.matches(line) || (!request.except.isEmpty() && except.matches(line));
    });
    const QString what = request.demo ? u"--demo"_s : request.profile;
    if (profile.lines.isEmpty()) {
        printError(what + (before > 0 ? u": none of its lines is left by --only and --except; widen them"_s
                                      : u": holds no line; add one"_s));
        return ExitUsage;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (std::all_of(profile.lines.begin(), profile.lines.end(),
                    [&](const Line &line) { return isPaused(line, now); })) {
        printError(what + u": every line is paused; enable one"_s);
        return ExitUsage;
    }
    station = request.station;
    if (station.isEmpty())
        station = profile.station.isEmpty() ? QSysInfo::machineHostName() : profile.station;
    profile.station = station;
    return ExitFine;
}

int RunInput::loadFile(const RunRequest &request)
{
    LoadOptions options;
    options.overrides = request.run.overrides;
    options.rules = request.run.rules;
    LoadResult loaded = loadProfile(request.profile, options);
    printProblems(loaded.problems, request.profile, 20);
    if (!loaded.ok())
        return ExitUsage;
    profile = std::move(loaded.profile);
    assignIds(profile);
    return ExitFine;
}

int RunInput::startDemo()
{
    m_demo = std::make_unique<Demo>();
    if (const QString error = m_demo->start(); !error.isEmpty()) {
        printError(u"--demo: "_s + error);
        return ExitUsage;
    }
    profile = m_demo->profile();
    assignIds(profile);
    return ExitFine;
}

QList<SummaryRow> summaryOf(const Monitor &monitor, const QString &station)
{
    QList<SummaryRow> rows;
    rows.reserve(monitor.keys().size());
    for (const LineKey key : monitor.keys()) {
        const LineState &s = monitor.line(key);
        rows << summaryRow(s.line, s.settings, s.history, wholeRange(s.history), s.verdict, s.reason,
                           s.counters, s.address, station);
    }
    return rows;
}

//! Names the lines that are not paused and could not be judged; how many they are.
int tellUnjudged(const Monitor &monitor)
{
    constexpr int MaxNamed = 20;
    int n = 0;
    QStringList named;
    for (const LineKey key : monitor.keys()) {
        const LineState &state = monitor.line(key);
        if (state.verdict != Verdict::Pending)
            continue;
        if (++n > MaxNamed)
            continue;
        const QString reason = CommandText::shortReason(state.reason);
        named << (reason.isEmpty() ? state.line.label()
                                   : QString(state.line.label() + u" ("_s + reason + u')'));
    }
    if (n > MaxNamed)
        named << u"and %1 more"_s.arg(n - MaxNamed);
    if (n > 0)
        printError(
            u"%1 of %2 lines could not be judged: %3; probe longer or look at the reason of each"_s.arg(n)
                .arg(monitor.keys().size())
                .arg(named.join(u", "_s)));
    return n;
}

} // namespace

int runSweepOrWatch(const RunRequest &request)
{
    RunInput input;
    if (const int code = input.load(request); code != ExitFine)
        return code;
    RunOutputs outputs(request.output, request.run.kind);
    if (const QString error = outputs.open(); !error.isEmpty()) {
        printError(error);
        return ExitUsage;
    }

    Monitor monitor;
    RunOptions run = request.run;
    run.keptProbes = KeptProbes;
    monitor.setProfile(std::exchange(input.profile, {}), run);
    Progress progress(monitor, request.output.quiet, request.durationS);
    progress.announce(monitor.plan(monitor.runKind()));
    outputs.begin(monitor, input.station);

    // Only now: until here Ctrl+C just ends the program, even while a FIFO waits for its reader.
    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::stopRequested, &monitor, [&] {
        progress.clear();
        if (!request.output.quiet)
            printNote(CommandText::tr("stopping: waiting for open probes; Ctrl+C again ends at once"));
        monitor.stop();
    });
    QObject::connect(&signals, &UnixSignals::abortRequested, &monitor, &Monitor::abort);
    QObject::connect(&monitor, &Monitor::samplesSettled, &monitor,
                     [&](const QList<Sample> &samples) { outputs.addSamples(samples); });
    QObject::connect(&monitor, &Monitor::updated, &monitor,
                     [&](const QList<LineKey> &keys) { progress.touch(keys); });
    QObject::connect(&monitor, &Monitor::eventAdded, &monitor, [&](const Event &event) {
        progress.clear();
        outputs.addEvent(event);
    });
    // Queued: a run that ends within start() ends before the event loop runs.
    QObject::connect(
        &monitor, &Monitor::finished, &monitor, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);

    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &monitor, [&] {
        outputs.tick();
        progress.draw();
        if (outputs.standardOutputFailed() && monitor.state() == Monitor::State::Running)
            monitor.stop();
    });
    QTimer end;
    end.setSingleShot(true);
    end.setTimerType(Qt::PreciseTimer);
    QObject::connect(&end, &QTimer::timeout, &monitor, &Monitor::stop);

    QElapsedTimer elapsed;
    elapsed.start();
    progress.begin();
    monitor.start();
    tick.start(1s);
    if (request.durationS)
        end.start(static_cast<int>(*request.durationS * 1000));
    QCoreApplication::exec();

    progress.clear();
    const QList<SummaryRow> rows = summaryOf(monitor, input.station);
    outputs.finish(rows, static_cast<double>(elapsed.elapsed()) / 1000);
    const bool flagged =
        std::any_of(rows.begin(), rows.end(), [](const SummaryRow &row) { return isFlagged(row.verdict); });
    const int unjudged = tellUnjudged(monitor);
    if (outputs.failed())
        return ExitIncomplete;
    if (flagged)
        return ExitFlagged;
    return unjudged > 0 ? ExitIncomplete : ExitFine;
}

} // namespace plumb
