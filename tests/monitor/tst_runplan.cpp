// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runplan.h"

#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<LinePlan> lines(const QString &host, int count, std::chrono::milliseconds interval)
{
    QList<LinePlan> plans;
    for (int i = 0; i < count; ++i) {
        LinePlan plan;
        plan.key = static_cast<LineKey>(i + 1);
        plan.entry = {host, static_cast<quint16>(7000 + i)};
        plan.settings.interval = interval;
        plans.append(plan);
    }
    return plans;
}

} // namespace

class TestRunPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settings_precedenceIsOptionLineProfileDefault()
    {
        Profile profile;
        profile.probe.timeout = 1500ms;
        profile.probe.flows = 4;
        profile.probe.sizeBytes = 200;
        Line line;
        line.probe.flows = 2;
        line.probe.sizeBytes = 300;
        RunOptions options;
        options.overrides.sizeBytes = 400;
        const ProbeSettings settings = plannedSettings(profile, line, options);
        QCOMPARE(settings.interval, 1000ms);
        QCOMPARE(settings.timeout, 1500ms);
        QCOMPARE(settings.flows, 2);
        QCOMPARE(settings.sizeBytes, 400);
    }

    void settings_sweepUsesItsOwnIntervalForEveryLine()
    {
        Profile profile;
        profile.probe.interval = 5s;
        Line line;
        line.probe.interval = 7s;
        RunOptions options;
        options.kind = RunKind::Sweep;
        QCOMPARE(plannedSettings(profile, line, options).interval, 200ms);
        profile.sweepInterval = 300ms;
        QCOMPARE(plannedSettings(profile, line, options).interval, 300ms);
        options.overrides.interval = 50ms;
        QCOMPARE(plannedSettings(profile, line, options).interval, 50ms);
        QCOMPARE(sweepCount(profile, options), 100);
        profile.sweepCount = 30;
        QCOMPARE(sweepCount(profile, options), 30);
    }

    void settings_repliesThatCanNotBeToldApartWaitForEachOther()
    {
        Profile profile;
        Line line;
        line.probe.kind = ProbeKind::Custom;
        line.probe.payload = u"text:constant"_s;
        line.probe.match = u"any"_s;
        RunOptions options;
        options.kind = RunKind::Sweep;
        QCOMPARE(plannedSettings(profile, line, options).interval, 8000ms);
        line.probe.payload = u"hex:{seq}"_s;
        line.probe.match = u"identical"_s;
        QCOMPARE(plannedSettings(profile, line, options).interval, 200ms);
    }

    void settings_lateIsAtLeastTheTimeout()
    {
        Profile profile;
        profile.probe.timeout = 30s;
        QCOMPARE(plannedSettings(profile, {}, {}).late, 30s);
    }

    void caps_perEntryStretchesThoseLinesEvenly()
    {
        QList<LinePlan> plans = lines(u"118.89.127.211"_s, 200, 100ms); // 2,000/s
        plans += lines(u"118.89.127.212"_s, 10, 100ms);
        const PlannedRate rate = applyCaps(plans, {});
        QCOMPARE(plans.constFirst().settings.interval, 200ms);
        QCOMPARE(plans.constLast().settings.interval, 100ms);
        QCOMPARE(rate.probesPerSecond, 1100.0);
        QCOMPARE(rate.maxPerEntryPps, 1000.0);
        QCOMPARE(rate.stretched.size(), 1);
        QVERIFY(rate.stretched.constFirst().contains(u"118.89.127.211"_s));
    }

    void caps_loopbackIsExemptPerEntryButNotInAll()
    {
        QList<LinePlan> plans = lines(u"127.0.0.1"_s, 500, 100ms); // 5,000/s
        QVERIFY(applyCaps(plans, {}).stretched.isEmpty());
        RunOptions slow;
        slow.maxPps = 1000;
        const PlannedRate rate = applyCaps(plans, slow);
        QCOMPARE(rate.probesPerSecond, 1000.0);
        QCOMPARE(rate.stretched.size(), 1);
    }

    void caps_besideOthersStretchOnlyWhatIsAdded()
    {
        const QList<LinePlan> others = lines(u"118.89.127.211"_s, 400, 1s); // 400/s
        QList<LinePlan> swept = lines(u"118.89.127.211"_s, 240, 200ms);     // 1,200/s, 600/s are left
        swept += lines(u"118.89.127.212"_s, 10, 200ms);
        applyCapsBeside(swept, others, {});
        QCOMPARE(swept.constFirst().settings.interval, 400ms);
        QCOMPARE(swept.constLast().settings.interval, 200ms);
        RunOptions slow;
        slow.maxPps = 500; // 100/s are left for 250 lines
        applyCapsBeside(swept, others, slow);
        double rate = 0;
        for (const LinePlan &line : std::as_const(swept))
            rate += 1000.0 / static_cast<double>(line.settings.interval.count());
        QVERIFY(rate < 100.001 && rate > 99);
    }

    void rate_countsHeaders()
    {
        QList<LinePlan> plans = lines(u"118.89.127.211"_s, 128, 1s);
        QCOMPARE(applyCaps(plans, {}).bitsPerSecond, 128.0 * 92 * 8);
        QList<LinePlan> six = lines(u"2001:db8::7"_s, 1, 1s);
        QCOMPARE(applyCaps(six, {}).bitsPerSecond, 112.0 * 8);
    }

    void paused_byFlagOrUntilATime()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Line line;
        QVERIFY(!isPaused(line, now));
        line.enabled = false;
        QVERIFY(isPaused(line, now));
        line.pausedUntil = now.addSecs(60);
        QVERIFY(isPaused(line, now));
        QVERIFY(!isPaused(line, now.addSecs(61)));
    }
};

QTEST_GUILESS_MAIN(TestRunPlan)
#include "tst_runplan.moc"
