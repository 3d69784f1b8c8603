// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stampconverter.h"

#include <QTest>

using namespace plumb;

namespace {

constexpr qint64 Ms = 1'000'000;
constexpr qint64 Epoch = 1'700'000'000'000 * Ms; // realtime − monotonic before any step

ClockReading reading(qint64 monoNs, qint64 offsetNs) { return {monoNs, monoNs + offsetNs, 50}; }

} // namespace

//! Receive stamps against clock steps, with made-up clocks.
class TestStampConverter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrival_withoutStep()
    {
        StampConverter stamps;
        stamps.note(reading(0, Epoch));
        const auto arrival = stamps.arrival(Epoch + 10 * Ms, 0, 500 * Ms);
        QCOMPARE(arrival.source, StampSource::Kernel);
        QCOMPARE(arrival.monoNs, 10 * Ms);
    }

    void arrival_acrossStep_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::addColumn<qint64>("stepAt"); // the datagram arrives at 10 ms and is read at 100 ms
        for (const qint64 step : {5 * Ms, -5 * Ms, 3'600'000 * Ms, -3'600'000 * Ms}) {
            for (const qint64 at : {2 * Ms, 50 * Ms}) {
                QTest::addRow("step of %lld ms at %lld ms", static_cast<long long>(step / Ms),
                              static_cast<long long>(at / Ms))
                    << step << at;
            }
        }
    }
    void arrival_acrossStep()
    {
        QFETCH(qint64, step);
        QFETCH(qint64, stepAt);
        StampConverter stamps;
        stamps.note(reading(-1000 * Ms, Epoch));
        stamps.note(reading(0, Epoch));
        // Other sends sample the clocks every millisecond.
        for (qint64 t = Ms; t <= 100 * Ms; t += Ms)
            stamps.note(reading(t, t < stepAt ? Epoch : Epoch + step));
        const qint64 arrivedAt = 10 * Ms;
        const qint64 stamp = arrivedAt + (arrivedAt < stepAt ? Epoch : Epoch + step);
        const auto arrival = stamps.arrival(stamp, 0, 100 * Ms);
        QVERIFY(arrival.source != StampSource::User);
        QCOMPARE(arrival.monoNs, arrivedAt);
    }

    void arrival_implausibleStampIsTheReadTime()
    {
        StampConverter stamps;
        stamps.note(reading(0, Epoch));
        const auto arrival = stamps.arrival(Epoch + 900 * Ms, 0, 500 * Ms);
        QCOMPARE(arrival.source, StampSource::User);
        QCOMPARE(arrival.monoNs, 500 * Ms);
    }

    void arrival_staysWithinSendAndRead()
    {
        StampConverter stamps;
        stamps.note(reading(0, Epoch));
        QCOMPARE(stamps.arrival(Epoch - 2'000, 0, 500 * Ms).monoNs, 0);
        QCOMPARE(stamps.arrival(Epoch + 500 * Ms + 2'000, 0, 500 * Ms).monoNs, 500 * Ms);
    }

    void note_ignoresInterruptedReading()
    {
        StampConverter stamps;
        stamps.note(reading(0, Epoch));
        stamps.note({20 * Ms, 20 * Ms + Epoch + 9 * Ms, 18 * Ms}); // descheduled inside the bracket
        const auto arrival = stamps.arrival(Epoch + 25 * Ms, 0, 30 * Ms);
        QCOMPARE(arrival.source, StampSource::Kernel);
        QCOMPARE(arrival.monoNs, 25 * Ms);
    }

    void readClocks_isTight()
    {
        const ClockReading now = readClocks();
        QVERIFY(now.monoNs <= monotonicNs());
        QVERIFY(now.realNs <= realtimeNs());
        QVERIFY(now.widthNs >= 0);
    }
};

QTEST_GUILESS_MAIN(TestStampConverter)
#include "tst_stampconverter.moc"
