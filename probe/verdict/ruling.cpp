// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruling.h"

#include <cstdlib>
#include <utility>

namespace plumb {

std::optional<double> figureOf(Metric metric, const Statistics &stats)
{
    switch (metric) {
    case Metric::Loss: return stats.lossPct;
    case Metric::Mean: return stats.meanMs;
    case Metric::Median: return stats.medianMs;
    case Metric::P95: return stats.p95Ms;
    case Metric::P99: return stats.p99Ms;
    case Metric::Jitter: return stats.jitterMs;
    case Metric::Outage: return stats.outageNow;
    }
    Q_UNREACHABLE();
}

int samplesOf(Metric metric, const Statistics &stats)
{
    return metric == Metric::Loss || metric == Metric::Outage ? stats.decided() : stats.answered;
}

Reason ruleReason(const Rule &rule, const Statistics &stats, double value, double threshold)
{
    Reason reason;
    reason.kind = Reason::Kind::Rule;
    reason.metric = rule.metric;
    reason.value = value;
    reason.threshold = threshold;
    reason.samples = samplesOf(rule.metric, stats);
    reason.lost = stats.lossCount();
    return reason;
}

Verdict verdictOf(Severity severity)
{
    return severity == Severity::Critical ? Verdict::Critical : Verdict::Warning;
}

int badness(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Paused:
    case Verdict::Pending: return 0;
    case Verdict::Ok: return 1;
    case Verdict::Suspect: return 2;
    case Verdict::Warning: return 3;
    case Verdict::Critical: return 4;
    case Verdict::Dead: return 5;
    }
    Q_UNREACHABLE();
}

Reason deadReason(const LineHistory &history, quint32 end, int n)
{
    Reason reason;
    reason.kind = Reason::Kind::Silent;
    reason.samples = n;
    int refused = 0;
    for (quint32 seq = end; seq > history.firstSeq() && n > 0; --seq) {
        const Sample &sample = history.at(seq - 1);
        if (!isDecided(sample.fate))
            continue;
        --n;
        if (sample.fate != Fate::Refused)
            continue;
        if (++refused == 1)
            reason.detail = causeOf(sample);
    }
    // Routers limit their ICMP errors to a few a second: a handful among many silent probes tells the cause
    // all the same.
    if (refused > 0)
        reason.kind = Reason::Kind::Icmp;
    return reason;
}

qint64 onsetUs(const Rule &rule, double threshold, const LineHistory &history, SeqRange range)
{
    // The share of probes that exceed the threshold while the figure itself is still good.
    const auto goodShare = [&]() -> double {
        switch (rule.metric) {
        case Metric::Loss: return threshold / 200; // half of what is bad
        case Metric::P95: return 0.025;
        case Metric::P99: return 0.005;
        default: return 0.5;
        }
    };
    const bool isLossRule = rule.metric == Metric::Loss || rule.metric == Metric::Outage;
    const double good = goodShare();
    double sum = 0, best = 0;
    qint64 began = 0;
    const Sample *next = nullptr; // the answered one after, of a jitter rule
    for (quint32 seq = range.end; seq > range.begin; --seq) {
        const Sample &sample = history.at(seq - 1);
        if (!isDecided(sample.fate))
            continue;
        bool bad = isLoss(sample.fate);
        if (!isLossRule) {
            const Sample *const after = std::exchange(next, bad ? nullptr : &sample);
            if (bad || (rule.metric == Metric::Jitter && !after))
                continue;
            const qint32 us =
                rule.metric == Metric::Jitter ? std::abs(after->rttUs - sample.rttUs) : sample.rttUs;
            bad = us > threshold * 1000;
        }
        sum += (bad ? 1 : 0) - good;
        if (bad && sum >= best) {
            best = sum;
            began = sample.sentUs;
        }
    }
    return began != 0 || range.end <= range.begin ? began : history.at(range.end - 1).sentUs;
}

} // namespace plumb
