// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datagram.h"

#include <QNetworkDatagram>
#include <QUdpSocket>
#include <QVariant>

#include <cerrno>

// Everything here is what QUdpSocket itself offers: no receive stamps, no ICMP reports, no drop counter.
namespace plumb {

Peer::Peer(const QHostAddress &address, quint16 port)
    : m_address(address)
    , m_port(port)
    , m_id(peerId(address, port))
{}

namespace datagram {

void prepare(QUdpSocket &socket, bool, int dscp)
{
    socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, QVariant(1 << 20));
    socket.setSocketOption(QAbstractSocket::TypeOfServiceOption, QVariant(dscp << 2));
}

int sendTo(QUdpSocket &socket, const QByteArray &bytes, const Peer &peer)
{
    if (socket.writeDatagram(bytes, peer.address(), peer.port()) == bytes.size())
        return 0;
    return socket.error() == QAbstractSocket::DatagramTooLargeError ? EMSGSIZE : EIO;
}

int read(QUdpSocket &socket, std::span<char> buffer, Arrived &arrived)
{
    QHostAddress from;
    quint16 port = 0;
    const qint64 size = socket.readDatagram(buffer.data(), static_cast<qint64>(buffer.size()), &from,
                                            &port); // arms the notifier
    if (size < 0)
        return socket.hasPendingDatagrams() ? EIO : NothingWaits;
    arrived = {static_cast<size_t>(size), peerId(from, port), std::nullopt};
    return 0;
}

const int NothingWaits = EAGAIN;

std::optional<IcmpError> takeError(const QUdpSocket &) { return std::nullopt; }

quint32 dropped(const QUdpSocket &) { return 0; }

int receiveCapacity(const QUdpSocket &, int) { return 128; }

bool isPendingIcmp(int) { return false; }

bool isHostUnreachable(const IcmpError &) { return false; }

int scopeOf(const Peer &) { return 0; }

QString errorName(int error) { return QString::number(error); }

void keepStampingOn() {}

bool hasKernelStamps() { return false; }

} // namespace datagram
} // namespace plumb
