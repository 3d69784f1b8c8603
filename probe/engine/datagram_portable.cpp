// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datagram.h"

#include <QNetworkDatagram>
#include <QUdpSocket>

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
    socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 1 << 20);
    socket.setSocketOption(QAbstractSocket::TypeOfServiceOption, dscp << 2);
}

int sendTo(QUdpSocket &socket, const QByteArray &bytes, const Peer &peer)
{
    if (socket.writeDatagram(bytes, peer.address(), peer.port()) == bytes.size())
        return 0;
    return socket.error() == QAbstractSocket::DatagramTooLargeError ? EMSGSIZE : EIO;
}

std::optional<qint64> stampNs(const QUdpSocket &) { return std::nullopt; }

std::optional<IcmpError> takeError(const QUdpSocket &) { return std::nullopt; }

bool isReadEmpty(const QUdpSocket &socket) { return !socket.hasPendingDatagrams(); }

quint32 dropped(const QUdpSocket &) { return 0; }

int receiveCapacity(const QUdpSocket &, int) { return 128; }

bool isPendingIcmp(int) { return false; }

QString errorName(int error) { return QString::number(error); }

void keepStampingOn() {}

bool hasKernelStamps() { return false; }

} // namespace datagram
} // namespace plumb
