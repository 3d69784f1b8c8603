// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linetext.h"

#include <QLocale>

#include <algorithm>
#include <numeric>
#include <vector>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxShown = 60;
constexpr qsizetype MaxWord = 40; // longer ones are no misspelt key

bool isControl(QChar c)
{
    // U+2028 and U+2029 break a row as a newline does.
    return c.category() == QChar::Other_Control || c == QChar(0x2028) || c == QChar(0x2029);
}

//! Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
int editDistance(QStringView a, QStringView b)
{
    const std::size_t width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width), above(width), row(width);
    std::iota(above.begin(), above.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j < width; ++j) {
            const QChar other = b[static_cast<qsizetype>(j) - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i] == other ? 0 : 1)});
            if (i > 0 && j > 1 && a[i - 1] == other && a[i] == b[static_cast<qsizetype>(j) - 2])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above.back();
}

} // namespace

QString quoted(QStringView text)
{
    QString shown(u'"');
    qsizetype taken = 0;
    for (const QChar c : text) {
        if (taken == MaxShown) {
            shown += u'…';
            break;
        }
        ++taken;
        if (isControl(c))
            shown += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QChar(u'0'));
        else
            shown += c;
    }
    // A pair cut in two would not print.
    if (taken == MaxShown && shown.size() > 2 && shown[shown.size() - 2].isHighSurrogate())
        shown.remove(shown.size() - 2, 1);
    return shown + u'"';
}

QString plainNumber(double value) { return QString::number(value, 'g', QLocale::FloatingPointShortest); }

QString nearest(QStringView word, const QStringList &candidates)
{
    if (word.isEmpty() || word.size() > MaxWord)
        return {};
    const QString folded = word.toString().toCaseFolded();
    QString best;
    // A word of three letters is within two edits of too many others.
    int bestDistance = word.size() <= 3 ? 2 : 3;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(folded, candidate.toCaseFolded());
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

qsizetype controlCharacter(QStringView text)
{
    const auto found = std::find_if(text.begin(), text.end(), isControl);
    return found == text.end() ? -1 : found - text.begin();
}

} // namespace plumb
