// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linefilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

Line line(const QString &id, const QString &name, const Endpoint &entry, const std::optional<Endpoint> &echo,
          const QStringList &tags)
{
    Line made;
    made.id = id;
    made.name = name;
    made.entry = entry;
    made.echo = echo;
    made.tags = tags;
    return made;
}

QList<Line> lines()
{
    return {line(u"tyo-01"_s, u"Tokyo 01"_s, {u"118.89.127.211"_s, 7000}, Endpoint{u"150.109.196.7"_s, 9000},
                 {u"hk"_s, u"CN2"_s}),
            line(u"osa-02"_s, u"Osaka East"_s, {u"118.90.0.1"_s, 7001}, std::nullopt, {u"jp"_s}),
            line(u"v6"_s, u"东京"_s, {u"2001:db8::7"_s, 7000}, Endpoint{u"echo.example"_s, 7}, {})};
}

QString matching(const QString &expression, const QList<FilterFacts> &facts = {})
{
    const LineFilter filter(expression);
    if (!filter.error().isEmpty())
        return filter.error();
    QStringList ids;
    const QList<Line> all = lines();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (filter.matches(all[i], i < facts.size() ? &facts[i] : nullptr))
            ids.append(all[i].id);
    }
    return ids.join(u' ');
}

} // namespace

class TestLineFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void match_text_findsLines_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("ids");
        const auto row = [](const QString &expression, const QString &ids) {
            QTest::newRow(qPrintable(expression)) << expression << ids;
        };
        row(u""_s, u"tyo-01 osa-02 v6"_s);
        row(u"  "_s, u"tyo-01 osa-02 v6"_s);
        row(u"TOKYO"_s, u"tyo-01"_s);
        row(u"\"osaka east\""_s, u"osa-02"_s);
        row(u"osaka east"_s, u"osa-02"_s);
        row(u"osaka west"_s, u""_s);
        row(u"cn2"_s, u"tyo-01"_s);
        row(u"118.89"_s, u"tyo-01"_s);
        row(u"118.89.127.211:7000"_s, u"tyo-01"_s);
        row(u"150.109"_s, u"tyo-01"_s);
        row(u":7000"_s, u"tyo-01 v6"_s);
        row(u"2001:db8::7"_s, u"v6"_s);
        row(u"东京"_s, u"v6"_s);
        row(u"name:tokyo"_s, u"tyo-01"_s);
        row(u"name:\"tokyo 01\""_s, u"tyo-01"_s);
        row(u"id:01"_s, u"tyo-01"_s);
        row(u"tag:HK"_s, u"tyo-01"_s);
        row(u"entry:118.89.0.0/16"_s, u"tyo-01"_s);
        row(u"entry:118.88.0.0/14"_s, u"tyo-01 osa-02"_s);
        row(u"entry:0.0.0.0/0"_s, u"tyo-01 osa-02"_s);
        row(u"entry:2001:db8::/32"_s, u"v6"_s);
        row(u"entry:118.90.0.1"_s, u"osa-02"_s);
        row(u"entry:118.90.0.1:7001"_s, u"osa-02"_s);
        row(u"entry:118.90.0.1:7000"_s, u""_s);
        row(u"entry::7000"_s, u"tyo-01 v6"_s);
        row(u"entry：:7000"_s, u"tyo-01 v6"_s);
        row(u"entry:[2001:db8::7]:7000"_s, u"v6"_s);
        row(u"entry:90.0"_s, u"osa-02"_s);
        row(u"echo:150.109.0.0/16"_s, u"tyo-01"_s);
        row(u"echo:example"_s, u"v6"_s);
        row(u"echo::7"_s, u"v6"_s);
        row(u"-tag:hk"_s, u"osa-02 v6"_s);
        row(u"--tag:hk"_s, u"tyo-01"_s);
        row(u"-tokyo -osaka"_s, u"v6"_s);
        row(u"tag:jp | name:东京"_s, u"osa-02 v6"_s);
        row(u"tag:hk|tag:jp"_s, u"tyo-01 osa-02"_s);
        row(u"tag:hk osaka | v6"_s, u"v6"_s);
        row(u"\"a|b\""_s, u""_s);
        row(u"loss"_s, u""_s);
        row(u"loss>5"_s, u""_s);
        row(u"-loss>5"_s, u""_s);
    }
    void match_text_findsLines()
    {
        QFETCH(QString, expression);
        QTEST(matching(expression), "ids");
    }

    void match_figures_comparesKnownOnes_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("ids");
        const auto row = [](const QString &expression, const QString &ids) {
            QTest::newRow(qPrintable(expression)) << expression << ids;
        };
        row(u"loss>5"_s, u"tyo-01"_s);
        row(u"loss > 5"_s, u"tyo-01"_s);
        row(u"loss>5%"_s, u"tyo-01"_s);
        row(u"loss>=5"_s, u"tyo-01 osa-02"_s);
        row(u"loss<=5"_s, u"osa-02"_s);
        row(u"loss=5"_s, u"osa-02"_s);
        row(u"-loss>5"_s, u"osa-02"_s);
        row(u"mean<300"_s, u"tyo-01"_s);
        row(u"mean > 0.1s"_s, u"tyo-01"_s);
        row(u"mean<300ms"_s, u"tyo-01"_s);
        row(u"延迟>100"_s, u"tyo-01"_s);
        row(u"时延＞100"_s, u"tyo-01"_s);
        row(u"丢包>=5"_s, u"tyo-01 osa-02"_s);
        row(u"since<10m"_s, u"tyo-01"_s);
        row(u"since>=1h"_s, u"osa-02"_s);
        row(u"since<90"_s, u""_s);
        row(u"state:bad"_s, u"tyo-01"_s);
        row(u"state:OK"_s, u"osa-02"_s);
        row(u"-state:bad"_s, u"osa-02"_s);
        row(u"state:bad | loss<=5"_s, u"tyo-01 osa-02"_s);
    }
    void match_figures_comparesKnownOnes()
    {
        QFETCH(QString, expression);
        QFETCH(QString, ids);
        FilterFacts bad;
        bad.state = u"critical"_s;
        bad.loss = 44;
        bad.mean = 112.4;
        bad.sinceSeconds = 300;
        FilterFacts good;
        good.state = u"ok"_s;
        good.loss = 5;
        good.sinceSeconds = 7200;
        const LineFilter filter(expression);
        QVERIFY2(filter.needsFacts(), qPrintable(filter.error()));
        QCOMPARE(matching(expression, {bad, good}), ids);
    }

    void facts_areNotNeededForText()
    {
        QVERIFY(!LineFilter(u"tag:hk | -osaka entry::7000").needsFacts());
        QVERIFY(!LineFilter().needsFacts());
        QVERIFY(LineFilter().isEmpty());
        QVERIFY(LineFilter(u" ").isEmpty());
        QVERIFY(!LineFilter(u"a").isEmpty());
    }

    void match_lineWithoutPort_usesItsOwnSettings()
    {
        Line bare = lines()[1];
        bare.entry.port = 0;
        QVERIFY(!LineFilter(u"entry::7000").matches(bare));
        bare.probe.entryPort = 7000;
        QVERIFY(LineFilter(u"entry::7000").matches(bare));
    }

    void parse_badExpression_tellsPosition_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("reason");
        const auto row = [](const QString &expression, int position, const QString &reason) {
            QTest::newRow(qPrintable(expression)) << expression << position << reason;
        };
        row(u"a \"b"_s, 3, u"quote"_s);
        row(u"a |"_s, 3, u"after \"|\""_s);
        row(u"| a"_s, 1, u"before \"|\""_s);
        row(u"a || b"_s, 4, u"before \"|\""_s);
        row(u"a -"_s, 3, u"stands alone"_s);
        row(u"a nmae:x"_s, 3, u"did you mean name"_s);
        row(u"colour:x"_s, 1, u"not known"_s);
        row(u"name:"_s, 6, u"nothing"_s);
        row(u"state:sick"_s, 7, u"bad, dead"_s);
        row(u"foo>5"_s, 1, u"no figure"_s);
        row(u">5"_s, 1, u"no figure"_s);
        row(u"a loss>"_s, 8, u"no value"_s);
        row(u"loss>x"_s, 6, u"no value"_s);
        row(u"loss>5ms"_s, 6, u"no value"_s);
        row(u"mean>-5"_s, 6, u"no value"_s);
        row(u"since<10x"_s, 7, u"since>10m"_s);
        row(u"entry:118.89.0.0/33"_s, 7, u"118.89.0.0/16"_s);
        row(u"entry:010.0.0.0/8"_s, 7, u"block"_s);
        row(u"entry:10.1/16"_s, 7, u"block"_s);
        row(u"entry:2001:db8::/129"_s, 7, u"block"_s);
        row(u"entry::0"_s, 7, u"no port"_s);
        row(u"\"a\"b"_s, 4, u"blank"_s);
    }
    void parse_badExpression_tellsPosition()
    {
        QFETCH(QString, expression);
        QFETCH(int, position);
        QFETCH(QString, reason);
        const LineFilter filter(expression);
        QVERIFY2(filter.error().startsWith(u"filter, character %1: "_s.arg(position)),
                 qPrintable(filter.error()));
        QVERIFY2(filter.error().contains(reason), qPrintable(filter.error()));
        // It hides nothing while it is being typed.
        QVERIFY(filter.isEmpty() && filter.matches(lines()[0]));
    }

    void parse_endlessExpression_isRefused() { QVERIFY(!LineFilter(QString(5000, u'-')).error().isEmpty()); }
};

QTEST_GUILESS_MAIN(TestLineFilter)
#include "tst_linefilter.moc"
