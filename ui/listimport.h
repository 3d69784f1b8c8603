// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profilefile.h"

#include <QByteArray>

#include <utility>

namespace plumb {

//! How a list was taken into the document, so that a later reading can be taken in likewise.
struct ListChoices
{
    ProbePatch overrides;   //!< ports and via, as chosen at the import
    bool intoLines = false; //!< they stand in each line, for the profile around them says otherwise
};

struct ListBytes
{
    QByteArray bytes;
    QString error;
};

//! Reads a list that a window was pointed at: a regular file of at most 64 MiB. Blocks.
[[nodiscard]] ListBytes readListFile(const QString &path);
//! Reads the bytes as the file's ending says; with the text, to quote rows of it.
[[nodiscard]] std::pair<LoadResult, QString> parseListFile(const QString &path, const QByteArray &bytes,
                                                           const ProbePatch &overrides);

struct ImportedLines
{
    QList<Line> lines; //!< that can be probed
    int errors = 0;    //!< rows that are left out
};
[[nodiscard]] ImportedLines importedLines(const LoadResult &result, const QString &text,
                                          const LoadOptions &options);

//! Writes what was chosen at an import into each line, where the profile around them says otherwise.
void putIntoLines(QList<Line> &lines, const ProbePatch &chosen, const Profile &around);

//! Lines that a profile's command listed are marked by a key that files keep.
[[nodiscard]] bool isFromSource(const Line &line);
void markFromSource(Line &line);

} // namespace plumb
