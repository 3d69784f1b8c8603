// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linecontroller.h"

#include "filecontroller.h"
#include "linedialog.h"
#include "linesview.h"
#include "monitor.h"
#include "profiledocument.h"
#include "runcontroller.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

namespace plumb {

LineController::LineController(LinesView *view, Monitor *monitor, ProfileDocument *document,
                               FileController *files, RunController *run)
    : QObject(view)
    , m_view(view)
    , m_monitor(monitor)
    , m_document(document)
    , m_files(files)
    , m_run(run)
{}

QStringList LineController::selectedIds() const
{
    QStringList ids;
    const QList<LineKey> keys = m_view->selectedKeys();
    for (const LineKey key : keys)
        ids.append(m_monitor->line(key).line.id);
    return ids;
}

void LineController::add()
{
    const bool fresh = m_run->isDemo() || m_document->profile().lines.isEmpty();
    Profile around = m_run->isDemo() ? Profile() : m_document->profile();
    if (fresh && !around.rules)
        around.rules = gamesRules();
    auto *dialog = new LineDialog(around, {}, m_view->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, around, fresh] {
        m_files->addLines({dialog->line()}, fresh ? std::optional(around) : std::nullopt, false);
    });
    dialog->open();
}

void LineController::edit()
{
    const QStringList ids = selectedIds();
    if (ids.size() != 1 || m_run->isDemo())
        return;
    const int index = m_document->indexOf(ids.first());
    if (index < 0)
        return;
    auto *dialog =
        new LineDialog(m_document->profile(), m_document->profile().lines[index], m_view->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id = ids.first()] { m_document->editLine(id, dialog->line()); });
    dialog->open();
}

void LineController::remove()
{
    const QStringList ids = selectedIds();
    if (ids.isEmpty())
        return;
    const int row = m_view->currentIndex().row();
    m_document->removeLines(ids);
    const int rows = m_view->model()->rowCount();
    if (rows > 0)
        m_view->setCurrentIndex(m_view->model()->index(qBound(0, row, rows - 1), 0));
    m_view->selectionModel()->clearSelection(); // the next Delete must not take a line that nobody chose
    Q_EMIT said(tr("%n line(s) removed; Ctrl+Z brings them back.", nullptr, static_cast<int>(ids.size())));
}

bool LineController::allSelectedPaused() const
{
    const QList<LineKey> keys = m_view->selectedKeys();
    return !keys.isEmpty() && std::none_of(keys.cbegin(), keys.cend(),
                                           [this](LineKey key) { return m_monitor->line(key).line.enabled; });
}

void LineController::togglePause() { m_document->setEnabled(selectedIds(), allSelectedPaused()); }

void LineController::copy()
{
    const QString text = m_view->selectionAsText();
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("%n row(s) copied.", nullptr, static_cast<int>(m_view->selectedKeys().size())));
}

} // namespace plumb
