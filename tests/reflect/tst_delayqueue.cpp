// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delayqueue.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace plumb;
using namespace std::chrono_literals;

namespace {

constexpr DelayQueue::Time Start{};

Departure departure(quint32 port, qsizetype bytes = 10)
{
    Departure result;
    result.port = port;
    result.bytes = QByteArray(bytes, 'x');
    return result;
}

} // namespace

class TestDelayQueue final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void popDue_inOrderOfTime();
    void popDue_sameTimeInOrderOfArrival();
    void popDue_nothingBeforeItsTime();
    void take_leavesTheOthers();
    void push_boundedInNumber();
    void push_boundedInBytes();
    void push_takenOnesCountUntilTheirTime();
};

void TestDelayQueue::popDue_inOrderOfTime()
{
    std::vector<quint32> order(1000);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::shuffle(order, std::mt19937(5));
    DelayQueue queue;
    for (const quint32 i : order)
        QVERIFY(queue.push(Start + i * 1ms, departure(i)));
    for (quint32 i = 0; i < 1000; ++i) {
        QCOMPARE(*queue.nextDue(), Start + i * 1ms);
        const auto next = queue.popDue(Start + 10s);
        QVERIFY(next);
        QCOMPARE(next->port, i);
    }
    QVERIFY(!queue.popDue(Start + 10s));
    QVERIFY(!queue.nextDue());
    QCOMPARE(queue.size(), size_t{0});
}

void TestDelayQueue::popDue_sameTimeInOrderOfArrival()
{
    DelayQueue queue;
    for (quint32 i = 0; i < 100; ++i)
        QVERIFY(queue.push(Start + 1s, departure(i)));
    for (quint32 i = 0; i < 100; ++i)
        QCOMPARE(queue.popDue(Start + 1s)->port, i);
}

void TestDelayQueue::popDue_nothingBeforeItsTime()
{
    DelayQueue queue;
    QVERIFY(queue.push(Start + 5ms, departure(1)));
    QVERIFY(!queue.popDue(Start + 5ms - 1ns));
    QVERIFY(queue.popDue(Start + 5ms));
}

void TestDelayQueue::take_leavesTheOthers()
{
    DelayQueue queue;
    QVERIFY(queue.push(Start + 1ms, departure(1)));
    const auto ticket = queue.push(Start + 2ms, departure(2));
    QVERIFY(ticket);
    QVERIFY(queue.push(Start + 3ms, departure(3)));
    QCOMPARE(queue.take(*ticket).port, 2U);
    QCOMPARE(queue.size(), size_t{2});
    QCOMPARE(queue.popDue(Start + 1s)->port, 1U);
    QCOMPARE(queue.popDue(Start + 1s)->port, 3U);
    QVERIFY(!queue.popDue(Start + 1s));
}

void TestDelayQueue::push_boundedInNumber()
{
    DelayQueue queue(3);
    for (quint32 i = 0; i < 3; ++i)
        QVERIFY(queue.push(Start, departure(i)));
    QVERIFY(!queue.push(Start, departure(3)));
    QCOMPARE(queue.size(), size_t{3});
    QVERIFY(queue.popDue(Start));
    QVERIFY(queue.push(Start, departure(4)));
}

void TestDelayQueue::push_boundedInBytes()
{
    DelayQueue queue(1000, 100'000);
    QVERIFY(queue.push(Start, departure(0, 60'000)));
    QVERIFY(!queue.push(Start, departure(1, 60'000)));
    QVERIFY(queue.push(Start, departure(2, 10'000)));
    QVERIFY(queue.popDue(Start));
    QVERIFY(queue.push(Start, departure(3, 60'000)));
}

void TestDelayQueue::push_takenOnesCountUntilTheirTime()
{
    DelayQueue queue(2);
    for (int i = 0; i < 2; ++i) {
        const auto ticket = queue.push(Start + 1s, departure(1));
        QVERIFY(ticket);
        (void)queue.take(*ticket);
    }
    QCOMPARE(queue.size(), size_t{0});
    QVERIFY(!queue.push(Start + 1s, departure(2)));
    QVERIFY(!queue.popDue(Start + 1s));
    QVERIFY(queue.push(Start + 1s, departure(3)));
}

QTEST_GUILESS_MAIN(TestDelayQueue)
#include "tst_delayqueue.moc"
