// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"

namespace plumb {

//! What an evidence text needs to know besides the lines' own figures.
struct EvidenceScene
{
    QString station;
    //! UTC; as of when the states are known: now, or when the picture was frozen. Empty while nothing runs:
    //! then each line's newest probe says it.
    std::optional<qint64> asOfUs;
    //! The figures are of a time that the user chose, so the text names it.
    bool rangeIsChosen = false;
    QList<Event> events; //!< newest last; tell when a line was bad that is no longer
};

//! What is wrong with a line, in words for those who have to mend it: one paragraph a line, at most
//! MaxEvidenceLines, then how many more. In the window's language, with exactly the figures of the table;
//! what is not known is left out. The lines must be rows of the model; its other rows say what else is bad.
inline constexpr qsizetype MaxEvidenceLines = 20;
[[nodiscard]] QString evidenceText(const LinesModel &model, const LinesModel::LineSource &source,
                                   const QList<LineKey> &lines, const EvidenceScene &scene);

//! Ports of one line, ascending: "40112-40119", "40112, 40115"; empty without any.
[[nodiscard]] QString portList(QList<quint16> ports);

} // namespace plumb
