// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include <QLocale>
#include <QTest>

#include <ctime>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;

Reason ruleReason(Metric metric, double value, double threshold, int samples = 100, int lost = 0)
{
    Reason reason;
    reason.kind = Reason::Kind::Rule;
    reason.metric = metric;
    reason.value = value;
    reason.threshold = threshold;
    reason.samples = samples;
    reason.lost = lost;
    return reason;
}

Reason plainReason(Reason::Kind kind, int samples = 0, int needed = 0, const QString &detail = {})
{
    Reason reason;
    reason.kind = kind;
    reason.samples = samples;
    reason.needed = needed;
    reason.detail = detail;
    return reason;
}

} // namespace

class tst_format final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formatUtcOffset_hasSignAndTwoDigits_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("text");
        QTest::newRow("Shanghai") << QByteArray("Asia/Shanghai") << u"UTC+08:00"_s;
        QTest::newRow("UTC") << QByteArray("UTC") << u"UTC+00:00"_s;
        QTest::newRow("St. John's, winter") << QByteArray("America/St_Johns") << u"UTC-03:30"_s;
    }
    void formatUtcOffset_hasSignAndTwoDigits()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, text);
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(formatUtcOffset(1'700'000'000 * S), text);
        before.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", before);
        tzset();
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void delays_data()
    {
        QTest::addColumn<std::optional<double>>("ms");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("jitter");
        const auto row = [](const char *name, std::optional<double> ms, const QString &text,
                            const QString &jitter) { QTest::newRow(name) << ms << text << jitter; };
        row("usual", 112.44, u"112.4"_s, u"112.44"_s);
        row("below 1 ms", 0.3124, u"0.312"_s, u"0.312"_s);
        row("just below 1 ms", 0.9999, u"1.0"_s, u"1.00"_s);
        row("zero", 0.0, u"0.000"_s, u"0.000"_s);
        row("unknown", std::nullopt, u"—"_s, u"—"_s);
        row("not a number", qQNaN(), u"—"_s, u"—"_s);
        row("long", 12345.6, u"12,345.6"_s, u"12,345.60"_s);
    }
    void delays()
    {
        QFETCH(std::optional<double>, ms);
        QTEST(formatMs(ms), "text");
        QTEST(formatJitterMs(ms), "jitter");
    }

    void numbers_followTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const QString text = formatMs(112.4);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(text, u"112,4"_s);
    }

    void percentages()
    {
        QCOMPARE(formatLossPct(44.0), u"44.0"_s);
        QCOMPARE(formatLossPct(std::nullopt), u"—"_s);
        QCOMPARE(formatPercent(44), u"44 %"_s);
        QCOMPARE(formatPercent(30.4), u"30.4 %"_s);
        QCOMPARE(formatPercent(0.5), u"0.5 %"_s);
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 8.2 << u"8 s"_s;
        QTest::newRow("rounds up to a minute") << 59.7 << u"1 m 0 s"_s;
        QTest::newRow("minutes") << 372.0 << u"6 m 12 s"_s;
        QTest::newRow("hours") << 8040.0 << u"2 h 14 m"_s;
        QTest::newRow("days") << 273'600.0 << u"3 d 4 h"_s;
        QTest::newRow("negative") << -1.0 << u"—"_s;
    }
    void durations()
    {
        QFETCH(double, seconds);
        QTEST(formatDuration(seconds), "text");
    }

    void clock_hasDateBeyondADay()
    {
        const QDateTime time(QDate(2026, 11, 21), QTime(2, 12, 41));
        const qint64 us = time.toMSecsSinceEpoch() * 1000;
        QCOMPARE(formatClock(us, us + 3600 * S), u"02:12:41"_s);
        QCOMPARE(formatClock(us, us + 86'400 * S), u"11-21 02:12"_s);
        QCOMPARE(formatClock(0, us), u"—"_s);
        QCOMPARE(formatClockMinutes(us), u"02:12"_s);
    }

    void rates()
    {
        QCOMPARE(formatBitRate(94'208), u"94 kbit/s"_s);
        QCOMPARE(formatBitRate(512), u"512 bit/s"_s);
        QCOMPARE(formatBitRate(1'234'000), u"1.2 Mbit/s"_s);
        QCOMPARE(formatBitRate(999'600), u"1.0 Mbit/s"_s);
        QCOMPARE(formatProbeRate(127), u"127 probes/s"_s);
        QCOMPARE(formatProbeRate(0.5), u"0.5 probes/s"_s);
        QCOMPARE(formatProbeRate(1.01), u"1 probe/s"_s);
    }

    void badges_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("text");
        Reason usual = ruleReason(Metric::Mean, 66.4, 61.5);
        usual.usual = 41;
        QTest::newRow("loss") << Verdict::Critical << ruleReason(Metric::Loss, 44, 30, 100, 44)
                              << u"Critical · loss 44 %"_s;
        QTest::newRow("mean") << Verdict::Critical << ruleReason(Metric::Mean, 412.3, 300)
                              << u"Critical · mean 412.3 ms"_s;
        QTest::newRow("usual") << Verdict::Warning << usual << u"Warning · mean +62 %"_s;
        QTest::newRow("outage") << Verdict::Warning << ruleReason(Metric::Outage, 12, 10)
                                << u"Warning · 12 lost in a row"_s;
        QTest::newRow("silent") << Verdict::Dead << plainReason(Reason::Kind::Silent, 15)
                                << u"Dead · silent"_s;
        QTest::newRow("icmp") << Verdict::Dead << plainReason(Reason::Kind::Icmp, 15) << u"Dead · ICMP"_s;
        QTest::newRow("late") << Verdict::Critical << plainReason(Reason::Kind::LateOnly)
                              << u"Critical · late replies"_s;
        QTest::newRow("few") << Verdict::Pending << plainReason(Reason::Kind::TooFew, 7, 10)
                             << u"Too few probes (7/10)"_s;
        QTest::newRow("tester") << Verdict::Pending << plainReason(Reason::Kind::Tester)
                                << u"Not counted · this computer"_s;
        QTest::newRow("name") << Verdict::Pending
                              << plainReason(Reason::Kind::NotSent, 0, 0, u"name not found"_s)
                              << u"Not sent · name not found"_s;
        QTest::newRow("not sent") << Verdict::Pending << plainReason(Reason::Kind::NotSent) << u"Not sent"_s;
        QTest::newRow("ok") << Verdict::Ok << Reason() << u"OK"_s;
        QTest::newRow("paused") << Verdict::Paused << plainReason(Reason::Kind::Paused) << u"Paused"_s;
    }
    void badges()
    {
        QFETCH(Verdict, verdict);
        QFETCH(Reason, reason);
        QTEST(badgeText(verdict, reason), "text");
        QVERIFY(!reasonSentence(verdict, reason).isEmpty());
        QVERIFY(!reasonSentence(verdict, reason).contains(u'%') || reason.metric == Metric::Loss);
    }

    void sentences()
    {
        QCOMPARE(reasonSentence(Verdict::Critical, ruleReason(Metric::Loss, 44, 30, 100, 44)),
                 u"Loss 44 % (44 of 100) is above the limit of 30 %."_s);
        QCOMPARE(
            reasonSentence(Verdict::Suspect, ruleReason(Metric::Loss, 33, 30, 100, 33)),
            u"Loss 33 % (33 of 100) is above the limit of 30 %, but not yet certain: more probes needed."_s);
        QCOMPARE(reasonSentence(Verdict::Dead,
                                plainReason(Reason::Kind::Icmp, 15, 0, u"icmp=3/3 from=127.0.0.1"_s)),
                 u"No answer to the last 15 probes; ICMP error: port unreachable (3/3) from 127.0.0.1."_s);
    }

    void events()
    {
        Event event;
        event.timeUs = 1'000 * S;
        event.verdict = Verdict::Critical;
        event.reason = ruleReason(Metric::Loss, 44, 30, 100, 44);
        QCOMPARE(eventText(event), u"Critical: loss 44 % > 30 % (44/100)"_s);
        event.reason = ruleReason(Metric::Loss, 2, 5, 100, 2); // hysteresis: the flag outlives the figure
        QCOMPARE(eventText(event), u"Critical: loss 2 % ≤ 5 % (2/100), clearing"_s);
        event.kind = Event::Kind::Cleared;
        event.beganUs = event.timeUs - 372 * S;
        QCOMPARE(eventText(event), u"OK again after 6 m 12 s"_s);
        event.kind = Event::Kind::Note;
        event.text = u"backbone switch begins"_s;
        QCOMPARE(eventText(event), u"backbone switch begins"_s);
    }

    void icmp_hasWordsForEveryCode_data()
    {
        QTest::addColumn<QString>("icmp");
        QTest::addColumn<bool>("ip6");
        QTest::addColumn<QString>("text");
        const QStringList ip4{u"network unreachable"_s, u"host unreachable"_s, u"protocol unreachable"_s,
                              u"port unreachable"_s,    u"packet too big"_s,   u"source route failed"_s,
                              u"network unknown"_s,     u"host unknown"_s,     u"host unreachable"_s,
                              u"prohibited"_s,          u"prohibited"_s,       u"network unreachable"_s,
                              u"host unreachable"_s,    u"prohibited"_s,       u"prohibited"_s,
                              u"prohibited"_s};
        for (qsizetype code = 0; code < ip4.size(); ++code)
            QTest::addRow("IPv4 3/%d", static_cast<int>(code)) << u"3/%1"_s.arg(code) << false << ip4[code];
        QTest::newRow("IPv4 11/0") << u"11/0"_s << false << u"TTL exceeded"_s;
        QTest::newRow("IPv4 11/1") << u"11/1"_s << false << u"fragments missing"_s;
        QTest::newRow("IPv4 12/0") << u"12/0"_s << false << u"parameter problem"_s;
        const QStringList ip6{u"no route"_s,
                              u"prohibited"_s,
                              u"beyond the scope of the source address"_s,
                              u"address unreachable"_s,
                              u"port unreachable"_s,
                              u"prohibited"_s,
                              u"route rejected"_s,
                              u"source route failed"_s};
        for (qsizetype code = 0; code < ip6.size(); ++code)
            QTest::addRow("IPv6 1/%d", static_cast<int>(code)) << u"1/%1"_s.arg(code) << true << ip6[code];
        QTest::newRow("IPv6 2/0") << u"2/0"_s << true << u"packet too big"_s;
        QTest::newRow("IPv6 3/0") << u"3/0"_s << true << u"hop limit exceeded"_s;
        QTest::newRow("IPv6 3/1") << u"3/1"_s << true << u"fragments missing"_s;
        QTest::newRow("IPv6 4/2") << u"4/2"_s << true << u"parameter problem"_s;
    }
    void icmp_hasWordsForEveryCode()
    {
        QFETCH(QString, icmp);
        QFETCH(bool, ip6);
        QFETCH(QString, text);
        const QString from = ip6 ? u"fd00::1"_s : u"10.0.0.1"_s;
        QCOMPARE(icmpText(u"icmp=%1 from=%2"_s.arg(icmp, from)), u"%1 (%2) from %3"_s.arg(text, icmp, from));
    }

    void icmp_tellsTheTwoNumberingsApart()
    {
        QCOMPARE(icmpText(u"icmp=3/3 from=10.0.0.1"_s), u"port unreachable (3/3) from 10.0.0.1"_s);
        QCOMPARE(icmpText(u"icmp=1/4 from=2001:db8::1"_s), u"port unreachable (1/4) from 2001:db8::1"_s);
        QCOMPARE(icmpText(u"icmp=3/0 from=2001:db8::1"_s), u"hop limit exceeded (3/0) from 2001:db8::1"_s);
        QCOMPARE(icmpText(u"icmp=11/0 from=10.0.0.1 unverified"_s), u"TTL exceeded (11/0) from 10.0.0.1"_s);
        QCOMPARE(icmpText(u"icmp=3/4 from=10.0.0.1 mtu=1280"_s),
                 u"packet too big, at most 1280 bytes (3/4) from 10.0.0.1"_s);
        QCOMPARE(icmpText(u"something else"_s), u"something else"_s);
    }

    void lossSum_namesEveryPart()
    {
        Statistics statistics;
        statistics.answered = 88;
        statistics.lost = 9;
        statistics.late = 2;
        statistics.refused = 1;
        statistics.voided = 4;
        statistics.lossPct = 12;
        QCOMPARE(
            lossSum(statistics, 3),
            u"12.0 % = 12 of 100 decided: 9 lost, 2 late, 1 ICMP error; 3 waiting and 4 not counted are left out"_s);
        statistics.voided = 0;
        QCOMPARE(lossSum(statistics), u"12.0 % = 12 of 100 decided: 9 lost, 2 late, 1 ICMP error"_s);
        QCOMPARE(lossSum(Statistics(), 2), u"No probe has a result yet; 2 waiting are left out"_s);
    }

    void headline_hasDashesForUnknown()
    {
        Statistics statistics;
        QCOMPARE(headlineText(statistics), u"no results yet"_s);
        statistics.lost = 100;
        statistics.lossPct = 100;
        statistics.lossLowPct = 96.3;
        statistics.lossHighPct = 100;
        QCOMPARE(headlineText(statistics), u"loss 100.0 % (100 of 100; 95 %: 96–100 %)"_s);
        statistics.answered = 1;
        statistics.meanMs = statistics.p95Ms = 20;
        QVERIFY(headlineText(statistics).endsWith(u"mean 20.0   p95 20.0   jitter — ms"_s));
    }
};

QTEST_GUILESS_MAIN(tst_format)
#include "tst_format.moc"
