// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "datagram.h"
#include "flowsocket.h"
#include "socketwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumb;

namespace {

class Sink final : public DatagramSink
{
public:
    void received(FlowSocket &, const Received &datagram) override
    {
        sizes.append(static_cast<int>(datagram.bytes.size()));
        stamps.append(datagram.stampRealNs.value_or(0));
    }
    void reported(FlowSocket &, const IcmpError &error) override { errors.append(error); }

    QList<int> sizes;
    QList<qint64> stamps;
    QList<IcmpError> errors;
};

quint16 closedPort()
{
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost, 0);
    return socket.localPort();
}

} // namespace

//! The platform's part of the sockets, against the kernel itself.
class TestDatagram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { datagram::keepStampingOn(); }

    void peerId_ofMappedAddressIsTheSame()
    {
        QCOMPARE(peerId(QHostAddress(QStringLiteral("127.0.0.1")), 7),
                 peerId(QHostAddress(QStringLiteral("::ffff:127.0.0.1")), 7));
        QVERIFY(!(peerId(QHostAddress(QStringLiteral("127.0.0.1")), 7) ==
                  peerId(QHostAddress(QStringLiteral("127.0.0.1")), 8)));
    }

    void drain_givesKernelStampsHoweverLateItReads()
    {
        if (!datagram::hasKernelStamps())
            QSKIP("no receive stamps on this platform");
        Sink sink;
        FlowSocket socket(false, 0, &sink, &m_watch);
        QCOMPARE(socket.open(), QString());
        QTest::qSleep(50); // the kernel switches stamping on from a work queue
        QUdpSocket peer;
        const qint64 before = realtimeNs();
        peer.writeDatagram("one", QHostAddress::LocalHost, socket.port());
        const qint64 between = realtimeNs();
        QTest::qSleep(100); // nobody reads
        peer.writeDatagram("three", QHostAddress::LocalHost, socket.port());
        QVERIFY(socket.drain());
        QCOMPARE(sink.sizes, (QList<int>{3, 5}));
        QVERIFY(sink.stamps[0] >= before);
        QVERIFY(sink.stamps[0] <= between);
        QVERIFY(sink.stamps[1] - sink.stamps[0] >= 99'000'000);
    }

    void send_toClosedPortIsReportedAndSpoilsNoOtherSend()
    {
        if (!datagram::hasKernelStamps())
            QSKIP("no error reports on this platform");
        Sink sink;
        FlowSocket socket(false, 0, &sink, &m_watch);
        QCOMPARE(socket.open(), QString());
        QUdpSocket healthy;
        QVERIFY(healthy.bind(QHostAddress::LocalHost, 0));
        const Peer closed(QHostAddress(QHostAddress::LocalHost), closedPort());
        const Peer open(QHostAddress(QHostAddress::LocalHost), healthy.localPort());
        const QByteArray payload(64, 'x');
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(socket.send(payload, closed), 0);
            QCOMPARE(socket.send(payload, open), 0); // right after the error came back
        }
        socket.drain();
        QTRY_COMPARE(sink.errors.size(), 20);
        const IcmpError &error = sink.errors.constFirst();
        QCOMPARE(error.type, 3);
        QCOMPARE(error.icmpCode, 3);
        QVERIFY(!error.local);
        QCOMPARE(error.destination, closed.id());
        QCOMPARE(error.offender, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(error.quote, payload);
        QCOMPARE(datagram::errorName(error.code), QStringLiteral("ECONNREFUSED"));
        int arrived = 0;
        for (; healthy.hasPendingDatagrams(); ++arrived)
            healthy.readDatagram(nullptr, 0);
        QCOMPARE(arrived, 20);
    }

    void drain_goesOnAfterAnErrorReport()
    {
        if (!datagram::hasKernelStamps())
            QSKIP("no error reports on this platform");
        // A reply that waits behind another probe's error report must be read in the same turn.
        Sink sink;
        FlowSocket socket(false, 0, &sink, &m_watch);
        QCOMPARE(socket.open(), QString());
        QUdpSocket peer;
        for (int i = 0; i < 5; ++i)
            peer.writeDatagram("reply", QHostAddress::LocalHost, socket.port());
        QCOMPARE(socket.send("x", Peer(QHostAddress(QHostAddress::LocalHost), closedPort())), 0);
        QVERIFY(socket.drain());
        QCOMPARE(sink.sizes.size(), 5);
        QCOMPARE(sink.errors.size(), 1);
    }

    void takeDropped_countsWhatTheBufferCouldNotHold()
    {
        if (!datagram::hasKernelStamps())
            QSKIP("no drop counter on this platform");
        Sink sink;
        FlowSocket socket(false, 0, &sink, &m_watch);
        QCOMPARE(socket.open(), QString());
        const int fits = socket.capacity(64);
        QVERIFY(fits >= 200);
        QUdpSocket peer;
        for (int i = 0; i < 2 * fits; ++i)
            peer.writeDatagram(QByteArray(64, 'x'), QHostAddress::LocalHost, socket.port());
        while (!socket.drain()) {
        }
        const quint32 dropped = socket.takeDropped();
        QVERIFY(dropped > 0);
        QCOMPARE(static_cast<int>(dropped) + static_cast<int>(sink.sizes.size()), 2 * fits);
        QCOMPARE(socket.takeDropped(), 0u);
    }

    void send_ip6()
    {
        Sink sink;
        FlowSocket socket(true, 46, &sink, &m_watch);
        QCOMPARE(socket.open(), QString());
        QUdpSocket peer;
        QVERIFY(peer.bind(QHostAddress::LocalHostIPv6, 0));
        QSignalSpy spy(&peer, &QUdpSocket::readyRead);
        QCOMPARE(socket.send("six", Peer(QHostAddress(QHostAddress::LocalHostIPv6), peer.localPort())), 0);
        QVERIFY(spy.wait(2000) || peer.hasPendingDatagrams());
    }

    void watch_hasWhatComesRead()
    {
        Sink sink;
        FlowSocket first(false, 0, &sink, &m_watch), second(false, 0, &sink, &m_watch);
        QCOMPARE(first.open(), QString());
        QCOMPARE(second.open(), QString());
        QUdpSocket peer;
        // One after the other, so that some come alone and some while others are gathered.
        for (int i = 1; i <= 20; ++i) {
            peer.writeDatagram("a", QHostAddress::LocalHost, first.port());
            peer.writeDatagram("b", QHostAddress::LocalHost, second.port());
            QTRY_COMPARE(sink.sizes.size(), 2 * i);
        }
        // An error report alone, without any reply beside it.
        QCOMPARE(first.send("x", Peer(QHostAddress(QHostAddress::LocalHost), closedPort())), 0);
        if (datagram::hasKernelStamps())
            QTRY_COMPARE(sink.errors.size(), 1);
    }

private:
    SocketWatch m_watch;
};

QTEST_GUILESS_MAIN(TestDatagram)
#include "tst_datagram.moc"
