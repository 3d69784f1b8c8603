// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "texttable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;

class TextTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void width_countsCellsOfTheTerminal_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("ASCII") << u"Tokyo 01"_s << 8;
        QTest::newRow("Chinese") << u"东京"_s << 4;
        QTest::newRow("mixed") << u"东京CN2"_s << 7;
        QTest::newRow("full-width punctuation") << u"：，"_s << 4;
        QTest::newRow("hangul") << u"서울"_s << 4;
        QTest::newRow("combining accent") << QString(u"e"_s + QChar(0x301)) << 1;
        QTest::newRow("emoji outside the first plane") << QString::fromUcs4(U"\U0001F600") << 2;
        QTest::newRow("CJK extension B") << QString::fromUcs4(U"\U00020000") << 2;
        QTest::newRow("dash and middle dot are narrow") << u"— ·"_s << 3;
        QTest::newRow("empty") << QString() << 0;
    }
    void width_countsCellsOfTheTerminal()
    {
        QFETCH(QString, text);
        QTEST(displayWidth(text), "width");
    }

    void columns_lineUpByDisplayWidth()
    {
        TextTable table({{u"Name"_s}, {u"Loss %"_s, TextTable::Align::Right}});
        table.addRow({u"东京"_s, u"1.0"_s});
        table.addRow({u"Tokyo 01"_s, u"100.0"_s});
        QCOMPARE(table.toString(), u"Name      Loss %\n"
                                   "东京         1.0\n"
                                   "Tokyo 01   100.0\n"_s);
    }

    void longCells_endInAnEllipsis()
    {
        TextTable table({{u"Name"_s, TextTable::Align::Left, 6}});
        table.addRow({u"abcdefgh"_s});
        table.addRow({u"东京大阪"_s});
        QCOMPARE(table.toString(), u"Name\nabcde…\n东京…\n"_s);
    }

    void hostileText_canNotSteerTheTerminal()
    {
        const QString replaced(QChar::ReplacementCharacter);
        QCOMPARE(printable(u"a\x1b[2Jb\r\nc"_s),
                 QString(u"a"_s + replaced + u"[2Jb"_s + replaced + replaced + u"c"_s));
        QCOMPARE(printable(QString(u"a"_s + QChar(0x202E) + u"b"_s)), QString(u"a"_s + replaced + u"b"_s));
        QCOMPARE(printable(u"东京 — ok"_s), u"东京 — ok"_s);
        TextTable table({{u"Name"_s}});
        table.addRow({u"x\ny"_s});
        QCOMPARE(table.toString().count(u'\n'), 2);
    }
};

QTEST_APPLESS_MAIN(TextTableTest)
#include "tst_texttable.moc"
