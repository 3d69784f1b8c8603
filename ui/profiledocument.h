// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <QObject>
#include <QUndoStack>

namespace plumb {

struct ProfileChange;

//! The profile that the window shows, its file and its undo stack: every change of the user goes through
//! here.
class ProfileDocument final : public QObject
{
    Q_OBJECT
public:
    explicit ProfileDocument(QObject *parent = nullptr);

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    //! Empty: not saved yet.
    [[nodiscard]] const QString &path() const { return m_path; }
    //! The profile's name, else the file's, else "Untitled".
    [[nodiscard]] QString displayName() const;
    //! Whether the profile differs from its file. What else can be undone (notes) has a file of its own.
    [[nodiscard]] bool isModified() const { return m_isModified; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_stack; }
    //! Index of the line with this id; -1 without one.
    [[nodiscard]] int indexOf(const QString &id) const;

    //! Another profile takes this one's place; nothing of it can be undone.
    void replace(const Profile &profile, const QString &path);
    //! Appends lines; ids that are empty or taken are given anew. head: the rest of the profile with it, its
    //! lines unused.
    void addLines(const QList<Line> &lines, const std::optional<Profile> &head = {});
    void removeLines(const QStringList &ids);
    void editLine(const QString &id, const Line &line);
    void renameLine(const QString &id, const QString &name);
    //! A copy of each right behind it, under another id and name. The ids of the copies.
    QStringList duplicateLines(const QStringList &ids);
    //! Puts these in the place of the lines with their ids, in one step.
    void editLines(const QList<Line> &lines);
    //! All but the lines.
    void editHead(const Profile &head);
    //! Anything at all, in one step; lines that stay keep their order.
    void changeTo(const Profile &profile, const QString &what);
    //! What the document holds is what its file holds.
    void setUnmodified();
    void setEnabled(const QStringList &ids, bool enabled);
    //! Writes the file and takes it as this document's. Empty on success, else "what is wrong; what to do".
    [[nodiscard]] QString save(const QString &path);

Q_SIGNALS:
    void changed();      //!< the profile
    void replaced();     //!< by another one; before changed()
    void titleChanged(); //!< name, path or whether it is modified

private:
    friend class ChangeCommand;
    void push(ProfileChange change);
    void compare();

    Profile m_profile, m_saved;
    bool m_isModified = false;
    QString m_path;
    QUndoStack m_stack;
};

} // namespace plumb
