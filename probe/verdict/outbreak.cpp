// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbreak.h"

#include <QSet>

#include <algorithm>

namespace plumb {

namespace {

bool isConvincing(const SharedTrait &trait, int badLines)
{
    constexpr double Nearly = 0.8, MostChance = 0.01;
    return trait.marked >= Nearly * badLines && trait.marked >= Nearly * trait.of &&
           trait.chance() <= MostChance;
}

std::optional<SharedTrait> traitOf(const Outbreak &outbreak, const QList<JudgedLine> &lines)
{
    const QSet<LineKey> together(outbreak.lines.begin(), outbreak.lines.end());
    QList<SharingLine> seen;
    seen.reserve(lines.size());
    for (const JudgedLine &judged : lines) {
        if (!judged.line.isMarked || together.contains(judged.line.key))
            seen.append(judged.line);
    }
    const QList<SharedTrait> traits = sharedTraits(seen);
    const auto found = std::find_if(traits.begin(), traits.end(), [&](const SharedTrait &trait) {
        return isConvincing(trait, static_cast<int>(outbreak.lines.size()));
    });
    return found == traits.end() ? std::nullopt : std::optional(*found);
}

} // namespace

QList<Outbreak> outbreaks(const QList<JudgedLine> &lines)
{
    constexpr qsizetype MostSearched = 5;
    QList<const JudgedLine *> bad;
    for (const JudgedLine &judged : lines) {
        if (judged.line.isMarked)
            bad.append(&judged);
    }
    std::stable_sort(bad.begin(), bad.end(),
                     [](const JudgedLine *a, const JudgedLine *b) { return a->beganUs > b->beganUs; });
    QList<Outbreak> found;
    for (const JudgedLine *judged : std::as_const(bad)) {
        if (found.isEmpty() || found.last().beganUs - judged->beganUs > OutbreakGapUs)
            found.append(Outbreak{});
        found.last().lines.append(judged->line.key);
        found.last().beganUs = judged->beganUs;
    }
    QList<Outbreak *> bySize;
    for (Outbreak &outbreak : found)
        bySize.append(&outbreak);
    std::stable_sort(bySize.begin(), bySize.end(),
                     [](const Outbreak *a, const Outbreak *b) { return a->lines.size() > b->lines.size(); });
    for (Outbreak *outbreak : bySize.first(std::min(bySize.size(), MostSearched)))
        outbreak->trait = traitOf(*outbreak, lines);
    return found;
}

const Outbreak *mostTelling(const QList<Outbreak> &outbreaks)
{
    const Outbreak *best = nullptr;
    for (const Outbreak &outbreak : outbreaks) {
        if (outbreak.trait && (!best || outbreak.lines.size() > best->lines.size()))
            best = &outbreak;
    }
    return best;
}

} // namespace plumb
