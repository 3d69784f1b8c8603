// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnmenu.h"
#include "groupmodel.h"
#include "statusfields.h"
#include "sweepdialog.h"
#include "windowparts.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>

// The lines table beside the rest: its columns and groups, names typed in place, sweeps of what is selected.

namespace plumb {

void MainWindow::Private::connectTable()
{
    connect(view, &LinesView::selectedKeysChanged, this, [this] { focus->setLines(view->selectedKeys()); });
    connect(view, &LinesView::lineActivated, actions->edit, &QAction::trigger);
    connect(model, &LinesModel::renameRequested, lines, &LineController::rename);
    connect(actions->rename, &QAction::triggered, this, [this] {
        if (!view->renameCurrent())
            lines->edit();
    });
    actions->addColumnMenu(new ColumnMenu(view, window));

    connect(actions->groupings, &QActionGroup::triggered, this, [this](const QAction *action) {
        view->setGrouping(static_cast<Grouping>(action->data().toInt()));
    });
    const auto showGrouping = [this] {
        const Grouping grouping = view->groups()->grouping();
        const QList<QAction *> all = actions->groupings->actions();
        for (QAction *action : all)
            action->setChecked(action->data().toInt() == static_cast<int>(grouping));
        for (QAction *action : {actions->foldAll, actions->unfoldAll})
            action->setEnabled(grouping != Grouping::None);
    };
    connect(view, &LinesView::groupingChanged, this, showGrouping);
    showGrouping();
    connect(actions->foldAll, &QAction::triggered, this, [this] { view->groups()->setAllExpanded(false); });
    connect(actions->unfoldAll, &QAction::triggered, this, [this] { view->groups()->setAllExpanded(true); });

    // The columns belong to a profile: another one brings its own, a file saved under another name keeps
    // them.
    connect(document, &ProfileDocument::replaced, this, [this] {
        keepTableLayout();
        m_layoutPath = document->path();
        view->setLayoutState(settings.tableLayout(m_layoutPath));
    });
    connect(document, &ProfileDocument::titleChanged, this, [this] { m_layoutPath = document->path(); });

    connect(monitor, &Monitor::sweepChanged, this, [this] {
        updateSweep();
        refreshSlow();
    });
    connect(monitor, &Monitor::swept, this,
            [this](const SweepResult &result) { (new SweepDialog(result, window))->show(); });
    connect(m_status, &StatusFields::cancelRequested, this, [this] {
        if (monitor->sweepProgress())
            monitor->cancelSweep();
        else if (run->isSweeping())
            run->stop();
    });
}

void MainWindow::Private::keepTableLayout() { settings.setTableLayout(m_layoutPath, view->layoutState()); }

void MainWindow::Private::updateSweep()
{
    const bool watching = monitor->state() == Monitor::State::Running && monitor->runKind() == RunKind::Watch;
    actions->setSweep(run->canSweep(), watching, !focus->lines().isEmpty());
}

void MainWindow::Private::updateVocabulary()
{
    FilterVocabulary words;
    for (int row = 0; row < model->rowCount(); ++row) {
        const Line &line = model->row(row).line;
        words.tags += line.tags;
        words.entries.append(line.entry.host);
        if (line.echo)
            words.echoes.append(line.echo->host);
        words.names.append(line.label());
    }
    for (QStringList *list : {&words.tags, &words.entries, &words.echoes, &words.names}) {
        std::sort(list->begin(), list->end());
        list->removeDuplicates();
    }
    filter->setVocabulary(words);
}

} // namespace plumb
