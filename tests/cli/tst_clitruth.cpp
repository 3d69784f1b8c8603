// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkDatagram>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>

#include <csignal>
#include <map>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace plumb::test;

namespace {

void signal(const QProcess &process, int number)
{
    const auto pid = static_cast<pid_t>(process.processId());
    if (pid > 0) // 0 would be this process and all its children
        ::kill(pid, number);
}

//! Rows of a CSV file by column name.
QList<std::map<QString, QString>> rowsOf(const QString &path)
{
    QList<std::map<QString, QString>> rows;
    const QStringList lines = QString::fromUtf8(contents(path)).split(u"\r\n"_s, Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).split(u',');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].split(u',');
        std::map<QString, QString> row;
        for (qsizetype cell = 0; cell < names.size(); ++cell)
            row[names[cell]] = cells.value(cell);
        rows.append(row);
    }
    return rows;
}

QJsonArray linesOf(const Result &result)
{
    return QJsonDocument::fromJson(result.out.toUtf8()).object()[u"lines"_s].toArray();
}

} // namespace

//! That what the program says of lines is about the lines, whatever this computer does meanwhile.
class CliTruthTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void stoppedProgram_losesNoProbeAndSendsNoBurst()
    {
        constexpr int StopMs = 5'000, IntervalMs = 50, Lines = 8;
        ReflectProcess reflector(Lines, {u"--delay"_s, u"20"_s});
        QVERIFY(reflector.isReady());
        create(path(u"lines.csv"_s), reflector.list());
        const auto process = start(
            {u"watch"_s, path(u"lines.csv"_s), u"--interval"_s, QString::number(IntervalMs), u"--summary"_s,
             path(u"summary.csv"_s), u"--samples"_s, path(u"samples.csv"_s), u"--events"_s,
             path(u"events.csv"_s), u"--timeout"_s, u"500"_s, u"--late"_s, u"500"_s, u"--quiet"_s});
        // What can not be amended any more is written each second: the run goes on while it grows.
        const auto written = [this] { return rowsOf(path(u"samples.csv.part"_s)).size(); };
        QTRY_VERIFY_WITH_TIMEOUT(written() > 20 * Lines, 30'000);
        signal(*process, SIGSTOP);
        QTest::qWait(StopMs); // how long the program is stopped is what is tested
        const qsizetype writtenBefore = written();
        signal(*process, SIGCONT);
        QTRY_VERIFY_WITH_TIMEOUT(written() > writtenBefore + 20 * Lines, 30'000);
        signal(*process, SIGINT);
        const Result result = finish(*process);
        QVERIFY2(result.code == 0, qPrintable(result.err));

        std::map<QString, QDateTime> last;
        bool openAtTheStop = false;
        const auto samples = rowsOf(path(u"samples.csv"_s));
        QVERIFY(samples.size() > Lines * 20);
        for (const auto &row : samples) {
            const QString fate = row.at(u"fate"_s);
            QVERIFY2(fate == u"answered"_s || fate == u"void"_s, qPrintable(fate));
            const double rtt = row.at(u"rtt_ms"_s).toDouble();
            if (fate == u"answered"_s)
                QVERIFY2(rtt >= 20 && rtt < 1'000, qPrintable(row.at(u"rtt_ms"_s)));
            // Departures of a line stay half an interval apart: nothing is made up for at once.
            const QDateTime time =
                QDateTime::fromString(row.at(u"time"_s).left(23) + u'Z', Qt::ISODateWithMs);
            QVERIFY(time.isValid());
            QDateTime &before = last[row.at(u"line_id"_s)];
            if (before.isValid()) {
                const qint64 gap = before.msecsTo(time);
                openAtTheStop = openAtTheStop || gap > StopMs / 2;
                QVERIFY2(gap >= IntervalMs / 2 - 26,
                         qPrintable(QString::number(gap))); // used up to 25 ms late
            }
            before = time;
        }
        QVERIFY(openAtTheStop);
        for (const auto &row : rowsOf(path(u"summary.csv"_s))) {
            QCOMPARE(row.at(u"verdict"_s), u"ok"_s);
            QCOMPARE(row.at(u"lost"_s), u"0"_s);
            QCOMPARE(row.at(u"late"_s), u"0"_s);
            QVERIFY(row.at(u"missed"_s).toInt() >= (StopMs - 500) / IntervalMs);
        }
        bool isTold = false;
        for (const auto &row : rowsOf(path(u"events.csv"_s)))
            isTold = isTold || (row.at(u"event"_s) == u"tester"_s &&
                                row.at(u"detail"_s).startsWith(u"stall seconds="_s));
        QVERIFY2(isTold, contents(path(u"events.csv"_s)).constData());
    }

    void replyAfterTheTimeout_isLateWithItsRtt()
    {
        ReflectProcess slow(2, {u"--delay"_s, u"2330"_s}); // a line at 30 ms, and 2.3 s
        QVERIFY(slow.isReady());
        create(path(u"lines.csv"_s), slow.list());
        const Result result =
            run({u"sweep"_s, path(u"lines.csv"_s), u"--count"_s, u"20"_s, u"--interval"_s, u"50"_s,
                 u"--samples"_s, path(u"samples.csv"_s), u"--format"_s, u"json"_s});
        QCOMPARE(result.code, 1);
        int late = 0;
        for (const auto &row : rowsOf(path(u"samples.csv"_s))) {
            const QString fate = row.at(u"fate"_s);
            QVERIFY2(fate == u"late"_s || fate == u"void"_s, qPrintable(fate));
            if (fate == u"late"_s) {
                ++late;
                const double rtt = row.at(u"rtt_ms"_s).toDouble();
                QVERIFY2(rtt >= 2'330 && rtt < 3'000, qPrintable(row.at(u"rtt_ms"_s)));
            }
        }
        QVERIFY(late > 0);
        const QJsonArray lines = linesOf(result);
        for (const auto &line : lines) {
            QCOMPARE(line[u"verdict"_s].toString(), u"critical"_s);
            QVERIFY2(line[u"reason"_s].toString().contains(u"late"_s),
                     qPrintable(line[u"reason"_s].toString()));
        }
    }

    void wrongReplies_haveColumnsOfTheirOwn()
    {
        // Each line has one kind of trouble with its replies; none of it may turn into a number of another
        // kind.
        QUdpSocket other;
        QVERIFY(other.bind(QHostAddress::LocalHost, 0));
        std::vector<std::unique_ptr<QUdpSocket>> peers;
        QByteArray list = "name,entry\n";
        std::map<int, QNetworkDatagram> held; // of the line that swaps pairs
        const QByteArrayList names{"fine", "twice", "corrupted", "truncated", "forged", "foreign", "swapped"};
        for (const QByteArray &name : names) {
            auto &peer = *peers.emplace_back(std::make_unique<QUdpSocket>());
            QVERIFY(peer.bind(QHostAddress::LocalHost, 0));
            list += name + ",127.0.0.1:" + QByteArray::number(peer.localPort()) + '\n';
            connect(&peer, &QUdpSocket::readyRead, &peer, [&peer, &other, &held, name] {
                while (peer.hasPendingDatagrams()) {
                    const QNetworkDatagram datagram = peer.receiveDatagram();
                    QByteArray bytes = datagram.data();
                    const int seq = static_cast<quint8>(bytes[19]);
                    if (name == "swapped" && seq % 2 == 0) {
                        held[seq] = datagram; // until the next has been answered
                        continue;
                    }
                    if (name == "corrupted")
                        bytes[60] = 'x';
                    else if (name == "truncated")
                        bytes.chop(4);
                    else if (name == "forged")
                        bytes[40 - 1] = static_cast<char>(bytes[40 - 1] ^ 1);
                    if (name == "foreign")
                        other.writeDatagram(bytes, datagram.senderAddress(),
                                            static_cast<quint16>(datagram.senderPort()));
                    else
                        peer.writeDatagram(datagram.makeReply(bytes));
                    if (name == "twice")
                        peer.writeDatagram(datagram.makeReply(bytes));
                    if (const auto before = held.find(seq - 1); name == "swapped" && before != held.end()) {
                        const QNetworkDatagram first = before->second;
                        QTimer::singleShot(
                            5, &peer, [&peer, first] { peer.writeDatagram(first.makeReply(first.data())); });
                    }
                }
            });
        }
        create(path(u"lines.csv"_s), list);
        const auto process = start({u"sweep"_s, path(u"lines.csv"_s), u"--count"_s, u"20"_s, u"--interval"_s,
                                    u"50"_s, u"--timeout"_s, u"1000"_s, u"--late"_s, u"1000"_s,
                                    u"--summary"_s, path(u"summary.csv"_s), u"--quiet"_s});
        QCOMPARE(finish(*process).code, 1);
        for (const auto &row : rowsOf(path(u"summary.csv"_s))) {
            const QString name = row.at(u"line"_s);
            const int voided = row.at(u"void"_s).toInt();
            const bool answers = name == u"fine"_s || name == u"twice"_s || name == u"swapped"_s;
            QCOMPARE(row.at(answers ? u"answered"_s : u"lost"_s).toInt() + voided, 20);
            QCOMPARE(row.at(answers ? u"lost"_s : u"answered"_s).toInt(), 0);
            const int duplicates = row.at(u"duplicates"_s).toInt();
            if (name == u"twice"_s)
                QVERIFY(duplicates >= 19); // the last may come after the end
            else
                QCOMPARE(duplicates, 0);
            const bool invalid = name == u"corrupted"_s || name == u"truncated"_s || name == u"forged"_s;
            QCOMPARE(row.at(u"invalid"_s).toInt(), invalid ? 20 : 0);
            QCOMPARE(row.at(u"foreign"_s).toInt(), name == u"foreign"_s ? 20 : 0);
            QCOMPARE(row.at(u"reordered"_s).toInt(), name == u"swapped"_s ? 10 : 0);
        }
    }

    void lossyLines_areExactlyThoseFlagged()
    {
        // Other random fates in each run.
        constexpr int Runs = 3, Good = 120, Bad = 8;
        for (int i = 0; i < Runs; ++i) {
            ReflectProcess good(Good, {u"--loss"_s, u"15"_s});
            ReflectProcess bad(Bad, {u"--loss"_s, u"60"_s});
            QVERIFY(good.isReady() && bad.isReady());
            QByteArray list = good.list();
            const QByteArray badList = bad.list();
            list += QByteArray(badList.mid(badList.indexOf('\n') + 1)).replace("line ", "bad ");
            create(path(u"lines.csv"_s), list);
            const Result result = run({u"sweep"_s, path(u"lines.csv"_s), u"--count"_s, u"100"_s,
                                       u"--interval"_s, u"40"_s, u"--timeout"_s, u"1000"_s, u"--late"_s,
                                       u"1000"_s, u"--format"_s, u"json"_s, u"--quiet"_s});
            QCOMPARE(result.code, 1);
            const QJsonArray lines = linesOf(result);
            QCOMPARE(lines.size(), Good + Bad);
            for (const auto &line : lines) {
                const QString name = line[u"line"_s].toString(), verdict = line[u"verdict"_s].toString();
                const bool isFlagged =
                    verdict == u"critical"_s || verdict == u"warning"_s || verdict == u"dead"_s;
                QVERIFY2(isFlagged == name.startsWith(u"bad"_s),
                         qPrintable(name + u' ' + verdict + u' ' +
                                    QString::number(line[u"loss_pct"_s].toDouble())));
            }
        }
    }

    void stalls_raiseNoFalseAlarm()
    {
        // PLUMBLINE_STALL_RUNS=100 for the whole proof, by the default rules: some minutes on a computer that
        // does nothing else. A busy one may hold the reflector up: that much delay is the line's.
        const int asked = qEnvironmentVariableIntValue("PLUMBLINE_STALL_RUNS");
        const int runs = std::max(6, asked);
        const QStringList rules =
            asked > 0 ? QStringList() : QStringList{u"--rule"_s, u"loss>30"_s, u"--rule"_s, u"mean>1000"_s};
        constexpr int AtOnce = 6, Lines = 8, StallMs = 2'000, RunMs = 2'000;
        ReflectProcess reflector(Lines, {u"--delay"_s, u"30"_s, u"--jitter"_s, u"3"_s});
        QVERIFY(reflector.isReady());
        create(path(u"lines.csv"_s), reflector.list());
        int done = 0, voided = 0;
        while (done < runs) {
            std::vector<std::unique_ptr<QProcess>> processes;
            QObject context;
            for (int i = 0; i < std::min(AtOnce, runs - done); ++i) {
                processes.push_back(
                    start(QStringList{u"sweep"_s, path(u"lines.csv"_s), u"--count"_s, u"100"_s,
                                      u"--interval"_s, u"20"_s, u"--format"_s, u"json"_s, u"--quiet"_s} +
                          rules));
                const QProcess *const process = processes.back().get();
                const int at = 200 + QRandomGenerator::global()->bounded(RunMs);
                QTimer::singleShot(at, &context, [process] { signal(*process, SIGSTOP); });
                QTimer::singleShot(at + StallMs, &context, [process] { signal(*process, SIGCONT); });
            }
            for (const auto &process : processes) {
                const Result result = finish(*process);
                ++done;
                QVERIFY2(result.code == 0, qPrintable(result.err + result.out));
                const QJsonArray lines = linesOf(result);
                QCOMPARE(lines.size(), Lines);
                for (const auto &line : lines) {
                    QCOMPARE(line[u"verdict"_s].toString(), u"ok"_s); // not even suspect
                    QCOMPARE(line[u"sent"_s].toInt(), 100);
                    voided += line[u"void"_s].toInt();
                }
            }
        }
        qInfo("%d runs, %d of %d probes not counted", done, voided, done * Lines * 100);
    }
};

QTEST_GUILESS_MAIN(CliTruthTest)
#include "tst_clitruth.moc"
