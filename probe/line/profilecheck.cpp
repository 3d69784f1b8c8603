// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilecheck.h"

#include "jsonscan.h"
#include "linetext.h"
#include "listsource.h"
#include "payloadtemplate.h"

#include <QHash>

#include <array>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype MaxText = 1000; // of a name, an id, a tag, a reason
constexpr qsizetype MaxNamed = 5;   // lines that one warning names

//! Where a setting stands: its place in the file, or the option that named it.
struct Spot
{
    QString place;
    QString option; //!< "--size", empty for a value of the file
};

class Checker
{
public:
    Checker(const Profile &profile, const LoadOptions &options, const LinePlace &place, Problems &problems)
        : m_profile(profile)
        , m_options(options)
        , m_place(place)
        , m_problems(problems)
    {}

    void check()
    {
        checkText(u"name"_s, m_profile.name);
        checkText(u"station"_s, m_profile.station);
        checkPatch(m_options.overrides, [](const QString &, const QString &option) {
            return Spot{{}, option};
        });
        checkPatch(m_profile.probe, [](const QString &key, const QString &) {
            return Spot{u"probe."_s + key, {}};
        });
        if (m_profile.sweepCount)
            checkRange({u"sweep.count"_s, {}}, *m_profile.sweepCount, 1, Limits::MaxSweepCount, {});
        if (m_profile.sweepInterval)
            checkInterval({u"sweep.intervalMs"_s, {}}, *m_profile.sweepInterval);
        checkRules(m_options.rules, [](qsizetype, const QString &) { return QString(); });
        checkRules(m_profile.rules, profileRulePlace());
        if (const QString wrong = ListSource::of(m_profile.source).error; !wrong.isEmpty())
            m_problems.error(u"source.every"_s, wrong);
        // What the profile says must hold together even while it has no line.
        checkTogether({}, -1);
        if (m_profile.lines.size() > Limits::MaxLines) {
            m_problems.error(u"lines"_s, Tr::tr("%1 lines are more than %2; split the profile")
                                             .arg(QString::number(m_profile.lines.size()),
                                                  QString::number(Limits::MaxLines)));
        }
        const qsizetype count = std::min<qsizetype>(m_profile.lines.size(), Limits::MaxLines);
        for (qsizetype i = 0; i < count && !m_problems.isFull(); ++i)
            checkLine(m_profile.lines[i], i);
        checkIds();
        checkTargets();
    }

private:
    using SpotOf = std::function<Spot(const QString &key, const QString &option)>;
    using RulePlace = std::function<QString(qsizetype rule, const QString &key)>;

    void error(const Spot &spot, const QString &text)
    {
        m_problems.error(spot.place, spot.option.isEmpty() ? text : QString(spot.option + u": " + text));
    }

    void checkText(const QString &place, const QString &text)
    {
        if (const qsizetype at = controlCharacter(text); at >= 0)
            m_problems.error(place, Tr::tr("%1 has a control character at position %2; remove it")
                                        .arg(quoted(text), QString::number(at + 1)));
        else if (text.size() > MaxText)
            m_problems.error(place, Tr::tr("%1 is longer than %2 characters; shorten it")
                                        .arg(quoted(text), QString::number(MaxText)));
    }

    void checkRange(const Spot &spot, qint64 value, qint64 low, qint64 high, const QString &unit)
    {
        if (value < low || value > high) {
            error(spot, Tr::tr("%1 is out of range; use %2 to %3%4")
                            .arg(QString::number(value), QString::number(low), QString::number(high), unit));
        }
    }

    void checkInterval(const Spot &spot, milliseconds interval)
    {
        checkRange(spot, interval.count(), Limits::MinIntervalMs, Limits::MaxIntervalMs, u" ms"_s);
    }

    //! Checks each value that a level names against its own range.
    void checkPatch(const ProbePatch &patch, const SpotOf &spot)
    {
        if (patch.interval)
            checkInterval(spot(u"intervalMs"_s, u"--interval"_s), *patch.interval);
        if (patch.timeout)
            checkRange(spot(u"timeoutMs"_s, u"--timeout"_s), patch.timeout->count(), Limits::MinTimeoutMs,
                       Limits::MaxTimeoutMs, u" ms"_s);
        if (patch.late)
            checkRange(spot(u"lateMs"_s, u"--late"_s), patch.late->count(), 0, Limits::MaxLateMs, u" ms"_s);
        if (patch.sizeBytes)
            checkRange(spot(u"sizeBytes"_s, u"--size"_s), *patch.sizeBytes, Limits::MinSizeBytes,
                       Limits::MaxSizeFragmented, Tr::tr(" bytes"));
        if (patch.flows)
            checkRange(spot(u"flows"_s, u"--flows"_s), *patch.flows, 1, Limits::MaxFlows, {});
        if (patch.dscp)
            checkRange(spot(u"dscp"_s, u"--dscp"_s), *patch.dscp, 0, Limits::MaxDscp, {});
        if (patch.entryPort)
            checkRange(spot(u"entryPort"_s, u"--entry-port"_s), *patch.entryPort, 1, 65535, {});
        if (patch.echoPort)
            checkRange(spot(u"echoPort"_s, u"--echo-port"_s), *patch.echoPort, 1, 65535, {});
        if (patch.payload) {
            const TemplateResult &payload = parsedPayload(*patch.payload);
            if (!payload.ok())
                error(spot(u"payload"_s, {}), payload.error);
        }
        if (patch.match) {
            const MatchResult match = parseMatch(*patch.match);
            if (!match.ok())
                error(spot(u"match"_s, {}), match.error);
        }
    }

    void checkRules(const std::optional<QList<Rule>> &rules, const RulePlace &place)
    {
        if (!rules)
            return;
        for (qsizetype i = 0; i < rules->size(); ++i) {
            for (const RuleFault &fault : faultsOf((*rules)[i]))
                m_problems.error(place(i, fault.key), fault.text);
        }
    }

    static RulePlace profileRulePlace()
    {
        return [](qsizetype rule, const QString &key) {
            const QString path = keyPath(u"rules"_s, rule);
            return key.isEmpty() ? path : keyPath(path, key);
        };
    }

    RulePlace lineRulePlace(qsizetype index)
    {
        return [this, index](qsizetype rule, const QString &key) {
            const QString path = keyPath(u"rules"_s, rule);
            return m_place(index, key.isEmpty() ? path : keyPath(path, key));
        };
    }

    void checkLine(const Line &line, qsizetype index)
    {
        checkText(m_place(index, u"id"_s), line.id);
        checkText(m_place(index, u"name"_s), line.name);
        checkText(m_place(index, u"pausedReason"_s), line.pausedReason);
        for (qsizetype i = 0; i < line.tags.size(); ++i) {
            const QString place = m_place(index, keyPath(u"tags"_s, i));
            const QString &tag = line.tags[i];
            checkText(place, tag);
            if (tag.trimmed().isEmpty())
                m_problems.error(place, Tr::tr("a tag is empty; remove it"));
            else if (tag.contains(u';'))
                m_problems.error(
                    place, Tr::tr("tag %1 has a semicolon, which joins tags in reports; make it two tags")
                               .arg(quoted(tag)));
        }
        checkPatch(line.probe, [this, index](const QString &key, const QString &) {
            return Spot{m_place(index, u"probe."_s + key), {}};
        });
        checkRules(line.rules, lineRulePlace(index));
        checkTogether(line, index);
    }

    //! Checks what the levels say together; index -1 is the profile without a line.
    void checkTogether(const Line &line, qsizetype index)
    {
        const ProbeSettings settings = resolve({&m_profile.probe, &line.probe, &m_options.overrides});
        if (index >= 0) {
            checkEndpoint(line.entry, settings.entryPort, index, u"entry"_s);
            if (line.echo)
                checkEndpoint(*line.echo, settings.echoPort, index, u"echo"_s);
        }
        if (settings.kind == ProbeKind::Custom)
            checkCustom(line, index, settings);
        else
            checkEcho(line, index, settings);
        checkWindows(line, index, settings);
    }

    void checkEndpoint(const Endpoint &endpoint, quint16 defaultPort, qsizetype index, const QString &key)
    {
        const QString place = m_place(index, key);
        // An endpoint made by hand may hold what no file can: its text tells.
        const EndpointResult read = parseEndpoint(endpoint.toString());
        if (!read.error.isEmpty())
            m_problems.error(place, read.error);
        else if (endpoint.isEmpty() || read.endpoint != endpoint)
            m_problems.error(
                place, Tr::tr("%1 is no host with a port; write host:port").arg(quoted(endpoint.toString())));
        else if (endpoint.port == 0 && defaultPort == 0)
            m_problems.error(
                place, Tr::tr("%1 has no port; add one as in %2, or give all the same with --%3-port or "
                              "\"probe.%3Port\"")
                           .arg(quoted(endpoint.toString()), Endpoint{endpoint.host, 7000}.toString(), key));
    }

    //! Where a setting that is in force was named; fallback where nothing names it.
    template <typename Value>
    Spot whence(std::optional<Value> ProbePatch::*member, const Line &line, qsizetype index,
                const QString &key, const QString &option)
    {
        if (m_options.overrides.*member)
            return {{}, option};
        if (index >= 0 && line.probe.*member)
            return {m_place(index, u"probe."_s + key), {}};
        if (m_profile.probe.*member)
            return {u"probe."_s + key, {}};
        return {index >= 0 ? m_place(index, u"entry"_s) : QString(), {}};
    }

    //! Payload that an unfragmented datagram holds; a name counts as IPv4 until it is looked up.
    static int largestPayload(const Line &line, const ProbeSettings &settings)
    {
        if (settings.allowFragments)
            return Limits::MaxSizeFragmented;
        const std::optional<QHostAddress> address = line.entry.address();
        return address && address->protocol() == QAbstractSocket::IPv6Protocol ? Limits::MaxSizeIp6
                                                                               : Limits::MaxSizeIp4;
    }

    void checkEcho(const Line &line, qsizetype index, const ProbeSettings &settings)
    {
        const std::optional<QHostAddress> echo = line.echo ? line.echo->address() : std::nullopt;
        const bool ip4 = echo && echo->protocol() == QAbstractSocket::IPv4Protocol;
        const int framing = line.echo ? framingBytes(settings.via, ip4) : 0;
        const Spot size = whence(&ProbePatch::sizeBytes, line, index, u"sizeBytes"_s, u"--size"_s);
        const int largest = largestPayload(line, settings);
        if (settings.sizeBytes < Limits::MinSizeBytes + framing) {
            error(
                size,
                Tr::tr(
                    "%1 bytes do not hold the %2 bytes of via \"%3\" and the 64-byte header; use at least %4")
                    .arg(QString::number(settings.sizeBytes), QString::number(framing), name(settings.via),
                         QString::number(Limits::MinSizeBytes + framing)));
        } else if (settings.sizeBytes > largest) {
            error(size,
                  Tr::tr("%1 bytes do not fit one packet; use at most %2, or set \"allowFragments\": true")
                      .arg(QString::number(settings.sizeBytes), QString::number(largest)));
        }
        if (settings.via == Via::Ip4Port && echo && !ip4) {
            m_problems.error(m_place(index, u"echo"_s),
                             Tr::tr("%1 is an IPv6 address, but via \"ip4port\" has room for IPv4 alone; use "
                                    "another \"via\" or echo")
                                 .arg(quoted(line.echo->toString())));
        }
    }

    void checkCustom(const Line &line, qsizetype index, const ProbeSettings &settings)
    {
        const Spot kind = whence(&ProbePatch::kind, line, index, u"kind"_s, {});
        if (settings.payload.isEmpty())
            error(kind, Tr::tr("kind \"custom\" needs a payload; add \"probe.payload\" as in \"text:PING "
                               "{seq:dec} {token:hex}\""));
        if (settings.match.isEmpty())
            error(kind, Tr::tr("kind \"custom\" needs to know a reply; add \"probe.match\": identical, "
                               "prefix:N or any"));
        const TemplateResult &payload = parsedPayload(settings.payload);
        const MatchResult match = parseMatch(settings.match);
        if (!payload.ok() || !match.ok())
            return;
        const Spot payloadSpot = whence(&ProbePatch::payload, line, index, u"payload"_s, {});
        if (match.rule.prefix > payload.minSize()) {
            error(whence(&ProbePatch::match, line, index, u"match"_s, {}),
                  Tr::tr("prefix:%1 is longer than the payload of %2 bytes; use at most prefix:%2")
                      .arg(QString::number(match.rule.prefix), QString::number(payload.minSize())));
        }
        const int largest = largestPayload(line, settings);
        if (payload.maxSize() > largest) {
            error(payloadSpot, Tr::tr("the payload of %1 bytes does not fit one packet; use at most %2, or "
                                      "set \"allowFragments\": true")
                                   .arg(QString::number(payload.maxSize()), QString::number(largest)));
        }
        if (index >= 0)
            checkEchoPlaceholders(line, index, payload);
    }

    void checkEchoPlaceholders(const Line &line, qsizetype index, const TemplateResult &payload)
    {
        if (!payload.needsEcho())
            return;
        if (!line.echo) {
            m_problems.error(
                m_place(index, u"echo"_s),
                Tr::tr("the payload asks for the echo address, but the line has none; add \"echo\""));
            return;
        }
        const std::optional<QHostAddress> echo = line.echo->address();
        const bool ip6 = echo && echo->protocol() == QAbstractSocket::IPv6Protocol;
        const bool wrong =
            echo && payload.has(ip6 ? TemplatePart::Kind::EchoIp4 : TemplatePart::Kind::EchoIp6);
        if (wrong) {
            m_problems.error(m_place(index, u"echo"_s),
                             Tr::tr("%1 is an %2 address, but the payload asks for {%3}; change one of them")
                                 .arg(quoted(line.echo->toString()), ip6 ? u"IPv6"_s : u"IPv4"_s,
                                      ip6 ? u"echo_ip4"_s : u"echo_ip6"_s));
        }
    }

    //! A window of seconds must hold enough probes at the interval of every line that it judges.
    void checkWindows(const Line &line, qsizetype index, const ProbeSettings &settings)
    {
        static const QList<Rule> none;
        const bool ownRules = !m_options.rules && index >= 0 && line.rules;
        const QList<Rule> &rules = m_options.rules   ? *m_options.rules
                                   : ownRules        ? *line.rules
                                   : m_profile.rules ? *m_profile.rules
                                                     : none;
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const Rule &rule = rules[i];
            if (rule.metric == Metric::Outage || rule.window.unit != RuleWindow::Unit::Seconds ||
                settings.interval.count() <= 0)
                continue;
            const int needed = rule.minSamples.value_or(defaultMinSamples(rule));
            const qint64 held = qint64(rule.window.amount) * 1000 / settings.interval.count();
            if (held >= needed)
                continue;
            const QString place = m_options.rules ? QString()
                                  : ownRules      ? lineRulePlace(index)(i, u"window"_s)
                                                  : profileRulePlace()(i, u"window"_s);
            const QString where =
                index < 0 || (!line.probe.interval && !ownRules)
                    ? QString()
                    : Tr::tr(" (of %1)")
                          .arg(m_place(index, line.probe.interval ? u"probe.intervalMs"_s : u"entry"_s));
            error({place, m_options.rules ? u"--rule"_s : QString()},
                  Tr::tr("a window of %1 s holds %2 probes at an interval of %3 ms%4, fewer than minSamples "
                         "%5; lengthen the window, shorten the interval or lower minSamples")
                      .arg(QString::number(rule.window.amount), QString::number(held),
                           QString::number(settings.interval.count()), where, QString::number(needed)));
        }
    }

    void checkIds()
    {
        QHash<QString, qsizetype> first;
        for (qsizetype i = 0; i < m_profile.lines.size(); ++i) {
            const QString &id = m_profile.lines[i].id;
            if (id.isEmpty())
                continue;
            const auto before = first.constFind(id);
            if (before == first.constEnd()) {
                first.insert(id, i);
                continue;
            }
            m_problems.error(m_place(i, u"id"_s),
                             Tr::tr("id %1 is already that of %2; give each line its own")
                                 .arg(quoted(id), m_place(*before, u"id"_s)));
        }
    }

    //! One text for all spellings of a target.
    QString targetKey(const Endpoint &endpoint) const
    {
        const std::optional<QHostAddress> address = endpoint.address();
        const QString host = address ? address->toString() : endpoint.host.toCaseFolded();
        return QString(host + u' ' + QString::number(endpoint.port));
    }

    void checkTargets()
    {
        QHash<QString, qsizetype> groupOf;
        QList<QList<qsizetype>> groups;
        for (qsizetype i = 0; i < m_profile.lines.size(); ++i) {
            const Line &line = m_profile.lines[i];
            if (line.entry.isEmpty())
                continue;
            const ProbeSettings settings = resolve({&m_profile.probe, &line.probe, &m_options.overrides});
            QString key = targetKey(effectiveEntry(line, settings));
            if (const std::optional<Endpoint> echo = effectiveEcho(line, settings))
                key += u'>' + targetKey(*echo);
            const auto group = groupOf.constFind(key);
            if (group != groupOf.constEnd()) {
                groups[*group].append(i);
            } else {
                groupOf.insert(key, groups.size());
                groups.append(QList<qsizetype>{i});
            }
        }
        for (const QList<qsizetype> &group : std::as_const(groups)) {
            if (group.size() > 1)
                warnOfSameTarget(group);
        }
    }

    void warnOfSameTarget(const QList<qsizetype> &group)
    {
        QStringList named;
        for (const qsizetype i : group.first(std::min(group.size(), MaxNamed))) {
            const QString &label = m_profile.lines[i].label();
            const QString place = m_place(i, u"entry"_s);
            named.append(label.isEmpty() ? place : QString(place + u' ' + quoted(label)));
        }
        QString list = named.join(u", "_s);
        if (group.size() > MaxNamed)
            list += Tr::tr(" and %1 more").arg(group.size() - MaxNamed);
        m_problems.warning(
            m_place(group[1], u"entry"_s),
            Tr::tr(
                "%1 lines have the same target: %2; each of them is probed, remove those that are not meant")
                .arg(QString::number(group.size()), list));
    }

    const TemplateResult &parsedPayload(const QString &payload)
    {
        const auto found = m_payloads.constFind(payload);
        return found != m_payloads.constEnd() ? *found : *m_payloads.insert(payload, parseTemplate(payload));
    }

    const Profile &m_profile;
    const LoadOptions &m_options;
    const LinePlace &m_place;
    Problems &m_problems;
    QHash<QString, TemplateResult> m_payloads; // many lines share few
};

} // namespace

LinePlace keyPathPlace()
{
    return [](qsizetype line, const QString &key) {
        const QString path = keyPath(u"lines"_s, line);
        return key.startsWith(u'[') ? QString(path + key) : QString(path + u'.' + key);
    };
}

void checkProfile(const Profile &profile, const LoadOptions &options, const LinePlace &place,
                  Problems &problems)
{
    Checker(profile, options, place, problems).check();
}

} // namespace plumb
