// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsmodel.h"
#include "focusactions.h"
#include "groupmodel.h"
#include "keys.h"
#include "latencychart.h"
#include "linesmodel.h"
#include "linesview.h"
#include "notedialog.h"
#include "profilefile.h"
#include "windowactions.h"
#include "windowtest.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

#include <algorithm>

using namespace plumb;
using namespace Qt::StringLiterals;

//! The menus of rows, events and the chart, and the keys that no menu names, in both languages.
class tst_contextkeys final : public WindowTest
{
    Q_OBJECT

private:
    std::unique_ptr<Translated> m_texts;

    LinesView *view() const { return m_window->findChild<LinesView *>(); }
    LatencyChart *chart() const { return m_window->findChild<LatencyChart *>(); }
    WindowActions *actions() const { return m_window->findChild<WindowActions *>(); }
    QListView *events() const { return m_window->findChild<QListView *>(u"eventsView"_s); }
    QLineEdit *filter() const { return m_window->findChild<QLineEdit *>(u"filterEdit"_s); }
    static QMenu *openMenu() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    // A note on all lines, by its dialog.
    bool addNote(const QString &text)
    {
        press(Qt::Key_N, Qt::ControlModifier);
        if (!QTest::qWaitFor([this] { return shown<NoteDialog>() && shown<NoteDialog>()->isActiveWindow(); }))
            return false;
        QTest::keyClicks(QApplication::focusWidget(), text);
        press(Qt::Key_Return);
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get()) &&
               QTest::qWaitFor([this] { return events()->model()->rowCount() > 0; });
    }
    // Every item of the menu that is open is reached by the arrow keys and does its action.
    static QStringList unreached(QMenu *menu)
    {
        QStringList missed;
        const QList<QAction *> items = itemsOf(menu);
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (items[i]->isEnabled() && walkTo(menu, i) != items[i])
                missed.append(items[i]->text());
        }
        return missed;
    }

private Q_SLOTS:
    void init()
    {
        setUp();
        QFETCH(QString, language);
        m_texts = std::make_unique<Translated>(language);
        QVERIFY(m_texts->isComplete());
        Profile profile = quickProfile();
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(addPort(), QString());
            Line line;
            line.id = QString::number(i);
            line.name = QString(u"line %1"_s).arg(i);
            line.entry = {u"127.0.0.1"_s, m_reflector->ports().last()};
            line.tags = {u"some"_s};
            profile.lines.append(line);
        }
        QVERIFY(saveProfile(profile, path(u"test.plumb"_s)).isEmpty());
        QVERIFY(makeWindow());
        m_window->openFile(path(u"test.plumb"_s));
        QTRY_COMPARE(m_monitor->keys().size(), 2);
        QTRY_VERIFY(view()->hasFocus());
        press(Qt::Key_Down);
    }
    void cleanup()
    {
        tearDown();
        m_texts.reset();
    }

    void row_hasItsMenu_data() { languages(); }
    void row_hasItsMenu()
    {
        press(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(openMenu(), actions()->rowMenu);
        QCOMPARE(unreached(openMenu()).join(u'\n'), QString());
        QVERIFY(walkTo(openMenu(), itemsOf(openMenu()).indexOf(actions()->pause)));
        press(Qt::Key_Return);
        QVERIFY(!openMenu());
        QTRY_COMPARE(
            view()->model()->index(view()->currentIndex().row(), 0).data(LinesModel::VerdictRole).toInt(),
            static_cast<int>(Verdict::Paused));
    }

    void chart_hasItsMenu_data() { languages(); }
    void chart_hasItsMenu()
    {
        chart()->setFocus();
        press(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(openMenu(), actions()->focus->menu);
        QCOMPARE(unreached(openMenu()).join(u'\n'), QString());
    }

    void event_hasItsMenu_data() { languages(); }
    void event_hasItsMenu()
    {
        QVERIFY(addNote(u"switched"_s));
        events()->setFocus();
        press(Qt::Key_Home);
        QVERIFY(events()->currentIndex().isValid());
        press(Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(openMenu());
        QCOMPARE(openMenu()->objectName(), u"eventsMenu"_s);
        QCOMPARE(itemsOf(openMenu()).size(), 5); // those of a note too
        QCOMPARE(unreached(openMenu()).join(u'\n'), QString());
        QVERIFY(walkTo(openMenu(), 4));
        press(Qt::Key_Return);
        QTRY_COMPARE(events()->model()->rowCount(), 0);
    }

    void events_keys_data() { languages(); }
    void events_keys()
    {
        QVERIFY(addNote(u"switched"_s));
        events()->setFocus();
        press(Qt::Key_Home);
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"switched"_s));
        press(Qt::Key_F2);
        QTRY_VERIFY(shown<NoteDialog>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!shown<NoteDialog>());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        chart()->setFocus();
        press(Qt::Key_PageUp);
        QVERIFY(actions()->focus->live->isEnabled());
        events()->setFocus();
        press(Qt::Key_Return); // to its time, which is just now
        QVERIFY(!actions()->focus->live->isEnabled());
        press(Qt::Key_Delete);
        QTRY_COMPARE(events()->model()->rowCount(), 0);
        QCOMPARE(m_monitor->keys().size(), 2); // the note went, not the line
    }

    void filter_keys_data() { languages(); }
    void filter_keys()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter()->hasFocus());
        press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(QApplication::activePopupWidget());
        press(Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QTest::keyClicks(filter(), u"line"_s);
        press(Qt::Key_Escape);
        QCOMPARE(filter()->text(), QString());
        QVERIFY(filter()->hasFocus());
        press(Qt::Key_Return);
        QVERIFY(view()->hasFocus());
    }

    void groups_foldByKey_data() { languages(); }
    void groups_foldByKey()
    {
        view()->setGrouping(Grouping::Tag);
        QCOMPARE(view()->model()->rowCount(), 3);
        press(Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(view()->groups()->isGroup(view()->currentIndex().row()));
        press(Qt::Key_Left);
        QCOMPARE(view()->model()->rowCount(), 1);
        press(Qt::Key_Right);
        QCOMPARE(view()->model()->rowCount(), 3);
    }

    void rows_areSelectedTogether_data() { languages(); }
    void rows_areSelectedTogether()
    {
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view()->selectedKeys().size(), 2);
    }
};

QTEST_MAIN(tst_contextkeys)
#include "tst_contextkeys.moc"
