// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweepdialog.h"
#include "sweepmodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestSweepModel final : public QObject
{
    Q_OBJECT

private:
    static SweptLine line(const QString &name, Verdict verdict, int answered, int lost)
    {
        SweptLine made;
        made.line.name = name;
        made.line.entry = {u"10.0.0.1"_s, 7000};
        made.verdict = verdict;
        made.stats.answered = answered;
        made.stats.lost = lost;
        made.stats.lossPct = 100.0 * lost / (answered + lost);
        if (answered > 0)
            made.stats.meanMs = 41;
        return made;
    }
    static SweepResult result()
    {
        SweepResult made;
        made.count = 100;
        made.startedUs = 1'800'000'000'000'000;
        made.endedUs = made.startedUs + 22'000'000;
        made.lines = {line(u"good"_s, Verdict::Ok, 100, 0), line(u"dead"_s, Verdict::Dead, 0, 100),
                      line(u"maybe"_s, Verdict::Suspect, 67, 33)};
        made.leftOut = 1;
        return made;
    }

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void rows_failedOnesFirst()
    {
        SweepModel model(result());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, SweepModel::LineName).data().toString(), u"dead"_s);
        QVERIFY(model.index(0, SweepModel::Outcome).data().toString().startsWith(u"Fail · Dead"_s));
        QVERIFY(model.index(1, SweepModel::Outcome).data().toString().startsWith(u"Suspect"_s));
        QCOMPARE(model.index(2, SweepModel::Outcome).data().toString(), u"Pass"_s);
        QCOMPARE(model.index(0, SweepModel::Mean).data().toString(), u"—"_s);
        QCOMPARE(model.index(1, SweepModel::LostOf).data().toString(), u"33/100"_s);
        QVERIFY(model.headline().startsWith(u"1 of 3"_s));
        QVERIFY(model.headline().contains(u"left out"_s));
    }

    void copy_isTheWholeTable()
    {
        auto *dialog = new SweepDialog(result());
        dialog->show();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"copyResult"_s), Qt::LeftButton);
        const QStringList rows = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0], u"Result\tLine\tEntry\tLoss %\tLost/n\tMean ms\tp95 ms\tJitter ms"_s);
        QCOMPARE(rows[3], u"Pass\tgood\t10.0.0.1:7000\t0.0\t0/100\t41.0\t—\t—"_s);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(dialog, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts), rows);
        dialog->close();
    }
};

QTEST_MAIN(TestSweepModel)
#include "tst_sweepmodel.moc"
