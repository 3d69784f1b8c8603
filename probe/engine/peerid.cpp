// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datagram.h"

#include <QtEndian>

namespace plumb {

PeerId peerId(const QHostAddress &address, quint16 port)
{
    // toIPv6Address() of an IPv4 address is its v4-mapped form.
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return {qFromBigEndian<quint64>(bytes.c), qFromBigEndian<quint64>(bytes.c + 8), port};
}

} // namespace plumb
