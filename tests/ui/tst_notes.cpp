// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsmodel.h"
#include "eventspanel.h"
#include "monitor.h"
#include "notedialog.h"
#include "notes.h"
#include "profiledocument.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Second = 1'000'000;
constexpr qint64 Start = 1'800'000'000 * Second;

Profile twoLines()
{
    Profile profile;
    for (int i = 0; i < 2; ++i) {
        Line line;
        line.id = u"l%1"_s.arg(i);
        line.name = u"line %1"_s.arg(i);
        line.entry = {u"127.0.0.1"_s, static_cast<quint16>(7000 + i)};
        profile.lines.append(line);
    }
    return profile;
}

//! A profile with notes, as the window has it.
struct Desk
{
    explicit Desk(const QString &folder)
        : notes(&monitor, document.undoStack(), folder)
    {
        QObject::connect(&document, &ProfileDocument::replaced, &notes,
                         [this] { notes.open(document.path()); });
        QObject::connect(&document, &ProfileDocument::changed, &monitor,
                         [this] { monitor.setProfile(document.profile(), {}); });
    }
    Monitor monitor;
    ProfileDocument document;
    Notes notes;
};

} // namespace

class TestNotes final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString folder() const { return m_folder.filePath(u"notes"_s); }
    QString profilePath() const { return m_folder.filePath(u"Tokyo.plumb"_s); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { QDir(folder()).removeRecursively(); }

    void file_givesBackWhatWasWritten()
    {
        const QString path = noteFile(folder(), profilePath());
        const QList<Note> notes{{1, Start, {}, u"切换骨干 \"A\" → B"_s},
                                {2, Start + 1000, {u"l0"_s, u"l1"_s}, u"=cmd|' /C calc'!A0"_s}};
        QCOMPARE(writeNotes(path, profilePath(), notes), QString());
        const NotesRead read = readNotes(path);
        QCOMPARE(read.error, QString());
        QCOMPARE(read.notes, notes);
        QCOMPARE(writeNotes(path, profilePath(), {}), QString());
        QVERIFY(!QFile::exists(path));
        QVERIFY(readNotes(path).notes.isEmpty());
        QVERIFY(noteFile(folder(), profilePath()) != noteFile(folder(), profilePath() + u'x'));
    }

    void aFileThatIsNone_isPutAsideNotOverwritten()
    {
        const QString path = noteFile(folder(), profilePath());
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"plumblineNotes\": 1, \"notes\": [ {\"time\"");
        file.close();
        const NotesRead read = readNotes(path);
        QVERIFY(!read.error.isEmpty());
        QVERIFY(!QFile::exists(path));
        QVERIFY(QFile::exists(path + u".unreadable"_s));
    }

    void text_isOneBoundedLine()
    {
        QCOMPARE(noteText(u"  a\n\tb\u0007  c "_s), u"a b c"_s);
        QCOMPARE(noteText(QString(10'000, u'x')).size(), Note::MaxText);
        QCOMPARE(noteText(u" \n "_s), QString());
    }

    void notes_areEventsAndComeBackWithTheProfile()
    {
        {
            Desk desk(folder());
            desk.document.replace(twoLines(), profilePath());
            desk.notes.add(Start, {}, u"on all"_s);
            desk.notes.add(Start + Second, {u"l1"_s}, u"on one"_s);
            QCOMPARE(desk.monitor.events().size(), 2);
            QCOMPARE(desk.monitor.events()[1].line, desk.monitor.keys()[1]);
            QVERIFY(!desk.document.isModified()); // they are not in the profile's file
        }
        Desk again(folder());
        again.document.replace(twoLines(), profilePath());
        QTRY_COMPARE(again.notes.all().size(), 2);
        QCOMPARE(again.monitor.events().size(), 2);
        QCOMPARE(again.monitor.events()[0].text, u"on all"_s);
        QCOMPARE(again.monitor.events()[0].line, 0U);
        // Another profile has others.
        again.document.replace(twoLines(), m_folder.filePath(u"Other.plumb"_s));
        QVERIFY(again.notes.all().isEmpty());
        QVERIFY(again.monitor.events().isEmpty());
    }

    void everyChange_canBeUndone()
    {
        Desk desk(folder());
        desk.document.replace(twoLines(), profilePath());
        QUndoStack *stack = desk.document.undoStack();
        desk.notes.add(Start, {u"l0"_s}, u"first"_s);
        const quint32 id = desk.notes.all().first().id;
        desk.notes.edit(id, Start + Second, {}, u"changed"_s);
        QCOMPARE(desk.notes.find(id)->text, u"changed"_s);
        QCOMPARE(desk.monitor.events().first().line, 0U);
        stack->undo();
        QCOMPARE(desk.notes.find(id)->text, u"first"_s);
        QVERIFY(desk.monitor.events().first().line != 0);
        desk.notes.remove(id);
        QVERIFY(desk.monitor.events().isEmpty());
        stack->undo();
        QCOMPARE(desk.notes.all().size(), 1);
        stack->undo();
        QVERIFY(desk.notes.all().isEmpty());
        stack->redo();
        QCOMPARE(desk.notes.all().size(), 1);
        // Lines and notes share the stack, but only lines are the profile.
        QVERIFY(!desk.document.isModified());
        desk.document.removeLines({u"l1"_s});
        QVERIFY(desk.document.isModified());
        stack->undo();
        QVERIFY(!desk.document.isModified());
    }

    void noteOnALineThatGoes_comesBackWithIt()
    {
        Desk desk(folder());
        desk.document.replace(twoLines(), profilePath());
        desk.notes.add(Start, {u"l1"_s}, u"on one"_s);
        desk.document.removeLines({u"l1"_s});
        QVERIFY(desk.monitor.events().isEmpty());
        desk.document.undoStack()->undo();
        QCOMPARE(desk.monitor.events().size(), 1);
        QCOMPARE(desk.monitor.events().first().line, desk.monitor.keys()[1]);
    }

    void saveAs_takesTheNotesAlong()
    {
        Desk desk(folder());
        desk.document.replace(twoLines(), {});
        desk.notes.add(Start, {}, u"kept"_s);
        QVERIFY(!QFile::exists(folder()));
        desk.notes.moveTo(profilePath());
        const QString path = noteFile(folder(), profilePath());
        QTRY_VERIFY(QFile::exists(path));
        QTRY_COMPARE(readNotes(path).notes.size(), 1);
    }

    void number_isBounded()
    {
        Desk desk(folder());
        desk.document.replace(twoLines(), {});
        desk.document.undoStack()->setUndoLimit(1);
        for (qsizetype i = 0; i < Note::MaxNotes + 3; ++i)
            desk.notes.add(Start + i * 1000, {}, u"n"_s);
        QCOMPARE(desk.notes.all().size(), Note::MaxNotes);
        QVERIFY(desk.notes.isFull());
    }

    void eventsModel_putsNotesWhereTheirTimeIs()
    {
        EventsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        EventsInRange shown(&model);
        QAbstractItemModelTester rangeTester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto event = [](qint64 atS, quint32 noteId = 0, const QString &text = {}) {
            Event made;
            made.timeUs = Start + atS * Second;
            made.kind = noteId != 0 ? Event::Kind::Note : Event::Kind::Raised;
            made.noteId = noteId;
            made.text = text;
            return made;
        };
        model.append({event(10), event(20)}, {u"a"_s, u"b"_s});
        model.setNotes({event(5, 1, u"early"_s), event(15, 2, u"between"_s)}, {{}, u"a"_s});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(1).data().toString(), u"a: between"_s);
        QCOMPARE(model.index(1).data(EventsModel::NoteRole).toUInt(), 2U);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"Note: a: between"_s));
        QCOMPARE(model.index(3).data().toString(), u"early"_s);
        const QPersistentModelIndex kept = model.index(3);
        model.setNotes({event(5, 1, u"early"_s), event(25, 2, u"moved"_s)}, {{}, u"a"_s});
        QCOMPARE(model.index(0).data().toString(), u"a: moved"_s);
        QVERIFY(kept.isValid());
        model.setNotes({}, {});
        QCOMPARE(model.rowCount(), 2);
    }

    void panel_copiesGoesAndOffersTheNotesMenu()
    {
        Desk desk(folder());
        desk.document.replace(twoLines(), {});
        EventsPanel panel(&desk.monitor);
        connect(&desk.monitor, &Monitor::notesChanged, &panel, &EventsPanel::showNotes);
        panel.resize(400, 300);
        panel.show();
        desk.notes.add(Start, {u"l0"_s, u"l1"_s}, u"switch"_s);
        auto *view = panel.findChild<QListView *>(u"eventsView"_s);
        QCOMPARE(view->model()->rowCount(), 1);
        const QModelIndex index = view->model()->index(0, 0);
        QCOMPARE(index.data().toString(), u"line 0, line 1: switch"_s);
        view->setCurrentIndex(index);
        view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QSignalSpy gone(&panel, &EventsPanel::eventActivated);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first()[0].toUInt(), desk.monitor.keys()[0]);
        QCOMPARE(gone.first()[1].toLongLong(), Start);
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"line 0, line 1: switch\n"_s));
        QSignalSpy edits(&panel, &EventsPanel::noteEditWanted),
            removals(&panel, &EventsPanel::noteRemoveWanted);
        QTest::keyClick(view, Qt::Key_F2);
        QCOMPARE(edits.size(), 1);
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(removals.size(), 1);
        QCOMPARE(removals.first()[0].toUInt(), desk.notes.all().first().id);
        QSignalSpy since(&panel, &EventsPanel::numbersSinceWanted);
        Q_EMIT view->customContextMenuRequested(view->visualRect(index).center());
        QTRY_VERIFY(panel.findChild<QMenu *>(u"eventsMenu"_s));
        auto *menu = panel.findChild<QMenu *>(u"eventsMenu"_s);
        const auto actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().contains(u"since this note"_s))
                action->trigger();
        }
        menu->close();
        QCOMPARE(since.size(), 1);
        QCOMPARE(since.first()[0].toLongLong(), Start);
    }

    void dialog_asksForTextScopeAndTime()
    {
        NoteDialog dialog(true, Start + 123'000, {u"line 0"_s, u"line 1"_s});
        auto *text = dialog.findChild<QLineEdit *>(u"noteText"_s);
        QPushButton *add = nullptr;
        const auto buttons = dialog.findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            add = button->isDefault() ? button : add;
        QVERIFY(add && !add->isEnabled());
        QTest::keyClicks(text, u"  switch  over "_s);
        QVERIFY(add->isEnabled());
        QCOMPARE(dialog.text(), u"switch over"_s);
        QCOMPARE(dialog.timeUs(), Start + 123'000);
        QVERIFY(!dialog.isOnAllLines());
        dialog.setOnAllLines(true);
        QVERIFY(dialog.isOnAllLines());
        const NoteDialog plain(true, Start, {});
        QVERIFY(plain.isOnAllLines());
    }
};

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
