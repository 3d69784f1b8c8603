// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeder.h"
#include "judge.h"

#include <QTest>

#include <random>

using namespace plumb;

namespace {

Rule lossRule(double above, Severity severity = Severity::Critical)
{
    Rule rule;
    rule.metric = Metric::Loss;
    rule.above = above;
    rule.severity = severity;
    return rule;
}

Rule meanRule(double above)
{
    Rule rule;
    rule.metric = Metric::Mean;
    rule.above = above;
    return rule;
}

//! A line with its judge: feeds probes and judges each.
class Watched : public Feeder
{
public:
    explicit Watched(QList<Rule> rules, qint64 intervalUs = 1'000'000)
        : Feeder(intervalUs)
        , judge(std::move(rules))
    {}
    Verdict feed(const char *fates, int times = 1, double rttMs = 20)
    {
        for (int i = 0; i < times; ++i) {
            for (const char *fate = fates; *fate; ++fate) {
                add(*fate, rttMs);
                judge.settled(history, next());
            }
        }
        return judge.current().verdict;
    }
    Judge judge;
};

} // namespace

//! Verdicts of a watch, with hand-made histories.
class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pending_untilMinSamples()
    {
        Watched line({lossRule(30), meanRule(300)});
        QCOMPARE(line.feed("a", 9), Verdict::Pending);
        QCOMPARE(line.judge.current().reason.kind, Reason::Kind::TooFew);
        QCOMPARE(line.judge.current().reason.samples, 9);
        QCOMPARE(line.judge.current().reason.needed, 10);
        QCOMPARE(line.feed("a"), Verdict::Ok);
    }

    void pending_voidAndUnsentAreNoSamples()
    {
        Watched line({lossRule(30)});
        line.feed("a", 8);
        QCOMPARE(line.feed("u", 7), Verdict::Pending);
        QCOMPARE(line.judge.current().reason.kind, Reason::Kind::NotSent);
        QCOMPARE(line.judge.current().reason.detail, QStringLiteral("name not found"));
        QCOMPARE(line.feed("aa"), Verdict::Ok);
    }

    void loss_suspectAboveThresholdCriticalWhenCertain()
    {
        // 33 of 100 is above 30 %, but its one-sided 99.9 % bound is not; 60 of 100 is.
        Watched line({lossRule(30)}, 10'000);
        line.feed("a", 100);
        line.feed("xaa", 33);
        QCOMPARE(line.feed("x"), Verdict::Suspect);
        QVERIFY(line.judge.current().reason.bound < 30);
        QCOMPARE(line.judge.current().reason.threshold, 30.0);
        line.feed("xxa", 100);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        const Reason reason = line.judge.current().reason;
        QVERIFY(reason.bound > 30);
        QCOMPARE(reason.samples, 100);
        QCOMPARE(reason.value, static_cast<double>(reason.lost));
    }

    void loss_confidenceZeroIsThePlainRatio()
    {
        Rule rule = lossRule(30);
        rule.confidence = 0;
        Watched line({rule}, 10'000);
        line.feed("a", 71);
        QCOMPARE(line.feed("x", 30), Verdict::Ok); // 30 of 100 is not above 30 %
        QCOMPARE(line.feed("x"), Verdict::Critical);
        Watched other({rule}, 10'000);
        other.feed("aax", 40);
        QCOMPARE(other.judge.current().verdict, Verdict::Critical); // 33.3 %
    }

    void loss_clearsBelowTwoThirdsForTenSeconds()
    {
        Watched line({lossRule(30)}, 100'000); // 10 probes a second
        line.feed("xa", 60);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        // 50 % falls below 20 % after 60 good probes; 10 s later it clears.
        QCOMPARE(line.feed("a", 60), Verdict::Critical);
        QCOMPARE(line.feed("a", 95), Verdict::Critical);
        QCOMPARE(line.feed("a", 20), Verdict::Ok);
    }

    void loss_voidNeverCounts()
    {
        Watched line({lossRule(30)}, 10'000);
        line.feed("a", 60);
        line.feed("v", 40);
        QCOMPARE(line.feed("a", 10), Verdict::Ok);
        QCOMPARE(statisticsOf(line.history, lastDecided(line.history, 100)).lossPct, 0.0);
    }

    void tester_moreThanHalfVoidIsPending()
    {
        Watched line({lossRule(30)}, 10'000);
        line.feed("a", 20);
        QCOMPARE(line.feed("v", 21), Verdict::Pending);
        QCOMPARE(line.judge.current().reason.kind, Reason::Kind::Tester);
    }

    void mean_isOverAnsweredProbes()
    {
        Watched line({meanRule(300)}, 10'000);
        line.feed("a", 99, 100);
        QCOMPARE(line.judge.current().verdict, Verdict::Ok);
        line.feed("ax", 60, 900);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        QCOMPARE(line.judge.current().reason.metric, Metric::Mean);
        const auto stats = statisticsOf(line.history, lastDecided(line.history, 100));
        QCOMPARE(line.judge.current().reason.value, *stats.meanMs);
    }

    void window_secondsLooksBackFromTheNewest()
    {
        Rule rule = lossRule(30);
        rule.window = {RuleWindow::Unit::Seconds, 20};
        Watched line({rule});
        line.feed("a", 100);
        // 20 lost in a row fill the window: only dead would be worse, and that it is.
        QCOMPARE(line.feed("x", 20), Verdict::Dead);
    }

    void raiseAfter_waits()
    {
        Rule rule = lossRule(30);
        rule.raiseAfterS = 5;
        rule.confidence = 0;
        Watched line({rule}, 100'000);
        line.feed("a", 100);
        line.feed("x", 31);
        QCOMPARE(line.judge.current().verdict, Verdict::Suspect);
        line.feed("xa", 30);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
    }

    void outage_countsProbesInARow()
    {
        Rule rule;
        rule.metric = Metric::Outage;
        rule.above = 4;
        rule.severity = Severity::Warning;
        Watched line({rule}, 10'000);
        line.feed("a", 20);
        QCOMPARE(line.feed("xxvx"), Verdict::Ok);
        QCOMPARE(line.feed("xux"), Verdict::Warning); // five: void and unsent neither break nor lengthen
        QCOMPARE(line.judge.current().reason.value, 5.0);
        QCOMPARE(line.judge.current().beganUs, line.timeOf(20));
    }

    void worstRuleWins()
    {
        Watched line({lossRule(5, Severity::Warning), lossRule(30)}, 10'000);
        line.feed("xaaaa", 40);
        QCOMPARE(line.judge.current().verdict, Verdict::Warning);
        line.feed("xxxa", 40);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        QCOMPARE(line.judge.current().reason.threshold, 30.0);
    }

    void dead_tenInARowOverTenSeconds()
    {
        Watched slow({lossRule(30)});
        slow.feed("a", 50);
        QVERIFY(slow.feed("x", 10) != Verdict::Dead); // 9 s from the first to the newest
        QCOMPARE(slow.feed("x"), Verdict::Dead);
        QCOMPARE(slow.judge.current().beganUs, slow.timeOf(50));
        QCOMPARE(slow.judge.current().reason.kind, Reason::Kind::Silent);
        QCOMPARE(slow.judge.current().reason.samples, 11);

        Watched fast({}, 100'000); // judged without rules too
        fast.feed("a", 50);
        QVERIFY(fast.feed("x", 100) != Verdict::Dead);
        QCOMPARE(fast.feed("x"), Verdict::Dead);
    }

    void dead_endsWithThreeAnswersInARow()
    {
        Watched line({lossRule(30)});
        line.feed("x", 20);
        QCOMPARE(line.judge.current().verdict, Verdict::Dead);
        QCOMPARE(line.feed("aax"), Verdict::Dead);
        QCOMPARE(line.feed("aa"), Verdict::Dead);
        QCOMPARE(line.feed("a"), Verdict::Critical);
    }

    void dead_tellsTheIcmpError()
    {
        Watched line({});
        line.feed("xr", 6);
        line.feed("x", 5);
        QCOMPARE(line.judge.current().verdict, Verdict::Dead);
        QCOMPARE(line.judge.current().reason.kind, Reason::Kind::Icmp);
        QCOMPARE(line.judge.current().reason.detail, QStringLiteral("icmp=3/3 from=192.0.2.1"));
    }

    void late_onlyIsCriticalNotDead()
    {
        Watched line({lossRule(30)});
        line.feed("t", 20, 2300);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        QCOMPARE(line.judge.current().reason.kind, Reason::Kind::LateOnly);
    }

    void dead_keepsItsOnset()
    {
        Watched line({lossRule(30)});
        line.history.setCapacity(200);
        line.feed("a", 50);
        line.feed("x", 500); // the ring has forgotten when it began
        QCOMPARE(line.judge.current().verdict, Verdict::Dead);
        QCOMPARE(line.judge.current().beganUs, line.timeOf(50));
        QCOMPARE(line.judge.current().reason.samples, 500);
        line.feed("ax", 1); // one answer ends nothing
        line.feed("x", 20);
        QCOMPARE(line.judge.current().beganUs, line.timeOf(50));
    }

    void tester_doesNotHideWhatIsCertain()
    {
        Rule quick = lossRule(80, Severity::Warning);
        quick.window = {RuleWindow::Unit::Seconds, 10};
        Watched line({lossRule(30), quick});
        line.feed("xxa", 40);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        QCOMPARE(line.feed("v", 8), Verdict::Critical);
    }

    void jitter_onsetIsWhereTheDifferencesBegin()
    {
        Rule rule;
        rule.metric = Metric::Jitter;
        rule.above = 10;
        Watched line({rule});
        line.feed("a", 300, 50);
        for (int i = 0; i < 100; ++i)
            line.feed("a", 1, i % 2 ? 50 : 90);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        QVERIFY(std::abs(line.judge.current().beganUs - line.timeOf(300)) <= 1'000'000);
    }

    void began_isTheFirstBadProbeOfTheStretch()
    {
        Watched line({lossRule(30)}, 10'000);
        line.feed("a", 30);
        line.feed("x"); // one stray loss long before
        line.feed("a", 169);
        line.feed("xxa", 40);
        QCOMPARE(line.judge.current().verdict, Verdict::Critical);
        QCOMPARE(line.judge.current().beganUs, line.timeOf(200));
    }

    void baseline_flagsAgainstTheOwnUsual()
    {
        Rule rule;
        rule.metric = Metric::Mean;
        rule.aboveBaseline = {{50, true}, {30, false}};
        rule.severity = Severity::Warning;
        rule.window = {RuleWindow::Unit::Probes, 60};
        Watched line({rule});
        line.feed("a", 300, 40);
        QCOMPARE(line.judge.current().verdict, Verdict::Ok);
        line.feed("a", 100, 65); // + 62 %, but only + 25 ms
        QCOMPARE(line.judge.current().verdict, Verdict::Ok);
        line.feed("a", 60, 150);
        QCOMPARE(line.judge.current().verdict, Verdict::Warning);
        QCOMPARE(line.judge.current().reason.usual, 40.0);
        QCOMPARE(line.judge.current().reason.threshold, 70.0);
        line.feed("a", 600, 150);
        const Verdict flagged = line.judge.current().verdict;
        QCOMPARE(line.feed("a", 80, 41), Verdict::Ok); // as usual again
        QCOMPARE(flagged, Verdict::Warning);           // flagged time does not move the usual value
    }

    void falseAlarms_areRareAtTheThreshold()
    {
        // A true loss of 20 % against "loss > 30 %": a plain ratio would flag most of these lines in an hour.
        std::mt19937 random(3);
        std::bernoulli_distribution lost(0.2);
        int flagged = 0;
        for (int run = 0; run < 20; ++run) {
            Watched line({lossRule(30)});
            bool ever = false;
            for (int i = 0; i < 3600; ++i)
                ever = isFlagged(line.feed(lost(random) ? "x" : "a")) || ever;
            flagged += ever;
        }
        QVERIFY2(flagged <= 1, qPrintable(QString::number(flagged)));
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
