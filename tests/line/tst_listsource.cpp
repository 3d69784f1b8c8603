// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listsource.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

//! Real programs: each test writes its script and runs it.
class TestListSource final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString script(const QByteArray &text)
    {
        static int count = 0;
        const QString name = QString(u"./source%1"_s).arg(++count);
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text) < 0)
            return {};
        file.setPermissions(file.permissions() | QFile::ExeOwner);
        return name;
    }

    struct Outcome
    {
        QByteArray list;
        QString error;
    };
    Outcome run(SourceRunner &runner, const QStringList &command)
    {
        QSignalSpy finished(&runner, &SourceRunner::finished);
        runner.run(command, m_folder.path());
        if (finished.isEmpty() && !finished.wait(30'000))
            return {{}, u"never finished"_s};
        return {finished[0][0].toByteArray(), finished[0][1].toString()};
    }

private Q_SLOTS:
    void output_isTheList()
    {
        SourceRunner runner;
        const Outcome outcome =
            run(runner, {script("echo \"$1|$2\"; pwd; cat; echo warned >&2"), u"a b"_s, u"$HOME;ls"_s});
        QCOMPARE(outcome.error, QString());
        const QList<QByteArray> rows = outcome.list.split('\n');
        QCOMPARE(rows[0], QByteArray("a b|$HOME;ls")); // no shell in between
        QCOMPARE(rows[1], QFile::encodeName(QFileInfo(m_folder.path()).canonicalFilePath()));
        QVERIFY(!runner.isRunning());
    }

    void failure_isToldInWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("code") << QByteArray("echo 10.0.0.1:1; exit 3") << u"code 3"_s;
        QTest::newRow("its own words")
            << QByteArray("echo hm >&2; echo no database >&2; exit 1") << u"no database"_s;
        QTest::newRow("killed") << QByteArray("kill -9 $$") << u"crashed"_s;
        QTest::newRow("endless output") << QByteArray("yes 10.0.0.1:1") << u"8 MiB"_s;
        QTest::newRow("nothing to run") << QByteArray() << u"can not be started"_s;
    }
    void failure_isToldInWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        SourceRunner runner;
        const Outcome outcome = run(runner, {text.isEmpty() ? u"./absent"_s : script(text)});
        QVERIFY2(outcome.error.contains(says), qPrintable(outcome.error));
        QCOMPARE(outcome.list, QByteArray());
    }

    void timeout_endsWhatItStartedToo()
    {
        // The program's child holds a FIFO open for writing: when the reader meets the end, it is gone.
        const QString pid = m_folder.filePath(u"pid"_s);
        SourceRunner runner;
        runner.setTimeout(std::chrono::milliseconds(1500));
        const Outcome outcome = run(runner, {script("sleep 600 & echo $! > pid; wait")});
        QVERIFY2(outcome.error.contains(u"still running"_s), qPrintable(outcome.error));
        QFile file(pid);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray child = file.readAll().trimmed();
        QVERIFY(!child.isEmpty());
        const auto isAlive = [&] {
            QFile state(u"/proc/"_s + QString::fromLatin1(child) + u"/stat"_s);
            return state.open(QIODevice::ReadOnly) && !state.readAll().contains(") Z");
        };
        QTRY_VERIFY(!isAlive());
    }

    void aNewRun_endsTheOldOneUntold()
    {
        SourceRunner runner;
        QSignalSpy finished(&runner, &SourceRunner::finished);
        runner.run({script("sleep 600")}, m_folder.path());
        const Outcome outcome = run(runner, {script("echo 10.0.0.1:1")});
        QCOMPARE(outcome.list, QByteArray("10.0.0.1:1\n"));
        QCOMPARE(finished.size(), 1);
    }

    void every_isADuration_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds"); // -1: an error
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("minutes") << u"5 min"_s << 300;
        QTest::newRow("short") << u"5m"_s << 300;
        QTest::newRow("seconds") << u"90 s"_s << 90;
        QTest::newRow("plain") << u"90"_s << 90;
        QTest::newRow("hours") << u"2 h"_s << 7200;
        QTest::newRow("too often") << u"9"_s << -1;
        QTest::newRow("too seldom") << u"169 h"_s << -1;
        QTest::newRow("words") << u"daily"_s << -1;
    }
    void every_isADuration()
    {
        QFETCH(QString, text);
        QFETCH(int, seconds);
        const ListSource source = ListSource::of(ListSource::toJson({}, {u"./a"_s}, text));
        QCOMPARE(source.error.isEmpty(), seconds >= 0);
        if (seconds >= 0)
            QCOMPARE(source.every.count(), std::chrono::seconds::rep(seconds));
    }

    void json_keepsWhatItDoesNotKnow()
    {
        const QJsonObject before{
            {u"command"_s, QJsonArray{u"./a"_s}}, {u"every"_s, u"5 min"_s}, {u"x-why"_s, 1}};
        const QJsonObject after = ListSource::toJson(before, {u"./b"_s, u"c d"_s}, {});
        QCOMPARE(after, (QJsonObject{{u"command"_s, QJsonArray{u"./b"_s, u"c d"_s}}, {u"x-why"_s, 1}}));
        QCOMPARE(ListSource::toJson(before, {}, {}), QJsonObject());
    }

    void commandLine_goesThereAndBack_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("none") << QStringList();
        QTest::newRow("plain") << QStringList{u"./find_lines"_s, u"--all"_s};
        QTest::newRow("blanks") << QStringList{u"/opt/my tools/find"_s, u"a  b"_s};
        QTest::newRow("quotes") << QStringList{u"find"_s, u"say \"hi\""_s};
        QTest::newRow("shell signs") << QStringList{u"find"_s, u"$HOME;*"_s, u"'"_s};
    }
    void commandLine_goesThereAndBack()
    {
        QFETCH(QStringList, command);
        QCOMPARE(commandParts(commandLine(command)), command);
    }
};

QTEST_GUILESS_MAIN(TestListSource)
#include "tst_listsource.moc"
