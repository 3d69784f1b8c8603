// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonobjectreader.h"

#include "jsonscan.h"
#include "linetext.h"

#include <QJsonArray>

#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

QString describe(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: return Tr::tr("null");
    case QJsonValue::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: return plainNumber(value.toDouble());
    case QJsonValue::String: return quoted(value.toString());
    case QJsonValue::Array: return Tr::tr("an array");
    case QJsonValue::Object: return Tr::tr("an object");
    case QJsonValue::Undefined: break;
    }
    return Tr::tr("missing");
}

JsonObjectReader::JsonObjectReader(QJsonObject object, QString path, Problems &problems)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problems(&problems)
{}

std::optional<QString> JsonObjectReader::text(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isString())
        return found.toString();
    wrongType(key, found, Tr::tr("text in double quotes"));
    return std::nullopt;
}

std::optional<bool> JsonObjectReader::truth(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isBool())
        return found.toBool();
    wrongType(key, found, Tr::tr("true or false"));
    return std::nullopt;
}

std::optional<double> JsonObjectReader::number(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isDouble())
        return found.toDouble();
    wrongType(key, found, Tr::tr("a number"));
    return std::nullopt;
}

std::optional<int> JsonObjectReader::integer(const QString &key)
{
    const QJsonValue found = value(key);
    const double number = found.toDouble();
    if (found.isDouble() && std::floor(number) == number && std::abs(number) <= 2e9)
        return static_cast<int>(number);
    wrongType(key, found, Tr::tr("a whole number"));
    return std::nullopt;
}

std::optional<quint16> JsonObjectReader::port(const QString &key)
{
    const std::optional<int> number = integer(key);
    if (number && (*number < 1 || *number > 65535)) {
        error(key, Tr::tr("port %1 is out of range; use 1 to 65535").arg(*number));
        return std::nullopt;
    }
    return number ? std::optional(static_cast<quint16>(*number)) : std::nullopt;
}

QStringList JsonObjectReader::texts(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isArray()) {
        wrongType(key, found, Tr::tr("an array of texts"));
        return {};
    }
    QStringList list;
    const QJsonArray array = found.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isString())
            wrongTypeAt(keyPath(keyPath(m_path, key), i), array[i], Tr::tr("text in double quotes"));
        list.append(array[i].toString());
    }
    return list;
}

std::optional<JsonObjectReader> JsonObjectReader::object(const QString &key)
{
    const QJsonValue found = value(key);
    if (found.isObject())
        return JsonObjectReader(found.toObject(), keyPath(m_path, key), *m_problems);
    wrongType(key, found, Tr::tr("an object"));
    return std::nullopt;
}

std::optional<QList<JsonObjectReader>> JsonObjectReader::objects(const QString &key, qsizetype most)
{
    const QJsonValue found = value(key);
    if (!found.isArray()) {
        wrongType(key, found, Tr::tr("an array of objects"));
        return std::nullopt;
    }
    const QJsonArray array = found.toArray();
    if (array.size() > most) {
        error(key, Tr::tr("%1 are more than %2; split the profile")
                       .arg(QString::number(array.size()), QString::number(most)));
        return std::nullopt;
    }
    QList<JsonObjectReader> readers;
    readers.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = keyPath(keyPath(m_path, key), i);
        if (!array[i].isObject())
            wrongTypeAt(path, array[i], Tr::tr("an object"));
        readers.append(JsonObjectReader(array[i].toObject(), path, *m_problems));
    }
    return readers;
}

QJsonObject JsonObjectReader::rest(const QStringList &known, const QStringList &later,
                                   const QStringList &probeKeys)
{
    QJsonObject left;
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        const QString key = it.key();
        if (known.contains(key))
            continue;
        left.insert(key, it.value());
        if (key.startsWith("x-"_L1))
            continue;
        if (later.contains(key)) {
            warning(key, Tr::tr("not supported by this version; it has no effect"));
            continue;
        }
        const QString meant = nearest(key, known + later);
        const QString meantForProbe = nearest(key, probeKeys);
        if (!meant.isEmpty())
            warning(key, Tr::tr("the key is not known and has no effect; did you mean \"%1\"?").arg(meant));
        else if (!meantForProbe.isEmpty())
            warning(
                key,
                Tr::tr("the key is not known here and has no effect; did you mean \"%1\" within \"probe\"?")
                    .arg(meantForProbe));
        else
            warning(key, Tr::tr("the key is not known and has no effect; remove it, or begin it with \"x-\" "
                                "to keep a note"));
    }
    return left;
}

void JsonObjectReader::error(const QString &key, const QString &text)
{
    m_problems->error(keyPath(m_path, key), text);
}

void JsonObjectReader::warning(const QString &key, const QString &text)
{
    m_problems->warning(keyPath(m_path, key), text);
}

void JsonObjectReader::wrongType(const QString &key, const QJsonValue &value, const QString &expected)
{
    if (!value.isUndefined())
        wrongTypeAt(keyPath(m_path, key), value, expected);
}

void JsonObjectReader::wrongTypeAt(const QString &path, const QJsonValue &value, const QString &expected)
{
    m_problems->error(path, Tr::tr("is %1; expected %2").arg(describe(value), expected));
}

} // namespace plumb
