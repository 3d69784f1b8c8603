// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowsocket.h"

#include "clock.h"
#include "socketwatch.h"

#include <array>

namespace plumb {

namespace {

constexpr int MaxReadsPerTurn = 512;
constexpr int MaxErrorsPerTurn = 512;
constexpr int MaxDatagram = 65'535;

} // namespace

FlowSocket::FlowSocket(bool ip6, int dscp, DatagramSink *sink, SocketWatch *watch)
    : m_sink(sink)
    , m_watch(watch)
    , m_ip6(ip6)
    , m_dscp(dscp)
{}

QString FlowSocket::open()
{
    const QHostAddress any(m_ip6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4);
    if (!m_socket.bind(any, 0, QAbstractSocket::DontShareAddress))
        return m_socket.errorString();
    datagram::prepare(m_socket, m_ip6, m_dscp);
    droppedCheckedNs = monotonicNs();
    if (const int error = m_watch->add(m_socket, this); error != 0)
        return datagram::errorName(error);
    return {};
}

int FlowSocket::send(const QByteArray &bytes, const Peer &peer)
{
    // While a report is taken the next may come: every closed port behind this socket sends its own. An error
    // that left no report is the route's, or was read from the queue before.
    constexpr int Tries = 4;
    int error = datagram::sendTo(m_socket, bytes, peer);
    for (int tried = 1; error != 0 && datagram::isPendingIcmp(error) && tried < Tries; ++tried) {
        if (drainErrors() == 0 && tried > 1)
            break;
        error = datagram::sendTo(m_socket, bytes, peer);
    }
    return error;
}

bool FlowSocket::drain()
{
    drainErrors();
    return read();
}

void FlowSocket::readable(bool hasErrors)
{
    if (hasErrors)
        drainErrors();
    read();
}

bool FlowSocket::read()
{
    // One buffer for all sockets of the engine's thread: a datagram is handed over before the next is read.
    thread_local std::array<char, MaxDatagram> buffer;
    datagram::Arrived arrived;
    for (int reads = 0; reads < MaxReadsPerTurn; ++reads) {
        const int error = datagram::read(m_socket, buffer, arrived);
        if (error == datagram::NothingWaits)
            return true;
        if (error != 0) {
            drainErrors(); // another probe's: it says nothing about what waits behind it
            continue;
        }
        m_sink->received(*this, {{reinterpret_cast<const quint8 *>(buffer.data()), arrived.size},
                                 arrived.from,
                                 arrived.stampRealNs,
                                 monotonicNs()});
    }
    return false;
}

quint32 FlowSocket::takeDropped()
{
    const quint32 now = datagram::dropped(m_socket);
    const quint32 more = now - m_dropped;
    m_dropped = now;
    return more;
}

int FlowSocket::drainErrors()
{
    int taken = 0;
    for (; taken < MaxErrorsPerTurn; ++taken) {
        const std::optional<IcmpError> error = datagram::takeError(m_socket);
        if (!error)
            break;
        m_sink->reported(*this, *error);
    }
    return taken;
}

} // namespace plumb
