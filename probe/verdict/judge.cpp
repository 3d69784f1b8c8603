// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge.h"

#include "ruling.h"

#include <algorithm>
#include <vector>

namespace plumb {

namespace {

constexpr int DeadProbes = 10;
constexpr qint64 DeadUs = 10'000'000;
constexpr int AliveAnswers = 3;
//! How far back silence is looked for: 10 s at the shortest interval, and as many again that were not
//! counted.
constexpr quint32 DeadReach = 2'000;
constexpr double WatchConfidence = 99.9;
constexpr qint64 UsualSpanUs = 3'600'000'000;
constexpr qint64 UsualEveryUs = 10'000'000;
constexpr int UsualSamples = 50;
//! How far back an onset is looked for, in settled probes.
constexpr quint32 OnsetReach = 2'000;
//! Outages longer than this are counted on, not counted again at each probe.
constexpr quint32 OutageReach = 1'000;

bool isRolling(Metric metric)
{
    return metric == Metric::Loss || metric == Metric::Mean || metric == Metric::Jitter;
}

RollingFigures *rollingOf(std::vector<RollingFigures> &all, const RuleWindow &window)
{
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&window](const RollingFigures &r) { return r.window() == window; });
    return found == all.end() ? nullptr : &*found;
}

SeqRange windowOf(const Rule &rule, const LineHistory &history, quint32 end)
{
    if (rule.metric == Metric::Outage)
        return {end > OutageReach ? std::max(history.firstSeq(), end - OutageReach) : history.firstSeq(),
                end};
    return rule.window.unit == RuleWindow::Unit::Probes ? lastDecided(history, rule.window.amount, end)
                                                        : lastSeconds(history, rule.window.amount, end);
}

//! True once a condition has held for so many seconds; since remembers when it began.
bool heldFor(bool holds, qint64 &sinceUs, qint64 nowUs, double seconds)
{
    if (!holds) {
        sinceUs = 0;
        return false;
    }
    if (sinceUs == 0)
        sinceUs = nowUs;
    return static_cast<double>(nowUs - sinceUs) >= seconds * 1e6;
}

} // namespace

Judge::Judge(QList<Rule> rules)
    : m_rules(std::move(rules))
    , m_states(static_cast<size_t>(m_rules.size()))
{
    for (const Rule &rule : std::as_const(m_rules)) {
        const double confidence = rule.confidence.value_or(WatchConfidence);
        m_z.push_back(confidence > 0 ? oneSidedZ(confidence) : 0);
        if (isRolling(rule.metric) && !rollingOf(m_rolling, rule.window))
            m_rolling.emplace_back(rule.window);
    }
}

const Judgement &Judge::settled(const LineHistory &history, quint32 end)
{
    const qint64 now = history.at(end - 1).sentUs;
    updateUsual(history, end);
    if (const Fate fate = history.at(end - 1).fate; isDecided(fate))
        m_outageRun = isLoss(fate) ? m_outageRun + 1 : 0;

    Judgement made;
    bool tester = false;
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        RuleState &state = m_states[static_cast<size_t>(i)];
        const RuleView view = look(m_rules[i], state, history, end);
        tester = tester || view.reason.kind == Reason::Kind::Tester;
        if (i == 0 || badness(view.verdict) > badness(made.verdict)) {
            made.verdict = view.verdict;
            made.reason = view.reason;
            made.beganUs =
                view.verdict == Verdict::Ok || view.verdict == Verdict::Pending ? 0 : state.beganUs;
        }
    }
    if (m_rules.isEmpty()) {
        const Statistics recent =
            statisticsOf(history, lastDecided(history, DeadProbes, end), Figures::Running);
        made.verdict = recent.decided() >= DeadProbes ? Verdict::Ok : Verdict::Pending;
        if (made.verdict == Verdict::Pending)
            made.reason = {.kind = Reason::Kind::TooFew,
                           .samples = recent.decided(),
                           .needed = DeadProbes,
                           .detail = {}};
    }
    if (tester && !isFlagged(made.verdict)) {
        made = {Verdict::Pending, {}, 0};
        made.reason.kind = Reason::Kind::Tester;
    }
    if (const auto dead = lookDead(history, end))
        made = *dead;
    if (made.verdict == Verdict::Pending && history.at(end - 1).fate == Fate::Unsent) {
        made.reason = {};
        made.reason.kind = Reason::Kind::NotSent;
        made.reason.detail = causeOf(history.at(end - 1));
    }
    remember(made, now);
    m_current = made;
    return m_current;
}

Judge::RuleView Judge::look(const Rule &rule, RuleState &state, const LineHistory &history, quint32 end)
{
    RuleView view;
    const qint64 now = history.at(end - 1).sentUs;
    const Statistics stats = figuresOf(rule, history, end);
    if (2 * stats.voided > stats.settled()) {
        view.reason.kind = Reason::Kind::Tester;
        state.aboveSinceUs = state.belowSinceUs = state.suspectBelowSinceUs = 0; // nothing was seen to hold
        return view;
    }

    std::optional<double> threshold = rule.above;
    if (!rule.aboveBaseline.isEmpty() && m_usualMs) {
        threshold = 0;
        for (const BaselineTerm &term : rule.aboveBaseline)
            threshold = std::max(*threshold, term.percent ? *m_usualMs * (1 + term.value / 100)
                                                          : *m_usualMs + term.value);
    }
    const std::optional<double> value = figureOf(rule.metric, stats);
    const int samples = samplesOf(rule.metric, stats);
    const int needed = rule.metric == Metric::Outage ? 1 : rule.minSamples.value_or(defaultMinSamples(rule));
    const bool tooFew = samples < needed || !value;
    if ((tooFew || !threshold) && !state.raised) {
        // Without a usual value yet, a baseline rule has nothing to say against the line.
        view.verdict = tooFew ? Verdict::Pending : Verdict::Ok;
        state.aboveSinceUs = 0;
        if (tooFew)
            view.reason = {.kind = Reason::Kind::TooFew, .samples = samples, .needed = needed, .detail = {}};
        state.suspect = false;
        return view;
    }
    if (tooFew || !threshold) {
        // A raised rule whose figure is unknown now stays as it is: nothing says that the line is well again.
        view.verdict = verdictOf(rule.severity);
        view.reason = ruleReason(rule, stats, value.value_or(0), threshold.value_or(0));
        if (!value)
            view.reason.kind = Reason::Kind::LateOnly; // no answer at all is what empties a delay
        return view;
    }

    double bound = -1;
    bool certain = *value > *threshold;
    const double z = m_z[static_cast<size_t>(&state - m_states.data())];
    if (rule.metric == Metric::Loss && z > 0) {
        bound = 100 * wilson(stats.lossCount(), stats.decided(), z).low;
        certain = bound > *threshold;
    }
    const bool above = *value > *threshold;
    // Two thirds of the threshold; of a baseline rule, of what it is above the usual: a line that is as usual
    // is well.
    const double base = rule.aboveBaseline.isEmpty() ? 0 : *m_usualMs;
    const double clearBelow = rule.clearBelow.value_or(base + (*threshold - base) * 2 / 3);
    const bool wasBad = state.raised || state.suspect;
    if (!state.raised && heldFor(certain, state.aboveSinceUs, now, rule.raiseAfterS)) {
        state.raised = true;
        state.belowSinceUs = 0;
    } else if (state.raised && heldFor(*value <= clearBelow, state.belowSinceUs, now, rule.clearAfterS)) {
        state.raised = false;
        state.aboveSinceUs = 0;
    }
    // A suspicion fades as slowly as a flag, so that a line at its threshold does not flicker.
    if (above) {
        state.suspect = true;
        state.suspectBelowSinceUs = 0;
    } else if (state.suspect && heldFor(true, state.suspectBelowSinceUs, now, rule.clearAfterS)) {
        state.suspect = false;
    }
    const bool isBad = state.raised || state.suspect;
    if (isBad && !wasBad) {
        const quint32 reach = end - history.firstSeq() > OnsetReach ? end - OnsetReach : history.firstSeq();
        const quint32 windowBegin = windowOf(rule, history, end).begin;
        state.beganUs = onsetUs(rule, *threshold, history, {std::min(windowBegin, reach), end});
    } else if (!isBad) {
        state.beganUs = 0;
    }

    view.verdict = state.raised ? verdictOf(rule.severity) : state.suspect ? Verdict::Suspect : Verdict::Ok;
    view.reason = ruleReason(rule, stats, *value, *threshold);
    view.reason.bound = bound;
    if (!rule.aboveBaseline.isEmpty())
        view.reason.usual = m_usualMs.value_or(-1);
    if (view.verdict == Verdict::Ok)
        view.reason = {};
    return view;
}

Statistics Judge::figuresOf(const Rule &rule, const LineHistory &history, quint32 end)
{
    if (isRolling(rule.metric))
        return rollingOf(m_rolling, rule.window)->moveTo(history, end);
    const bool isOutage = rule.metric == Metric::Outage;
    Statistics stats =
        statisticsOf(history, windowOf(rule, history, end), isOutage ? Figures::Running : Figures::All);
    if (stats.outageNow >= static_cast<int>(OutageReach))
        stats.outageNow = std::max(stats.outageNow, m_outageRun);
    return stats;
}

std::optional<Judgement> Judge::lookDead(const LineHistory &history, quint32 end)
{
    // Only decided probes tell: one that was not counted leaves things as they were.
    if (isDecided(history.at(end - 1).fate))
        m_deadFound = findDead(history, end);
    return m_deadFound;
}

std::optional<Judgement> Judge::findDead(const LineHistory &history, quint32 end)
{
    ++m_silentRun;
    // The probes in a row, back from the newest, that brought no answer; and of those the ones without a late
    // reply either. A line that is dead already is looked at only as far back as it takes to be so: a long
    // outage must not cost more.
    struct Run
    {
        int n = 0;
        qint64 fromUs = 0;
    };
    Run unanswered, silent;
    int answers = 0;
    bool sawLate = false;
    qint64 newestUs = 0;
    const auto longEnough = [&newestUs](const Run &run) {
        return run.n >= DeadProbes && newestUs - run.fromUs >= DeadUs;
    };
    const quint32 reach = end - history.firstSeq() > DeadReach ? end - DeadReach : history.firstSeq();
    for (quint32 seq = end; seq > reach; --seq) {
        const Sample &sample = history.at(seq - 1);
        if (!isDecided(sample.fate))
            continue;
        if (newestUs == 0)
            newestUs = sample.sentUs;
        if (sample.fate == Fate::Answered) {
            if (unanswered.n > 0 || ++answers >= AliveAnswers)
                break;
            continue;
        }
        if (answers > 0)
            break;
        unanswered = {unanswered.n + 1, sample.sentUs};
        sawLate = sawLate || sample.fate == Fate::Late;
        if (!sawLate)
            silent = {silent.n + 1, sample.sentUs};
        if (m_dead && longEnough(silent))
            break;
    }
    if (longEnough(silent)) {
        const bool goesOn = m_dead && m_current.verdict == Verdict::Dead;
        if (!goesOn)
            m_silentRun = silent.n;
        m_dead = true;
        Judgement dead{Verdict::Dead, deadReason(history, end, silent.n),
                       goesOn ? m_current.beganUs : silent.fromUs};
        dead.reason.samples = m_silentRun;
        return dead;
    }
    if (m_dead && answers < AliveAnswers && !sawLate)
        return m_current.verdict == Verdict::Dead ? std::optional(m_current) : std::nullopt;
    m_dead = false;
    if (longEnough(unanswered)) {
        Judgement late{Verdict::Critical, {}, unanswered.fromUs};
        late.reason.kind = Reason::Kind::LateOnly;
        late.reason.samples = unanswered.n;
        return late;
    }
    return std::nullopt;
}

void Judge::updateUsual(const LineHistory &history, quint32 end)
{
    const auto isBaseline = [](const Rule &rule) { return !rule.aboveBaseline.isEmpty(); };
    const qint64 now = history.at(end - 1).sentUs;
    const bool due = m_usualAtUs == 0 || now - m_usualAtUs >= UsualEveryUs || now < m_usualAtUs;
    const auto rule = std::find_if(m_rules.cbegin(), m_rules.cend(), isBaseline);
    if (rule == m_rules.cend() || !due)
        return;
    m_usualAtUs = now;
    // The rule's own window is left out: what is being judged must not make its own yardstick.
    const SeqRange hour = {history.lowerBound(now - UsualSpanUs), windowOf(*rule, history, end).begin};
    std::vector<qint32> rtts;
    auto flagged = m_flagged.cbegin();
    for (quint32 seq = hour.begin; seq < hour.end; ++seq) {
        const Sample &sample = history.at(seq);
        while (flagged != m_flagged.cend() && flagged->toUs < sample.sentUs)
            ++flagged;
        const bool inFlagged = flagged != m_flagged.cend() && flagged->fromUs <= sample.sentUs;
        if (sample.fate == Fate::Answered && !inFlagged)
            rtts.push_back(sample.rttUs);
    }
    if (rtts.size() < UsualSamples)
        return;
    const auto middle = rtts.begin() + static_cast<std::ptrdiff_t>((rtts.size() + 1) / 2 - 1);
    std::nth_element(rtts.begin(), middle, rtts.end());
    m_usualMs = *middle / 1000.0;
}

void Judge::remember(const Judgement &judgement, qint64 nowUs)
{
    if (!isFlagged(judgement.verdict))
        return;
    const qint64 from = judgement.beganUs > 0 ? judgement.beganUs : nowUs;
    if (!m_flagged.empty() && m_flagged.back().toUs >= from)
        m_flagged.back().toUs = nowUs;
    else
        m_flagged.push_back({from, nowUs});
    while (m_flagged.front().toUs < nowUs - UsualSpanUs)
        m_flagged.pop_front();
}

} // namespace plumb
