// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilefile.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

QStringList texts(const QList<Problem> &problems)
{
    QStringList list;
    for (const Problem &problem : problems)
        list.append(problem.toString(u"f"_s));
    return list;
}

//! One line as "id|name|entry|echo|tags|on".
QString shown(const Line &line)
{
    return QStringList{line.name, line.entry.toString(), line.echo ? line.echo->toString() : u"-"_s,
                       line.tags.join(u'+'), line.enabled ? u"on"_s : u"off"_s}
        .join(u'|');
}

QStringList shown(const LoadResult &result)
{
    QStringList list;
    for (const Line &line : result.profile.lines)
        list.append(shown(line));
    return list;
}

LoadOptions ports(quint16 entry, quint16 echo)
{
    LoadOptions options;
    options.overrides.entryPort = entry;
    options.overrides.echoPort = echo;
    return options;
}

} // namespace

class TestListFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_goodCsv_givesLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const QString &text, const QStringList &lines) {
            QTest::newRow(name) << text << lines;
        };
        const QString plain = u"|10.0.0.1:7|10.0.0.2:9||on"_s;
        row("no header", u"10.0.0.1:7,10.0.0.2:9,Tokyo\n10.0.0.3:7"_s,
            {u"Tokyo|10.0.0.1:7|10.0.0.2:9||on"_s, u"|10.0.0.3:7|-||on"_s});
        row("header in any order",
            u"tags,Name,ECHO,id,enabled,entry\r\na;b,T,10.0.0.2:9,x,no,10.0.0.1:7\r\n"_s,
            {u"T|10.0.0.1:7|10.0.0.2:9|a+b|off"_s});
        row("inpoint", u"inpoint,echo\n10.0.0.1:7,10.0.0.2:9"_s, {plain});
        row("inip, echoip and ports", u"inip,inport,echoip,echoport\n10.0.0.1,7,10.0.0.2,9"_s, {plain});
        row("host and port", u"host,port,echo\n10.0.0.1,7,10.0.0.2:9"_s, {plain});
        row("addresses in port columns", u"inport,echoport\n10.0.0.1:7,10.0.0.2:9"_s, {plain});
        row("Chinese titles", u"名称,入口,回显,标签,启用\n东京,10.0.0.1:7,10.0.0.2:9,a,是"_s,
            {u"东京|10.0.0.1:7|10.0.0.2:9|a|on"_s});
        row("other Chinese titles", u"本地IP,虚拟IP\n10.0.0.1:7,10.0.0.2:9"_s, {plain});
        row("entry address title", u"入口ip,虚拟ip\n10.0.0.1:7,10.0.0.2:9"_s, {plain});
        row("tabs", u"entry\techo\tname\n10.0.0.1:7\t\ta, b; c"_s, {u"a, b; c|10.0.0.1:7|-||on"_s});
        row("semicolons, tags by comma", u"entry;tags\n10.0.0.1:7;a,b"_s, {u"|10.0.0.1:7|-|a+b|on"_s});
        row("full-width signs", u"10.0.0.1：7，10.0.0.2:9，东京：一\n"_s,
            {u"东京：一|10.0.0.1:7|10.0.0.2:9||on"_s});
        row("full-width semicolons and tags", u"entry,tags\n10.0.0.1:7,甲；乙"_s,
            {u"|10.0.0.1:7|-|甲+乙|on"_s});
        row("wide blanks", u"\u300010.0.0.1:7\u3000,\u300010.0.0.2:9"_s, {plain});
        row("quotes", u"name,entry\n\"a \"\"b\"\", c\nd\",\"10.0.0.1:7\""_s, {});
        row("formula mark", u"name,entry\n'=Tokyo,10.0.0.1:7\n'x,10.0.0.2:7"_s,
            {u"=Tokyo|10.0.0.1:7|-||on"_s, u"'x|10.0.0.2:7|-||on"_s});
        row("blank rows and comments", u"\n# a, b\n10.0.0.1:7,10.0.0.2:9\n\n , \n#x\n"_s, {plain});
        row("names may begin with a number sign", u"name,entry\n#1,10.0.0.1:7"_s, {u"#1|10.0.0.1:7|-||on"_s});
        row("v6", u"[2001:db8::7]:7,[::1]:9"_s, {u"|[2001:db8::7]:7|[::1]:9||on"_s});
        row("CR alone", u"10.0.0.1:7,10.0.0.2:9\r10.0.0.1:8"_s, {plain, u"|10.0.0.1:8|-||on"_s});
    }
    void read_goodCsv_givesLines()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, lines);
        const LoadResult result = parseList(text.toUtf8(), ListFormat::Csv);
        if (lines.isEmpty()) {
            // A row break within quotes belongs to the cell, but a name is one row.
            QVERIFY(result.problems.value(0).toString(u"f"_s).startsWith(u"f:2:1: "_s));
            QCOMPARE(result.profile.lines.value(0).name, u"a \"b\", c\nd"_s);
            return;
        }
        QCOMPARE(texts(result.problems), QStringList());
        QCOMPARE(shown(result), lines);
    }

    void read_barePairs_takePortsOfOptions()
    {
        const QByteArray list = "118.89.127.211,150.109.196.7\n118.89.127.212,150.109.196.8\n";
        const LoadResult without = parseList(list, ListFormat::Csv);
        QCOMPARE(without.problems.size(), 4);
        QCOMPARE(without.problems[0].place, u"1:1"_s);
        QVERIFY(without.problems[0].text.contains(u"--entry-port"_s));
        QCOMPARE(without.problems[1].place, u"1:16"_s);
        QVERIFY(without.problems[1].text.contains(u"--echo-port"_s));
        for (const ListFormat format : {ListFormat::Csv, ListFormat::Text, ListFormat::Guess}) {
            const LoadResult result = parseList(list, format, ports(7000, 9000));
            QCOMPARE(texts(result.problems), QStringList());
            QCOMPARE(result.profile.lines.size(), 2);
            QCOMPARE(result.profile.lines[0].id, u"118.89.127.211>150.109.196.7"_s);
            QVERIFY(!result.profile.rules);
        }
    }

    void read_goodText_givesLines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const QString &text, const QStringList &lines) {
            QTest::newRow(name) << text << lines;
        };
        row("all parts", u"118.89.127.211:7000 -> 150.109.196.7:9000  Tokyo 01  #tokyo #cn2"_s,
            {u"Tokyo 01|118.89.127.211:7000|150.109.196.7:9000|tokyo+cn2|on"_s});
        row("entry alone", u"10.0.0.1:7"_s, {u"|10.0.0.1:7|-||on"_s});
        row("name with number sign inside", u"10.0.0.1:7 Tokyo#1, east #a"_s,
            {u"Tokyo#1, east|10.0.0.1:7|-|a|on"_s});
        row("tags without name", u"10.0.0.1:7->10.0.0.2:9 #a"_s, {u"|10.0.0.1:7|10.0.0.2:9|a|on"_s});
        row("full-width", u"10.0.0.1：7→10.0.0.2：9\u3000东京\u3000#甲"_s,
            {u"东京|10.0.0.1:7|10.0.0.2:9|甲|on"_s});
        row("blank rows and comments", u"\r\n  # c\r\n10.0.0.1:7\r\n\r\n"_s, {u"|10.0.0.1:7|-||on"_s});
        row("octet range", u"10.0.0.[9-11]:7000"_s,
            {u"|10.0.0.9:7000|-||on"_s, u"|10.0.0.10:7000|-||on"_s, u"|10.0.0.11:7000|-||on"_s});
        row("port range to one echo", u"10.0.0.1:[1-2] -> 10.0.1.1:9 N #a"_s,
            {u"N 1|10.0.0.1:1|10.0.1.1:9|a|on"_s, u"N 2|10.0.0.1:2|10.0.1.1:9|a|on"_s});
        row("ranges in step", u"10.0.0.[1-2]:7 -> 10.0.1.[5-6]:9"_s,
            {u"|10.0.0.1:7|10.0.1.5:9||on"_s, u"|10.0.0.2:7|10.0.1.6:9||on"_s});
        row("range at the front", u"[9-10].0.0.1:7"_s, {u"|9.0.0.1:7|-||on"_s, u"|10.0.0.1:7|-||on"_s});
        row("v6", u"[::1]:7 -> [fe80::1%eth0]:9 a"_s, {u"a|[::1]:7|[fe80::1%eth0]:9||on"_s});
        row("formula mark", u"10.0.0.1:7 '=1+1"_s, {u"=1+1|10.0.0.1:7|-||on"_s});
    }
    void read_goodText_givesLines()
    {
        QFETCH(QString, text);
        for (const ListFormat format : {ListFormat::Text, ListFormat::Guess}) {
            const LoadResult result = parseList(text.toUtf8(), format);
            QCOMPARE(texts(result.problems), QStringList());
            QTEST(shown(result), "lines");
        }
    }

    void read_badList_namesRowAndColumn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("csv");
        QTest::addColumn<QString>("start");
        const auto row = [](const char *name, const QString &text, bool csv, const QString &start) {
            QTest::newRow(name) << text << csv << start;
        };
        row("nothing", u""_s, true, u"f: the list holds no line"_s);
        row("header alone", u"name,entry\n"_s, true, u"f: the list holds no line"_s);
        row("octal", u"10.0.0.1:7\n\n东京,010.0.0.1:7"_s, true, u"f:3:1: "_s);
        row("octal after characters of two units", u"name,entry\n😀东京, 010.0.0.1:7"_s, true,
            u"f:2:6: \"010.0.0.1\""_s);
        row("port 0", u"10.0.0.1:7,10.0.0.1:0"_s, true, u"f:1:12: port \"0\""_s);
        row("port column", u"host,port\n10.0.0.1,70000"_s, true, u"f:2:10: port \"70000\""_s);
        row("two ports", u"host,port\n10.0.0.1:7,8"_s, true, u"f:2:12: port \"8\" differs"_s);
        row("port without entry", u"name,host,port\na,,8"_s, true, u"f:2:4: a port stands here"_s);
        row("no entry", u"name,entry\na,"_s, true, u"f:2:1: the row has no entry"_s);
        row("no entry column", u"name,echo\na,10.0.0.1:7"_s, true,
            u"f:1:1: the header names no entry column"_s);
        row("column twice", u"entry,inip\n10.0.0.1:7,"_s, true, u"f:1:7: column \"inip\" stands twice"_s);
        row("too many cells", u"entry,name\n10.0.0.1:7,a,b"_s, true, u"f:2:14: the row has more cells"_s);
        row("enabled", u"entry,enabled\n10.0.0.1:7,maybe"_s, true, u"f:2:12: \"maybe\" is neither"_s);
        row("quote open", u"10.0.0.1:7,,\"a\nb"_s, true, u"f:1:13: the quote"_s);
        row("text after quote", u"10.0.0.1:7,,\"a\" b"_s, true, u"f:1:17: text follows"_s);
        row("row after a quoted row break", u"name,entry\n\"a\nb\",10.0.0.1:7\nc,10.0.0.1:0"_s, true,
            u"f:2:1: "_s);
        row("cell too long", QString(QString(5000, u'a') + u",b"_s), true, u"f:1:1: the cell is longer"_s);
        row("duplicate id", u"id,entry\na,10.0.0.1:7\na,10.0.0.2:7"_s, true,
            u"f:3:1: id \"a\" is already that of 2:1"_s);
        row("bad echo of a text", u"10.0.0.1:7 -> 10.1:7"_s, false, u"f:1:15: \"10.1\""_s);
        row("arrow to nothing", u"10.0.0.1:7 ->"_s, false, u"f:1:14: the address is empty"_s);
        row("tag without sign", u"10.0.0.1:7 n #a b"_s, false, u"f:1:17: \"b\" follows"_s);
        row("part of an octet", u"10.0.0.1[0-9]:7"_s, false, u"f:1:1: the range \"1[0-9]\""_s);
        row("range backwards", u"10.0.0.[9-1]:7"_s, false, u"f:1:1: the range \"[9-1]\" is wrong"_s);
        row("range with zeros", u"10.0.0.[01-09]:7"_s, false, u"f:1:1: the range \"[01-09]\" is wrong"_s);
        row("octet beyond 255", u"10.0.0.[1-256]:7"_s, false, u"f:1:1: the range \"[1-256]\" is wrong"_s);
        row("port 0 of a range", u"10.0.0.1:[0-3]"_s, false, u"f:1:1: port \"0\""_s);
        row("range in a name", u"host[1-3].example:7"_s, false, u"f:1:1: a range stands in"_s);
        row("too wide", u"10.[0-255].[0-255].1:7"_s, false, u"f:1:1: the ranges give more than 20000"_s);
        row("too wide together", u"10.0.[0-70].[0-255]:7\n10.1.[0-70].[0-255]:7"_s, false,
            u"f:2:1: the list has more than 20000"_s);
        row("ranges out of step", u"10.0.0.[1-2]:7 -> 10.0.1.[5-9]:9"_s, false,
            u"f:1:19: the entry's range has 2"_s);
        row("missing port", u"10.0.0.1 n"_s, false, u"f:1:1: \"10.0.0.1\" has no port"_s);
    }
    void read_badList_namesRowAndColumn()
    {
        QFETCH(QString, text);
        QFETCH(bool, csv);
        QFETCH(QString, start);
        const LoadResult result = parseList(text.toUtf8(), csv ? ListFormat::Csv : ListFormat::Text);
        QVERIFY(!result.ok());
        const QString first = texts(result.problems).value(0);
        QVERIFY2(first.startsWith(start), qPrintable(first));
        QVERIFY2(first.contains(u"; "_s), qPrintable(first));
    }

    void read_unknownColumn_isWarnedOf()
    {
        const LoadResult result = parseList("entry,city\n10.0.0.1:7,Tokyo\n", ListFormat::Csv);
        QVERIFY(result.ok());
        QCOMPARE(result.problems.size(), 1);
        QVERIFY(result.problems[0].toString(u"f"_s).startsWith(u"warning: f:1:7: column \"city\""_s));
    }

    void read_encodings_giveTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("warned");
        const QString text = u"name,entry\r\n东京一号,10.0.0.1:7\r\n"_s;
        QTest::newRow("UTF-8") << text.toUtf8() << false;
        QTest::newRow("UTF-8 with mark") << QByteArray("\xef\xbb\xbf" + text.toUtf8()) << false;
        const auto encoded = [&text](QStringConverter::Encoding encoding, QStringConverter::Flag flag) {
            return QByteArray(QStringEncoder(encoding, flag).encode(text));
        };
        QTest::newRow("UTF-16 LE with mark")
            << encoded(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom) << false;
        QTest::newRow("UTF-16 BE with mark")
            << encoded(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom) << false;
        QTest::newRow("UTF-16 LE without mark")
            << encoded(QStringConverter::Utf16LE, QStringConverter::Flag::Default) << false;
        QTest::newRow("GB18030") << QByteArray(
                                        "name,entry\r\n\xb6\xab\xbe\xa9\xd2\xbb\xba\xc5,10.0.0.1:7\r\n")
                                 << true;
    }
    void read_encodings_giveTheSame()
    {
        QFETCH(QByteArray, bytes);
        const LoadResult result = parseList(bytes, ListFormat::Csv);
        QVERIFY2(result.ok(), qPrintable(texts(result.problems).value(0)));
        QCOMPARE(result.profile.lines.value(0).name, u"东京一号"_s);
        QTEST(!result.problems.isEmpty(), "warned");
    }

    void read_binary_isOneError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("NUL bytes") << QByteArray("\x7f"
                                                 "ELF\0\1\2\0\0abc",
                                                 12);
        QTest::newRow("no encoding") << QByteArray("10.0.0.1:7 \xff\xff\xff\x80 \xff");
    }
    void read_binary_isOneError()
    {
        QFETCH(QByteArray, bytes);
        const LoadResult result = parseList(bytes, ListFormat::Guess);
        QCOMPARE(result.problems.size(), 1);
        QVERIFY(!result.ok() && result.profile.lines.isEmpty());
    }

    void read_manyBadRows_stopAtAHundred()
    {
        const LoadResult result = parseList(QByteArray("1.2.3:7\n").repeated(1000), ListFormat::Text);
        QCOMPARE(result.problems.size(), 101);
    }

    void read_twentyThousandLines_isTheMost()
    {
        QByteArray list;
        for (int i = 0; i < Limits::MaxLines; ++i)
            list += "10.0." + QByteArray::number(i / 250) + "." + QByteArray::number(i % 250 + 1) + ":7\n";
        QVERIFY(parseList(list, ListFormat::Text).ok());
        QVERIFY(parseList(list, ListFormat::Csv).ok());
        list += "10.1.0.1:7\n";
        QVERIFY(!parseList(list, ListFormat::Text).ok());
        QVERIFY(!parseList(list, ListFormat::Csv).ok());
    }
};

QTEST_GUILESS_MAIN(TestListFile)
#include "tst_listfile.moc"
