// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace plumb::test;

namespace {

QByteArray profile(const QByteArray &lines, const QByteArray &more = {})
{
    return "{\n  \"plumbline\": 1,\n" + more + "  \"lines\": [\n" + lines + "\n  ]\n}\n";
}

const QByteArray GoodLine = R"(    { "id": "a", "entry": "127.0.0.1:9" })";

} // namespace

//! Wrong usage and unusable input: one clear line on standard error, exit code 2, nothing sent, nothing
//! overwritten.
class CliErrorsTest : public QObject
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

    void badProfile_isOneClearLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place"); // after "plumbline: FILE"
        QTest::newRow("malformed") << QByteArray("{\n  \"plumbline\": 1,\n  \"lines\": [ }\n") << u":3:"_s;
        QTest::newRow("empty file") << QByteArray() << u":"_s;
        QTest::newRow("wrong version")
            << QByteArray("{ \"plumbline\": 2, \"lines\": [] }") << u": plumbline: "_s;
        QTest::newRow("wrong value") << profile(GoodLine, "  \"probe\": { \"intervalMs\": 5 },\n")
                                     << u": probe.intervalMs: "_s;
        QTest::newRow("wrong type") << profile(GoodLine, "  \"probe\": { \"timeoutMs\": \"long\" },\n")
                                    << u": probe.timeoutMs: "_s;
        QTest::newRow("port 0") << profile(R"(    { "entry": "127.0.0.1:0" })") << u": lines[0].entry: "_s;
        QTest::newRow("octal address")
            << profile(R"(    { "entry": "010.0.0.1:7" })") << u": lines[0].entry: "_s;
        QTest::newRow("short address") << profile(R"(    { "entry": "10.1:7" })") << u": lines[0].entry: "_s;
        QTest::newRow("duplicate id")
            << profile(GoodLine + ",\n" + R"(    { "id": "a", "entry": "127.0.0.1:10" })")
            << u": lines[1].id: "_s;
        QTest::newRow("duplicate key")
            << profile(R"(    { "entry": "127.0.0.1:9", "entry": "127.0.0.1:10" })") << u":"_s;
    }
    void badProfile_isOneClearLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        const QString file = path(u"bad.plumb"_s);
        create(file, bytes);
        for (const QString &command : {u"check"_s, u"sweep"_s, u"watch"_s}) {
            const Result result = run({command, file});
            QCOMPARE(result.code, 2);
            QCOMPARE(result.out, QString());
            QVERIFY2(result.errorLines().size() == 1, qPrintable(result.err));
            QVERIFY2(result.err.startsWith(QString(u"plumbline: "_s + file + place)), qPrintable(result.err));
            QVERIFY2(result.err.contains(u"; "_s), qPrintable(result.err)); // what to do
        }
        QCOMPARE(contents(file), bytes);
    }

    void misspeltKey_isAWarning()
    {
        const QString file = path(u"a.plumb"_s);
        create(file, profile(R"(    { "entry": "127.0.0.1:9", "nmae": "x", "x-mine": 1 })"));
        const Result result = run({u"check"_s, file});
        QCOMPARE(result.code, 0);
        QVERIFY2(result.errorLines().size() == 1, qPrintable(result.err));
        QVERIFY2(result.err.contains(u"warning: "_s) && result.err.contains(u"lines[0].nmae"_s),
                 qPrintable(result.err));
        QVERIFY2(result.out.contains(u"1 lines, 1 enabled, 1 warnings"_s), qPrintable(result.out));
    }

    void check_printsEveryProblem()
    {
        const QString file = path(u"a.plumb"_s);
        create(file, profile(R"(    { "entry": "127.0.0.1:0" }, { "entry": "0.0.0.0:7" }, { "entry": 7 })"));
        const Result result = run({u"check"_s, file});
        QCOMPARE(result.code, 2);
        for (const QString &place : {u"lines[0].entry"_s, u"lines[1].entry"_s, u"lines[2].entry"_s})
            QVERIFY2(result.err.contains(place), qPrintable(result.err));
    }

    void badList_isToldWithRowAndColumn()
    {
        const QString file = path(u"a.csv"_s);
        create(file, "name,entry\none,127.0.0.1:7\ntwo,127.0.0.1:0\n");
        const Result result = run({u"check"_s, file});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.startsWith(QString(u"plumbline: "_s + file + u":3:5: "_s)),
                 qPrintable(result.err));
    }

    void bareList_takesItsPortsFromOptions()
    {
        const QString file = path(u"pairs.csv"_s);
        create(file, "118.89.127.211,150.109.196.7\n118.89.127.212,150.109.196.8\n");
        QCOMPARE(run({u"check"_s, file}).code, 2);
        const Result result =
            run({u"check"_s, file, u"--entry-port"_s, u"7000"_s, u"--echo-port"_s, u"9000"_s});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QVERIFY(result.out.contains(u"2 lines"_s));
    }

    void unusableFile_isOneClearLine()
    {
        const QString huge = path(u"huge.plumb"_s);
        QFile sparse(huge);
        QVERIFY(sparse.open(QIODevice::WriteOnly));
        QVERIFY(sparse.resize(1024LL * 1024 * 1024));
        sparse.close();
        for (const QString &file : {huge, m_dir->path(), path(u"none.plumb"_s)}) {
            const Result result = run({u"sweep"_s, file});
            QCOMPARE(result.code, 2);
            QVERIFY2(result.errorLines().size() == 1, qPrintable(result.err));
            QVERIFY2(result.err.startsWith(QString(u"plumbline: "_s + file + u": "_s)),
                     qPrintable(result.err));
        }
    }

    void unwritableReport_stopsBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--summary", "--samples", "--events", "--intervals"})
            QTest::newRow(option) << QString::fromLatin1(option);
    }
    void unwritableReport_stopsBeforeAnythingIsSent()
    {
        QFETCH(QString, option);
        const CountingPeer peer(true);
        const QString file = path(u"lines.csv"_s), good = path(u"good.csv"_s);
        create(file, peer.list());
        create(good, "kept");
        const QString other = option == "--summary"_L1 ? u"--samples"_s : u"--summary"_s;
        for (const QString &target : {m_dir->path(), path(u"no/such/folder.csv"_s)}) {
            for (const QString &command : {u"sweep"_s, u"watch"_s}) {
                const Result result = run({command, file, option, target, other, good});
                QCOMPARE(result.code, 2);
                QVERIFY2(result.errorLines().size() == 1, qPrintable(result.err));
                QVERIFY2(result.err.startsWith(QString(u"plumbline: "_s + target + u": "_s)),
                         qPrintable(result.err));
            }
        }
        QCOMPARE(peer.received(), 0);
        QCOMPARE(contents(good), QByteArray("kept"));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void profileIsNeverOverwritten()
    {
        const QString file = path(u"lines.csv"_s);
        create(file, "127.0.0.1:9\n");
        QCOMPARE(run({u"sweep"_s, file, u"--summary"_s, file}).code, 2);
        QCOMPARE(contents(file), QByteArray("127.0.0.1:9\n"));
    }

    void nothingToProbe_isUnusable()
    {
        const QString file = path(u"a.plumb"_s);
        create(file, profile(R"(    { "entry": "127.0.0.1:9", "enabled": false })"));
        QVERIFY(run({u"sweep"_s, file}).err.contains(u"every line is paused; "_s));
        QCOMPARE(run({u"sweep"_s, file}).code, 2);
        create(file, profile(GoodLine));
        const Result none = run({u"sweep"_s, file, u"--only"_s, u"name:nothing"_s});
        QCOMPARE(none.code, 2);
        QVERIFY(none.err.contains(u"none of its lines is left by --only and --except; "_s));
    }

    void wrongUsage_isExit2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("sweep without a profile") << QStringList{u"sweep"_s};
        QTest::newRow("unknown option") << QStringList{u"sweep"_s, u"x"_s, u"--frob"_s};
        QTest::newRow("unknown option of the window") << QStringList{u"--frob"_s};
        QTest::newRow("two profiles of the window") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("demo with a profile") << QStringList{u"demo"_s, u"a"_s};
        QTest::newRow("window without a display") << QStringList{};
        QTest::newRow("demo without a display") << QStringList{u"demo"_s};
        QTest::newRow("reflect on a foreign address")
            << QStringList{u"reflect"_s, u"--bind"_s, u"192.0.2.1"_s};
        QTest::newRow("text with control characters")
            << QStringList{u"sweep"_s, u"x"_s, u"--frob\n\x1b[2J"_s};
    }
    void wrongUsage_isExit2()
    {
        QFETCH(QStringList, arguments);
        const Result result = run(arguments);
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QString());
        QVERIFY2(result.errorLines().size() == 1, qPrintable(result.err));
        QVERIFY2(result.err.startsWith(u"plumbline: "_s) && result.err.contains(u"; "_s),
                 qPrintable(result.err));
        QVERIFY(!result.err.contains(u'\x1b'));
    }

    void helpAndVersion_goToStandardOutput_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("begin");
        QTest::newRow("version") << QStringList{u"--version"_s} << u"plumbline 0."_s;
        QTest::newRow("help") << QStringList{u"--help"_s} << u"Plumbline "_s;
        for (const QString &command : {u"demo"_s, u"sweep"_s, u"watch"_s, u"check"_s, u"reflect"_s})
            QTest::newRow(qPrintable(command))
                << QStringList{command, u"--help"_s} << QString(u"Usage: plumbline "_s + command);
    }
    void helpAndVersion_goToStandardOutput()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, begin);
        const Result result = run(arguments);
        QCOMPARE(result.code, 0);
        QVERIFY2(result.out.startsWith(begin), qPrintable(result.out));
        QCOMPARE(result.err, QString());
    }

    void oldLocale_warnsOfNothing()
    {
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(u"LC_ALL"_s, u"POSIX"_s);
        const auto process = start({u"check"_s, u"东京.plumb"_s}, environment);
        const Result result = finish(*process);
        QVERIFY2(result.errorLines().size() == 1, qPrintable(result.err));
        QVERIFY2(result.err.startsWith(u"plumbline: 东京.plumb: "_s), qPrintable(result.err));
    }

    void fullOutput_isExit3()
    {
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(PLUMBLINE_PROGRAM), {u"--help"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().startsWith("plumbline: standard output: cannot be written: "));
    }
};

QTEST_GUILESS_MAIN(CliErrorsTest)
#include "tst_clierrors.moc"
