// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"
#include "emptystate.h"
#include "eventspanel.h"
#include "latencychart.h"
#include "problemsdialog.h"
#include "shortcutsheet.h"
#include "statusfields.h"
#include "tellactions.h"
#include "windowparts.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QSplitter>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace plumb {

void MainWindow::Private::connectActions()
{
    const auto on = [this](QAction *action, auto handler) {
        connect(action, &QAction::triggered, this, handler);
    };
    on(actions->newProfile, [this] { files->newProfile(); });
    on(actions->open, [this] { files->askOpen(); });
    on(actions->save, [this] { files->save(); });
    on(actions->saveAs, [this] { files->saveAs(); });
    on(actions->exportCsv, [this] {
        model->apply();
        files->askExport();
    });
    on(actions->demo, [this] {
        files->whenSafe([this] {
            const QString error = run->startDemo();
            if (!error.isEmpty())
                showWarnings(tr("The demo"), {{Problem::Level::Error, {}, error}});
        });
    });
    on(actions->quit, [this] { window->close(); });

    on(actions->addLine, [this] { lines->add(); });
    on(actions->paste, [this] { files->paste(); });
    on(actions->ownLines, [this] { files->paste(); });
    on(actions->edit, [this] { lines->edit(); });
    on(actions->pause, [this] { lines->togglePause(); });
    on(actions->remove, [this] { lines->remove(); });
    on(actions->duplicate, [this] { lines->duplicate(); });
    on(actions->copy, [this] { lines->copy(); });
    on(actions->copyCsv, [this] {
        model->apply();
        lines->copyCsv();
    });
    on(actions->copyAsList, [this] { lines->copyAsList(); });
    on(actions->copyEntries, [this] { lines->copyEntries(); });
    on(actions->selectAll, [this] { view->selectAll(); });
    on(actions->undo, [this] { document->undoStack()->undo(); });
    on(actions->redo, [this] { document->undoStack()->redo(); });
    on(actions->nextProblem, [this] { view->goToProblem(1); });
    on(actions->previousProblem, [this] { view->goToProblem(-1); });
    connect(document->undoStack(), &QUndoStack::indexChanged, this, &Private::updateActions);

    on(actions->start, [this] {
        if (run->isIdle())
            run->startWatch();
        else
            run->stop();
    });
    on(actions->sweep, [this] { run->startSweep(run->sweepCount(), focus->lines()); });
    for (QAction *action : std::as_const(actions->sweeps))
        on(action, [this, action] { run->startSweep(action->data().toInt(), focus->lines()); });

    connect(actions->freeze, &QAction::toggled, this, &Private::setFrozen);
    on(actions->find, [this] { filter->startTyping(); });
    on(actions->problemsFirst, [this] { view->sortByColumn(LinesModel::State, Qt::AscendingOrder); });
    const auto showParts = [this] {
        const bool chart = actions->showChart->isChecked();
        const bool events = actions->showEvents->isChecked();
        m_pagesBelow->setVisible(chart);
        m_events->setVisible(events);
        m_lower->setVisible(chart || events);
        settings.setShowsChart(chart);
        settings.setShowsEvents(events);
    };
    connect(actions->showChart, &QAction::toggled, this, showParts);
    connect(actions->showEvents, &QAction::toggled, this, showParts);
    actions->showChart->setChecked(true);
    actions->showEvents->setChecked(true);
    on(actions->shortcuts, [this] { (new ShortcutSheet(actions->shortcutList(), window))->open(); });
    on(actions->about, [this] { showAbout(); });
    on(m_showWarnings,
       [this] { (new ProblemsDialog(tr("Problems"), m_warnedFile, m_warnings, window))->open(); });

    // Space, Delete, Enter and the like belong to the table (and Space to the chart and the events):
    // elsewhere they press a button or edit a text.
    for (QAction *action : {actions->remove, actions->copy, actions->selectAll})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    // Not in the cell that is being edited: there Enter ends the editing. Nor in the buttons of the chart and
    // the tool bar: there Space presses the button.
    for (QAction *action : {actions->edit, actions->rename, actions->freeze})
        action->setShortcutContext(Qt::WidgetShortcut);
    view->addActions({actions->remove, actions->copy, actions->selectAll, actions->edit, actions->rename,
                      actions->freeze});
    m_chart->addAction(actions->freeze);
    m_events->focusProxy()->addAction(actions->freeze);
    connect(view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { actions->rowMenu->popup(view->viewport()->mapToGlobal(at)); });
}

void MainWindow::Private::updateActions()
{
    const bool sweeping = run->isSweeping();
    const bool demo = run->isDemo();
    const bool hasLines = !monitor->keys().isEmpty();
    const qsizetype selected = focus->lines().size();
    const QString whySweep = tr("Not during a sweep: stop it first (F5).");
    const auto set = [&](QAction *action, bool possible, const QString &whyNot) {
        action->setEnabled(possible && !sweeping);
        action->setToolTip(sweeping ? whySweep : possible ? QString() : whyNot);
    };
    const QString select = tr("Select lines first.");
    set(actions->edit, selected > 0 && !demo,
        demo ? tr("The demo's lines can not be edited.") : tr("Select lines first."));
    set(actions->rename, selected == 1 && !demo,
        demo ? tr("The demo's lines can not be edited.") : tr("Select one line first."));
    set(actions->duplicate, selected > 0 && !demo, demo ? tr("The demo's lines can not be edited.") : select);
    model->setRenamable(!demo && !sweeping);
    set(actions->pause, selected > 0, select);
    set(actions->remove, selected > 0, select);
    set(actions->undo, document->undoStack()->canUndo(), {});
    set(actions->redo, document->undoStack()->canRedo(), {});
    actions->addLine->setEnabled(!sweeping);
    actions->paste->setEnabled(!sweeping);
    for (QAction *action : {actions->copy, actions->copyCsv, actions->copyAsList, actions->copyEntries})
        action->setEnabled(selected > 0);
    actions->selectAll->setEnabled(hasLines);
    actions->nextProblem->setEnabled(hasLines);
    actions->previousProblem->setEnabled(hasLines);
    actions->start->setEnabled(hasLines);
    updateSweep();
    actions->freeze->setEnabled(hasLines);
    const TellActions *tell = actions->tell;
    for (QAction *action : {tell->note, tell->copyEvidence, tell->copyMtr, tell->shift8, tell->shift12,
                            tell->showLatency, tell->showSharing})
        action->setEnabled(hasLines);
    actions->find->setEnabled(hasLines);
    actions->exportCsv->setEnabled(hasLines);
    actions->save->setEnabled(hasLines && !demo);
    actions->saveAs->setEnabled(hasLines);
    actions->pause->setText(lines->allSelectedPaused() ? tr("Re&sume") : tr("Pau&se"));
    const QUndoStack *stack = document->undoStack();
    actions->undo->setText(stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
    actions->redo->setText(stack->canRedo() ? tr("Red&o: %1").arg(stack->redoText()) : tr("Red&o"));
}

void MainWindow::Private::updateTitle()
{
    const QString name = run->isDemo() ? tr("Demo") : document->displayName();
    window->setWindowTitle(monitor->keys().isEmpty() && document->path().isEmpty()
                               ? u"Plumbline"_s
                               : QString(name + u"[*] — Plumbline"_s));
    window->setWindowModified(document->isModified() && !run->isDemo());
}

void MainWindow::Private::updateRecent()
{
    const QStringList paths = settings.recentProfiles();
    actions->recentMenu->clear();
    actions->recentMenu->setEnabled(!paths.isEmpty());
    for (const QString &path : paths) {
        QAction *action = actions->recentMenu->addAction(QFileInfo(path).fileName());
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { files->open(path); });
    }
    m_empty->setRecent(paths);
}

void MainWindow::Private::showWarnings(const QString &file, const QList<Problem> &problems)
{
    m_warnedFile = file;
    m_warnings = problems;
    const bool isError = !problems.isEmpty() && problems.first().level == Problem::Level::Error;
    QString text;
    if (isError)
        text = file + u": "_s + problems.first().text;
    else if (!problems.isEmpty())
        text = tr("%1 was opened with %n warning(s).", nullptr, static_cast<int>(problems.size()))
                   .arg(QFileInfo(file).fileName());
    m_warningBar->setText(text);
}

void MainWindow::Private::showAbout()
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Plumbline"));
    box->setText(tr("Plumbline %1").arg(QLatin1StringView(PLUMBLINE_VERSION)));
    box->setInformativeText(tr("Finds out what is wrong with UDP lines, and proves it.\n\n"
                               "Copyright 2026 The Plumbline authors. Free software under the GNU General "
                               "Public License, version 3 or later."));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace plumb
