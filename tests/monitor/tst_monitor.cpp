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
    void watch_askedForTooMuchSendsWhatItCanAndStops()
    {
        EchoServer server(QHostAddress(QHostAddress::LocalHost), silent);
        QList<Line> lines;
        for (int i = 0; i < 3'000; ++i)
            lines.append(lineTo(QString::number(i), server));
        Profile profile = profileOf(lines);
        profile.probe.interval = 10ms;
        RunOptions options;
        options.maxPps = 1'000'000;
        Monitor monitor;
        monitor.setProfile(profile, options);
        QSignalSpy finished(&monitor, &Monitor::finished);
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(monitor.status().missed > 10'000, Patience);
        const qint64 sent = monitor.status().sent;
        QTRY_VERIFY_WITH_TIMEOUT(monitor.status().sent > sent + 1'000, Patience);
        monitor.stop();
        QVERIFY(finished.count() > 0 || finished.wait(Patience));
    }

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

    void sweepDuringWatch_takesThePlaceOfTheLinesWatch()
    {
        EchoServer good, other;
        EchoServer dead(QHostAddress(QHostAddress::LocalHost), silent);
        quint16 closed = 0;
        {
            const EchoServer gone;
            closed = gone.port();
        }
        Line refused;
        refused.id = u"refused"_s;
        refused.entry = {u"127.0.0.1"_s, closed};
        Monitor monitor;
        monitor.setProfile(
            profileOf({lineTo(u"good"_s, good), lineTo(u"dead"_s, dead), lineTo(u"other"_s, other), refused}),
            {});
        monitor.start();
        const LineHistory &history = lineOf(monitor, u"good"_s).history;
        QTRY_VERIFY_WITH_TIMEOUT(history.settledEnd() > 5, Patience);
        QVERIFY(!monitor.sweepProgress());
        QSignalSpy changed(&monitor, &Monitor::sweepChanged);
        SweepResult result;
        connect(&monitor, &Monitor::swept, &monitor, [&result](const SweepResult &told) { result = told; });
        QVERIFY(monitor.sweepDuringWatch({lineOf(monitor, u"refused"_s).key, lineOf(monitor, u"dead"_s).key,
                                          lineOf(monitor, u"good"_s).key},
                                         30));
        QVERIFY(!monitor.sweepDuringWatch({lineOf(monitor, u"other"_s).key}, 30)); // one at a time
        QCOMPARE(monitor.sweepProgress()->lines, 3);
        QCOMPARE(monitor.sweepProgress()->count, 30);
        QTRY_COMPARE_WITH_TIMEOUT(result.lines.size(), 3, Patience);
        QVERIFY(!monitor.sweepProgress());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(result.leftOut, 0);
        // In the order of the profile, each judged over exactly its probes of the sweep.
        QCOMPARE(result.lines[0].line.id, u"good"_s);
        QCOMPARE(result.lines[0].verdict, Verdict::Ok);
        QCOMPARE(result.lines[1].verdict, Verdict::Dead);
        QCOMPARE(result.lines[1].reason.kind, Reason::Kind::Silent);
        QCOMPARE(result.lines[2].verdict, Verdict::Dead);
        QCOMPARE(result.lines[2].reason.detail, u"icmp=3/3 from=127.0.0.1"_s);
        for (const SweptLine &line : std::as_const(result.lines))
            QCOMPARE(line.stats.settled(), 30);

        const auto marked = [&monitor](const QString &id) {
            QList<quint32> seqs;
            const LineHistory &of = lineOf(monitor, id).history;
            for (quint32 seq = of.firstSeq(); seq < of.settledEnd(); ++seq) {
                if (of.at(seq).detail.text().endsWith(SweepMark))
                    seqs.append(seq);
            }
            return seqs;
        };
        for (const QString &id : {u"good"_s, u"dead"_s, u"refused"_s}) {
            const QList<quint32> seqs = marked(id);
            QCOMPARE(seqs.size(), 30);
            QCOMPARE(seqs.last() - seqs.first(), 29u);
        }
        QVERIFY(marked(u"other"_s).isEmpty());
        // The mark leaves the cause in its place.
        const LineHistory &refusals = lineOf(monitor, u"refused"_s).history;
        const auto swept = marked(u"refused"_s);
        QVERIFY(std::any_of(swept.begin(), swept.end(), [&refusals](quint32 seq) {
            return refusals.at(seq).detail.text() == "icmp=3/3 from=127.0.0.1 run=sweep"_L1;
        }));
        // And the watch goes on.
        const quint32 end = history.settledEnd();
        QTRY_VERIFY_WITH_TIMEOUT(history.settledEnd() > end + 10, Patience);
        QVERIFY(history.at(history.settledEnd() - 1).detail.isEmpty() ||
                history.at(history.settledEnd() - 1).fate == Fate::Void);
        QCOMPARE(marked(u"good"_s).size(), 30);
    }

    void sweepDuringWatch_leavesOutWhatWasPausedOrRemoved()
    {
        EchoServer a, b, c;
        Monitor monitor;
        const Profile profile = profileOf({lineTo(u"a"_s, a), lineTo(u"b"_s, b), lineTo(u"c"_s, c)});
        monitor.setProfile(profile, {});
        QVERIFY(!monitor.sweepDuringWatch(monitor.keys(), 10)); // no watch runs
        monitor.start();
        SweepResult result;
        connect(&monitor, &Monitor::swept, &monitor, [&result](const SweepResult &told) { result = told; });
        QVERIFY(monitor.sweepDuringWatch(monitor.keys(), 100));
        QTRY_VERIFY_WITH_TIMEOUT(monitor.sweepProgress()->sent > 10, Patience);
        monitor.setPaused(lineOf(monitor, u"b"_s).key, true);
        Profile without = profile;
        without.lines[1].enabled = false;
        without.lines.removeLast();
        monitor.setProfile(without, {});
        QTRY_COMPARE_WITH_TIMEOUT(result.leftOut, 2, Patience);
        QCOMPARE(result.lines.size(), 1);
        QCOMPARE(result.lines[0].line.id, u"a"_s);
        QCOMPARE(result.lines[0].stats.settled(), 100);
    }

    void sweepDuringWatch_canBeCancelledAndBegunAgain()
    {
        EchoServer a;
        Monitor monitor;
        monitor.setProfile(profileOf({lineTo(u"a"_s, a)}), {});
        monitor.start();
        SweepResult result;
        connect(&monitor, &Monitor::swept, &monitor, [&result](const SweepResult &told) { result = told; });
        QVERIFY(monitor.sweepDuringWatch(monitor.keys(), 1000));
        QTRY_VERIFY_WITH_TIMEOUT(monitor.sweepProgress()->sent > 5, Patience);
        monitor.cancelSweep();
        QVERIFY(!monitor.sweepProgress());
        QVERIFY(monitor.sweepDuringWatch(monitor.keys(), 12));
        QTRY_COMPARE_WITH_TIMEOUT(result.lines.size(), 1, Patience);
        QCOMPARE(result.count, 12);
        QCOMPARE(result.lines[0].stats.settled(), 12);
        QVERIFY(monitor.sweepDuringWatch(monitor.keys(), 1000));
        QSignalSpy finished(&monitor, &Monitor::finished);
        monitor.stop(); // the watch ends the sweep too
        QVERIFY(!monitor.sweepProgress());
        QVERIFY(finished.wait(Patience));
        QCOMPARE(result.count, 12);
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
