// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"
#include "demohints.h"
#include "format.h"
#include "reloadcontroller.h"
#include "settingsdialog.h"
#include "statusfields.h"
#include "windowparts.h"

#include <QAction>

// The window's dialogs, what it follows on disk, and what only the demo has.

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr std::chrono::milliseconds FreezeTime{2000};
constexpr std::chrono::milliseconds FreezeTold{4500}; // when the probes of that time have been decided

} // namespace

void MainWindow::Private::connectDialogs()
{
    connect(actions->settings, &QAction::triggered, this, &Private::showSettings);
    connect(actions->reload, &QAction::triggered, reload, &ReloadController::reload);
    connect(actions->freezeTester, &QAction::triggered, this, &Private::freezeTester);

    m_reloadBar->setObjectName(u"reloadBar"_s);
    auto *act = new QAction(m_reloadBar);
    m_reloadBar->addAction(act);
    m_reloadBar->addClose();
    connect(act, &QAction::triggered, reload, &ReloadController::act);
    connect(m_reloadBar, &BannerBar::closed, reload, &ReloadController::dismiss);
    connect(reload, &ReloadController::noticed, this,
            [this, act](const QString &text, const QString &action) {
                act->setText(action);
                m_reloadBar->setText(text);
            });
    connect(reload, &ReloadController::said, m_status, &StatusFields::say);
    connect(files, &FileController::listAdded, reload, &ReloadController::followList);

    const auto onDemo = [this] {
        m_hints->setShown(run->isDemo());
        actions->freezeTester->setVisible(run->isDemo());
    };
    connect(run, &RunController::demoChanged, this, onDemo);
    onDemo();
}

void MainWindow::Private::showSettings()
{
    const ProgramSettings program{settings.language(), m_hints->hasMore()};
    auto *dialog = new SettingsDialog(document->profile(), run->isDemo(), program, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, program] {
        if (!run->isDemo())
            document->editHead(dialog->profile());
        const ProgramSettings chosen = dialog->program();
        if (chosen.language != program.language)
            settings.setLanguage(chosen.language);
        if (chosen.showsHints != program.showsHints)
            m_hints->setAll(chosen.showsHints);
    });
    dialog->open();
}

void MainWindow::Private::freezeTester()
{
    const qint64 missed = monitor->status().missed, voided = monitor->voided();
    const qint64 answered = monitor->answered();
    monitor->stallTester(FreezeTime);
    actions->freezeTester->setEnabled(false);
    QTimer::singleShot(FreezeTold, this, [this, missed, voided, answered] {
        actions->freezeTester->setEnabled(true);
        if (!run->isDemo() || monitor->answered() < answered)
            return; // another run by now
        m_status->say(
            tr("The tester stood still for 2 s: %1 probes were not sent, %2 are not counted; replies "
               "that came meanwhile kept their true delay.")
                .arg(formatCount(monitor->status().missed - missed),
                     formatCount(monitor->voided() - voided)));
    });
}

} // namespace plumb
