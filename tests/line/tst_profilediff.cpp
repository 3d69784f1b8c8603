// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilediff.h"
#include "profilefile.h"

#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestProfileDiff final : public QObject
{
    Q_OBJECT

private:
    using Kind = LineDifference::Kind;

    static Profile profile(const QStringList &ids)
    {
        Profile made;
        made.name = u"Tokyo"_s;
        for (const QString &id : ids) {
            Line line;
            line.id = id;
            line.name = id;
            line.entry = {u"192.0.2.1"_s, 7000};
            made.lines.append(line);
        }
        return made;
    }
    static QString ids(const Profile &profile)
    {
        QStringList all;
        for (const Line &line : profile.lines)
            all.append(line.id);
        return all.join(u' ');
    }

private Q_SLOTS:
    void theSame_hasNoDifference()
    {
        const ProfileDifference same = difference(profile({u"a"_s, u"b"_s}), profile({u"a"_s, u"b"_s}));
        QVERIFY(same.isEmpty());
        QCOMPARE(same.kept, 2);
    }

    void linesAreToldApartByTheirIds()
    {
        Profile after = profile({u"x"_s, u"c"_s, u"a"_s, u"y"_s});
        after.lines[2].tags = {u"hk"_s};
        const ProfileDifference what = difference(profile({u"a"_s, u"b"_s, u"c"_s}), after);
        QCOMPARE(what.count(Kind::Added), 2);
        QCOMPARE(what.count(Kind::Removed), 1);
        QCOMPARE(what.count(Kind::Changed), 1);
        QCOMPARE(what.kept, 1); // c; where it stands is no difference
        QVERIFY(!what.headAfter);
        QCOMPARE(differingKeys(what.lines[2].before, what.lines[2].after), QStringList{u"tags"_s});
    }

    void merging_givesTheNewReadingWhereNothingElseChanged()
    {
        const Profile before = profile({u"a"_s, u"b"_s, u"c"_s});
        Profile after = profile({u"x"_s, u"a"_s, u"y"_s, u"z"_s, u"c"_s, u"q"_s});
        after.name = u"Osaka"_s;
        after.lines[1].entry.port = 9;
        QCOMPARE(merged(before, difference(before, after)), after);
    }

    void merging_keepsWhatTheUserChanged()
    {
        const Profile before = profile({u"a"_s, u"b"_s, u"c"_s});
        Profile after = profile({u"a"_s, u"n"_s, u"c"_s});
        after.lines[0].tags = {u"from file"_s};
        after.station = u"st"_s;
        Profile current = profile({u"a"_s, u"b"_s, u"c"_s, u"mine"_s});
        current.lines[0].name = u"renamed"_s;
        current.name = u"My own"_s;
        const Profile result = merged(current, difference(before, after));
        QCOMPARE(ids(result), u"a n c mine"_s);
        QCOMPARE(result.lines[0].name, u"renamed"_s);
        QCOMPARE(result.lines[0].tags, QStringList{u"from file"_s});
        QCOMPARE(result.name, u"My own"_s);
        QCOMPARE(result.station, u"st"_s);
    }

    void merging_addsNoLineTwiceAndBringsNoneBack()
    {
        const Profile before = profile({u"a"_s, u"b"_s});
        Profile after = profile({u"a"_s, u"b"_s, u"n"_s});
        after.lines[1].tags = {u"t"_s};
        const ProfileDifference what = difference(before, after);
        QCOMPARE(ids(merged(profile({u"n"_s, u"a"_s}), what)), u"n a"_s);
        // The neighbour of what is new is gone: the new one stands at the end.
        QCOMPARE(ids(merged(profile({u"a"_s, u"m"_s}), what)), u"a m n"_s);
    }

    void everyMember_countsAsADifference()
    {
        Line plain;
        plain.id = u"a"_s;
        const auto keys = [&](auto change) {
            Line other = plain;
            change(other);
            return differingKeys(plain, other);
        };
        QCOMPARE(keys([](Line &l) { l.name = u"n"_s; }), QStringList{u"name"_s});
        QCOMPARE(keys([](Line &l) { l.echo = Endpoint{u"h"_s, 1}; }), QStringList{u"echo"_s});
        QCOMPARE(keys([](Line &l) { l.enabled = false; }), QStringList{u"enabled"_s});
        QCOMPARE(keys([](Line &l) { l.pausedReason = u"r"_s; }), QStringList{u"pausedReason"_s});
        QCOMPARE(keys([](Line &l) { l.pausedUntil = QDateTime::currentDateTimeUtc(); }),
                 QStringList{u"pausedUntil"_s});
        QCOMPARE(keys([](Line &l) { l.probe.flows = 1; }), QStringList{u"probe"_s});
        QCOMPARE(keys([](Line &l) { l.rules = gamesRules(); }), QStringList{u"rules"_s});
        QCOMPARE(keys([](Line &l) { l.extra.insert(u"x-a"_s, 1); }).size(), 1);
        Profile one, other;
        other.sweepCount = 3;
        other.sweepInterval = std::chrono::milliseconds(5);
        other.rules = gamesRules();
        other.source.insert(u"command"_s, 1);
        QCOMPARE(differingKeys(one, other), (QStringList{u"sweep"_s, u"rules"_s, u"source"_s}));
    }
};

QTEST_APPLESS_MAIN(TestProfileDiff)
#include "tst_profilediff.moc"
