// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fourlinestest.h"
#include "linedialog.h"
#include "pastedialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>

using namespace plumb;
using namespace Qt::StringLiterals;

//! Lines changed in the window: renamed, copied, pasted, paused, removed, and all of it undone.
class tst_windowediting final : public FourLinesTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUpFour(); }
    void cleanup() { tearDown(); }

    void rename_inPlaceAndUndo()
    {
        open();
        view()->setFocus();
        view()->selectRow(rowNamed(u"good 1"_s));
        QTest::keyClick(view(), Qt::Key_F2);
        auto *edit = view()->viewport()->findChild<QLineEdit *>();
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, u"tokyo 7"_s);  // a space types here
        QTest::keyClick(edit, Qt::Key_Return); // and Enter opens no dialog
        QTRY_VERIFY(rowNamed(u"tokyo 7"_s) >= 0);
        QCOMPARE(rowNamed(u"good 1"_s), -1);
        QVERIFY(!shown<LineDialog>());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(rowNamed(u"good 1"_s) >= 0);
        view()->setFocus();
        view()->selectionModel()->select(table()->index(rowNamed(u"good 1"_s), 0),
                                         QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QVERIFY(action(u"Edit"_s)->isEnabled());
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_VERIFY(shown<LineDialog>());
        shown<LineDialog>()->reject();
    }

    void duplicate_isUndoable()
    {
        open();
        view()->selectRow(rowNamed(u"good 1"_s));
        action(u"Duplicate"_s)->trigger();
        QTRY_COMPARE(table()->rowCount(), 5);
        QVERIFY(rowNamed(u"good 1 (copy)"_s) >= 0);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(table()->rowCount(), 4);
    }

    void copies_asCsvAsListAndEntries()
    {
        open();
        view()->selectRow(rowNamed(u"good 1"_s));
        action(u"Copy as CSV"_s)->trigger();
        const QString csv = QGuiApplication::clipboard()->text();
        QVERIFY(csv.startsWith(u"line_id,line,entry"_s));
        QCOMPARE(csv.count(u'\n'), 2);
        QVERIFY(csv.contains(u",good 1,127.0.0.1:"_s));
        action(u"Copy as list lines"_s)->trigger();
        const QString list = QGuiApplication::clipboard()->text();
        QCOMPARE(list, QString(u"127.0.0.1:%1 good 1\n"_s).arg(m_reflector->ports()[1]));
        action(u"Copy entry address"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString(u"127.0.0.1:%1"_s).arg(m_reflector->ports()[1]));
    }

    void paste_fromASpreadsheet()
    {
        QGuiApplication::clipboard()->setText(
            u"Name\tEntry\tEcho\tTags\n\"Tokyo \"\"01\"\"\"\t10.0.0.1:7000\t10.1.0.1:9000\thk;cn2\n"
            "Tokyo 02\t10.0.0.2:7000\t\t\n"_s);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(shown<PasteDialog>());
        const QList<Line> pasted = shown<PasteDialog>()->lines();
        QCOMPARE(pasted.size(), 2);
        QCOMPARE(pasted[0].tags, (QStringList{u"hk"_s, u"cn2"_s}));
        QVERIFY(pasted[0].name.contains(u"\"01\""_s));
        QCOMPARE(pasted[1].name, u"Tokyo 02"_s);
        QVERIFY(!pasted[1].echo);
        shown<PasteDialog>()->reject();
    }

    void removeAndUndo_byKeyboard()
    {
        open();
        view()->setFocus();
        view()->selectRow(rowNamed(u"good 1"_s));
        QTest::keyClick(view(), Qt::Key_Delete);
        QCOMPARE(table()->rowCount(), 3);
        QVERIFY(m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(table()->rowCount(), 4);
        QVERIFY(!m_window->isWindowModified());
    }

    void pause_isUndoable()
    {
        open();
        view()->selectRow(rowNamed(u"good 1"_s));
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(table()->index(rowNamed(u"good 1"_s), 0).data(LinesModel::VerdictRole).toInt(),
                     int(Verdict::Paused));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(table()->index(rowNamed(u"good 1"_s), 0).data(LinesModel::VerdictRole).toInt() !=
                    int(Verdict::Paused));
    }

    void copy_givesTabSeparatedRowsThatPasteBack()
    {
        open();
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text.split(u'\n', Qt::SkipEmptyParts).size(), 5);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(shown<PasteDialog>());
        QCOMPARE(shown<PasteDialog>()->lines().size(), 4);
        shown<PasteDialog>()->reject();
    }

    void paste_addsToTheEmptyWindow()
    {
        QGuiApplication::clipboard()->setText(u"127.0.0.1:7000 A\n127.0.0.1:7001 B\n"_s);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(shown<PasteDialog>());
        shown<PasteDialog>()->accept();
        QTRY_COMPARE(table()->rowCount(), 2);
        QCOMPARE(m_monitor->state(), Monitor::State::Idle);
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(*m_monitor->profile().rules, gamesRules());
    }

    void closing_asksForWhatIsNotSaved()
    {
        open();
        view()->setFocus();
        view()->selectRow(0);
        QTest::keyClick(view(), Qt::Key_Delete);
        m_window->close();
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(shown<QMessageBox>());
        shown<QMessageBox>()->button(QMessageBox::Cancel)->click();
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(!shown<QMessageBox>());
        m_window->close();
        QTRY_VERIFY(shown<QMessageBox>());
        shown<QMessageBox>()->button(QMessageBox::Discard)->click();
        QTRY_VERIFY(!m_window->isVisible());
    }
};

QTEST_MAIN(tst_windowediting)
#include "tst_windowediting.moc"
