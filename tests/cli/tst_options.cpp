// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace std::chrono_literals;

namespace {

QStringList words(const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); }

} // namespace

class OptionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sweep_takesItsOptions()
    {
        const auto parsed =
            parseRun(RunKind::Sweep, words(u"lines.csv --count 50 --interval 20 --timeout 500 --late 900 "
                                           u"--max-pps 7 --max-pps-entry 8 --seed 9 "
                                           "--size 100 --flows 4 --entry-port 7000 --echo-port 9000 --rule "
                                           "loss>5/60s:warning --rule mean>80 "
                                           "--only tag:hk --except name:x --summary s.csv --samples - "
                                           "--events e.csv --intervals i.csv --bin 5 "
                                           "--bom --quiet --lang zh_CN --station here"_s));
        QCOMPARE(parsed.error, QString());
        const RunRequest &r = parsed.request;
        QCOMPARE(r.profile, u"lines.csv"_s);
        QCOMPARE(r.run.count.value(), 50);
        QCOMPARE(r.run.overrides.interval.value(), 20ms);
        QCOMPARE(r.run.overrides.timeout.value(), 500ms);
        QCOMPARE(r.run.overrides.late.value(), 900ms);
        QCOMPARE(r.run.maxPps, 7);
        QCOMPARE(r.run.maxPpsPerEntry, 8);
        QCOMPARE(r.run.seed, 9U);
        QCOMPARE(r.run.overrides.sizeBytes.value(), 100);
        QCOMPARE(r.run.overrides.flows.value(), 4);
        QCOMPARE(r.run.overrides.entryPort.value(), quint16(7000));
        QCOMPARE(r.run.overrides.echoPort.value(), quint16(9000));
        QCOMPARE(r.run.rules.value().size(), 2);
        QCOMPARE(r.only, u"tag:hk"_s);
        QCOMPARE(r.except, u"name:x"_s);
        QCOMPARE(r.output.summary, u"s.csv"_s);
        QCOMPARE(r.output.samples, u"-"_s);
        QVERIFY(r.output.fileOnStandardOutput());
        QCOMPARE(r.output.events, u"e.csv"_s);
        QCOMPARE(r.output.intervals, u"i.csv"_s);
        QCOMPARE(r.output.binSeconds, 5);
        QVERIFY(r.output.bom && r.output.quiet && !r.output.formatGiven);
        QCOMPARE(r.lang, u"zh_CN"_s);
        QCOMPARE(r.station, u"here"_s);
    }

    void defaults_areThoseOfTheContract()
    {
        const auto parsed = parseRun(RunKind::Watch, {u"--demo"_s});
        QCOMPARE(parsed.error, QString());
        const RunRequest &r = parsed.request;
        QVERIFY(r.demo);
        QVERIFY(!r.run.count && !r.durationS && !r.run.rules);
        QCOMPARE(r.run.overrides, ProbePatch());
        QCOMPARE(r.run.maxPps, 20'000);
        QCOMPARE(r.run.maxPpsPerEntry, 1'000);
        QVERIFY(r.output.format == OutputRequest::Format::Table);
        QCOMPARE(r.output.binSeconds, 60);

        const ReflectRequest reflect = parseReflect({}).request;
        QCOMPARE(reflect.bind, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(reflect.port, quint16(7007));
        QCOMPARE(reflect.ports, 1);
    }

    void wrongUse_isToldWithARemedy_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QString &arguments, const QString &error) {
            QTest::newRow(name) << arguments << error;
        };
        row("no profile", u"--count 5"_s,
            u"no PROFILE is given; name a .plumb file or a list, or use --demo"_s);
        row("two profiles", u"a b"_s, u"\"b\" is one argument too many; see plumbline sweep --help"_s);
        row("demo and profile", u"a --demo"_s, u"--demo brings its own lines; leave --demo or \"a\" away"_s);
        row("misspelt", u"a --cuont 5"_s, u"--cuont is not an option of sweep; see plumbline sweep --help"_s);
        row("of watch", u"a --duration 5"_s,
            u"--duration is not an option of sweep; see plumbline sweep --help"_s);
        row("one dash", u"a -c 5"_s, u"-c is not an option of sweep; see plumbline sweep --help"_s);
        row("value missing", u"a --count"_s, u"missing value after '--count'; see plumbline sweep --help"_s);
        row("value where none belongs", u"a --bom=1"_s,
            u"unexpected value after '--bom'; see plumbline sweep --help"_s);
        row("twice", u"a --count 5 --count 6"_s, u"--count is given twice; give it once"_s);
        row("count 0", u"a --count 0"_s, u"--count takes 1 to 1000000; got \"0\""_s);
        row("count no number", u"a --count x"_s, u"--count takes 1 to 1000000; got \"x\""_s);
        row("count too large", u"a --count 1000001"_s, u"--count takes 1 to 1000000; got \"1000001\""_s);
        row("count huge", u"a --count 99999999999999999999"_s,
            u"--count takes 1 to 1000000; got \"99999999999999999999\""_s);
        row("count negative", u"a --count -5"_s, u"--count takes 1 to 1000000; got \"-5\""_s);
        row("count with a unit", u"a --count 5s"_s, u"--count takes 1 to 1000000; got \"5s\""_s);
        row("interval", u"a --interval 9"_s, u"--interval takes 10 to 3600000; got \"9\""_s);
        row("time-out", u"a --timeout 60001"_s, u"--timeout takes 10 to 60000; got \"60001\""_s);
        row("late", u"a --late 5"_s, u"--late takes 10 to 60000; got \"5\""_s);
        row("flows", u"a --flows 65"_s, u"--flows takes 1 to 64; got \"65\""_s);
        row("port 0", u"a --entry-port 0"_s, u"--entry-port takes 1 to 65535; got \"0\""_s);
        row("size", u"a --size 65508"_s, u"--size takes 1 to 65507; got \"65508\""_s);
        row("format", u"a --format xml"_s, u"--format takes table, json or csv; got \"xml\""_s);
        row("lang", u"a --lang de"_s, u"--lang takes en or zh_CN; got \"de\""_s);
        row("two outputs on standard output", u"a --summary - --samples -"_s,
            u"--samples would write to standard output, which is the target of --summary; name another file"_s);
        row("standard output under another name", u"a --summary - --samples /dev/stdout"_s,
            u"--samples would write to standard output, which is the target of --summary; name another file"_s);
        row("same file twice", u"a --summary x.csv --events ./x.csv"_s,
            u"--events would write to ./x.csv, which is the target of --summary; name another file"_s);
        row("over the profile", u"a.csv --summary a.csv"_s,
            u"--summary would write to a.csv, which is the profile itself; name another file"_s);
        row("format and a file there", u"a --format json --summary -"_s,
            u"--format and a FILE of - both ask for standard output; leave one away"_s);
        row("empty file name", u"a --summary="_s,
            u"--summary has an empty file name; name a file or - for standard output"_s);
        row("bin alone", u"a --bin 5"_s, u"--bin says nothing without --intervals; add --intervals FILE"_s);
        row("bin 0", u"a --intervals i --bin 0"_s, u"--bin takes 1 to 3600; got \"0\""_s);
        row("measured filter", u"a --only loss>5"_s,
            u"--only cannot ask for measured figures, nothing is measured yet; use name:, id:, entry:, echo: or tag:"_s);
    }
    void wrongUse_isToldWithARemedy()
    {
        QFETCH(QString, arguments);
        QTEST(parseRun(RunKind::Sweep, words(arguments)).error, "error");
    }

    void badRule_isTold()
    {
        const QString error = parseRun(RunKind::Sweep, {u"a"_s, u"--rule"_s, u"lossy>5"_s}).error;
        QVERIFY2(error.startsWith(u"--rule \"lossy>5\": "_s), qPrintable(error));
        QVERIFY(error.contains(u';'));
    }

    void devices_mayBeNamedTwice()
    {
        QCOMPARE(parseRun(RunKind::Sweep, words(u"a --summary /dev/null --samples /dev/null"_s)).error,
                 QString());
    }

    void durations_haveUnits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("seconds"); // negative: none
        QTest::newRow("90") << u"90"_s << 90.0;
        QTest::newRow("90s") << u"90s"_s << 90.0;
        QTest::newRow("5m") << u"5m"_s << 300.0;
        QTest::newRow("2h") << u"2h"_s << 7200.0;
        QTest::newRow("half a minute") << u"0.5m"_s << 30.0;
        QTest::newRow("days are unknown") << u"1d"_s << -1.0;
        QTest::newRow("unit alone") << u"s"_s << -1.0;
        QTest::newRow("empty") << QString() << -1.0;
        QTest::newRow("negative") << u"-5"_s << -1.0;
        QTest::newRow("infinite") << u"inf"_s << -1.0;
        QTest::newRow("exponent") << u"1e3"_s << -1.0;
        QTest::newRow("space") << u"5 m"_s << -1.0;
        QTest::newRow("with a newline") << u"5m\n"_s << -1.0;
    }
    void durations_haveUnits()
    {
        QFETCH(QString, text);
        QTEST(parseDuration(text).value_or(-1), "seconds");
    }

    void duration_hasARange()
    {
        QCOMPARE(parseRun(RunKind::Watch, words(u"a --duration 5m"_s)).request.durationS.value(), 300.0);
        for (const QString &text : {u"0"_s, u"577h"_s, u"x"_s}) {
            QCOMPARE(
                parseRun(RunKind::Watch, {u"a"_s, u"--duration"_s, text}).error,
                QString(
                    u"--duration takes a time above 0 and up to 576h such as 90, 90s, 5m or 2h; got \""_s +
                    text + u'"'));
        }
    }

    void reflect_takesItsOptions()
    {
        const auto parsed = parseReflect(words(u"--bind ::1 --port 21000 --ports 128 --delay 20 --jitter 2.5 "
                                               u"--loss-out 1 --loss-back 2 --duplicate 3 "
                                               "--reorder 4 --duration 5"_s));
        QCOMPARE(parsed.error, QString());
        const ReflectRequest &r = parsed.request;
        QCOMPARE(r.bind, QHostAddress(QHostAddress::LocalHostIPv6));
        QCOMPARE(r.port, quint16(21'000));
        QCOMPARE(r.ports, 128);
        QCOMPARE(r.impairment.delayMs, 20.0);
        QCOMPARE(r.impairment.jitterMs, 2.5);
        QCOMPARE(r.impairment.lossOutPct, 1.0);
        QCOMPARE(r.impairment.lossBackPct, 2.0);
        QCOMPARE(r.impairment.duplicatePct, 3.0);
        QCOMPARE(r.impairment.reorderPct, 4.0);
        QCOMPARE(r.durationS.value(), 5.0);
        QCOMPARE(parseReflect(words(u"--loss 70"_s)).request.impairment.lossBackPct, 70.0);
    }

    void wrongReflector_isTold_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("error");
        QTest::newRow("beyond the last port")
            << u"--port 65535 --ports 2"_s
            << u"--port and --ports reach beyond port 65535; lower one of them"_s;
        QTest::newRow("octal address")
            << u"--bind 010.0.0.1"_s
            << u"--bind takes an IPv4 or IPv6 address of this computer; got \"010.0.0.1\""_s;
        QTest::newRow("loss above all") << u"--loss 101"_s << u"--loss takes 0 to 100; got \"101\""_s;
        QTest::newRow("not a number") << u"--delay nan"_s << u"--delay takes 0 to 60000; got \"nan\""_s;
        QTest::newRow("both losses") << u"--loss 1 --loss-back 2"_s
                                     << u"--loss and --loss-back are the same; give one of them"_s;
        QTest::newRow("argument") << u"x"_s << u"reflect takes options only; leave \"x\" away"_s;
    }
    void wrongReflector_isTold()
    {
        QFETCH(QString, arguments);
        QTEST(parseReflect(words(arguments)).error, "error");
    }

    void check_takesOneProfile()
    {
        QCOMPARE(parseCheck({u"a.plumb"_s}).request.profile, u"a.plumb"_s);
        QCOMPARE(parseCheck({u"-"_s}).request.profile, u"-"_s);
        QCOMPARE(parseCheck({}).error, u"no PROFILE is given; name a .plumb file or a list"_s);
        QCOMPARE(parseCheck({u"a"_s, u"--entry-port"_s, u"7"_s}).request.overrides.entryPort.value(),
                 quint16(7));
    }

    void window_takesAProfileOrTheDemo()
    {
        QCOMPARE(parseWindow(false, {u"a.plumb"_s, u"--lang"_s, u"en"_s}).request.profile, u"a.plumb"_s);
        QVERIFY(parseWindow(true, {}).request.demo);
        QCOMPARE(parseWindow(true, {u"a"_s}).error, u"demo brings its own lines; leave \"a\" away"_s);
        QCOMPARE(parseWindow(false, {u"--frob"_s}).error,
                 u"--frob is not an option of plumbline; see plumbline --help"_s);
    }

    void help_winsOverEverythingElse()
    {
        QVERIFY(parseRun(RunKind::Sweep, words(u"--cuont 5 --help"_s)).help);
    }

    void help_namesEveryOptionWithItsUnitAndDefault_data()
    {
        QTest::addColumn<Command>("command");
        QTest::newRow("window") << Command::Window;
        QTest::newRow("demo") << Command::Demo;
        QTest::newRow("sweep") << Command::Sweep;
        QTest::newRow("watch") << Command::Watch;
        QTest::newRow("check") << Command::Check;
        QTest::newRow("reflect") << Command::Reflect;
    }
    void help_namesEveryOptionWithItsUnitAndDefault()
    {
        QFETCH(Command, command);
        const QString help = commandHelp(command);
        const QList<OptionGroup> groups = optionGroups(command);
        int options = 0;
        for (const OptionGroup &group : groups) {
            for (const OptionSpec &option : group.options) {
                ++options;
                const QString head = u"\n  --"_s + option.name +
                                     (option.value.isEmpty() ? QString() : QString(u' ' + option.value));
                QVERIFY2(help.contains(head), qPrintable(option.name));
                QVERIFY2(option.value.isEmpty() || option.text.contains(u"default"_s) ||
                             option.name == "loss"_L1,
                         qPrintable(option.name));
            }
        }
        QVERIFY(options >= 1);
        const QStringList lines = help.split(u'\n');
        for (const QString &line : lines)
            QVERIFY2(line.size() <= 120, qPrintable(line));
    }
};

QTEST_APPLESS_MAIN(OptionsTest)
#include "tst_options.moc"
