// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace plumb {

//! What a user wrote down at a time, about some lines of a profile or about all of them.
struct Note
{
    static constexpr qsizetype MaxText = 500;
    static constexpr qsizetype MaxLines = 1000;
    static constexpr qsizetype MaxNotes = 1000; //!< of one profile

    quint32 id = 0;      //!< names it inside this process
    qint64 timeUs = 0;   //!< UTC, whole milliseconds
    QStringList lineIds; //!< empty: all lines
    QString text;        //!< one line, not empty

    friend bool operator==(const Note &, const Note &) = default;
};

//! One line without control characters or blanks at its ends, cut to MaxText.
[[nodiscard]] QString noteText(const QString &typed);

//! The file that keeps the notes of a profile, in a folder of such files.
[[nodiscard]] QString noteFile(const QString &folder, const QString &profilePath);

struct NotesRead
{
    QList<Note> notes; //!< ascending by time, with ids from 1
    QString error;     //!< "FILE: what is wrong; what was done"; empty also where there is no file
};
//! A file that is no note file is renamed (".unreadable"), so that nothing is written over it.
[[nodiscard]] NotesRead readNotes(const QString &path);
//! Writes the file as a whole or not at all, making its folder; no notes: removes it. Empty on success, else
//! what is wrong.
[[nodiscard]] QString writeNotes(const QString &path, const QString &profilePath, const QList<Note> &notes);

} // namespace plumb
