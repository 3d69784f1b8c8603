// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "echoserver.h"
#include "probeengine.h"

#include <algorithm>
#include <map>

namespace plumb::test {

inline LinePlan planTo(LineKey key, const QString &host, quint16 port)
{
    LinePlan plan;
    plan.key = key;
    plan.entry = {host, port};
    plan.settings.interval = std::chrono::milliseconds(20);
    plan.settings.timeout = std::chrono::milliseconds(300);
    plan.settings.late = std::chrono::seconds(2);
    return plan;
}

inline LinePlan planTo(LineKey key, const EchoServer &server)
{
    return planTo(key, server.socket.localAddress().toString(), server.port());
}

//! Gathers what an engine tells, each probe with its newest fate.
class Gatherer : public QObject
{
    Q_OBJECT
public:
    Gatherer()
    {
        connect(&engine, &ProbeEngine::batchReady, this, &Gatherer::take);
        connect(&engine, &ProbeEngine::finished, this, [this] {
            take();
            finished = true;
        });
    }

    void take()
    {
        const EngineBatch batch = engine.take();
        for (const Sample &sample : batch.samples) {
            samples[{sample.line, sample.seq}] = sample;
            told.append(sample);
        }
        for (const CounterUpdate &update : batch.counters)
            counters[update.line] = update.counters;
        notices += batch.notices;
        status = batch.status;
    }

    void sweep(const QList<LinePlan> &lines, int count)
    {
        finished = false;
        RunPlan plan;
        plan.kind = RunKind::Sweep;
        plan.count = count;
        plan.lines = lines;
        engine.start(plan);
    }
    void watch(const QList<LinePlan> &lines)
    {
        finished = false;
        RunPlan plan;
        plan.lines = lines;
        engine.start(plan);
    }

    [[nodiscard]] int count(Fate fate, LineKey line = 0) const
    {
        return static_cast<int>(std::count_if(samples.begin(), samples.end(), [=](const auto &entry) {
            return entry.second.fate == fate && (line == 0 || entry.second.line == line);
        }));
    }

    //! A machine that is busy with other things may hold a send up: such a probe is void, whatever its fate.
    [[nodiscard]] int countOrVoid(Fate fate) const { return count(fate) + count(Fate::Void); }

    ProbeEngine engine;
    std::map<std::pair<LineKey, quint32>, Sample> samples;
    QList<Sample> told;
    std::map<LineKey, LineCounters> counters;
    QList<EngineNotice> notices;
    EngineStatus status;
    bool finished = false;
};

//! ms; how long a test waits for what must come.
inline constexpr int Patience = 20'000;

} // namespace plumb::test
