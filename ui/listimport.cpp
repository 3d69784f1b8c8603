// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listimport.h"

#include "previewmodel.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace plumb {

//! Only the context of this file's texts.
struct ListImport
{
    Q_DECLARE_TR_FUNCTIONS(ListImport)
};

ListBytes readListFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {{}, ListImport::tr("there is no such file; check the path")};
    if (!info.isFile())
        return {{}, ListImport::tr("this is not a regular file; choose a list")};
    if (info.size() > Limits::MaxProfileBytes)
        return {{}, ListImport::tr("the file is above 64 MiB; split the list")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, ListImport::tr("the file can not be read: %1").arg(file.errorString())};
    return {file.read(Limits::MaxProfileBytes), {}};
}

std::pair<LoadResult, QString> parseListFile(const QString &path, const QByteArray &bytes,
                                             const ProbePatch &overrides)
{
    ListFormat format = ListFormat::Guess;
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        format = ListFormat::Csv;
    else if (path.endsWith(".txt"_L1, Qt::CaseInsensitive))
        format = ListFormat::Text;
    LoadOptions options;
    options.overrides = overrides;
    const LoadResult result = bytes.trimmed().isEmpty() ? LoadResult() : parseList(bytes, format, options);
    return {result, QString::fromUtf8(bytes)};
}

ImportedLines importedLines(const LoadResult &result, const QString &text, const LoadOptions &options)
{
    PreviewModel preview;
    preview.show(result, text, options);
    return {preview.lines(), preview.errors()};
}

void putIntoLines(QList<Line> &lines, const ProbePatch &chosen, const Profile &around)
{
    for (Line &line : lines) {
        if (line.entry.port == 0)
            line.entry.port = chosen.entryPort.value_or(0);
        if (line.echo && line.echo->port == 0)
            line.echo->port = chosen.echoPort.value_or(0);
        if (line.echo && chosen.via && resolve({&around.probe, &line.probe}).via != *chosen.via)
            line.probe.via = chosen.via;
    }
}

bool isFromSource(const Line &line) { return line.extra.value("x-source"_L1).toBool(); }

void markFromSource(Line &line) { line.extra.insert("x-source"_L1, true); }

} // namespace plumb
