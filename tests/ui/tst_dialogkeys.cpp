// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdialog.h"
#include "focusrange.h"
#include "keys.h"
#include "linedialog.h"
#include "notedialog.h"
#include "pastedialog.h"
#include "problemsdialog.h"
#include "profilediff.h"
#include "reloaddialog.h"
#include "ruledialog.h"
#include "settingsdialog.h"
#include "shortcutsheet.h"
#include "sweepdialog.h"
#include "windowtest.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>
#include <functional>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

Line someLine(const QString &id)
{
    Line line;
    line.id = line.name = id;
    line.entry = {u"192.0.2.1"_s, 7000};
    line.echo = Endpoint{u"192.0.2.2"_s, 9000};
    line.tags = {u"tokyo"_s}; // which opens the part behind "More"
    return line;
}

Profile someProfile()
{
    Profile profile;
    profile.name = u"some"_s;
    profile.lines = {someLine(u"a"_s), someLine(u"b"_s)};
    return profile;
}

QDialog *makeReload(QWidget *parent)
{
    Profile after = someProfile();
    after.lines.removeLast();
    after.lines.append(someLine(u"c"_s));
    after.name = u"other"_s;
    return new ReloadDialog(u"some.plumb"_s, difference(someProfile(), after), {}, parent);
}

QDialog *makePaste(QWidget *parent)
{
    auto *dialog = new PasteDialog({}, parent);
    dialog->setText(u"192.0.2.1:7000 -> 192.0.2.2:9000 a\n192.0.2.3:7000 b\n"_s);
    return dialog;
}

QDialog *makeNote(QWidget *parent)
{
    auto *dialog = new NoteDialog(true, 1'700'000'000'000'000, {u"a"_s, u"b"_s}, parent);
    dialog->setText(u"switched over"_s);
    return dialog;
}

QDialog *makeSweep(QWidget *parent)
{
    SweepResult result;
    SweptLine line;
    line.line = someLine(u"a"_s);
    result.lines.append(line);
    return new SweepDialog(result, parent);
}

QDialog *makeMeanRule(QWidget *parent)
{
    Rule rule;
    rule.metric = Metric::Mean;
    rule.aboveBaseline = {{50, true}, {30, false}};
    return new RuleDialog(rule, {}, parent);
}

QDialog *makeLossRule(QWidget *parent)
{
    Rule rule;
    rule.above = 30;
    return new RuleDialog(rule, {}, parent);
}

struct Case
{
    const char *name;
    std::function<QDialog *(QWidget *)> make;
    bool accepts; //!< has a button that Enter presses
};

const std::array Cases{
    Case{"line", [](QWidget *w) { return new LineDialog(someProfile(), {someLine(u"a"_s)}, w); }, true},
    Case{"several lines", [](QWidget *w) { return new LineDialog(someProfile(), someProfile().lines, w); },
         true},
    Case{"settings", [](QWidget *w) { return new SettingsDialog(someProfile(), false, {}, w); }, true},
    Case{"rule of a loss", makeLossRule, true},
    Case{"rule of a mean", makeMeanRule, true},
    Case{"paste", makePaste, true},
    Case{"note", makeNote, true},
    Case{"export", [](QWidget *w) { return new ExportDialog(false, FocusRange::since(1), w); }, true},
    Case{"sweep result", makeSweep, false},
    Case{"reload", makeReload, true},
    Case{"shortcuts",
         [](QWidget *w) {
             return new ShortcutSheet({{u"a"_s, u"b"_s}}, w);
         },
         false},
    Case{"problems",
         [](QWidget *w) {
             return new ProblemsDialog(u"Problems"_s, u"f"_s, {{Problem::Level::Error, {}, u"wrong"_s}}, w);
         },
         false}};

// What one types into or presses, without the parts that such widgets are made of.
bool isControl(const QWidget *widget)
{
    const QWidget *around = widget->parentWidget();
    const bool isInner = qobject_cast<const QAbstractSpinBox *>(around) ||
                         qobject_cast<const QComboBox *>(around) || qobject_cast<const QLineEdit *>(around) ||
                         qobject_cast<const QTabBar *>(around) || qobject_cast<const QHeaderView *>(widget) ||
                         qobject_cast<const QAbstractItemView *>(around);
    return !isInner &&
           (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
            qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget) ||
            qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
            qobject_cast<const QTabBar *>(widget));
}

QString nameOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' +
           (button ? button->text() : widget->objectName() + u' ' + widget->accessibleName());
}

// Of radio buttons that exclude one another Tab comes to one, arrow keys to the others.
bool isReached(QWidget *widget, const QList<QWidget *> &visited)
{
    if (visited.contains(widget))
        return true;
    const auto *radio = qobject_cast<QRadioButton *>(widget);
    return radio && std::any_of(visited.cbegin(), visited.cend(), [radio](const QWidget *other) {
               return qobject_cast<const QRadioButton *>(other) &&
                      other->parentWidget() == radio->parentWidget();
           });
}

} // namespace

//! Every dialog by keys alone, in both languages.
class tst_dialogkeys final : public WindowTest
{
    Q_OBJECT

private:
    std::unique_ptr<Translated> m_texts;
    QWidget m_around;
    QDialog *m_dialog = nullptr;

    bool openDialog(size_t index)
    {
        m_dialog = Cases[index].make(&m_around);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        m_dialog->activateWindow();
        return QTest::qWaitForWindowActive(m_dialog);
    }
    void closeDialog() { delete std::exchange(m_dialog, nullptr); }
    QList<QWidget *> controls() const
    {
        QList<QWidget *> list;
        const auto widgets = m_dialog->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (isControl(widget) && widget->isVisible() && widget->isEnabled())
                list.append(widget);
        }
        return list;
    }
    // Each page of the tabs, or the dialog as it is.
    void onEachPage(const std::function<void()> &check)
    {
        auto *tabs = m_dialog->findChild<QTabWidget *>();
        for (int page = 0; page < (tabs ? tabs->count() : 1); ++page) {
            if (tabs)
                tabs->setCurrentIndex(page);
            check();
        }
    }
    bool hasLetter(const QWidget *widget) const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [widget](const QLabel *label) {
            return (label->buddy() == widget || (label->buddy() && label->buddy()->focusProxy() == widget)) &&
                   !QKeySequence::mnemonic(label->text()).isEmpty();
        });
    }
    QStringList texts() const
    {
        QStringList found;
        const auto widgets = m_dialog->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible())
                continue;
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                found.append(button->text());
            else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                found.append(label->text());
            else if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
                for (int i = 0; i < bar->count(); ++i)
                    found.append(bar->tabText(i));
            }
        }
        return found;
    }
    static void rows()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<size_t>("index");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (size_t i = 0; i < Cases.size(); ++i)
                QTest::addRow("%s, %s", Cases[i].name, qPrintable(language)) << language << i;
        }
    }

private Q_SLOTS:
    void initTestCase() { m_around.show(); }
    void init()
    {
        QFETCH(QString, language);
        QFETCH(size_t, index);
        m_texts = std::make_unique<Translated>(language);
        QVERIFY(openDialog(index));
    }
    void cleanup()
    {
        closeDialog();
        m_texts.reset();
    }

    void tab_comesToEveryControlAndBack_data() { rows(); }
    void tab_comesToEveryControlAndBack()
    {
        QStringList missed, unlike;
        onEachPage([&] {
            QWidget *first = QApplication::focusWidget();
            const QList<QWidget *> there = walkByTab();
            if (QApplication::focusWidget() != first)
                missed.append(u"not round again"_s);
            const QList<QWidget *> back = walkByTab(true);
            if (QSet<QWidget *>(back.cbegin(), back.cend()) != QSet<QWidget *>(there.cbegin(), there.cend()))
                unlike.append(first ? nameOf(first) : QString());
            const QList<QWidget *> all = controls();
            for (QWidget *widget : all) {
                if (!isReached(widget, there))
                    missed.append(nameOf(widget));
            }
        });
        QCOMPARE(missed.join(u'\n'), QString());
        QCOMPARE(unlike.join(u'\n'), QString());
    }

    void everyControl_hasAName_data() { rows(); }
    void everyControl_hasAName()
    {
        QStringList nameless;
        onEachPage([&] {
            const QList<QWidget *> all = controls();
            for (QWidget *widget : all) {
                const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                const bool isNamed = face && !face->text(QAccessible::Name).isEmpty();
                if (!isNamed && !hasLetter(widget) && !qobject_cast<QTabBar *>(widget))
                    nameless.append(nameOf(widget));
            }
        });
        QCOMPARE(nameless.join(u'\n'), QString());
    }

    void letters_areDistinct_data() { rows(); }
    void letters_areDistinct()
    {
        QStringList shared;
        onEachPage([&] { shared += sharedLetters(texts()); });
        QCOMPARE(shared.join(u'\n'), QString());
    }

    void escape_rejects_data() { rows(); }
    void escape_rejects()
    {
        QSignalSpy rejected(m_dialog, &QDialog::rejected);
        press(Qt::Key_Escape);
        QCOMPARE(rejected.size(), 1);
        QVERIFY(!m_dialog->isVisible());
    }

    void enter_accepts_data() { rows(); }
    void enter_accepts()
    {
        QFETCH(size_t, index);
        const bool accepts = Cases[index].accepts;
        QSignalSpy accepted(m_dialog, &QDialog::accepted);
        if (qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()))
            press(Qt::Key_Tab); // there Enter begins another line
        press(Qt::Key_Return);
        QCOMPARE(accepted.size(), accepts ? 1 : 0);
    }
};

QTEST_MAIN(tst_dialogkeys)
#include "tst_dialogkeys.moc"
