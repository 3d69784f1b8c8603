// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatherer.h"
#include "netlab.h"

#include <QTest>
#include <QtEndian>

#include <memory>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace plumb;
using namespace plumb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! An ICMP error of the router about a datagram from 10.77.0.2, with as much of its payload as is given.
class Forger
{
public:
    Forger()
        : m_fd(::socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP))
    {}
    ~Forger() { ::close(m_fd); }
    Forger(const Forger &) = delete;
    Forger &operator=(const Forger &) = delete;

    void send(quint8 type, quint8 code, const QHostAddress &target, quint16 targetPort, quint16 sourcePort,
              const QByteArray &payload) const
    {
        QByteArray icmp(8, '\0');
        icmp[0] = static_cast<char>(type);
        icmp[1] = static_cast<char>(code);
        QByteArray ip(20, '\0');
        ip[0] = 0x45;
        put<quint16>(ip, 2, static_cast<quint16>(28 + payload.size()));
        ip[8] = 63;
        ip[9] = IPPROTO_UDP;
        put<quint32>(ip, 12, Own.toIPv4Address());
        put<quint32>(ip, 16, target.toIPv4Address());
        put<quint16>(ip, 10, checksum(ip));
        QByteArray udp(8, '\0');
        put<quint16>(udp, 0, sourcePort);
        put<quint16>(udp, 2, targetPort);
        put<quint16>(udp, 4, static_cast<quint16>(8 + payload.size()));
        icmp += ip + udp + payload;
        put<quint16>(icmp, 2, checksum(icmp));
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr.s_addr = htonl(Own.toIPv4Address());
        ::sendto(m_fd, icmp.constData(), static_cast<size_t>(icmp.size()), 0,
                 reinterpret_cast<const sockaddr *>(&to), sizeof to);
    }

private:
    template <typename T>
    static void put(QByteArray &bytes, qsizetype at, T value)
    {
        qToBigEndian(value, bytes.data() + at);
    }
    static quint16 checksum(const QByteArray &bytes)
    {
        quint32 sum = 0;
        for (qsizetype i = 0; i < bytes.size(); i += 2)
            sum += (quint32{static_cast<quint8>(bytes[i])} << 8) |
                   (i + 1 < bytes.size() ? quint32{static_cast<quint8>(bytes[i + 1])} : 0u);
        while (sum >> 16)
            sum = (sum & 0xffff) + (sum >> 16);
        return static_cast<quint16>(~sum & 0xffff);
    }

    const QHostAddress Own{u"10.77.0.2"_s};
    int m_fd;
};

} // namespace

//! ICMP errors of a real router (a network namespace: this process - c0 === r0 - router), and forged ones.
class TestIcmpErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!missingForNamespaces().isEmpty())
            QSKIP(qPrintable(missingForNamespaces()));
        m_router = makeRouter();
        command("ip -6 addr add fd77::2/64 dev c0 nodad; ip route add default via 10.77.0.1;"
                "ip -6 route add default via fd77::1");
        // The far end of the narrow link answers nobody: its addresses are not set.
        m_router->command(
            "ip -6 addr add fd77::1/64 dev r0 nodad;"
            "sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv4.icmp_ratelimit=0"
            " net.ipv6.icmp.ratelimit=0;"
            "ip route add unreachable 10.77.11.0/24; ip -6 route add unreachable fd77:11::/64;"
            "ip route add prohibit 10.77.12.0/24; ip -6 route add prohibit fd77:12::/64;"
            "ip link add narrow mtu 1280 type veth peer name far; ip link set far up; ip link set narrow up;"
            "ip addr add 10.77.15.254/24 dev narrow; ip -6 addr add fd77:15::254/64 dev narrow nodad;"
            "true");
    }

    void router_isNamedWithTypeAndCode_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("detail");
        QTest::newRow("host unreachable") << u"10.77.11.1"_s << u"icmp=3/1 from=10.77.0.1"_s;
        QTest::newRow("prohibited") << u"10.77.12.1"_s << u"icmp=3/13 from=10.77.0.1"_s;
        QTest::newRow("network unreachable") << u"10.78.0.1"_s << u"icmp=3/0 from=10.77.0.1"_s;
        QTest::newRow("port unreachable") << u"10.77.0.1"_s << u"icmp=3/3 from=10.77.0.1"_s;
        QTest::newRow("IPv6 unreachable") << u"fd77:11::1"_s << u"icmp=1/0 from=fd77::1"_s;
        QTest::newRow("IPv6 prohibited") << u"fd77:12::1"_s << u"icmp=1/1 from=fd77::1"_s;
        QTest::newRow("IPv6 no route") << u"fd78::1"_s << u"icmp=1/0 from=fd77::1"_s;
        QTest::newRow("IPv6 port unreachable") << u"fd77::1"_s << u"icmp=1/4 from=fd77::1"_s;
    }
    void router_isNamedWithTypeAndCode()
    {
        QFETCH(QString, host);
        QFETCH(QString, detail);
        Gatherer gatherer;
        gatherer.sweep({planTo(1, host, 7000)}, 8);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        // Linux answers five in a row and then one a second, whatever is set.
        QCOMPARE(gatherer.countOrVoid(Fate::Refused) + gatherer.count(Fate::Lost), 8);
        verifyDetail(gatherer, detail);
    }

    void hostBehindRouter_thatIsGoneIsRefusedAfterItsTimeout_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("detail");
        QTest::newRow("IPv4") << u"10.77.15.9"_s << u"icmp=3/1 from=10.77.0.1"_s;
        QTest::newRow("IPv6") << u"fd77:15::9"_s << u"icmp=1/3 from=fd77::1"_s;
    }
    void hostBehindRouter_thatIsGoneIsRefusedAfterItsTimeout()
    {
        QFETCH(QString, host);
        QFETCH(QString, detail);
        LinePlan plan = planTo(1, host, 7000);
        plan.settings.interval = 100ms;
        plan.settings.late = 10s;
        Gatherer gatherer;
        gatherer.watch({plan});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Refused) >= 5, Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        verifyDetail(gatherer, detail);
        QCOMPARE(gatherer.told.constFirst().fate == Fate::Lost ||
                     gatherer.told.constFirst().fate == Fate::Void,
                 true); // the router asks for three seconds
    }

    void hopLimit_isToldWithTheRouter_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("detail");
        QTest::newRow("TTL exceeded") << u"10.77.15.1"_s << u"icmp=11/0 from=10.77.0.1"_s;
        QTest::newRow("IPv6 hop limit exceeded") << u"fd77:15::1"_s << u"icmp=3/0 from=fd77::1"_s;
    }
    void hopLimit_isToldWithTheRouter()
    {
        QFETCH(QString, host);
        QFETCH(QString, detail);
        command("sysctl -qw net.ipv4.ip_default_ttl=1 net.ipv6.conf.all.hop_limit=1 "
                "net.ipv6.conf.c0.hop_limit=1");
        Gatherer gatherer;
        gatherer.sweep({planTo(1, host, 7000)}, 8);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        command("sysctl -qw net.ipv4.ip_default_ttl=64 net.ipv6.conf.all.hop_limit=64 "
                "net.ipv6.conf.c0.hop_limit=64");
        verifyRefused(gatherer, detail, 8);
    }

    void tooLong_isToldWithTheMtu_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("detail");
        QTest::newRow("IPv4") << u"10.77.15."_s << u"icmp=3/4 from=10.77.0.1 mtu=1280"_s;
        QTest::newRow("IPv6") << u"fd77:15::"_s << u"icmp=2/0 from=fd77::1 mtu=1280"_s;
    }
    void tooLong_isToldWithTheMtu()
    {
        QFETCH(QString, host);
        QFETCH(QString, detail);
        // Of each host the first probe only: the kernel cuts the next ones itself. On a busy computer that
        // one may not count, and another host is asked.
        Sample first;
        for (int last = 1; last <= 8 && (last == 1 || first.fate == Fate::Void); ++last) {
            LinePlan plan = planTo(1, host + QString::number(last), 7000);
            plan.settings.sizeBytes = 1400;
            Gatherer gatherer;
            gatherer.sweep({plan}, 3);
            QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
            first = gatherer.samples.begin()->second;
        }
        QCOMPARE(first.fate, Fate::Refused);
        QCOMPARE(first.detail.text(), detail);
    }

    void localRoutes_areUnsentWithTheirErrno_data()
    {
        QTest::addColumn<QByteArray>("route");
        QTest::addColumn<QString>("detail");
        QTest::newRow("unreachable") << QByteArray("unreachable") << u"error=EHOSTUNREACH"_s;
        QTest::newRow("prohibit") << QByteArray("prohibit") << u"error=EACCES"_s;
    }
    void localRoutes_areUnsentWithTheirErrno()
    {
        QFETCH(QByteArray, route);
        QFETCH(QString, detail);
        command("ip route add " + route + " 10.77.16.0/24");
        Gatherer gatherer;
        gatherer.sweep({planTo(1, u"10.77.16.1"_s, 7000)}, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        command("ip route del 10.77.16.0/24");
        QCOMPARE(gatherer.count(Fate::Unsent), 5);
        QCOMPARE(gatherer.samples.begin()->second.detail.text(), detail);
        QCOMPARE(gatherer.status.sendErrors.value(detail.mid(6)), 5);
    }

    void quotedProbe_isProvedWhateverTheError_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("code");
        QTest::newRow("parameter problem") << 12 << 0;
        QTest::newRow("administratively prohibited network") << 3 << 9;
        QTest::newRow("administratively prohibited host") << 3 << 10;
        QTest::newRow("protocol unreachable") << 3 << 2;
    }
    void quotedProbe_isProvedWhateverTheError()
    {
        QFETCH(int, type);
        QFETCH(int, code);
        // The router takes the probe and reports it, with all of its bytes.
        std::unique_ptr<EchoServer> server;
        std::unique_ptr<Forger> forger;
        m_router->run([&] {
            forger = std::make_unique<Forger>();
            server = std::make_unique<EchoServer>(
                QHostAddress(u"10.77.0.1"_s), [&](EchoServer &self, const QNetworkDatagram &datagram) {
                    forger->send(static_cast<quint8>(type), static_cast<quint8>(code),
                                 self.socket.localAddress(), self.port(),
                                 static_cast<quint16>(datagram.senderPort()), datagram.data());
                });
        });
        Gatherer gatherer;
        gatherer.sweep({planTo(1, *server)}, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        verifyRefused(gatherer, u"icmp=%1/%2 from=10.77.0.1"_s.arg(type).arg(code), 5);
    }

    void forgedError_changesNoNumber_data()
    {
        QTest::addColumn<QByteArray>("quote");
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QString>("detail");
        const QByteArray made = "uLP1" + QByteArray(60, 'x');
        QTest::newRow("another payload, the line answers") << made << true << QString();
        QTest::newRow("another payload, the line is silent") << made << false << QString();
        QTest::newRow("no payload, the line answers") << QByteArray() << true << QString();
        QTest::newRow("no payload, the line is silent")
            << QByteArray() << false << u"icmp=3/3 from=10.77.0.1 unverified"_s;
    }
    void forgedError_changesNoNumber()
    {
        QFETCH(QByteArray, quote);
        QFETCH(bool, answers);
        QFETCH(QString, detail);
        std::unique_ptr<EchoServer> server;
        std::unique_ptr<Forger> forger;
        m_router->run([&] {
            forger = std::make_unique<Forger>();
            server = std::make_unique<EchoServer>(
                QHostAddress(u"10.77.0.1"_s), [&](EchoServer &self, const QNetworkDatagram &datagram) {
                    forger->send(3, 3, self.socket.localAddress(), self.port(),
                                 static_cast<quint16>(datagram.senderPort()), quote);
                    if (answers)
                        self.replyAfter(30, datagram, datagram.data()); // the forgery comes first
                });
        });
        EchoServer local;
        Gatherer gatherer;
        gatherer.sweep({planTo(1, *server), planTo(2, local)}, 10);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Answered, 2) + gatherer.count(Fate::Void, 2), 10);
        QCOMPARE(gatherer.count(Fate::Unsent), 0);
        const int voided = gatherer.count(Fate::Void, 1);
        if (answers)
            QCOMPARE(gatherer.count(Fate::Answered, 1) + voided, 10);
        else
            QCOMPARE(gatherer.count(Fate::Lost, 1) + gatherer.count(Fate::Refused, 1) + voided, 10);
        for (const auto &[id, sample] : gatherer.samples) {
            if (id.first == 1 && sample.fate == Fate::Refused)
                QCOMPARE(sample.detail.text(), detail);
        }
        if (!detail.isEmpty())
            QVERIFY(gatherer.count(Fate::Refused, 1) > 0 || voided > 0);
    }

private:
    static void verifyDetail(const Gatherer &gatherer, const QString &detail)
    {
        for (const auto &[id, sample] : gatherer.samples) {
            if (sample.fate == Fate::Refused)
                QCOMPARE(sample.detail.text(), detail);
        }
        QVERIFY2(gatherer.count(Fate::Refused) > 0, "this computer was too busy for every probe");
    }
    static void verifyRefused(const Gatherer &gatherer, const QString &detail, int count)
    {
        QCOMPARE(gatherer.countOrVoid(Fate::Refused), count);
        verifyDetail(gatherer, detail);
    }

    std::unique_ptr<Namespace> m_router;
};

int main(int argc, char *argv[]) { return runInOwnNamespace<TestIcmpErrors>(argc, argv); }
#include "tst_icmperrors.moc"
