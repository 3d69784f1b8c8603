// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linetable.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestLinesModel final : public QObject
{
    Q_OBJECT

private:
    static QString cell(const LinesModel &model, int row, LinesModel::Column column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void shows_theFiguresOfTheLast100Decided()
    {
        LineTable table;
        LineState &line = table.add(u"hk"_s, u"192.0.2.1:7000"_s, u"198.51.100.1:9000"_s);
        for (int i = 0; i < 50; ++i)
            LineTable::put(line, -1); // outside the last 100
        for (int i = 0; i < 88; ++i)
            LineTable::put(line, i % 2 == 0 ? 40 : 42);
        for (int i = 0; i < 12; ++i)
            LineTable::put(line, -1);
        line.verdict = Verdict::Warning;
        LinesModel model(table.source());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        QCOMPARE(cell(model, 0, LinesModel::Loss), u"12.0"_s);
        QCOMPARE(cell(model, 0, LinesModel::LostOf), u"12/100"_s);
        QCOMPARE(cell(model, 0, LinesModel::Mean), u"41.0"_s);
        QCOMPARE(cell(model, 0, LinesModel::P95), u"42.0"_s);
        QCOMPARE(cell(model, 0, LinesModel::Jitter), u"2.00"_s);
        QCOMPARE(cell(model, 0, LinesModel::Last), u"—"_s); // the newest probe was lost
        QVERIFY(model.index(0, LinesModel::Loss).data(Qt::ToolTipRole).toString().contains(u"12 of 100"_s));
        model.setRunKind(RunKind::Sweep);
        QCOMPARE(cell(model, 0, LinesModel::LostOf), u"62/150"_s);
    }

    void shows_aDashForWhatIsUnknown()
    {
        LineTable table;
        table.add(u"new"_s, u"192.0.2.1:7000"_s);
        LinesModel model(table.source());
        model.setKeys(table.keys());
        for (const auto column : {LinesModel::Since, LinesModel::Echo, LinesModel::Loss, LinesModel::LostOf,
                                  LinesModel::Last, LinesModel::Mean, LinesModel::P95, LinesModel::Jitter})
            QCOMPARE(cell(model, 0, column), u"—"_s);
    }

    void header_takesThePortThatAllShare()
    {
        LineTable table;
        table.add(u"a"_s, u"192.0.2.1:7000"_s, u"198.51.100.1:9000"_s);
        table.add(u"b"_s, u"[2001:db8::7]:7000"_s, u"198.51.100.2:9001"_s);
        LinesModel model(table.source());
        QSignalSpy echo(&model, &LinesModel::echoPresenceChanged);
        model.setKeys(table.keys());
        QCOMPARE(model.headerData(LinesModel::Entry, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"Entry :7000"_s);
        QCOMPARE(cell(model, 1, LinesModel::Entry), u"2001:db8::7"_s);
        QCOMPARE(model.headerData(LinesModel::Echo, Qt::Horizontal, Qt::DisplayRole).toString(), u"Echo"_s);
        QCOMPARE(cell(model, 1, LinesModel::Echo), u"198.51.100.2:9001"_s);
        QCOMPARE(echo.size(), 1);
        QVERIFY(model.hasEcho());
    }

    void apply_tellsContiguousRangesAndNeverResets()
    {
        LineTable table;
        for (int i = 0; i < 20; ++i)
            table.add(QString(u"line %1"_s).arg(i), u"192.0.2.1:7000"_s);
        LinesModel model(table.source());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (const int row : {2, 3, 4, 9}) {
            LineTable::put(table[table.keys()[row]], 20);
            model.markDirty({table.keys()[row]});
        }
        QCOMPARE(changed.size(), 0); // not before apply()
        model.apply();
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[0][0].toModelIndex().row(), 2);
        QCOMPARE(changed[0][1].toModelIndex().row(), 4);
        QCOMPARE(changed[1][0].toModelIndex().row(), 9);
        QVERIFY(changed[0][2].value<QList<int>>().contains(Qt::DisplayRole));
        changed.clear();

        model.markDirty(table.keys()); // dirty, but the same
        model.apply();
        QCOMPARE(changed.size(), 0);

        for (const LineKey key : table.keys())
            LineTable::put(table[key], 20);
        model.markDirty(table.keys());
        model.apply();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void setKeys_keepsRowsThatStay_data()
    {
        QTest::addColumn<QList<int>>("wanted");
        QTest::newRow("some removed") << QList<int>{1, 4, 5};
        QTest::newRow("put back in the middle") << QList<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("all removed") << QList<int>{};
        QTest::newRow("first and last removed") << QList<int>{1, 2, 3, 4};
    }
    void setKeys_keepsRowsThatStay()
    {
        QFETCH(QList<int>, wanted);
        LineTable table;
        for (int i = 0; i < 6; ++i)
            table.add(QString(u"line %1"_s).arg(i), u"192.0.2.1:7000"_s);
        LinesModel model(table.source());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QList<LineKey> all = table.keys();
        model.setKeys({all[1], all[4]});
        const QPersistentModelIndex kept = model.index(1, LinesModel::Name);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QList<LineKey> keys;
        for (const int index : wanted)
            keys.append(all[index]);
        model.setKeys(keys);
        QCOMPARE(model.rowCount(), keys.size());
        for (int row = 0; row < keys.size(); ++row) {
            QCOMPARE(model.row(row).key, keys[row]);
            QCOMPARE(model.rowOf(keys[row]), row);
        }
        QCOMPARE(kept.isValid(), wanted.contains(4));
        if (kept.isValid())
            QCOMPARE(kept.data().toString(), u"line 4"_s);
        QCOMPARE(reset.size(), 0);
    }

    void setKeys_inAnotherOrder()
    {
        LineTable table;
        for (int i = 0; i < 3; ++i)
            table.add(QString(u"line %1"_s).arg(i), u"192.0.2.1:7000"_s);
        LinesModel model(table.source());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        const QList<LineKey> turned{table.keys()[2], table.keys()[0], table.keys()[1]};
        model.setKeys(turned);
        QCOMPARE(cell(model, 0, LinesModel::Name), u"line 2"_s);
        QCOMPARE(cell(model, 2, LinesModel::Name), u"line 1"_s);
    }

    void worstRow_isByStateThenLoss()
    {
        LineTable table;
        LineState &fine = table.add(u"fine"_s, u"192.0.2.1:7000"_s);
        fine.verdict = Verdict::Ok;
        LineTable::put(fine, -1);
        LineState &slightly = table.add(u"slightly"_s, u"192.0.2.2:7000"_s);
        slightly.verdict = Verdict::Warning;
        LineTable::put(slightly, 10);
        LineState &more = table.add(u"more"_s, u"192.0.2.3:7000"_s);
        more.verdict = Verdict::Warning;
        LineTable::put(more, -1);
        LinesModel model(table.source());
        QCOMPARE(model.worstRow(), -1);
        model.setKeys(table.keys());
        QCOMPARE(model.worstRow(), 2);
    }

    void paintedColumn_hasAccessibleText()
    {
        LineTable table;
        LineTable::put(table.add(u"a"_s, u"192.0.2.1:7000"_s), 25);
        LinesModel model(table.source());
        model.setKeys(table.keys());
        QCOMPARE(model.index(0, LinesModel::Strip).data(Qt::AccessibleTextRole).toString(),
                 u"last 10 minutes: nothing decided yet"_s); // it was sent at another time
        QVERIFY(!model.index(0, LinesModel::State).data(Qt::AccessibleTextRole).toString().isEmpty());
        LineState &now = table.add(u"b"_s, u"192.0.2.2:7000"_s);
        for (const qint64 ms : {9, 14, -1, -1}) {
            Sample sample;
            sample.line = now.key;
            sample.seq = now.history.endSeq();
            sample.sentUs = QDateTime::currentMSecsSinceEpoch() * 1000 - 60'000'000;
            sample.fate = ms < 0 ? Fate::Lost : Fate::Answered;
            sample.rttUs = ms < 0 ? sample.rttUs : static_cast<qint32>(ms * 1000);
            now.history.put(sample);
        }
        model.setKeys(table.keys());
        QCOMPARE(model.index(1, LinesModel::Strip).data(Qt::AccessibleTextRole).toString(),
                 u"last 10 minutes: loss 50.0 %, 2 of 4, answers after 9.0 ms to 14.0 ms"_s);
    }

    void cells_sayWhatTheyAre_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("measured");
        QTest::addColumn<QString>("unmeasured");
        const QString unknown = u"unknown"_s;
        QTest::newRow("state") << int(LinesModel::State) << u"OK: No limit is crossed."_s
                               << u"Not measured yet"_s;
        QTest::newRow("since") << int(LinesModel::Since) << unknown << unknown;
        QTest::newRow("entry") << int(LinesModel::Entry) << u"192.0.2.1:7000"_s << u"192.0.2.1:7000"_s;
        QTest::newRow("echo") << int(LinesModel::Echo) << u"this line has no echo address"_s
                              << u"this line has no echo address"_s;
        QTest::newRow("loss") << int(LinesModel::Loss) << u"loss 50.0 %, 1 of 2"_s << unknown;
        QTest::newRow("lost of") << int(LinesModel::LostOf) << u"lost 1 of 2"_s << unknown;
        QTest::newRow("late") << int(LinesModel::Late) << u"late: 0"_s << unknown;
        QTest::newRow("mean") << int(LinesModel::Mean) << u"mean 25.0 ms"_s << unknown;
        QTest::newRow("p95") << int(LinesModel::P95) << u"p95 25.0 ms"_s << unknown;
        QTest::newRow("jitter") << int(LinesModel::Jitter) << unknown << unknown;
    }
    void cells_sayWhatTheyAre()
    {
        QFETCH(int, column);
        LineTable table;
        LineState &line = table.add(u"a"_s, u"192.0.2.1:7000"_s);
        LinesModel model(table.source());
        model.setKeys(table.keys());
        const auto spoken = [&](int role) { return model.index(0, column).data(role).toString(); };
        QTEST(spoken(Qt::AccessibleTextRole), "unmeasured");
        LineTable::put(line, 25);
        LineTable::put(line, -1);
        line.verdict = Verdict::Ok;
        model.setKeys(table.keys());
        QTEST(spoken(Qt::AccessibleTextRole), "measured");
        // The sum behind a figure.
        QCOMPARE(spoken(Qt::AccessibleDescriptionRole),
                 LinesModel::isNumeric(column) ? spoken(Qt::ToolTipRole) : QString());
    }
};

QTEST_MAIN(TestLinesModel)
#include "tst_linesmodel.moc"
