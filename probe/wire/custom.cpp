// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "custom.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace plumb {

namespace {

using Kind = TemplatePart::Kind;

constexpr int TokenBytes = 8;

template <typename T>
void appendBigEndian(QByteArray &out, T value)
{
    const T swapped = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

void appendRandom(QByteArray &out, int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(),
                  [] { return static_cast<char>(QRandomGenerator::system()->generate() & 0xff); });
    out += bytes;
}

void appendPart(QByteArray &out, const TemplatePart &part, const CustomProbe::Values &v)
{
    switch (part.kind) {
    case Kind::Literal: out += part.literal; break;
    case Kind::Seq32be: appendBigEndian(out, v.sequence); break;
    case Kind::Seq32le: appendBigEndian(out, qbswap(v.sequence)); break;
    case Kind::Seq16be: appendBigEndian(out, static_cast<quint16>(v.sequence)); break;
    case Kind::SeqDec: out += QByteArray::number(v.sequence); break;
    case Kind::TsNs: appendBigEndian(out, v.timeNs); break;
    case Kind::Token: out.append(TokenBytes, '\0'); break;
    case Kind::TokenHex: out.append(2 * TokenBytes, '0'); break;
    case Kind::EchoIp4: appendBigEndian(out, v.echo ? v.echo->address.toIPv4Address() : 0u); break;
    case Kind::EchoIp6: {
        const Q_IPV6ADDR bytes = v.echo ? v.echo->address.toIPv6Address() : Q_IPV6ADDR{};
        out.append(reinterpret_cast<const char *>(bytes.c), sizeof bytes.c);
        break;
    }
    case Kind::EchoPort: appendBigEndian(out, v.echo ? v.echo->port : quint16{0}); break;
    case Kind::Rand: appendRandom(out, part.count); break;
    case Kind::Pad: out.append(part.count, '\0'); break;
    }
}

//! Bytes of a part that are sure to be there ({seq:dec} has at least one).
int minBytes(const TemplatePart &part)
{
    switch (part.kind) {
    case Kind::Literal: return static_cast<int>(part.literal.size());
    case Kind::Seq32be:
    case Kind::Seq32le:
    case Kind::EchoIp4: return 4;
    case Kind::Seq16be:
    case Kind::EchoPort: return 2;
    case Kind::SeqDec: return 1;
    case Kind::TsNs:
    case Kind::Token: return TokenBytes;
    case Kind::TokenHex:
    case Kind::EchoIp6: return 2 * TokenBytes;
    case Kind::Rand:
    case Kind::Pad: return part.count;
    }
    Q_UNREACHABLE();
}

constexpr int EnoughRandomBytes = 4; // fewer would repeat among the probes that are open at once

bool isUnique(const TemplatePart &part)
{
    return part.kind == Kind::TsNs || (part.kind == Kind::Rand && part.count >= EnoughRandomBytes);
}

bool variesByItself(const TemplatePart &part)
{
    switch (part.kind) {
    case Kind::Seq32be:
    case Kind::Seq32le:
    case Kind::Seq16be:
    case Kind::SeqDec: return true;
    default: return isUnique(part);
    }
}

//! Whether what the match looks at holds a part that satisfies a condition, or a token over a payload that
//! holds one.
template <typename Condition>
bool matchSees(const QList<TemplatePart> &parts, const MatchRule &match, Condition condition)
{
    if (match.kind == MatchRule::Kind::Any)
        return false;
    const bool anywhere = std::any_of(parts.begin(), parts.end(), condition);
    int offset = 0;
    for (const TemplatePart &part : parts) {
        const bool isToken = part.kind == Kind::Token || part.kind == Kind::TokenHex;
        // A decimal sequence may be longer than its first byte: what the prefix cuts off might be all that
        // differs.
        constexpr int MaxDecimals = 10;
        offset += part.kind == Kind::SeqDec ? MaxDecimals : minBytes(part);
        if (match.kind == MatchRule::Kind::Prefix && offset > match.prefix)
            return false;
        if (condition(part) || (isToken && anywhere))
            return true;
    }
    return false;
}

} // namespace

CustomProbe::CustomProbe(QList<TemplatePart> parts, MatchRule match)
    : m_parts(std::move(parts))
    , m_match(match)
    , m_repliesDiffer(matchSees(m_parts, m_match, variesByItself))
    , m_repliesAreUnique(matchSees(m_parts, m_match, isUnique))
{}

QByteArray CustomProbe::render(const Values &values, const SipKey &key) const
{
    QByteArray out;
    qsizetype tokenAt = -1;
    bool tokenIsText = false;
    for (const TemplatePart &part : m_parts) {
        if (part.kind == Kind::Token || part.kind == Kind::TokenHex) {
            tokenAt = out.size();
            tokenIsText = part.kind == Kind::TokenHex;
        }
        appendPart(out, part, values);
    }
    if (tokenAt >= 0) {
        const quint64 hash = sipHash(
            key, {reinterpret_cast<const quint8 *>(out.constData()), static_cast<size_t>(out.size())});
        QByteArray token(TokenBytes, Qt::Uninitialized);
        qToLittleEndian(hash, token.data());
        const QByteArray field = tokenIsText ? token.toHex() : token;
        out.replace(tokenAt, field.size(), field);
    }
    return out;
}

std::optional<QByteArray> CustomProbe::matchKey(const QByteArray &datagram) const
{
    switch (m_match.kind) {
    case MatchRule::Kind::Any: return QByteArray();
    case MatchRule::Kind::Identical: return datagram;
    case MatchRule::Kind::Prefix:
        if (datagram.size() < m_match.prefix)
            return std::nullopt;
        return datagram.first(m_match.prefix);
    }
    Q_UNREACHABLE();
}

} // namespace plumb
