// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "optiontable.h"

#include <QStringList>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

OptionGroup generalGroup() { return {u"General"_s, {{u"help"_s, {}, u"Print this help and end."_s}}}; }

OptionSpec langOption()
{
    return {u"lang"_s, u"en|zh_CN"_s, u"Language of what is shown (default: the system's)."_s};
}

OptionGroup scheduleGroup(Command command)
{
    OptionGroup group{u"Schedule"_s, {}};
    if (command == Command::Sweep)
        group.options << OptionSpec{
            u"count"_s, u"N"_s, u"Probes to every line, 1 to 1000000 (default: the profile's, else 100)."_s};
    else
        group.options << OptionSpec{u"duration"_s, u"S"_s,
                                    u"Stop by itself after so long: 90, 90s, 5m, 2h (default: never)."_s};
    const QString interval =
        command == Command::Sweep ? u"sweep.intervalMs, else 200"_s : u"probe.intervalMs, else 1000"_s;
    group.options
        << OptionSpec{u"interval"_s, u"MS"_s,
                      QString(
                          u"Milliseconds between probes of one line, 10 to 3600000 (default: the profile's "_s +
                          interval + u")."_s)}
        << OptionSpec{u"timeout"_s, u"MS"_s,
                      u"A probe without a reply after so many milliseconds is lost, 10 to 60000 (default: "
                      u"the "
                      u"profile's, else 2000)."_s}
        << OptionSpec{u"late"_s, u"MS"_s,
                      u"Milliseconds from sending up to which a reply after the time-out is kept as late, 10 "
                      u"to 60000; at least the time-out (default 10000)."_s}
        << OptionSpec{u"max-pps"_s, u"N"_s,
                      u"At most so many probes a second over all lines, 1 to 1000000 (default 20000)."_s}
        << OptionSpec{u"max-pps-entry"_s, u"N"_s,
                      u"At most so many probes a second to one entry address, loopback exempt, 1 to 1000000 "
                      u"(default "
                      u"1000)."_s}
        << OptionSpec{u"seed"_s, u"N"_s,
                      u"Seed of the order of departures, 1 to 4294967295 (default: a random one)."_s};
    return group;
}

OptionGroup probeGroup()
{
    return {
        u"Probe"_s,
        {{u"size"_s, u"BYTES"_s,
          u"UDP payload in bytes, 1 to 65507; the echo kind takes 64 to 1472, on IPv6 1452 (default: the "
          u"profile's, "
          u"else 64)."_s},
         {u"flows"_s, u"K"_s,
          u"Source ports over which the probes of a line rotate, 1 to 64 (default: the profile's, else 8)."_s},
         {u"entry-port"_s, u"P"_s, u"Port of entry addresses without one, 1 to 65535 (default: none)."_s},
         {u"echo-port"_s, u"P"_s, u"Port of echo addresses without one, 1 to 65535 (default: none)."_s},
         {u"rule"_s, u"RULE"_s,
          u"METRIC>VALUE[/WINDOW][:SEVERITY][@CONFIDENCE], such as 'loss>5/60s:warning'; may be given again; "
          u"replaces all rules. Metrics: loss (%), mean, median, p95, p99, jitter (ms), outage (probes in a "
          u"row). "
          u"WINDOW is 100 (probes) or 60s; @0 compares the plain ratio (default: /100, :critical; without "
          u"any: "
          u"the profile's rules, else loss>30 and mean>300)."_s,
          true}}};
}

OptionGroup selectionGroup()
{
    return {u"Which lines"_s,
            {{u"demo"_s, {}, u"The 24 made-up demo lines inside this program instead of a PROFILE."_s},
             {u"only"_s, u"EXPR"_s,
              u"Only lines that match, such as 'name:tyo tag:hk entry:118.89.0.0/16' (default: all)."_s},
             {u"except"_s, u"EXPR"_s, u"Not the lines that match (default: none left out)."_s}}};
}

OptionGroup outputGroup()
{
    return {
        u"Output (FILE may be - for standard output, once)"_s,
        {{u"summary"_s, u"FILE"_s, u"One row a line as CSV, written at the end (default: none)."_s},
         {u"samples"_s, u"FILE"_s, u"One row a probe as CSV (default: none)."_s},
         {u"events"_s, u"FILE"_s, u"One row a change of a line's state as CSV (default: none)."_s},
         {u"intervals"_s, u"FILE"_s, u"One row a line and bin of time as CSV (default: none)."_s},
         {u"bin"_s, u"S"_s, u"Width of the bins of --intervals in seconds, 1 to 3600 (default 60)."_s},
         {u"format"_s, u"table|json|csv"_s, u"What standard output shows (default table)."_s},
         {u"bom"_s, {}, u"Begin CSV files with the byte order mark that Excel wants (default: none)."_s},
         {u"quiet"_s, {}, u"No table, no progress, no lines about changes (default: all three)."_s},
         langOption(),
         {u"station"_s, u"NAME"_s,
          u"Where the probes are sent from, as reports name it (default: the profile's, else the host name)."_s}}};
}

OptionGroup reflectGroup()
{
    return {u"Where it answers"_s,
            {{u"bind"_s, u"ADDR"_s, u"Address to answer on (default 127.0.0.1)."_s},
             {u"port"_s, u"P"_s, u"First UDP port, 1 to 65535 (default 7007)."_s},
             {u"ports"_s, u"N"_s, u"Number of ports from there on, 1 to 65535 (default 1)."_s},
             {u"duration"_s, u"S"_s, u"Stop by itself after so long: 90, 90s, 5m, 2h (default: never)."_s}}};
}

OptionGroup impairmentGroup()
{
    return {u"What the replies suffer"_s,
            {{u"delay"_s, u"MS"_s, u"Milliseconds before each reply, 0 to 60000 (default 0)."_s},
             {u"jitter"_s, u"MS"_s,
              u"Mean in milliseconds of an exponential delay that is added, 0 to 60000 (default 0)."_s},
             {u"loss"_s, u"PCT"_s, u"The same as --loss-back."_s},
             {u"loss-out"_s, u"PCT"_s,
              u"Percent of datagrams dropped before they are counted, 0 to 100 (default 0)."_s},
             {u"loss-back"_s, u"PCT"_s, u"Percent of replies dropped, 0 to 100 (default 0)."_s},
             {u"duplicate"_s, u"PCT"_s,
              u"Percent of replies sent twice, to loopback peers only, 0 to 100 (default 0)."_s},
             {u"reorder"_s, u"PCT"_s,
              u"Percent of replies held back until the next has left, 0 to 100 (default 0)."_s}}};
}

//! Breaks a text into lines of at most `width` characters at its spaces.
QStringList wrapped(const QString &text, qsizetype width)
{
    QStringList lines{QString()};
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > width)
            lines << QString();
        lines.last() += lines.last().isEmpty() ? word : QString(u' ' + word);
    }
    return lines;
}

QString optionsText(const QList<OptionGroup> &groups)
{
    constexpr qsizetype Indent = 27, Width = 100;
    QString text;
    for (const OptionGroup &group : groups) {
        text += u'\n' + group.title + u":\n"_s;
        for (const OptionSpec &option : group.options) {
            QString head = u"  --"_s + option.name;
            if (!option.value.isEmpty())
                head += u' ' + option.value;
            const QStringList lines = wrapped(option.text, Width - Indent);
            const bool fits = head.size() + 2 <= Indent;
            text +=
                head + (fits ? QString(Indent - head.size(), u' ') : QString(u'\n' + QString(Indent, u' ')));
            text += lines.join(QString(u'\n' + QString(Indent, u' '))) + u'\n';
        }
    }
    return text;
}

const QString ExitCodes =
    u"\nExit codes: 0 no line is flagged; 1 a line is warning, critical or dead; 2 wrong usage or "
    "unusable input;\n3 a result could not be written, or nothing is flagged but a line could "
    "not be judged.\n"_s;

} // namespace

QList<OptionGroup> optionGroups(Command command)
{
    switch (command) {
    case Command::Window:
    case Command::Demo: return {{u"General"_s, {langOption(), generalGroup().options.first()}}};
    case Command::Sweep:
    case Command::Watch:
        return {scheduleGroup(command), probeGroup(), selectionGroup(), outputGroup(), generalGroup()};
    case Command::Check: {
        const auto probe = probeGroup().options;
        OptionGroup ports{u"Ports"_s, {}};
        for (const OptionSpec &option : probe) {
            if (option.name.endsWith("-port"_L1))
                ports.options << option;
        }
        return {ports, generalGroup()};
    }
    case Command::Reflect: return {reflectGroup(), impairmentGroup(), generalGroup()};
    }
    Q_UNREACHABLE();
}

QString commandName(Command command)
{
    switch (command) {
    case Command::Window: return {};
    case Command::Demo: return u"demo"_s;
    case Command::Sweep: return u"sweep"_s;
    case Command::Watch: return u"watch"_s;
    case Command::Check: return u"check"_s;
    case Command::Reflect: return u"reflect"_s;
    }
    Q_UNREACHABLE();
}

QString programHelp()
{
    return u"Plumbline sends small UDP probes to your lines and tells which of them are really bad.\n"
           "\n"
           "Usage:\n"
           "  plumbline [PROFILE]                the window (without PROFILE: the last one); sends nothing "
           "before Start\n"
           "  plumbline demo                     the window on 24 made-up lines, probing at once\n"
           "  plumbline sweep (PROFILE|--demo)   a fixed number of probes to every line, then the report\n"
           "  plumbline watch (PROFILE|--demo)   probes until stopped; prints changes as they happen\n"
           "  plumbline check PROFILE            validates a profile or list; prints every problem with its "
           "place\n"
           "  plumbline reflect                  answers probes, with delay and loss on request\n"
           "  plumbline --version | --help | COMMAND --help\n"
           "\n"
           "PROFILE: a .plumb file, a .csv or .txt list, or - for a list on standard input.\n"_s +
           optionsText({{u"Options of the window"_s, {langOption()}},
                        {u"General"_s,
                         {{u"help"_s, {}, u"Print this help and end."_s},
                          {u"version"_s, {}, u"Print the version and end."_s}}}}) +
           ExitCodes;
}

QString commandHelp(Command command)
{
    const QString options = optionsText(optionGroups(command));
    switch (command) {
    case Command::Window: return programHelp();
    case Command::Demo:
        return u"Usage: plumbline demo [OPTIONS]\n"
               "The window on 24 made-up lines inside this program; nothing leaves this computer.\n"_s +
               options;
    case Command::Sweep:
        return u"Usage: plumbline sweep (PROFILE|--demo) [OPTIONS]\n"
               "Sends the same number of probes to every line, in rounds, judges once and reports.\n"
               "PROFILE: a .plumb file, a .csv or .txt list, or - for a list on standard input.\n"
               "Ctrl+C ends early with whole reports; again: at once.\n"_s +
               options + ExitCodes;
    case Command::Watch:
        return u"Usage: plumbline watch (PROFILE|--demo) [OPTIONS]\n"
               "Probes until stopped (Ctrl+C; again: at once) and prints changes of state as they happen.\n"
               "PROFILE: a .plumb file, a .csv or .txt list, or - for a list on standard input.\n"
               "--samples, --events and --intervals grow in FILE.part, which is renamed to FILE at the end.\n"_s +
               options + ExitCodes;
    case Command::Check:
        return u"Usage: plumbline check PROFILE [OPTIONS]\n"
               "Validates a profile or list and prints every problem with its place.\n"
               "Exit codes: 0 usable, perhaps with warnings; 2 not usable.\n"_s +
               options;
    case Command::Reflect:
        return u"Usage: plumbline reflect [OPTIONS]\n"
               "Answers every UDP datagram with itself until stopped (Ctrl+C); prints totals at the end.\n"_s +
               options +
               u"\nExit codes: 0 stopped as asked; 2 wrong usage or an address that cannot be bound; 3 "
               u"standard output "
               "could\nnot be written.\n"_s;
    }
    Q_UNREACHABLE();
}

} // namespace plumb
