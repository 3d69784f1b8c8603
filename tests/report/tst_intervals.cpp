// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfrom.h"
#include "intervals.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace plumb::test;

class IntervalsTest : public QObject
{
    Q_OBJECT

    QByteArray m_rows;
    IntervalBins bins(int seconds)
    {
        m_rows.clear();
        const LineNames one{u"a"_s, u"A"_s, {}, {}, u"here"_s}, two{u"b"_s, u"B"_s, {}, {}, u"here"_s};
        return IntervalBins(seconds, {{1, one}, {2, two}},
                            [this](const QList<Cell> &row) { m_rows += csvRecord(row); });
    }
    static Sample sample(LineKey line, double atSeconds, const QString &word)
    {
        Sample made = sampleFrom(word, 0);
        made.line = line;
        made.sentUs = StartUs + static_cast<qint64>(atSeconds * 1e6);
        return made;
    }

private Q_SLOTS:
    void columns_areThoseOfTheContract()
    {
        QCOMPARE(intervalColumns().join(u','), u"start,end,line_id,line,sent,answered,late,lost,refused,"
                                               u"unsent,void,loss_pct,min_ms,mean_ms,median_ms,"
                                               "p95_ms,max_ms,jitter_ms,station"_s);
    }

    void bins_areAlignedToTheEpochAndEmptyOnesLeftOut()
    {
        IntervalBins made = bins(60);
        made.add(sample(2, 59, u"10"_s));
        made.add(sample(1, 59.5, u"20"_s));
        made.add(sample(2, 59.9, u"x"_s));
        made.add(sample(1, 60, u"30"_s));
        made.add(sample(1, 200, u"u"_s));
        made.finish();
        QCOMPARE(m_rows,
                 QByteArray(
                     "2026-11-21T02:00:00.000000000Z,2026-11-21T02:01:00.000000000Z,a,A,1,1,0,0,0,0,0,0.00,"
                     "20.000,20.000,20.000,20.000,20.000,,here\r\n"
                     "2026-11-21T02:00:00.000000000Z,2026-11-21T02:01:00.000000000Z,b,B,2,1,0,1,0,0,0,50.00,"
                     "10.000,10.000,10.000,10.000,10.000,,here\r\n"
                     "2026-11-21T02:01:00.000000000Z,2026-11-21T02:02:00.000000000Z,a,A,1,1,0,0,0,0,0,0.00,"
                     "30.000,30.000,30.000,30.000,30.000,,here\r\n"
                     "2026-11-21T02:03:00.000000000Z,2026-11-21T02:04:00.000000000Z,a,A,0,0,0,0,0,1,0,,,,,,,,"
                     "here\r\n"));
    }

    void bins_keepTheDefinitionsOfTheSummary()
    {
        IntervalBins made = bins(1);
        const QStringList words{u"10"_s, u"12"_s, u"x"_s, u"90"_s, u"v"_s, u"93"_s};
        for (int i = 0; i < words.size(); ++i)
            made.add(sample(1, 0.1 * i, words[i]));
        made.finish();
        QVERIFY2(m_rows.contains(",6,4,0,1,0,0,1,20.00,10.000,51.250,12.000,93.000,93.000,2.500,here"),
                 m_rows.constData());
    }
};

QTEST_APPLESS_MAIN(IntervalsTest)
#include "tst_intervals.moc"
