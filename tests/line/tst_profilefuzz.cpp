// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

constexpr quint32 Seed = 20260711;
constexpr int Mutations = 20'000;

const QByteArray &validProfile()
{
    static const QByteArray text = R"({
  "plumbline": 1, "name": "Tokyo lines", "station": "sh-ct-01", "x-note": {"a": [1, 2.5, null, "\u00e9\ud83d\ude00"]},
  "probe": { "kind": "echo", "intervalMs": 1000, "timeoutMs": 2000, "lateMs": 9000, "sizeBytes": 64, "flows": 8,
             "dscp": 0, "entryPort": 7000, "ours": true, "ttl": 5 },
  "sweep": { "count": 100, "intervalMs": 200, "x-s": 1 },
  "rules": [ { "metric": "loss", "above": 30, "window": "100 probes", "severity": "critical", "confidence": 99.5 },
             { "metric": "mean", "aboveBaseline": ["50 %", "30.5 ms"], "window": "60 s", "severity": "warning",
               "clearAfter": 12.5, "x-why": "b" }, { "metric": "outage", "above": 4 } ],
  "lines": [
    { "id": "tyo-01", "name": "Tokyo 01", "entry": "203.0.113.7:7000", "echo": "198.51.100.9:7000", "tags": ["tokyo", "cn2"] },
    { "name": "Plain echo", "entry": "[2001:db8::7]:7", "enabled": false, "pausedReason": "until the carrier answers",
      "pausedUntil": "2026-11-22T09:00:00+08:00", "probe": { "intervalMs": 500 },
      "rules": [ { "metric": "p95", "above": 80, "window": "60 s", "minSamples": 20 } ], "odd": 0.1 },
    { "entry": "relay.example", "probe": { "kind": "custom", "payload": "text:PING {seq:dec} {token:hex}", "match": "prefix:5" } }
  ]
})";
    return text;
}

const QByteArray &validList()
{
    static const QByteArray text =
        "name,entry,echo,tags,id,enabled\r\n\"Tokyo, 01\",203.0.113.7:7000,198.51.100.9:7000,a;b,t1,1\r\n"
        "Osaka,[2001:db8::7]:7,,,,no\r\n东京,relay.example:9,10.0.0.1:7,,,\r\n";
    return text;
}

const QByteArray &validText()
{
    static const QByteArray text =
        "# comment\n203.0.113.7:7000 -> 198.51.100.9:7000 Tokyo 01 #tokyo #cn2\n"
        "10.0.0.[1-9]:7000 → 10.0.1.[1-9]:7000 range\n[fe80::1%eth0]:7000\n10.0.2.1:[1-3] ：\n";
    return text;
}

//! Changes a text in one to four places: a byte, a piece moved, doubled or cut, or a token that means
//! something.
QByteArray mutate(QByteArray text, QRandomGenerator &random)
{
    static const QList<QByteArray> tokens{"\"",
                                          "{",
                                          "}",
                                          "[",
                                          "]",
                                          ",",
                                          ":",
                                          "-",
                                          "0",
                                          "1e999",
                                          "null",
                                          "true",
                                          "\\u0000",
                                          "\\ud800",
                                          "65536",
                                          "[1-99999]",
                                          "\xff",
                                          "\xe9\x94",
                                          "\n",
                                          "\r",
                                          "->",
                                          "#",
                                          "'=",
                                          "\"plumbline\": 1,",
                                          "99999999999999999999",
                                          "-1",
                                          "{seq}",
                                          "%",
                                          "\t",
                                          ";",
                                          "\xef\xbc\x9a"};
    const int changes = random.bounded(1, 5);
    for (int i = 0; i < changes && !text.isEmpty(); ++i) {
        const qsizetype at = random.bounded(text.size());
        const qsizetype length = std::min<qsizetype>(random.bounded(1, 20), text.size() - at);
        switch (random.bounded(5)) {
        case 0: text[at] = static_cast<char>(random.bounded(256)); break;
        case 1: text.remove(at, length); break;
        case 2: text.insert(at, tokens[random.bounded(tokens.size())]); break;
        case 3: text.insert(random.bounded(text.size()), QByteArray(text.sliced(at, length))); break;
        default: text.replace(at, length, tokens[random.bounded(tokens.size())]); break;
        }
    }
    return text;
}

} // namespace

class TestProfileFuzz : public QObject
{
    Q_OBJECT

private:
    static LoadOptions ports()
    {
        LoadOptions options;
        options.overrides.entryPort = 7000;
        options.overrides.echoPort = 7000;
        return options;
    }

    //! What was accepted must come back the same from its own file.
    static void verifyRoundTrip(const LoadResult &loaded, const QByteArray &input)
    {
        const QByteArray saved = toJson(loaded.profile);
        const LoadResult again = parseProfile(saved, ports());
        const QString problem =
            again.problems.isEmpty() ? QString() : again.problems.first().toString(u"saved"_s);
        QVERIFY2(again.ok(), qPrintable(QString(problem + u'\n' + QString::fromUtf8(saved) + u'\n' +
                                                QString::fromUtf8(input))));
        if (again.profile != loaded.profile)
            qWarning().noquote() << QString::fromUtf8(saved) << QString::fromUtf8(input);
        QVERIFY(again.profile == loaded.profile);
        QCOMPARE(toJson(again.profile), saved);
    }

private Q_SLOTS:
    void read_mutatedFiles_neverBreaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("json");
        QTest::newRow("profile") << validProfile() << true;
        QTest::newRow("csv") << validList() << false;
        QTest::newRow("txt") << validText() << false;
    }
    void read_mutatedFiles_neverBreaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, json);
        const auto read = [json](const QByteArray &bytes) {
            return json ? parseProfile(bytes, ports()) : parseList(bytes, ListFormat::Guess, ports());
        };
        const LoadResult whole = read(text);
        QVERIFY2(whole.ok(), qPrintable(whole.problems.value(0).toString(u"file"_s)));
        verifyRoundTrip(whole, text);
        QRandomGenerator random(Seed);
        int accepted = 0;
        for (int i = 0; i < Mutations / (json ? 2 : 4) && !QTest::currentTestFailed(); ++i) {
            const QByteArray mutant = mutate(text, random);
            const LoadResult loaded = read(mutant);
            QVERIFY(loaded.problems.size() <= 202);
            if (!loaded.ok())
                continue;
            ++accepted;
            verifyRoundTrip(loaded, mutant);
        }
        // Neither all nor none: otherwise the mutations would test nothing.
        QCOMPARE_GT(accepted, 100);
    }
};

QTEST_GUILESS_MAIN(TestProfileFuzz)
#include "tst_profilefuzz.moc"
