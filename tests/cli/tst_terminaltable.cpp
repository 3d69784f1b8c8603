// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandtext.h"
#include "historyfrom.h"
#include "terminaltable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace plumb::test;

namespace {

SummaryRow row(const QString &name, Verdict verdict, const QString &words, const QString &echo = {})
{
    Line line;
    line.id = name;
    line.entry = {u"203.0.113.7"_s, 7000};
    if (!echo.isEmpty())
        line.echo = Endpoint{echo, 9000};
    const LineHistory history = historyFrom(words);
    return summaryRow(line, {}, history, wholeRange(history), verdict, {}, {}, {}, {});
}

} // namespace

class TerminalTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void problems_comeFirstThenNaturalOrder()
    {
        const QString table =
            terminalTable({row(u"hk-10"_s, Verdict::Ok, u"10"_s), row(u"hk-2"_s, Verdict::Ok, u"10"_s),
                           row(u"b"_s, Verdict::Suspect, u"10"_s), row(u"c"_s, Verdict::Dead, u"x"_s),
                           row(u"d"_s, Verdict::Warning, u"10"_s)});
        QStringList names;
        const QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1))
            names << line.simplified().section(u' ', 1, 1);
        QCOMPARE(names, (QStringList{u"c"_s, u"d"_s, u"b"_s, u"hk-2"_s, u"hk-10"_s}));
    }

    void columns_lineUpWithChineseNames()
    {
        QCOMPARE(terminalTable({row(u"东京"_s, Verdict::Dead, u"x x"_s),
                                row(u"Tokyo"_s, Verdict::Ok, u"10 x 30.25 35"_s)}),
                 u"State  Name   Entry             Loss %  Lost/n  Mean ms  Median   p95  Jitter\n"
                 "dead   东京   203.0.113.7:7000   100.0     2/2        —       —     —       —\n"
                 "ok     Tokyo  203.0.113.7:7000    25.0     1/4     25.1    30.3  35.0    4.75\n"_s);
    }

    void echo_showsOnlyWhereALineHasOne()
    {
        QVERIFY(!terminalTable({row(u"a"_s, Verdict::Ok, u"10"_s)}).contains(u"Echo"_s));
        const QString table = terminalTable(
            {row(u"a"_s, Verdict::Ok, u"10"_s), row(u"b"_s, Verdict::Ok, u"10"_s, u"198.51.100.9"_s)});
        QVERIFY(table.contains(u"Echo"_s));
        QVERIFY(table.contains(u"198.51.100.9:9000"_s));
    }

    void nothingDecided_isADash()
    {
        const QString table = terminalTable({row(u"a"_s, Verdict::Pending, u"u v"_s)});
        QCOMPARE(table.count(u'—'), 6);
    }

    void closingLine_countsStatesAndProbes()
    {
        QCOMPARE(
            closingLine({row(u"a"_s, Verdict::Dead, u"x x"_s), row(u"b"_s, Verdict::Ok, u"10 v"_s)}, 22.04),
            u"2 lines: 1 dead, 0 critical, 0 warning, 0 suspect, 1 ok · 4 probes, 1 not counted · 22.0 s"_s);
        QCOMPARE(closingLine({row(u"a"_s, Verdict::Pending, u"u u"_s), row(u"b"_s, Verdict::Paused, {})}, 5),
                 u"2 lines: 0 dead, 0 critical, 0 warning, 0 suspect, 0 ok, 1 too few probes, 1 paused · 0 "
                 u"probes, 0 not "
                 "counted, 2 not sent · 5.0 s"_s);
    }

    void reasons_areShort_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("full");
        Reason reason;
        QTest::newRow("none") << reason << QString() << QString();
        reason.kind = Reason::Kind::Rule;
        reason.value = 44;
        reason.threshold = 30;
        reason.samples = 100;
        reason.lost = 44;
        QTest::newRow("loss") << reason << u"loss 44.0 %"_s
                              << u"loss 44.0 % (limit 30.0 %), 44 of 100 probes"_s;
        reason.metric = Metric::Mean;
        reason.value = 352.14;
        reason.threshold = 300;
        QTest::newRow("mean") << reason << u"mean 352.1 ms"_s
                              << u"mean 352.1 ms (limit 300.0 ms), 100 probes"_s;
        reason.metric = Metric::Outage;
        reason.value = 12;
        reason.threshold = 10;
        QTest::newRow("outage") << reason << u"12 lost in a row"_s << u"12 lost in a row (limit 10)"_s;
        Reason icmp;
        icmp.kind = Reason::Kind::Icmp;
        icmp.detail = u"icmp=3/3 from=127.0.0.1"_s;
        QTest::newRow("icmp") << icmp << u"ICMP error 3/3"_s << u"ICMP error 3/3 from 127.0.0.1"_s;
        Reason few;
        few.kind = Reason::Kind::TooFew;
        few.samples = 7;
        few.needed = 10;
        QTest::newRow("too few") << few << u"7 of 10"_s << u"7 of 10"_s;
        Reason unsent;
        unsent.kind = Reason::Kind::NotSent;
        unsent.detail = u"name not found"_s;
        QTest::newRow("not sent") << unsent << u"name not found"_s << u"name not found"_s;
    }
    void reasons_areShort()
    {
        QFETCH(Reason, reason);
        QTEST(CommandText::shortReason(reason), "brief");
        QTEST(CommandText::longReason(reason), "full");
    }

    void changeLine_tellsWhatHappened()
    {
        Event event;
        event.timeUs = StartUs;
        event.verdict = Verdict::Critical;
        event.reason.kind = Reason::Kind::Rule;
        event.reason.value = 44;
        event.reason.threshold = 30;
        event.reason.samples = 100;
        event.reason.lost = 44;
        event.beganUs = StartUs - 60'000'000;
        LineNames names;
        names.line = u"CN2-003"_s;
        const QString text = CommandText::event(event, names);
        QVERIFY2(
            text.contains(u"  CN2-003: critical: loss 44.0 % (limit 30.0 %), 44 of 100 probes; since "_s),
            qPrintable(text));
        event.kind = Event::Kind::Cleared;
        event.verdict = Verdict::Ok;
        event.before = Verdict::Critical;
        QVERIFY(CommandText::event(event, names).endsWith(u"  CN2-003: ok (was critical)"_s));
    }

    void amounts_readWell()
    {
        QCOMPARE(CommandText::count(12'800), u"12,800"_s);
        QCOMPARE(CommandText::lines(1), u"1 line"_s);
        QCOMPARE(CommandText::lines(1280), u"1,280 lines"_s);
        QCOMPARE(CommandText::interval(200), u"200 ms"_s);
        QCOMPARE(CommandText::interval(1000), u"1 s"_s);
        QCOMPARE(CommandText::interval(1500), u"1.5 s"_s);
        QCOMPARE(CommandText::duration(22), u"22 s"_s);
        QCOMPARE(CommandText::duration(300), u"5 min"_s);
        QCOMPARE(CommandText::duration(330), u"5 min 30 s"_s);
        QCOMPARE(CommandText::duration(8040), u"2 h 14 min"_s);
    }
};

QTEST_APPLESS_MAIN(TerminalTableTest)
#include "tst_terminaltable.moc"
