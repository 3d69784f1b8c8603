// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "deadlines.h"
#include "exchanges.h"
#include "pacer.h"
#include "taskscope.h"

#include <QCoroTask>
#include <QTest>

#include <vector>

using namespace plumb;

namespace {

struct Woken
{
    LineKey key;
    Pacer::Wake wake;
    qint64 atNs;
};

QCoro::Task<> waitOnce(Pacer *pacer, LineKey key, qint64 dueNs, std::vector<Woken> *woken)
{
    const auto wake = co_await pacer->wait(key, dueNs);
    woken->push_back({key, wake, monotonicNs()});
}

QCoro::Task<> waitForEnd(Exchanges *table, quint32 seq, std::vector<Outcome::How> *ends, TaskScope *scope)
{
    const auto ticket = scope->enter();
    const auto outcome = co_await table->outcome(seq);
    ends->push_back(outcome.how);
}

} // namespace

//! The awaitables of the engine: nothing resumes early, nothing is left suspended.
class TestPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wait_wakesInOrderAndNeverEarly()
    {
        Pacer pacer;
        std::vector<Woken> woken;
        const qint64 start = monotonicNs();
        waitOnce(&pacer, 1, start + 30'000'000, &woken);
        waitOnce(&pacer, 2, start + 10'000'000, &woken);
        waitOnce(&pacer, 3, start + 20'000'000, &woken);
        QTRY_COMPARE(woken.size(), size_t{3});
        const std::vector<LineKey> expected{2, 3, 1};
        for (size_t i = 0; i < 3; ++i) {
            QCOMPARE(woken[i].key, expected[i]);
            QCOMPARE(woken[i].wake, Pacer::Wake::Due);
            QVERIFY(woken[i].atNs >= start + static_cast<qint64>(i + 1) * 10'000'000 - 50'000);
        }
    }

    void wait_manyDueAtOnceAllWake()
    {
        Pacer pacer;
        std::vector<Woken> woken;
        for (LineKey key = 0; key < 1000; ++key)
            waitOnce(&pacer, key, monotonicNs(), &woken);
        QTRY_COMPARE(woken.size(), size_t{1000});
    }

    void cancel_resumesWithCancelled()
    {
        std::vector<Woken> woken;
        {
            Pacer pacer;
            waitOnce(&pacer, 1, monotonicNs() + 3'600'000'000'000, &woken);
            waitOnce(&pacer, 2, monotonicNs() + 3'600'000'000'000, &woken);
            pacer.reschedule(1);
            QCOMPARE(woken.size(), size_t{1});
            QCOMPARE(woken[0].wake, Pacer::Wake::Rescheduled);
        }
        QCOMPARE(woken.size(), size_t{2}); // the destructor ended it
        QCOMPARE(woken[1].wake, Pacer::Wake::Cancelled);
    }

    void reschedule_dropsTheStaleSlot()
    {
        Pacer pacer;
        std::vector<Woken> woken;
        const qint64 start = monotonicNs();
        waitOnce(&pacer, 1, start + 20'000'000, &woken);
        pacer.reschedule(1);
        woken.clear();
        waitOnce(&pacer, 1, start + 60'000'000, &woken);
        QTRY_COMPARE(woken.size(), size_t{1});
        QVERIFY(woken[0].atNs >= start + 59'000'000);
    }

    void exchanges_endOnceAndCloseTheRest()
    {
        int drained = 0;
        TaskScope scope([&drained] { ++drained; });
        std::vector<Outcome::How> ends;
        {
            Exchanges table;
            for (quint32 seq = 5; seq < 8; ++seq) {
                table.add(seq).sample.seq = seq;
                waitForEnd(&table, seq, &ends, &scope);
            }
            QCOMPARE(scope.active(), 3);
            QVERIFY(table.finish(6, {Outcome::How::Replied, 1, StampSource::Kernel, {}}));
            QVERIFY(!table.finish(6, {Outcome::How::TimedOut, 0, StampSource::None, {}}));
            QVERIFY(!table.finish(4, {}));
            QVERIFY(!table.finish(8, {}));
            QVERIFY(!table.find(4));
            QVERIFY(table.find(7));
        }
        const std::vector<Outcome::How> expected{Outcome::How::Replied, Outcome::How::Cancelled,
                                                 Outcome::How::Cancelled};
        QCOMPARE(ends, expected);
        QCOMPARE(scope.active(), 0);
        QCOMPARE(drained, 1);
    }

    void exchanges_forgetOnlySettledOnesInOrder()
    {
        Exchanges table;
        for (quint32 seq = 0; seq < 5; ++seq) {
            auto &made = table.add(seq);
            made.sample.seq = seq;
            made.sentNs = seq;
            made.sample.fate = seq == 2 ? Fate::Open : Fate::Lost;
        }
        std::vector<quint32> forgotten;
        table.forgetBefore(100, [&](const Exchanges::Exchange &old) { forgotten.push_back(old.sample.seq); });
        QCOMPARE(forgotten, (std::vector<quint32>{0, 1}));
        QVERIFY(!table.find(1));
        QVERIFY(table.find(2));
    }

    void deadlines_giveDueOpenOnesInOrder()
    {
        std::vector<quint32> expired;
        Deadlines deadlines(
            [&expired](const std::vector<Deadlines::Due> &due) {
                for (const auto &probe : due)
                    expired.push_back(probe.seq);
            },
            [](const Deadlines::Due &probe) { return probe.seq != 2; });
        const qint64 now = monotonicNs();
        deadlines.add({now + 30'000'000, 1, 3});
        deadlines.add({now + 10'000'000, 1, 1});
        deadlines.add({now + 20'000'000, 1, 2}); // answered before its time
        QTRY_COMPARE(expired.size(), size_t{2});
        QCOMPARE(expired, (std::vector<quint32>{1, 3}));
    }
};

QTEST_GUILESS_MAIN(TestPacer)
#include "tst_pacer.moc"
