// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"

#include "jsonobjectreader.h"
#include "jsonscan.h"
#include "linetext.h"
#include "problems.h"
#include "profilecheck.h"
#include "profilekeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace plumb {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

std::optional<milliseconds> toMilliseconds(const std::optional<int> &value)
{
    return value ? std::optional(milliseconds(*value)) : std::nullopt;
}

ProbePatch readProbe(JsonObjectReader reader)
{
    ProbePatch patch;
    if (const std::optional<QString> kind = reader.text(u"kind"_s)) {
        static const QStringList later{u"stamp"_s, u"irtt"_s, u"dns"_s, u"ntp"_s, u"stun"_s, u"quic"_s};
        patch.kind = kindFromName(*kind);
        if (!patch.kind && later.contains(*kind))
            reader.error(
                u"kind"_s,
                Tr::tr("kind %1 is not supported by this version; use echo or custom").arg(quoted(*kind)));
        else if (!patch.kind)
            reader.error(u"kind"_s, Tr::tr("kind %1 is not known; use echo or custom").arg(quoted(*kind)));
    }
    if (const std::optional<QString> via = reader.text(u"via"_s)) {
        patch.via = viaFromName(*via);
        if (!patch.via)
            reader.error(
                u"via"_s,
                Tr::tr("via %1 is not known; use embedded, ip4port, socks5 or fixed").arg(quoted(*via)));
    }
    patch.interval = toMilliseconds(reader.integer(u"intervalMs"_s));
    patch.timeout = toMilliseconds(reader.integer(u"timeoutMs"_s));
    patch.late = toMilliseconds(reader.integer(u"lateMs"_s));
    patch.sizeBytes = reader.integer(u"sizeBytes"_s);
    patch.flows = reader.integer(u"flows"_s);
    patch.dscp = reader.integer(u"dscp"_s);
    patch.entryPort = reader.port(u"entryPort"_s);
    patch.echoPort = reader.port(u"echoPort"_s);
    patch.payload = reader.text(u"payload"_s);
    patch.match = reader.text(u"match"_s);
    patch.allowFragments = reader.truth(u"allowFragments"_s);
    patch.ours = reader.truth(u"ours"_s);
    patch.extra = reader.rest(ProfileKeys::probe(), ProfileKeys::laterProbe());
    return patch;
}

std::optional<BaselineTerm> readBaseline(const QString &text)
{
    static const QRegularExpression shape(u"^(\\d{1,6}(?:\\.\\d{1,20})?) ?(%|ms)$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return BaselineTerm{match.capturedView(1).toDouble(), match.capturedView(2) == u"%"};
}

void readBaselines(JsonObjectReader &reader, Rule &rule)
{
    const QString key = u"aboveBaseline"_s;
    const QJsonValue value = reader.value(key);
    if (value.isUndefined())
        return;
    const QJsonArray terms = value.isArray() ? value.toArray() : QJsonArray{value};
    if (terms.isEmpty())
        reader.error(key, Tr::tr("names no value; write \"50 %\" or \"30 ms\" or both"));
    for (const QJsonValue term : terms) {
        const std::optional<BaselineTerm> read = readBaseline(term.toString());
        if (!read)
            reader.error(key, Tr::tr("is %1; write \"50 %\" or \"30 ms\"").arg(describe(term)));
        // One that can not be read keeps its place, so that the rule does not seem to lack a threshold as
        // well.
        rule.aboveBaseline.append(read.value_or(BaselineTerm{}));
    }
}

void readWindow(JsonObjectReader &reader, Rule &rule)
{
    const std::optional<QString> text = reader.text(u"window"_s);
    if (!text)
        return;
    static const QRegularExpression shape(u"^(\\d{1,9}) ?(probes?|s)$"_s);
    const QRegularExpressionMatch match = shape.match(*text);
    if (!match.hasMatch())
        return reader.error(u"window"_s,
                            Tr::tr("is %1; write \"100 probes\" or \"60 s\"").arg(quoted(*text)));
    if (rule.metric == Metric::Outage)
        return reader.error(u"window"_s,
                            Tr::tr("an outage is counted in probes in a row; leave the window out"));
    rule.window = {match.capturedView(2) == u"s" ? RuleWindow::Unit::Seconds : RuleWindow::Unit::Probes,
                   match.capturedView(1).toInt()};
}

Rule readRule(JsonObjectReader reader)
{
    Rule rule;
    if (const std::optional<QString> metric = reader.text(u"metric"_s)) {
        const QString use = Tr::tr("use loss, mean, median, p95, p99, jitter or outage");
        const std::optional<Metric> known = metricFromName(*metric);
        if (known)
            rule.metric = *known;
        else if (*metric == "flowLoss"_L1)
            reader.error(u"metric"_s,
                         Tr::tr("metric %1 is not supported by this version; %2").arg(quoted(*metric), use));
        else
            reader.error(u"metric"_s, Tr::tr("metric %1 is not known; %2").arg(quoted(*metric), use));
    } else {
        reader.error(u"metric"_s, Tr::tr("is missing; a rule needs a metric such as \"loss\""));
    }
    rule.above = reader.number(u"above"_s);
    readBaselines(reader, rule);
    readWindow(reader, rule);
    if (const std::optional<QString> severity = reader.text(u"severity"_s)) {
        const std::optional<Severity> known = severityFromName(*severity);
        if (known)
            rule.severity = *known;
        else
            reader.error(u"severity"_s,
                         Tr::tr("severity %1 is not known; use warning or critical").arg(quoted(*severity)));
    }
    rule.clearBelow = reader.number(u"clearBelow"_s);
    rule.raiseAfterS = reader.number(u"raiseAfter"_s).value_or(rule.raiseAfterS);
    rule.clearAfterS = reader.number(u"clearAfter"_s).value_or(rule.clearAfterS);
    rule.minSamples = reader.integer(u"minSamples"_s);
    rule.confidence = reader.number(u"confidence"_s);
    rule.extra = reader.rest(ProfileKeys::rule());
    return rule;
}

std::optional<QList<Rule>> readRules(JsonObjectReader &reader)
{
    const std::optional<QList<JsonObjectReader>> objects = reader.objects(u"rules"_s);
    if (!objects)
        return std::nullopt;
    QList<Rule> rules;
    for (const JsonObjectReader &object : *objects)
        rules.append(readRule(object));
    return rules;
}

Endpoint readEndpoint(JsonObjectReader &reader, const QString &key, const QString &text)
{
    const EndpointResult read = parseEndpoint(text);
    if (!read.error.isEmpty())
        reader.error(key, read.error);
    return read.endpoint;
}

void readPausedUntil(JsonObjectReader &reader, Line &line)
{
    const std::optional<QString> text = reader.text(u"pausedUntil"_s);
    if (!text)
        return;
    static const QRegularExpression shape(
        u"^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d([.]\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)?)?$"_s);
    if (shape.match(*text).hasMatch())
        line.pausedUntil = QDateTime::fromString(*text, Qt::ISODate);
    if (!line.pausedUntil.isValid())
        reader.error(u"pausedUntil"_s,
                     Tr::tr("%1 is no time; write it as in 2026-11-22T09:00:00+08:00").arg(quoted(*text)));
}

Line readLine(JsonObjectReader reader)
{
    Line line;
    if (const std::optional<QString> id = reader.text(u"id"_s)) {
        line.id = *id;
        if (id->trimmed().isEmpty())
            reader.error(u"id"_s, Tr::tr("is empty; write one or leave the key out"));
    }
    line.name = reader.text(u"name"_s).value_or(QString());
    const std::optional<QString> entry = reader.text(u"entry"_s);
    if (entry)
        line.entry = readEndpoint(reader, u"entry"_s, *entry);
    else
        reader.error(u"entry"_s, Tr::tr("is missing; a line needs an entry such as \"203.0.113.7:7000\""));
    if (const std::optional<QString> echo = reader.text(u"echo"_s))
        line.echo = readEndpoint(reader, u"echo"_s, *echo);
    line.tags = reader.texts(u"tags"_s);
    line.enabled = reader.truth(u"enabled"_s).value_or(true);
    line.pausedReason = reader.text(u"pausedReason"_s).value_or(QString());
    readPausedUntil(reader, line);
    if (const std::optional<JsonObjectReader> probe = reader.object(u"probe"_s))
        line.probe = readProbe(*probe);
    line.rules = readRules(reader);
    line.extra = reader.rest(ProfileKeys::line(), {}, ProfileKeys::probe());
    return line;
}

void checkSource(JsonObjectReader &reader, Profile &profile)
{
    const std::optional<JsonObjectReader> source = reader.object(u"source"_s);
    if (!source)
        return;
    profile.source = source->whole();
    JsonObjectReader inner = *source;
    const QStringList command = inner.texts(u"command"_s);
    if (command.isEmpty())
        inner.error(u"command"_s, Tr::tr("is missing; name the program as in [\"./find_lines\"]"));
    inner.text(u"every"_s);
    inner.rest(ProfileKeys::source());
}

Profile readProfile(JsonObjectReader reader)
{
    Profile profile;
    const QJsonValue version = reader.value(u"plumbline"_s);
    if (version.isUndefined())
        reader.error(u"plumbline"_s, Tr::tr("is missing; a profile begins with \"plumbline\": 1"));
    else if (!version.isDouble() || version.toDouble() != 1)
        reader.error(u"plumbline"_s,
                     Tr::tr("is %1; this version reads \"plumbline\": 1 alone").arg(describe(version)));
    profile.name = reader.text(u"name"_s).value_or(QString());
    profile.station = reader.text(u"station"_s).value_or(QString());
    if (const std::optional<JsonObjectReader> probe = reader.object(u"probe"_s))
        profile.probe = readProbe(*probe);
    if (std::optional<JsonObjectReader> sweep = reader.object(u"sweep"_s)) {
        profile.sweepCount = sweep->integer(u"count"_s);
        profile.sweepInterval = toMilliseconds(sweep->integer(u"intervalMs"_s));
        profile.sweepExtra = sweep->rest(ProfileKeys::sweep());
    }
    profile.rules = readRules(reader);
    checkSource(reader, profile);
    if (const std::optional<QList<JsonObjectReader>> lines = reader.objects(u"lines"_s, Limits::MaxLines)) {
        profile.lines.reserve(lines->size());
        for (const JsonObjectReader &line : *lines)
            profile.lines.append(readLine(line));
    }
    profile.extra = reader.rest(ProfileKeys::profile(), {}, ProfileKeys::probe());
    return profile;
}

//! Byte offset of a key path, or of what it stands in where the key is missing.
qsizetype offsetOf(const QHash<QString, qsizetype> &offsets, QString path)
{
    while (!path.isEmpty()) {
        if (const auto found = offsets.constFind(path); found != offsets.constEnd())
            return *found;
        path.truncate(std::max({path.lastIndexOf(u'.'), path.lastIndexOf(u'['), qsizetype(0)}));
    }
    return 0;
}

} // namespace

LoadResult parseProfile(const QByteArray &json, const LoadOptions &options)
{
    LoadResult result;
    const auto refuse = [&result](const QString &place, const QString &text) {
        result.problems = {{Problem::Level::Error, place, text}};
        return result;
    };
    const QByteArray text = json.startsWith("\xef\xbb\xbf") ? json.sliced(3) : json;
    if (text.trimmed().isEmpty())
        return refuse(
            {},
            Tr::tr(
                "the file is empty; a profile is a JSON object such as { \"plumbline\": 1, \"lines\": [] }"));
    if (text.contains('\0'))
        return refuse({}, Tr::tr("the file is no UTF-8 text; save the profile as UTF-8"));
    const JsonScan scan = scanJson(text);
    if (scan.fault)
        return refuse(scan.fault->place.toString(), scan.fault->text);
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return refuse(placeOf(text, parseError.offset).toString(),
                      Tr::tr("%1; correct the JSON here").arg(parseError.errorString()));
    if (!document.isObject())
        return refuse({}, Tr::tr("the file holds a JSON array; a profile is an object such as { "
                                 "\"plumbline\": 1, \"lines\": [] }"));

    Problems problems;
    for (const JsonScan::DuplicateKey &key : scan.duplicates)
        problems.error(
            key.path,
            Tr::tr("the key stands twice, again at %1; remove one of them").arg(key.again.toString()));
    result.profile = readProfile(JsonObjectReader(document.object(), {}, problems));
    if (!result.profile.source.isEmpty() && !options.runsSource)
        problems.warning(u"source"_s, Tr::tr("only the window runs this command; sweep and watch probe the "
                                             "lines of the file alone"));
    checkProfile(result.profile, options, keyPathPlace(), problems);
    assignIds(result.profile);
    QHash<QString, qsizetype> offsets;
    if (!problems.isEmpty())
        std::ignore = scanJson(text, &offsets);
    result.problems = problems.take([&offsets](const QString &path) { return offsetOf(offsets, path); });
    return result;
}

QList<Problem> validate(const Profile &profile, const LoadOptions &options)
{
    Problems problems;
    checkProfile(profile, options, keyPathPlace(), problems);
    return problems.take();
}

} // namespace plumb
