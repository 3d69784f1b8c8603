// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumb;
using namespace std::chrono_literals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolve_nothing_isDefaults()
    {
        const ProbeSettings settings = resolve({});
        QCOMPARE(settings, ProbeSettings{});
        QCOMPARE(settings.interval, 1000ms);
        QCOMPARE(settings.timeout, 2000ms);
        QCOMPARE(settings.late, 10000ms);
        QCOMPARE(settings.sizeBytes, 64);
        QCOMPARE(settings.flows, 8);
    }

    void resolve_laterPatch_winsKeyByKey()
    {
        ProbePatch profile, line, option;
        profile.interval = 500ms;
        profile.flows = 4;
        profile.dscp = 10;
        line.flows = 2;
        option.dscp = 46;
        const ProbeSettings settings = resolve({&profile, &line, &option});
        QCOMPARE(settings.interval, 500ms);
        QCOMPARE(settings.flows, 2);
        QCOMPARE(settings.dscp, 46);
    }

    void resolve_late_isAtLeastTimeout()
    {
        ProbePatch patch;
        patch.late = 100ms;
        patch.timeout = 3000ms;
        QCOMPARE(resolve({&patch}).late, 3000ms);
    }

    void resolve_unnamedSize_holdsFraming_data()
    {
        QTest::addColumn<Via>("via");
        QTest::addColumn<int>("size");
        QTest::newRow("embedded") << Via::Embedded << 64;
        QTest::newRow("fixed") << Via::Fixed << 64;
        QTest::newRow("ip4port") << Via::Ip4Port << 70;
        QTest::newRow("socks5") << Via::Socks5 << 86;
    }
    void resolve_unnamedSize_holdsFraming()
    {
        QFETCH(Via, via);
        ProbePatch patch;
        patch.via = via;
        QTEST(resolve({&patch}).sizeBytes, "size");
        patch.sizeBytes = 100;
        QCOMPARE(resolve({&patch}).sizeBytes, 100);
        QCOMPARE(viaFromName(QString(name(via))), std::optional(via));
    }

    void ports_ofEndpoint_comeBeforeSettings()
    {
        Line line;
        line.entry = {u"10.0.0.1"_s, 0};
        line.echo = Endpoint{u"10.0.0.2"_s, 9};
        ProbeSettings settings;
        settings.entryPort = 7000;
        settings.echoPort = 8000;
        QCOMPARE(effectiveEntry(line, settings).port, quint16(7000));
        QCOMPARE(effectiveEcho(line, settings)->port, quint16(9));
        line.echo.reset();
        QVERIFY(!effectiveEcho(line, settings));
    }

    void ids_ofSameTarget_areNumbered()
    {
        Profile profile;
        Line line;
        line.entry = {u"10.0.0.1"_s, 7};
        profile.lines = {line, line, line, line};
        profile.lines[1].echo = Endpoint{u"::1"_s, 9};
        profile.lines[3].id = u"10.0.0.1:7#2"_s;
        assignIds(profile);
        QCOMPARE(profile.lines[0].id, u"10.0.0.1:7"_s);
        QCOMPARE(profile.lines[1].id, u"10.0.0.1:7>[::1]:9"_s);
        QCOMPARE(profile.lines[2].id, u"10.0.0.1:7#3"_s);
        QCOMPARE(profile.lines[3].id, u"10.0.0.1:7#2"_s);
        QCOMPARE(profile.lines[0].label(), profile.lines[0].id);
    }

    void ids_ofManySameLines_areQuick()
    {
        Profile profile;
        Line line;
        line.entry = {u"10.0.0.1"_s, 7};
        profile.lines = QList<Line>(Limits::MaxLines, line);
        assignIds(profile);
        QCOMPARE(profile.lines.last().id, u"10.0.0.1:7#20000"_s);
    }

    void rules_ofLine_replaceProfiles()
    {
        Profile profile;
        Line line;
        QCOMPARE(rulesOf(profile, line), originalRules());
        profile.rules = gamesRules();
        QCOMPARE(rulesOf(profile, line), gamesRules());
        line.rules = QList<Rule>{};
        QCOMPARE(rulesOf(profile, line), QList<Rule>{});
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
