// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filtercompletion.h"

#include <QRegularExpression>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxCandidates = 50;

const QStringList &keys()
{
    static const QStringList all{
        u"loss>"_s, u"mean>"_s,  u"median>"_s, u"p95>"_s, u"p99>"_s,   u"jitter>"_s, u"last>"_s, u"min>"_s,
        u"max>"_s,  u"since<"_s, u"state:"_s,  u"tag:"_s, u"entry:"_s, u"echo:"_s,   u"name:"_s, u"id:"_s};
    return all;
}

const QStringList &states()
{
    static const QStringList all{u"bad"_s,     u"dead"_s, u"critical"_s, u"warning"_s,
                                 u"suspect"_s, u"ok"_s,   u"pending"_s,  u"paused"_s};
    return all;
}

bool isBlank(QChar c) { return c.isSpace() || c == u'|'; }

//! Where the term around the cursor begins: a blank inside quotes ends none.
qsizetype termStart(const QString &text, qsizetype cursor)
{
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < cursor; ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (!quoted && isBlank(text[i]))
            start = i + 1;
    }
    return start;
}

} // namespace

FilterCompletion completeFilter(const QString &text, qsizetype cursor, const FilterVocabulary &words)
{
    FilterCompletion made;
    cursor = qBound(qsizetype(0), cursor, text.size());
    made.at = termStart(text, cursor);
    while (made.at < cursor && text[made.at] == u'-')
        ++made.at;
    qsizetype end = cursor;
    while (end < text.size() && !isBlank(text[end]))
        ++end;
    made.length = end - made.at;
    made.prefix = text.mid(made.at, cursor - made.at);

    const qsizetype colon = made.prefix.indexOf(QRegularExpression(u"[:：]"_s));
    const QString field = colon < 0 ? QString() : made.prefix.first(colon).toLower();
    const auto offer = [&made](const QString &candidate, bool fits) {
        if (fits && made.candidates.size() < MaxCandidates)
            made.candidates.append(candidate);
    };
    if (colon < 0) {
        for (const QString &key : keys())
            offer(key, key.startsWith(made.prefix, Qt::CaseInsensitive));
    } else {
        const QStringList values = field == "state"_L1   ? states()
                                   : field == "tag"_L1   ? words.tags
                                   : field == "entry"_L1 ? words.entries
                                   : field == "echo"_L1  ? words.echoes
                                   : field == "name"_L1  ? words.names
                                                         : QStringList();
        const QString begin = made.prefix.first(colon + 1);
        QString wanted = made.prefix.sliced(colon + 1);
        if (wanted.startsWith(u'"'))
            wanted.remove(0, 1);
        for (const QString &value : values) {
            const bool needsQuotes = std::any_of(value.begin(), value.end(), isBlank);
            offer(begin + (needsQuotes ? QString(u'"' + value + u'"') : value),
                  value.startsWith(wanted, Qt::CaseInsensitive));
        }
    }
    const QString typed = text.mid(made.at, made.length);
    if (made.candidates.size() == 1 && made.candidates.first().compare(typed, Qt::CaseInsensitive) == 0)
        made.candidates.clear();
    return made;
}

} // namespace plumb
