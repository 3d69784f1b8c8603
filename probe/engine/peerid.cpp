// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datagram.h"
#include "netwatch.h"

#include <QtEndian>

namespace plumb {

PeerId peerId(const QHostAddress &address, quint16 port)
{
    // toIPv6Address() of an IPv4 address is its v4-mapped form.
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return ip6PeerId(bytes.c, port);
}

PeerId ip4PeerId(quint32 address, quint16 port) { return {0, 0xffff'0000'0000ULL | address, port}; }

PeerId ip6PeerId(const quint8 *bytes, quint16 port)
{
    return {qFromBigEndian<quint64>(bytes), qFromBigEndian<quint64>(bytes + 8), port};
}

QString addressText(const AddressId &address)
{
    if (address.high == 0 && (address.low >> 32) == 0xffff)
        return QHostAddress(static_cast<quint32>(address.low)).toString();
    Q_IPV6ADDR bytes{};
    qToBigEndian(address.high, bytes.c);
    qToBigEndian(address.low, bytes.c + 8);
    return QHostAddress(bytes).toString();
}

} // namespace plumb
