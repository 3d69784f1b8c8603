// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbreak.h"
#include "sharinglines.h"

#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Second = 1'000'000;
constexpr qint64 Start = 1'800'000'000 * Second;

//! The lines as judged; the marked ones of an entry went bad so many seconds after the start, one after the
//! other.
QList<JudgedLine> judged(const SharingLines &s, const QHash<QString, int> &onsets)
{
    QList<JudgedLine> lines;
    qint64 apart = 0;
    for (const SharingLine &line : s.lines)
        lines.append({line, line.isMarked ? Start + onsets.value(line.entry) * Second + ++apart : 0});
    return lines;
}

} // namespace

class TestOutbreak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void together_areToldApartFromWhatWasBadBefore()
    {
        // Five of one entry at once, while nine of the others are bad since the start: over all bad lines
        // that might be chance (1 in 21), among those of the same time it is not.
        SharingLines s;
        s.add(5, 5, u"127.0.3.1"_s, {u"sg"_s}).add(7, 4, u"127.0.1.1"_s).add(6, 2, u"127.0.2.1"_s);
        s.add(6, 3, u"127.0.4.1"_s);
        const QList<JudgedLine> lines = judged(s, {{u"127.0.3.1"_s, 60}});
        const QList<Outbreak> found = outbreaks(lines);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].lines.size(), 5);
        QCOMPARE(found[0].beganUs, Start + 60 * Second + 1);
        QVERIFY(found[0].trait);
        QCOMPARE(found[0].trait->kind, SharedTrait::Kind::Entry);
        QCOMPARE(found[0].trait->value, u"127.0.3.1"_s);
        QCOMPARE(found[0].trait->marked, 5);
        QCOMPARE(found[0].trait->elsewhere, 10);
        QCOMPARE(found[1].lines.size(), 9);
        QVERIFY(!found[1].trait);
        QCOMPARE(mostTelling(found), &found[0]);
    }

    void later_oneLineDoesNotHideWhatManyShare()
    {
        SharingLines s;
        s.add(6, 6, u"192.0.2.1"_s).add(50, 1, u"198.51.100.1"_s);
        const QList<Outbreak> found = outbreaks(judged(s, {{u"198.51.100.1"_s, 300}}));
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].lines.size(), 1);
        QVERIFY(!found[0].trait);
        QCOMPARE(mostTelling(found), &found[1]);
    }

    void nearly_isEnough()
    {
        SharingLines s; // one of the entry's lines is spared, one other falls by chance at that time
        s.add(6, 5, u"192.0.2.1"_s).add(122, 1, u"198.51.100.1"_s);
        const QList<Outbreak> found = outbreaks(judged(s, {}));
        QCOMPARE(found.size(), 1);
        QVERIFY(found[0].trait);
        QCOMPARE(found[0].trait->marked, 5);
        QCOMPARE(found[0].trait->of, 6);
    }

    void coincidence_isNotTold()
    {
        SharingLines s; // two of three on one entry, of ten: one in fifteen
        s.add(3, 2, u"192.0.2.1"_s).add(7, 0, u"198.51.100.1"_s);
        const QList<Outbreak> found = outbreaks(judged(s, {}));
        QCOMPARE(found.size(), 1);
        QVERIFY(!found[0].trait);
        QVERIFY(!mostTelling(found));
    }

    void none_withoutBadLines()
    {
        SharingLines s;
        s.add(5, 0, u"192.0.2.1"_s);
        QVERIFY(outbreaks(judged(s, {})).isEmpty());
        QVERIFY(!mostTelling({}));
    }
};

QTEST_GUILESS_MAIN(TestOutbreak)
#include "tst_outbreak.moc"
