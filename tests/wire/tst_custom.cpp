// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "custom.h"

#include <QTest>

#include <numeric>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

SipKey countingKey()
{
    SipKey key;
    std::iota(key.begin(), key.end(), quint8{0});
    return key;
}

CustomProbe probeOf(const QString &payload, const QString &match)
{
    const TemplateResult parsed = parseTemplate(payload);
    Q_ASSERT(parsed.ok());
    return {parsed.parts, parseMatch(match).rule};
}

} // namespace

class TestCustom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void render_hexVector()
    {
        const CustomProbe probe =
            probeOf(u"hex:4c50 01 00 {seq} {echo_ip4}{echo_port} {ts_ns} {token} {pad=4}"_s, u"identical"_s);
        const QByteArray out =
            probe.render({1, 1'000'000'000, WireTarget{QHostAddress(0xcb00710a), 7}}, countingKey());
        QCOMPARE(out.toHex(),
                 QByteArray("4c50010000000001cb00710a0007000000003b9aca006b3aa6cf9c604b1e00000000"));
    }

    void render_textVector()
    {
        const CustomProbe probe = probeOf(u"text:PING {seq:dec} {token:hex}\\n"_s, u"identical"_s);
        QCOMPARE(probe.render({1, 0, {}}, countingKey()), QByteArray("PING 1 573755ad65a0016b\n"));
    }

    void render_everyPlaceholder()
    {
        const CustomProbe probe =
            probeOf(u"hex:{seq:u32le}{seq:u16be}{echo_ip6}{echo_port}{rand=5}{pad=3}"_s, u"identical"_s);
        const CustomProbe::Values values{0x01020304, 0, WireTarget{QHostAddress(u"2001:db8::7"_s), 0x0506}};
        const QByteArray out = probe.render(values, countingKey());
        QCOMPARE(out.size(), 4 + 2 + 16 + 2 + 5 + 3);
        QCOMPARE(out.first(24).toHex(), QByteArray("04030201030420010db8000000000000000000000007") + "0506");
        QCOMPARE(out.last(3), QByteArray(3, '\0'));
        QVERIFY(out != probe.render(values, countingKey())); // the random bytes
    }

    void matchKey_bindsReplyToRequest()
    {
        const CustomProbe prefix = probeOf(u"text:{seq} hello"_s, u"prefix:4"_s);
        const QByteArray request = prefix.render({77, 0, {}}, countingKey());
        QCOMPARE(prefix.matchKey(request), prefix.matchKey(request.first(4) + "other tail"));
        QVERIFY(prefix.matchKey(request) != prefix.matchKey(prefix.render({78, 0, {}}, countingKey())));
        QVERIFY(!prefix.matchKey(request.first(3)));

        const CustomProbe identical = probeOf(u"text:{seq} hello"_s, u"identical"_s);
        QVERIFY(identical.matchKey(request) != identical.matchKey(request + 'x'));
        const CustomProbe any = probeOf(u"text:{seq} hello"_s, u"any"_s);
        QCOMPARE(any.matchKey(request), any.matchKey("whatever"));
    }

    void repliesDiffer_onlyWhereTheMatchSeesWhatVaries_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("match");
        QTest::addColumn<bool>("differ");
        QTest::addColumn<bool>("unique");
        QTest::newRow("sequence, identical") << u"hex:00{seq}"_s << u"identical"_s << true << false;
        QTest::newRow("constant bytes") << u"hex:0011"_s << u"identical"_s << false << false;
        QTest::newRow("token over constant bytes is constant")
            << u"hex:00{token}"_s << u"identical"_s << false << false;
        QTest::newRow("any") << u"hex:{seq}{token}"_s << u"any"_s << false << false;
        QTest::newRow("prefix before the sequence") << u"hex:0011{seq}"_s << u"prefix:2"_s << false << false;
        QTest::newRow("prefix cuts the sequence") << u"hex:0011{seq}"_s << u"prefix:5"_s << false << false;
        QTest::newRow("prefix holds the sequence") << u"hex:0011{seq}"_s << u"prefix:6"_s << true << false;
        QTest::newRow("prefix holds a token that varies")
            << u"hex:{token}{seq}"_s << u"prefix:8"_s << true << false;
        QTest::newRow("few random bytes") << u"hex:{rand=2}"_s << u"identical"_s << false << false;
        QTest::newRow("random bytes") << u"hex:{rand=4}"_s << u"identical"_s << true << true;
        QTest::newRow("time") << u"hex:{seq}{ts_ns}"_s << u"identical"_s << true << true;
        QTest::newRow("token over the time") << u"hex:{token}{ts_ns}"_s << u"prefix:8"_s << true << true;
    }
    void repliesDiffer_onlyWhereTheMatchSeesWhatVaries()
    {
        QFETCH(QString, payload);
        QFETCH(QString, match);
        QFETCH(bool, differ);
        QFETCH(bool, unique);
        QCOMPARE(probeOf(payload, match).repliesDiffer(), differ);
        QCOMPARE(probeOf(payload, match).repliesAreUnique(), unique);
    }
};

QTEST_GUILESS_MAIN(TestCustom)
#include "tst_custom.moc"
