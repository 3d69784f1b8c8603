// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focus.h"
#include "histories.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;
constexpr qint64 T0 = 1'795'000'020 * S;
constexpr qint64 Now = T0 + 10'000 * S;

//! One answered probe a second from T0 on.
LineHistory history(int count)
{
    LineHistory made;
    for (int i = 0; i < count; ++i)
        addProbe(made, T0 + i * S, Fate::Answered, 1000 + i);
    return made;
}

} // namespace

class tst_focus final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signals_comeOncePerChange()
    {
        Focus focus;
        QSignalSpy range(&focus, &Focus::rangeChanged), view(&focus, &Focus::viewChanged),
            frozen(&focus, &Focus::frozenChanged);
        QVERIFY(focus.isLive());
        focus.countFrom(T0);
        focus.countFrom(T0);
        QCOMPARE(range.size(), 1);
        focus.setSpan(60 * S);
        focus.setSpan(60 * S);
        QCOMPARE(view.size(), 1);
        focus.setFrozenAt(Now);
        focus.setFrozenAt(Now);
        QCOMPARE(frozen.size(), 1);
    }

    void goLive_undoesAllButTheSpan()
    {
        Focus focus;
        focus.setLines({1, 2});
        focus.setRange(FocusRange::between(T0 + S, T0));
        focus.setView({60 * S, T0 + S});
        focus.setFrozenAt(Now);
        QVERIFY(!focus.isLive());
        focus.goLive();
        QVERIFY(focus.isLive());
        QCOMPARE(focus.range(), FocusRange());
        QCOMPARE(focus.view(), (TimeView{60 * S, {}}));
        QVERIFY(!focus.isFrozen());
        QCOMPARE(focus.lines(), (QList<LineKey>{1, 2}));
    }

    void viewEnd_isTheOnePut_elseFrozen_elseNow()
    {
        Focus focus;
        QCOMPARE(focus.viewEndUs(Now), Now);
        focus.setFrozenAt(Now - S);
        QCOMPARE(focus.viewEndUs(Now), Now - S);
        focus.setView({60 * S, T0});
        QCOMPARE(focus.viewEndUs(Now), T0);
    }

    void zoom_keepsTheTimeUnderTheCursor()
    {
        Focus focus;
        focus.setView({600 * S, {}});
        const qint64 at = Now - 450 * S; // a quarter from the left
        focus.zoom(0.5, at, Now);
        QCOMPARE(focus.view().spanUs, 300 * S);
        const qint64 from = focus.viewEndUs(Now) - focus.view().spanUs;
        QCOMPARE((at - from) * 4, focus.view().spanUs);
        // Out again it reaches what is newest and follows the clock.
        focus.zoom(2, at, Now);
        QCOMPARE(focus.view(), (TimeView{600 * S, {}}));
    }

    void zoom_atTheEdgeStaysLive_andEndsAtItsLimits()
    {
        Focus focus;
        for (int i = 0; i < 100; ++i)
            focus.zoom(0.5, Now, Now);
        QCOMPARE(focus.view(), (TimeView{TimeView::MinSpanUs, {}}));
        for (int i = 0; i < 100; ++i)
            focus.zoom(2, Now, Now);
        QCOMPARE(focus.view(), (TimeView{TimeView::MaxSpanUs, {}}));
    }

    void pan_leavesTheNewestAndComesBack()
    {
        Focus focus;
        focus.setView({600 * S, {}});
        focus.pan(-60 * S, Now);
        QCOMPARE(focus.view(), (TimeView{600 * S, Now - 60 * S}));
        focus.pan(600 * S, Now); // not into the future
        QCOMPARE(focus.view(), (TimeView{600 * S, {}}));
    }

    void showTime_standsInTheMiddle_butNotInTheFuture()
    {
        Focus focus;
        focus.setView({600 * S, {}});
        focus.showTime(T0, Now);
        QCOMPARE(focus.viewEndUs(Now), T0 + 300 * S);
        focus.showFrom(T0, Now);
        QCOMPARE(focus.viewEndUs(Now), T0 + 600 * S);
        focus.showTime(Now - S, Now);
        QVERIFY(focus.isLive());
        focus.showFrom(Now - 300 * S, Now);
        QVERIFY(focus.isLive());
    }

    void ranges_holdTheirTimes()
    {
        QVERIFY(FocusRange().holds(0) && FocusRange().holds(Now));
        const FocusRange since = FocusRange::since(T0);
        QVERIFY(!since.holds(T0 - 1) && since.holds(T0) && since.holds(Now));
        const FocusRange between = FocusRange::between(T0 + S, T0);
        QVERIFY(!between.holds(T0 - 1) && between.holds(T0) && between.holds(T0 + S - 1) &&
                !between.holds(T0 + S));
    }

    void numbersRange_data()
    {
        QTest::addColumn<RunKind>("kind");
        QTest::addColumn<FocusRange>("range");
        QTest::addColumn<quint32>("frozenEnd");
        QTest::addColumn<quint32>("begin");
        QTest::addColumn<quint32>("end");
        constexpr quint32 Live = std::numeric_limits<quint32>::max();
        QTest::newRow("watch") << RunKind::Watch << FocusRange() << Live << 400U << 500U;
        QTest::newRow("sweep") << RunKind::Sweep << FocusRange() << Live << 0U << 500U;
        QTest::newRow("since") << RunKind::Watch << FocusRange::since(T0 + 490 * S - 1) << Live << 490U
                               << 500U;
        QTest::newRow("since of a sweep")
            << RunKind::Sweep << FocusRange::since(T0 + 490 * S) << Live << 490U << 500U;
        QTest::newRow("between") << RunKind::Watch << FocusRange::between(T0 + 10 * S, T0 + 20 * S) << Live
                                 << 10U << 20U;
        QTest::newRow("before all") << RunKind::Watch << FocusRange::between(T0 - 9 * S, T0) << Live << 0U
                                    << 0U;
        QTest::newRow("after all") << RunKind::Watch << FocusRange::since(Now) << Live << 500U << 500U;
        QTest::newRow("frozen watch") << RunKind::Watch << FocusRange() << 300U << 200U << 300U;
        QTest::newRow("frozen since")
            << RunKind::Watch << FocusRange::since(T0 + 290 * S) << 300U << 290U << 300U;
        QTest::newRow("frozen between")
            << RunKind::Watch << FocusRange::between(T0 + 290 * S, T0 + 400 * S) << 300U << 290U << 300U;
    }
    void numbersRange()
    {
        QFETCH(RunKind, kind);
        QFETCH(FocusRange, range);
        QFETCH(quint32, frozenEnd);
        const SeqRange found = plumb::numbersRange(history(500), kind, range, frozenEnd);
        QTEST(found.begin, "begin");
        QTEST(found.end, "end");
    }

    void words_sayTheRange()
    {
        const auto at = [](qint64 us) {
            return QDateTime::fromMSecsSinceEpoch(us / 1000).toString(u"HH:mm:ss"_s);
        };
        QCOMPARE(rangeText({}, RunKind::Watch, Now),
                 u"last 100 probe(s)"_s); // plurals are of the translation
        QCOMPARE(rangeText({}, RunKind::Sweep, Now), u"whole sweep"_s);
        QCOMPARE(rangeText(FocusRange::since(T0), RunKind::Watch, Now), u"since "_s + at(T0));
        QCOMPARE(rangeText(FocusRange::between(T0, T0 + S), RunKind::Sweep, Now), at(T0) + u'–' + at(T0 + S));
    }
};

QTEST_GUILESS_MAIN(tst_focus)
#include "tst_focus.moc"
