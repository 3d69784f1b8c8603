// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sharing.h"

#include <optional>

namespace plumb {

//! A line that has been judged, as of now. isMarked: it is bad.
struct JudgedLine
{
    SharingLine line;
    qint64 beganUs = 0; //!< of a bad one: since when
};

//! Lines that went bad at about the same time.
struct Outbreak
{
    QList<LineKey> lines;
    qint64 beganUs = 0; //!< of the first of them
    //! What nearly all of them have, and hardly any good line: too much to be chance. Lines that were bad
    //! at another time are left out of its counts.
    std::optional<SharedTrait> trait;
};

//! How far apart the onsets of one fault may be seen.
inline constexpr qint64 OutbreakGapUs = 10'000'000;

//! The bad lines by the time of their onset, the newest first. Only the largest few are searched for a trait.
[[nodiscard]] QList<Outbreak> outbreaks(const QList<JudgedLine> &lines);

//! The one to tell first: of those with a trait the largest, of equal ones the newest; nullptr where none has
//! one.
[[nodiscard]] const Outbreak *mostTelling(const QList<Outbreak> &outbreaks);

} // namespace plumb
