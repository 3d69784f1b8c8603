// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"
#include "filterbar.h"
#include "findings.h"
#include "linesproxy.h"
#include "linetable.h"
#include "sharingmodel.h"
#include "sharingpanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Second = 1'000'000;
constexpr qint64 Onset = 1'800'000'000 * Second;

void setVerdict(LineState &state, Verdict verdict, qint64 beganUs = Onset)
{
    state.verdict = verdict;
    state.beganUs = isFlagged(verdict) ? beganUs : 0;
}

//! So many lines of an entry, the first ones bad.
void add(LineTable &table, int lines, int bad, const QString &entry, qint64 beganUs = Onset)
{
    for (int i = 0; i < lines; ++i) {
        LineState &state = table.add(u"%1-%2"_s.arg(entry).arg(i), entry + u":7000"_s);
        LineTable::put(state, 20);
        setVerdict(state, i < bad ? Verdict::Critical : Verdict::Ok, beganUs);
    }
}

//! Panel, banner, filter box and the real table, put together as in the window.
struct Scene
{
    explicit Scene(LineTable &lines)
        : model(lines.source())
        , proxy(&model)
        , bar(Banner::Incident)
        , panel(&model, lines.source())
        , findings(&model, lines.source(), &bar, &panel, &filter)
        , table(lines)
    {
        QObject::connect(&filter, &FilterBar::filterChanged, &proxy, &LinesProxy::setFilter);
        QObject::connect(&filter, &FilterBar::statesChanged, &proxy, &LinesProxy::setStates);
        model.setKeys(table.keys());
        proxy.refresh();
        panel.resize(700, 300);
        panel.show();
    }
    void look(qint64 atS, bool held = false) { findings.refresh(Onset + atS * Second, held, u"sh-ct-01"_s); }
    void change() { model.setKeys(table.keys()); }
    QString headline() const { return panel.findChild<QLabel *>(u"sharingHeadline"_s)->text(); }
    QTreeView *view() const { return panel.findChild<QTreeView *>(u"sharingView"_s); }
    QString row(int index) const
    {
        return view()->model()->index(index, 0).data(Qt::AccessibleTextRole).toString();
    }
    QToolButton *button(const QWidget &in, const QString &text) const
    {
        const auto buttons = in.findChildren<QToolButton *>();
        for (QToolButton *button : buttons) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    LinesModel model;
    LinesProxy proxy;
    FilterBar filter;
    BannerBar bar;
    SharingPanel panel;
    Findings findings;
    LineTable &table;
};

} // namespace

class TestSharingPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void badLines_areComparedWithTheOthers()
    {
        LineTable table;
        add(table, 6, 6, u"118.89.127.211"_s);
        add(table, 40, 0, u"118.89.106.6"_s);
        table.add(u"pending"_s, u"118.89.106.7:7000"_s);
        Scene scene(table);
        scene.look(0);
        QCOMPARE(scene.headline(), u"What the 6 bad lines share, and how many of the 40 others do."_s);
        QCOMPARE(scene.row(0), u"entry 118.89.127.211: 6 of 6 bad; elsewhere 0 of 40"_s);
        QVERIFY(scene.view()->model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"By chance"_s));
        QCOMPARE(scene.panel.tellingCount(), 1);
    }

    void aRow_filtersTheTable_andTheWayBackIsOffered()
    {
        LineTable table;
        add(table, 6, 6, u"118.89.127.211"_s);
        add(table, 40, 0, u"118.89.106.6"_s);
        Scene scene(table);
        scene.look(0);
        QCOMPARE(scene.proxy.rowCount(), 46);
        QVERIFY(!scene.button(scene.panel, u"Show all lines"_s)->isVisible());
        scene.view()->setCurrentIndex(scene.view()->model()->index(0, 0));
        QTest::keyClick(scene.view(), Qt::Key_Return);
        QCOMPARE(scene.proxy.rowCount(), 6);
        QVERIFY(scene.filter.text().contains(u"118.89.127.211"_s));
        QToolButton *all = scene.button(scene.panel, u"Show all lines"_s);
        QVERIFY(all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(scene.proxy.rowCount(), 46);
        QVERIFY(!all->isVisible());
        // One click does the same.
        QTest::mouseClick(scene.view()->viewport(), Qt::LeftButton, {},
                          scene.view()->visualRect(scene.view()->model()->index(0, 0)).center());
        QCOMPARE(scene.proxy.rowCount(), 6);
    }

    void twoSelectedLines_switch_andFewerSwitchBack()
    {
        LineTable table;
        add(table, 3, 0, u"192.0.2.1"_s);
        add(table, 9, 0, u"192.0.2.2"_s);
        Scene scene(table);
        scene.look(0);
        QVERIFY(scene.headline().startsWith(u"No line is bad."_s));
        scene.panel.setSelected(table.keys().mid(0, 1));
        QVERIFY(!scene.panel.isOfSelected());
        scene.panel.setSelected(table.keys().mid(0, 3));
        QVERIFY(scene.panel.isOfSelected());
        QVERIFY2(scene.headline().startsWith(u"3 lines are selected, so it is these that are compared."_s),
                 qPrintable(scene.headline()));
        QCOMPARE(scene.row(0), u"entry 192.0.2.1: 3 of 3 selected; elsewhere 0 of 9"_s);
        QTest::mouseClick(scene.button(scene.panel, u"Bad lines"_s), Qt::LeftButton);
        QVERIFY(!scene.panel.isOfSelected());
        scene.panel.setSelected(table.keys().mid(0, 2)); // the button's choice holds
        QVERIFY(!scene.panel.isOfSelected());
        scene.panel.setSelected({});
        scene.panel.setSelected(table.keys().mid(0, 2));
        QVERIFY(scene.panel.isOfSelected());
        scene.panel.setSelected({});
        QVERIFY(!scene.panel.isOfSelected());
    }

    void emptyStates_haveWords()
    {
        LineTable none;
        add(none, 3, 1, u"192.0.2.1"_s);
        Scene one(none);
        one.look(0);
        QVERIFY(one.headline().startsWith(u"Only one line is bad"_s));
        LineTable all;
        add(all, 3, 3, u"192.0.2.1"_s);
        Scene every(all);
        every.look(0);
        QVERIFY(every.headline().contains(u"uplink"_s));
        LineTable apart;
        add(apart, 1, 1, u"192.0.2.1"_s);
        add(apart, 1, 1, u"198.51.100.1"_s);
        add(apart, 4, 0, u"203.0.113.1"_s);
        Scene nothing(apart);
        nothing.look(0);
        QVERIFY2(nothing.headline().startsWith(u"The 2 bad lines share no entry"_s),
                 qPrintable(nothing.headline()));
        LineTable fresh;
        fresh.add(u"new"_s, u"192.0.2.1:7000"_s);
        Scene before(fresh);
        before.look(0);
        QCOMPARE(before.headline(), u"No line has been judged yet."_s);
    }

    void splitPorts_areToldByLineAndOverLines()
    {
        LineTable table;
        for (int line = 0; line < 3; ++line) {
            LineState &state = table.add(u"split %1"_s.arg(line), u"192.0.2.%1:7000"_s.arg(line + 1));
            for (quint32 i = 0; i < 96; ++i) {
                Sample sample;
                sample.line = state.key;
                sample.seq = i;
                sample.sentUs = Onset + i * Second;
                sample.flowPort = static_cast<quint16>(40112 + i % 8);
                sample.fate = i % 8 < 2 ? Fate::Lost : Fate::Answered;
                if (sample.fate == Fate::Answered)
                    sample.rttUs = 20'000;
                state.history.put(sample);
            }
            setVerdict(state, Verdict::Warning);
        }
        add(table, 5, 0, u"203.0.113.1"_s);
        Scene scene(table);
        scene.look(0);
        QStringList rows;
        for (int i = 0; i < scene.view()->model()->rowCount(); ++i)
            rows.append(scene.row(i));
        QVERIFY2(rows.contains(u"split 0: 2 of 8 source ports: 24 of 24 lost; elsewhere 0 of 72"_s),
                 qPrintable(rows.join(u'\n')));
        QVERIFY2(
            rows.contains(u"3 line(s) together: 2 of 8 source ports: 72 of 72 lost; elsewhere 0 of 216"_s),
            qPrintable(rows.join(u'\n')));
    }

    void model_keepsRowsAndIsSound()
    {
        SharingModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto row = [](const QString &id, const QString &with) {
            SharingRow made;
            made.id = id;
            made.what = id;
            made.with = with;
            made.toolTip = made.sentence();
            return made;
        };
        model.setRows({row(u"a"_s, u"1"_s), row(u"b"_s, u"1"_s), row(u"c"_s, u"1"_s)});
        const QPersistentModelIndex c = model.index(2, 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setRows({row(u"c"_s, u"2"_s), row(u"d"_s, u"1"_s), row(u"a"_s, u"1"_s)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(c.row(), 0);
        QCOMPARE(c.sibling(0, 1).data().toString(), u"2"_s);
        QCOMPARE(changes.size(), 1);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!c.isValid());
        QCOMPARE(resets.size(), 0);
    }

    void banner_tellsWhatTheBadLinesShare()
    {
        LineTable table;
        add(table, 6, 6, u"118.89.127.211"_s);
        add(table, 122, 0, u"118.89.106.6"_s);
        Scene scene(table);
        scene.look(60);
        QVERIFY(scene.bar.text().isEmpty()); // not before it lasts
        scene.look(63);
        const QString since = QDateTime::fromMSecsSinceEpoch(Onset / 1000).toString(u"HH:mm:ss"_s);
        QCOMPARE(
            scene.bar.text(),
            u"▲ 6 of 128 lines bad since %1 — all 6 of 6 through entry 118.89.127.211; no other line is bad."_s
                .arg(since));
        QTest::mouseClick(scene.button(scene.bar, u"Show"_s), Qt::LeftButton);
        QCOMPARE(scene.proxy.rowCount(), 6);
        QToolButton *all = scene.button(scene.bar, u"Show all"_s);
        QVERIFY(all);
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(scene.proxy.rowCount(), 128);
        QTest::mouseClick(scene.button(scene.bar, u"Copy"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(scene.bar.text()));
        QCOMPARE(copied.count(u"118.89.127.211:7000: Critical"_s), 6);
    }

    void banner_pointsAtTheUplink_whenMostAreBad()
    {
        LineTable table;
        add(table, 124, 124, u"118.89.127.211"_s);
        add(table, 4, 0, u"118.89.106.6"_s);
        Scene scene(table);
        scene.look(60);
        scene.look(63);
        QCOMPARE(scene.bar.text(),
                 u"▲ 124 of 128 lines bad at once: look at this computer's uplink first."_s);
    }

    void banner_doesNotFlicker()
    {
        LineTable table;
        add(table, 8, 2, u"192.0.2.1"_s);
        add(table, 8, 0, u"203.0.113.1"_s);
        Scene scene(table);
        scene.look(0);
        setVerdict(table[2 - 1], Verdict::Ok);
        scene.change();
        scene.look(2); // one is bad: nothing came up
        scene.look(10);
        QVERIFY(scene.bar.text().isEmpty());
        setVerdict(table[1], Verdict::Critical);
        scene.change();
        scene.look(11);
        scene.look(14);
        const QString two = scene.bar.text();
        QVERIFY(two.startsWith(u"▲ 2 of 16"_s));
        setVerdict(table[3], Verdict::Critical);
        scene.change();
        scene.look(15);
        QCOMPARE(scene.bar.text(), two); // a sentence stands long enough to be read
        scene.look(20);
        QVERIFY(scene.bar.text().startsWith(u"▲ 3 of 16"_s));
        for (const LineKey key : {1U, 2U, 3U})
            setVerdict(table[key], Verdict::Ok);
        scene.change();
        scene.look(30);
        QVERIFY2(scene.bar.text().startsWith(u"No line is bad any more since"_s),
                 qPrintable(scene.bar.text()));
        QVERIFY(scene.bar.text().contains(u"at most 3 of 16"_s));
        scene.look(49);
        QVERIFY(!scene.bar.text().isEmpty());
        scene.look(51);
        QVERIFY(scene.bar.text().isEmpty());
    }

    void banner_waitsWhileThePointerIsOverTheTable()
    {
        LineTable table;
        add(table, 8, 2, u"192.0.2.1"_s);
        Scene scene(table);
        scene.look(0, true);
        scene.look(4, true);
        QVERIFY(scene.bar.text().isEmpty());
        scene.look(5, false);
        QVERIFY(!scene.bar.text().isEmpty());
    }

    void pausedLines_areNotCalledWell()
    {
        LineTable table;
        add(table, 8, 2, u"192.0.2.1"_s);
        Scene scene(table);
        scene.look(0);
        scene.look(4);
        QVERIFY(!scene.bar.text().isEmpty());
        for (const LineKey key : {1U, 2U})
            setVerdict(table[key], Verdict::Paused);
        scene.change();
        scene.look(10);
        QVERIFY(scene.bar.text().isEmpty());
    }

    void aThousandLines_areLookedAtInTime()
    {
        LineTable table;
        for (int entry = 0; entry < 50; ++entry)
            add(table, 20, entry == 7 ? 20 : entry % 10 == 0 ? 1 : 0, u"198.51.%1.1"_s.arg(entry));
        Scene scene(table);
        qint64 second = 0;
        QBENCHMARK { scene.look(++second); }
        QVERIFY(scene.panel.tellingCount() > 0);
    }
};

QTEST_MAIN(TestSharingPanel)
#include "tst_sharingpanel.moc"
