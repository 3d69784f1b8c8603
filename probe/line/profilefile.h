// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

namespace plumb {

//! One thing wrong with a file, told with its place: "what is wrong; what to do".
struct Problem
{
    enum class Level : quint8 { Error, Warning };
    Level level = Level::Error;
    QString place; //!< "ROW:COLUMN" (lists, JSON syntax) or a key path like "lines[3].entry"; empty: the
                   //!< whole file
    QString text;

    //! "FILE:ROW:COLUMN: text" / "FILE: lines[3].entry: text", without the program's name; warnings begin
    //! "warning: ".
    [[nodiscard]] QString toString(const QString &file) const;
};

struct LoadResult
{
    Profile profile;
    QList<Problem> problems; //!< errors and warnings in the order of the file
    [[nodiscard]] bool ok() const;
};

//! What a caller of the loaders may say on top of the file. The ports count as the lowest-ranking default.
struct LoadOptions
{
    ProbePatch overrides; //!< the command line's options: they complete missing ports and are validated with
                          //!< the file
    std::optional<QList<Rule>>
        rules; //!< the command line's rules: they replace those of the file in what is validated
    bool runsSource = false; //!< the caller runs the profile's source command; else it is warned of
};

//! Reads a .plumb file, a .csv or .txt list, or "-" (a list on standard input), told apart by the ending.
//! Never throws; a directory, a file over 64 MiB, an unreadable file is one problem.
[[nodiscard]] LoadResult loadProfile(const QString &path, const LoadOptions &options = {});

//! The same for bytes already read. parseProfile checks everything that interfaces name: types, ranges,
//! duplicate keys and ids, unknown keys (warning), windows that can not hold minSamples at the line's
//! interval, ….
[[nodiscard]] LoadResult parseProfile(const QByteArray &json, const LoadOptions &options = {});

enum class ListFormat : quint8 { Csv, Text, Guess };
//! Reads a list. Bytes may be UTF-8 (BOM or not), UTF-16 or GB18030.
[[nodiscard]] LoadResult parseList(const QByteArray &bytes, ListFormat format,
                                   const LoadOptions &options = {});

//! Checks a profile that was changed in the window by the same rules as the file.
[[nodiscard]] QList<Problem> validate(const Profile &profile, const LoadOptions &options = {});

//! The file's bytes: UTF-8, indented, unknown keys kept, keys in a fixed order.
[[nodiscard]] QByteArray toJson(const Profile &profile);

//! Writes atomically; empty on success, else "what is wrong; what to do".
[[nodiscard]] QString saveProfile(const Profile &profile, const QString &path);

} // namespace plumb
