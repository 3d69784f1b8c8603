// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linecommands.h"

#include "profiledocument.h"

namespace plumb {

namespace {

void insertAll(QList<Line> &lines, const QList<ProfileChange::Placed> &placed)
{
    for (const ProfileChange::Placed &place : placed)
        lines.insert(place.index, place.line);
}

void removeAll(QList<Line> &lines, const QList<ProfileChange::Placed> &placed)
{
    for (auto place = placed.crbegin(); place != placed.crend(); ++place)
        lines.removeAt(place->index);
}

void setHead(Profile &profile, const std::optional<Profile> &head)
{
    if (!head)
        return;
    const QList<Line> lines = profile.lines;
    profile = *head;
    profile.lines = lines;
}

} // namespace

void ProfileChange::apply(Profile &profile) const
{
    setHead(profile, headAfter);
    removeAll(profile.lines, removed);
    insertAll(profile.lines, added);
    for (const Edited &edit : edited)
        profile.lines[edit.index] = edit.after;
}

void ProfileChange::revert(Profile &profile) const
{
    for (const Edited &edit : edited)
        profile.lines[edit.index] = edit.before;
    removeAll(profile.lines, added);
    insertAll(profile.lines, removed);
    setHead(profile, headBefore);
}

ChangeCommand::ChangeCommand(ProfileDocument *document, ProfileChange change)
    : QUndoCommand(change.text)
    , m_document(document)
    , m_change(std::move(change))
{}

void ChangeCommand::undo()
{
    m_change.revert(m_document->m_profile);
    Q_EMIT m_document->changed();
}

void ChangeCommand::redo()
{
    m_change.apply(m_document->m_profile);
    Q_EMIT m_document->changed();
}

} // namespace plumb
