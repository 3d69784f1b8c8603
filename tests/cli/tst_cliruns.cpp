// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <memory>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace plumb::test;

namespace {

QList<QStringList> rowsOf(const QByteArray &csv)
{
    QList<QStringList> rows;
    const QStringList lines = QString::fromUtf8(csv).split(u"\r\n"_s, Qt::SkipEmptyParts);
    for (const QString &line : lines)
        rows << line.split(u',');
    return rows;
}

mode_t kindOf(const QString &path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & S_IFMT : 0;
}

void interrupt(const QProcess &process) { ::kill(static_cast<pid_t>(process.processId()), SIGINT); }

} // namespace

//! Sweeps and watches of the real program against real sockets on loopback.
class CliRunsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString list(const QByteArray &bytes) const
    {
        create(path(u"lines.csv"_s), bytes);
        return path(u"lines.csv"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void sweepOfAnsweringLines_isExit0()
    {
        ReflectProcess reflector(16, {u"--delay"_s, u"5"_s});
        QVERIFY(reflector.isReady());
        const QString summary = path(u"summary.csv"_s), samples = path(u"samples.csv"_s),
                      events = path(u"events.csv"_s);
        const Result result = run({u"sweep"_s, list(reflector.list()), u"--count"_s, u"20"_s, u"--interval"_s,
                                   u"50"_s, u"--station"_s, u"here"_s, u"--summary"_s, summary,
                                   u"--samples"_s, samples, u"--events"_s, events, u"--format"_s, u"json"_s});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QVERIFY2(result.err.contains(u"16 lines, 20 probes each, every 50 ms: 320 probes/s"_s),
                 qPrintable(result.err));

        const QJsonObject json = QJsonDocument::fromJson(result.out.toUtf8()).object();
        QCOMPARE(json[u"plumbline"_s].toInt(), 1);
        QCOMPARE(json[u"station"_s].toString(), u"here"_s);
        const QJsonArray lines = json[u"lines"_s].toArray();
        QCOMPARE(lines.size(), 16);
        for (const auto &value : lines) {
            const QJsonObject line = value.toObject();
            QCOMPARE(line[u"sent"_s].toInt(), 20);
            QCOMPARE(line[u"answered"_s].toInt() + line[u"void"_s].toInt(),
                     20); // void: this computer was too busy
            QCOMPARE(line[u"verdict"_s].toString(), u"ok"_s);
            QVERIFY(line[u"median_ms"_s].toDouble() >= 5);
        }

        const QList<QStringList> summaryRows = rowsOf(contents(summary));
        QCOMPARE(summaryRows.size(), 17);
        QCOMPARE(summaryRows[1][1], u"line 1"_s); // in the order of the list
        QCOMPARE(summaryRows[16][1], u"line 16"_s);

        const QList<QStringList> sampleRows = rowsOf(contents(samples));
        QCOMPARE(sampleRows.size(), 1 + 16 * 20);
        QSet<QString> firstRound;
        for (qsizetype i = 1; i < sampleRows.size(); ++i) {
            QCOMPARE(sampleRows[i].size(), sampleRows[0].size());
            if (i > 1)
                QVERIFY(sampleRows[i - 1][0] <= sampleRows[i][0]); // in sending order
            if (i <= 16)
                firstRound << sampleRows[i][1];
            QVERIFY(sampleRows[i][7] == u"answered"_s || sampleRows[i][7] == u"void"_s);
        }
        QCOMPARE(firstRound.size(), 16); // one probe per line per round
        QCOMPARE(rowsOf(contents(events)).size(), 1);
    }

    void table_hasProblemsFirstAndTotals()
    {
        ReflectProcess reflector(2);
        QVERIFY(reflector.isReady());
        const Result result = run({u"sweep"_s, list(reflector.list() + "closed,127.0.0.1:9\n"), u"--count"_s,
                                   u"20"_s, u"--interval"_s, u"20"_s});
        QCOMPARE(result.code, 1);
        const QStringList lines = result.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QVERIFY2(lines[1].startsWith(u"dead"_s) && lines[1].contains(u"closed"_s), qPrintable(result.out));
        QVERIFY2(
            lines[4].startsWith(u"3 lines: 1 dead, 0 critical, 0 warning, 0 suspect, 2 ok · 60 probes, "_s),
            qPrintable(lines[4]));
    }

    void lossyLines_areExit1()
    {
        ReflectProcess reflector(4, {u"--loss"_s, u"70"_s});
        QVERIFY(reflector.isReady());
        const Result result =
            run({u"sweep"_s, list(reflector.list()), u"--count"_s, u"60"_s, u"--interval"_s, u"20"_s,
                 u"--timeout"_s, u"200"_s, u"--late"_s, u"300"_s, u"--format"_s, u"csv"_s});
        QVERIFY2(result.code == 1, qPrintable(result.err));
        const QList<QStringList> rows = rowsOf(result.out.toUtf8());
        QCOMPARE(rows.size(), 5);
        for (const QStringList &row : rows.mid(1)) {
            QCOMPARE(row[6], u"critical"_s);
            QVERIFY(row[7].startsWith(u"metric=loss value="_s));
            QCOMPARE(row[10], u"60"_s);
        }
    }

    void closedPorts_areRefusedAndDead()
    {
        const Result result = run({u"sweep"_s, list("127.0.0.1:9\n127.0.0.1:11\n"), u"--count"_s, u"20"_s,
                                   u"--interval"_s, u"20"_s, u"--format"_s, u"csv"_s});
        QCOMPARE(result.code, 1);
        const QList<QStringList> rows = rowsOf(result.out.toUtf8());
        QCOMPARE(rows.size(), 3);
        for (const QStringList &row : rows.mid(1)) {
            QCOMPARE(row[6], u"dead"_s);
            QCOMPARE(row[14].toInt() + row[16].toInt(), 20); // refused, void
            QVERIFY(row[14].toInt() >= 10);
            QCOMPARE(row[13], u"0"_s); // lost
        }
    }

    void silentLines_lengthenTheRunByThreeSecondsAtMost()
    {
        QByteArray lines = "entry\n";
        std::vector<std::unique_ptr<CountingPeer>> peers;
        for (int i = 0; i < 20; ++i) {
            peers.push_back(std::make_unique<CountingPeer>(false));
            lines += "127.0.0.1:" + QByteArray::number(peers.back()->port()) + '\n';
        }
        QElapsedTimer elapsed;
        elapsed.start();
        const Result result = run({u"sweep"_s, list(lines), u"--count"_s, u"20"_s, u"--interval"_s, u"25"_s,
                                   u"--format"_s, u"csv"_s});
        QCOMPARE(result.code, 1);
        QVERIFY2(elapsed.elapsed() < 500 + 3000 + 3000, qPrintable(QString::number(elapsed.elapsed())));
        const QList<QStringList> rows = rowsOf(result.out.toUtf8());
        QCOMPARE(rows.size(), 21);
        for (const QStringList &row : rows.mid(1)) {
            QCOMPARE(row[6], u"dead"_s);
            QCOMPARE(row[13].toInt() + row[16].toInt(), 20); // lost, void
        }
    }

    void unresolvableName_isExit3AndNamed()
    {
        ReflectProcess reflector(1);
        QVERIFY(reflector.isReady());
        const Result result = run({u"sweep"_s, list(reflector.list() + "lost one,nowhere.invalid:7\n"),
                                   u"--count"_s, u"20"_s, u"--interval"_s, u"20"_s, u"--format"_s, u"csv"_s});
        QCOMPARE(result.code, 3);
        QVERIFY2(result.err.contains(u"plumbline: 1 of 2 lines could not be judged: lost one ("_s),
                 qPrintable(result.err));
        const QList<QStringList> rows = rowsOf(result.out.toUtf8());
        QCOMPARE(rows[1][6], u"ok"_s);
        QCOMPARE(rows[2][6], u"pending"_s);
        QCOMPARE(rows[2][10], u"0"_s);  // sent
        QCOMPARE(rows[2][15], u"20"_s); // unsent
    }

    void interruptedSweep_writesWholeReports()
    {
        CountingPeer peer(true);
        const QString summary = path(u"summary.csv"_s), samples = path(u"samples.csv"_s);
        const auto process = start({u"sweep"_s, list(peer.list()), u"--count"_s, u"10000"_s, u"--interval"_s,
                                    u"20"_s, u"--summary"_s, summary, u"--samples"_s, samples, u"--quiet"_s});
        QTRY_VERIFY_WITH_TIMEOUT(peer.received() >= 20, 20'000);
        QVERIFY(!QFile::exists(summary));
        interrupt(*process);
        const Result result = finish(*process, 10'000);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(result.out, QString());
        QCOMPARE(result.err, QString());
        const QList<QStringList> rows = rowsOf(contents(summary));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1][10].toInt(), peer.received());
        QCOMPARE(rowsOf(contents(samples)).size(), 1 + peer.received());
    }

    void secondInterrupt_endsAtOnce()
    {
        CountingPeer silent(false);
        const QString summary = path(u"summary.csv"_s);
        const auto process = start({u"watch"_s, list(silent.list()), u"--interval"_s, u"20"_s, u"--timeout"_s,
                                    u"60000"_s, u"--summary"_s, summary});
        QTRY_VERIFY_WITH_TIMEOUT(silent.received() >= 10, 20'000);
        interrupt(*process);
        QByteArray said; // signals of one number do not queue: the first must have been seen
        QTRY_VERIFY_WITH_TIMEOUT((said += process->readAllStandardError()).contains("stopping: "), 20'000);
        const int received = silent.received();
        interrupt(*process);
        const Result result = finish(*process, 10'000);
        QCOMPARE(result.code, 3); // nothing was decided: the line could not be judged
        QVERIFY(silent.received() <= received + 5);
        const QList<QStringList> rows = rowsOf(contents(summary));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1][10], u"0"_s); // open probes count nowhere
    }

    void watch_growsItsPartsAndRenamesThem()
    {
        CountingPeer peer(true);
        const QString samples = path(u"samples.csv"_s), events = path(u"events.csv"_s),
                      bins = path(u"bins.csv"_s);
        const auto process = start({u"watch"_s, list(peer.list()), u"--interval"_s, u"20"_s, u"--timeout"_s,
                                    u"100"_s, u"--late"_s, u"100"_s, u"--samples"_s, samples, u"--events"_s,
                                    events, u"--intervals"_s, bins, u"--bin"_s, u"1"_s, u"--bom"_s});
        QTRY_VERIFY_WITH_TIMEOUT(QFile(QString(samples + u".part"_s)).size() > 2000, 20'000);
        QVERIFY(QFile::exists(QString(events + u".part"_s)));
        QVERIFY(!QFile::exists(samples));
        interrupt(*process);
        const Result result = finish(*process, 10'000);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        for (const QString &file : {samples, events, bins}) {
            QVERIFY(!QFile::exists(QString(file + u".part"_s)));
            QVERIFY(contents(file).startsWith("\xEF\xBB\xBF"));
        }
        QCOMPARE(rowsOf(contents(samples)).size(), 1 + peer.received());
        int inBins = 0;
        const QList<QStringList> binRows = rowsOf(contents(bins)).mid(1);
        for (const QStringList &row : binRows)
            inBins += row[4].toInt();
        QCOMPARE(inBins, peer.received());
    }

    void watch_endsByItself()
    {
        CountingPeer peer(true);
        const auto process = start({u"watch"_s, list(peer.list()), u"--interval"_s, u"20"_s, u"--duration"_s,
                                    u"1"_s, u"--format"_s, u"json"_s});
        const Result result = finish(*process, 20'000);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        const QStringList lines = result.out.split(u'\n', Qt::SkipEmptyParts);
        const QJsonObject last = QJsonDocument::fromJson(lines.last().toUtf8()).object();
        QCOMPARE(last[u"lines"_s].toArray()[0].toObject()[u"sent"_s].toInt(), peer.received());
        QVERIFY2(peer.received() >= 10 && peer.received() <= 60,
                 qPrintable(QString::number(peer.received())));
    }

    void watchOfADeadLine_printsTheChange()
    {
        // A rule, because a line is dead only after 10 s: three losses in a row are critical at once.
        const auto process = start({u"watch"_s, list("name,entry\ndead one,127.0.0.1:9\n"), u"--interval"_s,
                                    u"50"_s, u"--rule"_s, u"outage>2"_s, u"--duration"_s, u"2"_s});
        const Result result = finish(*process, 20'000);
        QCOMPARE(result.code, 1);
        const QStringList lines = result.out.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.first().contains(u"  dead one: critical: 3 lost in a row (limit 2); since "_s),
                 qPrintable(result.out));
        QVERIFY2(lines.last().startsWith(u"1 line: 0 dead, 1 critical"_s), qPrintable(result.out));
    }

    void deviceAndFifo_areStreamedToAndStay()
    {
        ReflectProcess reflector(2);
        QVERIFY(reflector.isReady());
        const QString fifo = path(u"fifo"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        QByteArray got;
        const std::unique_ptr<QThread> reader(QThread::create([&] { got = contents(fifo); }));
        reader->start();
        const Result result =
            run({u"sweep"_s, list(reflector.list()), u"--count"_s, u"20"_s, u"--interval"_s, u"20"_s,
                 u"--samples"_s, u"/dev/null"_s, u"--summary"_s, fifo, u"--quiet"_s});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QVERIFY(reader->wait(10'000));
        QCOMPARE(rowsOf(got).size(), 3);
        QCOMPARE(kindOf(fifo), mode_t(S_IFIFO));
        QCOMPARE(kindOf(u"/dev/null"_s), mode_t(S_IFCHR));
    }

    void fullDevice_isExit3EvenWhenLinesAreFlagged()
    {
        const Result result = run({u"sweep"_s, list("127.0.0.1:9\n"), u"--count"_s, u"20"_s, u"--interval"_s,
                                   u"20"_s, u"--summary"_s, u"/dev/full"_s, u"--quiet"_s});
        QCOMPARE(result.code, 3);
        QVERIFY2(result.errorLines().size() == 1, qPrintable(result.err));
        QVERIFY(result.err.startsWith(u"plumbline: /dev/full: cannot be written: "_s));
    }

    void listOnStandardInput_andSelection()
    {
        ReflectProcess reflector(3);
        QVERIFY(reflector.isReady());
        const Result result = run({u"sweep"_s, u"-"_s, u"--count"_s, u"20"_s, u"--interval"_s, u"20"_s,
                                   u"--except"_s, u"name:\"line 2\""_s, u"--format"_s, u"csv"_s},
                                  reflector.list());
        QVERIFY2(result.code == 0, qPrintable(result.err));
        const QList<QStringList> rows = rowsOf(result.out.toUtf8());
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1][1], u"line 1"_s);
        QCOMPARE(rows[2][1], u"line 3"_s);
    }

    void cap_isToldBeforeTheStart()
    {
        ReflectProcess reflector(4);
        QVERIFY(reflector.isReady());
        const Result result = run({u"sweep"_s, list(reflector.list()), u"--count"_s, u"5"_s, u"--interval"_s,
                                   u"20"_s, u"--max-pps"_s, u"100"_s, u"--rule"_s, u"loss>30"_s});
        QVERIFY2(result.err.contains(u"200 probes/s in all are more than the cap of 100: "_s),
                 qPrintable(result.err));
        QVERIFY2(result.err.contains(u"4 lines, 5 probes each: 100 probes/s"_s), qPrintable(result.err));
    }

    void demo_isSweptWithoutADisplay()
    {
        const Result result = run({u"sweep"_s, u"--demo"_s, u"--count"_s, u"20"_s, u"--interval"_s, u"50"_s,
                                   u"--format"_s, u"csv"_s});
        QVERIFY2(result.code == 1, qPrintable(result.err));
        const QList<QStringList> rows = rowsOf(result.out.toUtf8());
        QCOMPARE(rows.size(), 1 + 24);
        QSet<QString> verdicts;
        for (const QStringList &row : rows.mid(1))
            verdicts << row[6];
        QVERIFY(verdicts.contains(u"dead"_s) && verdicts.contains(u"ok"_s));
    }

    void watchWhoseReaderLeft_ends()
    {
        CountingPeer peer(true);
        QProcess process;
        process.setProcessEnvironment(plainEnvironment());
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(PLUMBLINE_PROGRAM),
                      {u"watch"_s, list(peer.list()), u"--interval"_s, u"20"_s, u"--format"_s, u"csv"_s});
        const Result result = finish(process, 20'000);
        QCOMPARE(result.code, 3);
        QVERIFY2(result.err.contains(u"plumbline: standard output: cannot be written: "_s),
                 qPrintable(result.err));
    }

    void window_closesInOrderOnSigterm()
    {
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_dir->path());
        const auto process = start({u"demo"_s}, environment);
        const QString status = u"/proc/%1/status"_s.arg(process->processId());
        const auto catchesSigterm = [&status] {
            const QByteArray text = contents(status);
            const qsizetype at = text.indexOf("SigCgt:");
            return at >= 0 &&
                   (text.mid(at + 7, 18).trimmed().toULongLong(nullptr, 16) >> (SIGTERM - 1) & 1) != 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(catchesSigterm(), 20'000);
        process->terminate();
        const Result result = finish(*process, 20'000);
        QVERIFY2(result.code == 0, qPrintable(result.err));
    }

    void reflector_tellsItsTotals()
    {
        ReflectProcess reflector(1);
        QVERIFY(reflector.isReady());
        QUdpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(reflector.first()));
        QVERIFY(socket.waitForConnected());
        QCOMPARE(socket.write("hello"), 5);
        QTRY_VERIFY_WITH_TIMEOUT(socket.hasPendingDatagrams(), 10'000);
        interrupt(reflector.process());
        const Result result = finish(reflector.process(), 10'000);
        QCOMPARE(result.code, 0);
        QCOMPARE(result.out, u"1 received, 1 answered, 0 dropped\n"_s);
    }
};

QTEST_GUILESS_MAIN(CliRunsTest)
#include "tst_cliruns.moc"
