// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"

#include "linetext.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ChunkBytes = 1024 * 1024;

struct FileBytes
{
    QByteArray bytes;
    QString error;
};

QString tooLarge()
{
    return Tr::tr("the file is larger than 64 MiB; a profile or list is at most that long");
}

//! Reads to the end or to one byte above the limit: a device or FIFO has no size to ask for first.
FileBytes readUpToLimit(QFile &file)
{
    FileBytes result;
    while (result.bytes.size() <= Limits::MaxProfileBytes) {
        const QByteArray chunk =
            file.read(std::min(ChunkBytes, Limits::MaxProfileBytes + 1 - result.bytes.size()));
        if (chunk.isEmpty())
            break;
        result.bytes += chunk;
    }
    if (result.bytes.size() > Limits::MaxProfileBytes)
        return {{}, tooLarge()};
    if (file.error() != QFileDevice::NoError)
        return {
            {},
            Tr::tr("the file can not be read (%1); check it and its permissions").arg(file.errorString())};
    return result;
}

FileBytes readFile(const QString &path)
{
    QFile file;
    if (path == "-"_L1) {
        if (!file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
            return {{}, Tr::tr("standard input can not be read (%1); name a file").arg(file.errorString())};
        return readUpToLimit(file);
    }
    const QFileInfo info(path);
    if (info.isDir())
        return {{}, Tr::tr("this is a directory; name a .plumb, .csv or .txt file")};
    if (!info.exists())
        return {{},
                info.isSymLink() ? Tr::tr("the link leads to no file; name another")
                                 : Tr::tr("there is no such file; check the name")};
    if (info.isFile() && info.size() > Limits::MaxProfileBytes)
        return {{}, tooLarge()};
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {{}, Tr::tr("the file can not be opened (%1); check its permissions").arg(file.errorString())};
    return readUpToLimit(file);
}

//! Files of another ending and standard input tell by their first character: a list's row never begins with a
//! brace.
bool looksLikeProfile(const QByteArray &bytes)
{
    const QByteArray start = bytes.first(std::min<qsizetype>(bytes.size(), 4096));
    return start.trimmed().startsWith('{') || start.startsWith("\xef\xbb\xbf{");
}

} // namespace

QString Problem::toString(const QString &file) const
{
    static const QRegularExpression rowAndColumn(u"^\\d+:\\d+$"_s);
    QString full = level == Level::Warning ? QString(Tr::tr("warning: ") + file) : file;
    if (!place.isEmpty())
        full += (rowAndColumn.match(place).hasMatch() ? u":"_s : u": "_s) + place;
    return QString(full + u": " + text);
}

bool LoadResult::ok() const
{
    return std::none_of(problems.begin(), problems.end(),
                        [](const Problem &problem) { return problem.level == Problem::Level::Error; });
}

LoadResult loadProfile(const QString &path, const LoadOptions &options)
{
    const FileBytes file = readFile(path);
    if (!file.error.isEmpty()) {
        LoadResult result;
        result.problems = {{Problem::Level::Error, {}, file.error}};
        return result;
    }
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "csv"_L1)
        return parseList(file.bytes, ListFormat::Csv, options);
    if (ending == "txt"_L1)
        return parseList(file.bytes, ListFormat::Text, options);
    if (ending == "plumb"_L1 || looksLikeProfile(file.bytes))
        return parseProfile(file.bytes, options);
    return parseList(file.bytes, ListFormat::Guess, options);
}

} // namespace plumb
