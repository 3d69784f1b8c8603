// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusactions.h"
#include "keys.h"
#include "latencychart.h"
#include "linesmodel.h"
#include "linesview.h"
#include "profilefile.h"
#include "tellactions.h"
#include "windowactions.h"
#include "windowtest.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QShortcut>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace plumb;
using namespace Qt::StringLiterals;

//! Every action of the window from the keyboard alone, in both languages.
class tst_keyboard final : public WindowTest
{
    Q_OBJECT

private:
    std::unique_ptr<Translated> m_texts;

    LinesView *view() const { return m_window->findChild<LinesView *>(); }
    LatencyChart *chart() const { return m_window->findChild<LatencyChart *>(); }
    WindowActions *actions() const { return m_window->findChild<WindowActions *>(); }

    bool open()
    {
        if (!makeWindow())
            return false;
        m_window->openFile(path(u"test.plumb"_s));
        return QTest::qWaitFor([this] { return m_monitor->keys().size() == 3; });
    }
    // Dialogs away, nothing runs, the three lines of the profile, the first one selected, its table has the
    // keyboard.
    bool makeReady()
    {
        for (int tries = 0; tries < 5 && keyboardWindow() && keyboardWindow() != m_window.get(); ++tries)
            press(Qt::Key_Escape);
        if (keyboardWindow() == m_window.get())
            press(Qt::Key_Escape); // the menu bar, a name that is being edited
        const auto dialogs = m_window->findChildren<QDialog *>();
        for (QDialog *dialog : dialogs)
            dialog->close();
        for (int tries = 0; tries < 2 && m_monitor->state() != Monitor::State::Idle; ++tries)
            press(Qt::Key_F5);
        if (!QTest::qWaitFor([this] { return m_monitor->state() == Monitor::State::Idle; }))
            return false;
        const bool isAsBefore = m_window->isVisible() && m_monitor->keys().size() == 3;
        if (!isAsBefore && !open())
            return false;
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return false;
        view()->setFocus();
        view()->selectKey(m_monitor->keys().constFirst());
        press(Qt::Key_Left); // another column than the name's, which can not be hidden
        return view()->hasFocus() && view()->selectedKeys().size() == 1;
    }

    using Way = QList<qsizetype>; // the items that lead to an action: of the bar, of its menu, …
    static void collect(const QMenu *menu, const Way &before, QList<Way> &ways)
    {
        const QList<QAction *> items = itemsOf(menu);
        for (qsizetype i = 0; i < items.size(); ++i) {
            const Way way = before + Way{i};
            if (items[i]->menu())
                collect(items[i]->menu(), way, ways);
            else
                ways.append(way);
        }
    }
    QList<Way> allWays() const
    {
        QList<Way> ways;
        const QList<QAction *> bar = m_window->menuBar()->actions();
        for (qsizetype i = 0; i < bar.size(); ++i)
            collect(bar[i]->menu(), {i}, ways);
        return ways;
    }
    QAction *actionAt(const Way &way) const
    {
        QAction *action = m_window->menuBar()->actions()[way.first()];
        for (const qsizetype item : way.sliced(1))
            action = itemsOf(action->menu()).value(item);
        return action;
    }
    // What can be done only after something else: that, by its key.
    void prepare(const QAction *action) const
    {
        if (action == actions()->undo || action == actions()->redo)
            press(Qt::Key_D, Qt::ControlModifier);
        if (action == actions()->redo)
            press(Qt::Key_Z, Qt::ControlModifier);
        if (action == actions()->focus->live)
            press(Qt::Key_R, Qt::ControlModifier);
    }
    // The action at the end of a way, with the keyboard on it if it is enabled; nullptr where the keys do not
    // lead there.
    QAction *walk(const Way &way) const
    {
        const QAction *top = m_window->menuBar()->actions().value(way.first());
        press(QKeySequence::mnemonic(top->text()));
        QMenu *menu = top->menu();
        for (qsizetype level = 1; level < way.size(); ++level) {
            if (QApplication::activePopupWidget() != menu)
                return nullptr;
            QAction *item = itemsOf(menu).value(way[level]);
            if (item && item->isEnabled())
                item = walkTo(menu, way[level]);
            if (!item || level + 1 == way.size())
                return item;
            press(Qt::Key_Right);
            menu = item->menu();
        }
        return nullptr;
    }
    static void leaveMenus()
    {
        while (QApplication::activePopupWidget())
            press(Qt::Key_Escape);
        press(Qt::Key_Escape); // the bar too
    }

    static void collectLetters(const QMenu *menu, QStringList &shared)
    {
        QList<QString> texts;
        const QList<QAction *> items = itemsOf(menu);
        for (const QAction *item : items) {
            texts.append(item->text());
            if (item->menu())
                collectLetters(item->menu(), shared);
        }
        shared += sharedLetters(texts);
    }
    bool isInAMenu(const QAction *action) const
    {
        const QList<QObject *> places = action->associatedObjects();
        return std::any_of(places.cbegin(), places.cend(),
                           [](QObject *at) { return qobject_cast<QMenu *>(at); });
    }

private Q_SLOTS:
    void init()
    {
        setUp();
        QFETCH(QString, language);
        m_texts = std::make_unique<Translated>(language);
        QVERIFY(m_texts->isComplete());
        Profile profile = quickProfile();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(addPort(i == 2), QString());
            Line line;
            line.id = QString::number(i);
            line.name = QString(u"line %1"_s).arg(i);
            line.entry = {u"127.0.0.1"_s, m_reflector->ports().last()};
            line.tags = {i == 0 ? u"one"_s : u"two"_s};
            profile.lines.append(line);
        }
        QVERIFY(saveProfile(profile, path(u"test.plumb"_s)).isEmpty());
        QVERIFY(open());
        QVERIFY(makeReady());
    }
    void cleanup()
    {
        tearDown();
        m_texts.reset();
    }

    void everyAction_isReachedThroughTheMenus_data() { languages(); }
    void everyAction_isReachedThroughTheMenus()
    {
        QList<Way> left = allWays();
        QVERIFY(left.size() > 70);
        // Some can be done only after another one: folding after grouping.
        for (int round = 0; round < 2 && !left.isEmpty(); ++round) {
            const QList<Way> ways = std::exchange(left, {});
            for (const Way &way : ways) {
                QVERIFY(makeReady());
                prepare(actionAt(way));
                QAction *action = walk(way);
                QVERIFY2(action, qPrintable(m_window->menuBar()->actions()[way.first()]->text() + u' ' +
                                            QString::number(way.last())));
                QVERIFY(!action->text().isEmpty());
                if (!action->isEnabled()) {
                    left.append(way);
                    leaveMenus();
                    continue;
                }
                const QString name = action->text();
                QSignalSpy triggered(action, &QAction::triggered);
                const QPointer<QAction> alive(action); // opening a recent profile makes that menu anew
                press(Qt::Key_Return);
                QVERIFY2(triggered.size() == 1 || !alive, qPrintable(name));
            }
        }
        QStringList names;
        for (const Way &way : std::as_const(left)) {
            QVERIFY(makeReady());
            names.append(walk(way)->text());
            leaveMenus();
        }
        names.removeAll(LinesModel::title(LinesModel::Name)); // the column that can not be hidden
        QCOMPARE(names.join(u'\n'), QString());
    }

    void whatOnlyTheDemoHas_isReached_data() { languages(); }
    void whatOnlyTheDemoHas_isReached()
    {
        QVERIFY(!actions()->freezeTester->isVisible());
        m_window->startDemo();
        QTRY_COMPARE(m_monitor->keys().size(), 24);
        QMenu *tools = actions()->tell->menu;
        press(QKeySequence::mnemonic(tools->title()));
        QVERIFY(walkTo(tools, itemsOf(tools).indexOf(actions()->freezeTester)));
        QSignalSpy triggered(actions()->freezeTester, &QAction::triggered);
        press(Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
    }

    void f10_opensTheMenuBar_data() { languages(); }
    void f10_opensTheMenuBar()
    {
        // A narrow window has room for some of them only.
        const QList<QAction *> bar = m_window->menuBar()->actions().first(2);
        press(Qt::Key_F10);
        for (const QAction *menu : bar) {
            QCOMPARE(QApplication::activePopupWidget(), menu->menu());
            press(Qt::Key_Right);
            // Where the first item has a menu of its own, the first press opens that.
            if (QApplication::activePopupWidget() != menu->menu() && menu->menu()->isVisible())
                press(Qt::Key_Right);
        }
        leaveMenus();
        QVERIFY(view()->hasFocus());
    }

    void letters_areDistinct_data() { languages(); }
    void letters_areDistinct()
    {
        QStringList shared;
        QList<QString> inTheWindow;
        const QList<QAction *> bar = m_window->menuBar()->actions();
        for (const QAction *menu : bar) {
            QVERIFY2(!QKeySequence::mnemonic(menu->text()).isEmpty(), qPrintable(menu->text()));
            inTheWindow.append(menu->text());
            collectLetters(menu->menu(), shared);
        }
        collectLetters(actions()->rowMenu, shared);
        const auto labels = m_window->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy() && label->isVisible())
                inTheWindow.append(label->text());
        }
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible())
                inTheWindow.append(button->text());
        }
        shared += sharedLetters(inTheWindow);
        QCOMPARE(shared.join(u'\n'), QString());
    }

    void shortcuts_areUnambiguous_data() { languages(); }
    void shortcuts_areUnambiguous()
    {
        // Every key of every widget that can have the keyboard: one action at most hears it.
        QList<QPair<QKeySequence, const QObject *>> ofWindow;
        const auto all = m_window->findChildren<QAction *>();
        const auto keysOf = [](const QAction *action) { return action->shortcuts(); };
        for (const QAction *action : all) {
            const QList<QKeySequence> keys = keysOf(action);
            for (const QKeySequence &key : keys) {
                if (action->shortcutContext() == Qt::WindowShortcut && !action->associatedObjects().isEmpty())
                    ofWindow.append({key, action});
            }
        }
        const auto plain = m_window->findChildren<QShortcut *>();
        for (const QShortcut *shortcut : plain)
            ofWindow.append({shortcut->key(), shortcut});
        QStringList ambiguous;
        QList<QWidget *> places{m_window.get()};
        const auto widgets = m_window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (widget->focusPolicy() != Qt::NoFocus)
                places.append(widget);
        }
        for (const QWidget *place : std::as_const(places)) {
            QHash<QKeySequence, QSet<const QObject *>> heard;
            for (const auto &[key, by] : std::as_const(ofWindow))
                heard[key].insert(by);
            for (const QWidget *at = place; at; at = at->parentWidget()) {
                const QList<QAction *> own = at->actions();
                for (const QAction *action : own) {
                    const bool hears = action->shortcutContext() == Qt::WidgetWithChildrenShortcut ||
                                       (action->shortcutContext() == Qt::WidgetShortcut && at == place);
                    const QList<QKeySequence> keys = hears ? keysOf(action) : QList<QKeySequence>();
                    for (const QKeySequence &key : keys)
                        heard[key].insert(action);
                }
            }
            for (auto each = heard.cbegin(); each != heard.cend(); ++each) {
                if (each->size() > 1)
                    ambiguous.append(each.key().toString());
            }
        }
        QCOMPARE(ambiguous.join(u'\n'), QString());
    }

    void everyShortcut_doesItsAction_data() { languages(); }
    void everyShortcut_doesItsAction()
    {
        const QList<Way> ways = allWays();
        qsizetype checked = 0;
        for (const Way &way : ways) {
            QVERIFY(makeReady());
            QAction *action = actionAt(way);
            const QList<QKeySequence> keys = action->shortcuts();
            for (const QKeySequence &key : keys) {
                QVERIFY(makeReady());
                if (actions()->focus->ofChart().contains(action))
                    press(Qt::Key_1, Qt::ControlModifier);
                prepare(action);
                QVERIFY2(action->isEnabled(), qPrintable(action->text()));
                const QString name = action->text() + u' ' + key.toString();
                QSignalSpy triggered(action, &QAction::triggered);
                press(key);
                QVERIFY2(triggered.size() == 1, qPrintable(name));
                ++checked;
            }
        }
        QVERIFY(checked > 40);
    }

    void tab_comesToEveryPart_data() { languages(); }
    void tab_comesToEveryPart()
    {
        const QList<QWidget *> there = walkByTab();
        QVERIFY(makeReady());
        QList<QWidget *> back = walkByTab(true);
        QCOMPARE(QSet<QWidget *>(back.cbegin(), back.cend()), QSet<QWidget *>(there.cbegin(), there.cend()));
        QCOMPARE(QApplication::focusWidget(), view()); // and round again
        QStringList missed;
        const auto widgets = m_window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool isPart = button || widget == chart() || qobject_cast<QAbstractItemView *>(widget) ||
                                qobject_cast<QLineEdit *>(widget) || qobject_cast<QTabBar *>(widget);
            const bool isOfAnother = qobject_cast<QHeaderView *>(widget) || // its menu is View, Columns
                                     qobject_cast<QLineEdit *>(widget->parentWidget()) || // Esc clears
                                     (button && widget->objectName() == "qt_toolbar_ext_button"_L1);
            const auto isOfGroup = [button](const QWidget *other) { // arrow keys go from one to the next
                const auto *with = qobject_cast<const QAbstractButton *>(other);
                return button && button->group() && with && with->group() == button->group();
            };
            if (!isPart || isOfAnother || !widget->isVisible() || !widget->isEnabled() ||
                there.contains(widget) || std::any_of(there.cbegin(), there.cend(), isOfGroup))
                continue;
            missed.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                          (button ? button->text() : widget->objectName()));
        }
        QCOMPARE(missed.join(u'\n'), QString());
    }

    void space_pressesTheButton_data() { languages(); }
    void space_pressesTheButton()
    {
        QStringList deaf;
        const QList<QWidget *> parts = walkByTab();
        for (QWidget *part : parts) {
            auto *button = qobject_cast<QToolButton *>(part);
            if (!button || button->menu() || !button->isVisible())
                continue;
            const QString name = button->text();
            button->setFocus(Qt::TabFocusReason);
            QSignalSpy clicked(button, &QAbstractButton::clicked);
            QSignalSpy toggled(actions()->freeze, &QAction::toggled); // Space is its key in any case
            press(Qt::Key_Space);
            const bool isFreeze = button->defaultAction() == actions()->freeze;
            if ((isFreeze ? toggled : clicked).size() != 1 || (!isFreeze && !toggled.isEmpty()))
                deaf.append(name);
            QVERIFY(makeReady());
        }
        QCOMPARE(deaf.join(u'\n'), QString());
    }

    void theFocus_isSeen_data() { languages(); }
    void theFocus_isSeen()
    {
        const QList<QWidget *> parts = walkByTab();
        QVERIFY(parts.size() > 10);
        QStringList unseen;
        for (QWidget *part : parts) {
            const auto *list = qobject_cast<const QAbstractItemView *>(part);
            if (!part->isVisible() || (list && list->model()->rowCount() == 0))
                continue;
            const QRect place(part->mapTo(m_window.get(), QPoint()), part->size());
            part->setFocus(Qt::TabFocusReason);
            const QImage with = m_window->grab(place).toImage();
            parts[parts[0] == part ? 1 : 0]->setFocus(Qt::TabFocusReason);
            if (m_window->grab(place).toImage() == with)
                unseen.append(QString::fromLatin1(part->metaObject()->className()) + u' ' +
                              part->accessibleName());
        }
        QCOMPARE(unseen.join(u'\n'), QString());
    }
};

QTEST_MAIN(tst_keyboard)
#include "tst_keyboard.moc"
