// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reflector.h"

#include <QNetworkDatagram>
#include <QTest>
#include <QTestEventLoop>
#include <QTimer>
#include <QUdpSocket>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <numeric>
#include <vector>

using namespace plumb;
using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr quint32 Seed = 5;
const QHostAddress Loopback(QHostAddress::LocalHost);

//! A socket that keeps all that comes, with the time of its coming.
class Client final : public QObject
{
public:
    struct Reply
    {
        QByteArray bytes;
        QHostAddress from;
        quint16 port;
        Clock::time_point at;
    };

    explicit Client(const QHostAddress &address = Loopback, quint16 port = 0)
    {
        m_isBound = m_socket.bind(address, port, QUdpSocket::DontShareAddress);
        m_socket.setSocketOption(QUdpSocket::ReceiveBufferSizeSocketOption, 4 << 20);
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] {
            do {
                const QNetworkDatagram datagram = m_socket.receiveDatagram();
                if (datagram.isValid()) {
                    replies.append({datagram.data(), datagram.senderAddress(),
                                    static_cast<quint16>(datagram.senderPort()), Clock::now()});
                    if (onReply)
                        onReply();
                }
            } while (m_socket.hasPendingDatagrams());
        });
    }
    [[nodiscard]] bool isBound() const { return m_isBound; }
    void send(quint16 port, const QByteArray &bytes, const QHostAddress &address = Loopback)
    {
        QCOMPARE(m_socket.writeDatagram(bytes, address, port), bytes.size());
    }

    QList<Reply> replies;
    std::function<void()> onReply;

private:
    QUdpSocket m_socket;
    bool m_isBound = false;
};

QByteArray numbered(int i) { return QByteArray::number(i).rightJustified(64, ' '); }

double ms(Clock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

//! A first port from which so many are free, so that a test does not meet another program's.
quint16 freeRange(Reflector &reflector, int count, const Impairment &impairment)
{
    for (quint16 first = 12'000; first < 30'000; first += 500) {
        if (reflector.add(Loopback, first, count, impairment).isEmpty())
            return first;
    }
    return 0;
}

} // namespace

class TestReflector final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void echo_returnsTheSameBytes_data();
    void echo_returnsTheSameBytes();
    void echo_comesFromTheAddressThatWasAsked();
    void echo_ignoresBroadcasts();
    void echo_ignoresItsOwnPorts();
    void echo_onManyPorts();
    void echo_floodOfOnePortHoldsUpNoOther();
    void delay_accurateOn128Ports();
    void delay_countsFromArrival();
    void loss_isCounted();
    void lossOut_isNotCounted();
    void silent_receivesAndNeverAnswers();
    void duplicate_answersTwice();
    void reorder_swapsNeighbours();
    void reorder_lastOneLeavesAlone();
    void deadFlows_twoOfEight();
    void outage_ends();
    void add_furtherGroups();
    void add_tellsWhatIsWrong_data();
    void add_tellsWhatIsWrong();
    void add_portInUse();
    void add_allOrNone();
    void stop_freesPorts();
};

void TestReflector::echo_returnsTheSameBytes_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::addColumn<int>("bytes");
    for (const int bytes : {0, 1, 64, 1472, 65'507}) {
        QTest::addRow("IPv4, %d bytes", bytes) << Loopback << bytes;
        QTest::addRow("IPv6, %d bytes", bytes) << QHostAddress(QHostAddress::LocalHostIPv6) << bytes;
    }
}

void TestReflector::echo_returnsTheSameBytes()
{
    QFETCH(QHostAddress, address);
    QFETCH(int, bytes);
    Client client(address);
    if (!client.isBound() && address.protocol() == QAbstractSocket::IPv6Protocol)
        QSKIP("this computer has no IPv6");
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(address, 0, 1, {}), QString());
    const quint16 port = reflector.ports().constFirst();
    QVERIFY(port != 0);

    QByteArray payload(bytes, 'x');
    std::iota(payload.begin(), payload.end(), '\0');
    client.send(port, payload, address);
    QTRY_COMPARE(client.replies.size(), 1);
    QCOMPARE(client.replies[0].bytes, payload);
    QCOMPARE(client.replies[0].port, port);
    QCOMPARE(client.replies[0].from.toString(), address.toString());
}

void TestReflector::echo_comesFromTheAddressThatWasAsked()
{
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(QHostAddress(QHostAddress::AnyIPv4), 0, 1, {}), QString());
    Client client;
    client.send(reflector.ports().constFirst(), "who?", QHostAddress(u"127.0.3.9"_s));
    QTRY_COMPARE(client.replies.size(), 1);
    QCOMPARE(client.replies[0].from.toString(), u"127.0.3.9"_s);
}

void TestReflector::echo_ignoresBroadcasts()
{
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(QHostAddress(QHostAddress::AnyIPv4), 0, 1, {}), QString());
    Client client;
    client.send(reflector.ports().constFirst(), "all", QHostAddress(u"127.255.255.255"_s));
    client.send(reflector.ports().constFirst(), "one");
    QTRY_COMPARE(client.replies.size(), 1);
    QCOMPARE(client.replies[0].bytes, "one");
    QCOMPARE(reflector.totals().received, 2U);
    QCOMPARE(reflector.totals().dropped, 1U);
    QCOMPARE(reflector.totals().failed, 0U);
}

void TestReflector::echo_ignoresItsOwnPorts()
{
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, {}), QString());
    const quint16 port = reflector.ports().constFirst();
    Client sameNumber(QHostAddress(u"127.0.0.2"_s), port);
    QVERIFY(sameNumber.isBound());
    sameNumber.send(port, "loop?");
    QTRY_COMPARE(reflector.totals().dropped, 1U);
    QCOMPARE(reflector.totals().sent, 0U);
}

void TestReflector::echo_onManyPorts()
{
    constexpr int Ports = 2000;
    Reflector reflector(Seed);
    const quint16 first = freeRange(reflector, Ports / 4, {});
    QVERIFY(first != 0);
    while (reflector.ports().size() < Ports)
        QCOMPARE(reflector.add(Loopback, 0, 1, {}), QString());

    Client client;
    const QList<quint16> ports = reflector.ports();
    qsizetype sent = 0;
    for (int round = 0; round < 3; ++round) {
        for (const quint16 port : ports) {
            client.send(port, numbered(port));
            if (++sent % 100 == 0) // so many fit into any receive buffer
                QTRY_COMPARE(client.replies.size(), sent);
        }
    }
    QTRY_COMPARE(client.replies.size(), sent);
    for (const Client::Reply &reply : std::as_const(client.replies))
        QCOMPARE(reply.bytes, numbered(reply.port));
    const ReflectorTotals totals = reflector.totals();
    QCOMPARE(totals.received, static_cast<quint64>(sent));
    QCOMPARE(totals.counted, totals.received);
    QCOMPARE(totals.sent, totals.received);
    QCOMPARE(totals.dropped, 0U);
}

void TestReflector::echo_floodOfOnePortHoldsUpNoOther()
{
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, {}), QString());
    QCOMPARE(reflector.add(Loopback, 0, 1, {}), QString());
    Client flood, other;
    for (int i = 0; i < 200; ++i)
        flood.send(reflector.ports().constFirst(), numbered(i));
    other.send(reflector.ports().constLast(), "me too");
    quint64 served = 0; // before the other port's reply was here
    other.onReply = [&] { served = reflector.totals().received; };
    QTRY_COMPARE(flood.replies.size(), 200);
    QTRY_COMPARE(other.replies.size(), 1);
    QVERIFY2(served <= 100, qPrintable(QString::number(served)));
}

void TestReflector::delay_accurateOn128Ports()
{
    constexpr int Ports = 128, Rounds = 10;
    Impairment impairment;
    impairment.delayMs = 20;
    impairment.jitterMs = 2;
    Reflector reflector(Seed);
    QVERIFY(freeRange(reflector, Ports, impairment) != 0);
    const QList<quint16> ports = reflector.ports();

    Client client;
    std::vector<Clock::time_point> departures;
    const auto start = Clock::now();
    QTimer pacer;
    pacer.setTimerType(Qt::PreciseTimer);
    connect(&pacer, &QTimer::timeout, this, [&] {
        const auto due =
            static_cast<size_t>(ms(Clock::now() - start) * Ports / 100); // each port 10 times a second
        while (departures.size() < std::min(due, size_t{Ports * Rounds})) {
            const auto i = static_cast<int>(departures.size());
            departures.push_back(Clock::now());
            client.send(ports[i % Ports], numbered(i));
        }
    });
    pacer.start(1);
    client.onReply = [&] {
        if (client.replies.size() == Ports * Rounds)
            QTestEventLoop::instance().exitLoop();
    };
    QTestEventLoop::instance().enterLoop(
        10); // QTRY_COMPARE sleeps between its looks, which would count as delay
    QCOMPARE(client.replies.size(), Ports * Rounds); // none is lost

    std::vector<double> rtts;
    for (const Client::Reply &reply : std::as_const(client.replies))
        rtts.push_back(ms(reply.at - departures[reply.bytes.trimmed().toUInt()]));
    std::ranges::sort(rtts);
    const double median = rtts[rtts.size() / 2];
    QVERIFY2(rtts.front() >= 20, qPrintable(QString::number(rtts.front())));
    QVERIFY2(median > 21 && median < 24, qPrintable(QString::number(median))); // 20 + 2 ln 2
}

void TestReflector::delay_countsFromArrival()
{
    Impairment impairment;
    impairment.delayMs = 300;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    const auto sent = Clock::now();
    client.send(reflector.ports().constFirst(), "late reader");
    while (ms(Clock::now() - sent) < 200) {
    } // this thread is busy: the datagram waits in the socket
    QTRY_COMPARE(client.replies.size(), 1);
    const double rtt = ms(client.replies[0].at - sent);
    QVERIFY2(rtt >= 299.9 && rtt < 400, qPrintable(QString::number(rtt)));
}

void TestReflector::loss_isCounted()
{
    constexpr int Probes = 2000;
    Impairment impairment;
    impairment.lossBackPct = 70;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    for (int i = 0; i < Probes; ++i) {
        client.send(reflector.ports().constFirst(), numbered(i));
        if (i % 100 == 99)
            QTRY_COMPARE(reflector.totals().received, static_cast<quint64>(i + 1));
    }
    const ReflectorTotals totals = reflector.totals();
    QCOMPARE(totals.counted, quint64{Probes});
    QCOMPARE(totals.sent + totals.dropped, quint64{Probes});
    QCOMPARE(totals.failed, 0U);
    // Five standard errors of 2,000 at 70 % are 103.
    QVERIFY2(totals.dropped > 1297 && totals.dropped < 1503, qPrintable(QString::number(totals.dropped)));
    QTRY_COMPARE(client.replies.size(), static_cast<qsizetype>(totals.sent));
}

void TestReflector::lossOut_isNotCounted()
{
    Impairment impairment;
    impairment.lossOutPct = 50;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    for (int i = 0; i < 100; ++i)
        client.send(reflector.ports().constFirst(), numbered(i));
    QTRY_COMPARE(reflector.totals().received, 100U);
    const ReflectorTotals totals = reflector.totals();
    QVERIFY2(totals.counted > 25 && totals.counted < 75, qPrintable(QString::number(totals.counted)));
    QCOMPARE(totals.sent, totals.counted);
    QCOMPARE(totals.dropped, 100 - totals.counted);
}

void TestReflector::silent_receivesAndNeverAnswers()
{
    Impairment impairment;
    impairment.silent = true;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    for (int i = 0; i < 10; ++i)
        client.send(reflector.ports().constFirst(), numbered(i));
    QTRY_COMPARE(reflector.totals().dropped, 10U);
    QCOMPARE(reflector.totals().counted, 10U);
    QCOMPARE(reflector.totals().sent, 0U);
}

void TestReflector::duplicate_answersTwice()
{
    Impairment impairment;
    impairment.duplicatePct = 100;
    impairment.delayMs = 5;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    client.send(reflector.ports().constFirst(), "twice");
    QTRY_COMPARE(client.replies.size(), 2);
    QCOMPARE(client.replies[0].bytes, client.replies[1].bytes);
    QCOMPARE(reflector.totals().sent, 2U);
    QCOMPARE(reflector.totals().counted, 1U);
}

void TestReflector::reorder_swapsNeighbours()
{
    Impairment impairment;
    impairment.reorderPct = 100;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    for (int i = 0; i < 6; ++i)
        client.send(reflector.ports().constFirst(), QByteArray::number(i));
    QTRY_COMPARE(client.replies.size(), 6);
    QByteArray order;
    for (const Client::Reply &reply : std::as_const(client.replies))
        order += reply.bytes;
    QCOMPARE(order, "103254");
}

void TestReflector::reorder_lastOneLeavesAlone()
{
    Impairment impairment;
    impairment.reorderPct = 100;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    const auto sent = Clock::now();
    client.send(reflector.ports().constFirst(), "the last");
    QTRY_COMPARE(client.replies.size(), 1);
    const double rtt = ms(client.replies[0].at - sent);
    QVERIFY2(rtt > 1400 && rtt < 2000, qPrintable(QString::number(rtt))); // within the usual time-out
    QCOMPARE(reflector.totals().dropped, 0U);
}

void TestReflector::deadFlows_twoOfEight()
{
    Impairment impairment;
    impairment.deadFlowsOf8 = 2;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    std::array<Client, 8> flows;
    for (int round = 0; round < 3; ++round) {
        for (Client &flow : flows)
            flow.send(reflector.ports().constFirst(), numbered(round));
    }
    QTRY_COMPARE(reflector.totals().received, 24U);
    QTRY_COMPARE(flows[7].replies.size(), 3);
    int dead = 0;
    for (const Client &flow : flows)
        dead += flow.replies.isEmpty();
    QCOMPARE(dead, 2);
    QCOMPARE(reflector.totals().dropped, 6U);
}

void TestReflector::outage_ends()
{
    Impairment impairment;
    impairment.outage = {.fromS = 0, .forS = 0.3, .periodS = 0};
    Reflector reflector(Seed);
    const auto start = Clock::now();
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    Client client;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { client.send(reflector.ports().constFirst(), "there?"); });
    timer.start(10);
    QTRY_VERIFY(!client.replies.isEmpty());
    QVERIFY(ms(client.replies[0].at - start) >= 300);
    QVERIFY(reflector.totals().dropped > 0);
}

void TestReflector::add_furtherGroups()
{
    Impairment silent;
    silent.silent = true;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, silent), QString());
    QCOMPARE(reflector.add(QHostAddress(u"127.0.2.1"_s), 0, 1, {}), QString());
    QCOMPARE(reflector.ports().size(), 2);
    Client client;
    client.send(reflector.ports().constFirst(), "silent");
    client.send(reflector.ports().constLast(), "answers", QHostAddress(u"127.0.2.1"_s));
    QTRY_COMPARE(reflector.totals().received, 2U);
    QTRY_COMPARE(client.replies.size(), 1);
    QCOMPARE(client.replies[0].bytes, "answers");
}

void TestReflector::add_tellsWhatIsWrong_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::addColumn<quint16>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("lossPct");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QHostAddress &address, quint16 first, int count,
                        double lossPct, const QString &error) {
        QTest::newRow(name) << address << first << count << lossPct << error;
    };
    row("no port", Loopback, 20'000, 0, 0, u"0 ports can not be opened; give 1 or more"_s);
    row("negative number", Loopback, 20'000, -3, 0, u"-3 ports can not be opened; give 1 or more"_s);
    row("several of any", Loopback, 0, 2, 0,
        u"port 0 (any free port) stands for one port; give a first port for 2"_s);
    row("beyond the last port", Loopback, 65'530, 7, 0,
        u"7 ports from 65530 on end above 65535; give fewer or a lower port"_s);
    row("foreign address", QHostAddress(u"192.0.2.1"_s), 20'000, 1, 0,
        u"192.0.2.1 is not an address of this computer; give one that is"_s);
    row("no address", QHostAddress(), 20'000, 1, 0,
        u"\"\" is no address to listen on; give an IPv4 or IPv6 address"_s);
    row("loss above 100", Loopback, 20'000, 1, 101, u"loss-back of 101 % is out of range; give 0 to 100"_s);
}

void TestReflector::add_tellsWhatIsWrong()
{
    QFETCH(QHostAddress, address);
    QFETCH(quint16, first);
    QFETCH(int, count);
    QFETCH(double, lossPct);
    Impairment impairment;
    impairment.lossBackPct = lossPct;
    Reflector reflector(Seed);
    QTEST(reflector.add(address, first, count, impairment), "error");
    QVERIFY(reflector.ports().isEmpty());
}

void TestReflector::add_portInUse()
{
    QUdpSocket holder;
    QVERIFY(holder.bind(Loopback, 0, QUdpSocket::DontShareAddress));
    Reflector reflector(Seed);
    QCOMPARE(
        reflector.add(Loopback, holder.localPort(), 1, {}),
        u"127.0.0.1:%1 is in use by another program; stop it or give another port"_s.arg(holder.localPort()));
}

void TestReflector::add_allOrNone()
{
    Reflector reflector(Seed);
    const quint16 first = freeRange(reflector, 10, {});
    QVERIFY(first != 0);
    Reflector second(Seed);
    QVERIFY(!second.add(Loopback, static_cast<quint16>(first - 5), 10, {}).isEmpty());
    QVERIFY(second.ports().isEmpty());
    QUdpSocket taker; // the five that had been bound are free again
    QVERIFY(taker.bind(Loopback, static_cast<quint16>(first - 5), QUdpSocket::DontShareAddress));
    QCOMPARE(second.add(QHostAddress(u"127.0.0.2"_s), 0, 1, {}), QString());
    Client client;
    client.send(second.ports().constFirst(), "still works", QHostAddress(u"127.0.0.2"_s));
    QTRY_COMPARE(client.replies.size(), 1);
}

void TestReflector::stop_freesPorts()
{
    Impairment impairment;
    impairment.delayMs = 10'000;
    Reflector reflector(Seed);
    QCOMPARE(reflector.add(Loopback, 0, 1, impairment), QString());
    const quint16 port = reflector.ports().constFirst();
    Client client;
    client.send(port, "never answered");
    QTRY_COMPARE(reflector.totals().counted, 1U);
    reflector.stop();
    QVERIFY(reflector.ports().isEmpty());
    QCOMPARE(reflector.totals().dropped, 1U);
    QCOMPARE(reflector.add(Loopback, port, 1, {}), QString()); // may be used again
    client.send(port, "answered");
    QTRY_COMPARE(client.replies.size(), 1);
    QCOMPARE(client.replies[0].bytes, "answered");
}

QTEST_GUILESS_MAIN(TestReflector)
#include "tst_reflector.moc"
