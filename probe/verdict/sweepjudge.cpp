// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge.h"

#include "ruling.h"

#include <algorithm>

namespace plumb {

namespace {

constexpr double SweepConfidence = 95; // one look at all probes
constexpr int DeadProbes = 10;

} // namespace

Judgement judgeSweep(const QList<Rule> &rules, const LineHistory &history, int count)
{
    return judgeSweep(rules, history, wholeRange(history), count);
}

Judgement judgeSweep(const QList<Rule> &rules, const LineHistory &history, SeqRange all, int count)
{
    const Statistics stats = statisticsOf(history, all);
    Judgement made;
    const auto firstLoss = [&] {
        for (quint32 seq = all.begin; seq < all.end; ++seq) {
            if (isLoss(history.at(seq).fate))
                return history.at(seq).sentUs;
        }
        return qint64{0};
    };

    if (stats.decided() == 0 || 2 * stats.voided > stats.settled()) {
        made.reason.kind = stats.voided > 0   ? Reason::Kind::Tester
                           : stats.unsent > 0 ? Reason::Kind::NotSent
                                              : Reason::Kind::TooFew;
        if (stats.unsent > 0 && stats.voided == 0)
            made.reason.detail = causeOf(history.at(all.end - 1));
        made.reason.needed = std::min(DeadProbes, count);
        return made;
    }
    if (stats.answered == 0 && stats.decided() >= std::min(DeadProbes, count)) {
        const bool lateOnly = stats.late > 0;
        made = {lateOnly ? Verdict::Critical : Verdict::Dead, {}, firstLoss()};
        if (lateOnly) {
            made.reason.kind = Reason::Kind::LateOnly;
            made.reason.samples = stats.decided();
        } else {
            made.reason = deadReason(history, all.end, stats.decided());
        }
        return made;
    }

    bool judged = false;
    Reason tooFew{.kind = Reason::Kind::TooFew,
                  .samples = stats.decided(),
                  .needed = std::min(DeadProbes, count),
                  .detail = {}};
    if (rules.isEmpty() && stats.decided() >= tooFew.needed)
        judged = true;
    for (const Rule &rule : rules) {
        Statistics seen = stats;
        seen.outageNow = stats.longestOutage; // a sweep's outage may lie anywhere in it
        const std::optional<double> value = figureOf(rule.metric, seen);
        const int samples = samplesOf(rule.metric, seen);
        const int needed = std::min(rule.minSamples.value_or(defaultMinSamples(rule)), count);
        if (!rule.above)
            continue; // a usual value takes a watch
        if (samples < needed || !value) {
            tooFew.samples = samples;
            tooFew.needed = needed;
            continue;
        }
        judged = true;
        if (*value <= *rule.above)
            continue;
        Verdict verdict = verdictOf(rule.severity);
        Reason reason = ruleReason(rule, seen, *value, *rule.above);
        const double confidence = rule.confidence.value_or(SweepConfidence);
        if (rule.metric == Metric::Loss && confidence > 0) {
            reason.bound = 100 * wilson(seen.lossCount(), seen.decided(), oneSidedZ(confidence)).low;
            if (reason.bound <= *rule.above)
                verdict = Verdict::Suspect;
        }
        if (badness(verdict) > badness(made.verdict))
            made = {verdict, reason, onsetUs(rule, *rule.above, history, all)};
    }
    if (made.verdict == Verdict::Pending) {
        made.verdict = judged ? Verdict::Ok : Verdict::Pending;
        if (!judged)
            made.reason = tooFew;
    }
    return made;
}

} // namespace plumb
