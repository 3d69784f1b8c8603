// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfrom.h"
#include "statistics.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace plumb::test;

namespace {

constexpr double Tolerance = 1e-9;

Statistics all(const QString &words)
{
    const LineHistory history = historyFrom(words);
    return statisticsOf(history, wholeRange(history));
}

bool near(std::optional<double> value, double expected, double tolerance = Tolerance)
{
    return value && std::abs(*value - expected) <= tolerance;
}

//! "1 2 … n" as round-trip times, the largest first, so that sorting matters.
QString countdown(int n)
{
    QStringList words;
    for (int i = n; i > 0; --i)
        words << QString::number(i);
    return words.join(u' ');
}

} // namespace

class StatisticsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pooled_isOverAllDecidedProbes()
    {
        Statistics a, b;
        a.answered = 6;
        a.late = 1;
        a.lost = 3;
        b.answered = 30;
        b.voided = 2;
        b.meanMs = 20;
        const Statistics sum = pooledCounts({&a, &b});
        QCOMPARE(sum.decided(), 40);
        QCOMPARE(*sum.lossPct, 10.0);
        QVERIFY(*sum.lossLowPct < 10 && *sum.lossHighPct > 10);
        QCOMPARE(sum.voided, 2);
        QVERIFY(!sum.meanMs);
        QVERIFY(!pooledCounts({}).lossPct);
    }

    void unknown_isEmptyAndNeverZero()
    {
        const Statistics s = all({});
        QCOMPARE(s.sent(), 0);
        QVERIFY(!s.lossPct && !s.lossLowPct && !s.lossHighPct);
        QVERIFY(!s.minMs && !s.meanMs && !s.maxMs && !s.medianMs && !s.p95Ms && !s.p99Ms);
        QVERIFY(!s.stddevMs && !s.jitterMs && !s.longestOutageS);
        QVERIFY(!s.fromUs && !s.toUs);
    }

    void loss_isOfDecidedProbes()
    {
        // 10 decided: 6 answered, 1 late, 2 lost, 1 refused; apart from them 2 void and 1 unsent.
        const Statistics s = all(u"10 10 v10 x l 10 u r 10 v x 10 10"_s);
        QCOMPARE(s.answered, 6);
        QCOMPARE(s.late, 1);
        QCOMPARE(s.lost, 2);
        QCOMPARE(s.refused, 1);
        QCOMPARE(s.voided, 2);
        QCOMPARE(s.unsent, 1);
        QCOMPARE(s.decided(), 10);
        QCOMPARE(s.sent(), 12);
        QCOMPARE(s.settled(), 13);
        QVERIFY(near(s.lossPct, 40.0));
    }

    void loss_isUnknown_whenNothingIsDecided()
    {
        const Statistics s = all(u"u v20 v"_s);
        QCOMPARE(s.sent(), 2);
        QVERIFY(!s.lossPct && !s.lossLowPct);
        QVERIFY(!s.meanMs); // the void one's 20 ms is for display only
    }

    void lossBounds_areWilsonsTwoSided95()
    {
        // 44 of 100: (0.44 + 1.92073/100 ± 1.95996 · sqrt(0.44·0.56/100 + 3.84146/40000)) / (1 + 3.84146/100)
        // = (0.4592073 ± 0.0991970) / 1.0384146, that is 34.67 % and 53.77 %.
        QString words;
        for (int i = 0; i < 100; ++i)
            words += i < 44 ? u"x "_s : u"10 "_s;
        const Statistics s = all(words);
        QVERIFY(near(s.lossPct, 44));
        QVERIFY2(near(s.lossLowPct, 34.67, 0.01), qPrintable(QString::number(*s.lossLowPct)));
        QVERIFY2(near(s.lossHighPct, 53.77, 0.01), qPrintable(QString::number(*s.lossHighPct)));
    }

    void settledPrefix_boundsEveryFigure()
    {
        const LineHistory history = historyFrom(u"10 20 - 90 x"_s);
        const Statistics s = statisticsOf(history, {0, 1000});
        QCOMPARE(s.decided(), 2);
        QVERIFY(near(s.meanMs, 15));
        QVERIFY(near(s.maxMs, 20));
        QCOMPARE(s.lossCount(), 0);
    }

    void delays_areOfAnsweredProbes()
    {
        // The late 2500 ms and the void 99 ms count nowhere. (10 + 20 + 60) / 3 = 30.
        const Statistics s = all(u"10 l v99 20 x 60"_s);
        QVERIFY(near(s.minMs, 10));
        QVERIFY(near(s.meanMs, 30));
        QVERIFY(near(s.maxMs, 60));
        // n−1: ((−20)² + (−10)² + 30²) / 2 = 700
        QVERIFY(near(s.stddevMs, std::sqrt(700.0)));
    }

    void spread_needsTwoAnswers()
    {
        const Statistics s = all(u"12.345"_s);
        QVERIFY(near(s.meanMs, 12.345));
        QVERIFY(near(s.medianMs, 12.345));
        QVERIFY(!s.stddevMs);
        QVERIFY(!s.jitterMs);
    }

    void percentiles_areNearestRank_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("median");
        QTest::addColumn<double>("p95");
        QTest::addColumn<double>("p99");
        // The ⌈qn⌉-th smallest of 1, 2, …, n is ⌈qn⌉ itself.
        QTest::newRow("1") << 1 << 1.0 << 1.0 << 1.0;
        QTest::newRow("2: the lower one") << 2 << 1.0 << 2.0 << 2.0;
        QTest::newRow("3") << 3 << 2.0 << 3.0 << 3.0;
        QTest::newRow("19") << 19 << 10.0 << 19.0 << 19.0;
        QTest::newRow("20") << 20 << 10.0 << 19.0 << 20.0;
        QTest::newRow("21") << 21 << 11.0 << 20.0 << 21.0;
        QTest::newRow("100") << 100 << 50.0 << 95.0 << 99.0;
        QTest::newRow("101") << 101 << 51.0 << 96.0 << 100.0;
    }
    void percentiles_areNearestRank()
    {
        QFETCH(int, n);
        const Statistics s = all(countdown(n));
        QTEST(*s.medianMs, "median");
        QTEST(*s.p95Ms, "p95");
        QTEST(*s.p99Ms, "p99");
    }

    void jitter_isTheMeanStep_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<double>("jitter"); // negative: unknown
        QTest::newRow("steps of 5 and 15") << u"10 15 30"_s << 10.0;
        QTest::newRow("down counts like up") << u"30 10"_s << 20.0;
        QTest::newRow("a pair across a lost probe is skipped") << u"10 12 x 90 93"_s << 2.5;
        QTest::newRow("across a late one too") << u"10 12 l 90 93"_s << 2.5;
        QTest::newRow("across a refused one too") << u"10 12 r 90 93"_s << 2.5;
        QTest::newRow("void and unsent break nothing") << u"10 v u 14"_s << 4.0;
        QTest::newRow("one answer") << u"10"_s << -1.0;
        QTest::newRow("no pair left") << u"10 x 20"_s << -1.0;
    }
    void jitter_isTheMeanStep()
    {
        QFETCH(QString, words);
        QFETCH(double, jitter);
        const Statistics s = all(words);
        if (jitter < 0)
            QVERIFY(!s.jitterMs);
        else
            QVERIFY(near(s.jitterMs, jitter));
    }

    void outage_isLostInARow_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("longest");
        QTest::addColumn<double>("seconds"); // negative: none
        QTest::addColumn<int>("now");
        QTest::newRow("none") << u"10 10"_s << 0 << -1.0 << 0;
        QTest::newRow("late, lost and refused alike") << u"10 x l r 10"_s << 3 << 0.3 << 0;
        QTest::newRow("the longer of two") << u"x 10 x x 10 x"_s << 2 << 0.2 << 1;
        QTest::newRow("void neither breaks nor lengthens") << u"10 x v x 10"_s << 2 << 0.3 << 0;
        QTest::newRow("unsent neither") << u"10 x u u x 10"_s << 2 << 0.4 << 0;
        QTest::newRow("to the end: from its first to the last sending") << u"10 x x x"_s << 3 << 0.2 << 3;
        QTest::newRow("from the beginning") << u"x x 10"_s << 2 << 0.2 << 0;
    }
    void outage_isLostInARow()
    {
        QFETCH(QString, words);
        QFETCH(double, seconds);
        const Statistics s = all(words);
        QTEST(s.longestOutage, "longest");
        QTEST(s.outageNow, "now");
        if (seconds < 0)
            QVERIFY(!s.longestOutageS);
        else
            QVERIFY(near(s.longestOutageS, seconds));
    }

    void fromAndTo_areSendings()
    {
        const Statistics s = all(u"u 10 x u"_s);
        QCOMPARE(s.fromUs.value(), StartUs + StepUs);
        QCOMPARE(s.toUs.value(), StartUs + 2 * StepUs);
    }

    void lastDecided_countsBackFromTheSettledEnd()
    {
        const LineHistory history = historyFrom(u"10 x v u 10 v 10 - 10"_s);
        QCOMPARE(lastDecided(history, 3).begin, 1U); // 6, 4, 1
        QCOMPARE(lastDecided(history, 3).end, 7U);
        QCOMPARE(lastDecided(history, 1).begin, 6U);
        QCOMPARE(lastDecided(history, 99).begin, 0U);
        QCOMPARE(lastDecided(history, 0).begin, 7U);
    }

    void lastSeconds_countsBackFromTheNewestSettledSending()
    {
        const LineHistory history = historyFrom(u"10 10 10 10 10 - 10"_s); // settled: 0 to 4, at 0 to 400 ms
        QCOMPARE(lastSeconds(history, 0.3).begin, 2U);                     // (100 ms, 400 ms]
        QCOMPARE(lastSeconds(history, 0.3).end, 5U);
        QCOMPARE(lastSeconds(history, 60).begin, 0U);
        const LineHistory empty;
        QCOMPARE(lastSeconds(empty, 60).end, 0U);
    }

    void sentBetween_holdsItsStartButNotItsEnd()
    {
        const LineHistory history = historyFrom(u"10 10 10 10 10"_s);
        const SeqRange range = sentBetween(history, StartUs + StepUs, StartUs + 3 * StepUs);
        QCOMPARE(range.begin, 1U);
        QCOMPARE(range.end, 3U);
    }

    void oneSidedZ_isTheNormalQuantile_data()
    {
        QTest::addColumn<double>("confidence");
        QTest::addColumn<double>("z");
        QTest::newRow("50 %") << 50.0 << 0.0;
        QTest::newRow("95 %") << 95.0 << 1.644854;
        QTest::newRow("97.5 %") << 97.5 << 1.959964;
        QTest::newRow("99.9 %") << 99.9 << 3.090232;
    }
    void oneSidedZ_isTheNormalQuantile()
    {
        QFETCH(double, confidence);
        QFETCH(double, z);
        QVERIFY(std::abs(oneSidedZ(confidence) - z) < 1e-6);
    }

    void wilson_decidesAsTheWindowSays()
    {
        // "Loss > 30 %" over 100 probes is certain at 95 % from 38 lost on.
        const double z = oneSidedZ(95);
        QVERIFY(wilson(37, 100, z).low < 0.30);
        QVERIFY(wilson(38, 100, z).low > 0.30);
    }

    void wilson_staysInItsRange()
    {
        QCOMPARE(wilson(0, 0, 2).low, 0.0);
        QCOMPARE(wilson(0, 0, 2).high, 1.0);
        QCOMPARE(wilson(0, 10, 1.959964).low, 0.0);
        QVERIFY(std::abs(wilson(0, 10, 1.959964).high - 0.277533) < 1e-5); // z²/(n + z²) = 3.841459/13.841459
        QCOMPARE(wilson(10, 10, 1.959964).high, 1.0);
        QVERIFY(std::abs(wilson(10, 10, 1.959964).low - 0.722467) < 1e-5);
    }
};

QTEST_APPLESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
