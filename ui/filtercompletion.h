// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plumb {

//! What the lines that are shown have, for completing a filter.
struct FilterVocabulary
{
    QStringList tags, entries, echoes, names; //!< each once, in order
};

//! The term that is being typed at a place of a filter, and what it may become.
struct FilterCompletion
{
    qsizetype at = 0, length = 0; //!< of the text that a candidate replaces
    QString prefix;               //!< its part before the cursor, without "-"
    QStringList candidates;
};

//! Candidates begin with the prefix (case aside): names of fields and figures, and after a field's colon its
//! values. Empty where nothing is known to fit, or the only one is already there.
[[nodiscard]] FilterCompletion completeFilter(const QString &text, qsizetype cursor,
                                              const FilterVocabulary &words);

} // namespace plumb
