// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbar.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestFilterBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typing_emitsTheFilter()
    {
        FilterBar bar;
        QSignalSpy changed(&bar, &FilterBar::filterChanged);
        auto *edit = bar.findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"hk"_s);
        QTRY_COMPARE(changed.size(), 1); // once, after the last key
        Line line;
        line.name = u"HK 1"_s;
        QVERIFY(changed.last()[0].value<LineFilter>().matches(line));
        line.name = u"sg"_s;
        QVERIFY(!changed.last()[0].value<LineFilter>().matches(line));
    }

    void aWrongExpression_isShownAndMatchesAll()
    {
        FilterBar bar;
        bar.show();
        bar.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        auto *edit = bar.findChild<QLineEdit *>();
        edit->setFocus();
        const QColor calm = edit->palette().color(QPalette::Base);
        const QString help = edit->toolTip();
        QSignalSpy changed(&bar, &FilterBar::filterChanged);
        edit->setText(u"loss>abc"_s);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(changed.last()[0].value<LineFilter>().matches(Line()));
        QVERIFY(edit->palette().color(QPalette::Base) != calm);
        QVERIFY(edit->toolTip() != help);
        QCOMPARE(edit->accessibleDescription(), edit->toolTip());
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->text(), QString());
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(edit->palette().color(QPalette::Base), calm);
        QCOMPARE(edit->toolTip(), help);
    }

    void counts_standOnTheButtons()
    {
        FilterBar bar;
        StateCounts counts{};
        counts[static_cast<size_t>(Verdict::Dead)] = 2;
        counts[static_cast<size_t>(Verdict::Critical)] = 4;
        counts[static_cast<size_t>(Verdict::Ok)] = 122;
        bar.setCounts(counts);
        const auto buttons = bar.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
        QStringList names;
        for (const QToolButton *button : buttons)
            names.append(button->accessibleName());
        QCOMPARE(names, (QStringList{u"All 128"_s, u"Problems 6"_s, u"Dead 2"_s, u"Critical 4"_s,
                                     u"Warning 0"_s, u"Suspect 0"_s, u"Too few probes 0"_s, u"Paused 0"_s}));
        QCOMPARE(buttons[2]->text(), u"2"_s);
        QVERIFY(!buttons[2]->icon().isNull());
    }

    void buttons_pickStates()
    {
        FilterBar bar;
        bar.show();
        QSignalSpy changed(&bar, &FilterBar::statesChanged);
        const auto buttons = bar.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
        QVERIFY(buttons[0]->isChecked());
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QCOMPARE(changed.last()[0].value<StateSet>(), ProblemStates);
        buttons[3]->setFocus();
        QTest::keyClick(buttons[3], Qt::Key_Space); // by keyboard as well
        QCOMPARE(changed.last()[0].value<StateSet>(), stateBit(Verdict::Critical));
        QVERIFY(!buttons[1]->isChecked());
    }
};

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
