// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeder.h"
#include "judge.h"

#include <QTest>

#include <cstring>

using namespace plumb;

class TestSweepJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdict_ofAWholeSweep_data()
    {
        QTest::addColumn<int>("answered");
        QTest::addColumn<int>("late");
        QTest::addColumn<int>("lost");
        QTest::addColumn<int>("refused");
        QTest::addColumn<int>("unsent");
        QTest::addColumn<int>("voided");
        QTest::addColumn<double>("rttMs");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Reason::Kind>("reason");
        using K = Reason::Kind;
        QTest::newRow("all answered") << 100 << 0 << 0 << 0 << 0 << 0 << 20. << Verdict::Ok << K::None;
        QTest::newRow("37 lost: not certain")
            << 63 << 0 << 37 << 0 << 0 << 0 << 20. << Verdict::Suspect << K::Rule;
        QTest::newRow("38 lost: certain at 95 %")
            << 62 << 0 << 38 << 0 << 0 << 0 << 20. << Verdict::Critical << K::Rule;
        QTest::newRow("30 lost: not above") << 70 << 0 << 30 << 0 << 0 << 0 << 20. << Verdict::Ok << K::None;
        QTest::newRow("slow") << 100 << 0 << 0 << 0 << 0 << 0 << 301. << Verdict::Critical << K::Rule;
        QTest::newRow("silent") << 0 << 0 << 100 << 0 << 0 << 0 << 0. << Verdict::Dead << K::Silent;
        QTest::newRow("refused") << 0 << 0 << 0 << 100 << 0 << 0 << 0. << Verdict::Dead << K::Icmp;
        QTest::newRow("late only") << 0 << 50 << 50 << 0 << 0 << 0 << 2300. << Verdict::Critical
                                   << K::LateOnly;
        QTest::newRow("late counts as lost")
            << 60 << 40 << 0 << 0 << 0 << 0 << 20. << Verdict::Critical << K::Rule;
        QTest::newRow("nothing sent") << 0 << 0 << 0 << 0 << 100 << 0 << 0. << Verdict::Pending << K::NotSent;
        QTest::newRow("mostly void") << 40 << 0 << 0 << 0 << 0 << 60 << 20. << Verdict::Pending << K::Tester;
        QTest::newRow("some void") << 60 << 0 << 0 << 0 << 0 << 40 << 20. << Verdict::Ok << K::None;
        QTest::newRow("too few") << 5 << 0 << 0 << 0 << 95 << 0 << 20. << Verdict::Pending << K::TooFew;
    }
    void verdict_ofAWholeSweep()
    {
        QFETCH(int, answered);
        QFETCH(int, late);
        QFETCH(int, lost);
        QFETCH(int, refused);
        QFETCH(int, unsent);
        QFETCH(int, voided);
        QFETCH(double, rttMs);
        Feeder feeder;
        const std::pair<char, int> fates[]{{'a', answered}, {'t', late},   {'x', lost},
                                           {'r', refused},  {'u', unsent}, {'v', voided}};
        for (const auto &[fate, n] : fates) {
            for (int i = 0; i < n; ++i)
                feeder.add(fate, rttMs);
        }
        const Judgement judgement = judgeSweep(originalRules(), feeder.history, 100);
        QTEST(judgement.verdict, "verdict");
        QTEST(judgement.reason.kind, "reason");
    }

    void minSamples_isAtMostTheCount()
    {
        Feeder feeder;
        for (int i = 0; i < 5; ++i)
            feeder.add('x');
        QCOMPARE(judgeSweep(originalRules(), feeder.history, 5).verdict, Verdict::Dead);
        Feeder good;
        for (int i = 0; i < 5; ++i)
            good.add('a');
        QCOMPARE(judgeSweep(originalRules(), good.history, 5).verdict, Verdict::Ok);
    }

    void rules_windowDoesNotApply()
    {
        Rule rule;
        rule.metric = Metric::Loss;
        rule.above = 30;
        rule.window = {RuleWindow::Unit::Probes, 10};
        Feeder feeder;
        for (int i = 0; i < 90; ++i)
            feeder.add('a');
        for (int i = 0; i < 10; ++i)
            feeder.add('x');
        const Judgement judgement = judgeSweep({rule}, feeder.history, 100);
        QCOMPARE(judgement.verdict, Verdict::Ok); // 10 %, whatever the last ten say
    }

    void rules_noneJudgesDeadAlone()
    {
        Feeder feeder;
        for (int i = 0; i < 50; ++i)
            feeder.add(i % 2 ? 'a' : 'x');
        QCOMPARE(judgeSweep({}, feeder.history, 50).verdict, Verdict::Ok);
    }
};

QTEST_GUILESS_MAIN(TestSweepJudge)
#include "tst_sweepjudge.moc"
