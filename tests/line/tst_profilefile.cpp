// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace std::chrono_literals;

namespace {

QByteArray wrap(const QByteArray &keys) { return "{ \"plumbline\": 1, " + keys + " }"; }

//! A profile of one line with more keys in that line.
QByteArray withLine(const QByteArray &keys)
{
    return wrap("\"lines\": [ { \"entry\": \"10.0.0.1:7\", " + keys + " } ]");
}

QStringList texts(const QList<Problem> &problems)
{
    QStringList list;
    for (const Problem &problem : problems)
        list.append(problem.toString(u"f"_s));
    return list;
}

} // namespace

class TestProfileFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_example_givesAllValues()
    {
        const LoadResult result = parseProfile(R"({
  "plumbline": 1, "name": "Tokyo lines", "station": "sh-ct-01",
  "probe": { "kind": "echo", "intervalMs": 1000, "timeoutMs": 2000, "sizeBytes": 64, "flows": 8, "dscp": 0, "entryPort": 7000 },
  "sweep": { "count": 100, "intervalMs": 200 },
  "rules": [
    { "metric": "loss", "above": 30, "window": "100 probes", "severity": "critical" },
    { "metric": "mean", "aboveBaseline": ["50 %", "30 ms"], "window": "60 s", "severity": "warning" }
  ],
  "lines": [
    { "id": "tyo-01", "name": "Tokyo 01", "entry": "203.0.113.7:7000", "echo": "198.51.100.9:7000", "tags": ["tokyo", "cn2"] },
    { "name": "Plain echo", "entry": "[2001:db8::7]:7", "enabled": false, "pausedReason": "until the carrier answers",
      "pausedUntil": "2026-11-22T09:00:00+08:00",
      "probe": { "intervalMs": 500, "ours": true }, "rules": [ { "metric": "p95", "above": 80, "window": "60 s", "severity": "warning" } ] }
  ] })");
        QCOMPARE(texts(result.problems), QStringList());
        const Profile &profile = result.profile;
        QCOMPARE(profile.name, u"Tokyo lines"_s);
        QCOMPARE(profile.station, u"sh-ct-01"_s);
        QCOMPARE(profile.probe.interval.value(), 1000ms);
        QCOMPARE(profile.probe.entryPort.value(), quint16(7000));
        QCOMPARE(profile.sweepCount.value(), 100);
        QCOMPARE(profile.sweepInterval.value(), 200ms);
        QCOMPARE(profile.rules->at(1).aboveBaseline, (QList<BaselineTerm>{{50, true}, {30, false}}));
        QCOMPARE(profile.rules->at(1).window, (RuleWindow{RuleWindow::Unit::Seconds, 60}));
        QCOMPARE(profile.lines.size(), 2);
        QCOMPARE(profile.lines[0].tags, (QStringList{u"tokyo"_s, u"cn2"_s}));
        QCOMPARE(profile.lines[0].echo->toString(), u"198.51.100.9:7000"_s);
        const Line &plain = profile.lines[1];
        QCOMPARE(plain.id, u"[2001:db8::7]:7"_s);
        QVERIFY(!plain.enabled);
        QCOMPARE(plain.pausedUntil, QDateTime(QDate(2026, 11, 22), QTime(1, 0), Qt::UTC));
        QCOMPARE(plain.probe.ours.value(), true);
        QCOMPARE(rulesOf(profile, plain).first().metric, Metric::P95);
        QCOMPARE(parseProfile(toJson(profile)).profile, profile);
    }

    void parse_badValue_namesKeyPath_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &json, const QString &place,
                            const QString &reason) { QTest::newRow(name) << json << place << reason; };
        row("empty", "", u""_s, u"empty"_s);
        row("array", "[]", u""_s, u"object"_s);
        row("not UTF-8", "{ \"plumbline\": 1, \"name\": \"\xb6\xab\" }", u"1:28"_s, u"UTF-8"_s);
        row("NUL bytes", QByteArray("{\0}", 3), u""_s, u"UTF-8"_s);
        row("syntax", "{ \"plumbline\": 1,\n  \"name\": }", u"2:11"_s, u"a value"_s);
        row("column in characters", "{ \"名\": 1, \"b\" 2 }", u"1:15"_s, u"colon"_s);
        row("rows of CR LF", "{\r\n\"a\": 1,\r\n}", u"3:1"_s, u"comma"_s);
        row("comma before bracket", "{ \"a\": [1,] }", u"1:11"_s, u"comma"_s);
        row("comment", "{ // hello\n}", u"1:3"_s, u"comments"_s);
        row("single quotes", "{ 'a': 1 }", u"1:3"_s, u"double quotes"_s);
        row("text not closed", "{ \"a\": \"b\n }", u"1:8"_s, u"not closed"_s);
        row("cut short", "{ \"a\": [1, 2", u"1:13"_s, u"ends here"_s);
        row("more after the end", "{} {}", u"1:4"_s, u"follows"_s);
        row("NaN", "{ \"a\": NaN }", u"1:8"_s, u"a value"_s);
        row("leading zero", "{ \"a\": 01 }", u"1:8"_s, u"zero"_s);
        row("number too large", "{ \"a\": 1e999 }", u"1:8"_s, u"too large"_s);
        row("half a pair", "{ \"a\": \"\\ud800\" }", u"1:9"_s, u"surrogate"_s);
        row("unknown escape", "{ \"a\": \"C:\\dir\" }", u"1:11"_s, u"backslash"_s);
        row("too deep", QByteArray(100'000, '['), u"1:65"_s, u"levels"_s);
        row("no version", "{ \"lines\": [] }", u"plumbline"_s, u"missing"_s);
        row("version 2", "{ \"plumbline\": 2 }", u"plumbline"_s, u"is 2"_s);
        row("version as text", "{ \"plumbline\": \"1\" }", u"plumbline"_s, u"is \"1\""_s);
        row("duplicate key",
            wrap("\"lines\": [ { \"entry\": \"a:1\", \"id\": \"x\" },\n { \"entry\": \"b:1\", \"entry\": "
                 "\"c:1\" } ]"),
            u"lines[1].entry"_s, u"again at 2:20"_s);
        row("duplicate key by escape", wrap("\"probe\": { \"flows\": 1, \"\\u0066lows\": 2 }"),
            u"probe.flows"_s, u"twice"_s);
        row("duplicate key within unknown", wrap("\"x-a\": [ { \"b c\": 1, \"b c\": 1 } ]"),
            u"x-a[0][\"b c\"]"_s, u"twice"_s);
        row("interval too short", wrap("\"probe\": { \"intervalMs\": 9 }"), u"probe.intervalMs"_s,
            u"10 to 3600000"_s);
        row("interval too long", withLine("\"probe\": { \"intervalMs\": 3600001 }"),
            u"lines[0].probe.intervalMs"_s, u"10 to 3600000"_s);
        row("interval as text", wrap("\"probe\": { \"intervalMs\": \"1000\" }"), u"probe.intervalMs"_s,
            u"whole number"_s);
        row("interval of halves", wrap("\"probe\": { \"intervalMs\": 10.5 }"), u"probe.intervalMs"_s,
            u"whole number"_s);
        row("interval beyond int", wrap("\"probe\": { \"intervalMs\": 4294968296 }"), u"probe.intervalMs"_s,
            u"whole number"_s);
        row("time-out too long", wrap("\"probe\": { \"timeoutMs\": 60001 }"), u"probe.timeoutMs"_s,
            u"60000"_s);
        row("late negative", wrap("\"probe\": { \"lateMs\": -1 }"), u"probe.lateMs"_s, u"0 to"_s);
        row("size below header", wrap("\"probe\": { \"sizeBytes\": 63 }"), u"probe.sizeBytes"_s, u"64"_s);
        row("size above v4", wrap("\"probe\": { \"sizeBytes\": 1473 }"), u"probe.sizeBytes"_s,
            u"at most 1472"_s);
        row("size above v6",
            wrap("\"probe\": { \"sizeBytes\": 1453 }, \"lines\": [ { \"entry\": \"[::1]:7\" } ]"),
            u"probe.sizeBytes"_s, u"at most 1452"_s);
        row("size above all", wrap("\"probe\": { \"sizeBytes\": 65508, \"allowFragments\": true }"),
            u"probe.sizeBytes"_s, u"65507"_s);
        row("size with prefix",
            withLine("\"echo\": \"10.0.0.2:7\", \"probe\": { \"via\": \"ip4port\", \"sizeBytes\": 69 }"),
            u"lines[0].probe.sizeBytes"_s, u"at least 70"_s);
        row("size with SOCKS5 v4",
            withLine("\"echo\": \"10.0.0.2:7\", \"probe\": { \"via\": \"socks5\", \"sizeBytes\": 73 }"),
            u"lines[0].probe.sizeBytes"_s, u"at least 74"_s);
        row("size with SOCKS5 v6",
            withLine("\"echo\": \"[::2]:7\", \"probe\": { \"via\": \"socks5\", \"sizeBytes\": 85 }"),
            u"lines[0].probe.sizeBytes"_s, u"at least 86"_s);
        row("ip4port to v6", withLine("\"echo\": \"[::2]:7\", \"probe\": { \"via\": \"ip4port\" }"),
            u"lines[0].echo"_s, u"IPv4"_s);
        row("flows 0", wrap("\"probe\": { \"flows\": 0 }"), u"probe.flows"_s, u"1 to 64"_s);
        row("flows 65", wrap("\"probe\": { \"flows\": 65 }"), u"probe.flows"_s, u"1 to 64"_s);
        row("dscp 64", wrap("\"probe\": { \"dscp\": 64 }"), u"probe.dscp"_s, u"0 to 63"_s);
        row("port 0", wrap("\"probe\": { \"entryPort\": 0 }"), u"probe.entryPort"_s, u"1 to 65535"_s);
        row("port 65536", wrap("\"probe\": { \"echoPort\": 65536 }"), u"probe.echoPort"_s, u"1 to 65535"_s);
        row("ours as text", wrap("\"probe\": { \"ours\": \"yes\" }"), u"probe.ours"_s, u"true or false"_s);
        row("later kind", wrap("\"probe\": { \"kind\": \"stamp\" }"), u"probe.kind"_s,
            u"not supported by this version; use echo or custom"_s);
        row("no kind", wrap("\"probe\": { \"kind\": \"icmp\" }"), u"probe.kind"_s, u"not known"_s);
        row("no via", wrap("\"probe\": { \"via\": \"gre\" }"), u"probe.via"_s, u"embedded"_s);
        row("probe as text", wrap("\"probe\": \"echo\""), u"probe"_s, u"an object"_s);
        row("custom without payload", withLine("\"probe\": { \"kind\": \"custom\", \"match\": \"any\" }"),
            u"lines[0].probe.kind"_s, u"payload"_s);
        row("custom without match", withLine("\"probe\": { \"kind\": \"custom\", \"payload\": \"text:a\" }"),
            u"lines[0].probe.kind"_s, u"match"_s);
        row("bad payload", wrap("\"probe\": { \"payload\": \"text:{foo}\" }"), u"probe.payload"_s,
            u"{foo}"_s);
        row("bad match", wrap("\"probe\": { \"match\": \"exact\" }"), u"probe.match"_s, u"identical"_s);
        row("prefix beyond payload",
            withLine(
                "\"probe\": { \"kind\": \"custom\", \"payload\": \"text:abc\", \"match\": \"prefix:4\" }"),
            u"lines[0].probe.match"_s, u"prefix:3"_s);
        row("payload above a packet",
            withLine(
                "\"probe\": { \"kind\": \"custom\", \"payload\": \"hex:{pad=1473}\", \"match\": \"any\" }"),
            u"lines[0].probe.payload"_s, u"1472"_s);
        row("payload needs an echo",
            withLine(
                "\"probe\": { \"kind\": \"custom\", \"payload\": \"hex:{echo_port}\", \"match\": \"any\" }"),
            u"lines[0].echo"_s, u"none"_s);
        row("payload needs a v4 echo",
            withLine("\"echo\": \"[::1]:7\", \"probe\": { \"kind\": \"custom\", \"payload\": "
                     "\"hex:{echo_ip4}\", \"match\": \"any\" }"),
            u"lines[0].echo"_s, u"IPv6"_s);
        row("count 0", wrap("\"sweep\": { \"count\": 0 }"), u"sweep.count"_s, u"1 to"_s);
        row("sweep interval", wrap("\"sweep\": { \"intervalMs\": 5 }"), u"sweep.intervalMs"_s, u"10 to"_s);
        row("no entry", wrap("\"lines\": [ { \"name\": \"a\" } ]"), u"lines[0].entry"_s, u"missing"_s);
        row("entry of a number", wrap("\"lines\": [ { \"entry\": 7 } ]"), u"lines[0].entry"_s, u"is 7"_s);
        row("octal entry", wrap("\"lines\": [ { \"entry\": \"010.0.0.1:7\" } ]"), u"lines[0].entry"_s,
            u"leading zeros"_s);
        row("entry with port 0", wrap("\"lines\": [ { \"entry\": \"10.0.0.1:0\" } ]"), u"lines[0].entry"_s,
            u"1 to 65535"_s);
        row("entry without port", wrap("\"lines\": [ { \"entry\": \"10.0.0.1\" } ]"), u"lines[0].entry"_s,
            u"--entry-port or \"probe.entryPort\""_s);
        row("echo without port", withLine("\"echo\": \"10.0.0.2\""), u"lines[0].echo"_s,
            u"--echo-port or \"probe.echoPort\""_s);
        row("disabled line is checked", withLine("\"enabled\": false, \"echo\": \"0.0.0.0:1\""),
            u"lines[0].echo"_s, u"peer"_s);
        row("a line that is none", wrap("\"lines\": [ 3 ]"), u"lines[0]"_s, u"an object"_s);
        row("enabled as number", withLine("\"enabled\": 1"), u"lines[0].enabled"_s, u"true or false"_s);
        row("tags as text", withLine("\"tags\": \"a\""), u"lines[0].tags"_s, u"array"_s);
        row("tag of a number", withLine("\"tags\": [\"a\", 1]"), u"lines[0].tags[1]"_s, u"text"_s);
        row("empty tag", withLine("\"tags\": [\"\"]"), u"lines[0].tags[0]"_s, u"empty"_s);
        row("tag with semicolon", withLine("\"tags\": [\"a;b\"]"), u"lines[0].tags[0]"_s, u"semicolon"_s);
        row("empty id", withLine("\"id\": \"\""), u"lines[0].id"_s, u"empty"_s);
        row("name with a newline", withLine("\"name\": \"a\\nb\""), u"lines[0].name"_s,
            u"control character"_s);
        row("paused until nonsense", withLine("\"pausedUntil\": \"tomorrow\""), u"lines[0].pausedUntil"_s,
            u"no time"_s);
        row("paused until no day", withLine("\"pausedUntil\": \"2026-02-30T00:00:00Z\""),
            u"lines[0].pausedUntil"_s, u"no time"_s);
        row("duplicate id",
            wrap("\"lines\": [ { \"id\": \"a\", \"entry\": \"10.0.0.1:7\" }, { \"id\": \"a\", \"entry\": "
                 "\"10.0.0.2:7\" } ]"),
            u"lines[1].id"_s, u"already that of lines[0].id"_s);
        row("rule without metric", wrap("\"rules\": [ { \"above\": 3 } ]"), u"rules[0].metric"_s,
            u"missing"_s);
        row("rule with later metric", wrap("\"rules\": [ { \"metric\": \"flowLoss\", \"above\": 3 } ]"),
            u"rules[0].metric"_s, u"not supported"_s);
        row("rule without threshold", wrap("\"rules\": [ { \"metric\": \"loss\" } ]"), u"rules[0].above"_s,
            u"no threshold"_s);
        row("rule with both",
            wrap("\"rules\": [ { \"metric\": \"mean\", \"above\": 3, \"aboveBaseline\": \"5 %\" } ]"),
            u"rules[0].aboveBaseline"_s, u"keep one"_s);
        row("threshold as text", wrap("\"rules\": [ { \"metric\": \"loss\", \"above\": \"30\" } ]"),
            u"rules[0].above"_s, u"a number"_s);
        row("baseline without unit",
            wrap("\"rules\": [ { \"metric\": \"mean\", \"aboveBaseline\": [\"50\"] } ]"),
            u"rules[0].aboveBaseline"_s, u"50 %"_s);
        row("window of minutes",
            wrap("\"rules\": [ { \"metric\": \"mean\", \"above\": 5, \"window\": \"5 min\" } ]"),
            u"rules[0].window"_s, u"60 s"_s);
        row("window of outage",
            wrap("\"rules\": [ { \"metric\": \"outage\", \"above\": 5, \"window\": \"9 probes\" } ]"),
            u"rules[0].window"_s, u"in a row"_s);
        row("severity", wrap("\"rules\": [ { \"metric\": \"mean\", \"above\": 5, \"severity\": \"bad\" } ]"),
            u"rules[0].severity"_s, u"warning or critical"_s);
        row("clear above threshold",
            wrap("\"rules\": [ { \"metric\": \"mean\", \"above\": 5, \"clearBelow\": 6 } ]"),
            u"rules[0].clearBelow"_s, u"above the threshold"_s);
        row("confidence of mean",
            wrap("\"rules\": [ { \"metric\": \"mean\", \"above\": 5, \"confidence\": 95 } ]"),
            u"rules[0].confidence"_s, u"loss only"_s);
        row("minSamples above window",
            wrap("\"rules\": [ { \"metric\": \"mean\", \"above\": 5, \"window\": \"20 probes\", "
                 "\"minSamples\": 21 } ]"),
            u"rules[0].window"_s, u"20 probes can not hold minSamples 21"_s);
        row("minSamples at interval",
            wrap("\"probe\": { \"intervalMs\": 7000 }, \"rules\": [ { \"metric\": \"mean\", \"above\": 5, "
                 "\"window\": \"60 s\" } ]"),
            u"rules[0].window"_s, u"8 probes at an interval of 7000 ms, fewer than minSamples 10"_s);
        row("minSamples at a line's interval",
            wrap("\"rules\": [ { \"metric\": \"mean\", \"above\": 5, \"window\": \"60 s\" } ], \"lines\": [ "
                 "{ \"entry\": \"a:1\", \"probe\": { \"intervalMs\": 10000 } } ]"),
            u"rules[0].window"_s, u"lines[0].probe.intervalMs"_s);
        row("minSamples of a line's rule",
            withLine("\"rules\": [ { \"metric\": \"p99\", \"above\": 5, \"window\": \"60 s\" } ]"),
            u"lines[0].rules[0].window"_s, u"60 probes at an interval of 1000 ms"_s);
        row("source without command", wrap("\"source\": {}"), u"source.command"_s, u"missing"_s);
        row("source without a duration", wrap("\"source\": { \"command\": [\"./a\"], \"every\": \"soon\" }"),
            u"source.every"_s, u"no duration"_s);
        row("source too often", wrap("\"source\": { \"command\": [\"./a\"], \"every\": \"1 s\" }"),
            u"source.every"_s, u"out of range"_s);
        row("too many lines", wrap("\"lines\": [" + QByteArray("{},").repeated(20'000) + "{}]"), u"lines"_s,
            u"20000"_s);
    }
    void parse_badValue_namesKeyPath()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        QFETCH(QString, reason);
        const LoadResult result = parseProfile(json);
        QVERIFY(!result.ok());
        QList<Problem> errors;
        std::copy_if(result.problems.begin(), result.problems.end(), std::back_inserter(errors),
                     [](const Problem &p) { return p.level == Problem::Level::Error; });
        QVERIFY2(errors.size() == 1, qPrintable(texts(errors).join(u'\n')));
        QCOMPARE(errors[0].place, place);
        QVERIFY2(errors[0].text.contains(reason), qPrintable(errors[0].text));
        QVERIFY2(errors[0].text.contains(u"; ") || errors[0].text.contains(u"expected"),
                 qPrintable(errors[0].text));
    }

    void parse_limits_areAllowed()
    {
        const LoadResult result = parseProfile(wrap(
            "\"probe\": { \"intervalMs\": 10, \"timeoutMs\": 60000, \"flows\": 64, \"dscp\": 63 }, "
            "\"lines\": ["
            "{ \"entry\": \"10.0.0.1:1\", \"probe\": { \"intervalMs\": 3600000, \"timeoutMs\": 10, "
            "\"sizeBytes\": 1472 } },"
            "{ \"entry\": \"[::1]:65535\", \"probe\": { \"sizeBytes\": 1452 } },"
            "{ \"entry\": \"10.0.0.1:2\", \"echo\": \"10.0.0.3:7\", \"probe\": { \"via\": \"ip4port\" } },"
            "{ \"entry\": \"10.0.0.2:2\", \"probe\": { \"sizeBytes\": 65507, \"allowFragments\": true } } "
            "]"));
        QCOMPARE(texts(result.problems), QStringList());
    }

    void parse_unknownKeys_areKeptAndWarnedOf()
    {
        const QByteArray json =
            wrap("\"statoin\": \"a\", \"x-note\": 1, \"timeoutMs\": 5, \"zebra\": null,"
                 "\"probe\": { \"flow\": 3, \"ttl\": 9, \"x-p\": 1 }, \"sweep\": { \"counts\": 1 },"
                 "\"rules\": [ { \"metric\": \"loss\", \"above\": 5, \"sevirity\": \"warning\" } ],"
                 "\"source\": { \"command\": [\"./find\"], \"every\": \"5 min\", \"shell\": true },"
                 "\"lines\": [ { \"entry\": \"a:1\", \"nmae\": \"b\", \"deep\": { \"er\": [1] } } ]");
        const LoadResult result = parseProfile(json);
        QVERIFY(result.ok());
        const QString all = texts(result.problems).join(u'\n');
        const QStringList expected{u"warning: f: statoin: "_s,
                                   u"did you mean \"station\""_s,
                                   u"\"timeoutMs\" within \"probe\""_s,
                                   u"f: zebra: the key is not known"_s,
                                   u"f: probe.flow: "_s,
                                   u"did you mean \"flows\""_s,
                                   u"f: probe.ttl: not supported by this version; it has no effect"_s,
                                   u"f: sweep.counts: "_s,
                                   u"f: rules[0].sevirity: "_s,
                                   u"f: source: only the window runs this command"_s,
                                   u"f: source.shell: "_s,
                                   u"f: lines[0].nmae: "_s,
                                   u"f: lines[0].deep: "_s};
        for (const QString &part : expected)
            QVERIFY2(all.contains(part), qPrintable(QString(part + u"\n\n" + all)));
        QVERIFY2(!all.contains(u"x-"_s + u"note"_s) && !all.contains(u"x-p"_s), qPrintable(all));
        // In the order of the file.
        QVERIFY(all.indexOf(u"statoin"_s) < all.indexOf(u"zebra"_s) &&
                all.indexOf(u"zebra"_s) < all.indexOf(u"probe.flow"_s) &&
                all.indexOf(u"source.shell"_s) < all.indexOf(u"lines[0].nmae"_s));
        const QByteArray saved = toJson(result.profile);
        for (const char *key : {"statoin", "x-note", "zebra", "\"flow\"", "ttl", "x-p", "counts", "sevirity",
                                "shell", "nmae", "deep"})
            QVERIFY2(saved.contains(key), key);
        QCOMPARE(parseProfile(saved).profile, result.profile);
    }

    void parse_sameTarget_isWarnedOfOnce()
    {
        const LoadResult result = parseProfile(
            wrap("\"probe\": { \"entryPort\": 7 }, \"lines\": ["
                 "{ \"name\": \"A\", \"entry\": \"[2001:db8::1]:7\" }, { \"entry\": \"10.0.0.1:7\" },"
                 "{ \"name\": \"B\", \"entry\": \"2001:DB8:0::1\" }, { \"name\": \"C\", \"entry\": "
                 "\"[2001:db8::1]:8\" } ]"));
        QVERIFY(result.ok());
        QCOMPARE(result.problems.size(), 1);
        QCOMPARE(result.problems[0].place, u"lines[2].entry"_s);
        QVERIFY(result.problems[0].text.contains(
            u"2 lines have the same target: lines[0].entry \"A\", lines[2].entry \"B\""_s));
    }

    void parse_manyErrors_stopAtAHundred()
    {
        const LoadResult result =
            parseProfile(wrap("\"lines\": [" + QByteArray("{},").repeated(500) + "{}]"));
        QCOMPARE(result.problems.size(), 101);
        QVERIFY(result.problems.last().text.contains(u"more than 100"_s));
    }

    void parse_manyWarnings_doNotHideAnError()
    {
        QByteArray keys;
        for (int i = 0; i < 300; ++i)
            keys += "\"unknown" + QByteArray::number(i) + "\": 1, ";
        QVERIFY(!parseProfile(wrap(keys + "\"probe\": { \"flows\": 0 }")).ok());
    }

    void parse_optionsBeforeFile_areChecked()
    {
        LoadOptions options;
        options.overrides.entryPort = 7000;
        QVERIFY(parseProfile(wrap("\"lines\": [ { \"entry\": \"10.0.0.1\" } ]"), options).ok());
        options.overrides.sizeBytes = 5000;
        const LoadResult result = parseProfile(withLine("\"name\": \"a\""), options);
        QCOMPARE(result.problems.size(), 1);
        QCOMPARE(
            result.problems[0].toString(u"f"_s),
            u"f: --size: 5000 bytes do not fit one packet; use at most 1472, or set \"allowFragments\": true"_s);
        options = {};
        options.overrides.interval = 10000ms;
        options.rules = {parseRule(u"mean>300/60s").rule};
        QVERIFY(parseProfile(withLine("\"name\": \"a\""), options)
                    .problems.value(0)
                    .text.startsWith(u"--rule: a window of 60 s holds 6"_s));
    }

    void parse_byteOrderMark_isAllowed() { QVERIFY(parseProfile("\xef\xbb\xbf{ \"plumbline\": 1 }").ok()); }

    void validate_editedProfile_followsTheSameRules()
    {
        Profile profile;
        Line line;
        line.entry = {u"10.0.0.1:7"_s, 7};
        profile.lines = {line};
        profile.probe.flows = 99;
        QList<Problem> problems = validate(profile);
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems[0].place, u"probe.flows"_s);
        QCOMPARE(problems[1].place, u"lines[0].entry"_s);
        profile.lines[0].entry.host = u"10.0.0.1"_s;
        profile.probe.flows = 9;
        QVERIFY(validate(profile).isEmpty());
    }

    void problem_toString_hasPlace()
    {
        QCOMPARE((Problem{Problem::Level::Error, u"3:14"_s, u"t"_s}).toString(u"a.csv"_s),
                 u"a.csv:3:14: t"_s);
        QCOMPARE((Problem{Problem::Level::Error, u"lines[3].entry"_s, u"t"_s}).toString(u"a"_s),
                 u"a: lines[3].entry: t"_s);
        QCOMPARE((Problem{Problem::Level::Warning, {}, u"t"_s}).toString(u"a"_s), u"warning: a: t"_s);
    }

    void json_ofProfile_hasOneRowALine()
    {
        const LoadResult result = parseProfile(
            wrap("\"name\": \"n\", \"lines\": [ { \"echo\": \"b:1\", \"entry\": \"a:1\", \"id\": \"i\", "
                 "\"name\": \"Tokyo number one of the carrier that was first\", \"tags\": [\"x\"] },"
                 "{ \"entry\": \"c:1\", \"id\": \"j\", \"name\": \"Tokyo number two of the carrier that was "
                 "second\" } ]"));
        QCOMPARE(QString::fromUtf8(toJson(result.profile)),
                 u"{\n    \"plumbline\": 1,\n    \"name\": \"n\",\n    \"lines\": [\n"
                 "        { \"id\": \"i\", \"name\": \"Tokyo number one of the carrier that was first\", "
                 "\"entry\": \"a:1\", \"echo\": \"b:1\", \"tags\": [\"x\"] },\n"
                 "        { \"id\": \"j\", \"name\": \"Tokyo number two of the carrier that was second\", "
                 "\"entry\": \"c:1\" }\n"
                 "    ]\n}\n"_s);
    }

    void load_whatIsNoFile_isOneClearError()
    {
        QTemporaryDir dir;
        const auto text = [](const QString &path) {
            const LoadResult result = loadProfile(path);
            return result.problems.size() == 1 && !result.ok() ? result.problems[0].toString(u"f"_s)
                                                               : QString();
        };
        QVERIFY(text(dir.path()).contains(u"directory"_s));
        QVERIFY(text(dir.filePath(u"absent.plumb"_s)).contains(u"no such file"_s));
        QFile sparse(dir.filePath(u"large.plumb"_s));
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(1'000'000'000));
        QVERIFY(text(sparse.fileName()).contains(u"64 MiB"_s));
        QVERIFY(text(u"/dev/zero"_s).contains(u"64 MiB"_s));
        QVERIFY(QFile::link(dir.filePath(u"nowhere"_s), dir.filePath(u"link.plumb"_s)));
        QVERIFY(text(dir.filePath(u"link.plumb"_s)).contains(u"link"_s));
        if (::geteuid() != 0) {
            sparse.resize(0);
            sparse.setPermissions({});
            QVERIFY(text(sparse.fileName()).contains(u"permissions"_s));
        }
    }

    void load_tellsFormatsApart()
    {
        QTemporaryDir dir;
        const auto write = [&dir](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                        : QString();
        };
        const QByteArray profile = withLine("\"name\": \"n\"");
        QCOMPARE(loadProfile(write(u"a.plumb"_s, profile)).profile.lines.value(0).name, u"n"_s);
        QCOMPARE(loadProfile(write(u"a.json"_s, profile)).profile.lines.value(0).name, u"n"_s);
        QCOMPARE(loadProfile(write(u"a.CSV"_s, "name,entry\nn,10.0.0.1:7\n")).profile.lines.value(0).name,
                 u"n"_s);
        QCOMPARE(loadProfile(write(u"a.txt"_s, "10.0.0.1:7 n\n")).profile.lines.value(0).name, u"n"_s);
        QVERIFY(!loadProfile(write(u"b.plumb"_s, "10.0.0.1:7 n\n")).ok());
    }

    void save_thenLoad_givesTheSame()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"a.plumb"_s);
        const Profile profile =
            parseProfile(withLine("\"name\": \"东京\", \"x-y\": [1.5, 9007199254740993]")).profile;
        QCOMPARE(saveProfile(profile, path), QString());
        QVERIFY(loadProfile(path).profile == profile);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("9007199254740993"));
    }

    void save_keepsPermissionsAndLinks()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"a.plumb"_s);
        const QString link = dir.filePath(u"link.plumb"_s);
        QCOMPARE(saveProfile({}, path), QString());
        const QFile::Permissions permissions =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(path, permissions));
        QVERIFY(QFile::link(u"a.plumb"_s, link));
        Profile profile;
        profile.name = u"n"_s;
        QCOMPARE(saveProfile(profile, link), QString());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(QFile::permissions(path), permissions);
        QCOMPARE(loadProfile(path).profile.name, u"n"_s);
    }

    void save_toWhatIsNoFile_isRefused()
    {
        QTemporaryDir dir;
        QVERIFY(saveProfile({}, dir.path()).contains(u"directory"_s));
        QVERIFY(saveProfile({}, u"/dev/null"_s).contains(u"regular"_s));
        QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
        const QString fifo = dir.filePath(u"fifo"_s);
        QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
        QVERIFY(saveProfile({}, fifo).contains(u"regular"_s));
        QVERIFY(saveProfile({}, dir.filePath(u"no/such/folder.plumb"_s)).contains(u"can not be written"_s));
        QVERIFY(QFile::link(dir.filePath(u"loop"_s), dir.filePath(u"loop"_s)));
        QVERIFY(!saveProfile({}, dir.filePath(u"loop"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProfileFile)
#include "tst_profilefile.moc"
