// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace plumb {

namespace {

constexpr qsizetype MaxRow = 140;

class Writer
{
public:
    explicit Writer(const QStringList &keyOrder)
    {
        for (const QString &key : keyOrder)
            m_rank.insert(key, static_cast<int>(m_rank.size()));
    }

    [[nodiscard]] QByteArray write(const QJsonValue &value, qsizetype indent, bool mayBeOneRow = true) const
    {
        if (!value.isObject() && !value.isArray())
            return scalar(value);
        const bool isObject = value.isObject();
        const QByteArray oneRow = compact(value, mayBeOneRow ? MaxRow - indent : 0);
        if (!oneRow.isEmpty())
            return oneRow;
        const QByteArray inner = QByteArray(indent + 4, ' ');
        QByteArray text(isObject ? "{\n" : "[\n");
        const auto add = [&text, &inner](const QByteArray &item, bool last) {
            text += inner;
            text += item;
            text += last ? "\n" : ",\n";
        };
        if (isObject) {
            const QJsonObject object = value.toObject();
            const QStringList keys = ordered(object);
            for (const QString &key : keys)
                add(scalar(key) + ": " + write(object.value(key), indent + 4), key == keys.last());
        } else {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i)
                add(write(array[i], indent + 4), i == array.size() - 1);
        }
        text += QByteArray(indent, ' ');
        text += isObject ? '}' : ']';
        return text;
    }

private:
    //! The value on one row; empty where that takes more than `room` bytes. Empty objects and arrays always
    //! fit.
    [[nodiscard]] QByteArray compact(const QJsonValue &value, qsizetype room) const
    {
        if (!value.isObject() && !value.isArray())
            return scalar(value);
        QByteArray text;
        const auto add = [&text](const QByteArray &item) {
            text += text.isEmpty() ? " " : ", ";
            text += item;
        };
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            if (object.isEmpty())
                return "{}";
            for (const QString &key : ordered(object)) {
                const QByteArray item = compact(object.value(key), room);
                if (item.isEmpty())
                    return {};
                add(scalar(key) + ": " + item);
                if (text.size() > room)
                    return {};
            }
            return "{" + text + " }";
        }
        const QJsonArray array = value.toArray();
        if (array.isEmpty())
            return "[]";
        for (const QJsonValue element : array) {
            const QByteArray item = compact(element, room);
            if (item.isEmpty())
                return {};
            add(item);
            if (text.size() > room)
                return {};
        }
        return "[" + text.sliced(1) + "]";
    }

    //! A number, text, truth value or null as Qt writes it, which keeps every digit.
    [[nodiscard]] static QByteArray scalar(const QJsonValue &value)
    {
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return list.sliced(1, list.size() - 2);
    }

    [[nodiscard]] QStringList ordered(const QJsonObject &object) const
    {
        QStringList keys = object.keys();
        const int last = static_cast<int>(m_rank.size());
        std::stable_sort(keys.begin(), keys.end(), [this, last](const QString &a, const QString &b) {
            return m_rank.value(a, last) < m_rank.value(b, last);
        });
        return keys;
    }

    QHash<QString, int> m_rank;
};

} // namespace

QByteArray jsonText(const QJsonObject &object, const QStringList &keyOrder)
{
    return Writer(keyOrder).write(object, 0, false) + '\n';
}

} // namespace plumb
