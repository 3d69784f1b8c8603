// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineprober.h"

#include "clock.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! A slot that is this late is not used: what a stall held up must not leave as a burst.
constexpr qint64 MaxLateNs = 25'000'000;
//! Between the send stamp and the end of the call: more, and the RTT would be the tester's.
constexpr qint64 MaxSendNs = 500'000;
constexpr qint64 NameWaitNs = 5'000'000'000;
constexpr qint64 LookUpAgainNs = 300'000'000'000;
constexpr qint64 LookUpWhileDeadNs = 10'000'000'000;
constexpr quint32 DeadAfter = 10;

bool isName(const Endpoint &endpoint) { return !endpoint.address(); }

} // namespace

LineProber::LineProber(EngineParts &parts, const LinePlan &plan, LineSchedule schedule, quint32 count)
    : m_parts(parts)
    , m_plan(plan)
    , m_schedule(std::move(schedule))
    , m_nextSeq(plan.firstSeq)
    , m_count(count)
{
    remake();
}

LineProber::~LineProber() { close(); }

void LineProber::remake()
{
    const Endpoint entry = m_plan.entry;
    const auto echo = m_plan.echo;
    m_named = isName(entry) || (echo && isName(*echo));
    m_codec.reset();
    m_nameError.clear();
    m_lookUpId = ++m_parts.totals.lookUps; // an answer that is still on its way is not for this target
    if (m_named) {
        m_nameDeadlineNs = monotonicNs() + NameWaitNs;
        m_skipsSilently = true;
        askForNames();
    } else {
        setAddresses(m_lookUpId, {*entry.address()}, echo ? *echo->address() : QHostAddress(), {});
    }
}

void LineProber::askForNames()
{
    m_lookedUpNs = monotonicNs();
    m_lookUpId = ++m_parts.totals.lookUps;
    m_parts.lookUp(m_plan.key, m_lookUpId);
}

void LineProber::setAddresses(quint64 id, const QList<QHostAddress> &entries, const QHostAddress &echo,
                              const QString &error)
{
    if (id != m_lookUpId)
        return;
    m_nameError = error;
    if (!error.isEmpty()) {
        // An address that was found once is kept while the name server does not answer.
        if (m_codec)
            m_nameError.clear();
        else if (m_count > 0)
            m_nameDeadlineNs = 0; // a sweep does not ask again
        m_parts.pacer.reschedule(m_plan.key);
        return;
    }
    // Name servers shuffle their answers: the address in use stays while it is among them.
    const QHostAddress entry =
        m_codec && entries.contains(m_peer.address()) ? m_peer.address() : entries.constFirst();
    const Endpoint entryAt = m_plan.entry;
    const auto echoAt = m_plan.echo;
    const Peer peer(entry, entryAt.port);
    if (m_codec && !(peer.id() == m_peer.id()))
        m_parts.outbox.postNotice(
            {realtimeUs(), m_plan.key, EngineNotice::Kind::AddressChanged,
             u"address=%1 before=%2"_s.arg(entry.toString(), m_peer.address().toString())});
    m_peer = peer;
    m_addressText = TextId::of(entry.toString());
    std::optional<WireTarget> target;
    if (echoAt)
        target = WireTarget{echo, echoAt->port};
    m_codec.emplace(m_plan.settings, target, m_plan.key, m_parts.secrets);

    m_parts.sockets.giveBack(m_lease);
    SocketPool::Wish wish;
    wish.ip6 = entry.protocol() == QAbstractSocket::IPv6Protocol;
    wish.dscp = m_plan.settings.dscp;
    wish.flows = m_plan.settings.flows;
    wish.probesPerSecond = 1000.0 / static_cast<double>(m_plan.settings.interval.count());
    wish.payloadBytes = m_plan.settings.sizeBytes;
    if (m_codec->custom() && !m_codec->custom()->repliesAreUnique())
        wish.alone = m_peer.id();
    auto leased = m_parts.sockets.lease(wish);
    m_lease = leased.lease;
    if (!leased.error.isEmpty())
        m_nameError = u"socket=\"%1\""_s.arg(leased.error);
    m_parts.pacer.reschedule(m_plan.key);
}

void LineProber::start() { run(); }

void LineProber::resume()
{
    m_skipsSilently = true;
    run();
}

void LineProber::stopSending()
{
    endSweep();
    m_parts.pacer.cancel(m_plan.key);
}

void LineProber::sweep(quint32 id, const SweepPlace &place, std::chrono::nanoseconds interval, quint32 count)
{
    endSweep();
    m_sweep = Interlude{place, interval, id, m_nextSeq, count};
    m_round = 0;
    m_parts.outbox.postSwept({id, m_plan.key, m_nextSeq, m_nextSeq, false});
    m_parts.pacer.reschedule(m_plan.key);
}

void LineProber::endSweep()
{
    if (!m_sweep)
        return;
    m_parts.outbox.postSwept({m_sweep->id, m_plan.key, m_sweep->firstSeq, m_nextSeq, true});
    m_sweep.reset();
    m_round = 0;
    m_skipsSilently = true; // the rounds of the watch that passed meanwhile
    m_parts.pacer.reschedule(m_plan.key);
}

void LineProber::close()
{
    stopSending();
    m_exchanges.close();
    m_parts.sockets.giveBack(m_lease);
}

void LineProber::change(const LinePlan &plan, LineSchedule schedule)
{
    // What is only paced or waited for otherwise leaves the open probes as they are.
    ProbeSettings paced = plan.settings;
    paced.interval = m_plan.settings.interval;
    paced.timeout = m_plan.settings.timeout;
    paced.late = m_plan.settings.late;
    const bool sameProbes =
        paced == m_plan.settings && plan.entry == m_plan.entry && plan.echo == m_plan.echo;
    const bool samePace = plan.settings.interval == m_plan.settings.interval;
    const quint32 firstSeq = m_plan.firstSeq;
    if (!sameProbes) {
        endSweep();
        // Replies to the old target can not be checked any more: its open probes count nowhere.
        m_exchanges.any([this](Exchange &open) {
            if (open.sample.fate == Fate::Open) {
                open.voidCause = TextId::of(u"cause=changed"_s);
                m_exchanges.finish(open.sample.seq, {Outcome::How::TimedOut, 0, StampSource::None, {}});
            }
            return false;
        });
        m_exchanges.clear();
        m_byMatch.clear();
        m_requests.clear();
    }
    m_plan = plan;
    m_plan.firstSeq = firstSeq;
    if (!sameProbes || !samePace) {
        m_schedule = std::move(schedule);
        if (!m_sweep) {
            m_round = 0;
            m_skipsSilently = true;
        }
    }
    if (!sameProbes)
        remake();
    m_parts.pacer.reschedule(m_plan.key);
}

QCoro::Task<> LineProber::run()
{
    const auto ticket = m_parts.runs.enter();
    while (m_count == 0 || sentCount() < m_count) {
        const qint64 due = nextDueNs();
        const auto wake = co_await m_parts.pacer.wait(m_plan.key, due);
        if (wake == Pacer::Wake::Cancelled)
            co_return; // the line may be gone
        if (wake == Pacer::Wake::Due)
            depart();
    }
}

QCoro::Task<> LineProber::exchange(quint32 seq)
{
    const auto ticket = m_parts.exchanges.enter();
    const auto outcome = co_await m_exchanges.outcome(seq);
    if (outcome.how == Outcome::How::Cancelled)
        co_return; // likewise
    settle(seq, outcome);
}

qint64 LineProber::dueOf(quint64 round)
{
    if (auto *const watch = std::get_if<WatchSchedule>(&schedule()))
        return watch->dueNs(round);
    auto &sweep = std::get<SweepPlace>(schedule());
    return sweep.schedule->dueNs(sweep.place, round);
}

qint64 LineProber::nextDueNs()
{
    const bool waitsForNames = !m_codec && m_nameError.isEmpty();
    return waitsForNames ? m_nameDeadlineNs : dueOf(m_round);
}

void LineProber::depart()
{
    const qint64 now = monotonicNs();
    if (!m_codec && (m_count > 0 || m_nameError.isEmpty())) {
        giveUpNames();
        return;
    }
    const std::chrono::nanoseconds interval = m_sweep ? m_sweep->interval : m_plan.settings.interval;
    const qint64 intervalNs = interval.count();
    const qint64 lateNs = now - dueOf(m_round);
    const quint32 skipped = skipTo(now - std::min(MaxLateNs, intervalNs / 2));
    const bool isFault = !std::exchange(m_skipsSilently, false);
    if (skipped > 0) {
        if (isFault)
            m_parts.health.noteSkipped(skipped, lateNs);
        // A sweep appends them at its end: it goes on until every line has all its probes.
        if (m_count == 0 && !m_sweep && isFault) {
            m_counters.missed += skipped;
            m_parts.totals.missed += skipped;
            postCounters();
        }
        // The slot that it comes to is used at once where it is due: where more is asked than can be done, it
        // would have passed as well before its turn comes, and nothing would ever be sent.
        if (dueOf(m_round) > now)
            return;
    }
    m_parts.health.noteDeparture(now - dueOf(m_round));
    ++m_round;
    if (wantsLookUp(now))
        askForNames();
    if (!mustRest(now))
        probe();
    if (m_sweep && m_nextSeq - m_sweep->firstSeq >= m_sweep->count)
        endSweep();
}

quint32 LineProber::skipTo(qint64 ns)
{
    const quint64 before = m_round;
    const quint64 near = std::visit(
        [ns](auto &schedule) {
            if constexpr (std::is_same_v<std::decay_t<decltype(schedule)>, WatchSchedule>)
                return schedule.roundAt(ns);
            else
                return schedule.schedule->roundAt(ns);
        },
        schedule());
    m_round = std::max(m_round, near);
    while (dueOf(m_round) < ns)
        ++m_round;
    return static_cast<quint32>(m_round - before);
}

bool LineProber::mustRest(qint64 nowNs)
{
    // Where replies can not be told apart one probe may be open, and after one without a reply nothing is
    // sent until a late one is out of the way: twice the time-out after it.
    if (!m_codec || !m_codec->custom() || m_codec->custom()->repliesDiffer() || m_exchanges.isEmpty())
        return false;
    const Exchange &last = m_exchanges.newest();
    return !last.replied && last.sample.fate != Fate::Unsent && nowNs < last.sentNs + 3 * timeoutNs();
}

void LineProber::giveUpNames()
{
    if (m_nameError.isEmpty())
        m_nameError = u"name not found"_s;
    // The slots that passed while the name was looked up, so that the line ends with the others.
    const quint32 passed = skipTo(monotonicNs());
    for (quint32 i = 0; i < passed && m_count > 0 && sentCount() < m_count; ++i)
        unsent(m_nameError);
}

bool LineProber::wantsLookUp(qint64 nowNs) const
{
    if (!m_named || m_count > 0)
        return false;
    const bool bad = !m_codec || m_unansweredRun >= DeadAfter;
    return nowNs - m_lookedUpNs >= (bad ? LookUpWhileDeadNs : LookUpAgainNs);
}

void LineProber::unsent(const QString &detail)
{
    const quint32 seq = m_nextSeq++;
    ++m_parts.totals.slotsUsed;
    Exchange &made = m_exchanges.add(seq);
    made.sentNs = monotonicNs();
    made.sample.sentUs = realtimeUs();
    made.sample.seq = seq;
    made.sample.line = m_plan.key;
    made.sample.detail = TextId::of(detail);
    made.sample.address = m_addressText;
    made.sample.fate = Fate::Unsent;
    made.isSwept = m_sweep.has_value();
    post(made);
}

void LineProber::forgetOld()
{
    if (!m_exchanges.isFull())
        return; // the oldest is not in the cache any more: it is looked at only where its place is needed
    m_exchanges.forgetBefore(monotonicNs() - keepNs(), [this](const Exchange &old) {
        const QByteArray request = m_requests.isEmpty() ? QByteArray() : m_requests.take(old.sample.seq);
        if (request.isEmpty())
            return;
        const auto known = m_byMatch.constFind(*m_codec->custom()->matchKey(request));
        if (known != m_byMatch.constEnd() && *known == old.sample.seq)
            m_byMatch.erase(known);
    });
}

void LineProber::probe()
{
    forgetOld();
    if (!m_codec || m_lease.isNull()) {
        unsent(m_nameError.isEmpty() ? u"name not found"_s : m_nameError);
        return;
    }
    const quint32 seq = m_nextSeq;
    FlowSocket *const socket =
        m_lease.socket(static_cast<int>((seq + m_plan.key) % static_cast<quint32>(m_plan.settings.flows)));
    QByteArray &bytes = m_parts.request;
    m_codec->request(seq, static_cast<quint64>(monotonicNs()), bytes);
    const ClockReading reading = readClocks();
    m_parts.stamps.note(reading);
    const qint64 sentNs = monotonicNs();
    const int error = socket->send(bytes, m_peer);
    const qint64 calledNs = monotonicNs();
    if (error != 0) {
        m_parts.health.noteSendError(error);
        unsent(u"error="_s + datagram::errorName(error));
        return;
    }

    ++m_nextSeq;
    ++m_parts.totals.slotsUsed;
    ++m_parts.totals.sent;
    Exchange &made = m_exchanges.add(seq);
    made.sentNs = sentNs;
    made.socket = socket;
    made.sample.sentUs = (reading.realNs + sentNs - reading.monoNs + 500) / 1000;
    made.sample.seq = seq;
    made.sample.line = m_plan.key;
    made.sample.flowPort = socket->port();
    made.isSwept = m_sweep.has_value();
    made.sample.address = m_addressText;
    if (calledNs - sentNs > MaxSendNs)
        made.voidCause = TextId::of(u"cause=send-delay"_s);
    if (const CustomProbe *const custom = m_codec->custom()) {
        m_requests.insert(seq, bytes);
        m_byMatch.insert(*custom->matchKey(bytes), seq);
    }
    m_parts.deadlines.add({sentNs + timeoutNs(), m_plan.key, seq});
    exchange(seq);
}

bool LineProber::isOpen(quint32 seq)
{
    const Exchange *const found = m_exchanges.find(seq);
    return found && found->waiter;
}

FlowSocket *LineProber::socketOf(quint32 seq)
{
    const Exchange *const found = m_exchanges.find(seq);
    return found ? found->socket : nullptr;
}

bool LineProber::awaitsLateReply(qint64 nowNs, qint64 graceNs)
{
    const qint64 waits = std::min<qint64>(graceNs, std::chrono::nanoseconds(m_plan.settings.late).count());
    return m_exchanges.any([&](const Exchange &exchange) {
        return !exchange.replied && exchange.sample.fate == Fate::Lost && nowNs < exchange.sentNs + waits;
    });
}

qint64 LineProber::timeoutNs() const { return std::chrono::nanoseconds(m_plan.settings.timeout).count(); }

qint64 LineProber::keepNs() const
{
    return std::chrono::nanoseconds(std::max(m_plan.settings.late, m_plan.settings.timeout)).count();
}

} // namespace plumb
