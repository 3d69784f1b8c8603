// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notefile.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

QT_BEGIN_NAMESPACE
class QUndoStack;
QT_END_NAMESPACE

namespace plumb {

class Monitor;

//! The notes of the profile that is open. Every change can be undone, is kept in the profile's note file at
//! once, and shows among the monitor's events. Without a profile file they live as long as the window.
class Notes final : public QObject
{
    Q_OBJECT
public:
    //! stack: where changes can be undone; folder: of the note files.
    Notes(Monitor *monitor, QUndoStack *stack, const QString &folder, QObject *parent = nullptr);
    ~Notes() override;

    [[nodiscard]] static QString defaultFolder();

    //! Another profile is open: its notes take the place of those before. Empty: it has no file.
    void open(const QString &profilePath);
    //! The same profile has another file now; the notes go along.
    void moveTo(const QString &profilePath);

    [[nodiscard]] const QList<Note> &all() const { return m_notes; }
    [[nodiscard]] const Note *find(quint32 id) const;
    [[nodiscard]] bool isFull() const { return m_notes.size() >= Note::MaxNotes; }
    //! Nothing happens where the text is empty or there are too many notes.
    void add(qint64 timeUs, const QStringList &lineIds, const QString &text);
    void edit(quint32 id, qint64 timeUs, const QStringList &lineIds, const QString &text);
    void remove(quint32 id);

Q_SIGNALS:
    void failed(const QString &error); //!< reading or writing the file

private:
    friend class NoteCommand;
    void replace(const std::optional<Note> &before, const std::optional<Note> &after);
    void write();
    void show();

    Monitor *m_monitor;
    QUndoStack *m_stack;
    QString m_folder, m_profilePath;
    QList<Note> m_notes;     //!< ascending by time
    bool m_areShown = false; //!< among the monitor's events
    quint32 m_lastId = 0;
    int m_opened = 0;    //!< which answer of the reader is still wanted
    QThreadPool m_files; //!< one thread: what is written first is read after it
};

} // namespace plumb
