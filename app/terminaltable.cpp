// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminaltable.h"

#include "commandtext.h"
#include "texttable.h"

#include <QCollator>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

QString figure(std::optional<double> value, int decimals)
{
    return value ? QString::number(*value, 'f', decimals) : u"—"_s;
}

QString state(const SummaryRow &row)
{
    const QString reason = CommandText::shortReason(row.reason);
    QString text = CommandText::verdict(row.verdict);
    if (!reason.isEmpty())
        text += u" · "_s + reason;
    return text;
}

QString lostOf(const Statistics &stats)
{
    if (stats.decided() == 0)
        return u"—"_s;
    return QString::number(stats.lossCount()) + u'/' + QString::number(stats.decided());
}

} // namespace

QString terminalTable(const QList<SummaryRow> &rows)
{
    // Natural order needs a locale other than C.
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    QList<const SummaryRow *> sorted;
    sorted.reserve(rows.size());
    for (const SummaryRow &row : rows)
        sorted << &row;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const SummaryRow *a, const SummaryRow *b) {
        return a->verdict != b->verdict ? a->verdict < b->verdict : collator.compare(a->line, b->line) < 0;
    });

    const bool echo =
        std::any_of(rows.begin(), rows.end(), [](const SummaryRow &row) { return !row.echo.isEmpty(); });
    const auto right = TextTable::Align::Right;
    QList<TextTable::Column> columns{
        {CommandText::tr("State")}, {CommandText::tr("Name")}, {CommandText::tr("Entry")}};
    if (echo)
        columns << TextTable::Column{CommandText::tr("Echo")};
    for (const QString &title :
         {CommandText::tr("Loss %"), CommandText::tr("Lost/n"), CommandText::tr("Mean ms"),
          CommandText::tr("Median"), CommandText::tr("p95"), CommandText::tr("Jitter")})
        columns << TextTable::Column{title, right};

    TextTable table(columns);
    for (const SummaryRow *row : std::as_const(sorted)) {
        const Statistics &s = row->stats;
        QStringList cells{state(*row), row->line, row->entry};
        if (echo)
            cells << (row->echo.isEmpty() ? u"—"_s : row->echo);
        cells << figure(s.lossPct, 1) << lostOf(s) << figure(s.meanMs, 1) << figure(s.medianMs, 1)
              << figure(s.p95Ms, 1) << figure(s.jitterMs, 2);
        table.addRow(cells);
    }
    return table.toString();
}

QString closingLine(const QList<SummaryRow> &rows, double seconds)
{
    qint64 sent = 0, voided = 0, unsent = 0;
    std::array<int, 7> verdicts{};
    for (const SummaryRow &row : rows) {
        ++verdicts[static_cast<size_t>(row.verdict)];
        sent += row.stats.sent();
        voided += row.stats.voided;
        unsent += row.stats.unsent;
    }
    QStringList states;
    for (const Verdict verdict : {Verdict::Dead, Verdict::Critical, Verdict::Warning, Verdict::Suspect,
                                  Verdict::Ok, Verdict::Pending, Verdict::Paused}) {
        const int n = verdicts[static_cast<size_t>(verdict)];
        if (n > 0 || (verdict != Verdict::Pending && verdict != Verdict::Paused))
            states << QString(CommandText::count(n) + u' ' + CommandText::verdict(verdict));
    }
    QString probes = CommandText::tr("%1 probes, %2 not counted")
                         .arg(CommandText::count(sent), CommandText::count(voided));
    if (unsent > 0)
        probes += CommandText::tr(", %1 not sent").arg(CommandText::count(unsent));
    return CommandText::lines(rows.size()) + u": "_s + states.join(u", "_s) + u" · "_s + probes + u" · "_s +
           CommandText::tr("%1 s").arg(seconds, 0, 'f', 1);
}

} // namespace plumb
