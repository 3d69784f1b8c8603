// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;

class TestRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_shortForm_takesDefaults()
    {
        const RuleResult result = parseRule(u"loss>30");
        QCOMPARE(result.error, QString());
        QCOMPARE(result.rule, originalRules().first());
        QCOMPARE(result.rule.window, (RuleWindow{RuleWindow::Unit::Probes, 100}));
        QCOMPARE(result.rule.severity, Severity::Critical);
        QVERIFY(!result.rule.confidence);
    }

    void parse_longForm_takesAll()
    {
        const RuleResult result = parseRule(u" loss>12.5/60s:warning@99.9 ");
        QCOMPARE(result.error, QString());
        QCOMPARE(result.rule.above.value(), 12.5);
        QCOMPARE(result.rule.window, (RuleWindow{RuleWindow::Unit::Seconds, 60}));
        QCOMPARE(result.rule.severity, Severity::Warning);
        QCOMPARE(result.rule.confidence.value(), 99.9);
    }

    void parse_confidenceZero_isPlainRatio()
    {
        QCOMPARE(parseRule(u"loss>5@0").rule.confidence.value(), 0.0);
    }

    void parse_everyMetric_isKnown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Metric>("metric");
        QTest::newRow("loss") << u"loss>1"_s << Metric::Loss;
        QTest::newRow("mean with unit") << u"mean>300ms"_s << Metric::Mean;
        QTest::newRow("median") << u"median>1"_s << Metric::Median;
        QTest::newRow("p95") << u"p95>80/200"_s << Metric::P95;
        QTest::newRow("p99") << u"p99>80"_s << Metric::P99;
        QTest::newRow("jitter") << u"jitter>3"_s << Metric::Jitter;
        QTest::newRow("outage") << u"outage>4"_s << Metric::Outage;
    }
    void parse_everyMetric_isKnown()
    {
        QFETCH(QString, text);
        const RuleResult result = parseRule(text);
        QCOMPARE(result.error, QString());
        QTEST(result.rule.metric, "metric");
        QCOMPARE(metricFromName(QString(name(result.rule.metric))), std::optional(result.rule.metric));
    }

    void parse_badText_tellsWhy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << u""_s << u"METRIC>VALUE"_s;
        QTest::newRow("no sign") << u"loss"_s << u"METRIC>VALUE"_s;
        QTest::newRow("below") << u"loss<5"_s << u"METRIC>VALUE"_s;
        QTest::newRow("metric of nobody") << u"speed>5"_s << u"\"speed\""_s;
        QTest::newRow("no value") << u"loss>"_s << u"threshold"_s;
        QTest::newRow("negative") << u"loss>-5"_s << u"threshold"_s;
        QTest::newRow("at least") << u"loss>=5"_s << u"threshold"_s;
        QTest::newRow("not a number") << u"mean>nan"_s << u"threshold"_s;
        QTest::newRow("exponent") << u"mean>1e2"_s << u"threshold"_s;
        QTest::newRow("loss of 100") << u"loss>100"_s << u"less than 100"_s;
        QTest::newRow("mean above the longest time-out") << u"mean>60001"_s << u"60000"_s;
        QTest::newRow("half a probe") << u"outage>2.5"_s << u"whole"_s;
        QTest::newRow("outage with window") << u"outage>3/100"_s << u"window"_s;
        QTest::newRow("window of nothing") << u"loss>5/"_s << u"window"_s;
        QTest::newRow("window of 0") << u"loss>5/0"_s << u"use 1"_s;
        QTest::newRow("window of minutes") << u"loss>5/5m"_s << u"60s"_s;
        QTest::newRow("window too long") << u"loss>5/86401s"_s << u"86400"_s;
        QTest::newRow("severity") << u"loss>5:bad"_s << u"warning or critical"_s;
        QTest::newRow("confidence of 100") << u"loss>5@100"_s << u"less than 100"_s;
        QTest::newRow("confidence of words") << u"loss>5@high"_s << u"percentage"_s;
        QTest::newRow("confidence of a delay") << u"mean>5@95"_s << u"loss only"_s;
    }
    void parse_badText_tellsWhy()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const RuleResult result = parseRule(text);
        QVERIFY2(result.error.contains(reason), qPrintable(result.error));
        QVERIFY2(result.error.contains(u"; "), qPrintable(result.error));
    }

    void minSamples_default_isTenTwentyHundredOrWindow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("loss") << u"loss>5"_s << 10;
        QTest::newRow("p95") << u"p95>5"_s << 20;
        QTest::newRow("p99") << u"p99>5/200"_s << 100;
        QTest::newRow("smaller window") << u"mean>5/5"_s << 5;
        QTest::newRow("p99 in smaller window") << u"p99>5/50"_s << 50;
        QTest::newRow("window of seconds") << u"mean>5/5s"_s << 10;
        QTest::newRow("outage") << u"outage>5"_s << 10;
    }
    void minSamples_default_isTenTwentyHundredOrWindow()
    {
        QFETCH(QString, text);
        QTEST(defaultMinSamples(parseRule(text).rule), "expected");
    }

    void rules_original_areLossAndMean()
    {
        const QList<Rule> rules = originalRules();
        QCOMPARE(rules.size(), 2);
        QCOMPARE(rules[0].metric, Metric::Loss);
        QCOMPARE(rules[0].above.value(), 30.0);
        QCOMPARE(rules[1].metric, Metric::Mean);
        QCOMPARE(rules[1].above.value(), 300.0);
        for (const Rule &rule : rules) {
            QCOMPARE(rule.severity, Severity::Critical);
            QCOMPARE(rule.window, (RuleWindow{RuleWindow::Unit::Probes, 100}));
            QVERIFY(faultsOf(rule).isEmpty());
        }
    }

    void rules_games_areFourAndSound()
    {
        const QList<Rule> rules = gamesRules();
        QCOMPARE(rules.size(), 4);
        QCOMPARE(rules[0].above.value(), 5.0);
        QCOMPARE(rules[0].severity, Severity::Warning);
        QCOMPARE(rules[2].aboveBaseline, (QList<BaselineTerm>{{50, true}, {30, false}}));
        QCOMPARE(rules[2].severity, Severity::Warning);
        QCOMPARE(rules[3], originalRules()[1]);
        for (const Rule &rule : rules)
            QVERIFY(faultsOf(rule).isEmpty());
    }

    void faults_nameTheirKey()
    {
        Rule rule;
        rule.above = 30;
        rule.clearBelow = 31;
        rule.minSamples = 101;
        rule.raiseAfterS = -1;
        QStringList keys;
        for (const RuleFault &fault : faultsOf(rule))
            keys.append(fault.key);
        QCOMPARE(keys, (QStringList{u"window"_s, u"clearBelow"_s, u"raiseAfter"_s}));
    }

    void faults_ofBaselineOfLoss_areTold()
    {
        Rule rule;
        rule.aboveBaseline = {{50, true}};
        QCOMPARE(faultsOf(rule).value(0).key, u"aboveBaseline"_s);
        rule.metric = Metric::Mean;
        QVERIFY(faultsOf(rule).isEmpty());
        rule.above = 30;
        QCOMPARE(faultsOf(rule).value(0).key, u"aboveBaseline"_s);
        QCOMPARE(faultsOf(Rule{}).value(0).key, u"above"_s);
    }
};

QTEST_GUILESS_MAIN(TestRule)
#include "tst_rule.moc"
