// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_goodText_givesHostAndPort_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<quint16>("port");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &text, const QString &host, int port,
                            const QString &shown) {
            QTest::newRow(name) << text << host << static_cast<quint16>(port) << shown;
        };
        row("v4 and port", u"203.0.113.7:7000"_s, u"203.0.113.7"_s, 7000, u"203.0.113.7:7000"_s);
        row("v4 alone", u"203.0.113.7"_s, u"203.0.113.7"_s, 0, u"203.0.113.7"_s);
        row("highest port", u"1.2.3.4:65535"_s, u"1.2.3.4"_s, 65535, u"1.2.3.4:65535"_s);
        row("v6 and port", u"[2001:db8::7]:7"_s, u"2001:db8::7"_s, 7, u"[2001:db8::7]:7"_s);
        row("v6 in brackets", u"[2001:db8::7]"_s, u"2001:db8::7"_s, 0, u"[2001:db8::7]"_s);
        row("bare v6", u"2001:db8::7"_s, u"2001:db8::7"_s, 0, u"[2001:db8::7]"_s);
        row("v6 with interface", u"[fe80::1%eth0]:7000"_s, u"fe80::1%eth0"_s, 7000, u"[fe80::1%eth0]:7000"_s);
        row("v6 loopback", u"[::1]:7"_s, u"::1"_s, 7, u"[::1]:7"_s);
        row("v6 with dotted tail", u"[64:ff9b::192.0.2.1]:7"_s, u"64:ff9b::192.0.2.1"_s, 7,
            u"[64:ff9b::192.0.2.1]:7"_s);
        row("name and port", u"relay-1.example.com:7000"_s, u"relay-1.example.com"_s, 7000,
            u"relay-1.example.com:7000"_s);
        row("name with underscore", u"a_b.example:1"_s, u"a_b.example"_s, 1, u"a_b.example:1"_s);
        row("rooted name", u"host.example.:9"_s, u"host.example."_s, 9, u"host.example.:9"_s);
        row("name in Chinese", u"入口.example:9"_s, u"入口.example"_s, 9, u"入口.example:9"_s);
        row("blanks around", u"  10.0.0.1:7 "_s, u"10.0.0.1"_s, 7, u"10.0.0.1:7"_s);
    }
    void read_goodText_givesHostAndPort()
    {
        QFETCH(QString, text);
        const EndpointResult result = parseEndpoint(text);
        QCOMPARE(result.error, QString());
        QTEST(result.endpoint.host, "host");
        QTEST(result.endpoint.port, "port");
        QTEST(result.endpoint.toString(), "shown");
        QCOMPARE(parseEndpoint(result.endpoint.toString()).endpoint, result.endpoint);
    }

    void read_badText_tellsWhy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QString &text, const QString &reason) {
            QTest::newRow(name) << text << reason;
        };
        row("nothing", u""_s, u"empty"_s);
        row("leading zeros, which other readers take for octal", u"010.0.0.1:7"_s, u"leading zeros"_s);
        row("two octets", u"10.1:7"_s, u"not an address"_s);
        row("one number", u"12345"_s, u"not an address"_s);
        row("hexadecimal", u"0x7f.0.0.1:7"_s, u"not an address"_s);
        row("hexadecimal in one", u"0x7f000001:7"_s, u"not an address"_s);
        row("octet too large", u"256.0.0.1:7"_s, u"not an address"_s);
        row("five octets", u"1.2.3.4.5:7"_s, u"not an address"_s);
        row("digits in full width", u"１０.0.0.1:7"_s, u"not an address"_s);
        row("port 0", u"10.0.0.1:0"_s, u"1 to 65535"_s);
        row("port too large", u"10.0.0.1:65536"_s, u"1 to 65535"_s);
        row("port far too large", u"10.0.0.1:4294967297"_s, u"1 to 65535"_s);
        row("negative port", u"10.0.0.1:-7"_s, u"1 to 65535"_s);
        row("port with letters", u"10.0.0.1:7a"_s, u"1 to 65535"_s);
        row("colon without port", u"10.0.0.1:"_s, u"no port"_s);
        row("port without host", u":7000"_s, u"no host"_s);
        row("unspecified v4", u"0.0.0.0:7"_s, u"peer"_s);
        row("unspecified v6", u"[::]:7"_s, u"peer"_s);
        row("broadcast", u"255.255.255.255:7"_s, u"broadcast"_s);
        row("multicast v4", u"224.0.0.1:7"_s, u"multicast"_s);
        row("multicast v4, last block", u"239.255.255.255:7"_s, u"multicast"_s);
        row("multicast v6", u"[ff02::1]:7"_s, u"multicast"_s);
        row("link-local without interface", u"[fe80::1]:7"_s, u"interface"_s);
        row("mapped broadcast", u"[::ffff:255.255.255.255]:7"_s, u"broadcast"_s);
        row("bracket not closed", u"[::1:7"_s, u"[v6]:port"_s);
        row("text after bracket", u"[::1]7"_s, u"[v6]:port"_s);
        row("v4 in brackets", u"[1.2.3.4]:7"_s, u"[v6]:port"_s);
        row("v6 of nine groups", u"1:2:3:4:5:6:7:8:9"_s, u"IPv6"_s);
        row("v6 with two gaps", u"[1::2::3]:7"_s, u"IPv6"_s);
        row("v6 with three colons", u"[:::1]:7"_s, u"IPv6"_s);
        row("interface of nothing", u"[fe80::1%]:7"_s, u"IPv6"_s);
        row("a URL", u"udp://a:7"_s, u"IPv6"_s);
        row("blank inside", u"a b:7"_s, u"neither"_s);
        row("label with hyphen first", u"-a.example:7"_s, u"neither"_s);
        row("empty label", u"a..b:7"_s, u"neither"_s);
        row("label too long", QString(64, u'a') + u":7"_s, u"neither"_s);
    }
    void read_badText_tellsWhy()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const EndpointResult result = parseEndpoint(text);
        QVERIFY2(result.error.contains(reason), qPrintable(result.error));
        QVERIFY2(result.error.contains(u"; "), qPrintable(result.error));
        QVERIFY(result.endpoint.isEmpty());
    }

    void address_mapped_isIp4()
    {
        const std::optional<QHostAddress> address = parseAddress(u"::ffff:192.0.2.1");
        QVERIFY(address);
        QCOMPARE(address->protocol(), QAbstractSocket::IPv4Protocol);
        QCOMPARE(address->toString(), u"192.0.2.1"_s);
    }

    void address_withScope_keepsIt()
    {
        const std::optional<QHostAddress> address = parseAddress(u"fe80::1%eth0");
        QVERIFY(address);
        QCOMPARE(address->scopeId(), u"eth0"_s);
        QCOMPARE(whyNotProbeable(*address), QString());
        QVERIFY(!parseAddress(u"10.0.0.1%eth0"));
    }

    void address_ofName_isEmpty()
    {
        QVERIFY(!(Endpoint{u"relay.example"_s, 7}.address()));
        QVERIFY(Endpoint{}.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
