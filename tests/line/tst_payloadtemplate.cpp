// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "payloadtemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using Kind = TemplatePart::Kind;

class TestPayloadTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_hex_givesParts()
    {
        const TemplateResult result =
            parseTemplate(u"hex:4c50 01 00 {seq} {echo_ip4}{echo_port} {ts_ns} {token} {pad=4}");
        QCOMPARE(result.error, QString());
        const QList<TemplatePart> expected{{Kind::Literal, QByteArray::fromHex("4c500100"), 0},
                                           {Kind::Seq32be, {}, 0},
                                           {Kind::EchoIp4, {}, 0},
                                           {Kind::EchoPort, {}, 0},
                                           {Kind::TsNs, {}, 0},
                                           {Kind::Token, {}, 0},
                                           {Kind::Pad, {}, 4}};
        QCOMPARE(result.parts, expected);
        QCOMPARE(result.minSize(), 34);
        QCOMPARE(result.maxSize(), 34);
        QVERIFY(result.needsEcho());
    }

    void parse_text_givesParts()
    {
        const TemplateResult result = parseTemplate(u"text:PING {seq:dec} {token:hex}\\n");
        QCOMPARE(result.error, QString());
        const QList<TemplatePart> expected{{Kind::Literal, "PING ", 0},
                                           {Kind::SeqDec, {}, 0},
                                           {Kind::Literal, " ", 0},
                                           {Kind::TokenHex, {}, 0},
                                           {Kind::Literal, "\n", 0}};
        QCOMPARE(result.parts, expected);
        QCOMPARE(result.minSize(), 24);
        QCOMPARE(result.maxSize(), 33);
        QVERIFY(!result.needsEcho());
        QVERIFY(result.has(Kind::TokenHex) && !result.has(Kind::Token));
    }

    void parse_textWithEscapes_givesBytes()
    {
        const TemplateResult result = parseTemplate(u"text:\\{\"名\"\\}\\r\\t\\\\\\x00\\xFf😀");
        QCOMPARE(result.error, QString());
        QCOMPARE(result.parts.size(), 1);
        QCOMPARE(result.parts[0].literal, QByteArray("{\"名\"}\r\t\\\0\xff😀", 16));
    }

    void parse_allPlaceholders_haveTheirSizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("size");
        QTest::newRow("u32le") << u"hex:{seq:u32le}"_s << Kind::Seq32le << 4;
        QTest::newRow("u16be") << u"hex:{seq:u16be}"_s << Kind::Seq16be << 2;
        QTest::newRow("ip6") << u"hex:{echo_ip6}"_s << Kind::EchoIp6 << 16;
        QTest::newRow("rand") << u"hex:{rand=12}"_s << Kind::Rand << 12;
        QTest::newRow("greatest pad") << u"text:{pad=65507}"_s << Kind::Pad << 65507;
    }
    void parse_allPlaceholders_haveTheirSizes()
    {
        QFETCH(QString, text);
        const TemplateResult result = parseTemplate(text);
        QCOMPARE(result.error, QString());
        QCOMPARE(result.parts.size(), 1);
        QTEST(result.parts[0].kind, "kind");
        QTEST(result.maxSize(), "size");
    }

    void parse_badTemplate_tellsWhy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no prefix") << u"PING"_s << u"hex: nor text:"_s;
        QTest::newRow("nothing") << u""_s << u"hex: nor text:"_s;
        QTest::newRow("empty hex") << u"hex: "_s << u"empty"_s;
        QTest::newRow("empty text") << u"text:"_s << u"empty"_s;
        QTest::newRow("half a byte") << u"hex:4c5"_s << u"half a byte"_s;
        QTest::newRow("half a byte before a placeholder") << u"hex:4{seq}"_s << u"half a byte"_s;
        QTest::newRow("a byte cut by a blank") << u"hex:4 c"_s << u""_s;
        QTest::newRow("no hex digit") << u"hex:4cxx"_s << u"character 7"_s;
        QTest::newRow("brace open") << u"text:{seq"_s << u"not closed"_s;
        QTest::newRow("brace closed") << u"text:a}"_s << u"not opened"_s;
        QTest::newRow("unknown placeholder") << u"text:{foo}"_s << u"{foo} is not known"_s;
        QTest::newRow("two tokens") << u"text:{token}{token:hex}"_s << u"second token"_s;
        QTest::newRow("rand of 0") << u"hex:{rand=0}"_s << u"1 to 65507"_s;
        QTest::newRow("rand of words") << u"hex:{rand=x}"_s << u"1 to 65507"_s;
        QTest::newRow("pad too long") << u"hex:{pad=65508}"_s << u"1 to 65507"_s;
        QTest::newRow("together too long") << u"hex:00{pad=65507}"_s << u"65507 bytes"_s;
        QTest::newRow("unknown escape") << u"text:\\q"_s << u"escape"_s;
        QTest::newRow("escape at the end") << u"text:a\\"_s << u"escape"_s;
        QTest::newRow("\\x of one digit") << u"text:\\x1"_s << u"two hex digits"_s;
    }
    void parse_badTemplate_tellsWhy()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const TemplateResult result = parseTemplate(text);
        if (reason.isEmpty()) {
            // White space is ignored wherever it stands, within a byte too.
            QCOMPARE(result.parts.value(0).literal, QByteArray("L"));
            return;
        }
        QVERIFY2(result.error.contains(reason), qPrintable(result.error));
        QVERIFY2(result.error.contains(u"; "), qPrintable(result.error));
        QVERIFY(result.parts.isEmpty());
    }

    void match_goodRules_areRead()
    {
        QCOMPARE(parseMatch(u"identical").rule, (MatchRule{MatchRule::Kind::Identical, 0}));
        QCOMPARE(parseMatch(u"any").rule, (MatchRule{MatchRule::Kind::Any, 0}));
        QCOMPARE(parseMatch(u"prefix:12").rule, (MatchRule{MatchRule::Kind::Prefix, 12}));
    }

    void match_badRules_tellWhy_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "Identical", "prefix", "prefix:", "prefix:0", "prefix:-1", "prefix:70000", "regex:x"})
            QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
    }
    void match_badRules_tellWhy()
    {
        QFETCH(QString, text);
        const MatchResult result = parseMatch(text);
        QVERIFY(!result.ok());
        QVERIFY(result.error.contains(u"; use "));
        QCOMPARE(result.rule, MatchRule{});
    }
};

QTEST_GUILESS_MAIN(TestPayloadTemplate)
#include "tst_payloadtemplate.moc"
