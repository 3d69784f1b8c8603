// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datagram.h"

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

} // namespace plumb
