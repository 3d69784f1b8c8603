// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowactions.h"

#include "focusactions.h"
#include "groupmodel.h"
#include "tellactions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr int SweepIntervalMs = 200;

// Without the mnemonic, which some languages append in brackets: "Stop", not "&Stop" or "Stop(&S)".
QString withoutMnemonic(QString text)
{
    static const QRegularExpression appended(u"\\s*\\(&.\\)"_s);
    return text.remove(appended).remove(u'&');
}

} // namespace

WindowActions::WindowActions(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    newProfile = make(tr("&New profile"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    open = make(tr("&Open a profile or list…"), QKeySequence::Open,
                tr("A .plumb profile, or a .csv or .txt list. Nothing is sent before Start."));
    reload = make(tr("Re&load"), QKeySequence(Qt::Key_F9),
                  tr("Read the profile, its lists and its command again and show what is different."));
    save = make(tr("&Save"), QKeySequence::Save);
    saveAs = make(tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    exportCsv = make(tr("&Export CSV…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                     tr("Write the table's numbers, the probes or the events to a CSV file."));
    demo = make(tr("Try the &demo"), {},
                tr("24 made-up lines inside this program; nothing leaves this computer."));
    quit = make(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));

    addLine = make(tr("&Add a line…"), QKeySequence(Qt::CTRL | Qt::Key_L));
    paste = make(tr("&Paste lines…"), QKeySequence::Paste,
                 tr("A list from the clipboard, with a preview first."));
    edit = make(tr("&Edit…"), QKeySequence(Qt::Key_Return));
    rename = make(tr("Rena&me"), QKeySequence(Qt::Key_F2), tr("Type another name into the cell."));
    duplicate = make(tr("&Duplicate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    pause = make(tr("Pau&se"), QKeySequence(Qt::CTRL | Qt::Key_D));
    remove = make(tr("Remo&ve"), QKeySequence::Delete);
    undo = make(tr("&Undo"), QKeySequence::Undo);
    redo = make(tr("Red&o"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    copy = make(tr("Copy ro&ws"), QKeySequence::Copy, tr("The selected rows, as a spreadsheet takes them."));
    copyCsv = make(tr("Copy as &CSV"), {}, tr("The columns of the CSV summary, with the table's figures."));
    copyAsList = make(tr("Copy as lis&t lines"), {}, tr("As a list has them: paste them into any window."));
    copyEntries = make(tr("Copy entr&y address"));
    selectAll = make(tr("Select a&ll"), QKeySequence::SelectAll);
    nextProblem = make(tr("Ne&xt problem"), QKeySequence(Qt::Key_F8));
    previousProblem = make(tr("Previous pro&blem"), QKeySequence(Qt::Key_F7));

    start = make({}, QKeySequence(Qt::Key_F5));
    sweep = make(tr("S&weep"), QKeySequence(Qt::Key_F6));
    for (const int count : {100, 300, 1000}) {
        QAction *action =
            make(tr("%1 probes to each line, about %2 s").arg(count).arg(count * SweepIntervalMs / 1000));
        action->setData(count);
        sweeps.append(action);
    }

    freeze = make(tr("&Freeze view"), QKeySequence(Qt::Key_Space),
                  tr("The picture stands still, probing goes on."));
    freeze->setCheckable(true);
    find = make(tr("F&ilter lines"), QKeySequence::Find);
    problemsFirst = make(tr("Sort &problems first"));
    showChart = make(tr("Show the &chart"));
    showChart->setCheckable(true);
    showEvents = make(tr("Show &events"));
    showEvents->setCheckable(true);
    groupings = new QActionGroup(this);
    const QList<QPair<Grouping, QString>> kinds{
        {Grouping::None, tr("&none")}, {Grouping::Tag, tr("by &tag")}, {Grouping::Entry, tr("by &entry")}};
    for (const auto &[kind, text] : kinds) {
        QAction *action = make(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        action->setChecked(kind == Grouping::None);
        groupings->addAction(action);
    }
    foldAll = make(tr("&Fold all groups"));
    unfoldAll = make(tr("&Unfold all groups"));
    focus = new FocusActions(window);
    tell = new TellActions(window);

    settings = make(tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
                    tr("Name, station, how is probed, rules; language."));
    freezeTester = make(tr("&Freeze the tester 2 s"), {},
                        tr("Stops the thread that sends and receives, as an overloaded computer would."));
    shortcuts = make(tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_F1));
    about = make(tr("&About Plumbline"));
    ownLines = make(tr("Use my own lines…"));

    buildMenus();
    buildToolBar();
    setRunning(false, false);
}

QAction *WindowActions::make(const QString &text, const QKeySequence &keys, const QString &toolTip)
{
    auto *action = new QAction(text, this);
    action->setIconText(withoutMnemonic(text)); // what buttons say
    action->setShortcut(keys);
    if (!toolTip.isEmpty())
        action->setToolTip(toolTip);
    return action;
}

void WindowActions::buildMenus()
{
    QMenuBar *bar = m_window->menuBar();
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({newProfile, open});
    recentMenu = file->addMenu(tr("Open &recent"));
    file->addAction(reload);
    file->addAction(demo);
    file->addSeparator();
    file->addActions({save, saveAs});
    file->addSeparator();
    file->addAction(exportCsv);
    file->addSeparator();
    file->addAction(quit);

    linesMenu = bar->addMenu(tr("&Lines"));
    linesMenu->addActions({addLine, paste});
    linesMenu->addSeparator();
    linesMenu->addActions({edit, rename, duplicate, pause, remove});
    linesMenu->addSeparator();
    linesMenu->addActions({undo, redo});
    linesMenu->addSeparator();
    linesMenu->addActions({copy, copyCsv, copyAsList, copyEntries, selectAll});
    linesMenu->addSeparator();
    linesMenu->addActions({tell->copyEvidence, tell->copyMtr, tell->note});
    linesMenu->addSeparator();
    linesMenu->addActions({nextProblem, previousProblem});

    QMenu *measure = bar->addMenu(tr("&Measure"));
    measure->addAction(start);
    measure->addSeparator();
    measure->addAction(sweep);
    m_sweepMenu = measure->addMenu(tr("Swee&p with"));
    m_sweepMenu->addActions(sweeps);

    rowMenu = new QMenu(m_window);
    rowMenu->addActions({edit, rename, duplicate, pause});
    rowMenu->addSeparator();
    rowMenu->addMenu(m_sweepMenu);
    rowMenu->addSeparator();
    rowMenu->addActions({copy, copyCsv, copyAsList, copyEntries});
    rowMenu->addSeparator();
    rowMenu->addActions({tell->copyEvidence, tell->copyMtr, tell->note});
    rowMenu->addSeparator();
    rowMenu->addAction(remove);

    QMenu *view = m_viewMenu = bar->addMenu(tr("&View"));
    view->addActions({freeze, find, problemsFirst});
    view->addSeparator();
    m_groupMenu = view->addMenu(tr("&Group"));
    m_groupMenu->addActions(groupings->actions());
    m_groupMenu->addSeparator();
    m_groupMenu->addActions({foldAll, unfoldAll});
    view->addSeparator();
    view->addActions({showChart, tell->showLatency, tell->showSharing, showEvents});

    bar->addMenu(focus->menu);
    bar->addMenu(tell->menu);

    tell->menu->addSeparator();
    tell->menu->addActions({settings, freezeTester});
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

void WindowActions::buildToolBar()
{
    auto *bar = m_window->addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addAction(start);
    m_startButton = bar->widgetForAction(start);
    m_sweepButton = new QToolButton(bar);
    m_sweepButton->setObjectName(u"sweepButton"_s);
    m_sweepButton->setDefaultAction(sweep);
    m_sweepButton->setMenu(m_sweepMenu);
    m_sweepButton->setPopupMode(QToolButton::MenuButtonPopup);
    m_sweepButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addWidget(m_sweepButton);
    bar->addSeparator();
    bar->addAction(freeze);
    bar->addAction(tell->note);
    bar->addSeparator();
    focus->addTo(bar);
    bar->addSeparator();
    m_groupButton = new QToolButton(bar);
    m_groupButton->setObjectName(u"groupButton"_s);
    m_groupButton->setMenu(m_groupMenu);
    m_groupButton->setPopupMode(QToolButton::InstantPopup);
    m_groupButton->setToolTip(tr("Put the lines under their tags or entries, each group with its sum."));
    const QList<QAction *> kinds = groupings->actions();
    for (const QAction *action : kinds) {
        const auto show = [this, action](bool on) {
            if (on)
                m_groupButton->setText(tr("Group: %1").arg(action->iconText()));
        };
        connect(action, &QAction::toggled, m_groupButton, show);
        show(action->isChecked());
    }
    bar->addWidget(m_groupButton);
    focus->addLiveTo(bar);
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addAction(tell->copyEvidence);
    bar->addAction(exportCsv);
    // The keyboard gets at everything in the bar, not only at what has a shortcut.
    const QList<QToolButton *> buttons = bar->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setFocusPolicy(Qt::TabFocus);
    // Wide enough for all that they ever say, so that nothing in the bar moves under the pointer.
    for (const auto &[running, stopping] : {std::pair(true, true), {true, false}, {false, false}}) {
        setRunning(running, stopping);
        keepWidth(m_startButton);
    }
    for (const bool ofSelection : {true, false}) {
        setSweep(false, false, ofSelection);
        keepWidth(m_sweepButton);
    }
}

void WindowActions::setRunning(bool running, bool stopping)
{
    start->setText(stopping ? tr("■ &Stop now") : running ? tr("■ &Stop") : tr("▶ &Start"));
    start->setIconText(withoutMnemonic(start->text()));
    start->setToolTip(stopping  ? tr("Do not wait for the open probes. (F5)")
                      : running ? tr("Send no more probes. (F5)")
                                : tr("Probe all lines until stopped. (F5)"));
}

void WindowActions::setSweep(bool possible, bool duringWatch, bool ofSelection)
{
    const QString text = ofSelection ? tr("S&weep selected") : tr("S&weep");
    sweep->setText(text);
    sweep->setIconText(withoutMnemonic(text));
    m_sweepMenu->setTitle(ofSelection ? tr("Swee&p selected with") : tr("Swee&p with"));
    sweep->setEnabled(possible);
    for (QAction *action : std::as_const(sweeps))
        action->setEnabled(possible);
    sweep->setToolTip(
        !possible     ? tr("Not during another sweep, and not without lines.")
        : duringWatch ? tr("The next probes of these lines are a sweep, in the place of their watch's; the "
                           "result opens as a table. (F6)")
                      : tr("Send a fixed number of probes to every line, in rounds, then judge once. (F6)"));
}

void WindowActions::addColumnMenu(QMenu *menu)
{
    m_viewMenu->addSeparator();
    m_viewMenu->addMenu(menu);
}

QList<QPair<QString, QString>> WindowActions::shortcutList() const
{
    QList<QPair<QString, QString>> list;
    const auto add = [&list](const QString &menu, const QMenu *items, const auto &self) -> void {
        const QList<QAction *> actions = items->actions();
        for (const QAction *action : actions) {
            QStringList keys;
            const QList<QKeySequence> sequences = action->shortcuts();
            for (const QKeySequence &each : sequences)
                keys.append(each.toString(QKeySequence::NativeText));
            if (action->menu())
                self(menu, action->menu(), self);
            else if (!keys.isEmpty())
                list.append({menu + u": "_s + withoutMnemonic(action->text()), keys.join(u", "_s)});
        }
    };
    const QList<QAction *> menus = m_window->menuBar()->actions();
    for (const QAction *menu : menus) {
        if (menu->menu())
            add(withoutMnemonic(menu->text()), menu->menu(), add);
    }
    return list;
}

} // namespace plumb
