// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

Reason rule(Metric metric, double value, double threshold, int samples)
{
    Reason reason;
    reason.kind = Reason::Kind::Rule;
    reason.metric = metric;
    reason.value = value;
    reason.threshold = threshold;
    reason.samples = samples;
    return reason;
}

Reason other(Reason::Kind kind, int samples = 0, const QString &detail = {})
{
    Reason reason;
    reason.kind = kind;
    reason.samples = samples;
    reason.detail = detail;
    return reason;
}

} // namespace

class VerdictTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void flagged_areWarningCriticalAndDead()
    {
        QVERIFY(isFlagged(Verdict::Dead));
        QVERIFY(isFlagged(Verdict::Critical));
        QVERIFY(isFlagged(Verdict::Warning));
        for (const Verdict verdict : {Verdict::Suspect, Verdict::Pending, Verdict::Ok, Verdict::Paused})
            QVERIFY(!isFlagged(verdict));
    }

    void order_isWorstFirst()
    {
        const QList<Verdict> order{Verdict::Dead,    Verdict::Critical, Verdict::Warning, Verdict::Suspect,
                                   Verdict::Pending, Verdict::Ok,       Verdict::Paused};
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QStringList names;
        for (const Verdict verdict : order)
            names << name(verdict);
        QCOMPARE(names.join(u' '), u"dead critical warning suspect pending ok paused"_s);
    }

    void reasons_areKeyValuePairs_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("text");
        Reason loss = rule(Metric::Loss, 44, 30, 100);
        loss.lost = 44;
        loss.bound = 35.988;
        QTest::newRow("loss") << loss
                              << u"metric=loss value=44.00 threshold=30 samples=100 lost=44 bound=35.99"_s;
        Reason usual = rule(Metric::Mean, 120.5, 99.75, 60);
        usual.usual = 66.5;
        QTest::newRow("mean over the usual")
            << usual << u"metric=mean value=120.500 threshold=99.75 samples=60 usual=66.500"_s;
        QTest::newRow("outage") << rule(Metric::Outage, 12, 10, 12)
                                << u"metric=outage value=12 threshold=10 samples=12"_s;
        QTest::newRow("silent") << other(Reason::Kind::Silent, 15) << u"cause=silent samples=15"_s;
        QTest::newRow("icmp") << other(Reason::Kind::Icmp, 15, u"icmp=3/3 from=127.0.0.1"_s)
                              << u"cause=icmp samples=15 icmp=3/3 from=127.0.0.1"_s;
        QTest::newRow("late") << other(Reason::Kind::LateOnly, 20) << u"cause=late samples=20"_s;
        Reason few = other(Reason::Kind::TooFew, 7);
        few.needed = 10;
        QTest::newRow("too few") << few << u"cause=samples samples=7 needed=10"_s;
        QTest::newRow("tester") << other(Reason::Kind::Tester) << u"cause=tester"_s;
        QTest::newRow("unsent") << other(Reason::Kind::NotSent, 0, u"name not found"_s)
                                << u"cause=unsent name not found"_s;
        QTest::newRow("paused") << other(Reason::Kind::Paused) << u"cause=paused"_s;
        QTest::newRow("none") << Reason() << QString();
    }
    void reasons_areKeyValuePairs()
    {
        QFETCH(Reason, reason);
        QTEST(reason.toKeyValues(), "text");
    }

    void eventKinds_haveTheNamesOfTheReports()
    {
        QCOMPARE(name(Event::Kind::Raised), "raised"_L1);
        QCOMPARE(name(Event::Kind::Changed), "changed"_L1);
        QCOMPARE(name(Event::Kind::Cleared), "cleared"_L1);
        QCOMPARE(name(Event::Kind::Note), "note"_L1);
        QCOMPARE(name(Event::Kind::Tester), "tester"_L1);
    }
};

QTEST_APPLESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
