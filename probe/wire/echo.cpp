// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace plumb {

namespace {

constexpr std::array<quint8, 4> Magic{0x75, 0x4c, 0x50, 0x31};
constexpr quint8 Version = 1;
constexpr quint8 FlagTarget = 1, FlagIp6 = 2;
constexpr size_t TokenOffset = 32, TargetOffset = 40, TargetEnd = 60;

quint8 *grow(QByteArray &out, qsizetype bytes)
{
    const qsizetype old = out.size();
    out.resize(old + bytes);
    return reinterpret_cast<quint8 *>(out.data()) + old;
}

//! Calls put(offset, byte) for each padding byte of a probe.
template <typename Put>
void forPadding(quint32 sequence, size_t size, Put put)
{
    quint32 x = sequence * 0x9E3779B1u;
    if (x == 0)
        x = 1;
    for (size_t i = 0; i < size; ++i) {
        if (i % 4 == 0) {
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
        }
        put(i, static_cast<quint8>(x >> (24 - 8 * (i % 4))));
    }
}

quint64 tokenOf(const quint8 *header, const SipKey &key)
{
    return sipHash(key, {header, TokenOffset}, {header + TargetOffset, TargetEnd - TargetOffset});
}

//! 16 bytes, IPv4 in the first four.
void putAddress(quint8 *to, const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(to, bytes.c, 16);
    } else {
        qToBigEndian(address.toIPv4Address(), to);
    }
}

bool isIp6(const WireTarget &target) { return target.address.protocol() == QAbstractSocket::IPv6Protocol; }

} // namespace

void appendEcho(QByteArray &out, const EchoProbe &probe, const SipKey &key)
{
    Q_ASSERT(probe.size >= EchoHeaderSize);
    quint8 *const p = grow(out, probe.size);
    std::memset(p, 0, EchoHeaderSize);
    std::copy(Magic.begin(), Magic.end(), p);
    p[4] = Version;
    if (probe.target)
        p[5] = isIp6(*probe.target) ? FlagTarget | FlagIp6 : FlagTarget;
    qToBigEndian(static_cast<quint16>(probe.size), p + 6);
    qToBigEndian(probe.session, p + 8);
    qToBigEndian(probe.sequence, p + 16);
    qToBigEndian(probe.line, p + 20);
    qToBigEndian(probe.timeNs, p + 24);
    if (probe.target) {
        p[40] = isIp6(*probe.target) ? 6 : 4;
        qToBigEndian(probe.target->port, p + 42);
        putAddress(p + 44, probe.target->address);
    }
    qToLittleEndian(tokenOf(p, key), p + TokenOffset);
    forPadding(probe.sequence, static_cast<size_t>(probe.size - EchoHeaderSize),
               [p](size_t i, quint8 byte) { p[EchoHeaderSize + i] = byte; });
}

EchoReply checkEcho(std::span<const quint8> datagram, quint64 session, const SipKey &key)
{
    const auto claimed = claimedEcho(datagram, session);
    if (!claimed || datagram.size() < EchoHeaderSize)
        return {};
    const quint8 *const p = datagram.data();
    if (qFromLittleEndian<quint64>(p + TokenOffset) != tokenOf(p, key))
        return {};
    EchoReply reply = *claimed;
    const size_t length = qFromBigEndian<quint16>(p + 6);
    if (datagram.size() < length) {
        reply.check = EchoCheck::Truncated;
        return reply;
    }
    bool same = datagram.size() == length && qFromBigEndian<quint32>(p + TargetEnd) == 0;
    if (same)
        forPadding(reply.sequence, length - EchoHeaderSize,
                   [&](size_t i, quint8 byte) { same = same && p[EchoHeaderSize + i] == byte; });
    reply.check = same ? EchoCheck::Identical : EchoCheck::Modified;
    return reply;
}

std::optional<EchoReply> claimedEcho(std::span<const quint8> quote, quint64 session)
{
    constexpr size_t IdsEnd = 24;
    if (quote.size() < IdsEnd || !std::equal(Magic.begin(), Magic.end(), quote.begin()) ||
        quote[4] != Version || qFromBigEndian<quint64>(quote.data() + 8) != session)
        return std::nullopt;
    return EchoReply{EchoCheck::Foreign, qFromBigEndian<quint32>(quote.data() + 20),
                     qFromBigEndian<quint32>(quote.data() + 16)};
}

void appendIp4Port(QByteArray &out, const WireTarget &target)
{
    quint8 *const p = grow(out, 6);
    qToBigEndian(target.address.toIPv4Address(), p);
    qToBigEndian(target.port, p + 4);
}

void appendSocks5(QByteArray &out, const WireTarget &target)
{
    const bool ip6 = isIp6(target);
    const int addressSize = ip6 ? 16 : 4;
    quint8 *const p = grow(out, 4 + addressSize + 2);
    p[0] = p[1] = p[2] = 0; // reserved, fragment
    p[3] = ip6 ? 4 : 1;
    putAddress(p + 4, target.address);
    qToBigEndian(target.port, p + 4 + addressSize);
}

int socks5HeaderLength(std::span<const quint8> datagram)
{
    if (datagram.size() < 10 || datagram[0] != 0 || datagram[1] != 0 || datagram[2] != 0)
        return 0;
    if (datagram[3] == 1)
        return 10;
    return datagram[3] == 4 && datagram.size() >= 22 ? 22 : 0;
}

} // namespace plumb
