// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems.h"

#include "linetext.h"

#include <algorithm>

namespace plumb {

namespace {

constexpr int MaxOfALevel = 100;

} // namespace

void Problems::error(const QString &place, const QString &text)
{
    // Without a place it is the text that tells one error from another.
    const QString key = place.isEmpty() ? text : place;
    // An error within something that is wrong as a whole follows from it.
    for (QString outer = key; !outer.isEmpty();) {
        if (m_errorPlaces.contains(outer))
            return;
        outer.truncate(
            place.isEmpty() ? 0 : std::max({outer.lastIndexOf(u'.'), outer.lastIndexOf(u'['), qsizetype(0)}));
    }
    if (m_errors <= MaxOfALevel)
        m_errorPlaces.insert(key);
    add(Problem::Level::Error, m_errors, place, text);
}

void Problems::warning(const QString &place, const QString &text)
{
    add(Problem::Level::Warning, m_warnings, place, text);
}

bool Problems::isFull() const { return m_errors > MaxOfALevel; }

QList<Problem> Problems::take(const std::function<qsizetype(const QString &)> &position)
{
    if (position) {
        QList<std::pair<qsizetype, Problem>> placed;
        placed.reserve(m_list.size());
        for (Problem &problem : m_list)
            placed.append({position(problem.place), std::move(problem)});
        std::stable_sort(placed.begin(), placed.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        std::transform(placed.begin(), placed.end(), m_list.begin(),
                       [](auto &entry) { return std::move(entry.second); });
    }
    if (m_errors > MaxOfALevel)
        m_list.append(
            {Problem::Level::Error,
             {},
             Tr::tr("more than %1 errors; the others are not told, correct these first").arg(MaxOfALevel)});
    if (m_warnings > MaxOfALevel)
        m_list.append({Problem::Level::Warning,
                       {},
                       Tr::tr("more than %1 warnings; the others are not told").arg(MaxOfALevel)});
    return std::move(m_list);
}

void Problems::add(Problem::Level level, int &count, const QString &place, const QString &text)
{
    if (++count <= MaxOfALevel)
        m_list.append({level, place, text});
    else
        count = MaxOfALevel + 1;
}

} // namespace plumb
