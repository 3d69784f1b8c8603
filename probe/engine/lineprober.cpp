// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineprober.h"

#include "clock.h"

#include <algorithm>

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

qint32 toUs(qint64 ns) { return static_cast<qint32>((ns + 500) / 1000); }

QString icmpDetail(const IcmpError &error, bool verified)
{
    QString text = u"icmp=%1/%2 from=%3"_s.arg(error.type).arg(error.icmpCode).arg(error.offender.toString());
    if (!verified)
        text += u" unverified"_s;
    return text;
}

bool isName(const Endpoint &endpoint) { return !endpoint.address(); }

} // namespace

LineProber::LineProber(EngineParts &parts, const LinePlan &plan, LineSchedule schedule, quint32 count)
    : m_parts(parts)
    , m_plan(plan)
    , m_schedule(std::move(schedule))
    , m_nextSeq(plan.firstSeq)
    , m_count(count)
    , m_named(false)
{
    remake();
}

LineProber::~LineProber() { close(); }

void LineProber::remake()
{
    const Endpoint entry = effectiveEntry(m_plan.line, m_plan.settings);
    const auto echo = effectiveEcho(m_plan.line, m_plan.settings);
    m_named = isName(entry) || (echo && isName(*echo));
    m_codec.reset();
    m_nameError.clear();
    if (m_named) {
        m_nameDeadlineNs = monotonicNs() + NameWaitNs;
        m_lookedUpNs = monotonicNs();
        m_parts.lookUp(m_plan.key);
    } else {
        setAddresses(*entry.address(), echo ? *echo->address() : QHostAddress(), {});
    }
}

void LineProber::setAddresses(const QHostAddress &entry, const QHostAddress &echo, const QString &error)
{
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
    const Endpoint entryAt = effectiveEntry(m_plan.line, m_plan.settings);
    const auto echoAt = effectiveEcho(m_plan.line, m_plan.settings);
    const Peer peer(entry, entryAt.port);
    if (m_codec && !(peer.id() == m_peer.id()))
        m_parts.outbox.postNotice(
            {realtimeNs() / 1000, m_plan.key, EngineNotice::Kind::AddressChanged,
             u"address=%1 before=%2"_s.arg(entry.toString(), m_peer.address().toString())});
    m_peer = peer;
    m_addressText = TextId::of(entry.toString());
    std::optional<WireTarget> target;
    if (echoAt)
        target = WireTarget{echo, echoAt->port};
    m_codec.emplace(m_plan.settings, target, m_plan.key, m_parts.secrets);

    m_parts.sockets.giveBack(m_lease);
    const bool ip6 = entry.protocol() == QAbstractSocket::IPv6Protocol;
    const double perSecond = 1000.0 / static_cast<double>(m_plan.settings.interval.count());
    auto leased = m_parts.sockets.lease(ip6, m_plan.settings.dscp, m_plan.settings.flows, perSecond,
                                        m_plan.settings.sizeBytes);
    m_lease = leased.lease;
    if (!leased.error.isEmpty())
        m_nameError = u"socket=\"%1\""_s.arg(leased.error);
    m_parts.pacer.reschedule(m_plan.key);
}

void LineProber::start() { run(); }

void LineProber::stopSending() { m_parts.pacer.cancel(m_plan.key); }

void LineProber::close()
{
    stopSending();
    m_exchanges.close();
    m_parts.sockets.giveBack(m_lease);
}

void LineProber::change(const LinePlan &plan, LineSchedule schedule)
{
    const bool sameTarget = plan.settings == m_plan.settings && plan.line.entry == m_plan.line.entry &&
                            plan.line.echo == m_plan.line.echo;
    const quint32 firstSeq = m_plan.firstSeq;
    m_plan = plan;
    m_plan.firstSeq = firstSeq;
    if (sameTarget)
        return;
    // Replies to the old target can not be checked any more: its open probes count nowhere.
    for (Exchange &open : m_exchanges.all()) {
        if (open.sample.fate == Fate::Open) {
            open.voidCause = TextId::of(u"cause=changed"_s);
            m_exchanges.finish(open.sample.seq, {Outcome::How::TimedOut, 0, StampSource::None, {}});
        }
    }
    m_exchanges.clear();
    m_byMatch.clear();
    m_schedule = std::move(schedule);
    m_round = 0;
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
    if (auto *const watch = std::get_if<WatchSchedule>(&m_schedule))
        return watch->dueNs(round);
    auto &sweep = std::get<SweepPlace>(m_schedule);
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
    const qint64 intervalNs = std::chrono::nanoseconds(m_plan.settings.interval).count();
    const qint64 tolerance = std::min(MaxLateNs, intervalNs / 2);
    quint32 skipped = 0;
    while (dueOf(m_round) < now - tolerance) {
        ++m_round;
        ++skipped;
    }
    if (skipped > 0) {
        // A sweep appends them at its end: it goes on until every line has all its probes.
        if (m_count == 0) {
            m_counters.missed += skipped;
            m_parts.totals.missed += skipped;
            postCounters();
        }
        return;
    }
    m_parts.health.noteDeparture(now - dueOf(m_round));
    ++m_round;
    if (wantsLookUp(now)) {
        m_lookedUpNs = now;
        m_parts.lookUp(m_plan.key);
    }
    probe();
}

void LineProber::giveUpNames()
{
    if (m_nameError.isEmpty())
        m_nameError = u"name not found"_s;
    // The slots that passed while the name was looked up, so that the line ends with the others.
    const qint64 now = monotonicNs();
    while (dueOf(m_round) <= now && (m_count == 0 || sentCount() < m_count)) {
        ++m_round;
        if (m_count > 0)
            unsent(m_nameError);
    }
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
    made.sample.sentUs = realtimeNs() / 1000;
    made.sample.seq = seq;
    made.sample.line = m_plan.key;
    made.sample.detail = TextId::of(detail);
    made.sample.address = m_addressText;
    made.sample.fate = Fate::Unsent;
    m_parts.outbox.postSample(made.sample);
}

void LineProber::forgetOld()
{
    m_exchanges.forgetBefore(monotonicNs() - keepNs(), [this](const Exchange &old) {
        if (old.request.isEmpty())
            return;
        const auto known = m_byMatch.constFind(*m_codec->custom()->matchKey(old.request));
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
    made.sample.address = m_addressText;
    if (calledNs - sentNs > MaxSendNs)
        made.voidCause = TextId::of(u"cause=send-delay"_s);
    if (const CustomProbe *const custom = m_codec->custom()) {
        made.request = bytes;
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

const FlowSocket *LineProber::socketOf(quint32 seq)
{
    const Exchange *const found = m_exchanges.find(seq);
    return found ? found->socket : nullptr;
}

void LineProber::echoReply(const FlowSocket &socket, const DatagramSink::Received &datagram,
                           const EchoReply &reply, std::span<const quint8> framing, TextId stallCause)
{
    Exchange *const found = m_exchanges.find(reply.sequence);
    if (!found || isCustom())
        return; // beyond the late limit
    if (!(datagram.from == m_peer.id()) || found->socket != &socket) {
        ++m_counters.foreign;
        postCounters();
    } else if (reply.check != EchoCheck::Identical || !m_codec->acceptsFraming(framing)) {
        invalidReply();
    } else {
        accept(*found, socket, datagram, stallCause);
    }
}

bool LineProber::customReply(const FlowSocket &socket, const DatagramSink::Received &datagram,
                             TextId stallCause)
{
    if (!isCustom())
        return false;
    const QByteArray bytes(reinterpret_cast<const char *>(datagram.bytes.data()),
                           static_cast<qsizetype>(datagram.bytes.size()));
    const auto key = m_codec->custom()->matchKey(bytes);
    if (!key)
        return false;
    const auto seq = m_byMatch.constFind(*key);
    Exchange *const found = seq == m_byMatch.constEnd() ? nullptr : m_exchanges.find(*seq);
    if (!found || found->socket != &socket)
        return false;
    accept(*found, socket, datagram, stallCause);
    return true;
}

void LineProber::invalidReply()
{
    ++m_counters.invalid;
    postCounters();
}

void LineProber::accept(Exchange &exchange, const FlowSocket &, const DatagramSink::Received &datagram,
                        TextId stallCause)
{
    const quint32 seq = exchange.sample.seq;
    if (exchange.replied) {
        ++m_counters.duplicates;
        postCounters();
        return;
    }
    exchange.replied = true;
    if (m_anyAnswered && seq < m_highestAnswered) {
        ++m_counters.reordered;
        postCounters();
    }
    m_highestAnswered = m_anyAnswered ? std::max(m_highestAnswered, seq) : seq;
    m_anyAnswered = true;

    StampConverter::Arrival arrival{datagram.readNs, StampSource::User};
    if (datagram.stampRealNs)
        arrival = m_parts.stamps.arrival(*datagram.stampRealNs, exchange.sentNs, datagram.readNs);
    if (arrival.source == StampSource::User && !stallCause.isEmpty())
        exchange.voidCause = stallCause;
    const qint64 rttNs = arrival.monoNs - exchange.sentNs;
    const bool inTime = rttNs <= timeoutNs();
    if (exchange.sample.fate == Fate::Open && inTime) {
        m_exchanges.finish(seq, {Outcome::How::Replied, rttNs, arrival.source, {}});
        return;
    }
    if (exchange.sample.fate == Fate::Open)
        m_exchanges.finish(seq, {Outcome::How::TimedOut, 0, StampSource::None, {}});
    exchange.sample.rttUs = toUs(rttNs);
    exchange.sample.stamp = arrival.source;
    // A valid reply in time beats an ICMP error and an expiry that came before it was read.
    if (inTime)
        amend(exchange, Fate::Answered);
    else if (exchange.sample.fate == Fate::Lost &&
             rttNs <= std::chrono::nanoseconds(m_plan.settings.late).count())
        amend(exchange, Fate::Late);
}

void LineProber::amend(Exchange &exchange, Fate fate)
{
    exchange.sample.fate = fate;
    exchange.sample.detail = {};
    if (fate == Fate::Answered)
        m_unansweredRun = 0;
    post(exchange);
}

bool LineProber::icmpError(const FlowSocket &socket, const IcmpError &error)
{
    if (!m_codec)
        return false;
    const std::optional<quint32> proved = m_codec->quotedSequence(error.quote);
    Exchange *oldest = nullptr;
    for (Exchange &open : m_exchanges.all()) {
        if (!open.waiter || open.socket != &socket)
            continue;
        const bool isIt = proved ? *proved == open.sample.seq
                                 : error.quote.size() >= ProbeCodec::EnoughQuoted &&
                                       !open.request.isEmpty() && open.request.startsWith(error.quote);
        if (isIt) {
            m_exchanges.finish(open.sample.seq, {Outcome::How::Refused, 0, StampSource::None,
                                                 TextId::of(icmpDetail(error, true))});
            return true;
        }
        if (!oldest)
            oldest = &open;
    }
    // A report that quotes enough and no probe of ours is forged, or older than we remember. One that quotes
    // too little to prove anything decides only where no reply comes.
    if (!oldest || error.quote.size() >= ProbeCodec::EnoughQuoted)
        return false;
    oldest->unverifiedIcmp = TextId::of(icmpDetail(error, false));
    return true;
}

void LineProber::expire(quint32 seq)
{
    if (isOpen(seq))
        m_exchanges.finish(seq, {Outcome::How::TimedOut, 0, StampSource::None, {}});
}

void LineProber::settle(quint32 seq, const Outcome &outcome)
{
    Exchange &exchange = *m_exchanges.find(seq);
    Sample &sample = exchange.sample;
    switch (outcome.how) {
    case Outcome::How::Replied:
        sample.fate = Fate::Answered;
        sample.rttUs = toUs(outcome.rttNs);
        sample.stamp = outcome.stamp;
        m_unansweredRun = 0;
        break;
    case Outcome::How::TimedOut:
        sample.fate = exchange.unverifiedIcmp.isEmpty() ? Fate::Lost : Fate::Refused;
        sample.detail = exchange.unverifiedIcmp;
        ++m_unansweredRun;
        break;
    case Outcome::How::Refused:
        sample.fate = Fate::Refused;
        sample.detail = outcome.detail;
        ++m_unansweredRun;
        break;
    case Outcome::How::Cancelled: return;
    }
    post(exchange);
}

void LineProber::post(Exchange &exchange)
{
    if (!exchange.voidCause.isEmpty()) {
        exchange.sample.fate = Fate::Void;
        exchange.sample.detail = exchange.voidCause;
    }
    m_parts.outbox.postSample(exchange.sample);
}

void LineProber::voidOverlapping(const TesterFault &fault, const FlowSocket *socket)
{
    for (Exchange &exchange : m_exchanges.all()) {
        const bool overlaps = exchange.sentNs <= fault.toNs && exchange.sentNs + timeoutNs() >= fault.fromNs;
        if (!overlaps || (socket && exchange.socket != socket) || !exchange.voidCause.isEmpty() ||
            exchange.sample.fate == Fate::Unsent)
            continue;
        exchange.voidCause = TextId::of(fault.cause);
        if (exchange.sample.fate != Fate::Open)
            post(exchange);
    }
}

void LineProber::postCounters() { m_parts.outbox.postCounters(m_plan.key, m_counters); }

qint64 LineProber::timeoutNs() const { return std::chrono::nanoseconds(m_plan.settings.timeout).count(); }

qint64 LineProber::keepNs() const
{
    return std::chrono::nanoseconds(std::max(m_plan.settings.late, m_plan.settings.timeout)).count();
}

} // namespace plumb
