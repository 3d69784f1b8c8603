// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"
#include "linesview.h"
#include "notedialog.h"
#include "profilefile.h"
#include "sharingpanel.h"
#include "windowtest.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace plumb;
using namespace Qt::StringLiterals;

//! From bad lines to what is told of them, in the whole window on real probes, by keyboard.
class TestTelling final : public WindowTest
{
    Q_OBJECT

private:
    // Four lines of one entry address that are silent, six of another that answer.
    void open()
    {
        Profile profile = quickProfile();
        const QList<quint16> ports = m_reflector->ports();
        for (int i = 0; i < 10; ++i) {
            Line line;
            line.id = u"l%1"_s.arg(i);
            line.name = u"line %1"_s.arg(i);
            line.entry = i < 4 ? Endpoint{u"127.0.0.2"_s, ports[1]} : Endpoint{u"127.0.0.1"_s, ports[0]};
            profile.lines.append(line);
        }
        QCOMPARE(saveProfile(profile, path(u"test.plumb"_s)), QString());
        m_window->openFile(path(u"test.plumb"_s));
        QTRY_COMPARE(table()->rowCount(), 10);
    }
    LinesView *view() const { return m_window->findChild<LinesView *>(); }
    QAbstractItemModel *table() const { return view()->model(); }
    QWidget *banner() const { return m_window->findChild<QWidget *>(u"troubleBar"_s); }
    QAbstractItemModel *events() const { return m_window->findChild<QListView *>(u"eventsView"_s)->model(); }

private Q_SLOTS:
    void init()
    {
        setUp();
        QCOMPARE(addPort(), QString());
        QCOMPARE(addPort(true, QHostAddress(u"127.0.0.2"_s)), QString());
        QVERIFY(makeWindow());
    }
    void cleanup() { tearDown(); }

    void badLines_areFoundProvedAndTold()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), 60'000);
        auto *pages = m_window->findChild<QTabWidget *>(u"pagesBelow"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pages->tabText(1), u"What they share (1)"_s, 30'000);
        QCOMPARE(pages->currentIndex(), 0); // never opens by itself
        QTRY_VERIFY_WITH_TIMEOUT(banner()->accessibleName().contains(u"all 4 of 4 through entry 127.0.0.2"_s),
                                 30'000);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), 1);
        auto *rows = m_window->findChild<QTreeView *>(u"sharingView"_s);
        QTRY_VERIFY(rows->model()->rowCount() > 0);
        QCOMPARE(rows->model()->index(0, 0).data().toString(), u"entry 127.0.0.2"_s);
        rows->setFocus();
        rows->setCurrentIndex(rows->model()->index(0, 0));
        QTest::keyClick(rows, Qt::Key_Return);
        QCOMPARE(table()->rowCount(), 4);

        view()->selectRow(0);
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY2(copied->text().startsWith(u"[Plumbline] line "_s), qPrintable(copied->text()));
        QVERIFY(copied->text().contains(u"from station test-01"_s));
        QVERIFY(copied->text().contains(
            u"same time: 4 of 4 lines through this entry bad, 0 of 6 others flagged"_s));
        QVERIFY(copied->hasImage());
        QVERIFY(!qvariant_cast<QImage>(copied->imageData()).isNull());
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"mtr -u -P %1 127.0.0.2"_s.arg(m_reflector->ports()[1]));
        const auto actions = m_window->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text().contains(u"8 h"_s))
                action->trigger();
        }
        const QString shift = QGuiApplication::clipboard()->text();
        QVERIFY2(shift.startsWith(u"[Plumbline] Test lines, the last 8 h"_s), qPrintable(shift));
        QVERIFY2(shift.contains(u"Known only from"_s), qPrintable(shift));
        QVERIFY2(shift.contains(u"Flagged: 4 of 10 lines"_s), qPrintable(shift));
    }

    void aNote_showsAndSurvivesTheWindow()
    {
        open();
        // selectRow() would ask the keyboard, which still has the Ctrl of the last test.
        QVERIFY(view()->selectKeys({m_monitor->keys()[2]}));
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<NoteDialog>());
        shown<NoteDialog>()
            ->activateWindow(); // no window manager does it here, and until then keys are the table's
        QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(shown<NoteDialog>()));
        auto *text = shown<NoteDialog>()->findChild<QLineEdit *>(u"noteText"_s);
        QTest::keyClicks(text, u"backbone switch"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(events()->rowCount(), 1);
        QCOMPARE(events()->index(0, 0).data().toString(), u"line 2: backbone switch"_s);
        QVERIFY(!m_window->isWindowModified());
        m_window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(events()->rowCount(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(events()->rowCount(), 1);
        m_window->close();
        QVERIFY(makeWindow());
        open();
        QTRY_COMPARE(events()->rowCount(), 1);
        QVERIFY(events()->index(0, 0).data().toString().endsWith(u": backbone switch"_s));
    }
};

QTEST_MAIN(TestTelling)
#include "tst_telling.moc"
