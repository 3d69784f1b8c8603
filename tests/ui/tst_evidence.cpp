// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence.h"
#include "linetable.h"
#include "mtrcommand.h"
#include "shiftlog.h"

#include <QLocale>
#include <QTest>

#include <ctime>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Second = 1'000'000;
constexpr qint64 Hour = 3600 * Second;
// 2026-11-21 02:12:41 at UTC+08:00
constexpr qint64 Onset = 1'795'198'361 * Second;

Reason lossReason(double value, int lost, int samples)
{
    Reason reason;
    reason.kind = Reason::Kind::Rule;
    reason.metric = Metric::Loss;
    reason.value = value;
    reason.threshold = 30;
    reason.lost = lost;
    reason.samples = samples;
    return reason;
}

void put(LineState &state, qint64 sentUs, Fate fate, double rttMs = -1, quint16 port = 0,
         const QString &detail = {})
{
    Sample sample;
    sample.line = state.key;
    sample.seq = state.history.endSeq();
    sample.sentUs = sentUs;
    sample.fate = fate;
    sample.flowPort = port;
    sample.detail = TextId::of(detail);
    if (rttMs >= 0)
        sample.rttUs = qRound(rttMs * 1000);
    state.history.put(sample);
}

void setBad(LineState &state, Verdict verdict, const Reason &reason)
{
    state.verdict = verdict;
    state.reason = reason;
    state.beganUs = Onset;
}

//! 100 probes: 56 answers of 110 ± 2 ms in turn, 41 lost, 3 late.
LineState &addBadLine(LineTable &table, const QString &name = u"SH-CT Tokyo CN2-003"_s)
{
    LineState &state = table.add(name, u"118.89.127.211:7000"_s, u"150.109.194.3:9000"_s);
    for (int i = 0; i < 100; ++i) {
        const Fate fate = i < 41 ? Fate::Lost : i < 44 ? Fate::Late : Fate::Answered;
        put(state, Onset + i * Second, fate,
            fate == Fate::Answered ? 110 + 2 * (i % 2)
            : fate == Fate::Late   ? 2300
                                   : -1,
            static_cast<quint16>(40112 + i % 8));
    }
    setBad(state, Verdict::Critical, lossReason(44, 44, 100));
    return state;
}

LineState &addGoodLine(LineTable &table, const QString &name, const QString &entry)
{
    LineState &state = table.add(name, entry);
    for (int i = 0; i < 20; ++i)
        put(state, Onset + i * Second, Fate::Answered, 20);
    state.verdict = Verdict::Ok;
    return state;
}

EvidenceScene scene()
{
    EvidenceScene scene;
    scene.station = u"sh-ct-01"_s;
    scene.asOfUs = Onset + 203 * Second;
    return scene;
}

QString evidenceOf(LineTable &table, const QList<LineKey> &keys, const EvidenceScene &scene)
{
    LinesModel model(table.source());
    model.setKeys(table.keys());
    return evidenceText(model, table.source(), keys, scene);
}

} // namespace

class TestEvidence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Asia/Shanghai");
        tzset();
        QLocale::setDefault(QLocale::c());
    }

    void evidence_hasItsWholeLayout()
    {
        LineTable table;
        const LineKey bad = addBadLine(table).key;
        addBadLine(table, u"CN2-004"_s);
        addGoodLine(table, u"good"_s, u"118.89.106.6:7000"_s);
        addGoodLine(table, u"pending"_s, u"118.89.106.7:7000"_s).verdict = Verdict::Pending;
        QCOMPARE(
            evidenceOf(table, {bad}, scene()),
            u"[Plumbline] SH-CT Tokyo CN2-003: loss 44.0 % (44 of 100 UDP probes; 95 % interval 35-54 %), "
            "limit 30 %\n"
            "since 2026-11-21 02:12:41 UTC+08:00, still bad at 02:16:04; from station sh-ct-01\n"
            "-> entry 118.89.127.211:7000 -> echo 150.109.194.3:9000; source ports 40112-40119, 64 B "
            "payload, 1 probe/s, time-out 2 s\n"
            "RTT mean 111.0, p95 112.0, jitter 2.00 ms over 56 answers; lost 41, late 3, ICMP error 0, "
            "not counted 0\n"
            "same time: 2 of 2 lines through this entry bad, 0 of 1 others flagged"_s);
    }

    void evidence_tellsWhatIsKnownOnly()
    {
        LineTable table;
        LineState &fresh = table.add(u"new"_s, u"192.0.2.1:7000"_s);
        const QString text = evidenceOf(table, {fresh.key}, scene());
        QVERIFY2(text.startsWith(u"[Plumbline] new: Too few probes; no UDP probe has a result yet\n"
                                 "from station sh-ct-01\n"
                                 "-> entry 192.0.2.1:7000; 64 B payload"_s),
                 qPrintable(text));
        QVERIFY(!text.contains(u"since"_s));
        QVERIFY(!text.contains(u"source port"_s));
        QVERIFY(!text.contains(u"same time"_s));
        QVERIFY(!text.contains(u"loss 0"_s));
    }

    void aLineThatIsWellAgain_tellsUntilWhen()
    {
        LineTable table;
        LineState &line = addGoodLine(table, u"well"_s, u"192.0.2.1:7000"_s);
        EvidenceScene around = scene();
        Event cleared;
        cleared.kind = Event::Kind::Cleared;
        cleared.line = line.key;
        cleared.beganUs = Onset - 60 * Second;
        cleared.timeUs = Onset + 10 * Second;
        around.events = {cleared};
        const QString text = evidenceOf(table, {line.key}, around);
        QVERIFY2(text.contains(u"bad from 2026-11-21 02:11:41 UTC+08:00 until 02:12:51; from station"_s),
                 qPrintable(text));
        QVERIFY(!text.contains(u"still"_s));
        // A bad time that the figures are not of is none of their business.
        around.events[0].beganUs = Onset - 600 * Second;
        around.events[0].timeUs = Onset - 500 * Second;
        QVERIFY(evidenceOf(table, {line.key}, around)
                    .contains(u"probes sent from 2026-11-21 02:12:41 UTC+08:00 to 02:13:00"_s));
    }

    void afterTheRun_theNewestProbeSaysHowLong()
    {
        LineTable table;
        const LineKey bad = addBadLine(table).key;
        EvidenceScene stopped = scene();
        stopped.asOfUs.reset();
        QVERIFY(evidenceOf(table, {bad}, stopped).contains(u"still bad at 02:14:20;"_s));
    }

    void icmpErrors_sayWhoAndWhy()
    {
        LineTable table;
        LineState &line = table.add(u"closed"_s, u"192.0.2.9:7000"_s);
        for (int i = 0; i < 10; ++i)
            put(line, Onset + i * Second, Fate::Refused, -1, 0, u"icmp=3/3 from=192.0.2.9"_s);
        Reason reason;
        reason.kind = Reason::Kind::Icmp;
        reason.samples = 10;
        reason.detail = u"icmp=3/3 from=192.0.2.9"_s;
        setBad(line, Verdict::Dead, reason);
        const QString text = evidenceOf(table, {line.key}, scene());
        QVERIFY2(
            text.contains(u"closed: dead, ICMP error: port unreachable (3/3) from 192.0.2.9; loss 100.0 %"_s),
            qPrintable(text));
        QVERIFY2(text.contains(u"no answer; lost 0, late 0, ICMP error 10 (port unreachable (3/3) from "
                               "192.0.2.9), not counted 0"_s),
                 qPrintable(text));
        QVERIFY(!text.contains(u"RTT"_s));
    }

    void aDelayRule_leadsWithItsFigure()
    {
        LineTable table;
        LineState &line = addGoodLine(table, u"slow"_s, u"192.0.2.9:7000"_s);
        Reason reason;
        reason.kind = Reason::Kind::Rule;
        reason.metric = Metric::Mean;
        reason.value = 19; // the rule's own window may differ: the table's figure stands
        reason.threshold = 15;
        reason.usual = 9.5;
        setBad(line, Verdict::Warning, reason);
        const QString text = evidenceOf(table, {line.key}, scene());
        QVERIFY2(text.contains(u"slow: mean 20.0 ms, limit 15 ms; loss 0.0 % (0 of 20 UDP probes"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(u"over 20 answers (usual 9.5 ms);"_s), qPrintable(text));
    }

    void splitPorts_areNamed()
    {
        LineTable table;
        LineState &line = table.add(u"split"_s, u"192.0.2.9:7000"_s);
        for (int i = 0; i < 96; ++i) {
            const bool lost = i % 8 < 2;
            put(line, Onset + i * Second, lost ? Fate::Lost : Fate::Answered, lost ? -1 : 20,
                static_cast<quint16>(40112 + i % 8));
        }
        setBad(line, Verdict::Warning, lossReason(25, 24, 96));
        const QString text = evidenceOf(table, {line.key}, scene());
        QVERIFY2(text.contains(u"\n2 of 8 source ports (40112, 40113): 24 of 24 lost, elsewhere 0 of 72"_s),
                 qPrintable(text));
    }

    void manyLines_areCutAndCounted()
    {
        LineTable table;
        for (int i = 0; i < 25; ++i)
            addBadLine(table, u"line %1"_s.arg(i));
        const QString text = evidenceOf(table, table.keys(), scene());
        QCOMPARE(text.count(u"[Plumbline]"_s), MaxEvidenceLines);
        QVERIFY2(text.endsWith(u"\n\n… and 5 more line(s)"_s), qPrintable(text.right(60)));
    }

    void theFigures_areTheTables()
    {
        LineTable table;
        const LineKey bad = addBadLine(table).key;
        LinesModel model(table.source());
        model.setKeys(table.keys());
        const QString text = evidenceText(model, table.source(), {bad}, scene());
        const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
        QVERIFY(text.contains(u"loss "_s + cell(LinesModel::Loss) + u" %"_s));
        QVERIFY(text.contains(u"mean "_s + cell(LinesModel::Mean)));
        QVERIFY(text.contains(u"p95 "_s + cell(LinesModel::P95)));
        QVERIFY(text.contains(u"jitter "_s + cell(LinesModel::Jitter)));
    }

    void ports_areWrittenAsRanges()
    {
        QCOMPARE(portList({}), QString());
        QCOMPARE(portList({40115, 40112}), u"40112, 40115"_s);
        QCOMPARE(portList({40113, 40112}), u"40112, 40113"_s);
        QCOMPARE(portList({5, 4, 3, 9}), u"3-5, 9"_s);
    }

    void mtr_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("command");
        QTest::newRow("IPv4") << u"118.89.127.211"_s << QString() << u"mtr -u -P 7000 118.89.127.211"_s;
        QTest::newRow("IPv6") << u"2001:db8::7"_s << QString() << u"mtr -6 -u -P 7000 2001:db8::7"_s;
        QTest::newRow("interface") << u"fe80::1%eth0"_s << QString() << u"mtr -6 -u -P 7000 'fe80::1%eth0'"_s;
        QTest::newRow("name, resolved") << u"x.example"_s << u"192.0.2.1"_s << u"mtr -u -P 7000 192.0.2.1"_s;
        QTest::newRow("name") << u"x.example"_s << QString() << u"mtr -u -P 7000 'x.example'"_s;
        QTest::newRow("command in a name") << u"$(reboot)"_s << QString() << QString();
        QTest::newRow("quote in a name") << u"a'b;reboot"_s << QString() << QString();
        QTest::newRow("line break in a name") << u"a\nreboot"_s << QString() << QString();
        QTest::newRow("option for a name") << u"-F/etc/passwd"_s << QString() << QString();
        QTest::newRow("dash first") << u"--help"_s << QString() << QString();
    }
    void mtr()
    {
        QFETCH(QString, host);
        QFETCH(QString, address);
        QTEST(mtrCommand({host, 7000}, address), "command");
    }

    void mtrWithoutAPort_isNone() { QCOMPARE(mtrCommand({u"192.0.2.1"_s, 0}, {}), QString()); }

    void shift_tellsLinesDurationsAndWorst()
    {
        const qint64 now = Onset + 4 * Hour;
        ShiftLog log;
        log.clear(now - 6 * Hour);
        log.runStarted(now - 5 * Hour);
        LineTable table;
        LineState &line = table.add(u"CN2-003"_s, u"192.0.2.1:7000"_s);
        setBad(line, Verdict::Critical, lossReason(44, 44, 100));
        log.look(line, Onset + 60 * Second);
        line.reason = lossReason(58, 58, 100);
        log.look(line, Onset + 120 * Second);
        line.reason = lossReason(41, 41, 100); // the worst stays
        log.look(line, Onset + 180 * Second);
        line.verdict = Verdict::Ok;
        log.look(line, Onset + 372 * Second);
        LineState &dead = table.add(u"CN2-001"_s, u"192.0.2.2:7000"_s);
        Reason silent;
        silent.kind = Reason::Kind::Silent;
        setBad(dead, Verdict::Dead, silent);
        dead.beganUs = now - 600 * Second;
        log.look(dead, now - 590 * Second);
        log.addVoided(128, now - Hour);

        ShiftScene around;
        around.profile = u"Tokyo lines"_s;
        around.station = u"sh-ct-01"_s;
        around.lines = 128;
        around.hours = 8;
        around.nowUs = now;
        Event fault;
        fault.kind = Event::Kind::Tester;
        fault.timeUs = now - Hour;
        Event note;
        note.kind = Event::Kind::Note;
        note.noteId = 1;
        note.timeUs = Onset;
        note.text = u"backbone switch"_s;
        around.events = {note, fault};
        QCOMPARE(
            shiftSummary(log, around),
            u"[Plumbline] Tokyo lines, the last 8 h: 2026-11-20 22:12 to 06:12 UTC+08:00; from station "
            "sh-ct-01\n"
            "Known only from 00:12:41 on: what was before is not told here.\n"
            "Not measured: 1 h 0 m of 6 h 0 m.\n"
            "Flagged: 2 of 128 lines\n"
            "- CN2-001: bad for 10 m 0 s (since 06:02:41, still bad); worst: Dead, silent\n"
            "- CN2-003: bad for 6 m 12 s (02:12:41 to 02:18:53); worst: Critical, loss 58 % (limit 30 %)\n"
            "Faults of this computer: 1; probes not counted: 128\n"
            "Notes:\n"
            "- 02:12:41 backbone switch"_s);
    }

    void shift_leavesOutWhatWasBefore()
    {
        const qint64 now = Onset + 20 * Hour;
        ShiftLog log;
        log.clear(Onset - Hour);
        log.runStarted(Onset - Hour);
        LineTable table;
        LineState &line = table.add(u"early"_s, u"192.0.2.1:7000"_s);
        setBad(line, Verdict::Critical, lossReason(44, 44, 100));
        log.look(line, Onset);
        log.leave(line.key, Onset + Hour);
        ShiftScene around;
        around.lines = 1;
        around.nowUs = now;
        const QString text = shiftSummary(log, around);
        QVERIFY2(text.contains(u"Measured all the time: 8 h 0 m."_s), qPrintable(text));
        QVERIFY2(text.contains(u"No line was flagged (of 1)."_s), qPrintable(text));
        QVERIFY(!text.contains(u"Known only"_s));
    }

    void shift_afterStopping_doesNotClaimMore()
    {
        const qint64 now = Onset + 2 * Hour;
        ShiftLog log;
        log.clear(Onset - 10 * Hour);
        log.runStarted(Onset - 10 * Hour);
        LineTable table;
        LineState &line = table.add(u"bad"_s, u"192.0.2.1:7000"_s);
        setBad(line, Verdict::Critical, lossReason(44, 44, 100));
        log.look(line, Onset);
        log.runEnded(Onset + Hour);
        ShiftScene around;
        around.lines = 1;
        around.nowUs = now;
        const QString text = shiftSummary(log, around);
        QVERIFY2(text.contains(u"bad: bad for 1 h 0 m (since 02:12:41, still bad when measuring stopped at "
                               "03:12:41)"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(u"Not measured: 1 h 0 m of 8 h 0 m."_s), qPrintable(text));
        // Another run: what was flagged then has to be seen again.
        log.runStarted(now);
        QCOMPARE(log.stretches().back().endedUs, Onset + Hour);
    }

    void shiftLog_isBoundedAndKnowsIt()
    {
        ShiftLog log;
        log.clear(0);
        LineTable table;
        LineState &line = table.add(u"flapping"_s, u"192.0.2.1:7000"_s);
        for (size_t i = 0; i < ShiftLog::MaxStretches + 5; ++i) {
            const qint64 at = Onset + static_cast<qint64>(i) * 10 * Second;
            setBad(line, Verdict::Critical, lossReason(44, 44, 100));
            line.beganUs = at;
            log.look(line, at);
            log.leave(line.key, at + Second);
        }
        QCOMPARE(log.stretches().size(), ShiftLog::MaxStretches);
        QCOMPARE(log.knownFromUs(), Onset + 4 * 10 * Second + Second);
    }
};

QTEST_MAIN(TestEvidence)
#include "tst_evidence.moc"
