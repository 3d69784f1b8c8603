// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilediff.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

template <typename Thing, typename Value>
struct Part
{
    QLatin1StringView key;
    Value Thing::*member;
};

template <typename Thing, typename Value>
constexpr Part<Thing, Value> part(const char *key, Value Thing::*member)
{
    return {QLatin1StringView(key), member};
}

// Every member of a line and of a profile but the lines; what shares a key of the file shares it here.
constexpr auto LineParts =
    std::make_tuple(part("name", &Line::name), part("entry", &Line::entry), part("echo", &Line::echo),
                    part("tags", &Line::tags), part("enabled", &Line::enabled),
                    part("pausedReason", &Line::pausedReason), part("pausedUntil", &Line::pausedUntil),
                    part("probe", &Line::probe), part("rules", &Line::rules), part("", &Line::extra));
constexpr auto HeadParts = std::make_tuple(
    part("name", &Profile::name), part("station", &Profile::station), part("probe", &Profile::probe),
    part("sweep", &Profile::sweepCount), part("sweep", &Profile::sweepInterval),
    part("sweep", &Profile::sweepExtra), part("rules", &Profile::rules), part("source", &Profile::source),
    part("", &Profile::extra));

template <typename Thing, typename Parts>
QStringList keysOf(const Thing &before, const Thing &after, const Parts &parts)
{
    QStringList keys;
    const auto look = [&](const auto &each) {
        if (before.*each.member != after.*each.member)
            keys.append(each.key.isEmpty() ? u"x-…"_s : QString(each.key));
    };
    std::apply([&](const auto &...each) { (look(each), ...); }, parts);
    keys.removeDuplicates();
    return keys;
}

template <typename Thing, typename Parts>
void carry(Thing &current, const Thing &before, const Thing &after, const Parts &parts)
{
    const auto set = [&](const auto &each) {
        if (before.*each.member != after.*each.member)
            current.*each.member = after.*each.member;
    };
    std::apply([&](const auto &...each) { (set(each), ...); }, parts);
}

QHash<QString, qsizetype> indexById(const QList<Line> &lines)
{
    QHash<QString, qsizetype> index;
    for (qsizetype i = 0; i < lines.size(); ++i)
        index.insert(lines[i].id, i);
    return index;
}

} // namespace

int ProfileDifference::count(LineDifference::Kind kind) const
{
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [kind](const auto &line) { return line.kind == kind; }));
}

QStringList differingKeys(const Line &before, const Line &after) { return keysOf(before, after, LineParts); }

QStringList differingKeys(const Profile &before, const Profile &after)
{
    return keysOf(before, after, HeadParts);
}

ProfileDifference difference(const Profile &before, const Profile &after)
{
    ProfileDifference result;
    if (!differingKeys(before, after).isEmpty()) {
        result.headBefore = before;
        result.headAfter = after;
        result.headBefore->lines.clear();
        result.headAfter->lines.clear();
    }
    const QHash<QString, qsizetype> known = indexById(before.lines);
    const QHash<QString, qsizetype> stays = indexById(after.lines);
    for (const Line &line : before.lines) {
        if (!stays.contains(line.id))
            result.lines.append({LineDifference::Kind::Removed, line, {}, {}});
    }
    QString behind;
    for (const Line &line : after.lines) {
        const auto found = known.constFind(line.id);
        if (found == known.constEnd())
            result.lines.append({LineDifference::Kind::Added, {}, line, behind});
        else if (before.lines[*found] != line)
            result.lines.append({LineDifference::Kind::Changed, before.lines[*found], line, {}});
        else
            ++result.kept;
        behind = line.id;
    }
    return result;
}

Profile merged(const Profile &current, const ProfileDifference &difference)
{
    Profile result = current;
    if (difference.headAfter)
        carry(result, *difference.headBefore, *difference.headAfter, HeadParts);

    QHash<QString, const LineDifference *> byId;
    QHash<QString, QList<const LineDifference *>> addedBehind;
    const QHash<QString, qsizetype> present = indexById(current.lines);
    for (const LineDifference &each : difference.lines) {
        if (each.kind != LineDifference::Kind::Added) {
            byId.insert(each.before.id, &each);
            continue;
        }
        if (present.contains(each.after.id))
            continue; // the user was quicker
        addedBehind[each.behind].append(&each);
    }
    result.lines.clear();
    const auto append = [&](const QString &behind, const auto &self) -> void {
        const QList<const LineDifference *> added = addedBehind.take(behind);
        for (const LineDifference *each : added) {
            result.lines.append(each->after);
            self(each->after.id, self);
        }
    };
    append({}, append);
    for (const Line &line : current.lines) {
        const LineDifference *const change = byId.value(line.id);
        if (!change || change->kind != LineDifference::Kind::Removed) {
            result.lines.append(line);
            if (change)
                carry(result.lines.last(), change->before, change->after, LineParts);
        }
        append(line.id, append);
    }
    // Those whose neighbour is not here, in the order of the file.
    for (const LineDifference &each : difference.lines) {
        if (each.kind == LineDifference::Kind::Added && addedBehind.contains(each.behind))
            append(each.behind, append);
    }
    return result;
}

} // namespace plumb
