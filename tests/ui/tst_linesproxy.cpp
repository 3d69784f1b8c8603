// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesproxy.h"

#include "linetable.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestLinesProxy final : public QObject
{
    Q_OBJECT

private:
    static QStringList names(const LinesProxy &proxy)
    {
        QStringList all;
        for (int row = 0; row < proxy.rowCount(); ++row)
            all.append(proxy.index(row, LinesModel::Name).data().toString());
        return all;
    }

private Q_SLOTS:
    void sort_bringsProblemsFirst()
    {
        LineTable table;
        const auto add = [&](const QString &name, Verdict verdict, qint64 began) {
            LineState &line = table.add(name, u"192.0.2.1:7000"_s);
            line.verdict = verdict;
            line.beganUs = began * 1'000'000;
        };
        add(u"ok 10"_s, Verdict::Ok, 601); // a second apart: by name
        add(u"ok 9"_s, Verdict::Ok, 602);
        add(u"ok 11, just recovered"_s, Verdict::Ok, 900);
        add(u"paused"_s, Verdict::Paused, 5);
        add(u"pending"_s, Verdict::Pending, 5);
        add(u"suspect"_s, Verdict::Suspect, 5);
        add(u"warning"_s, Verdict::Warning, 5);
        add(u"dead, older"_s, Verdict::Dead, 3);
        add(u"critical"_s, Verdict::Critical, 5);
        add(u"dead, newer 10"_s, Verdict::Dead, 4);
        add(u"dead, newer 2"_s, Verdict::Dead, 4);
        LinesModel model(table.source());
        LinesProxy proxy(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        proxy.refresh();
        QCOMPARE(names(proxy), (QStringList{u"dead, newer 2"_s, u"dead, newer 10"_s, u"dead, older"_s,
                                            u"critical"_s, u"warning"_s, u"suspect"_s, u"pending"_s,
                                            u"ok 11, just recovered"_s, u"ok 9"_s, u"ok 10"_s, u"paused"_s}));
    }

    void sort_byColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("expected");
        const int up = Qt::AscendingOrder, down = Qt::DescendingOrder;
        QTest::newRow("names are natural") << int(LinesModel::Name) << up << u"hk-2 hk-10 sg-1"_s;
        QTest::newRow("addresses are numbers, IPv4 before IPv6")
            << int(LinesModel::Entry) << up << u"sg-1 hk-10 hk-2"_s;
        QTest::newRow("unknown figures last, upwards") << int(LinesModel::Mean) << up << u"hk-10 hk-2 sg-1"_s;
        QTest::newRow("unknown figures last, downwards")
            << int(LinesModel::Mean) << down << u"hk-2 hk-10 sg-1"_s;
    }
    void sort_byColumn()
    {
        QFETCH(int, column);
        QFETCH(int, order);
        QFETCH(QString, expected);
        LineTable table;
        LineTable::put(table.add(u"hk-10"_s, u"10.0.0.9:7000"_s), 9);
        LineTable::put(table.add(u"hk-2"_s, u"[2001:db8::1]:7000"_s), 100);
        table.add(u"sg-1"_s, u"9.255.0.1:7000"_s);
        LinesModel model(table.source());
        LinesProxy proxy(&model);
        model.setKeys(table.keys());
        proxy.sort(column, static_cast<Qt::SortOrder>(order));
        QCOMPARE(names(proxy).join(u' '), expected);
    }

    void rows_moveOnlyWhenRefreshed()
    {
        LineTable table;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            table.add(name, u"192.0.2.1:7000"_s).verdict = Verdict::Ok;
        LinesModel model(table.source());
        LinesProxy proxy(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        proxy.refresh();
        QVERIFY(!proxy.isStale());
        QSignalSpy moved(&proxy, &QAbstractItemModel::layoutChanged);
        const QPersistentModelIndex b = proxy.index(1, LinesModel::Name);

        table[table.keys()[2]].verdict = Verdict::Dead;
        model.markDirty(table.keys());
        model.apply();
        QCOMPARE(names(proxy), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(proxy.isStale());
        proxy.refresh();
        QCOMPARE(names(proxy), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        QCOMPARE(b.row(), 2);
        QCOMPARE(moved.size(), 1);
        proxy.refresh(); // nothing to do
        QCOMPARE(moved.size(), 1);
    }

    void filter_byStateAndExpression()
    {
        LineTable table;
        table.add(u"hk-1"_s, u"10.0.0.1:7000"_s).verdict = Verdict::Dead;
        LineState &lossy = table.add(u"hk-2"_s, u"10.0.0.2:7000"_s);
        lossy.verdict = Verdict::Warning;
        for (int i = 0; i < 10; ++i)
            LineTable::put(lossy, i == 0 ? -1 : 20);
        table.add(u"sg-1"_s, u"10.0.0.3:7000"_s).verdict = Verdict::Ok;
        LinesModel model(table.source());
        LinesProxy proxy(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        proxy.setStates(ProblemStates);
        QCOMPARE(names(proxy), (QStringList{u"hk-1"_s, u"hk-2"_s}));
        proxy.setFilter(LineFilter(u"loss>5"));
        QCOMPARE(names(proxy), QStringList{u"hk-2"_s});
        proxy.setStates(AllStates);
        proxy.setFilter(LineFilter(u"sg"));
        QCOMPARE(names(proxy), QStringList{u"sg-1"_s});
        proxy.setFilter(LineFilter());
        QCOMPARE(proxy.rowCount(), 3);
    }

    void filter_followsTheStateOnlyWhenRefreshed()
    {
        LineTable table;
        table.add(u"a"_s, u"10.0.0.1:7000"_s).verdict = Verdict::Ok;
        LinesModel model(table.source());
        LinesProxy proxy(&model);
        model.setKeys(table.keys());
        proxy.setStates(stateBit(Verdict::Ok));
        table[table.keys()[0]].verdict = Verdict::Dead;
        model.markDirty(table.keys());
        model.apply();
        QCOMPARE(proxy.rowCount(), 1);
        QVERIFY(proxy.isStale());
        proxy.refresh();
        QCOMPARE(proxy.rowCount(), 0);
    }
};

QTEST_MAIN(TestLinesProxy)
#include "tst_linesproxy.moc"
