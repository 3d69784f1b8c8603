// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

Endpoint withPort(Endpoint endpoint, quint16 port)
{
    if (endpoint.port == 0)
        endpoint.port = port;
    return endpoint;
}

} // namespace

void assignIds(Profile &profile)
{
    // What is whole already is not copied: the list is shared with other holders of the profile.
    if (std::none_of(profile.lines.cbegin(), profile.lines.cend(),
                     [](const Line &line) { return line.id.isEmpty(); }))
        return;
    QSet<QString> taken;
    taken.reserve(profile.lines.size());
    for (const Line &line : std::as_const(profile.lines)) {
        if (!line.id.isEmpty())
            taken.insert(line.id);
    }
    // How often each base has been used: many lines of one target must not search from #2 again and again.
    QHash<QString, int> used;
    for (Line &line : profile.lines) {
        if (!line.id.isEmpty())
            continue;
        QString base = line.entry.toString();
        if (line.echo)
            base += u'>' + line.echo->toString();
        int &number = used[base];
        do {
            ++number;
            line.id = number == 1 ? base : QString(base + u'#' + QString::number(number));
        } while (line.id.isEmpty() || taken.contains(line.id));
        taken.insert(line.id);
    }
}

Endpoint effectiveEntry(const Line &line, const ProbeSettings &settings)
{
    return withPort(line.entry, settings.entryPort);
}

std::optional<Endpoint> effectiveEcho(const Line &line, const ProbeSettings &settings)
{
    if (!line.echo)
        return std::nullopt;
    return withPort(*line.echo, settings.echoPort);
}

QList<Rule> rulesOf(const Profile &profile, const Line &line)
{
    if (line.rules)
        return *line.rules;
    static const QList<Rule> original = originalRules(); // one list that all lines share
    return profile.rules ? *profile.rules : original;
}

} // namespace plumb
