// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pastedialog.h"
#include "previewmodel.h"
#include "reflector.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestPastePreview final : public QObject
{
    Q_OBJECT

private:
    static QPushButton *button(const PasteDialog &dialog, const QString &text)
    {
        const auto buttons = dialog.findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }
    static QString summary(const PasteDialog &dialog)
    {
        return dialog.findChild<QLabel *>(u"pasteSummary"_s)->text();
    }

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void text_becomesLines()
    {
        PasteDialog dialog({});
        QVERIFY(!button(dialog, u"Add"_s)->isEnabled());
        dialog.setText(
            u"118.89.127.211:7000 -> 150.109.196.7:9000  Tokyo 01  #tokyo #cn2\n118.89.127.212:7000 -> 150.109.196.8:9000\n"_s);
        QCOMPARE(dialog.lines().size(), 2);
        QCOMPARE(dialog.lines()[0].name, u"Tokyo 01"_s);
        QVERIFY(summary(dialog).contains(u"2 probes/s"_s));
        QVERIFY(button(dialog, u"Add"_s)->isEnabled());
        QVERIFY(!dialog.startsAtOnce());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(button(dialog, u"Add and start"_s), Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        QVERIFY(dialog.startsAtOnce());
    }

    void problems_takeAllOfTheWidth()
    {
        PasteDialog dialog({});
        dialog.setText(u"10.0.0.1 no port\n"_s);
        dialog.show();
        auto *const table = dialog.findChild<QTableView *>(u"previewTable"_s);
        const QModelIndex problem = table->model()->index(0, table->model()->columnCount() - 1);
        QTRY_VERIFY(table->visualRect(problem).width() > 300);
        const auto picture = [&] { return table->viewport()->grab(table->visualRect(problem)).toImage(); };
        const QImage withoutWrap = picture();
        table->verticalHeader()->resizeSection(0, 4 * table->rowHeight(0)); // no second line comes to light
        const QImage tall = picture();
        QVERIFY(!withoutWrap.isNull());
        const auto inked = [](const QImage &image) {
            int rows = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixel(x, y) != image.pixel(image.width() - 1, y)) {
                        ++rows;
                        break;
                    }
                }
            }
            return rows;
        };
        QCOMPARE(inked(tall), inked(withoutWrap));
    }

    void typing_isCheckedAfterAMoment()
    {
        PasteDialog dialog({});
        QTest::keyClicks(dialog.findChild<QPlainTextEdit *>(), u"192.0.2.1:7000"_s);
        QTRY_COMPARE(dialog.lines().size(), 1);
    }

    void missingPorts_comeFromTheBoxes()
    {
        PasteDialog dialog({});
        dialog.setText(u"118.89.127.211,150.109.196.7\n118.89.127.212,150.109.196.8\n"_s);
        QVERIFY(dialog.lines().isEmpty() || !button(dialog, u"Add"_s)->isEnabled() ||
                summary(dialog).contains(u"error"_s));
        const auto boxes = dialog.findChildren<QSpinBox *>();
        QCOMPARE(boxes.size(), 2);
        boxes[0]->setValue(7000);
        boxes[1]->setValue(9000);
        QTRY_COMPARE(dialog.lines().size(), 2);
        QTRY_VERIFY(!summary(dialog).contains(u"error"_s));
        QVERIFY(dialog.head().has_value()); // they begin a new profile, which holds the ports
        QCOMPARE(dialog.head()->probe.entryPort, quint16(7000));
        QCOMPARE(*dialog.head()->rules, gamesRules());
    }

    void linesForAnExistingProfile_bringTheirPorts()
    {
        Profile profile;
        profile.lines.append(Line());
        profile.lines[0].entry = {u"192.0.2.9"_s, 1};
        PasteDialog dialog(profile);
        const auto boxes = dialog.findChildren<QSpinBox *>();
        boxes[0]->setValue(7000);
        dialog.setText(u"192.0.2.1"_s);
        QCOMPARE(dialog.lines().size(), 1);
        QCOMPARE(dialog.lines()[0].entry.port, quint16(7000));
        QVERIFY(!dialog.head());
    }

    void rowsWithAnError_standFirstInWords()
    {
        PasteDialog dialog({});
        dialog.setText(u"192.0.2.1:7000\n010.0.0.1:7000\n192.0.2.3:7000\n"_s);
        QCOMPARE(dialog.lines().size(), 2);
        const QAbstractItemModel *model = dialog.findChild<QTableView *>()->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->index(0, PreviewModel::Row).data().toString(), u"2"_s);
        QVERIFY(model->index(0, PreviewModel::Trouble).data().toString().size() > 10);
        QCOMPARE(model->index(1, PreviewModel::Row).data().toString(), u"1"_s);
        QCOMPARE(model->index(2, PreviewModel::Row).data().toString(), u"3"_s);
        QCOMPARE(model->index(2, PreviewModel::Entry).data().toString(), u"192.0.2.3:7000"_s);
        QVERIFY(summary(dialog).contains(u"2 line"_s));
    }

    void threeOfThem_areReallyTried()
    {
        Reflector reflector(7);
        Impairment silent;
        silent.silent = true;
        QCOMPARE(reflector.add(QHostAddress(QHostAddress::LocalHost), 0, 1, {}), QString());
        QCOMPARE(reflector.add(QHostAddress(QHostAddress::LocalHost), 0, 1, silent), QString());
        QCOMPARE(reflector.add(QHostAddress(QHostAddress::LocalHost), 0, 1, {}), QString());
        const QList<quint16> ports = reflector.ports();
        QString list;
        for (const int port : {0, 0, 1, 0, 2})
            list += QString(u"127.0.0.1:%1 line %2\n"_s).arg(ports[port]).arg(port);
        Profile profile;
        profile.probe.timeout = std::chrono::milliseconds(300);
        PasteDialog dialog(profile);
        dialog.show();
        auto *button = dialog.findChild<QPushButton *>(u"tryLines"_s);
        auto *results = dialog.findChild<QLabel *>(u"trialResults"_s);
        QVERIFY(!button->isEnabled());
        dialog.setText(list);
        QCOMPARE(button->text().remove(u'&').left(6), u"Test 3"_s);
        button->click();
        QVERIFY(button->text().contains(u"Cancel"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!button->text().contains(u"Cancel"_s), 30'000);
        const QStringList told = results->text().split(u'\n');
        QCOMPARE(told.size(), 3);
        QVERIFY2(told[0].startsWith(u"line 0: 5 of 5 answered, mean "_s), qPrintable(told[0]));
        QVERIFY2(told[1].startsWith(u"line 1: 0 of 5 answered — no reply"_s), qPrintable(told[1]));
        QVERIFY2(told[2].startsWith(u"line 2: 5 of 5 answered"_s), qPrintable(told[2]));
        QCOMPARE(reflector.totals().received, quint64(15)); // and no other line

        // It can be given up, and is of no worth once the lines are others.
        button->click();
        button->click();
        QVERIFY(results->text().isEmpty());
        button->click();
        dialog.setText(u"192.0.2.1:7000"_s);
        QVERIFY(results->text().isEmpty());
        QCOMPARE(button->text().remove(u'&').left(6), u"Test 1"_s);
    }

    void file_isShownAndNotEdited()
    {
        PasteDialog dialog({});
        dialog.show();
        dialog.setFile(u"/somewhere/list.csv"_s, "name,entry\r\nA,192.0.2.1:7000\r\nB,192.0.2.2:7000\r\n");
        QCOMPARE(dialog.lines().size(), 2);
        QCOMPARE(dialog.lines()[1].name, u"B"_s);
        QVERIFY(!dialog.findChild<QPlainTextEdit *>()->isVisible());
        QCOMPARE(dialog.head()->name, u"list"_s);
    }

    void model_isSound()
    {
        PreviewModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QByteArray list = "10.0.0.[1-3]:7000\nnonsense:99999\n";
        model.show(parseList(list, ListFormat::Text), QString::fromUtf8(list), {});
        QCOMPARE(model.rowCount(), 4); // three of the range, one that is wrong
        QCOMPARE(model.errors(), 1);
        QCOMPARE(model.index(0, PreviewModel::Name).data().toString(), u"nonsense:99999"_s);
        QCOMPARE(model.lines().size(), 3);
        model.show({}, {}, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestPastePreview)
#include "tst_pastepreview.moc"
