// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "linefilter.h"
#include "outputfile.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <limits>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxCount = 1'000'000, MaxPps = 1'000'000, MaxLateMs = 60'000, MaxBinS = 3600;
constexpr double MaxDelayMs = 60'000;
constexpr double MaxDurationS = 24 * 86'400.0; // a QTimer's reach

//! Reads the arguments of one command by its table of options; the first thing wrong is kept.
class Arguments
{
public:
    Arguments(Command command, const QStringList &arguments);

    [[nodiscard]] const QString &error() const { return m_error; }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList texts(const QString &name) const { return m_parser.values(name); }
    //! Empty where the option is not given or wrong.
    std::optional<qint64> integer(const QString &name, qint64 min, qint64 max);
    std::optional<double> number(const QString &name, double min, double max);
    std::optional<double> duration(const QString &name);
    std::optional<std::chrono::milliseconds> milliseconds(const QString &name, qint64 min, qint64 max);
    //! The only positional argument; empty where there is none.
    QString positional();
    void fail(const QString &error);

private:
    void failRange(const QString &name, const QString &range);

    QCommandLineParser m_parser;
    Command m_command;
    QString m_error;
};

QString helpCall(Command command)
{
    const QString name = commandName(command);
    return name.isEmpty() ? u"plumbline --help"_s : QString(u"plumbline "_s + name + u" --help"_s);
}

Arguments::Arguments(Command command, const QStringList &arguments)
    : m_command(command)
{
    QStringList once;
    const QList<OptionGroup> groups = optionGroups(command);
    for (const OptionGroup &group : groups) {
        for (const OptionSpec &option : group.options) {
            m_parser.addOption(QCommandLineOption(option.name, {}, option.value));
            if (!option.repeatable && !option.value.isEmpty())
                once << option.name;
        }
    }
    const bool read = m_parser.parse(QStringList{u"plumbline"_s} + arguments);
    if (m_parser.isSet(u"help"_s))
        return;
    if (const QStringList unknown = m_parser.unknownOptionNames(); !unknown.isEmpty()) {
        const QString &name = unknown.first();
        const QString whose = commandName(command).isEmpty() ? u"plumbline"_s : commandName(command);
        fail((name.size() > 1 ? u"--"_s : u"-"_s) + name + u" is not an option of "_s + whose + u"; see "_s +
             helpCall(command));
    } else if (!read) {
        QString what = m_parser.errorText();
        if (what.endsWith(u'.'))
            what.chop(1);
        fail(what.left(1).toLower() + what.mid(1) + u"; see "_s + helpCall(command));
    }
    for (const QString &name : once) {
        if (m_parser.values(name).size() > 1)
            fail(u"--"_s + name + u" is given twice; give it once"_s);
    }
}

void Arguments::fail(const QString &error)
{
    if (m_error.isEmpty())
        m_error = error;
}

void Arguments::failRange(const QString &name, const QString &range)
{
    fail(u"--"_s + name + u" takes "_s + range + u"; got \""_s + text(name) + u'"');
}

std::optional<qint64> Arguments::integer(const QString &name, qint64 min, qint64 max)
{
    if (!isSet(name))
        return {};
    static const QRegularExpression digits(u"^[0-9]{1,18}\\z"_s);
    const QString given = text(name);
    if (digits.match(given).hasMatch()) {
        if (const qint64 value = given.toLongLong(); value >= min && value <= max)
            return value;
    }
    failRange(name, QString::number(min) + u" to "_s + QString::number(max));
    return {};
}

std::optional<double> Arguments::number(const QString &name, double min, double max)
{
    if (!isSet(name))
        return {};
    static const QRegularExpression decimal(u"^[0-9]{1,12}(\\.[0-9]{1,12})?\\z"_s);
    const QString given = text(name);
    if (decimal.match(given).hasMatch()) {
        if (const double value = given.toDouble(); value >= min && value <= max)
            return value;
    }
    failRange(name, QString::number(min, 'f', 0) + u" to "_s + QString::number(max, 'f', 0));
    return {};
}

std::optional<double> Arguments::duration(const QString &name)
{
    if (!isSet(name))
        return {};
    const auto seconds = parseDuration(text(name));
    if (!seconds || *seconds <= 0 || *seconds > MaxDurationS) {
        failRange(name, u"a time above 0 and up to 576h such as 90, 90s, 5m or 2h"_s);
        return {};
    }
    return seconds;
}

std::optional<std::chrono::milliseconds> Arguments::milliseconds(const QString &name, qint64 min, qint64 max)
{
    const auto value = integer(name, min, max);
    if (!value)
        return {};
    return std::chrono::milliseconds(*value);
}

QString Arguments::positional()
{
    const QStringList given = m_parser.positionalArguments();
    if (given.size() > 1)
        fail(u"\""_s + given[1] + u"\" is one argument too many; see "_s + helpCall(m_command));
    return given.value(0);
}

template <typename Int>
void take(std::optional<Int> &target, std::optional<qint64> value)
{
    if (value)
        target = static_cast<Int>(*value);
}

void readPorts(Arguments &arguments, ProbePatch &patch)
{
    take(patch.entryPort, arguments.integer(u"entry-port"_s, 1, 65'535));
    take(patch.echoPort, arguments.integer(u"echo-port"_s, 1, 65'535));
}

void readSchedule(Arguments &arguments, RunOptions &run)
{
    if (run.kind == RunKind::Sweep)
        take(run.count, arguments.integer(u"count"_s, 1, MaxCount));
    ProbePatch &probe = run.overrides;
    probe.interval = arguments.milliseconds(u"interval"_s, Limits::MinIntervalMs, Limits::MaxIntervalMs);
    probe.timeout = arguments.milliseconds(u"timeout"_s, Limits::MinTimeoutMs, Limits::MaxTimeoutMs);
    probe.late = arguments.milliseconds(u"late"_s, Limits::MinTimeoutMs, MaxLateMs);
    take(probe.sizeBytes, arguments.integer(u"size"_s, 1, Limits::MaxSizeFragmented));
    take(probe.flows, arguments.integer(u"flows"_s, 1, Limits::MaxFlows));
    readPorts(arguments, probe);
    run.maxPps = static_cast<int>(arguments.integer(u"max-pps"_s, 1, MaxPps).value_or(run.maxPps));
    run.maxPpsPerEntry =
        static_cast<int>(arguments.integer(u"max-pps-entry"_s, 1, MaxPps).value_or(run.maxPpsPerEntry));
    run.seed = static_cast<quint32>(
        arguments.integer(u"seed"_s, 1, std::numeric_limits<quint32>::max()).value_or(run.seed));
    const QStringList rules = arguments.texts(u"rule"_s);
    for (const QString &text : rules) {
        const RuleResult result = parseRule(text);
        if (!result.error.isEmpty()) {
            arguments.fail(u"--rule \""_s + text + u"\": "_s + result.error);
            return;
        }
        if (!run.rules)
            run.rules.emplace();
        run.rules->append(result.rule);
    }
}

QString readFilter(Arguments &arguments, const QString &name)
{
    const QString text = arguments.text(name);
    const LineFilter filter{QStringView(text)};
    if (!filter.error().isEmpty())
        arguments.fail(u"--"_s + name + u": "_s + filter.error());
    else if (filter.needsFacts())
        arguments.fail(
            u"--"_s + name +
            u" cannot ask for measured figures, nothing is measured yet; use name:, id:, entry:, echo: or "
            "tag:"_s);
    return text;
}

QString readLanguage(Arguments &arguments)
{
    const QString lang = arguments.text(u"lang"_s);
    if (arguments.isSet(u"lang"_s) && lang != "en"_L1 && lang != "zh_CN"_L1)
        arguments.fail(u"--lang takes en or zh_CN; got \""_s + lang + u'"');
    return lang;
}

OutputRequest readOutput(Arguments &arguments, const QString &profile)
{
    OutputRequest output;
    const std::pair<QString, QString *> files[] = {{u"summary"_s, &output.summary},
                                                   {u"samples"_s, &output.samples},
                                                   {u"events"_s, &output.events},
                                                   {u"intervals"_s, &output.intervals}};
    QHash<QString, QString> taken;
    if (!profile.isEmpty() && profile != "-"_L1)
        taken.insert(OutputFile::identity(profile), u"the profile itself"_s);
    for (const auto &[name, file] : files) {
        if (!arguments.isSet(name))
            continue;
        *file = arguments.text(name);
        // The same stream under other names: opened anew it would be written from its beginning.
        static const QStringList standardOutput{u"/dev/stdout"_s, u"/dev/fd/1"_s, u"/proc/self/fd/1"_s};
        if (standardOutput.contains(*file))
            *file = u"-"_s;
        if (file->isEmpty()) {
            arguments.fail(u"--"_s + name +
                           u" has an empty file name; name a file or - for standard output"_s);
            continue;
        }
        const QString identity = OutputFile::identity(*file);
        if (identity.isEmpty())
            continue;
        if (taken.contains(identity)) {
            const QString where = *file == "-"_L1 ? u"standard output"_s : *file;
            arguments.fail(u"--"_s + name + u" would write to "_s + where + u", which is "_s +
                           taken.value(identity) + u"; name another file"_s);
        }
        taken.insert(identity, QString(u"the target of --"_s + name));
    }
    output.binSeconds = static_cast<int>(arguments.integer(u"bin"_s, 1, MaxBinS).value_or(output.binSeconds));
    if (arguments.isSet(u"bin"_s) && output.intervals.isEmpty())
        arguments.fail(u"--bin says nothing without --intervals; add --intervals FILE"_s);

    output.formatGiven = arguments.isSet(u"format"_s);
    if (output.formatGiven) {
        const QString format = arguments.text(u"format"_s);
        if (format == "json"_L1)
            output.format = OutputRequest::Format::Json;
        else if (format == "csv"_L1)
            output.format = OutputRequest::Format::Csv;
        else if (format != "table"_L1)
            arguments.fail(u"--format takes table, json or csv; got \""_s + format + u'"');
        if (output.fileOnStandardOutput())
            arguments.fail(u"--format and a FILE of - both ask for standard output; leave one away"_s);
    }
    output.bom = arguments.isSet(u"bom"_s);
    output.quiet = arguments.isSet(u"quiet"_s);
    return output;
}

} // namespace

bool OutputRequest::fileOnStandardOutput() const
{
    return summary == "-"_L1 || samples == "-"_L1 || events == "-"_L1 || intervals == "-"_L1;
}

std::optional<double> parseDuration(QStringView text)
{
    static const QRegularExpression form(u"^([0-9]{1,9}(?:\\.[0-9]{1,6})?)([smh]?)\\z"_s);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2);
    const double factor = unit == "h"_L1 ? 3600 : unit == "m"_L1 ? 60 : 1;
    return match.captured(1).toDouble() * factor;
}

Parsed<RunRequest> parseRun(RunKind kind, const QStringList &arguments)
{
    const Command command = kind == RunKind::Sweep ? Command::Sweep : Command::Watch;
    Arguments args(command, arguments);
    Parsed<RunRequest> parsed;
    parsed.help = args.isSet(u"help"_s);
    if (parsed.help)
        return parsed;

    RunRequest &request = parsed.request;
    request.run.kind = kind;
    request.demo = args.isSet(u"demo"_s);
    request.profile = args.positional();
    if (request.demo && !request.profile.isEmpty())
        args.fail(u"--demo brings its own lines; leave --demo or \""_s + request.profile + u"\" away"_s);
    if (!request.demo && request.profile.isEmpty())
        args.fail(u"no PROFILE is given; name a .plumb file or a list, or use --demo"_s);
    readSchedule(args, request.run);
    if (kind == RunKind::Watch)
        request.durationS = args.duration(u"duration"_s);
    request.only = readFilter(args, u"only"_s);
    request.except = readFilter(args, u"except"_s);
    request.output = readOutput(args, request.profile);
    request.lang = readLanguage(args);
    request.station = args.text(u"station"_s);
    parsed.error = args.error();
    return parsed;
}

Parsed<WindowRequest> parseWindow(bool demo, const QStringList &arguments)
{
    Arguments args(demo ? Command::Demo : Command::Window, arguments);
    Parsed<WindowRequest> parsed;
    parsed.help = args.isSet(u"help"_s);
    if (parsed.help)
        return parsed;
    parsed.request.demo = demo;
    parsed.request.profile = args.positional();
    if (demo && !parsed.request.profile.isEmpty())
        args.fail(u"demo brings its own lines; leave \""_s + parsed.request.profile + u"\" away"_s);
    parsed.request.lang = readLanguage(args);
    parsed.error = args.error();
    return parsed;
}

Parsed<CheckRequest> parseCheck(const QStringList &arguments)
{
    Arguments args(Command::Check, arguments);
    Parsed<CheckRequest> parsed;
    parsed.help = args.isSet(u"help"_s);
    if (parsed.help)
        return parsed;
    parsed.request.profile = args.positional();
    if (parsed.request.profile.isEmpty())
        args.fail(u"no PROFILE is given; name a .plumb file or a list"_s);
    readPorts(args, parsed.request.overrides);
    parsed.error = args.error();
    return parsed;
}

Parsed<ReflectRequest> parseReflect(const QStringList &arguments)
{
    Arguments args(Command::Reflect, arguments);
    Parsed<ReflectRequest> parsed;
    parsed.help = args.isSet(u"help"_s);
    if (parsed.help)
        return parsed;
    if (const QString extra = args.positional(); !extra.isEmpty())
        args.fail(u"reflect takes options only; leave \""_s + extra + u"\" away"_s);

    ReflectRequest &request = parsed.request;
    if (args.isSet(u"bind"_s)) {
        const auto address = parseAddress(args.text(u"bind"_s));
        if (address)
            request.bind = *address;
        else
            args.fail(u"--bind takes an IPv4 or IPv6 address of this computer; got \""_s +
                      args.text(u"bind"_s) + u'"');
    }
    request.port = static_cast<quint16>(args.integer(u"port"_s, 1, 65'535).value_or(request.port));
    request.ports = static_cast<int>(args.integer(u"ports"_s, 1, 65'535).value_or(request.ports));
    if (request.port + request.ports - 1 > 65'535)
        args.fail(u"--port and --ports reach beyond port 65535; lower one of them"_s);

    constexpr double All = 100;
    Impairment &impairment = request.impairment;
    impairment.delayMs = args.number(u"delay"_s, 0, MaxDelayMs).value_or(0);
    impairment.jitterMs = args.number(u"jitter"_s, 0, MaxDelayMs).value_or(0);
    impairment.lossOutPct = args.number(u"loss-out"_s, 0, All).value_or(0);
    if (args.isSet(u"loss"_s) && args.isSet(u"loss-back"_s))
        args.fail(u"--loss and --loss-back are the same; give one of them"_s);
    impairment.lossBackPct =
        args.number(args.isSet(u"loss"_s) ? u"loss"_s : u"loss-back"_s, 0, All).value_or(0);
    impairment.duplicatePct = args.number(u"duplicate"_s, 0, All).value_or(0);
    impairment.reorderPct = args.number(u"reorder"_s, 0, All).value_or(0);
    request.durationS = args.duration(u"duration"_s);
    parsed.error = args.error();
    return parsed;
}

} // namespace plumb
