// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"
#include "outbreak.h"

namespace plumb {

//! One thing that lines share, in the window's words.
struct SharingRow
{
    QString id; //!< stays the same while the row tells of the same thing
    QString what, with, elsewhere, toolTip;
    QString filter;         //!< finds the lines; empty where the language can not
    QList<LineKey> lines;   //!< which the row tells of
    bool isTelling = false; //!< too much to be chance

    //! "entry 118.89.127.211: 6 of 6 bad; elsewhere 0 of 122"
    [[nodiscard]] QString sentence() const;
};

//! What the marked lines share that the others do not.
struct SharingPicture
{
    QString headline; //!< which lines are compared with which, or why there is nothing to compare
    QList<SharingRow> rows;

    [[nodiscard]] int tellingCount() const;
};

//! A line's entry without its port: as it is written, a name as it was resolved.
[[nodiscard]] QString entryAddress(const LineRow &row, const LineState &state);
//! A line of the table as the search for what lines share sees it.
[[nodiscard]] SharingLine sharingLine(const LineRow &row, const LineState &state, bool isMarked);
//! All lines that have been judged, as the table shows them; marked: the bad ones.
[[nodiscard]] QList<JudgedLine> judgedLines(const LinesModel &model, const LinesModel::LineSource &source);

//! Of the bad lines against the others that have been judged; judged: judgedLines().
[[nodiscard]] SharingPicture sharingOfBad(const QList<JudgedLine> &judged, const LinesModel &model,
                                          const LinesModel::LineSource &source);
//! Of some lines against all others.
[[nodiscard]] SharingPicture sharingOf(const QList<LineKey> &selected, const LinesModel &model,
                                       const LinesModel::LineSource &source);

//! "entry 118.89.127.211", "tag cn2", …
[[nodiscard]] QString traitText(const SharedTrait &trait);

} // namespace plumb
