// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "groupmodel.h"
#include "linesproxy.h"
#include "linetable.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

//! Rows of lines and of their groups, over the sorted and filtered lines.
class TestGroupModel final : public QObject
{
    Q_OBJECT

private:
    LineTable m_table;
    std::unique_ptr<LinesModel> m_model;
    std::unique_ptr<LinesProxy> m_proxy;
    std::unique_ptr<GroupModel> m_groups;
    std::unique_ptr<QAbstractItemModelTester> m_tester, m_sourceTester, m_proxyTester;

    LineState &add(const QString &name, const QString &entry, const QStringList &tags, Verdict verdict)
    {
        LineState &state = m_table.add(name, entry);
        state.line.tags = tags;
        state.verdict = verdict;
        return state;
    }
    void refresh()
    {
        m_model->markDirty(m_table.keys());
        m_model->apply();
        m_proxy->refresh();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_groups->rowCount(); ++row)
            all.append((m_groups->isGroup(row) ? u"*"_s : QString()) +
                       m_groups->index(row, LinesModel::Name).data().toString());
        return all;
    }
    [[nodiscard]] QString cell(int row, LinesModel::Column column) const
    {
        return m_groups->index(row, column).data().toString();
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_table = LineTable();
        m_model = std::make_unique<LinesModel>(m_table.source());
        m_proxy = std::make_unique<LinesProxy>(m_model.get());
        m_groups = std::make_unique<GroupModel>(m_model.get(), m_proxy.get());
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        m_sourceTester = std::make_unique<QAbstractItemModelTester>(m_model.get(), mode);
        m_proxyTester = std::make_unique<QAbstractItemModelTester>(m_proxy.get(), mode);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_groups.get(), mode);
        for (int i = 0; i < 10; ++i)
            LineTable::put(i == 0 ? add(u"a"_s, u"10.0.0.1:7000"_s, {u"hk"_s, u"cn2"_s}, Verdict::Critical)
                                  : m_table[1],
                           i < 4 ? -1 : 20);
        for (int i = 0; i < 30; ++i)
            LineTable::put(i == 0 ? add(u"b"_s, u"10.0.0.2:7000"_s, {u"hk"_s}, Verdict::Ok) : m_table[2], 50);
        add(u"c"_s, u"10.0.0.2:7001"_s, {}, Verdict::Ok);
        m_model->setKeys(m_table.keys());
        m_proxy->refresh();
    }
    void cleanup()
    {
        m_tester.reset();
        m_proxyTester.reset();
        m_sourceTester.reset();
        m_groups.reset();
        m_proxy.reset();
        m_model.reset();
    }

    void withoutGroups_theRowsAreTheLines()
    {
        QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(m_groups->keyAt(0), m_table.keys()[0]);
    }

    void byTag_aLineStandsUnderEachOfItsTags()
    {
        m_groups->setGrouping(Grouping::Tag);
        QCOMPARE(names(), (QStringList{u"*hk (2)"_s, u"a"_s, u"b"_s, u"*cn2 (1)"_s, u"a"_s, u"*No tag (1)"_s,
                                       u"c"_s}));
        QCOMPARE(m_groups->keysAt(0), (QList<LineKey>{m_table.keys()[0], m_table.keys()[1]}));
        m_groups->setGrouping(Grouping::Entry);
        QCOMPARE(names(), (QStringList{u"*10.0.0.1 (1)"_s, u"a"_s, u"*10.0.0.2 (2)"_s, u"b"_s, u"c"_s}));
        m_groups->setGrouping(Grouping::None);
        QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void rollUp_isOfAllDecidedProbesTogether()
    {
        m_groups->setGrouping(Grouping::Tag);
        // 4 of 10 and 0 of 30 lost: 10 %, not the mean of 40 % and 0 %.
        QCOMPARE(cell(0, LinesModel::Loss), u"10.0"_s);
        QCOMPARE(cell(0, LinesModel::LostOf), u"4/40"_s);
        QCOMPARE(cell(0, LinesModel::Mean), u"50.0"_s); // the worst of its lines
        QVERIFY(cell(0, LinesModel::State).contains(u"1 of 2 flagged"_s));
        QCOMPARE(m_groups->index(0, 0).data(LinesModel::VerdictRole).toInt(), int(Verdict::Critical));
        QCOMPARE(cell(0, LinesModel::Strip), u"1 Critical · 1 OK"_s);
        QVERIFY(m_groups->index(0, LinesModel::Loss).data(Qt::ToolTipRole).toString().contains(u"4 of 40"_s));
        QCOMPARE(cell(5, LinesModel::Loss), u"—"_s); // nothing measured
        // Bold where there is room for it: a clock time must not be cut.
        QVERIFY(m_groups->index(0, LinesModel::Name).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!m_groups->index(0, LinesModel::Since).data(Qt::FontRole).isValid());
        QCOMPARE(cell(5, LinesModel::Sent), u"—"_s);
    }

    void updates_reachTheGroupWithoutAReset()
    {
        m_groups->setGrouping(Grouping::Tag);
        QSignalSpy reset(m_groups.get(), &QAbstractItemModel::modelReset);
        QSignalSpy layout(m_groups.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy changed(m_groups.get(), &QAbstractItemModel::dataChanged);
        for (int i = 0; i < 60; ++i)
            LineTable::put(m_table[2], -1);
        m_model->markDirty({2});
        m_model->apply();
        QCOMPARE(cell(0, LinesModel::LostOf), u"64/100"_s);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(layout.size(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void rowsKeepTheirPlaceForSelections()
    {
        m_groups->setGrouping(Grouping::Tag);
        const QPersistentModelIndex group = m_groups->index(3, 0); // cn2
        const QPersistentModelIndex under = m_groups->index(4, LinesModel::Name);
        const QPersistentModelIndex b = m_groups->index(2, LinesModel::Name);
        m_table[3].verdict = Verdict::Dead; // c comes first now, and its group
        refresh();
        QCOMPARE(names().first(), u"*No tag (1)"_s);
        QCOMPARE(group.row(), 5);
        QCOMPARE(under.row(), 6);
        QCOMPARE(b.data().toString(), u"b"_s);
    }

    void folding_hidesTheLinesAndKeepsTheSum()
    {
        m_groups->setGrouping(Grouping::Tag);
        m_groups->setExpanded(0, false);
        QCOMPARE(names(), (QStringList{u"*hk (2)"_s, u"*cn2 (1)"_s, u"a"_s, u"*No tag (1)"_s, u"c"_s}));
        QCOMPARE(cell(0, LinesModel::LostOf), u"4/40"_s);
        QCOMPARE(m_groups->rowOf(m_table.keys()[1]), -1);
        LineTable::put(m_table[2], 50);
        refresh();
        QCOMPARE(cell(0, LinesModel::LostOf), u"4/41"_s);
        m_groups->reveal(m_table.keys()[1]);
        QCOMPARE(m_groups->rowOf(m_table.keys()[1]), 2);
        m_groups->setAllExpanded(false);
        QCOMPARE(m_groups->rowCount(), 3);
        m_groups->setAllExpanded(true);
        QCOMPARE(m_groups->rowCount(), 7);
    }

    void filter_narrowsGroupsToo()
    {
        m_groups->setGrouping(Grouping::Tag);
        m_proxy->setFilter(LineFilter(u"state:ok"));
        QCOMPARE(names(), (QStringList{u"*hk (1)"_s, u"b"_s, u"*No tag (1)"_s, u"c"_s}));
        QCOMPARE(cell(0, LinesModel::LostOf), u"0/30"_s);
        m_proxy->setFilter(LineFilter(u"nothing-like-it"));
        QCOMPARE(m_groups->rowCount(), 0);
        m_proxy->setFilter(LineFilter());
        QCOMPARE(m_groups->rowCount(), 7);
    }

    void linesThatComeGoOrChangeTheirTags()
    {
        m_groups->setGrouping(Grouping::Tag);
        m_model->setKeys({1, 3});
        QCOMPARE(names(),
                 (QStringList{u"*hk (1)"_s, u"a"_s, u"*cn2 (1)"_s, u"a"_s, u"*No tag (1)"_s, u"c"_s}));
        m_table[3].line.tags = QStringList{u"cn2"_s};
        m_model->setKeys(m_table.keys());
        m_proxy->refresh();
        QCOMPARE(names(), (QStringList{u"*hk (2)"_s, u"a"_s, u"b"_s, u"*cn2 (2)"_s, u"a"_s, u"c"_s}));
        m_model->setKeys({});
        QCOMPARE(m_groups->rowCount(), 0);
    }
};

QTEST_MAIN(TestGroupModel)
#include "tst_groupmodel.moc"
