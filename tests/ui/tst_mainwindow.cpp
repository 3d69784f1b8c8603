// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"
#include "emptystate.h"
#include "exportdialog.h"
#include "fourlinestest.h"
#include "linesmodel.h"
#include "linesview.h"
#include "pastedialog.h"
#include "sweepdialog.h"
#include "sweepmodel.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

using namespace plumb;
using namespace Qt::StringLiterals;

//! The whole window on real probes to a reflector on loopback, by keyboard where there is a key.
class TestMainWindow final : public FourLinesTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUpFour(); }
    void cleanup() { tearDown(); }

    void withoutLines_theEmptyStateStands()
    {
        QVERIFY(m_window->findChild<EmptyState *>()->isVisible());
        QVERIFY(!view()->isVisible());
        QVERIFY(!action(u"▶ Start"_s)->isEnabled());
        QVERIFY(!action(u"Export CSV"_s)->isEnabled());
        QCOMPARE(m_window->windowTitle(), u"Plumbline"_s);
    }

    void openingAProfile_sendsNothingBeforeStart()
    {
        open();
        QVERIFY(view()->isVisible());
        QCOMPARE(m_monitor->state(), Monitor::State::Idle);
        QVERIFY(m_window->windowTitle().contains(u"Test lines"_s));
        auto *plan = m_window->findChild<QWidget *>(u"planBar"_s);
        QVERIFY(plan->isVisible());
        QVERIFY2(plan->accessibleName().contains(u"80 probes/s"_s), qPrintable(plan->accessibleName()));
        QCOMPARE(m_reflector->totals().received, quint64(0));
    }

    void aBrokenProfile_isToldAndNotOpened()
    {
        const QString name = path(u"broken.plumb"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"plumbline\": 1, \"lines\": [ { \"entry\": \"010.0.0.1:7\" } ] }");
        file.close();
        m_window->openFile(name);
        QTRY_VERIFY(shown<QDialog>());
        QCOMPARE(table()->rowCount(), 0);
        shown<QDialog>()->close();
    }

    void watching_fillsTheTableAndSortsProblemsFirst()
    {
        start();
        QVERIFY(!m_window->findChild<QWidget *>(u"planBar"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(cell(rowNamed(u"good 0"_s), LinesModel::Loss), u"0.0"_s, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(cell(rowNamed(u"silent"_s), LinesModel::Loss), u"100.0"_s, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, LinesModel::Name), u"silent"_s, 20'000);
        auto *events = m_window->findChild<QListView *>(u"eventsView"_s);
        QTRY_VERIFY(events->model()->rowCount() > 0);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(m_monitor->state(), Monitor::State::Idle);
    }

    void silenceOfAllLines_isToldWithItsUsualCauses()
    {
        const QString name = path(u"silent.txt"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("127.0.0.1:" + QByteArray::number(m_reflector->ports()[3]) + " only\n");
        file.close();
        m_window->openFile(name);
        QTRY_VERIFY(shown<PasteDialog>());
        shown<PasteDialog>()->accept();
        QTRY_COMPARE(table()->rowCount(), 1);
        auto *banner = m_window->findChild<QWidget *>(u"silenceBar"_s);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(m_monitor->state(), Monitor::State::Running);
        QVERIFY(!banner->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20'000);
        QVERIFY(banner->accessibleName().contains(u"firewall"_s));
        QTest::mouseClick(banner->findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(!banner->isVisible());
    }

    void freeze_holdsThePictureWhileProbingGoesOn()
    {
        start();
        QTRY_VERIFY(cell(0, LinesModel::LostOf) != u"—"_s);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Space);
        QVERIFY(action(u"Freeze"_s)->isChecked());
        QStringList before;
        for (int row = 0; row < 4; ++row)
            before.append(cell(row, LinesModel::LostOf));
        const qint64 answered = m_monitor->answered();
        QTRY_VERIFY(m_monitor->answered() > answered + 30);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(cell(row, LinesModel::LostOf), before[row]);
        QTest::keyClick(view(), Qt::Key_Space);
        QTRY_VERIFY(cell(0, LinesModel::LostOf) != before[0]);
    }

    void sweepSelected_takesThePlaceOfTheWatchAndShowsItsResult()
    {
        start();
        view()->setFocus();
        view()->selectRow(rowNamed(u"silent"_s));
        view()->selectionModel()->select(table()->index(rowNamed(u"good 1"_s), 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QVERIFY(action(u"Sweep selected"_s));
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QTRY_VERIFY(m_monitor->sweepProgress());
        QCOMPARE(m_monitor->runKind(), RunKind::Watch);
        QCOMPARE(m_monitor->sweepProgress()->lines, 2);
        QVERIFY(!action(u"Sweep selected"_s)->isEnabled()); // one at a time
        auto *cancel = m_window->findChild<QToolButton *>(u"cancelSweep"_s);
        QTRY_VERIFY(cancel->isVisible());
        QTRY_VERIFY(m_window->findChild<QLabel *>(u"stateField"_s)->text().contains(u"Sweep of 2 line"_s));
        QTRY_VERIFY_WITH_TIMEOUT(shown<SweepDialog>(), 20'000);
        QVERIFY(!m_monitor->sweepProgress());
        QVERIFY(!shown<SweepDialog>()->isModal());
        const auto *result = shown<SweepDialog>()->findChild<SweepModel *>();
        QCOMPARE(result->rowCount(), 2);
        QCOMPARE(result->index(0, SweepModel::LineName).data().toString(), u"silent"_s);
        QCOMPARE(result->index(0, SweepModel::LostOf).data().toString(), u"40/40"_s);
        QCOMPARE(result->index(1, SweepModel::Outcome).data().toString(), u"Pass"_s);
        shown<SweepDialog>()->close();
        QCOMPARE(m_monitor->state(), Monitor::State::Running);
        QTRY_VERIFY(!cancel->isVisible());

        view()->clearSelection(); // then it is of all lines
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QTRY_VERIFY(m_monitor->sweepProgress());
        QCOMPARE(m_monitor->sweepProgress()->lines, 4);
        QTRY_VERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!m_monitor->sweepProgress());
        QCOMPARE(m_monitor->state(), Monitor::State::Running);
    }

    void sweep_ofTheSelectionWithoutAWatch()
    {
        open();
        view()->selectRow(rowNamed(u"good 2"_s));
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QTRY_COMPARE(m_monitor->state(), Monitor::State::Running);
        QTRY_COMPARE_WITH_TIMEOUT(m_monitor->state(), Monitor::State::Idle, 20'000);
        QTRY_COMPARE(cell(rowNamed(u"good 2"_s), LinesModel::LostOf), u"0/40"_s);
        QCOMPARE(cell(rowNamed(u"good 1"_s), LinesModel::LostOf), u"—"_s);
    }

    void groups_areChosenInTheMenuAndKept()
    {
        open();
        action(u"by entry"_s)->trigger();
        QCOMPARE(table()->rowCount(), 5);
        QVERIFY(m_window->findChild<QToolButton *>(u"groupButton"_s)->text().contains(u"by entry"_s));
        view()->setFocus();
        view()->setCurrentIndex(table()->index(0, 0));
        QTest::keyClick(view(), Qt::Key_D, Qt::ControlModifier); // a group stands for its lines
        QTRY_VERIFY(std::none_of(m_monitor->profile().lines.begin(), m_monitor->profile().lines.end(),
                                 [](const Line &line) { return line.enabled; }));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        m_window->close();
        MainWindow again(m_monitor.get());
        again.openLast();
        QTRY_COMPARE(again.findChild<LinesView *>()->model()->rowCount(), 5);
    }

    void sweep_showsItsWholeRunAndEndsByItself()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QTRY_COMPARE(m_monitor->runKind(), RunKind::Sweep);
        QTRY_COMPARE(m_monitor->state(), Monitor::State::Running);
        QVERIFY(!action(u"Add a line"_s)->isEnabled());
        QVERIFY(!action(u"Remove"_s)->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(m_monitor->state(), Monitor::State::Idle, 20'000);
        QTRY_COMPARE(cell(rowNamed(u"good 0"_s), LinesModel::LostOf), u"0/40"_s);
        QTRY_COMPARE(cell(rowNamed(u"silent"_s), LinesModel::LostOf), u"40/40"_s);
        QVERIFY(action(u"Add a line"_s)->isEnabled());
        QTRY_COMPARE(m_window->findChild<QLabel *>(u"stateField"_s)->text(),
                     u"Sweep done: 1 of 4 lines flagged"_s);
    }

    void exportSummary_hasTheTablesNumbers()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->answered() > 30, 10'000);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(m_monitor->state(), Monitor::State::Idle, 10'000);
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(shown<ExportDialog>());
        shown<ExportDialog>()->accept();
        QTRY_VERIFY(shown<QFileDialog>());
        const QString name = path(u"out.csv"_s);
        auto *chooser = shown<QFileDialog>();
        Q_EMIT chooser->fileSelected(name);
        chooser->close();
        QTRY_VERIFY(QFile::exists(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList rows = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 5);
        const QStringList titles = rows[0].split(u',');
        QCOMPARE(titles, summaryColumns());
        for (qsizetype i = 1; i < rows.size(); ++i) {
            const QStringList cells = rows[i].split(u',');
            const int row = rowNamed(cells[titles.indexOf(u"line"_s)]);
            QVERIFY(row >= 0);
            QCOMPARE(QString::number(cells[titles.indexOf(u"loss_pct"_s)].toDouble(), 'f', 1),
                     cell(row, LinesModel::Loss));
            const QString mean = cells[titles.indexOf(u"mean_ms"_s)];
            if (mean.isEmpty())
                QCOMPARE(cell(row, LinesModel::Mean), u"—"_s);
            else
                QVERIFY(qAbs(mean.toDouble() - cell(row, LinesModel::Mean).toDouble()) < 0.051);
        }
    }

    void keyboard_goesFromFilterToTable()
    {
        open();
        QVERIFY(view()->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *edit = m_window->findChild<QLineEdit *>(u"filterEdit"_s);
        QTRY_VERIFY(edit->hasFocus());
        for (int tabs = 0; tabs < 12 && !view()->hasFocus(); ++tabs)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(view()->hasFocus());
    }

    void paintedCells_haveTextForScreenReaders()
    {
        open();
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(view());
        QVERIFY(face && face->tableInterface());
        QCOMPARE(face->text(QAccessible::Name), u"Lines"_s);
        const QAccessibleInterface *state = face->tableInterface()->cellAt(0, LinesModel::State);
        const QAccessibleInterface *strip = face->tableInterface()->cellAt(0, LinesModel::Strip);
        QVERIFY(state && strip);
        QVERIFY(!state->text(QAccessible::Name).isEmpty());
        QVERIFY(!strip->text(QAccessible::Name).isEmpty());
    }

    void selection_staysWithTheLineWhenRowsMove()
    {
        start();
        view()->selectRow(rowNamed(u"silent"_s));
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, LinesModel::Name), u"silent"_s, 20'000);
        QCOMPARE(view()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(view()->selectionModel()->selectedRows().first().row(), 0);
    }

    void filter_narrowsTheTable()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *edit = m_window->findChild<QLineEdit *>(u"filterEdit"_s);
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"silent"_s);
        QTRY_COMPARE(table()->rowCount(), 1);
        QTest::keyClicks(edit, u" x"_s); // a space types, it does not freeze the view
        QVERIFY(!action(u"Freeze"_s)->isChecked());
        QTRY_COMPARE(table()->rowCount(), 0);
    }

    void window_remembersItsPartsAndItsProfile()
    {
        open();
        view()->setColumnWidth(LinesModel::Name, 222);
        m_window->close();
        QVERIFY(!m_window->isVisible());
        MainWindow again(m_monitor.get());
        QCOMPARE(again.findChild<LinesView *>()->columnWidth(LinesModel::Name), 222);
        again.openLast();
        QTRY_VERIFY(again.windowTitle().contains(u"Test lines"_s));
    }

    void demo_probesAtOnceAndAsksNothingAtTheEnd()
    {
        m_window->startDemo();
        QTRY_COMPARE(table()->rowCount(), 24);
        QTRY_COMPARE(m_monitor->state(), Monitor::State::Running);
        QVERIFY(m_window->findChild<QWidget *>(u"demoBar"_s)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->answered() > 24, 10'000);
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }

    void everyAction_isInAMenu()
    {
        QStringList keys;
        const auto menus = m_window->menuBar()->actions();
        for (const QAction *menu : menus) {
            const auto actions = menu->menu()->actions();
            for (const QAction *each : actions) {
                if (each->shortcut().isEmpty())
                    continue;
                QVERIFY2(!keys.contains(each->shortcut().toString()), qPrintable(each->text()));
                keys.append(each->shortcut().toString());
            }
        }
        for (const QString &key :
             {u"F1"_s, u"F5"_s, u"F6"_s, u"F7"_s, u"F8"_s, u"Ctrl+O"_s, u"Ctrl+S"_s, u"Ctrl+E"_s, u"Ctrl+L"_s,
              u"Ctrl+D"_s, u"Ctrl+V"_s, u"Ctrl+C"_s, u"Ctrl+F"_s, u"Ctrl+Z"_s, u"Del"_s, u"Space"_s})
            QVERIFY2(keys.contains(key), qPrintable(key));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
