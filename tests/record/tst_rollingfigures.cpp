// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfrom.h"
#include "rollingfigures.h"

#include <QRandomGenerator>
#include <QTest>

using namespace plumb;
using plumb::test::sampleFrom;
using namespace Qt::StringLiterals;

class TestRollingFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsACount_data();
    void equalsACount();
    void followsAmendments();
    void startsAnewWhereItsBeginningHasLeft();
};

namespace {

QString randomWord(QRandomGenerator &random)
{
    static const QStringList odd{u"x"_s, u"l"_s, u"r"_s, u"u"_s, u"v"_s, u"v20"_s};
    return random.bounded(3) == 0 ? odd[random.bounded(odd.size())]
                                  : QString::number(1 + random.bounded(200'000) / 1000.0, 'f', 3);
}

//! Every figure that is kept, as one comparable text.
QString textOf(const Statistics &s)
{
    const auto text = [](std::optional<double> value) {
        return value ? QString::number(*value, 'g', 17) : u"-"_s;
    };
    return QStringList{QString::number(s.answered),
                       QString::number(s.late),
                       QString::number(s.lost),
                       QString::number(s.refused),
                       QString::number(s.unsent),
                       QString::number(s.voided),
                       text(s.lossPct),
                       text(s.meanMs),
                       text(s.jitterMs)}
        .join(u' ');
}

QString countedText(const LineHistory &history, const RuleWindow &window, quint32 end)
{
    const SeqRange range = window.unit == RuleWindow::Unit::Probes ? lastDecided(history, window.amount, end)
                                                                   : lastSeconds(history, window.amount, end);
    return textOf(statisticsOf(history, range, Figures::Running));
}

} // namespace

void TestRollingFigures::equalsACount_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("amount");
    QTest::addColumn<int>("stride");
    QTest::newRow("1 probe") << int(RuleWindow::Unit::Probes) << 1 << 1;
    QTest::newRow("10 probes") << int(RuleWindow::Unit::Probes) << 10 << 1;
    QTest::newRow("100 probes, several at once") << int(RuleWindow::Unit::Probes) << 100 << 7;
    QTest::newRow("1 second") << int(RuleWindow::Unit::Seconds) << 1 << 1;
    QTest::newRow("7 seconds, far jumps") << int(RuleWindow::Unit::Seconds) << 7 << 150;
}

void TestRollingFigures::equalsACount()
{
    QFETCH(int, unit);
    QFETCH(int, amount);
    QFETCH(int, stride);
    const RuleWindow window{static_cast<RuleWindow::Unit>(unit), amount};
    QRandomGenerator random(7);
    LineHistory history;
    RollingFigures rolling(window);
    for (quint32 seq = 0; seq < 2'000; ++seq) {
        history.put(sampleFrom(randomWord(random), seq));
        if (seq % static_cast<quint32>(stride) == 0)
            QCOMPARE(textOf(rolling.moveTo(history, seq + 1)), countedText(history, window, seq + 1));
    }
}

void TestRollingFigures::followsAmendments()
{
    const RuleWindow window{RuleWindow::Unit::Probes, 4};
    LineHistory history = test::historyFrom(u"10 x 12 13 x"_s);
    RollingFigures rolling(window);
    (void)rolling.moveTo(history, history.settledEnd());
    history.put(test::sampleFrom(u"l"_s, 4));
    history.put(test::sampleFrom(u"v"_s, 2));
    QCOMPARE(textOf(rolling.moveTo(history, 5)), countedText(history, window, 5));
    QCOMPARE(rolling.moveTo(history, 5).late, 1);
    QCOMPARE(rolling.moveTo(history, 5).voided, 1);
}

void TestRollingFigures::startsAnewWhereItsBeginningHasLeft()
{
    const RuleWindow window{RuleWindow::Unit::Probes, 50};
    LineHistory history(20);
    RollingFigures rolling(window);
    for (quint32 seq = 0; seq < 100; ++seq) {
        history.put(test::sampleFrom(QString::number(1 + seq), seq));
        QCOMPARE(textOf(rolling.moveTo(history, seq + 1)), countedText(history, window, seq + 1));
    }
    QCOMPARE(rolling.range().begin, 80u);
}

QTEST_GUILESS_MAIN(TestRollingFigures)
#include "tst_rollingfigures.moc"
