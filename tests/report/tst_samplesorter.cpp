// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfrom.h"
#include "samplesorter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace plumb::test;

namespace {

Sample sample(LineKey line, quint32 seq, qint64 sentUs, Fate fate = Fate::Answered)
{
    Sample made;
    made.line = line;
    made.seq = seq;
    made.sentUs = sentUs;
    made.fate = fate;
    return made;
}

} // namespace

class SampleSorterTest : public QObject
{
    Q_OBJECT

    QStringList m_rows;
    SampleSorter sorter(const QList<LineKey> &lines)
    {
        m_rows.clear();
        return SampleSorter(lines, [this](const Sample &s) {
            m_rows << u"%1/%2 %3"_s.arg(s.line).arg(s.seq).arg(QString(name(s.fate)));
        });
    }

private Q_SLOTS:
    void rows_comeInSendingOrder()
    {
        SampleSorter order = sorter({8, 5});
        order.add(sample(5, 1, 300), 0);
        order.add(sample(5, 0, 100), 0);
        order.add(sample(8, 0, 100), 0); // the same moment: line 8 comes first in the profile
        order.add(sample(8, 1, 200), 0);
        order.finish();
        QCOMPARE(m_rows,
                 (QStringList{u"8/0 answered"_s, u"5/0 answered"_s, u"8/1 answered"_s, u"5/1 answered"_s}));
        QCOMPARE(order.held(), size_t(0));
    }

    void amendedSample_appearsOnceWithItsFinalFate()
    {
        SampleSorter order = sorter({1});
        order.setHoldUs(1000);
        order.add(sample(1, 0, 100, Fate::Lost), 200);
        order.add(sample(1, 1, 150), 200);
        order.release(500);
        QVERIFY(m_rows.isEmpty());
        order.add(sample(1, 0, 100, Fate::Late), 600);
        order.finish();
        QCOMPARE(m_rows, (QStringList{u"1/0 late"_s, u"1/1 answered"_s}));
    }

    void rows_areHandedOnWhenTheyAreFinal()
    {
        SampleSorter order = sorter({1});
        order.setHoldUs(1000);
        order.add(sample(1, 0, 5000, Fate::Lost), 100);
        order.add(sample(1, 1, 5500), 600);
        order.add(sample(1, 0, 5000, Fate::Late), 900); // amended: that prolongs nothing
        order.release(1099);
        QVERIFY(m_rows.isEmpty());
        order.release(1100);
        QCOMPARE(m_rows, QStringList{u"1/0 late"_s});
        order.release(1600);
        QCOMPARE(m_rows.size(), 2);
    }

    void wallClockStep_handsOnNothingEarly()
    {
        SampleSorter order = sorter({1});
        order.setHoldUs(1000);
        order.add(sample(1, 0, 5000), 100);
        order.add(sample(1, 1, 4000), 300); // set back
        order.release(1200);
        QVERIFY(m_rows.isEmpty()); // the one of 4000 is the younger one
        order.finish();
        QCOMPARE(m_rows.size(), 2);
    }
};

QTEST_APPLESS_MAIN(SampleSorterTest)
#include "tst_samplesorter.moc"
