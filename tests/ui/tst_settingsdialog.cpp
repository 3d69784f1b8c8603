// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formfield.h"
#include "ruledialog.h"
#include "rulesedit.h"
#include "settingsdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestSettingsDialog final : public QObject
{
    Q_OBJECT

private:
    static Profile profile()
    {
        Profile made;
        made.name = u"Tokyo"_s;
        made.probe.dscp = 46;
        made.extra.insert(u"x-note"_s, u"mine"_s);
        for (int i = 0; i < 4; ++i) {
            Line line;
            line.id = QString(u"l%1"_s).arg(i);
            line.entry = {u"192.0.2.1"_s, static_cast<quint16>(7000 + i)};
            made.lines.append(line);
        }
        return made;
    }
    template <typename Widget>
    static Widget *labelled(const QWidget &dialog, const QString &label)
    {
        const auto labels = dialog.findChildren<QLabel *>();
        for (const QLabel *candidate : labels) {
            if (candidate->text().remove(u'&').startsWith(label) &&
                qobject_cast<Widget *>(candidate->buddy()))
                return qobject_cast<Widget *>(candidate->buddy());
        }
        return nullptr;
    }
    static QPushButton *ok(const QDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    static QPushButton *button(const QWidget &parent, const QString &text)
    {
        const auto buttons = parent.findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void untouched_changesNothing()
    {
        Profile before = profile();
        before.source = {{u"command"_s, QJsonArray{u"./find"_s, u"a b"_s}}, {u"every"_s, u"5 min"_s}};
        const SettingsDialog dialog(before, false, {});
        QCOMPARE(dialog.profile(), before);
        QVERIFY(ok(dialog)->isEnabled());
    }

    void fields_changeTheProfile()
    {
        SettingsDialog dialog(profile(), false, {});
        labelled<QLineEdit>(dialog, u"Station"_s)->setText(u"sh-ct-01"_s);
        dialog.findChild<FormField *>(u"intervalMs"_s)->findChild<QSpinBox *>()->setValue(250);
        labelled<QSpinBox>(dialog, u"Sweep:"_s)->setValue(300);
        labelled<QLineEdit>(dialog, u"Lines from a command"_s)->setText(u"./find \"a b\""_s);
        Profile expected = profile();
        expected.station = u"sh-ct-01"_s;
        expected.probe.interval = milliseconds(250);
        expected.sweepCount = 300;
        expected.source = {{u"command"_s, QJsonArray{u"./find"_s, u"a b"_s}}};
        QCOMPARE(dialog.profile(), expected);
        QVERIFY(ok(dialog)->isEnabled());
    }

    void whatWillBeSent_isTold()
    {
        SettingsDialog dialog(profile(), false, {});
        const auto rate = [&] { return dialog.findChild<QLabel *>(u"settingsRate"_s)->text(); };
        QVERIFY2(rate().contains(u"A watch sends 4 probes/s · 2.9 kbit/s, at most 4 probes/s to one entry"_s),
                 qPrintable(rate()));
        QVERIFY2(rate().contains(u"A sweep sends 20 probes/s"_s), qPrintable(rate()));
        dialog.findChild<FormField *>(u"intervalMs"_s)->findChild<QSpinBox *>()->setValue(100);
        QVERIFY2(rate().contains(u"A watch sends 40 probes/s"_s), qPrintable(rate()));
    }

    void whatCanNotStand_isToldBesideItsField()
    {
        SettingsDialog dialog(profile(), false, {});
        dialog.findChild<FormField *>(u"sizeBytes"_s)->findChild<QSpinBox *>()->setValue(20);
        QVERIFY(!dialog.findChild<FormField *>(u"sizeBytes"_s)->message().isEmpty());
        QVERIFY(!ok(dialog)->isEnabled());
        QVERIFY(!dialog.findChild<QLabel *>(u"settingsError"_s)->text().isEmpty());
        dialog.findChild<FormField *>(u"sizeBytes"_s)->findChild<QSpinBox *>()->setValue(80);
        QVERIFY(ok(dialog)->isEnabled());

        auto *every = labelled<QLineEdit>(dialog, u"Run it every"_s);
        every->setText(u"5 min"_s); // but no command
        QVERIFY(!ok(dialog)->isEnabled());
        labelled<QLineEdit>(dialog, u"Lines from a command"_s)->setText(u"./find"_s);
        QVERIFY(ok(dialog)->isEnabled());
        every->setText(u"often"_s);
        QVERIFY(!ok(dialog)->isEnabled());
    }

    void aRuleThatItsLinesCanNotFill_isRefused()
    {
        // 60 s hold 10 probes only at 6 s or less.
        Profile before = profile();
        Rule rule;
        rule.metric = Metric::Mean;
        rule.above = 80;
        rule.window = {RuleWindow::Unit::Seconds, 60};
        before.rules = {rule};
        SettingsDialog dialog(before, false, {});
        QVERIFY(ok(dialog)->isEnabled());
        dialog.findChild<FormField *>(u"intervalMs"_s)->findChild<QSpinBox *>()->setValue(7000);
        QVERIFY(!ok(dialog)->isEnabled());
        QVERIFY(dialog.error().contains(u"minSamples"_s));
    }

    void rules_areReplacedEditedAndRemoved()
    {
        SettingsDialog dialog(profile(), false, {});
        auto *rules = dialog.findChild<RulesEdit *>();
        auto *list = rules->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2); // none of its own: the original two
        QCOMPARE(list->item(0)->text(), u"loss > 30 % over the last 100 probes: Critical"_s);
        QCOMPARE(dialog.profile().rules, std::nullopt);
        button(*rules, u"Games"_s)->click();
        QCOMPARE(dialog.profile().rules, std::optional(gamesRules()));
        QCOMPARE(list->item(2)->text(),
                 u"mean > usual + 50 % and + 30 ms over the last 100 probes: Warning"_s);
        list->setCurrentRow(1);
        button(*rules, u"Remove"_s)->click();
        QCOMPARE(dialog.profile().rules->size(), 3);
        button(*rules, u"Edit…"_s)->click();
        auto *edit = dialog.findChild<RuleDialog *>();
        QVERIFY(edit);
        edit->findChildren<QSpinBox *>(); // its own
        labelled<QComboBox>(*edit, u"Severity"_s)->setCurrentIndex(0);
        edit->accept();
        QCOMPARE(dialog.profile().rules->at(1).severity, Severity::Warning);
    }

    void rule_keepsWhatItsFieldsRound()
    {
        Rule rule;
        rule.metric = Metric::P95;
        rule.above = 80.00012345;
        rule.clearBelow = 55.55555555;
        rule.raiseAfterS = 5;
        rule.minSamples = 30;
        rule.extra.insert(u"x-a"_s, 1);
        const RuleDialog dialog(rule, {});
        QCOMPARE(dialog.rule(), rule);
        QCOMPARE(dialog.error(), QString());
        for (const Rule &each : gamesRules() + originalRules())
            QCOMPARE(RuleDialog(each, {}).rule(), each);
    }

    void rule_isCheckedAsOneTypes()
    {
        Rule rule;
        rule.above = 30;
        RuleDialog dialog(rule, {});
        QVERIFY(ok(dialog)->isEnabled());
        labelled<QDoubleSpinBox>(dialog, u"Clears below"_s)->setValue(40);
        QVERIFY(!ok(dialog)->isEnabled());
        QVERIFY(!dialog.findChild<QLabel *>(u"ruleError"_s)->text().isEmpty());
        labelled<QDoubleSpinBox>(dialog, u"Clears below"_s)->setValue(10);
        QVERIFY(ok(dialog)->isEnabled());
        labelled<QComboBox>(dialog, u"Figure"_s)->setCurrentIndex(6); // in a row: no window, no confidence
        labelled<QDoubleSpinBox>(dialog, u"Above:"_s)->setValue(7.5);
        QVERIFY(!ok(dialog)->isEnabled()); // probes are whole
    }

    void theDemosProfile_canNotBeEdited()
    {
        const SettingsDialog dialog(profile(), true, {});
        auto *tabs = dialog.findChild<QTabWidget *>();
        for (int tab = 0; tab < 3; ++tab)
            QVERIFY(!tabs->isTabEnabled(tab));
        QVERIFY(tabs->isTabEnabled(tabs->currentIndex()));
    }

    void program_isGivenBack()
    {
        SettingsDialog dialog(profile(), false, {u"zh_CN"_s, false});
        QCOMPARE(dialog.program(), (ProgramSettings{u"zh_CN"_s, false}));
        labelled<QComboBox>(dialog, u"Language"_s)->setCurrentIndex(1);
        QCOMPARE(dialog.program().language, u"en"_s);
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
