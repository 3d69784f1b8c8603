// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formfield.h"
#include "linedialog.h"
#include "linefields.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestLineDialog final : public QObject
{
    Q_OBJECT

private:
    static QLineEdit *field(const LineDialog &dialog, const QString &label)
    {
        const auto labels = dialog.findChildren<QLabel *>();
        for (const QLabel *candidate : labels) {
            if (candidate->text().remove(u'&').startsWith(label))
                return qobject_cast<QLineEdit *>(candidate->buddy());
        }
        return nullptr;
    }
    static QPushButton *ok(const LineDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

private Q_SLOTS:
    void fields_makeALine()
    {
        LineDialog dialog({}, {});
        QVERIFY(!ok(dialog)->isEnabled());                                     // nothing typed yet
        QVERIFY(dialog.findChild<QLabel *>(u"lineError"_s)->text().isEmpty()); // and nothing to complain of
        QTest::keyClicks(field(dialog, u"Name"_s), u"Tokyo 01"_s);
        QTest::keyClicks(field(dialog, u"Entry"_s), u"203.0.113.7:7000"_s);
        QTest::keyClicks(field(dialog, u"Echo"_s), u"[2001:db8::7]:9000"_s);
        QVERIFY(ok(dialog)->isEnabled());
        const Line line = dialog.line();
        QCOMPARE(line.name, u"Tokyo 01"_s);
        QCOMPARE(line.entry, (Endpoint{u"203.0.113.7"_s, 7000}));
        QCOMPARE(*line.echo, (Endpoint{u"2001:db8::7"_s, 9000}));
        QCOMPARE(line.probe, ProbePatch()); // inherits everything
    }

    void fields_standBelowEachOther()
    {
        LineDialog dialog({}, {});
        dialog.show();
        dialog.findChild<QToolButton *>()->setChecked(true);
        const auto left = [&dialog](const QLineEdit *edit) { return edit->mapTo(&dialog, QPoint()).x(); };
        QTRY_VERIFY(field(dialog, u"Tags"_s)->isVisible());
        for (const QString &label : {u"Entry"_s, u"Echo"_s, u"Tags"_s})
            QTRY_COMPARE(left(field(dialog, label)), left(field(dialog, u"Name"_s)));
    }

    void entry_isCheckedAsOneTypes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("address and port") << u"192.0.2.1:7000"_s << true;
        QTest::newRow("a name") << u"hk.example.com:7000"_s << true;
        QTest::newRow("leading zero") << u"010.0.0.1:7000"_s << false;
        QTest::newRow("port 0") << u"192.0.2.1:0"_s << false;
        QTest::newRow("no port") << u"192.0.2.1"_s << false;
        QTest::newRow("multicast") << u"224.0.0.1:7000"_s << false;
    }
    void entry_isCheckedAsOneTypes()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        LineDialog dialog({}, {});
        field(dialog, u"Entry"_s)->setText(text);
        QCOMPARE(ok(dialog)->isEnabled(), isGood);
        QCOMPARE(dialog.error().isEmpty(), isGood);
        // in words, right below what is wrong
        QCOMPARE(qobject_cast<FormField *>(field(dialog, u"Entry"_s)->parentWidget())->message().isEmpty(),
                 isGood);
    }

    void aMissingPort_isTheProfiles()
    {
        Profile profile;
        profile.probe.entryPort = quint16(7000);
        LineDialog dialog(profile, {});
        field(dialog, u"Entry"_s)->setText(u"192.0.2.1"_s);
        QCOMPARE(dialog.error(), QString());
        QCOMPARE(dialog.line().entry.port, quint16(0)); // stays the profile's
    }

    void edit_keepsWhatItDoesNotShow()
    {
        Line line;
        line.id = u"tyo-01"_s;
        line.name = u"Tokyo"_s;
        line.entry = {u"192.0.2.1"_s, 7000};
        line.tags = {u"tokyo"_s, u"cn2"_s};
        line.probe.interval = std::chrono::milliseconds(500);
        line.probe.dscp = 46;
        line.rules = gamesRules();
        line.extra.insert(u"x-note"_s, u"mine"_s);
        LineDialog dialog({}, {line});
        QCOMPARE(dialog.line(), line);
        dialog.show();
        QVERIFY(
            field(dialog, u"Tags"_s)->isVisible()); // what the line has of its own is not hidden behind More
        field(dialog, u"Tags"_s)->setText(u"tokyo；hk, tokyo"_s);
        QCOMPARE(dialog.line().tags, (QStringList{u"tokyo"_s, u"hk"_s}));
    }

    void more_hidesTheRest()
    {
        LineDialog dialog({}, {});
        dialog.show();
        QVERIFY(!field(dialog, u"Tags"_s)->isVisible());
        QTest::mouseClick(dialog.findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(field(dialog, u"Tags"_s)->isVisible());
        QVERIFY(!field(dialog, u"Payload"_s)->isVisible()); // echo has none
    }

    void severalLines_changeOnlyWhatWasChanged()
    {
        QList<Line> lines(3);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            lines[i].id = QString(u"l%1"_s).arg(i);
            lines[i].name = QString(u"Tokyo %1"_s).arg(i);
            lines[i].entry = {u"192.0.2.1"_s, 7000};
            lines[i].tags = {u"tokyo"_s, QString(u"t%1"_s).arg(i)};
            lines[i].extra.insert(u"x-note"_s, static_cast<int>(i));
        }
        lines[1].probe.interval = std::chrono::milliseconds(500);
        lines[2].rules = gamesRules();
        LineDialog dialog({}, lines);
        QCOMPARE(dialog.lines(), lines);
        QCOMPARE(field(dialog, u"Name"_s)->placeholderText(), u"(different)"_s);
        QCOMPARE(field(dialog, u"Name"_s)->text(), QString());
        QCOMPARE(field(dialog, u"Entry"_s)->text(), u"192.0.2.1:7000"_s); // what they share is shown
        QVERIFY(ok(dialog)->isEnabled());

        auto *interval = dialog.findChild<FormField *>(u"intervalMs"_s)->findChild<QSpinBox *>();
        QCOMPARE(interval->text(), u"(different)"_s);
        field(dialog, u"Tags"_s)->setText(u"+hk, -tokyo"_s);
        auto *timeout = dialog.findChild<FormField *>(u"timeoutMs"_s)->findChild<QSpinBox *>();
        QCOMPARE(timeout->text(), u"as the profile (2000 ms)"_s);
        timeout->setValue(700);
        QList<Line> expected = lines;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            expected[i].tags = {QString(u"t%1"_s).arg(i), u"hk"_s};
            expected[i].probe.timeout = std::chrono::milliseconds(700);
        }
        QCOMPARE(dialog.lines(), expected);

        field(dialog, u"Entry"_s)->setText(u"192.0.2.1"_s);
        QVERIFY(!ok(dialog)->isEnabled());
    }

    void aDifferentText_canBeEmptiedForAll()
    {
        QList<Line> lines(2);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            lines[i].id = lines[i].name = QString(u"l%1"_s).arg(i);
            lines[i].entry = {u"192.0.2.1"_s, 7000};
        }
        LineDialog dialog({}, lines);
        QTest::keyClicks(field(dialog, u"Name"_s), u"x"_s);
        QTest::keyClick(field(dialog, u"Name"_s), Qt::Key_Backspace);
        QCOMPARE(dialog.lines()[0].name, QString());
        QCOMPARE(dialog.lines()[1].name, QString());
    }

    void whatWillBeSent_isTold()
    {
        Profile profile;
        for (int i = 0; i < 3; ++i) {
            Line line;
            line.id = QString(u"l%1"_s).arg(i);
            line.entry = {u"192.0.2.1"_s, 7000};
            profile.lines.append(line);
        }
        LineDialog dialog(profile, {profile.lines[0]});
        const auto rate = [&] { return dialog.findChild<QLabel *>(u"lineRate"_s)->text(); };
        QVERIFY2(rate().contains(u"1 probe/s · 736 bit/s"_s), qPrintable(rate()));
        QVERIFY2(rate().contains(u"92 B on the wire (IPv4)"_s), qPrintable(rate()));
        QVERIFY2(rate().contains(u"All lines: 3 probes/s"_s), qPrintable(rate()));
        auto *interval = dialog.findChild<FormField *>(u"intervalMs"_s)->findChild<QSpinBox *>();
        interval->setValue(100);
        QVERIFY2(rate().contains(u"All lines: 12 probes/s"_s), qPrintable(rate()));
        field(dialog, u"Entry"_s)->setText(u"[2001:db8::1]:7000"_s);
        QVERIFY2(rate().contains(u"112 B on the wire (IPv6)"_s), qPrintable(rate()));
    }

    void aNumber_isTypedOverWhatIsInherited()
    {
        LineDialog dialog({}, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.findChild<QToolButton *>()->click();
        auto *interval = dialog.findChild<FormField *>(u"intervalMs"_s)->findChild<QSpinBox *>();
        interval->setFocus();
        QTRY_VERIFY(interval->findChild<QLineEdit *>()->hasSelectedText());
        QTest::keyClicks(interval, u"250"_s);
        QCOMPARE(dialog.line().probe.interval, std::optional(std::chrono::milliseconds(250)));
        QTest::keyClick(interval, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(interval, Qt::Key_Delete);
        QCOMPARE(dialog.line().probe.interval, std::nullopt); // emptied, it is the profile's again
    }

    void pausing_isKeptWithItsReason()
    {
        Line line;
        line.id = u"l"_s;
        line.entry = {u"192.0.2.1"_s, 7000};
        line.enabled = false;
        line.pausedReason = u"carrier"_s;
        LineDialog dialog({}, {line});
        QCOMPARE(dialog.line(), line);
        QComboBox *box = dialog.findChild<PauseField *>()->findChild<QComboBox *>();
        QCOMPARE(box->currentIndex(), 1);
        QVERIFY(dialog.findChild<QLabel *>(u"lineRate"_s)->text().contains(u"paused"_s));
        box->setCurrentIndex(2);
        QVERIFY(dialog.line().pausedUntil > QDateTime::currentDateTimeUtc());
        QCOMPARE(dialog.line().pausedReason, u"carrier"_s);
        box->setCurrentIndex(0);
        QVERIFY(dialog.line().enabled);
        QVERIFY(!dialog.line().pausedUntil.isValid());
        QCOMPARE(dialog.line().pausedReason, QString());
    }

    void everyField_hasALabel()
    {
        LineDialog dialog({}, {});
        for (const QString &label : {u"Name"_s, u"Entry"_s, u"Echo"_s, u"Tags"_s, u"Payload"_s, u"Match"_s})
            QVERIFY2(field(dialog, label), qPrintable(label));
    }
};

QTEST_MAIN(TestLineDialog)
#include "tst_linedialog.moc"
