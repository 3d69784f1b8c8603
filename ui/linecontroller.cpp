// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linecontroller.h"

#include "csvexport.h"
#include "filecontroller.h"
#include "linedialog.h"
#include "linesmodel.h"
#include "linesview.h"
#include "monitor.h"
#include "profiledocument.h"
#include "runcontroller.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

using namespace Qt::StringLiterals;

namespace plumb {

LineController::LineController(LinesView *view, const LinesModel *model, Monitor *monitor,
                               ProfileDocument *document, FileController *files, RunController *run)
    : QObject(view)
    , m_view(view)
    , m_model(model)
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
    if (ids.isEmpty() || m_run->isDemo())
        return;
    QList<Line> lines;
    for (const QString &id : ids) {
        const int index = m_document->indexOf(id);
        if (index >= 0)
            lines.append(m_document->profile().lines[index]);
    }
    if (lines.isEmpty())
        return;
    auto *dialog = new LineDialog(m_document->profile(), lines, m_view->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_document->editLines(dialog->lines()); });
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

void LineController::rename(LineKey key, const QString &name)
{
    if (!m_run->isDemo() && m_monitor->contains(key))
        m_document->renameLine(m_monitor->line(key).line.id, name);
}

void LineController::duplicate()
{
    if (m_run->isDemo())
        return;
    const QStringList made = m_document->duplicateLines(selectedIds());
    for (const LineKey key : m_monitor->keys()) {
        if (!made.isEmpty() && m_monitor->line(key).line.id == made.first())
            m_view->selectKey(key);
    }
}

void LineController::copy() { copyRows(m_view->selectionAsText()); }

void LineController::copyCsv()
{
    copyRows(
        QString::fromUtf8(csvText(summaryReport(*m_model, m_monitor->station(), m_view->selectedKeys()))));
}

void LineController::copyAsList()
{
    QString text;
    const QList<LineKey> keys = m_view->selectedKeys();
    for (const LineKey key : keys)
        text += listRow(m_model->row(m_model->rowOf(key)).line) + u'\n';
    copyRows(text);
}

void LineController::copyEntries()
{
    QStringList entries;
    const QList<LineKey> keys = m_view->selectedKeys();
    for (const LineKey key : keys)
        entries.append(m_model->row(m_model->rowOf(key)).line.entry.toString());
    entries.removeDuplicates();
    copyRows(entries.join(u'\n'));
}

void LineController::copyRows(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("%n row(s) copied.", nullptr, static_cast<int>(m_view->selectedKeys().size())));
}

QString listRow(const Line &line)
{
    QString row = line.entry.toString();
    if (line.echo)
        row += u" -> "_s + line.echo->toString();
    if (!line.name.isEmpty())
        row += u' ' + line.name.simplified();
    for (const QString &tag : line.tags)
        row += u" #"_s + tag;
    return row;
}

} // namespace plumb
