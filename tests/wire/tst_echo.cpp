// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo.h"

#include <QTest>

#include <bit>
#include <numeric>
#include <random>

using namespace plumb;

namespace {

SipKey countingKey()
{
    SipKey key;
    std::iota(key.begin(), key.end(), quint8{0});
    return key;
}

constexpr quint64 Session = 0x1122334455667788;

std::span<const quint8> bytes(const QByteArray &array)
{
    return {reinterpret_cast<const quint8 *>(array.constData()), static_cast<size_t>(array.size())};
}

QByteArray rendered(const EchoProbe &probe)
{
    QByteArray out;
    appendEcho(out, probe, countingKey());
    return out;
}

} // namespace

//! The header's bytes against fixed vectors, and what a reply must not get away with.
class TestEcho : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sipHash_referenceVector()
    {
        // The example of the SipHash paper, appendix A: key 00…0f, message 00…0e.
        std::array<quint8, 15> message;
        std::iota(message.begin(), message.end(), quint8{0});
        QCOMPARE(sipHash(countingKey(), message), 0xa129ca6149be45e5ULL);
        const std::span<const quint8> all = message;
        QCOMPARE(sipHash(countingKey(), all.first(4), all.subspan(4)), 0xa129ca6149be45e5ULL);
    }

    void render_matchesVectors_data()
    {
        QTest::addColumn<EchoProbe>("probe");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("no target, 64 bytes")
            << EchoProbe{Session, 1, 7, 1'000'000'000, {}, 64}
            << QByteArray("754c50310100004011223344556677880000000100000007000000003b9aca007ebb815567dcd911"
                          "000000000000000000000000000000000000000000000000");
        QTest::newRow("IPv4 target")
            << EchoProbe{Session, 2, 7, 1'000'500'000, WireTarget{QHostAddress(0xcb00710a), 7}, 64}
            << QByteArray("754c50310101004011223344556677880000000200000007000000003ba26b205eaf371734728e87"
                          "04000007cb00710a00000000000000000000000000000000");
        QTest::newRow("IPv6 target, 96 bytes")
            << EchoProbe{Session,
                         3,
                         7,
                         1'001'000'000,
                         WireTarget{QHostAddress(QStringLiteral("2001:db8::7")), 7},
                         96}
            << QByteArray("754c50310103006011223344556677880000000300000007000000003baa0c4069ef41716576eac5"
                          "0600000720010db800000000000000000000000700000000"
                          "f784d4b1cf4a85386254930ef69049940bf47ee5013b02d14d435e41f7e6cd84");
    }
    void render_matchesVectors()
    {
        QFETCH(EchoProbe, probe);
        QFETCH(QByteArray, hex);
        const QByteArray out = rendered(probe);
        QCOMPARE(out.toHex(), hex);
        const EchoReply reply = checkEcho(bytes(out), Session, countingKey());
        QCOMPARE(reply.check, EchoCheck::Identical);
        QCOMPARE(reply.line, probe.line);
        QCOMPARE(reply.sequence, probe.sequence);
    }

    void frame_matchesVectors()
    {
        const WireTarget target{QHostAddress(0xcb00710a), 7};
        QByteArray ip4, socks;
        appendIp4Port(ip4, target);
        appendSocks5(socks, target);
        QCOMPARE(ip4.toHex(), QByteArray("cb00710a0007"));
        QCOMPARE(socks.toHex(), QByteArray("00000001cb00710a0007"));
        QCOMPARE(socks5HeaderLength(bytes(socks + rendered({Session, 1, 7, 0, {}, 64}))), 10);
        QByteArray socks6;
        appendSocks5(socks6, {QHostAddress(QStringLiteral("2001:db8::7")), 7});
        QCOMPARE(socks6.size(), 22);
        QCOMPARE(socks5HeaderLength(bytes(socks6)), 22);
        QCOMPARE(socks5HeaderLength(bytes(socks6.first(21))), 0);
        QCOMPARE(socks5HeaderLength(bytes(rendered({Session, 1, 7, 0, {}, 64}))), 0);
    }

    void check_everyFlippedHeaderBitIsForeign()
    {
        const QByteArray good = rendered({Session, 5, 9, 42, WireTarget{QHostAddress(0x7f000001), 9}, 64});
        for (qsizetype i = 0; i < 60; ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray bad = good;
                bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
                QCOMPARE(checkEcho(bytes(bad), Session, countingKey()).check, EchoCheck::Foreign);
            }
        }
    }

    void check_tellsTruncatedAndModified()
    {
        const QByteArray good = rendered({Session, 5, 9, 42, {}, 200});
        QCOMPARE(checkEcho(bytes(good.first(199)), Session, countingKey()).check, EchoCheck::Truncated);
        QCOMPARE(checkEcho(bytes(good.first(64)), Session, countingKey()).check, EchoCheck::Truncated);
        QCOMPARE(checkEcho(bytes(good.first(63)), Session, countingKey()).check, EchoCheck::Foreign);
        QCOMPARE(checkEcho(bytes(good + 'x'), Session, countingKey()).check, EchoCheck::Modified);
        QByteArray tail = good;
        tail[150] = static_cast<char>(tail[150] ^ 1);
        QCOMPARE(checkEcho(bytes(tail), Session, countingKey()).check, EchoCheck::Modified);
    }

    void check_otherSessionOrKeyIsForeign()
    {
        const QByteArray good = rendered({Session, 5, 9, 42, {}, 64});
        QCOMPARE(checkEcho(bytes(good), Session + 1, countingKey()).check, EchoCheck::Foreign);
        QCOMPARE(checkEcho(bytes(good), Session, SipKey{}).check, EchoCheck::Foreign);
    }

    void check_survivesNoise()
    {
        std::mt19937 random(1);
        const QByteArray good = rendered({Session, 5, 9, 42, {}, 128});
        for (int i = 0; i < 20'000; ++i) {
            QByteArray noise = good.first(static_cast<qsizetype>(random() % 129));
            for (int flips = 1 + static_cast<int>(random() % 4); flips > 0 && !noise.isEmpty(); --flips) {
                const auto at = static_cast<qsizetype>(random()) % noise.size();
                noise[at] = static_cast<char>(noise[at] ^ static_cast<char>(1 + random() % 255));
            }
            const EchoReply reply = checkEcho(bytes(noise), Session, countingKey());
            QVERIFY(reply.check != EchoCheck::Identical || noise == good);
            (void)socks5HeaderLength(bytes(noise));
        }
    }

    void claimed_readsQuotedProbe()
    {
        const QByteArray good = rendered({Session, 5, 9, 42, {}, 64});
        const auto claimed = claimedEcho(bytes(good.first(40)), Session);
        QVERIFY(claimed);
        QCOMPARE(claimed->line, 9u);
        QCOMPARE(claimed->sequence, 5u);
        QVERIFY(!claimedEcho(bytes(good.first(23)), Session));
        QVERIFY(!claimedEcho({}, Session));
    }
};

QTEST_GUILESS_MAIN(TestEcho)
#include "tst_echo.moc"
