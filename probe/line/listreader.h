// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonscan.h"
#include "problems.h"

namespace plumb {

//! A line of a list, and where its parts stand.
struct ListedLine
{
    Line line;
    TextPlace row;                    //!< of what has no place of its own
    QHash<QString, TextPlace> places; //!< by key: "entry", "echo", "name", …
};

//! The separator of a .csv text: tab, semicolon or comma, by its first row.
[[nodiscard]] QChar csvSeparator(QStringView text);
//! True where the first row that says something is one of a .csv list, not "entry -> echo name".
[[nodiscard]] bool looksLikeCsv(QStringView text);

[[nodiscard]] QList<ListedLine> readCsvList(QStringView text, Problems &problems);
[[nodiscard]] QList<ListedLine> readTextList(QStringView text, Problems &problems);

//! An address of a list: full-width colons and blanks count as ASCII.
[[nodiscard]] Endpoint readListedEndpoint(QStringView text, TextPlace place, Problems &problems);
//! One error for a list that is too long.
void tellTooManyLines(TextPlace place, Problems &problems);

} // namespace plumb
