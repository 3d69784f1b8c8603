// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "impairment.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Many = 20'000;

double percent(int part) { return 100.0 * part / Many; }

} // namespace

class TestImpairment final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whyInvalid_namesTheValue_data();
    void whyInvalid_namesTheValue();
    void treat_withoutImpairment();
    void treat_hitsThePercentages();
    void treat_jitterIsExponential();
    void treat_sameSeedSameFates();
    void treat_settingsDoNotDisturbEachOther();
    void treat_duplicatesLoopbackPeersOnly();
    void treat_deadFlows();
    void treat_deadFlowsAfterNewPorts();
    void treat_outage_data();
    void treat_outage();
};

void TestImpairment::whyInvalid_namesTheValue_data()
{
    QTest::addColumn<double Impairment::*>("member");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, double Impairment::*member, double value, const QString &error) {
        QTest::newRow(name) << member << value << error;
    };
    row("all of it", &Impairment::lossBackPct, 100, {});
    row("more than all", &Impairment::lossBackPct, 100.5,
        u"loss-back of 100.5 % is out of range; give 0 to 100"_s);
    row("negative percentage", &Impairment::lossOutPct, -1,
        u"loss-out of -1 % is out of range; give 0 to 100"_s);
    row("not a number", &Impairment::reorderPct, std::numeric_limits<double>::quiet_NaN(),
        u"reorder of nan % is out of range; give 0 to 100"_s);
    row("duplicate", &Impairment::duplicatePct, 101, u"duplicate of 101 % is out of range; give 0 to 100"_s);
    row("late", &Impairment::latePct, 101, u"late of 101 % is out of range; give 0 to 100"_s);
    row("an hour", &Impairment::delayMs, 3'600'000, {});
    row("negative delay", &Impairment::delayMs, -0.5,
        u"delay of -0.5 ms is out of range; give 0 to 3600000"_s);
    row("endless jitter", &Impairment::jitterMs, std::numeric_limits<double>::infinity(),
        u"jitter of inf ms is out of range; give 0 to 3600000"_s);
    row("lateness", &Impairment::lateMs, -1, u"lateness of -1 ms is out of range; give 0 to 3600000"_s);
}

void TestImpairment::whyInvalid_namesTheValue()
{
    QFETCH(double Impairment::*, member);
    QFETCH(double, value);
    Impairment impairment;
    impairment.*member = value;
    QTEST(whyInvalid(impairment), "error");
}

void TestImpairment::treat_withoutImpairment()
{
    Impairer impairer({}, 1);
    for (int i = 0; i < 100; ++i) {
        const Treatment treatment = impairer.treat(0ns, 4000, true);
        QVERIFY(treatment.counted && treatment.answered && !treatment.twice && !treatment.heldBack);
        QCOMPARE(treatment.delay.count(), 0);
    }
}

void TestImpairment::treat_hitsThePercentages()
{
    Impairment impairment;
    impairment.lossOutPct = 10;
    impairment.lossBackPct = 20;
    impairment.duplicatePct = 30;
    impairment.reorderPct = 40;
    impairment.latePct = 50;
    impairment.lateMs = 2000;
    impairment.delayMs = 5;
    Impairer impairer(impairment, 7);
    int counted = 0, answered = 0, twice = 0, heldBack = 0, late = 0;
    for (int i = 0; i < Many; ++i) {
        const Treatment treatment = impairer.treat(0ns, 4000, true);
        QVERIFY(treatment.counted || !treatment.answered);
        counted += treatment.counted;
        answered += treatment.answered;
        twice += treatment.twice;
        heldBack += treatment.heldBack;
        late += treatment.delay == 2005ms;
        QVERIFY(treatment.delay == 5ms || treatment.delay == 2005ms);
    }
    // Five standard errors of a share of 20,000 are at most 1.8 %.
    QVERIFY2(std::abs(percent(counted) - 90) < 1.8, qPrintable(QString::number(percent(counted))));
    QVERIFY2(std::abs(percent(answered) - 72) < 1.8, qPrintable(QString::number(percent(answered))));
    QVERIFY2(std::abs(percent(twice) - 30) < 1.8, qPrintable(QString::number(percent(twice))));
    QVERIFY2(std::abs(percent(heldBack) - 40) < 1.8, qPrintable(QString::number(percent(heldBack))));
    QVERIFY2(std::abs(percent(late) - 50) < 1.8, qPrintable(QString::number(percent(late))));
}

void TestImpairment::treat_jitterIsExponential()
{
    Impairment impairment;
    impairment.delayMs = 20;
    impairment.jitterMs = 2;
    Impairer impairer(impairment, 3);
    double sum = 0;
    int belowMedian = 0;
    for (int i = 0; i < Many; ++i) {
        const auto added =
            std::chrono::duration<double, std::milli>(impairer.treat(0ns, 1, true).delay).count() - 20;
        QVERIFY(added >= 0);
        sum += added;
        belowMedian += added < 2 * std::log(2.0); // the median of an exponential
    }
    QVERIFY2(std::abs(sum / Many - 2) < 0.07, qPrintable(QString::number(sum / Many)));
    QVERIFY2(std::abs(percent(belowMedian) - 50) < 1.8, qPrintable(QString::number(percent(belowMedian))));
}

void TestImpairment::treat_sameSeedSameFates()
{
    Impairment impairment;
    impairment.lossBackPct = 50;
    Impairer one(impairment, 11), same(impairment, 11), next(impairment, 12);
    int differences = 0;
    for (int i = 0; i < 1000; ++i) {
        const bool answered = one.treat(0ns, 1, true).answered;
        QCOMPARE(same.treat(0ns, 1, true).answered, answered);
        differences += next.treat(0ns, 1, true).answered != answered;
    }
    QVERIFY2(differences > 400 && differences < 600, qPrintable(QString::number(differences)));
}

void TestImpairment::treat_settingsDoNotDisturbEachOther()
{
    Impairment lossy;
    lossy.lossBackPct = 50;
    Impairment both = lossy;
    both.jitterMs = 5;
    both.duplicatePct = 10;
    both.deadFlowsOf8 = 0;
    Impairer one(lossy, 11), other(both, 11);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(other.treat(0ns, 1, true).answered, one.treat(0ns, 1, true).answered);
}

void TestImpairment::treat_duplicatesLoopbackPeersOnly()
{
    Impairment impairment;
    impairment.duplicatePct = 100;
    Impairer impairer(impairment, 1);
    QVERIFY(impairer.treat(0ns, 1, true).twice);
    QVERIFY(!impairer.treat(0ns, 1, false).twice);
}

void TestImpairment::treat_deadFlows()
{
    Impairment impairment;
    impairment.deadFlowsOf8 = 2;
    Impairer impairer(impairment, 1);
    for (int round = 0; round < 3; ++round) {
        for (quint16 port = 5000; port < 5012; ++port)
            QCOMPARE(impairer.treat(round * 1s, port, true).answered, port >= 5002);
    }
}

void TestImpairment::treat_deadFlowsAfterNewPorts()
{
    Impairment impairment;
    impairment.deadFlowsOf8 = 2;
    Impairer impairer(impairment, 1);
    for (quint16 port = 5000; port < 5008; ++port)
        (void)impairer.treat(0s, port, true);
    QVERIFY(impairer.treat(5s, 6000, true).answered); // all 8 places are still held
    int dead = 0;
    for (quint16 port = 6000; port < 6008; ++port)
        dead += !impairer.treat(20s, port, true).answered;
    QCOMPARE(dead, 2);
}

void TestImpairment::treat_outage_data()
{
    QTest::addColumn<double>("second");
    QTest::addColumn<double>("period");
    QTest::addColumn<bool>("answered");
    QTest::newRow("before") << 14.9 << 120.0 << true;
    QTest::newRow("its first moment") << 15.0 << 120.0 << false;
    QTest::newRow("its last moment") << 54.9 << 120.0 << false;
    QTest::newRow("after") << 55.0 << 120.0 << true;
    QTest::newRow("in the next period") << 140.0 << 120.0 << false;
    QTest::newRow("after it in the next period") << 176.0 << 120.0 << true;
    QTest::newRow("once only") << 140.0 << 0.0 << true;
}

void TestImpairment::treat_outage()
{
    QFETCH(double, second);
    QFETCH(double, period);
    Impairment impairment;
    impairment.outage = {.fromS = 15, .forS = 40, .periodS = period};
    Impairer impairer(impairment, 1);
    const Treatment treatment = impairer.treat(std::chrono::nanoseconds{std::llround(second * 1e9)}, 1, true);
    QTEST(treatment.answered, "answered");
    QVERIFY(treatment.counted);
}

QTEST_GUILESS_MAIN(TestImpairment)
#include "tst_impairment.moc"
