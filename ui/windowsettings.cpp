// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowsettings.h"

#include <QCryptographicHash>
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

constexpr qsizetype MaxAllowedSources = 200;

// The command counts with the file: who can change the file must not get another command run.
QString sourceKey(const QString &path, const QStringList &command)
{
    const QJsonArray both{path, QJsonArray::fromStringList(command)};
    const QByteArray text = QJsonDocument(both).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
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

QStringList WindowSettings::texts(QStringView key) const
{
    QStringList texts;
    const QJsonArray stored = toArray(value(key));
    for (const QJsonValue &each : stored) {
        if (!each.toString().isEmpty())
            texts.append(each.toString());
    }
    return texts;
}

void WindowSettings::setTexts(QStringView key, const QStringList &texts)
{
    setValue(key, toText(QJsonArray::fromStringList(texts)));
}

QString WindowSettings::language() const
{
    const QString stored = text(u"program/language");
    return stored == "en"_L1 || stored == "zh_CN"_L1 ? stored : QString();
}

bool WindowSettings::isSourceAllowed(const QString &path, const QStringList &command) const
{
    return texts(u"program/allowedSources").contains(sourceKey(path, command));
}

void WindowSettings::allowSource(const QString &path, const QStringList &command)
{
    QStringList allowed = texts(u"program/allowedSources");
    allowed.removeAll(sourceKey(path, command));
    allowed.prepend(sourceKey(path, command));
    setTexts(u"program/allowedSources", allowed.mid(0, MaxAllowedSources));
}

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
