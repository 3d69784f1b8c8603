// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "siphash.h"

#include <QByteArray>
#include <QHostAddress>

#include <optional>
#include <span>

namespace plumb {

//! An address behind the entry.
struct WireTarget
{
    QHostAddress address;
    quint16 port = 0;
};

//! The 64-byte header of our echo probes ("uLP1"), big-endian:
//!   0 magic 4 | 4 version 1 | 5 flags 1 (bit 0 target present, bit 1 target is IPv6) | 6 length 2 (whole,
//!   with padding) 8 session 8 | 16 sequence 4 | 20 line 4 | 24 send time 8 (ns, informational) | 32 token 8
//!   (SipHash-2-4 over 0…31 and 40…59, little-endian) | 40 family 1 | 41 zero 1 | 42 port 2 | 44 address 16 |
//!   60 zero 4 | 64 xorshift32 padding
struct EchoProbe
{
    quint64 session = 0;
    quint32 sequence = 0;
    quint32 line = 0;
    quint64 timeNs = 0;
    std::optional<WireTarget> target;
    int size = 64; //!< at least EchoHeaderSize, at most 65,507
};

inline constexpr int EchoHeaderSize = 64;

//! Appends the probe's bytes.
void appendEcho(QByteArray &out, const EchoProbe &probe, const SipKey &key);

enum class EchoCheck : quint8 {
    Identical, //!< what was sent, byte for byte
    Truncated, //!< the token is right, the datagram is shorter than it was
    Modified,  //!< the token is right, what follows the header is not what was sent
    Foreign    //!< not a probe of this session
};

struct EchoReply
{
    EchoCheck check = EchoCheck::Foreign;
    quint32 line = 0; //!< valid unless Foreign
    quint32 sequence = 0;
};

//! Checks a datagram (after any framing): the token proves line and sequence, no table is needed.
[[nodiscard]] EchoReply checkEcho(std::span<const quint8> datagram, quint64 session, const SipKey &key);

//! Line and sequence that the beginning of a quoted probe claims (24 bytes are enough); not proved.
[[nodiscard]] std::optional<EchoReply> claimedEcho(std::span<const quint8> quote, quint64 session);

//! The address and port before the probe that entries of the ip4port kind read: 6 bytes.
void appendIp4Port(QByteArray &out, const WireTarget &target);
//! RFC 1928 UDP request header: 10 bytes (IPv4) or 22 (IPv6).
void appendSocks5(QByteArray &out, const WireTarget &target);
//! The length of the SOCKS5 UDP header at the beginning of a datagram; 0 where there is none.
[[nodiscard]] int socks5HeaderLength(std::span<const quint8> datagram);

} // namespace plumb
