// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"
#include "historyfrom.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace plumb::test;

namespace {

const LineNames Names{u"tyo-01"_s, u"Tokyo 01"_s, u"203.0.113.7:7000"_s, u"198.51.100.9:7000"_s,
                      u"sh-ct-01"_s};

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cells_areQuotedAndGuarded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << u"Tokyo 01"_s << QByteArray("Tokyo 01");
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
        QTest::newRow("quote") << u"5\" pipe"_s << QByteArray("\"5\"\" pipe\"");
        QTest::newRow("line feed") << u"a\nb"_s << QByteArray("\"a\nb\"");
        QTest::newRow("carriage return inside") << u"a\rb"_s << QByteArray("\"a\rb\"");
        QTest::newRow("semicolon needs nothing") << u"a;b"_s << QByteArray("a;b");
        QTest::newRow("formula =") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("formula +") << u"+1"_s << QByteArray("'+1");
        QTest::newRow("formula -, even where it reads as a number") << u"-5"_s << QByteArray("'-5");
        QTest::newRow("formula @") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << u"\tx"_s << QByteArray("'\tx");
        QTest::newRow("carriage return in front") << u"\rx"_s << QByteArray("\"'\rx\"");
        QTest::newRow("formula with a comma") << u"=A1,2"_s << QByteArray("\"'=A1,2\"");
        QTest::newRow("UTF-8") << u"东京"_s << QByteArray("\xE4\xB8\x9C\xE4\xBA\xAC");
        QTest::newRow("empty") << QString() << QByteArray();
    }
    void cells_areQuotedAndGuarded()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(csvRecord(QList<Cell>{Cell::text(text), Cell::count(1)}), QByteArray(expected + ",1\r\n"));
    }

    void numbers_areLeftAlone()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const QByteArray record = csvRecord(QList<Cell>{Cell(), Cell::ms(-0.0125), Cell::percent(12345.678),
                                                        Cell::count(-7), Cell::number({}, 3)});
        QLocale::setDefault(QLocale::c());
        QCOMPARE(record, QByteArray(",-0.013,12345.68,-7,\r\n"));
    }

    void lists_areJoinedWithSemicolons()
    {
        QCOMPARE(csvRecord(QList<Cell>{Cell::list({u"tokyo"_s, u"cn2"_s}), Cell::list({})}),
                 QByteArray("tokyo;cn2,\r\n"));
        QCOMPARE(csvRecord(QList<Cell>{Cell::list({u"=x"_s, u"y"_s})}), QByteArray("'=x;y\r\n"));
    }

    void header_isARecord() { QCOMPARE(csvRecord(QStringList{u"a"_s, u"b"_s}), QByteArray("a,b\r\n")); }

    void times_haveNineDigits_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("text");
        QTest::newRow("microseconds") << qint64(1'795'227'161'123'456) << u"2026-11-21T02:12:41.123456000Z"_s;
        QTest::newRow("leading zeros")
            << qint64(1'795'227'161'000'007) << u"2026-11-21T02:12:41.000007000Z"_s;
        QTest::newRow("the epoch") << qint64(0) << u"1970-01-01T00:00:00.000000000Z"_s;
        QTest::newRow("before it") << qint64(-1) << u"1969-12-31T23:59:59.999999000Z"_s;
    }
    void times_haveNineDigits()
    {
        QFETCH(qint64, us);
        QTEST(isoTime(us), "text");
    }

    void sampleRows_haveTheColumnsOfTheContract()
    {
        QCOMPARE(
            sampleColumns().join(u','),
            u"time,line_id,line,entry,echo,flow_port,seq,fate,rtt_ms,out_ms,back_ms,detail,address,stamp,station"_s);
        Sample sample = sampleFrom(u"20.5"_s, 3);
        sample.flowPort = 40'112;
        sample.address = TextId::of(u"203.0.113.7"_s);
        sample.stamp = StampSource::Kernel;
        QCOMPARE(
            csvRecord(sampleCells(sample, Names)),
            QByteArray(
                "2026-11-21T02:00:00.300000000Z,tyo-01,Tokyo 01,203.0.113.7:7000,198.51.100.9:7000,40112,3,"
                "answered,20.500,,,,203.0.113.7,kernel,sh-ct-01\r\n"));
    }

    void sampleRows_leaveTheUnknownEmpty()
    {
        Sample sample = sampleFrom(u"u"_s, 0);
        sample.detail = TextId::of(u"name not found"_s);
        QCOMPARE(
            csvRecord(sampleCells(sample, {u"a"_s, u"a"_s, u"no.example:7"_s, {}, u"here"_s})),
            QByteArray(
                "2026-11-21T02:00:00.000000000Z,a,a,no.example:7,,,0,unsent,,,,name not found,,,here\r\n"));
    }

    void eventRows_tellTheEvidence()
    {
        QCOMPARE(eventColumns().join(u','),
                 u"time,line_id,line,event,verdict,metric,value,threshold,samples,detail,began,station"_s);
        Event event;
        event.timeUs = StartUs;
        event.kind = Event::Kind::Raised;
        event.verdict = Verdict::Critical;
        event.beganUs = StartUs - 1'000'000;
        event.reason.kind = Reason::Kind::Rule;
        event.reason.value = 44;
        event.reason.threshold = 30;
        event.reason.samples = 100;
        event.reason.lost = 44;
        event.reason.bound = 35.99;
        QCOMPARE(
            csvRecord(eventCells(event, Names)),
            QByteArray("2026-11-21T02:00:00.000000000Z,tyo-01,Tokyo 01,raised,critical,loss,44.00,30.00,100,"
                       "metric=loss value=44.00 threshold=30 samples=100 lost=44 bound=35.99,"
                       "2026-11-21T01:59:59.000000000Z,sh-ct-01\r\n"));
        event.reason.metric = Metric::Mean;
        event.reason.value = 352.1;
        event.reason.bound = -1;
        event.reason.threshold = 300;
        QVERIFY(csvRecord(eventCells(event, Names)).contains(",mean,352.100,300.000,100,"));
        event.reason.metric = Metric::Outage;
        QVERIFY(csvRecord(eventCells(event, Names)).contains(",outage,352,300,100,"));
    }

    void eventRows_ofNotesHaveNoVerdict()
    {
        Event event;
        event.timeUs = StartUs;
        event.kind = Event::Kind::Note;
        event.text = u"backbone switch"_s;
        QCOMPARE(csvRecord(eventCells(event, {{}, {}, {}, {}, u"here"_s})),
                 QByteArray("2026-11-21T02:00:00.000000000Z,,,note,,,,,,backbone switch,,here\r\n"));
    }

    void eventJson_hasNumbersAndNulls()
    {
        Event event;
        event.timeUs = StartUs;
        event.kind = Event::Kind::Raised;
        event.verdict = Verdict::Dead;
        event.reason.kind = Reason::Kind::Silent;
        event.reason.samples = 15;
        const QJsonObject json = eventJson(event, Names);
        QCOMPARE(json.keys().size(), eventColumns().size());
        QCOMPARE(json[u"event"_s].toString(), u"raised"_s);
        QCOMPARE(json[u"samples"_s].toInt(), 15);
        QVERIFY(json[u"value"_s].isNull());
        QVERIFY(json[u"began"_s].isNull());
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
