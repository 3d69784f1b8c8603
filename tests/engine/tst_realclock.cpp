// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "truertt.h"

#include <QTest>

#include <ctime>

using namespace plumb;
using namespace plumb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Steps the computer's clock; false where that is not allowed.
bool stepClock(qint64 byNs)
{
    const qint64 ns = realtimeNs() + byNs;
    const timespec to{static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000)};
    return ::clock_settime(CLOCK_REALTIME, &to) == 0;
}

} // namespace

//! The computer's own clock steps in mid-run, by 5 ms and back.
class TestRealClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void step_changesNoRtt_data()
    {
        QTest::addColumn<qint64>("stepNs");
        QTest::newRow("5 ms ahead") << qint64{5'000'000};
        QTest::newRow("5 ms back") << qint64{-5'000'000};
    }
    void step_changesNoRtt()
    {
        QFETCH(qint64, stepNs);
        if (qEnvironmentVariableIntValue("PLUMBLINE_SET_CLOCK") != 1)
            QSKIP("PLUMBLINE_SET_CLOCK=1 lets this test step the computer's clock by 5 ms and back");
        TrueRtt truth;
        LinePlan plan = planTo(1, truth.server());
        plan.settings.interval = 10ms;
        Gatherer gatherer;
        const qint64 aheadNs = realtimeNs() - monotonicNs();
        gatherer.sweep({plan}, 120);
        QTRY_VERIFY_WITH_TIMEOUT(truth.replies() > 40, Patience);
        const bool isAllowed = stepClock(stepNs);
        const qint64 aheadAfterNs = realtimeNs() - monotonicNs();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        if (!isAllowed)
            QSKIP("this user may not set the clock");
        QVERIFY(stepClock(-stepNs));
        QCOMPARE(gatherer.count(Fate::Lost) + gatherer.count(Fate::Late), 0);
        const int exact = truth.exact(gatherer, aheadNs, aheadAfterNs);
        QVERIFY2(exact >= 100, qPrintable(QString::number(exact)));
    }
};

QTEST_GUILESS_MAIN(TestRealClock)
#include "tst_realclock.moc"
