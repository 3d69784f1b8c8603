// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeder.h"
#include "sharing.h"
#include "sharinglines.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

using Kind = SharedTrait::Kind;

//! Feeds probes that go round over eight ports; lossOf(port) tells what share of them is lost.
class Flows
{
public:
    template <typename Loss>
    void feed(int probes, Loss lossOf)
    {
        std::uniform_real_distribution<double> any(0, 1);
        for (int i = 0; i < probes; ++i) {
            const auto port = static_cast<quint16>(40112 + i % 8);
            Sample sample = m_feeder.add(any(m_random) < lossOf(port) ? 'x' : 'a');
            sample.flowPort = port;
            m_feeder.history.put(sample);
        }
    }
    std::optional<PortSplit> split() const
    {
        return splitByPort(m_feeder.history, wholeRange(m_feeder.history));
    }

private:
    Feeder m_feeder;
    std::mt19937 m_random{11};
};

} // namespace

class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entry_ofAllBadLinesAndNoOther()
    {
        SharingLines s;
        s.add(6, 6, u"118.89.127.211"_s, {u"cn2"_s}).add(122, 0, u"203.0.113.7"_s, {u"cn2"_s});
        const QList<SharedTrait> traits = sharedTraits(s.lines);
        QCOMPARE(traits.size(), 1); // not the tag: all have it; not the block: it is the entry alone
        const SharedTrait &entry = traits.first();
        QCOMPARE(entry.kind, Kind::Entry);
        QCOMPARE(entry.value, u"118.89.127.211"_s);
        QCOMPARE(entry.marked, 6);
        QCOMPARE(entry.of, 6);
        QCOMPARE(entry.markedElsewhere, 0);
        QCOMPARE(entry.elsewhere, 122);
        QCOMPARE(entry.separation(), 1.0);
        QCOMPARE(entry.filter, u"entry:118.89.127.211"_s);
        QCOMPARE(entry.lines.size(), 6);
        QVERIFY(entry.chance() < 1e-9);
    }

    void ranking_isByWhatGoodOnesHaveNot()
    {
        SharingLines s;
        s.add(3, 3, u"192.0.2.1"_s, {u"tokyo"_s, u"cn2"_s}).add(3, 3, u"192.0.2.9"_s, {u"tokyo"_s});
        s.add(4, 0, u"198.51.100.1"_s, {u"tokyo"_s}).add(10, 0, u"203.0.113.1"_s, {u"hk"_s});
        const QList<SharedTrait> traits = sharedTraits(s.lines);
        QStringList values;
        for (const SharedTrait &trait : traits)
            values << trait.value;
        // 6/6 − 0/14; 6/6 − 4/14; 3/6 − 0/14, told in the order of the kinds.
        QCOMPARE(values,
                 QStringList({u"192.0.2.0/24"_s, u"tokyo"_s, u"192.0.2.1"_s, u"192.0.2.9"_s, u"cn2"_s}));
        QCOMPARE(traits[0].filter, u"entry:192.0.2.0/24"_s);
        QCOMPARE(traits[1].filter, u"tag:\"tokyo\""_s);
        QCOMPARE(traits[1].of, 10);
        QCOMPARE(traits[1].separation(), 1 - 4.0 / 14);
    }

    void blocks_ofBothFamilies()
    {
        SharingLines s;
        s.add(2, 2, u"2001:db8:7:1::1"_s, {}, u"198.51.100.3"_s);
        s.add(2, 2, u"2001:db8:7:2::1"_s, {}, u"198.51.100.9"_s);
        s.add(4, 0, u"2001:db8:8::1"_s, {}, u"203.0.113.1"_s);
        const QList<SharedTrait> traits = sharedTraits(s.lines);
        QCOMPARE(traits[0].kind, Kind::EntryBlock);
        QCOMPARE(traits[0].value, u"2001:db8:7::/48"_s);
        QCOMPARE(traits[1].kind, Kind::EchoBlock);
        QCOMPARE(traits[1].value, u"198.51.100.0/24"_s);
        QCOMPARE(traits[1].filter, u"echo:198.51.100.0/24"_s);
    }

    void nothing_whereNothingCanBeShared()
    {
        SharingLines one, all, spread;
        one.add(1, 1, u"192.0.2.1"_s).add(9, 0, u"192.0.2.2"_s);
        QVERIFY(sharedTraits(one.lines).isEmpty());
        all.add(5, 5, u"192.0.2.1"_s);
        QVERIFY(sharedTraits(all.lines).isEmpty());
        // As many of the bad as of the good ones have it.
        spread.add(4, 2, u"192.0.2.1"_s).add(4, 2, u"198.51.100.1"_s);
        QVERIFY(sharedTraits(spread.lines).isEmpty());
        QVERIFY(sharedTraits({}).isEmpty());
    }

    void chance_isFishersExactTest()
    {
        SharedTrait trait;
        trait.marked = 5;
        trait.of = 5;
        trait.markedElsewhere = 9;
        trait.elsewhere = 19;
        // C(19,9) / C(24,14)
        QVERIFY(std::abs(trait.chance() - 92378.0 / 1961256.0) < 1e-9);
        trait.marked = 2;
        trait.of = 3;
        trait.markedElsewhere = 0;
        trait.elsewhere = 21;
        QVERIFY(std::abs(trait.chance() - 3.0 / 276.0) < 1e-9); // (3·1) / C(24,2)
    }

    void filter_isEmptyWhereTheLanguageCanNotSayIt_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<bool>("canBeSaid");
        QTest::newRow("plain") << u"hk"_s << true;
        QTest::newRow("blank and bar") << u"hong kong | -x"_s << true;
        QTest::newRow("quote") << u"the \"best\""_s << false;
        QTest::newRow("read as a quote") << u"the “best”"_s << false;
        QTest::newRow("read as a colon") << u"a：b"_s << false;
    }
    void filter_isEmptyWhereTheLanguageCanNotSayIt()
    {
        QFETCH(QString, tag);
        SharingLines s;
        s.add(2, 2, {}, {tag, tag}).add(2, 0, {});
        const QList<SharedTrait> traits = sharedTraits(s.lines);
        QCOMPARE(traits.size(), 1);
        QCOMPARE(traits.first().of, 2); // a tag that stands twice counts once
        QTEST(!traits.first().filter.isEmpty(), "canBeSaid");
    }

    void filter_isEmptyWhereANameHidesTheAddress()
    {
        SharingLines s;
        s.add(2, 2, u"192.0.2.1"_s).add(2, 0, u"192.0.2.2"_s);
        s.lines[1].hasLiteralEntry = false;
        const QList<SharedTrait> traits = sharedTraits(s.lines);
        QCOMPARE(traits.first().value, u"192.0.2.1"_s);
        QCOMPARE(traits.first().filter, QString());
        QCOMPARE(traits.first().lines, QList<LineKey>({1, 2}));
    }

    void traits_areBounded()
    {
        SharingLines s;
        QStringList tags;
        for (int i = 0; i < 500; ++i)
            tags << QString(u"t%1"_s).arg(i);
        s.add(2, 2, u"192.0.2.1"_s, tags).add(2, 0, u"192.0.2.2"_s);
        QCOMPARE(sharedTraits(s.lines).size(), 20);
        QCOMPARE(sharedTraits(s.lines, 3).size(), 3);
    }

    void ports_twoOfEightDead()
    {
        Flows flows;
        flows.feed(100, [](quint16 port) { return port == 40113 || port == 40118 ? 1.0 : 0.02; });
        const std::optional<PortSplit> split = flows.split();
        QVERIFY(split);
        QCOMPARE(split->bad, QList<quint16>({40113, 40118}));
        QCOMPARE(split->ports, 8);
        QCOMPARE(split->of, 25); // 100 over eight: ports 40112 to 40115 have 13, the others 12
        QCOMPARE(split->lost, 25);
        QCOMPARE(split->elsewhere, 75);
        QVERIFY(split->lostElsewhere < 6);
    }

    void ports_mostDead()
    {
        Flows flows;
        flows.feed(100, [](quint16 port) { return port < 40118 ? 1.0 : 0.0; });
        QCOMPARE(flows.split()->bad.size(), 6);
    }

    void ports_evenLossIsNoSplit()
    {
        for (const double loss : {0.0, 0.02, 0.12, 0.45, 1.0}) {
            int found = 0;
            Flows flows;
            for (int run = 0; run < 40; ++run) {
                flows = Flows();
                flows.feed(100 + run, [loss](quint16) { return loss; });
                found += flows.split().has_value() ? 1 : 0;
            }
            QVERIFY2(found <= 1, qPrintable(QString::number(loss)));
        }
    }

    void ports_fewProbesTellNothing()
    {
        Flows flows;
        flows.feed(32, [](quint16 port) { return port == 40112 ? 1.0 : 0.0; });
        QVERIFY(!flows.split());
    }
};

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
