// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"

#include "jsontext.h"
#include "linetext.h"
#include "profilekeys.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace plumb {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

void put(QJsonObject &object, const QString &key, const std::optional<int> &value)
{
    if (value)
        object.insert(key, *value);
}

void put(QJsonObject &object, const QString &key, const std::optional<quint16> &value)
{
    if (value)
        object.insert(key, int(*value));
}

void put(QJsonObject &object, const QString &key, const std::optional<double> &value)
{
    if (value)
        object.insert(key, *value);
}

void put(QJsonObject &object, const QString &key, const std::optional<QString> &value)
{
    if (value)
        object.insert(key, *value);
}

void put(QJsonObject &object, const QString &key, const std::optional<bool> &value)
{
    if (value)
        object.insert(key, *value);
}

void put(QJsonObject &object, const QString &key, const std::optional<milliseconds> &value)
{
    if (value)
        object.insert(key, qint64(value->count()));
}

void putText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QJsonObject toObject(const ProbePatch &patch)
{
    QJsonObject object = patch.extra;
    if (patch.kind)
        object.insert(u"kind"_s, name(*patch.kind));
    if (patch.via)
        object.insert(u"via"_s, name(*patch.via));
    put(object, u"intervalMs"_s, patch.interval);
    put(object, u"timeoutMs"_s, patch.timeout);
    put(object, u"lateMs"_s, patch.late);
    put(object, u"sizeBytes"_s, patch.sizeBytes);
    put(object, u"flows"_s, patch.flows);
    put(object, u"dscp"_s, patch.dscp);
    put(object, u"entryPort"_s, patch.entryPort);
    put(object, u"echoPort"_s, patch.echoPort);
    put(object, u"payload"_s, patch.payload);
    put(object, u"match"_s, patch.match);
    put(object, u"allowFragments"_s, patch.allowFragments);
    put(object, u"ours"_s, patch.ours);
    return object;
}

QJsonArray toArray(const QList<Rule> &rules)
{
    const Rule defaults;
    QJsonArray array;
    for (const Rule &rule : rules) {
        QJsonObject object = rule.extra;
        object.insert(u"metric"_s, name(rule.metric));
        put(object, u"above"_s, rule.above);
        QJsonArray terms;
        for (const BaselineTerm &term : rule.aboveBaseline)
            terms.append(QString(plainNumber(term.value) + (term.percent ? u" %"_s : u" ms"_s)));
        if (!terms.isEmpty())
            object.insert(u"aboveBaseline"_s, terms);
        if (rule.metric != Metric::Outage) {
            const bool probes = rule.window.unit == RuleWindow::Unit::Probes;
            object.insert(u"window"_s,
                          QString(QString::number(rule.window.amount) + (probes ? u" probes"_s : u" s"_s)));
        }
        object.insert(u"severity"_s, name(rule.severity));
        put(object, u"clearBelow"_s, rule.clearBelow);
        if (rule.raiseAfterS != defaults.raiseAfterS)
            object.insert(u"raiseAfter"_s, rule.raiseAfterS);
        if (rule.clearAfterS != defaults.clearAfterS)
            object.insert(u"clearAfter"_s, rule.clearAfterS);
        put(object, u"minSamples"_s, rule.minSamples);
        put(object, u"confidence"_s, rule.confidence);
        array.append(object);
    }
    return array;
}

//! ISO 8601 with the offset from UTC, so that the moment does not move with the reader's time zone.
QString isoTime(const QDateTime &time)
{
    const QDateTime fixed = time.timeSpec() == Qt::UTC ? time : time.toOffsetFromUtc(time.offsetFromUtc());
    return fixed.toString(fixed.time().msec() != 0 ? Qt::ISODateWithMs : Qt::ISODate);
}

QJsonObject toObject(const Line &line)
{
    QJsonObject object = line.extra;
    putText(object, u"id"_s, line.id);
    putText(object, u"name"_s, line.name);
    object.insert(u"entry"_s, line.entry.toString());
    if (line.echo)
        object.insert(u"echo"_s, line.echo->toString());
    if (!line.tags.isEmpty())
        object.insert(u"tags"_s, QJsonArray::fromStringList(line.tags));
    if (!line.enabled)
        object.insert(u"enabled"_s, false);
    putText(object, u"pausedReason"_s, line.pausedReason);
    if (line.pausedUntil.isValid())
        object.insert(u"pausedUntil"_s, isoTime(line.pausedUntil));
    if (const QJsonObject probe = toObject(line.probe); !probe.isEmpty())
        object.insert(u"probe"_s, probe);
    if (line.rules)
        object.insert(u"rules"_s, toArray(*line.rules));
    return object;
}

} // namespace

QByteArray toJson(const Profile &profile)
{
    QJsonObject object = profile.extra;
    object.insert(u"plumbline"_s, 1);
    putText(object, u"name"_s, profile.name);
    putText(object, u"station"_s, profile.station);
    if (const QJsonObject probe = toObject(profile.probe); !probe.isEmpty())
        object.insert(u"probe"_s, probe);
    QJsonObject sweep = profile.sweepExtra;
    put(sweep, u"count"_s, profile.sweepCount);
    put(sweep, u"intervalMs"_s, profile.sweepInterval);
    if (!sweep.isEmpty())
        object.insert(u"sweep"_s, sweep);
    if (profile.rules)
        object.insert(u"rules"_s, toArray(*profile.rules));
    if (!profile.source.isEmpty())
        object.insert(u"source"_s, profile.source);
    QJsonArray lines;
    for (const Line &line : profile.lines)
        lines.append(toObject(line));
    object.insert(u"lines"_s, lines);
    return jsonText(object, ProfileKeys::all());
}

QString saveProfile(const Profile &profile, const QString &path)
{
    // QSaveFile renames over its target: over a link that would leave the file behind it as it was, and over
    // a device or a FIFO (as root) it would put a file in its place.
    QFileInfo target(path);
    for (int links = 0; target.isSymLink(); ++links) {
        if (links == 40)
            return Tr::tr("%1 is a link that leads back to itself; choose another file").arg(quoted(path));
        target = QFileInfo(target.symLinkTarget());
    }
    if (target.isDir())
        return Tr::tr("%1 is a directory; choose a file").arg(quoted(path));
    if (target.exists() && !target.isFile())
        return Tr::tr("%1 is not a regular file; choose another").arg(quoted(path));
    QSaveFile file(target.filePath());
    const QByteArray bytes = toJson(profile);
    if (bytes.size() > Limits::MaxProfileBytes)
        return Tr::tr("the profile is larger than 64 MiB; split it");
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Tr::tr("%1 can not be written (%2); choose another place")
            .arg(quoted(path), file.errorString());
    return {};
}

} // namespace plumb
