// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
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

    void completions_fitTheTermThatIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cursor");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a key") << u"lo"_s << 2 << u"loss>"_s;
        QTest::newRow("a field after another term") << u"loss>5 ta"_s << 9 << u"tag:"_s;
        QTest::newRow("after a bar") << u"hk|st"_s << 5 << u"state:"_s;
        QTest::newRow("negated") << u"-tag:h"_s << 6 << u"tag:hk tag:hk2"_s;
        QTest::newRow("case aside") << u"TAG:H"_s << 5 << u"TAG:hk TAG:hk2"_s;
        QTest::newRow("states") << u"state:d"_s << 7 << u"state:dead"_s;
        QTest::newRow("entries") << u"entry:10.0"_s << 10 << u"entry:10.0.0.1 entry:10.0.0.2"_s;
        QTest::newRow("a value with a blank is quoted") << u"name:to"_s << 7 << u"name:\"tokyo 1\""_s;
        QTest::newRow("the term at the cursor") << u"ta loss>5"_s << 2 << u"tag:"_s;
        QTest::newRow("what is complete is not offered again") << u"tag:hk2"_s << 7 << u""_s;
        QTest::newRow("plain text") << u"xyz"_s << 3 << u""_s;
        QTest::newRow("inside quotes") << u"\"a lo"_s << 5 << u""_s;
    }
    void completions_fitTheTermThatIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(int, cursor);
        QFETCH(QString, expected);
        const FilterVocabulary words{{u"cn2"_s, u"hk"_s, u"hk2"_s},
                                     {u"10.0.0.1"_s, u"10.0.0.2"_s, u"192.0.2.1"_s},
                                     {},
                                     {u"tokyo 1"_s}};
        QCOMPARE(completeFilter(text, cursor, words).candidates.join(u' '), expected);
    }

    void completions_popUpAndReplaceTheTerm()
    {
        FilterBar bar;
        bar.resize(900, 40);
        bar.setVocabulary({{u"hk"_s, u"hkg"_s}, {}, {}, {}});
        bar.show();
        bar.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        auto *edit = bar.findChild<QLineEdit *>();
        auto *popup = bar.findChild<QCompleter *>()->popup();
        edit->setFocus();
        QTest::keyClicks(edit, u"loss>5 ta"_s);
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(edit->text(), u"loss>5 tag:"_s);
        QTRY_VERIFY(popup->isVisible()); // the values follow at once
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(edit->text(), u"loss>5 tag:hk"_s);
        edit->clear();
        QTest::keyClick(edit, Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(popup->isVisible());
    }

    void aWrongExpression_saysWhyAndMarksThePlace()
    {
        QCOMPARE(LineFilter(u"tag:hk loss>abc").errorAt(), qsizetype(12));
        QCOMPARE(LineFilter(u"tag:hk").errorAt(), qsizetype(-1));
        QWidget window;
        window.resize(900, 200);
        FilterBar bar(&window);
        bar.resize(900, 40);
        window.show();
        auto *edit = bar.findChild<QLineEdit *>();
        edit->setText(u"tag:hk loss>abc"_s);
        auto *message = window.findChild<QLabel *>(u"filterMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains(u"abc"_s));
        QCOMPARE(edit->text(), u"tag:hk loss>abc"_s);
        edit->setText(u"tag:hk loss>5"_s);
        QTRY_VERIFY(!message->isVisible());
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
