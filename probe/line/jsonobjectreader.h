// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "problems.h"

#include <QJsonObject>

#include <optional>

namespace plumb {

//! A JSON value as a message names it: quoted text, the number, "true", "an array", ….
[[nodiscard]] QString describe(const QJsonValue &value);

//! Reads the keys of one object by type; a value of another type is a problem at its key path and reads as
//! absent.
class JsonObjectReader
{
public:
    //! problems outlives the reader.
    JsonObjectReader(QJsonObject object, QString path, Problems &problems);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QJsonObject &whole() const { return m_object; }

    [[nodiscard]] QJsonValue value(const QString &key) const { return m_object.value(key); }
    std::optional<QString> text(const QString &key);
    std::optional<bool> truth(const QString &key);
    std::optional<double> number(const QString &key);
    std::optional<int> integer(const QString &key);
    std::optional<quint16> port(const QString &key);
    QStringList texts(const QString &key);
    std::optional<JsonObjectReader> object(const QString &key);
    //! An array of objects; more than `most` is one error. A wrong element stays in its place, as an object
    //! without keys.
    std::optional<QList<JsonObjectReader>> objects(const QString &key, qsizetype most = 1000);

    //! The object less the known keys. Each key that is left is warned of, with what it was probably meant to
    //! be: one of the known ones or of probeKeys, which belong into "probe"; "x-…" is silent.
    QJsonObject rest(const QStringList &known, const QStringList &later = {},
                     const QStringList &probeKeys = {});

    void error(const QString &key, const QString &text);
    void warning(const QString &key, const QString &text);

private:
    void wrongType(const QString &key, const QJsonValue &value, const QString &expected);
    void wrongTypeAt(const QString &path, const QJsonValue &value, const QString &expected);

    QJsonObject m_object;
    QString m_path;
    Problems *m_problems;
};

} // namespace plumb
