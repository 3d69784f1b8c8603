// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"
#include "historyfrom.h"
#include "summary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace plumb::test;

namespace {

SummaryRow rowOf(const QString &words)
{
    Line line;
    line.id = u"tyo-01"_s;
    line.name = u"Tokyo 01"_s;
    line.entry = {u"203.0.113.7"_s, 0};
    line.echo = Endpoint{u"198.51.100.9"_s, 9000};
    line.tags = {u"tokyo"_s, u"cn2"_s};
    ProbeSettings settings;
    settings.entryPort = 7000;
    Reason reason;
    reason.kind = Reason::Kind::Silent;
    reason.samples = 3;
    LineCounters counters;
    counters.duplicates = 1;
    counters.reordered = 2;
    counters.invalid = 3;
    counters.foreign = 4;
    counters.missed = 5;
    const LineHistory history = historyFrom(words);
    return summaryRow(line, settings, history, wholeRange(history), Verdict::Dead, reason, counters,
                      u"203.0.113.7"_s, u"sh-ct-01"_s);
}

} // namespace

class SummaryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columns_areThoseOfTheContract()
    {
        QCOMPARE(
            summaryColumns().join(u','),
            u"line_id,line,entry,echo,kind,tags,verdict,reason,from,to,sent,answered,late,lost,refused,"
            u"unsent,void,"
            "loss_pct,loss_low_pct,loss_high_pct,min_ms,mean_ms,median_ms,p95_ms,p99_ms,max_ms,stddev_ms,"
            "jitter_ms,"
            "longest_outage,lost_out,lost_back,longest_outage_s,duplicates,reordered,invalid,foreign,missed,"
            "address,station"_s);
        QCOMPARE(summaryCells(rowOf(u"10"_s)).size(), summaryColumns().size());
    }

    void row_holdsEveryFigure()
    {
        // Decided 4, of them 2 answered: loss 50 %, Wilson 15.00 % to 85.00 %; 20 and 30.5 ms: stddev 7.425,
        // jitter none (the pair is across lost probes); lost in a row 2 from 100 ms to 400 ms (one void
        // between).
        QCOMPARE(
            csvRecord(summaryCells(rowOf(u"20 x v r 30.5 u"_s))),
            QByteArray("tyo-01,Tokyo 01,203.0.113.7:7000,198.51.100.9:9000,echo,tokyo;cn2,dead,"
                       "cause=silent samples=3,2026-11-21T02:00:00.000000000Z,2026-11-21T02:00:00.400000000Z,"
                       "5,2,0,1,1,1,1,50.00,15.00,85.00,20.000,25.250,20.000,30.500,30.500,30.500,7.425,,"
                       "2,,,0.300,1,2,3,4,5,203.0.113.7,sh-ct-01\r\n"));
    }

    void row_leavesTheUnknownEmpty()
    {
        const QByteArray record = csvRecord(summaryCells(rowOf(u"u u"_s)));
        QVERIFY2(record.contains(",cause=silent samples=3,,,0,0,0,0,0,2,0,,,,,,,,,,,,,,,,1,2,3,4,5,"),
                 record.constData());
    }

    void noOutage_isZero()
    {
        const QList<Cell> cells = summaryCells(rowOf(u"20 21"_s));
        QCOMPARE(cells[summaryColumns().indexOf(u"longest_outage"_s)].toText(), u"0"_s);
        QCOMPARE(cells[summaryColumns().indexOf(u"longest_outage_s"_s)].toText(), u"0.000"_s);
    }

    void name_isTheIdWhereThereIsNone()
    {
        Line line;
        line.id = u"10.0.0.1:7"_s;
        line.entry = {u"10.0.0.1"_s, 7};
        const SummaryRow row = summaryRow(line, {}, LineHistory(), {}, Verdict::Pending, {}, {}, {}, {});
        QCOMPARE(row.line, u"10.0.0.1:7"_s);
        QVERIFY(row.echo.isEmpty());
    }

    void json_hasTheSameFigures()
    {
        const SummaryRow row = rowOf(u"20.123 x v r 30.5 u"_s);
        const QJsonObject json = summaryJson(row);
        QCOMPARE(json.size(), summaryColumns().size());
        QCOMPARE(json[u"mean_ms"_s].toDouble(), 25.312); // 25.3115
        QCOMPARE(json[u"sent"_s].toInt(), 5);
        QCOMPARE(json[u"tags"_s].toArray(), (QJsonArray{u"tokyo"_s, u"cn2"_s}));
        QVERIFY(json[u"jitter_ms"_s].isNull());
        QVERIFY(json[u"lost_out"_s].isNull());
        const QList<Cell> cells = summaryCells(row);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QJsonValue value = json[summaryColumns()[i]];
            if (value.isDouble())
                QCOMPARE(value.toDouble(), cells[i].toText().toDouble());
        }
    }

    void document_spansAllRows()
    {
        const auto documentOf = [](const QList<SummaryRow> &rows, const QString &station) {
            QByteArray text;
            writeSummaryDocument(rows, station, [&text](const QByteArray &piece) { text += piece; });
            return QJsonDocument::fromJson(text).object();
        };
        const QJsonObject document = documentOf({rowOf(u"u 10"_s), rowOf(u"10 x 10"_s)}, u"sh-ct-01"_s);
        QCOMPARE(document[u"plumbline"_s].toInt(), 1);
        QCOMPARE(document[u"station"_s].toString(), u"sh-ct-01"_s);
        QCOMPARE(document[u"from"_s].toString(), u"2026-11-21T02:00:00.000000000Z"_s);
        QCOMPARE(document[u"to"_s].toString(), u"2026-11-21T02:00:00.200000000Z"_s);
        QCOMPARE(document[u"lines"_s].toArray().size(), 2);
        QCOMPARE(documentOf({}, u"sh-ct-01"_s)[u"lines"_s], QJsonValue(QJsonArray()));
        QVERIFY(documentOf({rowOf(u"u"_s)}, {})[u"from"_s].isNull());
    }
};

QTEST_APPLESS_MAIN(SummaryTest)
#include "tst_summary.moc"
