// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bucket.h"
#include "histories.h"
#include "niceaxis.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;
constexpr qint64 T0 = 1'795'000'020 * S; // a whole minute

Rule lossRule(int amount, RuleWindow::Unit unit = RuleWindow::Unit::Probes)
{
    Rule rule;
    rule.above = 30;
    rule.window = {unit, amount};
    return rule;
}

} // namespace

class tst_bucket final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void niceLength_data()
    {
        QTest::addColumn<qint64>("span");
        QTest::addColumn<int>("buckets");
        QTest::addColumn<qint64>("length");
        QTest::newRow("10 min in 225") << 600 * S << 225 << 5 * S;
        QTest::newRow("exact fit") << 600 * S << 600 << S;
        QTest::newRow("1 min in 225") << 60 * S << 225 << S / 2;
        QTest::newRow("12 h in 225") << 43'200 * S << 225 << 300 * S;
        QTest::newRow("no room") << 60 * S << 0 << 60 * S;
        QTest::newRow("a month in 2") << 30 * 86'400 * S << 2 << 15 * 86'400 * S;
    }
    void niceLength()
    {
        QFETCH(qint64, span);
        QFETCH(int, buckets);
        QTEST(niceBucketUs(span, buckets), "length");
    }

    void bucket_holdsFatesAndQuantiles()
    {
        LineHistory history;
        for (int i = 1; i <= 10; ++i)
            addProbe(history, T0 + i * 100'000, Fate::Answered, i * 1000);
        addProbe(history, T0 + S + 100'000, Fate::Lost);
        addProbe(history, T0 + S + 200'000, Fate::Refused);
        addProbe(history, T0 + S + 300'000, Fate::Late, 2'500'000);
        addProbe(history, T0 + S + 400'000, Fate::Late, 2'100'000);
        addProbe(history, T0 + S + 500'000, Fate::Void, 7000);
        addProbe(history, T0 + S + 600'000, Fate::Unsent);
        const Buckets buckets = bucketsOf(history, T0, T0 + 2 * S, S);
        QCOMPARE(buckets.list.size(), size_t(2));
        const Bucket &first = buckets.list[0];
        QCOMPARE(first.fromUs, T0);
        QCOMPARE(first.answered, 9);
        QCOMPARE(first.minUs, 1000);
        QCOMPARE(first.p10Us, 1000);    // ⌈0.1 · 9⌉ = 1st
        QCOMPARE(first.medianUs, 5000); // ⌈0.5 · 9⌉ = 5th
        QCOMPARE(first.p90Us, 9000);    // ⌈0.9 · 9⌉ = 9th
        QCOMPARE(first.maxUs, 9000);
        QCOMPARE(first.middleUs, T0 + S / 2);
        const Bucket &second = buckets.list[1];
        QCOMPARE(second.answered, 1);
        QCOMPARE(second.lost, 1);
        QCOMPARE(second.refused, 1);
        QCOMPARE(second.late, 2);
        QCOMPARE(second.lossCount(), 4);
        QCOMPARE(second.decided(), 5);
        QCOMPARE(second.voided, 1);
        QCOMPARE(second.unsent, 1);
        QCOMPARE(second.medianUs, 10'000); // neither late nor void ones count
        QCOMPARE(second.lateMinUs, 2'100'000);
        QCOMPARE(second.lateMaxUs, 2'500'000);
    }

    void buckets_stayWhileTheRangeMoves()
    {
        LineHistory history;
        for (int i = 0; i < 200; ++i)
            addProbe(history, T0 + i * S / 4, i % 7 == 0 ? Fate::Lost : Fate::Answered,
                     i % 7 == 0 ? UnknownUs : 1000 + i);
        const Buckets before = bucketsOf(history, T0 + 10 * S, T0 + 40 * S, 5 * S);
        const Buckets after = bucketsOf(history, T0 + 12 * S + 345, T0 + 42 * S + 345, 5 * S);
        QCOMPARE(before.list.size(), size_t(6));
        QCOMPARE(after.list.size(), size_t(7));
        for (size_t i = 0; i < before.list.size(); ++i)
            QCOMPARE(after.list[i], before.list[i]);
    }

    void peaks_survive()
    {
        LineHistory history(10'000);
        for (int i = 0; i < 10'000; ++i)
            addProbe(history, T0 + i * S, Fate::Answered, i == 5003 ? 900'000 : 20'000);
        const Buckets buckets = bucketsOf(history, T0, T0 + 10'000 * S, 60 * S);
        qint32 greatest = 0;
        for (const Bucket &bucket : buckets.list)
            greatest = std::max(greatest, bucket.maxUs);
        QCOMPARE(greatest, 900'000);
    }

    void gaps_data()
    {
        QTest::addColumn<Fate>("between");
        QTest::addColumn<bool>("joined");
        QTest::newRow("answered") << Fate::Answered << true;
        QTest::newRow("lost") << Fate::Lost << false;
        QTest::newRow("late") << Fate::Late << false;
        QTest::newRow("not counted") << Fate::Void << false;
    }
    void gaps()
    {
        QFETCH(Fate, between);
        LineHistory history;
        for (int i = 0; i < 3; ++i)
            addProbe(history, T0 + i * S, i == 1 ? between : Fate::Answered,
                     i == 1 && between == Fate::Lost ? UnknownUs : 9000);
        QTEST(bucketsOf(history, T0, T0 + 3 * S, S).joins(0, 2), "joined");
    }

    void pause_leavesGap_butSlowProbingDoesNot()
    {
        LineHistory slow; // 10 s apart in buckets of 1 s: empty buckets between are no gap
        for (int i = 0; i < 10; ++i)
            addProbe(slow, T0 + i * 10 * S, Fate::Answered, 9000);
        const Buckets joined = bucketsOf(slow, T0, T0 + 100 * S, S);
        QCOMPARE(joined.list.size(), size_t(10));
        QVERIFY(joined.joins(3, 4));
        addProbe(slow, T0 + 300 * S, Fate::Answered, 9000);
        const Buckets paused = bucketsOf(slow, T0, T0 + 400 * S, S);
        QVERIFY(!paused.joins(9, 10));
    }

    //! A history that grows, is amended, evicts and is looked at through a window that moves: at each step
    //! the cache holds what sorting everything anew gives.
    void cache_equalsSortingAnew_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<qint64>("span");
        QTest::addColumn<int>("capacity");
        QTest::newRow("several in a bucket") << 5 * S << 300 * S << 10'000;
        QTest::newRow("one in a bucket") << S << 100 * S << 10'000;
        QTest::newRow("short view") << S << 20 * S << 10'000;
        QTest::newRow("the ring is full") << 5 * S << 600 * S << 200;
        QTest::newRow("the ring is shorter than a bucket") << 60 * S << 600 * S << 30;
    }
    void cache_equalsSortingAnew()
    {
        QFETCH(qint64, length);
        QFETCH(qint64, span);
        QFETCH(int, capacity);
        QRandomGenerator random(7);
        LineHistory history(capacity);
        BucketCache cache;
        qint64 to = T0 + 50 * S;
        for (int step = 0; step < 1500; ++step) {
            const quint32 next = history.endSeq();
            const auto put = [&](quint32 seq) {
                static constexpr Fate Fates[]{Fate::Answered, Fate::Answered, Fate::Answered, Fate::Late,
                                              Fate::Lost,     Fate::Refused,  Fate::Unsent,   Fate::Void};
                const Fate fate = Fates[random.bounded(8)];
                history.put(testSample(seq, T0 + seq * S, fate,
                                       fate == Fate::Answered || fate == Fate::Late
                                           ? 1000 + random.bounded(100'000)
                                           : UnknownUs));
            };
            if (random.bounded(10) > 0)
                put(next + static_cast<quint32>(random.bounded(3))); // gaps that wait
            if (random.bounded(3) == 0 && next > 30)
                put(next - 1 -
                    static_cast<quint32>(random.bounded(std::min(30U, next - history.firstSeq()))));
            to += random.bounded(100) == 0 ? -span / 2 : qint64(random.bounded(2 * int(S)));
            const Buckets anew = bucketsOf(history, to - span, to, length);
            const Buckets &cached = cache.update(history, to - span, to, length);
            QCOMPARE(cached.list.size(), anew.list.size());
            for (size_t i = 0; i < anew.list.size(); ++i)
                QVERIFY2(cached.list[i] == anew.list[i], qPrintable(u"%1, %2"_s.arg(step).arg(i)));
            QCOMPARE(cached.joinUs, anew.joinUs);
        }
    }

    void cache_knowsWhatItHas_andAnotherHistory()
    {
        LineHistory one, other;
        for (int i = 0; i < 600; ++i) {
            addProbe(one, T0 + i * S, Fate::Answered, 1000);
            addProbe(other, T0 + i * S, Fate::Lost);
        }
        BucketCache cache;
        cache.update(one, T0, T0 + 300 * S, 5 * S);
        const qint64 revision = cache.revision();
        cache.update(one, T0, T0 + 300 * S, 5 * S);
        addProbe(one, T0 + 600 * S, Fate::Lost); // beyond what is looked at
        cache.update(one, T0, T0 + 300 * S, 5 * S);
        QCOMPARE(cache.revision(), revision);
        QCOMPARE(cache.update(other, T0, T0 + 300 * S, 5 * S).list.front().lost, 5);
        other = LineHistory(); // a new run in the same place
        QVERIFY(cache.update(other, T0, T0 + 300 * S, 5 * S).list.empty());
        addProbe(other, T0, Fate::Answered, 2000);
        QCOMPARE(cache.update(other, T0, T0 + 300 * S, 5 * S).list.front().answered, 1);
    }

    void openProbes_areLeftOut()
    {
        LineHistory history;
        history.put(testSample(0, T0, Fate::Answered, 1000));
        history.put(testSample(3, T0 + 3 * S, Fate::Answered, 3000)); // 1 and 2 still wait
        const Buckets buckets = bucketsOf(history, T0, T0 + 10 * S, 10 * S);
        QCOMPARE(buckets.list.size(), size_t(1));
        QCOMPARE(buckets.list[0].answered, 2);
        QCOMPARE(buckets.list[0].decided(), 2);
    }

    void emptyRange_isEmpty()
    {
        LineHistory history;
        QVERIFY(bucketsOf(history, T0, T0 + S, S).list.empty());
        addProbe(history, T0, Fate::Answered, 1000);
        QVERIFY(bucketsOf(history, T0 + S, T0, S).list.empty());
        QVERIFY(bucketsOf(history, T0 + S, T0 + 2 * S, S).list.empty());
    }

    void rollingLoss_isOfTheRulesOwnWindow()
    {
        LineHistory history; // 10 answered, then 10 lost: over 10 probes the loss goes up by 10 % a probe
        for (int i = 0; i < 20; ++i)
            addProbe(history, T0 + i * S, i < 10 ? Fate::Answered : Fate::Lost, i < 10 ? 1000 : UnknownUs);
        const std::vector<LossPoint> points = rollingLoss(history, lossRule(10), T0, T0 + 100 * S, 1);
        QCOMPARE(points.size(), size_t(11));
        QCOMPARE(points.front(), (LossPoint{T0 + 9 * S, 0})); // unknown before 10 are decided
        QCOMPARE(points[3], (LossPoint{T0 + 12 * S, 30}));
        QCOMPARE(points.back(), (LossPoint{T0 + 19 * S, 100}));
        // The left edge knows what was before it.
        QCOMPARE(rollingLoss(history, lossRule(10), T0 + 12 * S, T0 + 100 * S, 1).front(),
                 (LossPoint{T0 + 12 * S, 30}));
    }

    void rollingLoss_ofSeconds()
    {
        LineHistory history;
        for (int i = 0; i < 40; ++i)
            addProbe(history, T0 + i * S, i % 2 == 0 ? Fate::Answered : Fate::Lost,
                     i % 2 == 0 ? 1000 : UnknownUs);
        const auto points =
            rollingLoss(history, lossRule(20, RuleWindow::Unit::Seconds), T0 + 30 * S, T0 + 100 * S, 1);
        QVERIFY(!points.empty());
        for (const LossPoint &point : points)
            QCOMPARE(point.pct, 50.0);
    }

    void rollingLoss_keepsExtremes_whenThinnedOut()
    {
        LineHistory history(5000);
        for (int i = 0; i < 5000; ++i) {
            const bool lost = i >= 2500 && i < 2600;
            addProbe(history, T0 + i * S, lost ? Fate::Lost : Fate::Answered, lost ? UnknownUs : 1000);
        }
        const auto points = rollingLoss(history, lossRule(100), T0, T0 + 5000 * S, 1000 * S);
        QVERIFY(points.size() <= 25);
        const auto greatest =
            std::max_element(points.begin(), points.end(),
                             [](const LossPoint &a, const LossPoint &b) { return a.pct < b.pct; });
        QCOMPARE(greatest->pct, 100.0);
        QCOMPARE(points.back().pct, 0.0);
        QVERIFY(std::is_sorted(points.begin(), points.end(),
                               [](const LossPoint &a, const LossPoint &b) { return a.timeUs < b.timeUs; }));
    }

    void scale_isRound_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("max");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("decimals");
        QTest::newRow("180") << 180.0 << 200.0 << 50.0 << 0;
        QTest::newRow("0.3") << 0.3 << 0.4 << 0.1 << 1;
        QTest::newRow("7") << 7.0 << 8.0 << 2.0 << 0;
        QTest::newRow("nothing") << 0.0 << 0.1 << 0.05 << 2;
        QTest::newRow("not a number") << qQNaN() << 0.1 << 0.05 << 2;
    }
    void scale_isRound()
    {
        QFETCH(double, value);
        const NiceScale scale = niceScale(value, 4);
        QTEST(scale.max, "max");
        QTEST(scale.step, "step");
        QTEST(scale.decimals, "decimals");
    }

    void scale_doesNotPump()
    {
        const NiceScale first = niceScale(180, 4);
        QCOMPARE(niceScale(120, 4, &first).max, first.max);
        QCOMPARE_LT(niceScale(60, 4, &first).max, first.max);
        QCOMPARE_GT(niceScale(300, 4, &first).max, first.max);
    }

    void timeTicks_standAtRoundTimes()
    {
        const auto ticks = timeTicks(T0 + 3 * S, T0 + 603 * S, 10);
        QCOMPARE(ticks.size(), size_t(10));
        QCOMPARE(ticks.front().us, T0 + 60 * S);
        QVERIFY(!ticks.front().label.isEmpty());
        QCOMPARE(timeTicks(T0, T0 + 30 * S, 10).at(1).us, T0 + 5 * S);
        QVERIFY(timeTicks(T0, T0, 10).empty());
    }
};

QTEST_GUILESS_MAIN(tst_bucket)
#include "tst_bucket.moc"
