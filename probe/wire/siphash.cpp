// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "siphash.h"

#include <QRandomGenerator>

#include <bit>

namespace plumb {

namespace {

struct State
{
    quint64 v0, v1, v2, v3;

    void round()
    {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }

    void word(quint64 m)
    {
        v3 ^= m;
        round();
        round();
        v0 ^= m;
    }
};

quint64 littleEndian(const quint8 *bytes)
{
    quint64 value = 0;
    for (int i = 7; i >= 0; --i)
        value = value << 8 | bytes[i];
    return value;
}

} // namespace

SipKey randomSipKey()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), 4);
    return std::bit_cast<SipKey>(words);
}

quint64 sipHash(const SipKey &key, std::span<const quint8> first, std::span<const quint8> second)
{
    const quint64 k0 = littleEndian(key.data());
    const quint64 k1 = littleEndian(key.data() + 8);
    State s{k0 ^ 0x736f6d6570736575ULL, k1 ^ 0x646f72616e646f6dULL, k0 ^ 0x6c7967656e657261ULL,
            k1 ^ 0x7465646279746573ULL};

    quint64 pending = 0;
    int filled = 0;
    const auto feed = [&](std::span<const quint8> bytes) {
        for (const quint8 byte : bytes) {
            pending |= static_cast<quint64>(byte) << (8 * filled);
            if (++filled == 8) {
                s.word(pending);
                pending = 0;
                filled = 0;
            }
        }
    };
    feed(first);
    feed(second);
    s.word(pending | static_cast<quint64>((first.size() + second.size()) & 0xff) << 56);

    s.v2 ^= 0xff;
    for (int i = 0; i < 4; ++i)
        s.round();
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

} // namespace plumb
