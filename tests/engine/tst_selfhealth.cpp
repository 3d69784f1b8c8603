// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "selfhealth.h"

#include <QTest>

#include <cerrno>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Ms = 1'000'000, Second = 1'000 * Ms;

MachineTime start(bool isVirtual) { return {10 * Second, 1'700'000'000 * Second, 15 * Second, 0, isVirtual}; }

//! All clocks go on together.
MachineTime after(MachineTime time, qint64 ns)
{
    time.monoNs += ns;
    time.realNs += ns;
    time.bootNs += ns;
    return time;
}

} // namespace

//! What the clocks and the counts tell of this computer, with made-up clocks.
class TestSelfHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compare_tellsWhatStoodStill_data()
    {
        QTest::addColumn<bool>("isVirtual");
        QTest::addColumn<qint64>("bootStep");
        QTest::addColumn<qint64>("realStep");
        QTest::addColumn<qint64>("stolen");
        QTest::addColumn<qint64>("stall");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("note");
        const qint64 none = 0, hour = 3'600 * Second;
        QTest::newRow("nothing") << true << none << none << none << none << QString() << QString();
        QTest::newRow("a process that was stopped")
            << true << none << none << none << 5 * Second << QString() << QString();
        QTest::newRow("sleep") << false << 90 * Second << 90 * Second << none << none
                               << u"cause=suspend seconds=90.0"_s << QString();
        QTest::newRow("sleep of a virtual machine") << true << 90 * Second << 90 * Second << none << none
                                                    << u"cause=suspend seconds=90.0"_s << QString();
        QTest::newRow("clock set ahead")
            << false << none << hour << none << none << QString() << u"clock-step seconds=3600.000"_s;
        QTest::newRow("clock set ahead, or a pause")
            << true << none << hour << none << none << u"cause=clock-jump seconds=3600.0"_s << QString();
        QTest::newRow("clock set back")
            << true << none << -hour << none << none << QString() << u"clock-step seconds=-3600.000"_s;
        QTest::newRow("clock corrected")
            << true << none << 5 * Ms << none << none << QString() << u"clock-step seconds=0.005"_s;
        QTest::newRow("readings that were interrupted")
            << true << none << Ms << none << none << QString() << QString();
        QTest::newRow("processors taken away")
            << true << none << none << 900 * Ms << Second << u"cause=steal seconds=0.90"_s << QString();
        QTest::newRow("processors taken away, and nothing was late")
            << true << none << none << 900 * Ms << none << QString() << QString();
        QTest::newRow("a stall with little stolen in it")
            << true << none << none << 100 * Ms << Second << QString() << QString();
    }
    void compare_tellsWhatStoodStill()
    {
        QFETCH(bool, isVirtual);
        QFETCH(qint64, bootStep);
        QFETCH(qint64, realStep);
        QFETCH(qint64, stolen);
        QFETCH(qint64, stall);
        QFETCH(QString, cause);
        QFETCH(QString, note);
        ClockWatch clocks;
        const MachineTime before = start(isVirtual);
        clocks.begin(before);
        MachineTime now = after(before, Second);
        now.bootNs += bootStep;
        now.realNs += realStep;
        now.stolenNs = stolen;
        const qint64 stallEnd = now.monoNs - 10 * Ms;
        const ClockWatch::Finding finding = clocks.compare(now, stall, stallEnd);
        QCOMPARE(finding.note, note);
        QCOMPARE(finding.fault.has_value(), !cause.isEmpty());
        if (finding.fault) {
            QCOMPARE(finding.fault->cause, cause);
            QCOMPARE(finding.fault->fromNs, stall > 0 ? stallEnd - stall : before.monoNs);
            QCOMPARE(finding.fault->toNs, stall > 0 ? stallEnd : now.monoNs);
        }
        // It is told once.
        const ClockWatch::Finding next = clocks.compare(after(now, Second));
        QVERIFY(!next.fault && next.note.isEmpty());
    }

    void lateness_quantiles()
    {
        Lateness late;
        QCOMPARE(late.quantileMs(0.5), 0.0);
        for (qint64 ms = 1; ms <= 100; ++ms)
            late.add(ms * Ms);
        QCOMPARE(late.quantileMs(0.5), 50.0);
        QCOMPARE(late.quantileMs(0.99), 99.0);
        for (int i = 0; i < 2'000; ++i)
            late.add(Ms);
        QCOMPARE(late.quantileMs(0.99), 1.0);
        QCOMPARE(late.maxMs(), 100.0); // since the beginning
    }

    void overload_isToldOnceWithItsNumbersAndItsEnd()
    {
        SelfHealth health;
        health.begin(start(false));
        qint64 now = 0;
        const auto second = [&](int departed, quint32 skipped) {
            for (int i = 0; i < departed; ++i)
                health.noteDeparture(12 * Ms);
            if (skipped > 0)
                health.noteSkipped(skipped, 30 * Ms);
            return health.everySecond(now += Second);
        };
        QCOMPARE(second(8'000, 2'000), QStringList());
        QCOMPARE(second(8'000, 2'000), QStringList());
        QVERIFY(!health.isOverloaded());
        QCOMPARE(second(8'000, 2'000),
                 QStringList{u"overload asked=10000/s sent=8000/s skipped=6000 late_ms=30"_s});
        QVERIFY(health.isOverloaded());
        QCOMPARE(second(8'000, 2'000), QStringList());
        for (int i = 0; i < 2; ++i)
            QCOMPARE(health.everySecond(now += Second), QStringList());
        QCOMPARE(health.everySecond(now += Second), QStringList{u"overload-end"_s});
        QVERIFY(!health.isOverloaded());
        QCOMPARE(health.skipped(), 8'000);
    }

    void oneStop_isToldAndIsNoOverload()
    {
        SelfHealth health;
        health.begin(start(false));
        for (int i = 0; i < 128; ++i)
            health.noteSkipped(25, 5 * Second);
        QCOMPARE(health.everySecond(Second), QStringList{u"stall seconds=5.0 skipped=3200"_s});
        for (int i = 2; i < 6; ++i) {
            health.noteDeparture(Ms / 10);
            QCOMPARE(health.everySecond(i * Second), QStringList());
        }
        QVERIFY(!health.isOverloaded());
    }

    void sendErrors_areCountedByErrnoAndToldNowAndThen()
    {
        SelfHealth health;
        health.begin(start(false));
        health.noteSendError(ENOBUFS);
        QCOMPARE(health.everySecond(Second), QStringList{u"send-error error=ENOBUFS count=1"_s});
        for (int i = 0; i < 99; ++i)
            health.noteSendError(ENOBUFS);
        QCOMPARE(health.everySecond(2 * Second), QStringList());
        QCOMPARE(health.everySecond(61 * Second), QStringList{u"send-error error=ENOBUFS count=100"_s});
        QCOMPARE(health.everySecond(600 * Second), QStringList()); // no more came
        QCOMPARE(health.sendErrors(), (std::map<int, qint64>{{ENOBUFS, 100}}));
    }

    void machineTime_isReadFromOneMoment()
    {
        const MachineTime time = readMachineTime();
        QVERIFY(time.monoNs <= monotonicNs());
        QVERIFY(time.bootNs >= time.monoNs - Ms);
        QVERIFY(qAbs(time.realNs - realtimeNs()) < 5 * Second);
    }
};

QTEST_GUILESS_MAIN(TestSelfHealth)
#include "tst_selfhealth.moc"
