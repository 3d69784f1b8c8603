// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedule.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plumb;

//! Departures: spread over the round, shuffled, never drifting.
class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phases_areEvenlySpreadAtEveryCount_data()
    {
        QTest::addColumn<int>("lines");
        for (const int lines : {1, 2, 3, 16, 100, 128, 1000})
            QTest::addRow("%d lines", lines) << lines;
    }
    void phases_areEvenlySpreadAtEveryCount()
    {
        QFETCH(int, lines);
        PhaseAllocator phases;
        std::vector<double> taken;
        for (int i = 0; i < lines; ++i)
            taken.push_back(phases.take().fraction);
        std::sort(taken.begin(), taken.end());
        double smallest = 1 - taken.back() + taken.front(), largest = smallest;
        for (size_t i = 1; i < taken.size(); ++i) {
            smallest = std::min(smallest, taken[i] - taken[i - 1]);
            largest = std::max(largest, taken[i] - taken[i - 1]);
        }
        QVERIFY(taken.front() >= 0 && taken.back() < 1);
        QVERIFY2(largest <= 2 * smallest + 1e-12, "a newcomer takes the largest gap");
    }

    void phases_reuseWhatIsReleased()
    {
        PhaseAllocator phases;
        const auto a = phases.take();
        const auto b = phases.take();
        phases.release(a.index);
        QCOMPARE(phases.take().index, a.index);
        QVERIFY(phases.take().index != b.index);
    }

    void watch_keepsTheGridAndItsGaps()
    {
        using namespace std::chrono_literals;
        const qint64 interval = 1'000'000'000;
        const WatchSchedule schedule(5'000, 1s, 0.25, 7);
        const quint64 rounds = 200'000; // more than two days
        qint64 previous = schedule.dueNs(0);
        for (quint64 round = 1; round < rounds; ++round) {
            const qint64 due = schedule.dueNs(round);
            QVERIFY(due - previous >= interval / 2);
            QVERIFY(due - previous <= interval + interval / 2);
            const qint64 offGrid = due - 5'000 - static_cast<qint64>(round) * interval - interval / 4;
            QVERIFY(offGrid >= 0 && offGrid < interval / 2);
            previous = due;
        }
    }

    void sweep_roundsDoNotOverlapAndEveryLineHasOneSlot()
    {
        using namespace std::chrono_literals;
        constexpr quint32 Lines = 128;
        constexpr qint64 Interval = 100'000'000, Start = 77;
        SweepSchedule schedule(Start, 100ms, Lines, 42);
        std::vector<std::vector<qint64>> byRound;
        for (quint64 round = 0; round < 50; ++round) {
            std::vector<qint64> dues;
            for (quint32 place = 0; place < Lines; ++place)
                dues.push_back(schedule.dueNs(place, round));
            byRound.push_back(dues);
            std::sort(dues.begin(), dues.end());
            QVERIFY(dues.front() >= Start + static_cast<qint64>(round) * Interval);
            QVERIFY(dues.back() < Start + static_cast<qint64>(round + 1) * Interval);
            for (size_t i = 1; i < dues.size(); ++i)
                QVERIFY2(std::abs(dues[i] - dues[i - 1] - Interval / Lines) <= 1,
                         "evenly spread over the round");
        }
        int moved = 0;
        for (size_t round = 1; round < byRound.size(); ++round) {
            for (quint32 place = 0; place < Lines; ++place) {
                const qint64 gap = byRound[round][place] - byRound[round - 1][place];
                QVERIFY(100 * gap > 35 * Interval &&
                        100 * gap < 165 * Interval); // ½…1½ but for the ranks of so few lines
                moved += std::abs(gap - Interval) > Interval / Lines;
            }
        }
        QVERIFY2(moved > 49 * 64, "the order moves every round");
    }

    void roundAt_skipsNoRoundThatIsStillDue()
    {
        using namespace std::chrono_literals;
        const WatchSchedule watch(5'000, 1s, 0.7, 7);
        SweepSchedule sweep(5'000, 100ms, 64, 3);
        for (qint64 ns = 0; ns < 20'000'000'000; ns += 37'000'001) {
            const quint64 inWatch = watch.roundAt(ns);
            QVERIFY(inWatch == 0 || watch.dueNs(inWatch - 1) < ns);
            QVERIFY(watch.dueNs(inWatch + 2) >= ns); // near: a stall is skipped in a step, not round by round
            const quint64 inSweep = sweep.roundAt(ns);
            QVERIFY(inSweep == 0 || sweep.dueNs(63, inSweep - 1) < ns);
            QVERIFY(sweep.dueNs(0, inSweep + 1) >= ns);
        }
    }

    void sweep_sameSeedSameOrder()
    {
        using namespace std::chrono_literals;
        SweepSchedule a(0, 100ms, 50, 9), b(0, 100ms, 50, 9), c(0, 100ms, 50, 10);
        bool differs = false;
        for (quint32 place = 0; place < 50; ++place) {
            QCOMPARE(a.dueNs(place, 3), b.dueNs(place, 3));
            differs = differs || a.dueNs(place, 3) != c.dueNs(place, 3);
        }
        QVERIFY(differs);
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
