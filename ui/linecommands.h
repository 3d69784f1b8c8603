// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <QUndoCommand>

namespace plumb {

class ProfileDocument;

//! What one step of the user did to a profile, so that it can be done and undone.
struct ProfileChange
{
    struct Placed
    {
        int index = 0;
        Line line;
    };
    struct Edited
    {
        int index = 0;
        Line before, after;
    };
    QString text;
    QList<Placed> removed;                        //!< by index before the change, ascending
    QList<Placed> added;                          //!< by index after the change, ascending
    QList<Edited> edited;                         //!< by index after the change
    std::optional<Profile> headBefore, headAfter; //!< all but the lines, where that changed too

    void apply(Profile &profile) const;
    void revert(Profile &profile) const;
};

class ChangeCommand final : public QUndoCommand
{
public:
    ChangeCommand(ProfileDocument *document, ProfileChange change);
    void undo() override;
    void redo() override;

private:
    ProfileDocument *m_document; //!< owns the stack that owns this
    ProfileChange m_change;
};

} // namespace plumb
