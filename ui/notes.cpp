// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes.h"

#include "monitor.h"

#include <QFuture>
#include <QPromise>
#include <QStandardPaths>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

template <typename Result>
QFuture<Result> runIn(QThreadPool &pool, std::function<Result()> work)
{
    auto promise = std::make_shared<QPromise<Result>>();
    QFuture<Result> future = promise->future();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

//! Adds (no before), removes (no after) or changes a note.
class NoteCommand final : public QUndoCommand
{
public:
    NoteCommand(Notes *notes, const QString &text, const std::optional<Note> &before,
                const std::optional<Note> &after)
        : QUndoCommand(text)
        , m_notes(notes)
        , m_before(before)
        , m_after(after)
    {}

    void undo() override { m_notes->replace(m_after, m_before); }
    void redo() override { m_notes->replace(m_before, m_after); }

private:
    Notes *m_notes;
    std::optional<Note> m_before, m_after;
};

Notes::Notes(Monitor *monitor, QUndoStack *stack, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_stack(stack)
    , m_folder(folder)
{
    m_files.setMaxThreadCount(1);
    connect(monitor, &Monitor::linesChanged, this, &Notes::show);
}

Notes::~Notes() { m_files.waitForDone(); }

QString Notes::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plumbline/notes"_s;
}

void Notes::open(const QString &profilePath)
{
    const int opened = ++m_opened;
    m_profilePath = profilePath;
    m_notes.clear();
    show();
    if (profilePath.isEmpty())
        return;
    const QString file = noteFile(m_folder, profilePath);
    runIn<NotesRead>(m_files, [file] {
        return readNotes(file);
    }).then(this, [this, opened](const NotesRead &read) {
        if (opened != m_opened)
            return;
        // What was written in the moment before they came is kept.
        QList<Note> notes = read.notes;
        for (Note &note : notes)
            note.id = ++m_lastId;
        const bool hasNew = !m_notes.isEmpty();
        notes.append(m_notes);
        std::stable_sort(notes.begin(), notes.end(),
                         [](const Note &a, const Note &b) { return a.timeUs < b.timeUs; });
        m_notes = notes;
        show();
        if (hasNew)
            write();
        if (!read.error.isEmpty())
            Q_EMIT failed(read.error);
    });
}

void Notes::moveTo(const QString &profilePath)
{
    if (profilePath == m_profilePath)
        return;
    m_profilePath = profilePath;
    write();
}

const Note *Notes::find(quint32 id) const
{
    const auto found =
        std::find_if(m_notes.cbegin(), m_notes.cend(), [id](const Note &note) { return note.id == id; });
    return found == m_notes.cend() ? nullptr : &*found;
}

void Notes::add(qint64 timeUs, const QStringList &lineIds, const QString &text)
{
    const Note note{++m_lastId, timeUs / 1000 * 1000, lineIds.mid(0, Note::MaxLines), noteText(text)};
    if (!note.text.isEmpty() && !isFull())
        m_stack->push(new NoteCommand(this, tr("Add a note"), {}, note));
}

void Notes::edit(quint32 id, qint64 timeUs, const QStringList &lineIds, const QString &text)
{
    const Note *const before = find(id);
    const Note after{id, timeUs / 1000 * 1000, lineIds.mid(0, Note::MaxLines), noteText(text)};
    if (before && *before != after && !after.text.isEmpty())
        m_stack->push(new NoteCommand(this, tr("Edit a note"), *before, after));
}

void Notes::remove(quint32 id)
{
    if (const Note *const note = find(id))
        m_stack->push(new NoteCommand(this, tr("Remove a note"), *note, {}));
}

void Notes::replace(const std::optional<Note> &before, const std::optional<Note> &after)
{
    if (before)
        m_notes.removeIf([id = before->id](const Note &note) { return note.id == id; });
    if (after) {
        const auto later =
            std::upper_bound(m_notes.cbegin(), m_notes.cend(), after->timeUs,
                             [](qint64 timeUs, const Note &note) { return timeUs < note.timeUs; });
        m_notes.insert(later, *after);
    }
    show();
    write();
}

void Notes::write()
{
    if (m_profilePath.isEmpty())
        return;
    const QString profile = m_profilePath;
    const QString file = noteFile(m_folder, profile);
    runIn<QString>(m_files, [file, profile, notes = m_notes] {
        return writeNotes(file, profile, notes);
    }).then(this, [this](const QString &error) {
        if (!error.isEmpty())
            Q_EMIT failed(error);
    });
}

// Lines have keys only while they are there: one that was removed and comes back has another.
void Notes::show()
{
    if (m_notes.isEmpty() && !m_areShown)
        return;
    m_areShown = !m_notes.isEmpty();
    QList<Event> events;
    QHash<QString, LineKey> keys;
    for (const LineKey key : m_monitor->keys())
        keys.insert(m_monitor->line(key).line.id, key);
    for (const Note &note : std::as_const(m_notes)) {
        Event event;
        event.kind = Event::Kind::Note;
        event.timeUs = note.timeUs;
        event.text = note.text;
        event.noteId = note.id;
        for (const QString &id : note.lineIds) {
            const LineKey key = keys.value(id);
            if (key == 0)
                continue;
            if (event.line == 0)
                event.line = key;
            else
                event.otherLines.append(key);
        }
        if (note.lineIds.isEmpty() || event.line != 0)
            events.append(event);
    }
    m_monitor->setNotes(events);
}

} // namespace plumb
