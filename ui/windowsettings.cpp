// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowsettings.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr int Schema = 1;

// An ini file gives every value back as text, a list of one as text, an empty list as nothing: lists are kept
// as JSON.
QJsonArray toArray(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).array();
}

QString toText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

WindowSettings::WindowSettings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, u"plumbline"_s, u"window"_s)
    , m_readable(m_store.value(u"schema"_s, Schema).toInt() == Schema)
{}

QVariant WindowSettings::value(QStringView key) const
{
    return m_readable ? m_store.value(key.toString()) : QVariant();
}

void WindowSettings::setValue(QStringView key, const QVariant &value)
{
    if (!m_readable) {
        m_store.clear();
        m_readable = true;
    }
    m_store.setValue(u"schema"_s, Schema);
    m_store.setValue(key.toString(), value);
}

QByteArray WindowSettings::bytes(QStringView key) const
{
    return QByteArray::fromBase64(value(key).toString().toLatin1());
}

void WindowSettings::setBytes(QStringView key, const QByteArray &bytes)
{
    setValue(key, QString::fromLatin1(bytes.toBase64()));
}

bool WindowSettings::flag(QStringView key, bool fallback) const
{
    const QString stored = value(key).toString();
    if (stored == "true"_L1)
        return true;
    return stored == "false"_L1 ? false : fallback;
}

QString WindowSettings::text(QStringView key) const { return value(key).toString(); }

QJsonObject WindowSettings::tableLayout(const QString &path) const
{
    const QJsonArray stored = toArray(value(u"window/tableLayouts"));
    for (const QJsonValue &each : stored) {
        if (!path.isEmpty() && each["path"_L1].toString() == path)
            return each["layout"_L1].toObject();
    }
    return stored.isEmpty() ? QJsonObject() : stored.first()["layout"_L1].toObject();
}

void WindowSettings::setTableLayout(const QString &path, const QJsonObject &layout)
{
    QJsonArray layouts{QJsonObject{{u"path"_s, path}, {u"layout"_s, layout}}};
    const QJsonArray stored = toArray(value(u"window/tableLayouts"));
    for (const QJsonValue &each : stored) {
        if (each["path"_L1].toString() != path && layouts.size() < MaxLayouts)
            layouts.append(each);
    }
    setValue(u"window/tableLayouts", toText(layouts));
}

int WindowSettings::chartSpanS() const
{
    bool isNumber = false;
    const int seconds = value(u"window/chartSpanS").toInt(&isNumber);
    return isNumber ? qBound(10, seconds, 12 * 3600) : 600;
}

QStringList WindowSettings::recentProfiles() const
{
    QStringList paths;
    const QJsonArray stored = toArray(value(u"files/recent"));
    for (const QJsonValue &path : stored) {
        if (!path.toString().isEmpty() && paths.size() < MaxRecent)
            paths.append(path.toString());
    }
    return paths;
}

void WindowSettings::setRecent(const QStringList &paths)
{
    setValue(u"files/recent", toText(QJsonArray::fromStringList(paths.mid(0, MaxRecent))));
}

void WindowSettings::addRecentProfile(const QString &path)
{
    QStringList paths = recentProfiles();
    paths.removeAll(path);
    paths.prepend(path);
    setRecent(paths);
}

void WindowSettings::removeRecentProfile(const QString &path)
{
    QStringList paths = recentProfiles();
    paths.removeAll(path);
    setRecent(paths);
}

} // namespace plumb
