// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiledocument.h"
#include "profilefile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestProfileDocument final : public QObject
{
    Q_OBJECT

private:
    static Line line(const QString &id, const QString &host)
    {
        Line made;
        made.id = id;
        made.entry = {host, 7000};
        return made;
    }
    static Profile profile()
    {
        Profile made;
        made.name = u"Tokyo"_s;
        for (int i = 0; i < 5; ++i)
            made.lines.append(line(QString(u"l%1"_s).arg(i), QString(u"192.0.2.%1"_s).arg(i + 1)));
        return made;
    }
    static QStringList ids(const ProfileDocument &document)
    {
        QStringList all;
        for (const Line &each : document.profile().lines)
            all.append(each.id);
        return all;
    }

private Q_SLOTS:
    void rename_andDuplicateCanBeUndone()
    {
        ProfileDocument document;
        Profile profile;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            Line line;
            line.name = name;
            line.entry = {u"10.0.0.1"_s, 7000};
            profile.lines.append(line);
        }
        document.replace(profile, {});
        const QStringList ids{document.profile().lines[0].id, document.profile().lines[1].id};
        document.renameLine(ids[0], u"tokyo"_s);
        QCOMPARE(document.profile().lines[0].name, u"tokyo"_s);
        QVERIFY(document.undoStack()->undoText().contains(u"a"_s));
        const QStringList copies = document.duplicateLines(ids);
        QCOMPARE(copies.size(), 2);
        QCOMPARE(document.profile().lines.size(), 4);
        QCOMPARE(document.profile().lines[1].id, copies[0]); // right behind what it is a copy of
        QCOMPARE(document.profile().lines[1].name, u"tokyo (copy)"_s);
        QCOMPARE(document.profile().lines[3].entry, document.profile().lines[2].entry);
        QCOMPARE(document.profile().lines[2].id, ids[1]);
        document.undoStack()->undo();
        QCOMPARE(document.profile().lines.size(), 2);
        document.undoStack()->undo();
        QCOMPARE(document.profile().lines[0].name, u"a"_s);
        document.undoStack()->redo();
        document.undoStack()->redo();
        QCOMPARE(document.profile().lines[3].name, u"b (copy)"_s);
        document.renameLine(ids[0], u"tokyo"_s); // the same: no step
        QCOMPARE(document.undoStack()->count(), 2);
    }

    void remove_isUndone()
    {
        ProfileDocument document;
        document.replace(profile(), {});
        QVERIFY(!document.isModified());
        QSignalSpy changed(&document, &ProfileDocument::changed);
        document.removeLines({u"l0"_s, u"l3"_s, u"l4"_s, u"unknown"_s});
        QCOMPARE(ids(document), (QStringList{u"l1"_s, u"l2"_s}));
        QVERIFY(document.isModified());
        document.undoStack()->undo();
        QCOMPARE(document.profile(), profile());
        QVERIFY(!document.isModified());
        document.undoStack()->redo();
        QCOMPARE(ids(document), (QStringList{u"l1"_s, u"l2"_s}));
        QCOMPARE(changed.size(), 3);
    }

    void editSeveral_isOneStep()
    {
        ProfileDocument document;
        document.replace(profile(), {});
        QList<Line> edited = document.profile().lines.mid(1, 3);
        for (Line &each : edited)
            each.tags = {u"hk"_s};
        document.editLines(edited);
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.profile().lines[3].tags, QStringList{u"hk"_s});
        QVERIFY(document.profile().lines[4].tags.isEmpty());
        document.undoStack()->undo();
        QCOMPARE(document.profile(), profile());
    }

    void editHead_leavesTheLines()
    {
        ProfileDocument document;
        document.replace(profile(), {});
        Profile head = document.profile();
        head.name = u"Osaka"_s;
        head.lines.clear();
        document.editHead(head);
        QCOMPARE(document.profile().name, u"Osaka"_s);
        QCOMPARE(ids(document).size(), 5);
        document.editHead(head); // the same: no second step
        QCOMPARE(document.undoStack()->count(), 1);
        document.undoStack()->undo();
        QCOMPARE(document.profile(), profile());
    }

    void add_givesIdsAnewWhereTheyAreTaken()
    {
        ProfileDocument document;
        document.replace(profile(), {});
        document.addLines(
            {line(u"l1"_s, u"192.0.2.77"_s), line({}, u"192.0.2.78"_s), line({}, u"192.0.2.78"_s)});
        QCOMPARE(document.profile().lines.size(), 8);
        const QStringList all = ids(document);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 8);
        document.undoStack()->undo();
        QCOMPARE(document.profile(), profile());
    }

    void add_withAHead_bringsItsRulesAndTakesThemBack()
    {
        ProfileDocument document;
        Profile head;
        head.rules = gamesRules();
        head.probe.entryPort = quint16(7000);
        document.addLines({line({}, u"192.0.2.1"_s)}, head);
        QCOMPARE(*document.profile().rules, gamesRules());
        QCOMPARE(document.profile().lines.size(), 1);
        document.undoStack()->undo();
        QCOMPARE(document.profile(), Profile());
    }

    void editAndPause_areUndone()
    {
        ProfileDocument document;
        document.replace(profile(), {});
        Line edited = document.profile().lines[2];
        edited.name = u"renamed"_s;
        document.editLine(u"l2"_s, edited);
        document.editLine(u"l2"_s, edited); // the same: no second step
        QCOMPARE(document.undoStack()->count(), 1);
        document.setEnabled({u"l1"_s, u"l2"_s}, false);
        QVERIFY(!document.profile().lines[1].enabled);
        QVERIFY(!document.profile().lines[2].enabled);
        document.undoStack()->undo();
        QVERIFY(document.profile().lines[2].enabled);
        QCOMPARE(document.profile().lines[2].name, u"renamed"_s);
        document.undoStack()->undo();
        QCOMPARE(document.profile(), profile());
    }

    void save_writesAFileThatLoads()
    {
        QTemporaryDir folder;
        ProfileDocument document;
        document.replace(profile(), {});
        document.removeLines({u"l0"_s});
        const QString path = folder.filePath(u"mine.plumb"_s);
        QCOMPARE(document.save(path), QString());
        QVERIFY(!document.isModified());
        QCOMPARE(document.path(), path);
        const LoadResult loaded = loadProfile(path);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded.profile.lines, document.profile().lines);
        document.undoStack()->undo();
        QVERIFY(document.isModified()); // another state than the file's
        QVERIFY(!document.save(folder.filePath(u"no/such/folder.plumb"_s)).isEmpty());
        QCOMPARE(document.path(), path);
    }
};

QTEST_GUILESS_MAIN(TestProfileDocument)
#include "tst_profiledocument.moc"
