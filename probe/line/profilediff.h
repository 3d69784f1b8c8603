// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

namespace plumb {

//! What became of one line between two readings of a file or list.
struct LineDifference
{
    enum class Kind : quint8 { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    Line before;    //!< unused where added
    Line after;     //!< unused where removed
    QString behind; //!< the id of the line that stands before an added one; empty: it is the first
};

//! What became of a profile between two readings; lines are told apart by their ids.
struct ProfileDifference
{
    QList<LineDifference> lines;
    int kept = 0;                                 //!< lines that are the same
    std::optional<Profile> headBefore, headAfter; //!< all but the lines, where that changed

    [[nodiscard]] bool isEmpty() const { return lines.isEmpty() && !headAfter; }
    [[nodiscard]] int count(LineDifference::Kind kind) const;
};

//! The ids have been assigned.
[[nodiscard]] ProfileDifference difference(const Profile &before, const Profile &after);

//! Carries a difference over to a profile that may have been changed since: only what differs between the
//! two readings is set, all else stays as it is. Lines that are gone meanwhile stay gone.
[[nodiscard]] Profile merged(const Profile &current, const ProfileDifference &difference);

//! The keys of the file by which two lines, or two profiles apart from their lines, differ.
[[nodiscard]] QStringList differingKeys(const Line &before, const Line &after);
[[nodiscard]] QStringList differingKeys(const Profile &before, const Profile &after);

} // namespace plumb
