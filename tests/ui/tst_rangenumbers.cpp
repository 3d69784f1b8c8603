// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvexport.h"
#include "evidence.h"
#include "format.h"
#include "histories.h"
#include "linesmodel.h"
#include "linetable.h"
#include "summary.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;
constexpr qint64 T0 = 1'795'000'020 * S;

//! A line with every fate, a gap that still waits, and replies that came before it was filled.
void fill(LineState &state, quint32 seed, int count)
{
    QRandomGenerator random(seed);
    state.history = LineHistory(count);
    for (int i = 0; i < count; ++i) {
        Sample sample;
        sample.line = state.key;
        sample.seq = static_cast<quint32>(i);
        sample.sentUs = T0 + i * S;
        const int dice = random.bounded(20);
        sample.fate = dice < 12   ? Fate::Answered
                      : dice < 15 ? Fate::Lost
                      : dice < 16 ? Fate::Late
                      : dice < 17 ? Fate::Refused
                      : dice < 18 ? Fate::Unsent
                                  : Fate::Void;
        if (sample.fate == Fate::Answered)
            sample.rttUs = 5'000 + random.bounded(200'000);
        else if (sample.fate == Fate::Late)
            sample.rttUs = 2'000'000 + random.bounded(500'000);
        if (i == count - 10)
            continue; // waits
        state.history.put(sample);
    }
}

} // namespace

class tst_rangenumbers final : public QObject
{
    Q_OBJECT

private:
    //! Column title to cell, of the CSV that the window writes.
    static QHash<QString, QString> csvRow(const LinesModel &model, int row)
    {
        const CsvReport report = summaryReport(model, u"test-01"_s);
        QList<QList<Cell>> rows;
        report.rows([&rows](const QList<Cell> &cells) { rows.append(cells); });
        QHash<QString, QString> named;
        for (qsizetype i = 0; i < report.columns.size(); ++i)
            named.insert(report.columns[i], rows[row][i].toText());
        return named;
    }

private Q_SLOTS:
    void sameRange_sameNumbersEverywhere_data()
    {
        QTest::addColumn<RunKind>("kind");
        QTest::addColumn<FocusRange>("range");
        QTest::newRow("live watch") << RunKind::Watch << FocusRange();
        QTest::newRow("sweep") << RunKind::Sweep << FocusRange();
        QTest::newRow("since") << RunKind::Watch << FocusRange::since(T0 + 333 * S);
        QTest::newRow("a minute") << RunKind::Watch << FocusRange::between(T0 + 100 * S, T0 + 160 * S);
        QTest::newRow("one probe") << RunKind::Watch << FocusRange::between(T0 + 100 * S, T0 + 100 * S + 1);
        QTest::newRow("over its end") << RunKind::Watch << FocusRange::between(T0 + 700 * S, T0 + 9000 * S);
        QTest::newRow("nothing in it") << RunKind::Watch << FocusRange::between(T0 - 9 * S, T0);
        QTest::newRow("all") << RunKind::Watch << FocusRange::between(T0, T0 + 9000 * S);
    }
    void sameRange_sameNumbersEverywhere()
    {
        QFETCH(RunKind, kind);
        QFETCH(FocusRange, range);
        LineTable table;
        fill(table.add(u"a"_s, u"127.0.0.1:1"_s), 1, 900);
        fill(table.add(u"b"_s, u"127.0.0.1:2"_s), 2, 800);
        table.add(u"never measured"_s, u"127.0.0.1:3"_s);
        LinesModel model(table.source());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        model.setRunKind(kind);
        model.setRange(range);
        QTRY_VERIFY(model.isMeasured());
        for (int row = 0; row < model.rowCount(); ++row) {
            const LineState &state = *model.stateAt(row);
            // What a report on this range says, made without the window.
            const QJsonObject json = summaryJson(summaryRow(
                state.line, state.settings, state.history, numbersRange(state.history, kind, range),
                state.verdict, state.reason, state.counters, state.address, u"test-01"_s));
            const QHash<QString, QString> csv = csvRow(model, row);
            const Statistics &shown = model.row(row).stats;
            for (auto cell = csv.cbegin(); cell != csv.cend(); ++cell) {
                QVERIFY2(json.contains(cell.key()), qPrintable(cell.key()));
                const QJsonValue value = json.value(cell.key());
                if (value.isDouble())
                    QCOMPARE(cell.value().toDouble(), value.toDouble());
                else if (value.isNull())
                    QCOMPARE(cell.value(), QString());
            }
            const auto number = [&](const QString &column) {
                return json.value(column).isDouble() ? std::optional(json.value(column).toDouble())
                                                     : std::nullopt;
            };
            const auto cell = [&](LinesModel::Column column) {
                return model.index(row, column).data().toString();
            };
            // A report has more decimals: the window's text is what lies nearest.
            const auto agree = [](const QString &text, std::optional<double> value, int decimals) {
                return value ? qAbs(text.toDouble() - *value) <= 0.5 * std::pow(10, -decimals) + 0.0006
                             : text == unknownText();
            };
            QVERIFY(agree(cell(LinesModel::Loss), number(u"loss_pct"_s), 1));
            QVERIFY(agree(cell(LinesModel::Mean), number(u"mean_ms"_s), 1));
            QVERIFY(agree(cell(LinesModel::P95), number(u"p95_ms"_s), 1));
            QVERIFY(agree(cell(LinesModel::Jitter), number(u"jitter_ms"_s), 2));
            const int lost = json.value(u"lost"_s).toInt() + json.value(u"late"_s).toInt() +
                             json.value(u"refused"_s).toInt();
            const int decided = lost + json.value(u"answered"_s).toInt();
            QCOMPARE(cell(LinesModel::LostOf),
                     decided > 0 ? u"%1/%2"_s.arg(lost).arg(decided) : unknownText());
            // Tooltip and the chart's headline, in the words that they have.
            const QString tip = model.index(row, LinesModel::Loss).data(Qt::ToolTipRole).toString();
            const QString meanTip = model.index(row, LinesModel::Mean).data(Qt::ToolTipRole).toString();
            const QString headline = headlineText(shown);
            if (decided == 0)
                continue;
            const QString of = u"%1 of %2"_s.arg(lost).arg(decided);
            QVERIFY2(tip.contains(of) && headline.contains(of), qPrintable(tip + headline));
            QVERIFY2(tip.contains(cell(LinesModel::Loss)) && headline.contains(cell(LinesModel::Loss)),
                     qPrintable(tip + headline));
            if (!shown.meanMs)
                continue;
            QVERIFY2(meanTip.contains(formatMs(shown.medianMs)) &&
                         agree(formatMs(shown.medianMs), number(u"median_ms"_s), 1),
                     qPrintable(meanTip));
            for (const LinesModel::Column column : {LinesModel::Mean, LinesModel::P95})
                QVERIFY2(headline.contains(cell(column)), qPrintable(headline));
            const QString told =
                evidenceText(model, table.source(), {state.key}, {u"test-01"_s, {}, range.isTimed(), {}});
            QVERIFY2(
                told.contains(
                    u"loss %1 % (%2 of %3 UDP probes"_s.arg(cell(LinesModel::Loss)).arg(lost).arg(decided)),
                qPrintable(told));
            const QString jitter =
                shown.jitterMs ? u", jitter "_s + cell(LinesModel::Jitter) : QString(); // unknown: left out
            QVERIFY2(told.contains(u"mean %1, p95 %2%3 ms over %4 answers"_s.arg(
                         cell(LinesModel::Mean), cell(LinesModel::P95), jitter,
                         json.value(u"answered"_s).toVariant().toString())),
                     qPrintable(told));
        }
    }

    void aTimedRange_loses_thenGetsItsFigures()
    {
        LineTable table;
        for (int i = 0; i < 300; ++i)
            fill(table.add(u"line %1"_s.arg(i), u"127.0.0.1:1"_s), static_cast<quint32>(i), 2000);
        LinesModel model(table.source());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setKeys(table.keys());
        QSignalSpy all(&model, &LinesModel::allMeasured);
        const LineKey urgent = table.keys().last();
        model.setRange(FocusRange::since(T0), {urgent});
        QVERIFY(model.row(model.rowOf(urgent)).isMeasured); // at least the first
        QTRY_VERIFY(model.isMeasured());
        QCOMPARE(all.size(), 1);
        for (int row = 0; row < model.rowCount(); ++row) {
            const LineHistory &history = *model.historyAt(row);
            QCOMPARE(model.row(row).stats.settled(), statisticsOf(history, wholeRange(history)).settled());
        }
        model.setRange({});
        QVERIFY(model.isMeasured());
        QCOMPARE(model.row(0).stats.decided(), FocusRange::RecentProbes);
    }

    void liveRange_growsWithItsLine()
    {
        LineTable table;
        LineState &state = table.add(u"a"_s, u"127.0.0.1:1"_s);
        for (int i = 0; i < 300; ++i)
            LineTable::put(state, 20);
        LinesModel model(table.source());
        model.setKeys(table.keys());
        const qint64 from = state.history.at(200).sentUs;
        model.setRange(FocusRange::since(from));
        QTRY_VERIFY(model.isMeasured());
        QCOMPARE(model.row(0).stats.decided(), 100);
        LineTable::put(state, -1);
        model.markDirty({state.key});
        model.apply({state.key});
        QCOMPARE(model.row(0).stats.decided(), 101);
        QCOMPARE(model.row(0).stats.lost, 1);
    }

    void frozen_aRangeIsOfWhatWasSettledThen()
    {
        LineTable table;
        LineState &state = table.add(u"a"_s, u"127.0.0.1:1"_s);
        for (int i = 0; i < 300; ++i)
            LineTable::put(state, 20);
        LinesModel model(table.source());
        model.setKeys(table.keys());
        model.setFrozen(true);
        for (int i = 0; i < 50; ++i)
            LineTable::put(state, -1);
        model.markDirty({state.key});
        model.apply();
        QCOMPARE(model.row(0).stats.lost, 0);
        model.setRange(FocusRange::since(state.history.at(250).sentUs));
        QTRY_VERIFY(model.isMeasured());
        QCOMPARE(model.row(0).stats.decided(), 50);
        QCOMPARE(model.row(0).stats.lost, 0);
        model.setRange({});
        QCOMPARE(model.row(0).stats.lost, 0);
        model.setFrozen(false);
        model.apply();
        QCOMPARE(model.row(0).stats.lost, 50);
    }
};

QTEST_MAIN(tst_rangenumbers)
#include "tst_rangenumbers.moc"
