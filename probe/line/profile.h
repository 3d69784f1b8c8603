// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint.h"
#include "rule.h"
#include "settings.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace plumb {

//! What is probed: an entry, and optionally the echo address behind it.
struct Line
{
    QString id;   //!< stable and unique in its profile; assignIds() fills an empty one
    QString name; //!< may be empty: then label() shows the id
    Endpoint entry;
    std::optional<Endpoint> echo;
    QStringList tags;
    bool enabled = true;
    QString pausedReason;
    QDateTime pausedUntil;
    ProbePatch probe;
    std::optional<QList<Rule>> rules; //!< replace the profile's
    QJsonObject extra;                //!< unknown keys, kept on save

    [[nodiscard]] const QString &label() const { return name.isEmpty() ? id : name; }
    friend bool operator==(const Line &, const Line &) = default;
};

//! A named set of lines, probe settings and rules: a .plumb file.
struct Profile
{
    QString name;
    QString station;
    ProbePatch probe;
    std::optional<int> sweepCount;
    std::optional<std::chrono::milliseconds> sweepInterval;
    QJsonObject sweepExtra;           //!< unknown keys of "sweep", kept on save
    std::optional<QList<Rule>> rules; //!< empty: originalRules()
    QList<Line> lines;
    QJsonObject source; //!< a command that lists more lines; see ListSource
    QJsonObject extra;

    friend bool operator==(const Profile &, const Profile &) = default;
};

//! Gives every line without an id "entry[>echo][#n]", the same in every run, unique in the profile.
void assignIds(Profile &profile);

//! Entry and echo with the port that is used: the endpoint's own, else the settings'.
[[nodiscard]] Endpoint effectiveEntry(const Line &line, const ProbeSettings &settings);
[[nodiscard]] std::optional<Endpoint> effectiveEcho(const Line &line, const ProbeSettings &settings);

//! The rules that judge a line: its own, else the profile's, else originalRules().
[[nodiscard]] QList<Rule> rulesOf(const Profile &profile, const Line &line);

} // namespace plumb
