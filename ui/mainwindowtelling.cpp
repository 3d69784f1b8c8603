// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copycontroller.h"
#include "eventspanel.h"
#include "findings.h"
#include "format.h"
#include "latencychart.h"
#include "notecontroller.h"
#include "sharingpanel.h"
#include "statusfields.h"
#include "tellactions.h"
#include "windowparts.h"

#include <QAction>
#include <QTabWidget>

// How the parts work together to prove a fault and to tell of it: what lines share, evidence, notes.

namespace plumb {

void MainWindow::Private::connectTelling()
{
    const TellActions *tell = actions->tell;
    const auto on = [this](QAction *action, auto handler) {
        connect(action, &QAction::triggered, this, handler);
    };
    on(tell->note, [this] { m_notes->add(m_chart->crosshairUs()); });
    on(tell->copyEvidence, [this] { m_copies->copyEvidence(); });
    on(tell->copyMtr, [this] { m_copies->copyMtr(); });
    for (const auto &[action, hours] : {std::pair(tell->shift8, 8), std::pair(tell->shift12, 12)})
        on(action, [this, hours = hours] {
            m_copies->copyShift(hours, run->isDemo() ? tr("Demo") : document->displayName());
        });
    on(tell->showLatency, [this] { showPage(m_chart); });
    on(tell->showSharing, [this] { showPage(m_sharing); });
    // A page that was hidden has not followed.
    connect(m_pagesBelow, &QTabWidget::currentChanged, this, &Private::updateChart);

    connect(document, &ProfileDocument::replaced, this, [this] {
        m_copies->forgetShift();
        m_findings->reset();
    });
    connect(focus, &Focus::linesChanged, m_sharing, [this] { m_sharing->setSelected(focus->lines()); });
    connect(m_sharing, &SharingPanel::tellingCountChanged, this, &Private::badgeSharing);
    connect(m_sharing, &SharingPanel::linesWanted, this, &Private::showLines);
    connect(monitor, &Monitor::notesChanged, m_events, &EventsPanel::showNotes);
    connect(monitor, &Monitor::notesChanged, m_chart, &LatencyChart::refresh);
    connect(m_events, &EventsPanel::noteEditWanted, m_notes, &NoteController::edit);
    connect(m_events, &EventsPanel::noteRemoveWanted, m_notes, &NoteController::remove);
    connect(m_events, &EventsPanel::numbersSinceWanted, focus, &Focus::countFrom);
    connect(m_findings, &Findings::said, m_status, &StatusFields::say);
    connect(m_copies, &CopyController::said, m_status, &StatusFields::say);
    connect(m_notes, &NoteController::said, m_status, &StatusFields::say);
}

void MainWindow::Private::showPage(QWidget *page)
{
    actions->showChart->setChecked(true);
    m_pagesBelow->setCurrentWidget(page);
    page->setFocus();
}

void MainWindow::Private::badgeSharing(int telling)
{
    const int tab = m_pagesBelow->indexOf(m_sharing);
    m_pagesBelow->setTabText(tab, telling > 0 ? tr("What they share (%1)").arg(formatCount(telling))
                                              : tr("What they share"));
    m_pagesBelow->setTabToolTip(
        tab, telling > 0 ? tr("The bad lines share something that hardly any other line has.")
                         : tr("What the bad or the selected lines have in common that the others have not."));
}

// Lines that no filter can find are selected; where a filter hides them it goes.
void MainWindow::Private::showLines(const QList<LineKey> &keys)
{
    if (!view->selectKeys(keys)) {
        filter->showOnly({});
        (void)view->selectKeys(keys);
    }
}

} // namespace plumb
