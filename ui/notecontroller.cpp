// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notecontroller.h"

#include "clock.h"
#include "focus.h"
#include "monitor.h"
#include "notedialog.h"
#include "notes.h"
#include "profiledocument.h"

namespace plumb {

NoteController::NoteController(QWidget *window, Monitor *monitor, const Focus *focus,
                               ProfileDocument *document)
    : QObject(window)
    , m_window(window)
    , m_monitor(monitor)
    , m_focus(focus)
    , m_notes(new Notes(monitor, document->undoStack(), Notes::defaultFolder(), this))
{
    connect(document, &ProfileDocument::replaced, m_notes,
            [this, document] { m_notes->open(document->path()); });
    connect(document, &ProfileDocument::titleChanged, m_notes,
            [this, document] { m_notes->moveTo(document->path()); });
    connect(m_notes, &Notes::failed, this, &NoteController::said);
}

QStringList NoteController::idsOf(const QList<LineKey> &lines) const
{
    QStringList ids;
    for (const LineKey key : lines)
        ids.append(m_monitor->line(key).line.id);
    return ids;
}

QStringList NoteController::namesOf(const QStringList &ids) const
{
    QHash<QString, QString> names;
    for (const LineKey key : m_monitor->keys()) {
        const Line &line = m_monitor->line(key).line;
        names.insert(line.id, line.label());
    }
    QStringList all;
    for (const QString &id : ids)
        all.append(names.value(id, id));
    return all;
}

void NoteController::add(std::optional<qint64> atUs)
{
    if (m_notes->isFull()) {
        Q_EMIT said(tr("There are %1 notes already; remove some first.").arg(Note::MaxNotes));
        return;
    }
    const qint64 time = atUs ? *atUs : m_focus->frozenAtUs().value_or(realtimeUs());
    QStringList ids = idsOf(m_focus->lines());
    if (ids.size() > Note::MaxLines)
        ids.clear();
    auto *dialog = new NoteDialog(true, time, namesOf(ids), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] {
        m_notes->add(dialog->timeUs(), dialog->isOnAllLines() ? QStringList() : ids, dialog->text());
    });
    dialog->open();
}

void NoteController::edit(quint32 id)
{
    const Note *const note = m_notes->find(id);
    if (!note)
        return;
    const QStringList ids = note->lineIds.isEmpty() ? idsOf(m_focus->lines()) : note->lineIds;
    auto *dialog = new NoteDialog(false, note->timeUs,
                                  ids.size() > Note::MaxLines ? QStringList() : namesOf(ids), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(note->text);
    dialog->setOnAllLines(note->lineIds.isEmpty());
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, ids] {
        m_notes->edit(id, dialog->timeUs(), dialog->isOnAllLines() ? QStringList() : ids, dialog->text());
    });
    dialog->open();
}

void NoteController::remove(quint32 id)
{
    m_notes->remove(id);
    Q_EMIT said(tr("Note removed; Ctrl+Z brings it back."));
}

} // namespace plumb
