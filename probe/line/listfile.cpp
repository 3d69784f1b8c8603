// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listreader.h"

#include "linetext.h"
#include "profilecheck.h"
#include "textdecoder.h"

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! "12:5" as one number that sorts; what concerns the whole file comes first.
qsizetype positionOf(const QString &place)
{
    const QStringList parts = place.split(u':');
    return parts.size() == 2 ? parts[0].toLongLong() * 1'000'000 + parts[1].toLongLong() : 0;
}

} // namespace

Endpoint readListedEndpoint(QStringView text, TextPlace place, Problems &problems)
{
    QString plain = text.toString();
    plain.replace(QChar(u'：'), QChar(u':'));
    const EndpointResult read = parseEndpoint(plain);
    if (!read.error.isEmpty())
        problems.error(place.toString(), read.error);
    return read.endpoint;
}

void tellTooManyLines(TextPlace place, Problems &problems)
{
    problems.error(place.toString(),
                   Tr::tr("the list has more than %1 lines; split it").arg(Limits::MaxLines));
}

LoadResult parseList(const QByteArray &bytes, ListFormat format, const LoadOptions &options)
{
    LoadResult result;
    Problems problems;
    const DecodedText decoded = decodeText(bytes);
    if (!decoded.error.isEmpty()) {
        problems.error({}, decoded.error);
        result.problems = problems.take();
        return result;
    }
    if (!decoded.warning.isEmpty())
        problems.warning({}, decoded.warning);

    // Pairs with a comma are read from a .txt file as well: an address holds none, so they can mean nothing
    // else.
    const bool csv = format == ListFormat::Csv || looksLikeCsv(decoded.text);
    const QList<ListedLine> listed =
        csv ? readCsvList(decoded.text, problems) : readTextList(decoded.text, problems);
    if (listed.isEmpty() && !problems.hasErrors())
        problems.error({}, Tr::tr("the list holds no line; write one a row, as in 203.0.113.7:7000 -> "
                                  "198.51.100.9:7000 Tokyo 01"));
    result.profile.lines.reserve(listed.size());
    for (const ListedLine &line : listed)
        result.profile.lines.append(line.line);

    const LinePlace place = [&listed](qsizetype line, const QString &key) {
        const ListedLine &from = listed[line];
        return from.places.value(key, from.row).toString();
    };
    checkProfile(result.profile, options, place, problems);
    assignIds(result.profile);
    result.problems = problems.take(positionOf);
    return result;
}

} // namespace plumb
