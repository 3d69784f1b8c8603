// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace plumb {

//! A place of a text as people count it: rows and characters from 1.
struct TextPlace
{
    qsizetype row = 1;
    qsizetype column = 1;
    [[nodiscard]] QString toString() const;
};

//! Where a byte of UTF-8 text stands. Rows end with LF, CR LF or CR.
[[nodiscard]] TextPlace placeOf(QByteArrayView utf8, qsizetype offset);

//! What QJsonDocument does not tell of a text: where exactly it breaks the grammar, and which keys stand
//! twice.
struct JsonScan
{
    struct Fault
    {
        TextPlace place;
        QString text; //!< "what is wrong; what to do"
    };
    struct DuplicateKey
    {
        QString path;    //!< "lines[3].entry"
        TextPlace again; //!< where it stands for the second time
    };
    std::optional<Fault>
        fault; //!< the first breach of RFC 8259 (or of the bounds on depth and size); scanning ends there
    QList<DuplicateKey> duplicates; //!< at most 100
};

//! Walks a JSON text strictly: UTF-8 without a byte order mark, no comments, no trailing commas, no lone
//! surrogates, at most 64 levels. Where offsets is given it receives the byte offset of every key path.
[[nodiscard]] JsonScan scanJson(const QByteArray &utf8, QHash<QString, qsizetype> *offsets = nullptr);

//! A key path longer by one key: "probe" and "kind" give "probe.kind"; a key of other characters is quoted.
[[nodiscard]] QString keyPath(const QString &parent, const QString &key);
//! The same for an array's element: "lines[3]".
[[nodiscard]] QString keyPath(const QString &parent, qsizetype index);

} // namespace plumb
