// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reflector.h"

#include "delayqueue.h"
#include "reflecttext.h"
#include "udpports.h"

#include <QRandomGenerator>
#include <QSocketNotifier>

#include <bitset>
#include <utility>
#include <vector>

namespace plumb {

namespace {

using Clock = std::chrono::steady_clock;

//! A reply that was to wait for the next of its port leaves without one after this time.
constexpr std::chrono::milliseconds LongestHold{1500};
constexpr int MostDeparturesPerTurn = 1024;

} // namespace

class Reflector::Private
{
public:
    struct Port
    {
        quint16 number;
        Clock::time_point start;
        Impairer impairer;
        std::optional<DelayQueue::Ticket> held;
    };

    explicit Private(quint32 seed_)
        : seed(seed_ != 0 ? seed_ : QRandomGenerator::system()->generate())
    {}

    void turn();
    void serve(quint32 index);
    void schedule(Clock::time_point due, Departure departure);
    void depart(quint32 index, const Peer &peer, QByteArrayView bytes, bool twice);
    void departHeld(quint32 index);
    [[nodiscard]] bool isAnswerable(const Arrival &arrival) const;

    quint32 seed;
    UdpPorts sockets;
    std::vector<Port> ports;
    std::bitset<65536> ownPorts;
    DelayQueue queue;
    ReflectorTotals totals;
    std::unique_ptr<QSocketNotifier> notifier;
};

Reflector::Reflector(quint32 seed, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(seed))
{}

Reflector::~Reflector() = default;

QString Reflector::add(const QHostAddress &address, quint16 first, int count, const Impairment &impairment)
{
    if (const QString error = d->sockets.error(); !error.isEmpty())
        return error;
    if (const QString error = whyInvalid(impairment); !error.isEmpty())
        return error;
    if (count < 1)
        return ReflectText::tr("%1 ports can not be opened; give 1 or more").arg(count);
    if (first == 0 && count > 1)
        return ReflectText::tr("port 0 (any free port) stands for one port; give a first port for %1")
            .arg(count);
    if (first + count - 1 > 65535)
        return ReflectText::tr("%1 ports from %2 on end above 65535; give fewer or a lower port")
            .arg(count)
            .arg(first);

    const size_t before = d->ports.size();
    UdpPorts::reserve(static_cast<int>(before) + count);
    for (int i = 0; i < count; ++i) {
        const auto [port, error] = d->sockets.open(address, static_cast<quint16>(first == 0 ? 0 : first + i));
        if (!error.isEmpty()) { // all or none
            d->sockets.closeFrom(static_cast<quint32>(before));
            d->ports.erase(d->ports.begin() + static_cast<qptrdiff>(before), d->ports.end());
            return error;
        }
        // Each port has a sequence of its own, so its fates do not depend on the other ports' traffic.
        const quint64 portSeed = (quint64{d->seed} << 32) + d->ports.size();
        d->ports.push_back({port, Clock::now(), Impairer(impairment, portSeed), {}});
    }
    for (size_t i = before; i < d->ports.size(); ++i)
        d->ownPorts.set(d->ports[i].number);

    if (!d->notifier) {
        d->notifier = std::make_unique<QSocketNotifier>(d->sockets.descriptor(), QSocketNotifier::Read);
        connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] { d->turn(); });
    }
    return {};
}

QList<quint16> Reflector::ports() const
{
    QList<quint16> result;
    result.reserve(static_cast<qsizetype>(d->ports.size()));
    for (const Private::Port &port : d->ports)
        result.append(port.number);
    return result;
}

void Reflector::stop()
{
    d->notifier.reset();
    d->sockets.wakeAt({});
    d->sockets.closeFrom(0);
    d->ports.clear();
    d->ownPorts.reset();
    d->totals.dropped += d->queue.size();
    d->queue = DelayQueue();
}

ReflectorTotals Reflector::totals() const { return d->totals; }

void Reflector::Private::turn()
{
    for (const quint32 index : sockets.ready())
        serve(index);
    for (int i = 0; i < MostDeparturesPerTurn; ++i) {
        std::optional<Departure> departure = queue.popDue(Clock::now());
        if (!departure)
            break;
        Port &port = ports[departure->port];
        if (departure->held) {
            port.held.reset();
        } else if (departure->holdBack && !port.held) {
            departure->held = true;
            port.held = queue.push(Clock::now() + LongestHold, *departure);
            if (port.held)
                continue;
        }
        depart(departure->port, departure->peer, departure->bytes, departure->twice);
        departHeld(departure->port);
    }
    sockets.wakeAt(queue.nextDue());
}

void Reflector::Private::serve(quint32 index)
{
    Port &port = ports[index];
    for (const Arrival &arrival : sockets.read(index)) {
        ++totals.received;
        const Treatment treatment =
            port.impairer.treat(arrival.at - port.start, arrival.peer.port(), arrival.peer.isLoopback());
        if (treatment.counted)
            ++totals.counted;
        if (!treatment.answered || !isAnswerable(arrival)) {
            ++totals.dropped;
            continue;
        }
        if (treatment.delay == treatment.delay.zero() && !treatment.heldBack) {
            depart(index, arrival.peer, arrival.bytes, treatment.twice);
            departHeld(index);
            continue;
        }
        Departure departure{.port = index,
                            .peer = arrival.peer,
                            .bytes = arrival.bytes.toByteArray(),
                            .twice = treatment.twice,
                            .holdBack = treatment.heldBack};
        if (!queue.push(arrival.at + treatment.delay, std::move(departure))) {
            ++totals.dropped;
            ++totals.failed;
        }
    }
}

void Reflector::Private::depart(quint32 index, const Peer &peer, QByteArrayView bytes, bool twice)
{
    if (!sockets.send(index, peer, bytes)) {
        ++totals.dropped;
        ++totals.failed;
        return;
    }
    ++totals.sent;
    if (twice && sockets.send(index, peer, bytes))
        ++totals.sent;
}

void Reflector::Private::departHeld(quint32 index)
{
    if (const auto ticket = std::exchange(ports[index].held, std::nullopt)) {
        const Departure departure = queue.take(*ticket);
        depart(index, departure.peer, departure.bytes, departure.twice);
    }
}

bool Reflector::Private::isAnswerable(const Arrival &arrival) const
{
    const quint16 port = arrival.peer.port();
    // Two ports that answer each other never stop. On this computer the port alone says that it is one of
    // ours.
    return port != 0 && !arrival.toMany && !(arrival.peer.isLoopback() && ownPorts.test(port));
}

} // namespace plumb
