// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! The translation context of everything here.
struct NoteFile
{
    Q_DECLARE_TR_FUNCTIONS(plumb::NoteFile)
};

constexpr int Version = 1;
constexpr qint64 MaxBytes = 64LL * 1024 * 1024;

Note noteFrom(const QJsonObject &object)
{
    Note note;
    const QDateTime time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs);
    note.timeUs = time.isValid() ? time.toMSecsSinceEpoch() * 1000 : 0;
    note.text = noteText(object.value("text"_L1).toString());
    const QJsonArray ids = object.value("lines"_L1).toArray();
    for (const QJsonValue &id : ids) {
        if (id.isString() && note.lineIds.size() < Note::MaxLines)
            note.lineIds.append(id.toString());
    }
    return note;
}

} // namespace

QString noteText(const QString &typed)
{
    QString text = typed.simplified();
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    text.truncate(Note::MaxText);
    if (text.endsWith(u' ') || (!text.isEmpty() && text.back().isHighSurrogate()))
        text.chop(1);
    return text;
}

QString noteFile(const QString &folder, const QString &profilePath)
{
    const QString canonical = QFileInfo(profilePath).canonicalFilePath();
    const QString path = canonical.isEmpty() ? QFileInfo(profilePath).absoluteFilePath() : canonical;
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    constexpr qsizetype NameBytes = 16;
    return QDir(folder).filePath(QString::fromLatin1(hash.first(NameBytes).toHex()) + u".json"_s);
}

NotesRead readNotes(const QString &path)
{
    NotesRead read;
    QFile file(path);
    if (!file.exists())
        return read;
    if (!file.open(QIODevice::ReadOnly)) {
        read.error = NoteFile::tr("%1: the notes can not be read (%2)").arg(path, file.errorString());
        return read;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(MaxBytes));
    file.close();
    const QJsonObject head = document.object();
    if (head.value("plumblineNotes"_L1).toInt() != Version || !head.value("notes"_L1).isArray()) {
        const QString aside = path + u".unreadable"_s;
        QFile::remove(aside);
        QFile::rename(path, aside);
        read.error = NoteFile::tr("%1 is no file of notes; it was renamed to %2").arg(path, aside);
        return read;
    }
    const QJsonArray notes = head.value("notes"_L1).toArray();
    for (const QJsonValue &value : notes) {
        const Note note = noteFrom(value.toObject());
        if (note.timeUs > 0 && !note.text.isEmpty() && read.notes.size() < Note::MaxNotes)
            read.notes.append(note);
    }
    std::stable_sort(read.notes.begin(), read.notes.end(),
                     [](const Note &a, const Note &b) { return a.timeUs < b.timeUs; });
    quint32 id = 0;
    for (Note &note : read.notes)
        note.id = ++id;
    return read;
}

QString writeNotes(const QString &path, const QString &profilePath, const QList<Note> &notes)
{
    const auto failed = [&path](const QString &why) {
        return NoteFile::tr("%1: the notes can not be written (%2)").arg(path, why);
    };
    if (notes.isEmpty()) {
        QFile file(path);
        return !file.exists() || file.remove() ? QString() : failed(file.errorString());
    }
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(NoteFile::tr("its folder can not be made"));
    QJsonArray array;
    for (const Note &note : notes) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(note.timeUs / 1000, Qt::UTC);
        QJsonObject object{{u"time"_s, time.toString(Qt::ISODateWithMs)}, {u"text"_s, note.text}};
        if (!note.lineIds.isEmpty())
            object.insert(u"lines"_s, QJsonArray::fromStringList(note.lineIds));
        array.append(object);
    }
    const QJsonObject head{{u"plumblineNotes"_s, Version}, {u"profile"_s, profilePath}, {u"notes"_s, array}};
    const QByteArray bytes = QJsonDocument(head).toJson();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace plumb
