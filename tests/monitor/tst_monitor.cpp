// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "echoserver.h"
#include "monitor.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace plumb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000;

Line lineTo(const QString &id, const EchoServer &server)
{
    Line line;
    line.id = id;
    line.entry = {u"127.0.0.1"_s, server.port()};
    return line;
}

Profile profileOf(const QList<Line> &lines)
{
    Profile profile;
    profile.lines = lines;
    profile.probe.interval = 20ms;
    profile.probe.timeout = 200ms;
    profile.sweepInterval = 20ms;
    return profile;
}

RunOptions sweepOf(int count)
{
    RunOptions options;
    options.kind = RunKind::Sweep;
    options.count = count;
    return options;
}

void silent(EchoServer &, const QNetworkDatagram &) {}

const LineState &lineOf(const Monitor &monitor, const QString &id)
{
    const auto found = std::find_if(monitor.keys().cbegin(), monitor.keys().cend(),
                                    [&](LineKey key) { return monitor.line(key).line.id == id; });
    Q_ASSERT(found != monitor.keys().cend());
    return monitor.line(*found);
}

} // namespace

//! Lines, histories and verdicts together, on real sockets.
class TestMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sweep_isJudgedOnceAtItsEnd()
    {
        EchoServer good;
        EchoServer dead(QHostAddress(QHostAddress::LocalHost), silent);
        Monitor monitor;
        monitor.setProfile(profileOf({lineTo(u"good"_s, good), lineTo(u"dead"_s, dead)}), sweepOf(20));
        QSignalSpy finished(&monitor, &Monitor::finished);
        monitor.start();
        QCOMPARE(monitor.state(), Monitor::State::Running);
        QVERIFY(finished.wait(Patience));
        QCOMPARE(monitor.state(), Monitor::State::Idle);
        QCOMPARE(lineOf(monitor, u"good"_s).verdict, Verdict::Ok);
        QCOMPARE(lineOf(monitor, u"dead"_s).verdict, Verdict::Dead);
        const LineHistory &history = lineOf(monitor, u"good"_s).history;
        QCOMPARE(statisticsOf(history, wholeRange(history)).settled(), 20);
        QCOMPARE(monitor.events().size(), 1);
        QCOMPARE(monitor.events().constFirst().kind, Event::Kind::Raised);
        QVERIFY(monitor.events().constFirst().beganUs > 0);
        QVERIFY(monitor.answered() + monitor.voided() >= 20);
    }

    void watch_raisesAndClears()
    {
        bool failing = false;
        EchoServer server(QHostAddress(QHostAddress::LocalHost),
                          [&failing](EchoServer &self, const QNetworkDatagram &d) {
                              if (!failing)
                                  EchoServer::echo(self, d);
                          });
        Profile profile = profileOf({lineTo(u"a"_s, server)});
        Rule rule;
        rule.metric = Metric::Loss;
        rule.above = 30;
        rule.window = {RuleWindow::Unit::Probes, 20};
        rule.clearAfterS = 0.2;
        profile.rules = {rule};
        Monitor monitor;
        monitor.setProfile(profile, {});
        monitor.start();
        QTRY_COMPARE_WITH_TIMEOUT(lineOf(monitor, u"a"_s).verdict, Verdict::Ok, Patience);
        QVERIFY(monitor.events().isEmpty()); // pending → ok is none
        failing = true;
        QTRY_COMPARE_WITH_TIMEOUT(lineOf(monitor, u"a"_s).verdict, Verdict::Critical, Patience);
        failing = false;
        QTRY_COMPARE_WITH_TIMEOUT(lineOf(monitor, u"a"_s).verdict, Verdict::Ok, Patience);
        QList<Event::Kind> kinds;
        for (const Event &event : monitor.events())
            kinds.append(event.kind);
        QVERIFY(kinds.contains(Event::Kind::Raised));
        QVERIFY(kinds.contains(Event::Kind::Cleared));
        const auto raised =
            std::find_if(monitor.events().cbegin(), monitor.events().cend(),
                         [](const Event &event) { return event.kind == Event::Kind::Raised; });
        QVERIFY(raised->beganUs < raised->timeUs);
        QCOMPARE(monitor.events().constLast().kind, Event::Kind::Cleared);
        QVERIFY(monitor.events().constLast().beganUs < raised->timeUs);
    }

    void pause_stopsOneLineAndResumeGoesOn()
    {
        EchoServer a, b;
        Monitor monitor;
        monitor.setProfile(profileOf({lineTo(u"a"_s, a), lineTo(u"b"_s, b)}), {});
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(a.received.size() > 5 && b.received.size() > 5, Patience);
        const LineKey key = lineOf(monitor, u"a"_s).key;
        monitor.setPaused(key, true, u"carrier works on it"_s);
        QCOMPARE(monitor.line(key).verdict, Verdict::Paused);
        QCOMPARE(monitor.line(key).reason.detail, u"carrier works on it"_s);
        const qsizetype seen = b.received.size();
        QTRY_VERIFY_WITH_TIMEOUT(b.received.size() > seen + 20, Patience);
        const qsizetype atPause = a.received.size();
        QTRY_VERIFY_WITH_TIMEOUT(b.received.size() > seen + 40, Patience);
        QCOMPARE(a.received.size(), atPause);
        monitor.setPaused(key, false);
        QTRY_VERIFY_WITH_TIMEOUT(a.received.size() > atPause + 15, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(monitor.line(key).verdict, Verdict::Ok, Patience);
        QVERIFY(monitor.profile().lines.constFirst().enabled);
    }

    void setProfile_keepsHistoryOfKeptLines()
    {
        EchoServer a, b, c;
        Monitor monitor;
        monitor.setProfile(profileOf({lineTo(u"a"_s, a), lineTo(u"b"_s, b)}), {});
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(lineOf(monitor, u"a"_s).history.settledEnd() > 20, Patience);
        const LineKey key = lineOf(monitor, u"a"_s).key;
        Profile changed = profileOf({lineTo(u"c"_s, c), lineTo(u"a"_s, a)});
        changed.lines[1].name = u"renamed"_s;
        QSignalSpy linesChanged(&monitor, &Monitor::linesChanged);
        monitor.setProfile(changed, {});
        QCOMPARE(linesChanged.size(), 1);
        QCOMPARE(monitor.keys().size(), 2);
        QCOMPARE(lineOf(monitor, u"a"_s).key, key);
        QCOMPARE(lineOf(monitor, u"a"_s).line.name, u"renamed"_s);
        QVERIFY(lineOf(monitor, u"a"_s).history.settledEnd() > 20);
        QTRY_VERIFY_WITH_TIMEOUT(lineOf(monitor, u"c"_s).history.settledEnd() > 10, Patience);
        const quint32 before = lineOf(monitor, u"a"_s).history.settledEnd();
        QTRY_VERIFY_WITH_TIMEOUT(lineOf(monitor, u"a"_s).history.settledEnd() > before + 10, Patience);
        const qsizetype atRemoval = b.received.size();
        QTRY_VERIFY_WITH_TIMEOUT(lineOf(monitor, u"a"_s).history.settledEnd() > before + 40, Patience);
        QVERIFY(b.received.size() <= atRemoval + 1);
    }

    void edit_keepsTheRateCaps()
    {
        EchoServer server;
        QList<Line> lines;
        for (int i = 0; i < 10; ++i)
            lines.append(lineTo(QString::number(i), server));
        Profile profile = profileOf(lines); // 500 probes/s
        RunOptions options;
        options.maxPps = 50;
        Monitor monitor;
        monitor.setProfile(profile, options);
        monitor.start();
        QCOMPARE(lineOf(monitor, u"3"_s).settings.interval, 200ms);
        QTRY_VERIFY_WITH_TIMEOUT(monitor.answered() > 20, Patience);
        profile.lines[3].name = u"renamed"_s;
        monitor.setProfile(profile, options);
        QCOMPARE(lineOf(monitor, u"3"_s).settings.interval, 200ms);
        QCOMPARE(monitor.voided(), 0);
        profile.lines.append(lineTo(u"new"_s, server));
        monitor.setProfile(profile, options);
        QCOMPARE(lineOf(monitor, u"3"_s).settings.interval, 220ms);
        QCOMPARE(lineOf(monitor, u"new"_s).settings.interval, 220ms);
        QTRY_VERIFY_WITH_TIMEOUT(lineOf(monitor, u"new"_s).history.settledEnd() > 3, Patience);
        QCOMPARE(monitor.voided(), 0);
    }

    void plan_isOfTheKindThatIsAskedFor()
    {
        EchoServer a;
        Profile profile = profileOf({lineTo(u"a"_s, a), lineTo(u"b"_s, a)});
        profile.probe.interval = 1s;
        profile.sweepInterval = 200ms;
        profile.lines[1].enabled = false;
        Monitor monitor;
        monitor.setProfile(profile, sweepOf(5));
        QCOMPARE(monitor.plan(RunKind::Sweep).probesPerSecond, 5.0);
        QCOMPARE(monitor.plan(RunKind::Watch).probesPerSecond, 1.0); // also after a sweep
    }

    void stopAndStart_keepTheHistoryOfAWatch()
    {
        EchoServer a;
        Monitor monitor;
        monitor.setProfile(profileOf({lineTo(u"a"_s, a)}), {});
        quint32 settled = 0;
        for (int run = 0; run < 3; ++run) {
            QSignalSpy finished(&monitor, &Monitor::finished);
            monitor.start();
            QTRY_VERIFY_WITH_TIMEOUT(lineOf(monitor, u"a"_s).history.settledEnd() > settled + 10, Patience);
            monitor.stop();
            QVERIFY(finished.wait(Patience));
            const LineHistory &history = lineOf(monitor, u"a"_s).history;
            QCOMPARE(history.firstSeq(), 0u);
            QCOMPARE(history.settledEnd(), history.endSeq());
            settled = history.settledEnd();
        }
    }

    void unresolvable_isPendingWithTheReason()
    {
        EchoServer a;
        Line line;
        line.id = u"nowhere"_s;
        line.entry = {u"no-such-host.invalid"_s, 7000};
        Monitor monitor;
        monitor.setProfile(profileOf({line, lineTo(u"a"_s, a)}), sweepOf(10));
        QSignalSpy finished(&monitor, &Monitor::finished);
        monitor.start();
        QVERIFY(finished.wait(Patience));
        QCOMPARE(lineOf(monitor, u"nowhere"_s).verdict, Verdict::Pending);
        QCOMPARE(lineOf(monitor, u"nowhere"_s).reason.kind, Reason::Kind::NotSent);
        QCOMPARE(lineOf(monitor, u"nowhere"_s).reason.detail, u"name not found"_s);
        QCOMPARE(lineOf(monitor, u"a"_s).verdict, Verdict::Ok);
    }

    void start_onlySomeLines()
    {
        EchoServer a, b;
        Monitor monitor;
        monitor.setProfile(profileOf({lineTo(u"a"_s, a), lineTo(u"b"_s, b)}), sweepOf(5));
        QSignalSpy finished(&monitor, &Monitor::finished);
        monitor.start({lineOf(monitor, u"b"_s).key});
        QVERIFY(finished.wait(Patience));
        QCOMPARE(a.received.size(), 0);
        QCOMPARE(b.received.size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
