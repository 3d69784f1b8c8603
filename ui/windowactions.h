// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;
QT_END_NAMESPACE

namespace plumb {

class FocusActions;
class TellActions;

//! Everything that can be done in the window, with its words and shortcuts, its menus and its tool bar.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow *window);

    QAction *newProfile, *open, *save, *saveAs, *exportCsv, *demo, *quit;
    QAction *addLine, *paste, *edit, *rename, *duplicate, *pause, *remove, *undo, *redo, *copy, *selectAll,
        *nextProblem, *previousProblem;
    QAction *copyCsv, *copyAsList, *copyEntries;
    QAction *start, *sweep;
    QList<QAction *> sweeps; //!< their data(): probes to each line
    QAction *freeze, *find, *problemsFirst, *showChart, *showEvents;
    QActionGroup *groupings;      //!< their data(): a Grouping
    QAction *foldAll, *unfoldAll; //!< groups
    FocusActions *focus;          //!< time and range
    TellActions *tell;            //!< evidence, notes
    QAction *settings, *reload, *freezeTester;
    QAction *shortcuts, *about, *ownLines;
    QMenu *recentMenu, *linesMenu;
    QMenu *rowMenu; //!< over a row of the table

    void setRunning(bool running, bool stopping);
    //! Whether a sweep may start, and of what: of all lines, or of the selected ones.
    void setSweep(bool possible, bool duringWatch, bool ofSelection);
    //! Its columns' menu, in View.
    void addColumnMenu(QMenu *menu);
    //! Every action with a shortcut, as "File: Open…" and the keys.
    [[nodiscard]] QList<QPair<QString, QString>> shortcutList() const;

private:
    QAction *make(const QString &text, const QKeySequence &keys = {}, const QString &toolTip = {});
    void buildMenus();
    void buildToolBar();

    QMainWindow *m_window;
    QMenu *m_sweepMenu = nullptr, *m_viewMenu = nullptr, *m_groupMenu = nullptr;
    QWidget *m_startButton = nullptr;
    QToolButton *m_sweepButton = nullptr, *m_groupButton = nullptr;
};

} // namespace plumb
