// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnmenu.h"
#include "groupmodel.h"
#include "linesproxy.h"
#include "linesview.h"
#include "linetable.h"

#include <QAction>
#include <QHeaderView>
#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

//! Columns, groups and names of the table, by the keys and menus that a user has.
class TestLinesView final : public QObject
{
    Q_OBJECT

private:
    LineTable m_table;
    std::unique_ptr<LinesModel> m_model;
    std::unique_ptr<LinesProxy> m_proxy;
    std::unique_ptr<LinesView> m_view;

    static QAction *actionOf(const QMenu &menu, const QString &text)
    {
        for (QAction *action : menu.actions()) {
            if (action->text().remove(u'&').startsWith(text))
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_table = LineTable();
        m_model = std::make_unique<LinesModel>(m_table.source());
        m_proxy = std::make_unique<LinesProxy>(m_model.get());
        m_view = std::make_unique<LinesView>(m_model.get(), m_proxy.get());
        m_table.add(u"a"_s, u"10.0.0.1:7000"_s).line.tags = QStringList{u"hk"_s};
        m_table.add(u"b"_s, u"10.0.0.2:7000"_s).line.tags = QStringList{u"hk"_s};
        m_model->setKeys(m_table.keys());
        m_proxy->refresh();
        m_view->resize(1440, 400);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
    }
    void cleanup()
    {
        m_view.reset();
        m_proxy.reset();
        m_model.reset();
    }

    void columns_areOffUntilTheyHaveSomethingToSay()
    {
        for (const auto column :
             {LinesModel::Echo, LinesModel::Late, LinesModel::NotCounted, LinesModel::Tags,
              LinesModel::Median, LinesModel::P99, LinesModel::Stddev, LinesModel::Sent})
            QVERIFY(m_view->isColumnHidden(column));
        LineTable::put(m_table[1], 20);
        Sample late;
        late.line = 1;
        late.seq = 1;
        late.sentUs = 1'800'000'001'000'000;
        late.fate = Fate::Late;
        late.rttUs = 2'500'000;
        m_table[1].history.put(late);
        m_model->markDirty({1});
        m_model->apply();
        QVERIFY(!m_view->isColumnHidden(LinesModel::Late));
        QVERIFY(m_view->isColumnHidden(LinesModel::NotCounted));
        QCOMPARE(m_model->index(0, LinesModel::Late).data().toString(), u"1"_s);
        QCOMPARE(m_model->index(1, LinesModel::Late).data().toString(), u"—"_s);
        m_table[2].line.echo = Endpoint{u"10.1.0.1"_s, 9000};
        m_model->setKeys(m_table.keys());
        QVERIFY(!m_view->isColumnHidden(LinesModel::Echo));
    }

    void columns_thatTheUserPutAwayStayAway()
    {
        m_view->setColumnShown(LinesModel::Late, false);
        Sample late;
        late.line = 1;
        late.sentUs = 1'800'000'001'000'000;
        late.fate = Fate::Late;
        late.rttUs = 2'500'000;
        m_table[1].history.put(late);
        m_model->markDirty({1});
        m_model->apply();
        QVERIFY(m_view->isColumnHidden(LinesModel::Late));
    }

    void layout_isRestored()
    {
        m_view->setColumnShown(LinesModel::Median, true);
        m_view->setColumnShown(LinesModel::Jitter, false);
        m_view->moveColumn(LinesModel::Name, -1);
        m_view->setColumnWidth(LinesModel::Name, 222);
        m_view->setGrouping(Grouping::Entry);
        m_view->sortByColumn(LinesModel::Loss, Qt::DescendingOrder);
        const QJsonObject state = m_view->layoutState();
        m_proxy->sort(LinesModel::State);
        LinesView again(m_model.get(), m_proxy.get());
        again.setLayoutState(state);
        QVERIFY(!again.isColumnHidden(LinesModel::Median));
        QVERIFY(again.isColumnHidden(LinesModel::Jitter));
        QCOMPARE(again.columnOrder(), m_view->columnOrder());
        QCOMPARE(again.horizontalHeader()->visualIndex(LinesModel::Name), 1);
        QCOMPARE(again.columnWidth(LinesModel::Name), 222);
        QCOMPARE(again.groups()->grouping(), Grouping::Entry);
        QCOMPARE(again.horizontalHeader()->sortIndicatorSection(), int(LinesModel::Loss));
        QCOMPARE(again.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(m_proxy->sortColumn(), int(LinesModel::Loss));
        QCOMPARE(m_proxy->sortOrder(), Qt::DescendingOrder);
        again.resetColumns();
        QVERIFY(again.isColumnHidden(LinesModel::Median));
        QVERIFY(!again.isColumnHidden(LinesModel::Jitter));
        QCOMPARE(again.horizontalHeader()->visualIndex(LinesModel::Name), 2);
        QVERIFY(again.columnWidth(LinesModel::Name) != 222);
    }

    void layout_ofAnotherVersionOrBrokenIsReadAsFarAsItGoes()
    {
        const QJsonObject first = m_view->layoutState();
        QJsonObject broken{{u"columns"_s, QJsonArray{QJsonObject{{u"id"_s, u"no-such"_s}, {u"width"_s, 10}},
                                                     7, QJsonObject{{u"id"_s, u"loss"_s}, {u"width"_s, -3}},
                                                     QJsonObject{{u"id"_s, u"name"_s}, {u"shown"_s, false}}}},
                           {u"group"_s, 3}};
        m_view->setLayoutState(broken);
        QCOMPARE(m_view->columnOrder().first(), int(LinesModel::Loss));
        QVERIFY(!m_view->isColumnHidden(LinesModel::Name)); // never
        m_view->setLayoutState({});
        QCOMPARE(m_view->layoutState(), first);
    }

    void header_tellsThatTheOrderIsHeld()
    {
        m_view->setColumnShown(LinesModel::State, false);
        m_view->setColumnShown(LinesModel::Since, false); // the name is what is left to stand first
        m_view->setSelectionMode(QAbstractItemView::NoSelection);
        const QHeaderView *const header = m_view->horizontalHeader();
        const auto shot = [header](int column) {
            return header->viewport()
                ->grab(QRect(header->sectionViewportPosition(column), 0, header->sectionSize(column),
                             header->height()))
                .toImage();
        };
        const QImage name = shot(LinesModel::Name), loss = shot(LinesModel::Loss);
        m_view->showHeld(true);
        QVERIFY(shot(LinesModel::Name) != name);
        QCOMPARE(shot(LinesModel::Loss), loss);
        m_view->showHeld(false);
        QCOMPARE(shot(LinesModel::Name), name);
    }

    void columnMenu_movesHidesAndShows()
    {
        ColumnMenu menu(m_view.get(), nullptr);
        m_view->setCurrentIndex(m_view->model()->index(0, LinesModel::Mean));
        Q_EMIT menu.aboutToShow();
        const int before = m_view->horizontalHeader()->visualIndex(LinesModel::Mean);
        actionOf(menu, u"Move “Mean ms” left"_s)->trigger();
        QVERIFY(m_view->horizontalHeader()->visualIndex(LinesModel::Mean) < before);
        QAction *median = actionOf(menu, u"Median ms"_s);
        QVERIFY(!median->isChecked());
        median->trigger();
        QVERIFY(!m_view->isColumnHidden(LinesModel::Median));
        actionOf(menu, u"Hide “Mean ms”"_s)->trigger();
        QVERIFY(m_view->isColumnHidden(LinesModel::Mean));
        QVERIFY(!actionOf(menu, u"Name"_s)->isEnabled());
        actionOf(menu, u"Reset columns"_s)->trigger();
        QVERIFY(!m_view->isColumnHidden(LinesModel::Mean));
        QVERIFY(m_view->isColumnHidden(LinesModel::Median));
        QCOMPARE(m_view->horizontalHeader()->visualIndex(LinesModel::Mean), int(LinesModel::Mean));
    }

    void groups_foldByKeyAndStandForTheirLines()
    {
        m_view->setGrouping(Grouping::Tag);
        QCOMPARE(m_view->model()->rowCount(), 3);
        m_view->setCurrentIndex(m_view->model()->index(0, LinesModel::Name));
        QCOMPARE(m_view->selectedKeys(), m_table.keys());
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(m_view->selectedKeys(), m_table.keys());
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->model()->rowCount(), 3);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        m_view->selectKey(m_table.keys()[1]); // opens its group
        QCOMPARE(m_view->selectedKeys(), QList<LineKey>{m_table.keys()[1]});
    }

    void groups_foldByTheArrow()
    {
        m_view->setGrouping(Grouping::Tag);
        const QRect cell = m_view->visualRect(m_view->model()->index(0, LinesModel::Name));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(6, 6));
        QCOMPARE(m_view->model()->rowCount(), 1);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(6, 6));
        QCOMPARE(m_view->model()->rowCount(), 3);
    }

    void rename_asksForTheNameThatIsTyped()
    {
        QSignalSpy asked(m_model.get(), &LinesModel::renameRequested);
        m_view->selectKey(1);
        QVERIFY(!m_view->renameCurrent()); // not of what can not be renamed
        m_model->setRenamable(true);
        QVERIFY(m_view->renameCurrent());
        QVERIFY(m_view->isHeld()); // no row moves away under the editor
        auto *edit = m_view->findChild<QLineEdit *>();
        QVERIFY(edit);
        QCOMPARE(edit->text(), u"a"_s);
        edit->selectAll();
        QTest::keyClicks(edit, u"tokyo 1"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first()[0].value<LineKey>(), LineKey(1));
        QCOMPARE(asked.first()[1].toString(), u"tokyo 1"_s);
        QVERIFY(m_view->renameCurrent());
        QTest::keyClick(m_view->findChild<QLineEdit *>(), Qt::Key_Escape);
        QCOMPARE(asked.size(), 1);
    }

    void copy_isOfTheColumnsThatAreShown()
    {
        m_view->setColumnShown(LinesModel::Tags, true);
        m_view->moveColumn(LinesModel::Name, -1);
        m_view->selectAll();
        const QStringList rows = m_view->selectionAsText().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0],
                 u"State\tName\tSince\tTags\tEntry\tLoss %\tLost/n\tLast ms\tMean ms\tp95 ms\tJitter ms"_s);
        QCOMPARE(rows[1].split(u'\t')[1], u"a"_s);
        QCOMPARE(rows[1].split(u'\t')[3], u"hk"_s);
        QCOMPARE(rows[1].split(u'\t')[4], u"10.0.0.1:7000"_s); // with the port that the header took
    }
};

QTEST_MAIN(TestLinesView)
#include "tst_linesview.moc"
