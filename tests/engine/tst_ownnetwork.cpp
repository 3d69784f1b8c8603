// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatherer.h"
#include "netlab.h"

#include <QTest>

#include <memory>

using namespace plumb;
using namespace plumb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Faults of this computer's own network, made in a network of namespaces: this process - c0 === r0 - router.
class TestOwnNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!missingForNamespaces().isEmpty())
            QSKIP(qPrintable(missingForNamespaces()));
    }

    void init()
    {
        m_router = makeRouter();
        m_router->command("ip addr add 10.77.9.1/32 dev lo");
        command("ip route add 10.77.9.0/24 via 10.77.0.1");
        m_router->run([this] { m_server = std::make_unique<EchoServer>(QHostAddress(u"10.77.9.1"_s)); });
    }

    void cleanup()
    {
        m_server.reset();
        command("ip link del c0");
        m_router.reset();
    }

    void linkDown_isVoidAndRecovers_data()
    {
        QTest::addColumn<bool>("own");
        QTest::newRow("the cable is pulled out") << false;
        QTest::newRow("the interface is switched off") << true;
    }
    void linkDown_isVoidAndRecovers()
    {
        QFETCH(bool, own);
        EchoServer local; // not concerned
        Gatherer gatherer;
        gatherer.watch({planTo(1, *m_server), planTo(2, local)});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Answered, 1) >= 10, Patience);
        const auto set = [this, own](const char *state) {
            if (own)
                command(QByteArray("ip link set c0 ") + state);
            else
                m_router->command(QByteArray("ip link set r0 ") + state);
        };
        set("down");
        QTRY_VERIFY_WITH_TIMEOUT(told(gatherer, u"cause=link-down if=c0"_s), Patience);
        const quint32 sent = newest(gatherer, 1);
        QTRY_VERIFY_WITH_TIMEOUT(newest(gatherer, 1) > sent + 40, Patience);
        set("up");
        if (own)
            command("ip route replace 10.77.9.0/24 via 10.77.0.1");
        QTRY_VERIFY_WITH_TIMEOUT(told(gatherer, u"link-up if=c0"_s), Patience);
        const int answered = gatherer.count(Fate::Answered, 1);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Answered, 1) > answered + 20, Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Lost), 0);
        QCOMPARE(gatherer.count(Fate::Refused), 0);
        int voided = 0;
        for (const auto &[id, sample] : gatherer.samples)
            voided += sample.detail.text() == u"cause=link-down if=c0"_s ? 1 : 0;
        QVERIFY(voided > 0);
        if (own)
            QVERIFY(gatherer.count(Fate::Unsent, 1) > 0); // no route is left
        for (const auto &[id, sample] : gatherer.samples) {
            if (id.first == 2)
                QVERIFY(!sample.detail.text().contains(u"link-down"_s));
        }
    }

    void addressGone_isVoid()
    {
        m_router->command("ip route add blackhole 10.77.1.0/24"); // replies to the second address are lost
        command("ip addr add 10.77.1.2/32 dev c0; ip route change 10.77.9.0/24 via 10.77.0.1 src 10.77.1.2");
        LinePlan plan = planTo(1, *m_server);
        plan.settings.timeout = 3s;
        plan.settings.late = 3s;
        EchoServer local;
        Gatherer gatherer;
        gatherer.watch({plan, planTo(2, local)});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Answered, 2) >= 5, Patience); // as many are open
        command("ip addr del 10.77.1.2/32 dev c0");
        QTRY_VERIFY_WITH_TIMEOUT(told(gatherer, u"cause=address-gone address=10.77.1.2 if=c0"_s), Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.samples.begin()->second.fate, Fate::Void);
        QCOMPARE(gatherer.samples.begin()->second.detail.text(),
                 u"cause=address-gone address=10.77.1.2 if=c0"_s);
    }

    void routeGone_isVoidThenUnsent()
    {
        m_router->command("ip addr del 10.77.9.1/32 dev lo; ip route add blackhole 10.77.9.0/24"); // silence
        LinePlan plan = planTo(1, *m_server);
        plan.settings.timeout = 3s;
        plan.settings.late = 3s;
        EchoServer local;
        Gatherer gatherer;
        gatherer.watch({plan, planTo(2, local)});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Answered, 2) >= 5, Patience); // as many are open
        command("ip route del 10.77.9.0/24");
        QTRY_VERIFY_WITH_TIMEOUT(told(gatherer, u"cause=route-gone"_s), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Unsent) > 5, Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QVERIFY(gatherer.count(Fate::Void, 1) >= 5);
        for (const auto &[id, sample] : gatherer.samples) {
            if (id.first == 2)
                continue;
            if (sample.fate == Fate::Unsent)
                QCOMPARE(sample.detail.text(), u"error=ENETUNREACH"_s);
            else
                QCOMPARE(sample.detail.text(), u"cause=route-gone"_s);
        }
        QVERIFY(gatherer.status.sendErrors.value(u"ENETUNREACH"_s) > 5);
        QVERIFY(told(gatherer, u"send-error error=ENETUNREACH count="_s));
    }

    void gatewayWithoutArp_isVoid_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<int>("timeoutMs");
        // The kernel gives up after 3.1 s.
        QTest::newRow("IPv4, before the time-out") << u"10.77.20.1"_s << u"10.77.0.99"_s << 4'000;
        QTest::newRow("IPv4, after the time-out") << u"10.77.20.1"_s << u"10.77.0.99"_s << 1'000;
        QTest::newRow("IPv6, after the time-out") << u"fd77:20::1"_s << u"fd77::99"_s << 1'000;
    }
    void gatewayWithoutArp_isVoid()
    {
        QFETCH(QString, host);
        QFETCH(QString, gateway);
        QFETCH(int, timeoutMs);
        command("ip -6 addr add fd77::2/64 dev c0 nodad; ip -6 route add fd77:20::/64 via fd77::99");
        command("ip route add 10.77.20.0/24 via 10.77.0.99");
        LinePlan plan = planTo(1, host, 7000);
        plan.settings.interval = 100ms;
        plan.settings.timeout = std::chrono::milliseconds(timeoutMs);
        plan.settings.late = 5s;
        LinePlan fine = planTo(2, *m_server); // by another gateway
        fine.settings.interval = 100ms;
        Gatherer gatherer;
        gatherer.sweep({plan, fine}, 15);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Void, 1), 15);
        for (const auto &[id, sample] : gatherer.samples) {
            if (id.first == 1)
                QCOMPARE(sample.detail.text(), u"cause=next-hop-down gateway=%1 if=c0"_s.arg(gateway));
            else
                QVERIFY(!sample.detail.text().contains(u"next-hop"_s));
        }
        // Never lost first: that would have raised a false alarm.
        for (const Sample &sample : std::as_const(gatherer.told))
            QVERIFY(sample.fate != Fate::Lost && sample.fate != Fate::Refused);
    }

    void neighbourWithoutArp_isRefused()
    {
        // Nobody between: that the host does not answer on its link is a fact about the line.
        LinePlan plan = planTo(1, u"10.77.0.98"_s, 7000);
        plan.settings.interval = 100ms;
        plan.settings.timeout = 2s;
        plan.settings.late = 10s;
        Gatherer gatherer;
        gatherer.watch({plan});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Refused) >= 10, Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        for (const auto &[id, sample] : gatherer.samples) {
            if (sample.fate == Fate::Refused)
                QCOMPARE(sample.detail.text(), u"icmp=3/1 from=10.77.0.2"_s);
        }
    }

private:
    static bool told(const Gatherer &gatherer, const QString &text)
    {
        return std::any_of(
            gatherer.notices.begin(), gatherer.notices.end(),
            [&text](const EngineNotice &notice) { return notice.line == 0 && notice.text.startsWith(text); });
    }
    static quint32 newest(const Gatherer &gatherer, LineKey line)
    {
        quint32 seq = 0;
        for (const auto &[id, sample] : gatherer.samples)
            seq = id.first == line ? std::max(seq, id.second) : seq;
        return seq;
    }

    std::unique_ptr<Namespace> m_router;
    std::unique_ptr<EchoServer> m_server;
};

int main(int argc, char *argv[]) { return runInOwnNamespace<TestOwnNetwork>(argc, argv); }
#include "tst_ownnetwork.moc"
