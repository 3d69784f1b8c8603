// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineprober.h"

#include <algorithm>
#include <utility>

// The second half of LineProber: how probes end, by reply, ICMP error, time-out or a fault of this computer.
namespace plumb {

using namespace Qt::StringLiterals;

namespace {

qint32 toUs(qint64 ns) { return static_cast<qint32>((ns + 500) / 1000); }

QString icmpDetail(const IcmpError &error, bool verified)
{
    QString text = u"icmp=%1/%2 from=%3"_s.arg(error.type).arg(error.icmpCode).arg(error.offender.toString());
    if (error.mtu > 0)
        text += u" mtu="_s + QString::number(error.mtu);
    if (!verified)
        text += u" unverified"_s;
    return text;
}

} // namespace

PeerId LineProber::peerOf(const Exchange &exchange) const
{
    if (exchange.sample.address == m_addressText)
        return m_peer.id();
    return peerId(QHostAddress(exchange.sample.address.text()), m_peer.port()); // the name moved since
}

void LineProber::echoReply(const FlowSocket &socket, const DatagramSink::Received &datagram,
                           const EchoReply &reply, std::span<const quint8> framing)
{
    Exchange *const found = m_exchanges.find(reply.sequence);
    if (!found || isCustom() || found->sample.fate == Fate::Unsent)
        return; // beyond the late limit
    if (!(datagram.from == peerOf(*found)) || found->socket != &socket) {
        ++m_counters.foreign;
        postCounters();
    } else if (reply.check != EchoCheck::Identical || !m_codec || !m_codec->acceptsFraming(framing)) {
        invalidReply();
    } else {
        accept(*found, datagram);
    }
}

bool LineProber::customReply(const FlowSocket &socket, const DatagramSink::Received &datagram,
                             const QByteArray &bytes)
{
    if (!isCustom())
        return false;
    const auto key = m_codec->custom()->matchKey(bytes);
    const auto seq = key ? m_byMatch.constFind(*key) : m_byMatch.constEnd();
    Exchange *const found = seq == m_byMatch.constEnd() ? nullptr : m_exchanges.find(*seq);
    if (!found || found->socket != &socket || !(datagram.from == peerOf(*found)))
        return false;
    accept(*found, datagram);
    return true;
}

void LineProber::invalidReply()
{
    ++m_counters.invalid;
    postCounters();
}

void LineProber::accept(Exchange &exchange, const DatagramSink::Received &datagram)
{
    const quint32 seq = exchange.sample.seq;
    if (exchange.replied) {
        ++m_counters.duplicates;
        postCounters();
        return;
    }
    exchange.replied = true;
    StampConverter::Arrival arrival{datagram.readNs, StampSource::User};
    if (datagram.stampRealNs)
        arrival = m_parts.stamps.arrival(*datagram.stampRealNs, exchange.sentNs, datagram.readNs);
    noteArrival(exchange, arrival.monoNs);
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

void LineProber::noteArrival(Exchange &exchange, qint64 arrivalNs)
{
    // By arrival, not by the order of reading: the replies of one line come on several sockets. A reply is
    // out of order when one to a later probe arrived before it.
    constexpr quint32 Reach = 64;
    exchange.arrivalNs = arrivalNs;
    const quint32 seq = exchange.sample.seq;
    const bool inOrder = arrivalNs >= m_newestArrivalNs && (seq > m_newestReplied || m_newestArrivalNs == 0);
    m_newestArrivalNs = std::max(m_newestArrivalNs, arrivalNs);
    m_newestReplied = std::max(m_newestReplied, seq);
    if (inOrder)
        return;
    const quint32 before = m_counters.reordered;
    const auto markIf = [this](Exchange &late, bool outOfOrder) {
        if (outOfOrder && !std::exchange(late.outOfOrder, true))
            ++m_counters.reordered;
    };
    for (quint32 step = 1; step <= Reach; ++step) {
        Exchange *const later = m_exchanges.find(seq + step);
        if (!later)
            break;
        if (later->replied)
            markIf(exchange, later->arrivalNs < arrivalNs);
    }
    for (quint32 step = 1; step <= Reach; ++step) {
        Exchange *const earlier = m_exchanges.find(seq - step);
        if (!earlier)
            break;
        if (earlier->replied)
            markIf(*earlier, earlier->arrivalNs > arrivalNs);
    }
    if (m_counters.reordered != before)
        postCounters();
}

void LineProber::amend(Exchange &exchange, Fate fate, TextId detail)
{
    exchange.sample.fate = fate;
    exchange.sample.detail = detail;
    if (fate == Fate::Answered)
        m_unansweredRun = 0;
    post(exchange);
}

bool LineProber::provedIcmp(const FlowSocket &socket, const IcmpError &error)
{
    if (!m_codec)
        return false;
    if (!m_codec->custom()) {
        const std::optional<quint32> seq = m_codec->quotedSequence(error.quote);
        Exchange *const named = seq ? m_exchanges.find(*seq) : nullptr;
        if (!named || named->socket != &socket || !(peerOf(*named) == error.destination))
            return false;
        refuse(*named, error);
        return true;
    }
    return m_exchanges.any([&](Exchange &open) {
        const QByteArray request = m_requests.value(open.sample.seq);
        const bool enough = error.quote.size() >= std::min(ProbeCodec::EnoughQuoted, request.size());
        if (open.socket != &socket || !enough || !request.startsWith(error.quote))
            return false;
        refuse(open, error);
        return true;
    });
}

void LineProber::refuse(Exchange &exchange, const IcmpError &error)
{
    const TextId detail = TextId::of(icmpDetail(error, true));
    // A host that does not answer on its link is reported after 3 s: what was lost until then has a cause
    // now.
    if (exchange.waiter)
        m_exchanges.finish(exchange.sample.seq, {Outcome::How::Refused, 0, StampSource::None, detail});
    else if (exchange.sample.fate == Fate::Lost)
        amend(exchange, Fate::Refused, detail);
}

Exchanges::Exchange *LineProber::oldestUnmarked(const FlowSocket &socket)
{
    Exchange *found = nullptr;
    m_exchanges.any([&](Exchange &open) {
        if (open.waiter && open.socket == &socket && open.unverifiedIcmp.isEmpty())
            found = &open;
        return found != nullptr;
    });
    return found;
}

void LineProber::markUnverified(Exchange &exchange, const IcmpError &error)
{
    exchange.unverifiedIcmp = TextId::of(icmpDetail(error, false));
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
    if (!exchange.isSwept) {
        m_parts.outbox.postSample(exchange.sample);
        return;
    }
    Sample marked = exchange.sample;
    marked.detail = withSweepMark(marked.detail);
    m_parts.outbox.postSample(marked);
}

void LineProber::voidOverlapping(const TesterFault &fault, const FlowSocket *socket)
{
    m_exchanges.any([&](Exchange &exchange) {
        const bool overlaps = exchange.sentNs <= fault.toNs && exchange.sentNs + timeoutNs() >= fault.fromNs;
        if (!overlaps || (socket && exchange.socket != socket) || !exchange.voidCause.isEmpty() ||
            exchange.sample.fate == Fate::Unsent)
            return false;
        exchange.voidCause = TextId::of(fault.cause);
        if (exchange.sample.fate != Fate::Open)
            post(exchange);
        return false;
    });
}

void LineProber::postCounters() { m_parts.outbox.postCounters(m_plan.key, m_counters); }

} // namespace plumb
