// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfrom.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace plumb::test;

class LineHistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsNothing_whenNew()
    {
        const LineHistory history;
        QVERIFY(history.isEmpty());
        QCOMPARE(history.endSeq(), 0U);
        QCOMPARE(history.settledEnd(), 0U);
        QVERIFY(!history.last());
    }

    void settledPrefix_endsAtTheOldestOpenProbe()
    {
        LineHistory history;
        history.put(sampleFrom(u"20"_s, 0));
        history.put(sampleFrom(u"21"_s, 2)); // overtook probe 1, which still waits
        history.put(sampleFrom(u"22"_s, 3));
        QCOMPARE(history.endSeq(), 4U);
        QCOMPARE(history.settledEnd(), 1U);
        QCOMPARE(history.at(1).fate, Fate::Open);
        QCOMPARE(history.last()->seq, 3U);

        history.put(sampleFrom(u"x"_s, 1));
        QCOMPARE(history.settledEnd(), 4U);
    }

    void settledPrefix_isEmptyWhileTheFirstProbeIsOpen()
    {
        LineHistory history;
        history.put(sampleFrom(u"20"_s, 5));
        QCOMPARE(history.settledEnd(), 0U);
        QCOMPARE(history.endSeq(), 6U);
    }

    void put_amendsInPlace()
    {
        LineHistory history = historyFrom(u"20 x 22"_s);
        const quint64 version = history.version();
        history.put(sampleFrom(u"l"_s, 1));
        QCOMPARE(history.at(1).fate, Fate::Late);
        QCOMPARE(history.at(1).rttUs, 2'500'000);
        QCOMPARE(history.settledEnd(), 3U);
        QVERIFY(history.version() > version);
    }

    void firstChangedSince_isAtOrBeforeEachChange()
    {
        LineHistory history(1000);
        QCOMPARE(history.firstChangedSince(0), 0U);
        for (quint32 seq = 0; seq < 900; ++seq)
            history.put(sampleFrom(u"20"_s, seq));
        QCOMPARE(history.firstChangedSince(0), 0U);
        for (const quint32 seq : {899U, 500U, 0U}) {
            const quint64 version = history.version();
            QCOMPARE(history.firstChangedSince(version), history.endSeq());
            history.put(sampleFrom(u"x"_s, seq));
            QCOMPARE_LE(history.firstChangedSince(version), seq);
            QCOMPARE_GT(history.firstChangedSince(version) + 64, seq);
        }
        for (quint32 seq = 900; seq < 5000; ++seq) { // out of the ring at the other end
            const quint64 version = history.version();
            history.put(sampleFrom(u"20"_s, seq));
            QCOMPARE_LE(history.firstChangedSince(version), seq);
            QCOMPARE_GT(history.firstChangedSince(version) + 64, seq);
            QCOMPARE_GE(history.firstChangedSince(version), history.firstSeq());
        }
        const quint64 version = history.version();
        history.put(sampleFrom(u"20"_s, 90'000)); // nothing old stays
        QCOMPARE(history.firstChangedSince(version), 90'000U);
    }

    void version_isOfOneHistoryOnly()
    {
        LineHistory one, other;
        one.put(sampleFrom(u"20"_s, 0));
        other.put(sampleFrom(u"x"_s, 0));
        QVERIFY(one.version() != other.version());
    }

    void capacity_dropsTheOldest()
    {
        LineHistory history(3);
        for (quint32 seq = 0; seq < 5; ++seq)
            history.put(sampleFrom(u"20"_s, seq));
        QCOMPARE(history.firstSeq(), 2U);
        QCOMPARE(history.endSeq(), 5U);
        QCOMPARE(history.settledEnd(), 5U);

        history.put(sampleFrom(u"l"_s, 1)); // amends what has left
        QCOMPARE(history.firstSeq(), 2U);
        QCOMPARE(history.endSeq(), 5U);
    }

    void capacity_dropsAnOpenProbeToo()
    {
        LineHistory history(3);
        history.put(sampleFrom(u"20"_s, 0));
        for (quint32 seq = 2; seq < 6; ++seq) // probe 1 never settles
            history.put(sampleFrom(u"20"_s, seq));
        QCOMPARE(history.firstSeq(), 3U);
        QCOMPARE(history.settledEnd(), 6U);
    }

    void put_startsAfresh_whenNothingOldWouldStay()
    {
        LineHistory history(3);
        history.put(sampleFrom(u"20"_s, 0));
        history.put(sampleFrom(u"20"_s, 1'000'000'000));
        QCOMPARE(history.firstSeq(), 1'000'000'000U);
        QCOMPARE(history.settledEnd(), 1'000'000'001U);
    }

    void lowerBound_findsByTimeOfSending()
    {
        const LineHistory history = historyFrom(u"20 21 22 -"_s);
        QCOMPARE(history.lowerBound(StartUs), 0U);
        QCOMPARE(history.lowerBound(StartUs + 1), 1U);
        QCOMPARE(history.lowerBound(StartUs + 2 * StepUs), 2U);
        QCOMPARE(history.lowerBound(StartUs + 9 * StepUs), 3U); // never beyond the settled prefix
    }
};

QTEST_APPLESS_MAIN(LineHistoryTest)
#include "tst_linehistory.moc"
