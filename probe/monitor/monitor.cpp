// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor.h"

#include "clock.h"
#include "monitorentry.h"

#include <QSysInfo>

#include <algorithm>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxEvents = 10'000;
constexpr int SweepCheckMs = 100;
constexpr qint64 MinSamplesPerLine = 100, MaxSamplesPerLine = 200'000;

} // namespace

Monitor::Monitor(QObject *parent)
    : QObject(parent)
    , m_engine(std::make_unique<ProbeEngine>())
{
    // Not straight from the signal: posted events come before timers and signals, and where a batch takes
    // longer to take than the next to come nothing else would ever get its turn.
    m_takeTimer.setSingleShot(true);
    connect(m_engine.get(), &ProbeEngine::batchReady, &m_takeTimer, [this] { m_takeTimer.start(0); });
    connect(&m_takeTimer, &QTimer::timeout, this, &Monitor::take);
    connect(m_engine.get(), &ProbeEngine::finished, this, &Monitor::onFinished);
    m_pauseTimer.setSingleShot(true);
    connect(&m_pauseTimer, &QTimer::timeout, this, &Monitor::applyPauses);
    m_sweepTimer.setInterval(SweepCheckMs);
    connect(&m_sweepTimer, &QTimer::timeout, this, &Monitor::checkSweep);
}

Monitor::~Monitor() = default;

QString Monitor::station() const
{
    return m_profile.station.isEmpty() ? QSysInfo::machineHostName() : m_profile.station;
}

const LineState &Monitor::line(LineKey key) const { return m_lines.constFind(key).value()->state; }

int Monitor::historyCapacity(const LineState &state) const
{
    if (m_options.kind == RunKind::Sweep)
        return sweepCount(m_profile, m_options) + 1;
    const auto lines = std::max<qsizetype>(1, m_profile.lines.size());
    // Whatever the share of a line is, its rules see their whole windows, and a late reply its probe.
    const double perSecond = 1000.0 / static_cast<double>(state.settings.interval.count());
    double window = 0;
    for (const Rule &rule : state.rules) {
        const double amount = rule.window.amount;
        window = std::max(window, rule.window.unit == RuleWindow::Unit::Probes ? amount : amount * perSecond);
    }
    const double late = static_cast<double>(state.settings.late.count()) / 1000 * perSecond;
    const auto needed = static_cast<qint64>(1.05 * (window + late)) + 1;
    return static_cast<int>(
        std::clamp(std::max(m_options.keptProbes / lines, needed), MinSamplesPerLine, MaxSamplesPerLine));
}

void Monitor::setProfile(const Profile &profile, const RunOptions &options)
{
    const bool watching = isWatching();
    m_profile = profile;
    m_options = options;
    assignIds(m_profile);

    QHash<QString, std::shared_ptr<Entry>> byId;
    for (const auto &entry : std::as_const(m_lines))
        byId.insert(entry->state.line.id, entry);
    QHash<LineKey, std::shared_ptr<Entry>> kept;
    QList<LineKey> keys;
    for (const Line &line : std::as_const(m_profile.lines)) {
        auto entry = byId.take(line.id);
        const bool isNew = !entry;
        if (isNew) {
            entry = std::make_shared<Entry>();
            entry->state.key = m_nextKey++;
        }
        LineState &state = entry->state;
        const QList<Rule> rules = m_options.rules ? *m_options.rules : rulesOf(m_profile, line);
        if (!isNew && (line.entry != state.line.entry || line.echo != state.line.echo))
            entry->changed = true;
        if (!entry->judge || rules != state.rules) {
            entry->judge = std::make_unique<Judge>(rules);
            entry->judgedEnd = state.history.settledEnd();
        }
        state.line = line;
        if (!entry->inRun)
            state.settings = plannedSettings(m_profile, line, m_options);
        state.rules = rules;
        state.history.setCapacity(historyCapacity(state));
        kept.insert(state.key, entry);
        keys.append(state.key);
    }
    if (watching) {
        for (const auto &gone : std::as_const(byId))
            m_engine->removeLine(gone->state.key);
    }
    m_lines = kept;
    m_keys = keys;
    m_byKey.assign(m_nextKey, nullptr);
    for (const auto &entry : std::as_const(m_lines))
        m_byKey[entry->state.key] = entry.get();
    applyPauses();
    if (watching)
        replan();
    Q_EMIT linesChanged();
}

bool Monitor::isWatching() const { return m_state == State::Running && m_options.kind == RunKind::Watch; }

void Monitor::replan()
{
    // The caps are over all lines: one that comes, goes or changes may change the interval of others.
    QList<LinePlan> plans;
    for (const LineKey key : std::as_const(m_keys)) {
        const Entry &entry = *m_lines.value(key);
        if (entry.paused)
            continue;
        plans.append(planOf(entry, plannedSettings(m_profile, entry.state.line, m_options)));
    }
    (void)applyCaps(plans, m_options);
    for (const LinePlan &plan : std::as_const(plans)) {
        Entry &entry = *m_lines.value(plan.key);
        const bool unchanged = entry.inRun && !entry.changed && plan.settings == entry.state.settings;
        entry.state.settings = plan.settings;
        entry.changed = false;
        if (unchanged)
            continue;
        entry.inRun = true;
        m_engine->putLine(plan);
    }
}

LinePlan Monitor::planOf(const Entry &entry, const ProbeSettings &settings)
{
    LinePlan plan = linePlan(entry.state.key, entry.state.line, settings);
    plan.firstSeq = entry.state.history.endSeq();
    return plan;
}

Monitor::Plan Monitor::plan(RunKind kind) const
{
    RunOptions options = m_options;
    options.kind = kind;
    QList<LinePlan> lines;
    for (const LineKey key : m_keys) {
        const Entry &entry = *m_lines.constFind(key).value();
        if (entry.paused)
            continue;
        lines.append(planOf(entry, plannedSettings(m_profile, entry.state.line, options)));
    }
    return applyCaps(lines, options);
}

void Monitor::start(const QList<LineKey> &only)
{
    if (m_state != State::Idle)
        return;
    const bool sweep = m_options.kind == RunKind::Sweep;
    m_voided = 0;
    m_answered = 0;
    RunPlan run;
    run.kind = m_options.kind;
    run.count = sweepCount(m_profile, m_options);
    run.seed = m_options.seed;
    applyPauses();
    for (const LineKey key : std::as_const(m_keys)) {
        Entry &entry = *m_lines.value(key);
        entry.inRun = !entry.paused && (only.isEmpty() || only.contains(key));
        if (!entry.inRun)
            continue;
        LineState &state = entry.state;
        const bool holes = state.history.settledEnd() != state.history.endSeq();
        if (sweep || holes) {
            state.history = LineHistory(historyCapacity(state));
            entry.judge = std::make_unique<Judge>(state.rules);
            entry.judgedEnd = 0;
        }
        state.settings = plannedSettings(m_profile, state.line, m_options);
        state.history.setCapacity(historyCapacity(state));
        state.counters = {};
        state.verdict = Verdict::Pending;
        state.reason = {};
        state.beganUs = 0;
        run.lines.append(planOf(entry, state.settings));
    }
    (void)applyCaps(run.lines, m_options);
    for (const LinePlan &plan : std::as_const(run.lines))
        m_lines.value(plan.key)->state.settings.interval = plan.settings.interval;
    m_startedUs = realtimeUs();
    m_aborted = false;
    m_engine->start(run);
    setState(State::Running);
    Q_EMIT updated(m_keys);
}

void Monitor::stop()
{
    if (m_state != State::Running)
        return;
    dropSweep();
    setState(State::Stopping);
    m_engine->stop();
}

void Monitor::abort()
{
    if (m_state == State::Idle)
        return;
    dropSweep();
    setState(State::Stopping);
    m_aborted = true;
    m_engine->abort();
}

void Monitor::stallTester(std::chrono::milliseconds duration) { m_engine->stall(duration); }

void Monitor::setPaused(LineKey key, bool paused, const QString &reason)
{
    Entry &entry = *m_lines.value(key);
    const auto same = [&entry](const Line &line) { return line.id == entry.state.line.id; };
    const auto line = std::find_if(m_profile.lines.begin(), m_profile.lines.end(), same);
    line->enabled = !paused;
    line->pausedReason = paused ? reason : QString();
    line->pausedUntil = {};
    entry.state.line = *line;
    applyPauses();
    Q_EMIT linesChanged();
}

void Monitor::applyPauses()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<LineKey> changed;
    qint64 nextMs = -1;
    bool resumed = false;
    for (const LineKey key : std::as_const(m_keys)) {
        Entry &entry = *m_lines.value(key);
        LineState &state = entry.state;
        const bool paused = isPaused(state.line, now);
        if (paused && state.line.pausedUntil.isValid()) {
            const qint64 ms = now.msecsTo(state.line.pausedUntil) + 1;
            nextMs = nextMs < 0 ? ms : std::min(nextMs, ms);
        }
        if (paused == entry.paused && (state.verdict == Verdict::Paused) == paused)
            continue;
        entry.paused = paused;
        changed.append(key);
        if (entry.inRun && isWatching())
            m_engine->setPaused(key, paused);
        else if (!paused && isWatching())
            resumed = true;
        if (!paused) {
            entry.judge = std::make_unique<Judge>(state.rules);
            entry.judgedEnd = state.history.settledEnd();
        }
        state.verdict = paused ? Verdict::Paused : Verdict::Pending;
        state.beganUs = realtimeUs();
        state.reason = {};
        state.reason.kind = paused ? Reason::Kind::Paused : Reason::Kind::None;
        state.reason.detail = state.line.pausedReason;
    }
    constexpr qint64 MaxTimerMs = 3'600'000;
    if (nextMs >= 0)
        m_pauseTimer.start(static_cast<int>(std::min(nextMs, MaxTimerMs)));
    else
        m_pauseTimer.stop();
    if (resumed)
        replan();
    if (!changed.isEmpty())
        Q_EMIT updated(changed);
}

void Monitor::take()
{
    const EngineBatch batch = m_engine->take();
    m_status = batch.status;
    std::vector<Entry *> touched;
    const auto touch = [&](LineKey key) -> Entry * {
        Entry *const entry = key < m_byKey.size() ? m_byKey[key] : nullptr;
        if (!entry || !entry->inRun)
            return nullptr; // removed since
        if (!std::exchange(entry->touched, true))
            touched.push_back(entry);
        return entry;
    };
    for (const Sample &sample : batch.samples) {
        if (Entry *const entry = touch(sample.line))
            put(*entry, sample);
    }
    for (const CounterUpdate &update : batch.counters) {
        if (Entry *const entry = touch(update.line))
            entry->state.counters = update.counters;
    }
    for (const EngineNotice &notice : batch.notices)
        noticed(notice);
    for (const SweptProbes &probes : batch.swept) {
        if (m_sweep)
            m_sweep->note(probes);
    }
    constexpr qint64 GapLookUs = 120'000'000; // the longest time-out and late limit
    if (batch.overrun)
        m_gapsUntilUs = realtimeUs() + GapLookUs;
    if (m_gapsUntilUs > realtimeUs())
        fillGaps(false);
    QList<LineKey> changed;
    changed.reserve(static_cast<qsizetype>(touched.size()));
    for (Entry *const entry : touched) {
        entry->touched = false;
        changed.append(entry->state.key);
        if (m_options.kind == RunKind::Watch)
            judgeNewlySettled(*entry);
    }
    if (!batch.samples.isEmpty())
        Q_EMIT samplesSettled(batch.samples);
    if (!changed.isEmpty())
        Q_EMIT updated(changed);
}

void Monitor::put(Entry &entry, const Sample &sample)
{
    LineHistory &history = entry.state.history;
    const Fate before = history.fateOf(sample.seq);
    history.put(sample);
    m_voided += (sample.fate == Fate::Void) - (before == Fate::Void);
    m_answered += (sample.fate == Fate::Answered) - (before == Fate::Answered);
    if (!sample.address.isEmpty() && sample.address != std::exchange(entry.address, sample.address))
        entry.state.address = sample.address.text();
}

void Monitor::judgeNewlySettled(Entry &entry)
{
    const LineHistory &history = entry.state.history;
    entry.judgedEnd = std::max(entry.judgedEnd, history.firstSeq());
    if (entry.judgedEnd >= history.settledEnd())
        return;
    while (entry.judgedEnd < history.settledEnd())
        setVerdict(entry, entry.judge->settled(history, ++entry.judgedEnd));
}

void Monitor::judgeSweptLines()
{
    for (const LineKey key : std::as_const(m_keys)) {
        Entry &entry = *m_lines.value(key);
        if (entry.inRun)
            setVerdict(entry,
                       judgeSweep(entry.state.rules, entry.state.history, sweepCount(m_profile, m_options)));
    }
}

void Monitor::setVerdict(Entry &entry, const Judgement &judgement)
{
    LineState &state = entry.state;
    const Verdict before = state.verdict;
    state.verdict = judgement.verdict;
    state.reason = judgement.reason;
    if (judgement.verdict == before) {
        if (judgement.beganUs > 0 && isFlagged(judgement.verdict))
            state.beganUs = judgement.beganUs;
        return;
    }
    const qint64 now = realtimeUs();
    const qint64 badSince = state.beganUs;
    state.beganUs = judgement.beganUs > 0 ? judgement.beganUs : now;
    const auto isQuiet = [](Verdict verdict) {
        return verdict == Verdict::Ok || verdict == Verdict::Pending;
    };
    if (isQuiet(before) && isQuiet(judgement.verdict))
        return;
    Event event;
    event.timeUs = now;
    event.line = state.key;
    event.kind = isFlagged(judgement.verdict) && !isFlagged(before)   ? Event::Kind::Raised
                 : isFlagged(before) && !isFlagged(judgement.verdict) ? Event::Kind::Cleared
                                                                      : Event::Kind::Changed;
    event.verdict = judgement.verdict;
    event.before = before;
    event.reason = judgement.reason;
    // What has cleared began when the bad stretch did: the two times of the event are its length.
    event.beganUs = event.kind == Event::Kind::Cleared ? badSince : state.beganUs;
    addEvent(event);
}

void Monitor::fillGaps(bool all)
{
    // A sample that the engine gave up leaves a hole, and everything after a hole counts as not settled. Once
    // it can not come any more the hole is this computer's fault.
    const bool sweep = m_options.kind == RunKind::Sweep;
    const auto count = static_cast<quint32>(sweepCount(m_profile, m_options));
    for (const auto &entry : std::as_const(m_lines)) {
        if (!entry->inRun)
            continue;
        LineHistory &history = entry->state.history;
        const qint64 patienceUs =
            std::chrono::microseconds(entry->state.settings.timeout + std::chrono::seconds(2)).count();
        qint64 nextSentUs = realtimeUs();
        for (quint32 seq = all && sweep ? count : history.endSeq(); seq > history.settledEnd(); --seq) {
            Sample sample;
            sample.seq = seq - 1;
            if (seq <= history.endSeq())
                sample = history.at(seq - 1);
            if (sample.fate != Fate::Open) {
                nextSentUs = sample.sentUs;
                continue;
            }
            if (!all && nextSentUs > realtimeUs() - patienceUs)
                continue;
            sample.sentUs = nextSentUs;
            sample.line = entry->state.key;
            sample.fate = Fate::Void;
            sample.detail = TextId::of(u"cause=record-overrun"_s);
            put(*entry, sample);
        }
    }
}

void Monitor::noticed(const EngineNotice &notice)
{
    if (const auto entry = m_lines.value(notice.line)) {
        if (entry->lastNotice == notice.text)
            return;
        entry->lastNotice = notice.text;
    }
    Event event;
    event.timeUs = notice.timeUs;
    event.line = notice.line;
    event.kind = notice.kind == EngineNotice::Kind::TesterFault ? Event::Kind::Tester : Event::Kind::Note;
    event.text = notice.text;
    addEvent(event);
}

void Monitor::setNotes(const QList<Event> &notes)
{
    m_events.removeIf([](const Event &event) { return event.noteId != 0; });
    for (const Event &note : notes) {
        const auto later =
            std::upper_bound(m_events.cbegin(), m_events.cend(), note.timeUs,
                             [](qint64 timeUs, const Event &event) { return timeUs < event.timeUs; });
        m_events.insert(later, note);
    }
    dropOldEvents();
    Q_EMIT notesChanged();
}

void Monitor::addEvent(const Event &event)
{
    m_events.append(event);
    dropOldEvents();
    Q_EMIT eventAdded(event);
}

void Monitor::dropOldEvents()
{
    // What the user wrote stays; there is a bound on that elsewhere.
    while (m_events.size() > MaxEvents) {
        const auto oldest = std::find_if(m_events.cbegin(), m_events.cend(),
                                         [](const Event &event) { return event.noteId == 0; });
        m_events.erase(oldest == m_events.cend() ? m_events.cbegin() : oldest);
    }
}

void Monitor::onFinished()
{
    m_takeTimer.stop();
    take(); // what the last twentieth of a second brought
    if (m_gapsUntilUs > realtimeUs() && !m_aborted)
        fillGaps(true);
    m_gapsUntilUs = 0;
    if (m_options.kind == RunKind::Sweep) {
        judgeSweptLines();
        Q_EMIT updated(m_keys);
    }
    setState(State::Idle);
    Q_EMIT finished();
}

void Monitor::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace plumb
