// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowsocket.h"

#include "clock.h"

#include <array>

namespace plumb {

namespace {

constexpr int MaxReadsPerTurn = 512;
constexpr int MaxErrorsPerTurn = 512;
constexpr int MaxDatagram = 65'535;

} // namespace

FlowSocket::FlowSocket(bool ip6, int dscp, DatagramSink *sink)
    : m_sink(sink)
    , m_ip6(ip6)
    , m_dscp(dscp)
{
    connect(&m_socket, &QUdpSocket::readyRead, this, [this] { drain(); });
}

QString FlowSocket::open()
{
    const QHostAddress any(m_ip6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4);
    if (!m_socket.bind(any, 0, QAbstractSocket::DontShareAddress))
        return m_socket.errorString();
    datagram::prepare(m_socket, m_ip6, m_dscp);
    droppedCheckedNs = monotonicNs();
    return {};
}

int FlowSocket::send(const QByteArray &bytes, const Peer &peer)
{
    int error = datagram::sendTo(m_socket, bytes, peer);
    if (error != 0 && datagram::isPendingIcmp(error)) {
        drainErrors();
        error = datagram::sendTo(m_socket, bytes, peer);
    }
    return error;
}

bool FlowSocket::drain()
{
    drainErrors();
    // One buffer for all sockets of the engine's thread: a datagram is handed over before the next is read.
    thread_local std::array<char, MaxDatagram> buffer;
    QHostAddress from;
    quint16 port = 0;
    for (int reads = 0; reads < MaxReadsPerTurn; ++reads) {
        const qint64 size = m_socket.readDatagram(buffer.data(), buffer.size(), &from, &port);
        if (size < 0) {
            // Also what re-arms the notifier. An error of another probe says nothing about what waits behind
            // it.
            if (datagram::isReadEmpty(m_socket))
                return true;
            drainErrors();
            continue;
        }
        const std::optional<qint64> stamp = datagram::stampNs(m_socket);
        m_sink->received(*this, {{reinterpret_cast<const quint8 *>(buffer.data()), static_cast<size_t>(size)},
                                 peerId(from, port),
                                 stamp,
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

void FlowSocket::drainErrors()
{
    for (int i = 0; i < MaxErrorsPerTurn; ++i) {
        const std::optional<IcmpError> error = datagram::takeError(m_socket);
        if (!error)
            return;
        m_sink->reported(*this, *error);
    }
}

} // namespace plumb
