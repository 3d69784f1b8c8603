// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "datagram.h"
#include "echoserver.h"
#include "gatherer.h"
#include "probeengine.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace plumb;
using namespace plumb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The engine in its own thread against real sockets on loopback.
class TestProbeEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sweep_everyLineGetsExactlyItsProbes()
    {
        EchoServer server;
        Gatherer gatherer;
        QList<LinePlan> lines;
        for (LineKey key = 1; key <= 10; ++key)
            lines.append(planTo(key, server)); // ten lines to one server never mix up their replies
        gatherer.sweep(lines, 20);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.samples.size(), size_t{200});
        QCOMPARE(gatherer.count(Fate::Answered) + gatherer.count(Fate::Void), 200);
        QCOMPARE(server.peers.size(), 8); // the flows
        std::map<LineKey, int> perLine;
        for (const auto &[id, sample] : gatherer.samples) {
            ++perLine[sample.line];
            QVERIFY(sample.rttUs >= 0 && sample.rttUs < 300'000);
            QVERIFY(sample.flowPort != 0);
            QCOMPARE(sample.address.text(), u"127.0.0.1"_s);
        }
        QCOMPARE(perLine.size(), size_t{10});
        QVERIFY(
            std::all_of(perLine.begin(), perLine.end(), [](const auto &line) { return line.second == 20; }));
    }

    void sweep_firstRoundGoesToEveryLine()
    {
        EchoServer server;
        Gatherer gatherer;
        QList<LinePlan> lines;
        for (LineKey key = 1; key <= 32; ++key)
            lines.append(planTo(key, server));
        for (LinePlan &line : lines)
            line.settings.interval = 100ms;
        gatherer.sweep(lines, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QList<Sample> bySending;
        for (const auto &[id, sample] : gatherer.samples)
            bySending.append(sample);
        std::sort(bySending.begin(), bySending.end(),
                  [](const Sample &a, const Sample &b) { return a.sentUs < b.sentUs; });
        QSet<LineKey> first;
        for (int i = 0; i < 32; ++i)
            first.insert(bySending[i].line);
        QCOMPARE(first.size(), 32);
    }

    void silentLine_isLostAndCostsItsTimeoutOnly()
    {
        EchoServer silent(QHostAddress(QHostAddress::LocalHost),
                          [](EchoServer &, const QNetworkDatagram &) {});
        EchoServer server;
        Gatherer gatherer;
        gatherer.sweep({planTo(1, server), planTo(2, silent)}, 10);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Lost, 2) + gatherer.count(Fate::Void, 2), 10);
        QCOMPARE(gatherer.count(Fate::Answered, 1) + gatherer.count(Fate::Void, 1), 10);
    }

    void closedPort_isRefusedWithTypeAndSource()
    {
        if (!datagram::hasKernelStamps())
            QSKIP("no error reports on this platform");
        quint16 closed = 0;
        {
            EchoServer gone;
            closed = gone.port();
        }
        Gatherer gatherer;
        gatherer.sweep({planTo(1, u"127.0.0.1"_s, closed)}, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.countOrVoid(Fate::Refused), 5);
        for (const auto &[id, sample] : gatherer.samples) {
            QVERIFY(!sample.hasRtt());
            if (sample.fate == Fate::Refused)
                QCOMPARE(sample.detail.text(), u"icmp=3/3 from=127.0.0.1"_s);
        }
    }

    void closedPort_spoilsNoProbeOfTheLinesBesideIt()
    {
        if (!datagram::hasKernelStamps())
            QSKIP("no error reports on this platform");
        quint16 closed = 0;
        {
            EchoServer gone;
            closed = gone.port();
        }
        EchoServer server;
        QList<LinePlan> lines{planTo(1, u"127.0.0.1"_s, closed)};
        for (LineKey key = 2; key <= 20; ++key)
            lines.append(planTo(key, server));
        for (LinePlan &line : lines) {
            line.settings.flows = 1; // all share the socket that the errors come back to
            line.settings.interval = 10ms;
        }
        Gatherer gatherer;
        gatherer.sweep(lines, 200);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Lost), 0);
        QCOMPARE(gatherer.count(Fate::Unsent), 0);
        QCOMPARE(gatherer.count(Fate::Refused) + gatherer.count(Fate::Void, 1), 200);
    }

    void lateReply_amendsLostAndKeepsItsRtt()
    {
        EchoServer slow(QHostAddress(QHostAddress::LocalHost),
                        [](EchoServer &server, const QNetworkDatagram &datagram) {
                            server.replyAfter(450, datagram, datagram.data());
                        });
        Gatherer gatherer;
        LinePlan plan = planTo(1, slow);
        plan.settings.interval = 100ms;
        gatherer.watch({plan});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Late) >= 3, Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        const Sample &sample = gatherer.samples.begin()->second;
        QCOMPARE(sample.fate, Fate::Late);
        QVERIFY(sample.rttUs >= 449'000 && sample.rttUs < 700'000);
        // It was told as lost first, when its time-out came.
        const auto first = std::find_if(gatherer.told.cbegin(), gatherer.told.cend(),
                                        [](const Sample &told) { return told.seq == 0; });
        QCOMPARE(first->fate, Fate::Lost);
    }

    void wrongReplies_changeNothing_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("corrupted") << 0;
        QTest::newRow("truncated") << 1;
        QTest::newRow("other bytes") << 2;
        QTest::newRow("longer") << 3;
    }
    void wrongReplies_changeNothing()
    {
        QFETCH(int, how);
        EchoServer bad(QHostAddress(QHostAddress::LocalHost),
                       [how](EchoServer &server, const QNetworkDatagram &datagram) {
                           QByteArray bytes = datagram.data();
                           switch (how) {
                           case 0: bytes[35] = static_cast<char>(bytes[35] ^ 1); break;
                           case 1: bytes.chop(1); break;
                           case 2: bytes = "hello"; break;
                           default: bytes += 'x'; break;
                           }
                           server.reply(datagram, bytes);
                       });
        Gatherer gatherer;
        gatherer.sweep({planTo(1, bad)}, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.countOrVoid(Fate::Lost), 5);
        QCOMPARE(gatherer.counters[1].invalid, 5u);
    }

    void duplicates_areCountedAndAnswerOnce()
    {
        EchoServer twice(QHostAddress(QHostAddress::LocalHost),
                         [](EchoServer &server, const QNetworkDatagram &datagram) {
                             server.reply(datagram, datagram.data());
                             server.reply(datagram, datagram.data());
                         });
        Gatherer gatherer;
        gatherer.sweep({planTo(1, twice), planTo(2, twice)}, 10);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Answered) + gatherer.count(Fate::Void), 20);
        QVERIFY(gatherer.counters[1].duplicates >= 9); // the last one may come after the end
    }

    void foreignReply_isCountedAndAnswersNothing()
    {
        QUdpSocket other;
        QVERIFY(other.bind(QHostAddress::LocalHost, 0));
        EchoServer spoofed(QHostAddress(QHostAddress::LocalHost),
                           [&other](EchoServer &, const QNetworkDatagram &datagram) {
                               other.writeDatagram(datagram.data(), datagram.senderAddress(),
                                                   static_cast<quint16>(datagram.senderPort()));
                           });
        Gatherer gatherer;
        gatherer.sweep({planTo(1, spoofed)}, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.countOrVoid(Fate::Lost), 5);
        QCOMPARE(gatherer.counters[1].foreign, 5u);
    }

    void reordered_isCounted()
    {
        // Every even probe waits longer than the interval.
        EchoServer server(QHostAddress(QHostAddress::LocalHost),
                          [](EchoServer &self, const QNetworkDatagram &datagram) {
                              const bool even = (datagram.data()[19] & 1) == 0;
                              self.replyAfter(even ? 120 : 1, datagram, datagram.data());
                          });
        Gatherer gatherer;
        gatherer.sweep({planTo(1, server)}, 10);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Answered) + gatherer.count(Fate::Void), 10);
        QVERIFY(gatherer.counters[1].reordered >= 4);
    }

    void ip6_works()
    {
        EchoServer server{QHostAddress(QHostAddress::LocalHostIPv6)};
        Gatherer gatherer;
        gatherer.sweep({planTo(1, server)}, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.countOrVoid(Fate::Answered), 5);
    }

    void nameThatDoesNotResolve_isUnsentAndHoldsNobodyUp()
    {
        EchoServer server;
        Gatherer gatherer;
        gatherer.sweep({planTo(1, server), planTo(2, u"no-such-host.invalid"_s, 7000)}, 8);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Answered, 1) + gatherer.count(Fate::Void, 1), 8);
        QCOMPARE(gatherer.count(Fate::Unsent, 2), 8);
        for (const auto &[id, sample] : gatherer.samples) {
            if (sample.line == 2)
                QCOMPARE(sample.detail.text(), u"name not found"_s);
        }
    }

    void nameThatResolves_isProbed()
    {
        EchoServer server;
        Gatherer gatherer;
        gatherer.sweep({planTo(1, u"localhost"_s, server.port())}, 5);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        // "localhost" may be ::1 first, where nobody listens: then every probe is refused, none unsent.
        QCOMPARE(gatherer.count(Fate::Unsent), 0);
        QCOMPARE(gatherer.samples.size(), size_t{5});
    }

    void echoTarget_isToldInTheModeOfTheLine_data()
    {
        QTest::addColumn<Via>("via");
        QTest::addColumn<qsizetype>("prefix");
        QTest::addColumn<bool>("inHeader");
        QTest::newRow("embedded") << Via::Embedded << qsizetype{0} << true;
        QTest::newRow("ip4port") << Via::Ip4Port << qsizetype{6} << false;
        QTest::newRow("socks5") << Via::Socks5 << qsizetype{10} << false;
        QTest::newRow("fixed") << Via::Fixed << qsizetype{0} << false;
    }
    void echoTarget_isToldInTheModeOfTheLine()
    {
        QFETCH(Via, via);
        QFETCH(qsizetype, prefix);
        QFETCH(bool, inHeader);
        int replies = 0;
        // A relay that answers with its framing the first time and bare afterwards.
        EchoServer relay(
            QHostAddress(QHostAddress::LocalHost), [&](EchoServer &server, const QNetworkDatagram &datagram) {
                server.reply(datagram, replies++ == 0 ? datagram.data() : datagram.data().mid(prefix));
            });
        LinePlan plan = planTo(1, relay);
        plan.echo = Endpoint{u"203.0.113.10"_s, 7};
        plan.settings.via = via;
        plan.settings.sizeBytes = 100;
        Gatherer gatherer;
        gatherer.sweep({plan}, 4);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.countOrVoid(Fate::Answered), 4);
        const QByteArray probe = relay.received.constFirst();
        QCOMPARE(probe.size(), 100);
        QCOMPARE(probe.mid(prefix, 4), QByteArray("uLP1"));
        QCOMPARE(probe.mid(prefix + 44, 4) == QByteArray::fromHex("cb00710a"), inHeader);
        if (prefix > 0)
            QCOMPARE(probe.mid(prefix - 6, 6), QByteArray::fromHex("cb00710a0007"));
    }

    void customKind_matchesByItsRule_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("match");
        QTest::addColumn<QByteArray>("tail"); // what the server adds to its reply
        QTest::addColumn<int>("answered");
        QTest::newRow("identical") << u"hex:4c50{seq}{token}"_s << u"identical"_s << QByteArray() << 6;
        QTest::newRow("identical, altered")
            << u"hex:4c50{seq}{token}"_s << u"identical"_s << QByteArray("x") << 0;
        QTest::newRow("prefix") << u"text:PING {seq} {token:hex}"_s << u"prefix:9"_s << QByteArray("tail")
                                << 6;
        QTest::newRow("any") << u"text:constant"_s << u"any"_s << QByteArray("whatever") << 6;
    }
    void customKind_matchesByItsRule()
    {
        QFETCH(QString, payload);
        QFETCH(QString, match);
        QFETCH(QByteArray, tail);
        QFETCH(int, answered);
        EchoServer server(QHostAddress(QHostAddress::LocalHost),
                          [tail](EchoServer &self, const QNetworkDatagram &datagram) {
                              self.reply(datagram, datagram.data() + tail);
                          });
        LinePlan plan = planTo(1, server);
        plan.settings.kind = ProbeKind::Custom;
        plan.settings.payload = payload;
        plan.settings.match = match;
        Gatherer gatherer;
        gatherer.sweep({plan}, 6);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.countOrVoid(answered > 0 ? Fate::Answered : Fate::Lost), 6);
        QCOMPARE(gatherer.count(answered > 0 ? Fate::Lost : Fate::Answered), 0);
    }

    void customLinesToOnePeer_neverTakeEachOthersReplies()
    {
        // The same bytes from every line: only the sockets tell them apart.
        EchoServer server;
        QList<LinePlan> lines;
        for (LineKey key = 1; key <= 6; ++key) {
            LinePlan plan = planTo(key, server);
            plan.settings.kind = ProbeKind::Custom;
            plan.settings.payload = u"hex:4c50{seq}"_s;
            plan.settings.match = u"identical"_s;
            plan.settings.flows = 2;
            lines.append(plan);
        }
        Gatherer gatherer;
        gatherer.sweep(lines, 10);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.countOrVoid(Fate::Answered), 60);
        std::map<quint16, LineKey> owner;
        for (const auto &[id, sample] : gatherer.samples) {
            const auto known = owner.emplace(sample.flowPort, sample.line).first;
            QCOMPARE(known->second, sample.line);
        }
        QCOMPARE(owner.size(), size_t{12});
        for (const auto &[key, counters] : gatherer.counters)
            QCOMPARE(counters.duplicates, 0u);
    }

    void anyReply_isNeverTakenForTheNextProbe()
    {
        // Every reply is late by more than the time-out: it must not become a quick answer of the probe
        // after.
        EchoServer slow(QHostAddress(QHostAddress::LocalHost),
                        [](EchoServer &server, const QNetworkDatagram &datagram) {
                            server.replyAfter(260, datagram, "ok");
                        });
        LinePlan plan = planTo(1, slow);
        plan.settings.kind = ProbeKind::Custom;
        plan.settings.payload = u"text:constant"_s;
        plan.settings.match = u"any"_s;
        plan.settings.timeout = 100ms;
        plan.settings.interval = 400ms;
        Gatherer gatherer;
        gatherer.sweep({plan}, 6);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Answered), 0);
        QCOMPARE(gatherer.countOrVoid(Fate::Late), 6);
        for (const auto &[id, sample] : gatherer.samples)
            QVERIFY(sample.rttUs >= 259'000);
    }

    void endOfRun_waitsForLateReplies()
    {
        EchoServer slow(QHostAddress(QHostAddress::LocalHost),
                        [](EchoServer &server, const QNetworkDatagram &datagram) {
                            server.replyAfter(700, datagram, datagram.data());
                        });
        LinePlan plan = planTo(1, slow);
        plan.settings.timeout = 200ms;
        Gatherer gatherer;
        gatherer.sweep({plan}, 10);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.count(Fate::Late) + gatherer.count(Fate::Void), 10);
    }

    void watch_pauseKeepsTheNumbering()
    {
        EchoServer server;
        Gatherer gatherer;
        gatherer.watch({planTo(1, server)});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.samples.size() > 5, Patience);
        gatherer.engine.setPaused(1, true);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.status.open == 0 && !gatherer.samples.empty(), Patience);
        const size_t before = gatherer.samples.size();
        gatherer.engine.setPaused(1, false);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.samples.size() > before + 5, Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        quint32 expected = 0;
        for (const auto &[id, sample] : gatherer.samples)
            QCOMPARE(sample.seq, expected++);
        QCOMPARE(gatherer.counters[1].missed, 0u);
    }

    void watch_linesComeChangeAndGoWhileItRuns()
    {
        EchoServer a, b;
        Gatherer gatherer;
        gatherer.watch({planTo(1, a)});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Answered, 1) >= 5, Patience);
        gatherer.engine.putLine(planTo(2, a));
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.count(Fate::Answered, 2) >= 5, Patience);
        const qsizetype before = b.received.size();
        LinePlan moved = planTo(1, b);
        gatherer.engine.putLine(moved);
        QTRY_VERIFY_WITH_TIMEOUT(b.received.size() >= before + 5, Patience);
        gatherer.engine.removeLine(2);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.samples.rbegin()->second.line == 2, Patience);
        // Sequences go on without a gap across the change.
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        quint32 expected = 0;
        for (const auto &[id, sample] : gatherer.samples) {
            if (sample.line == 1)
                QCOMPARE(sample.seq, expected++);
        }
    }

    void stop_waitsForOpenProbesAndRestartWorks()
    {
        EchoServer slow(QHostAddress(QHostAddress::LocalHost),
                        [](EchoServer &server, const QNetworkDatagram &datagram) {
                            server.replyAfter(150, datagram, datagram.data());
                        });
        Gatherer gatherer;
        for (int run = 0; run < 2; ++run) {
            gatherer.samples.clear();
            gatherer.watch({planTo(1, slow)});
            QTRY_VERIFY_WITH_TIMEOUT(!gatherer.samples.empty(), Patience);
            gatherer.engine.stop();
            QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
            QCOMPARE(gatherer.count(Fate::Answered) + gatherer.count(Fate::Void),
                     static_cast<int>(gatherer.samples.size()));
            QVERIFY(gatherer.status.finished);
            QCOMPARE(gatherer.status.open, 0);
        }
    }

    void abort_endsAtOnceAndOpenProbesCountNowhere()
    {
        EchoServer silent(QHostAddress(QHostAddress::LocalHost),
                          [](EchoServer &, const QNetworkDatagram &) {});
        Gatherer gatherer;
        LinePlan plan = planTo(1, silent);
        plan.settings.timeout = 60s;
        plan.settings.late = 60s;
        gatherer.watch({plan});
        QTRY_VERIFY_WITH_TIMEOUT(silent.received.size() >= 3, Patience);
        gatherer.engine.abort();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QVERIFY(gatherer.samples.empty());
    }

    void stall_voidsWhereNothingStampsWhatArrives()
    {
        EchoServer server;
        Gatherer gatherer;
        gatherer.watch({planTo(1, server)});
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.samples.size() >= 5, Patience);
        QProcess stopper;
        stopper.start(u"sh"_s, {u"-c"_s, u"kill -STOP %1; sleep 0.4; kill -CONT %1"_s.arg(
                                             QCoreApplication::applicationPid())});
        QTRY_COMPARE_WITH_TIMEOUT(stopper.state(), QProcess::NotRunning, Patience);
        const size_t before = gatherer.samples.size();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.samples.size() > before + 5, Patience);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        const auto isStalled = [](const auto &entry) {
            return entry.second.detail.text() == u"cause=stall"_s;
        };
        const bool isVoided = std::any_of(gatherer.samples.begin(), gatherer.samples.end(), isStalled);
        QCOMPARE(isVoided, !datagram::hasKernelStamps());
        QCOMPARE(gatherer.count(Fate::Lost), 0);
    }

    void destruction_inMidRunIsClean()
    {
        EchoServer server;
        for (int i = 0; i < 5; ++i) {
            Gatherer gatherer;
            gatherer.watch({planTo(1, server), planTo(2, server)});
            QTRY_VERIFY_WITH_TIMEOUT(!gatherer.samples.empty(), Patience);
        }
    }
};

QTEST_GUILESS_MAIN(TestProbeEngine)
#include "tst_probeengine.moc"
