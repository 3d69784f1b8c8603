// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweepmodel.h"

#include "celltext.h"
#include "format.h"
#include "linesmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

SweepModel::SweepModel(SweepResult result, QObject *parent)
    : QAbstractTableModel(parent)
    , m_result(std::move(result))
{
    std::stable_sort(m_result.lines.begin(), m_result.lines.end(),
                     [](const SweptLine &a, const SweptLine &b) { return a.verdict < b.verdict; });
}

QString SweepModel::headline() const
{
    int failed = 0, uncertain = 0;
    for (const SweptLine &line : m_result.lines) {
        failed += isFlagged(line.verdict) ? 1 : 0;
        uncertain += line.verdict == Verdict::Suspect || line.verdict == Verdict::Pending ? 1 : 0;
    }
    const int lines = static_cast<int>(m_result.lines.size());
    QStringList sentences;
    sentences << (failed > 0 ? tr("%1 of %n line(s) fail.", nullptr, lines).arg(formatCount(failed))
                             : tr("None of %n line(s) fails.", nullptr, lines));
    if (uncertain > 0)
        sentences << tr("%n line(s) could not be judged for certain.", nullptr, uncertain);
    if (m_result.leftOut > 0)
        sentences << tr("%n line(s) that were paused, changed or removed meanwhile are left out.", nullptr,
                        m_result.leftOut);
    sentences << tr("%n probe(s) to each line, %1 to %2.", nullptr, m_result.count)
                     .arg(formatClock(m_result.startedUs, m_result.endedUs),
                          formatClock(m_result.endedUs, m_result.endedUs));
    return sentences.join(u' ');
}

QString SweepModel::display(const SweptLine &line, int column) const
{
    switch (column) {
    case Outcome: {
        const QString state = badgeText(line.verdict, line.reason);
        return isFlagged(line.verdict)       ? tr("Fail · %1").arg(state)
               : line.verdict == Verdict::Ok ? tr("Pass")
                                             : state;
    }
    case LineName: return line.line.label();
    case Entry: return line.line.entry.toString();
    case Loss: return formatLossPct(line.stats.lossPct);
    case LostOf: return formatLostOf(line.stats);
    case Mean: return formatMs(line.stats.meanMs);
    case P95: return formatMs(line.stats.p95Ms);
    case Jitter: return formatJitterMs(line.stats.jitterMs);
    default: return {};
    }
}

QString SweepModel::accessible(const SweptLine &line, int column) const
{
    const QString shown = display(line, column);
    switch (column) {
    case Loss: return spokenFigure(LinesModel::Loss, shown, line.stats);
    case LostOf: return spokenFigure(LinesModel::LostOf, shown, line.stats);
    case Mean: return spokenFigure(LinesModel::Mean, shown, line.stats);
    case P95: return spokenFigure(LinesModel::P95, shown, line.stats);
    case Jitter: return spokenFigure(LinesModel::Jitter, shown, line.stats);
    default: return shown;
    }
}

QString SweepModel::toText() const
{
    QString text;
    const auto add = [&text](QStringList cells) {
        for (QString &cell : cells)
            cell.replace(u'\t', u' ').replace(u'\n', u' ');
        text += cells.join(u'\t') + u'\n';
    };
    QStringList titles;
    for (int column = 0; column < ColumnCount; ++column)
        titles.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    add(titles);
    for (const SweptLine &line : m_result.lines) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(display(line, column));
        add(cells);
    }
    return text;
}

int SweepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_result.lines.size());
}

int SweepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant SweepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SweptLine &line = m_result.lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return display(line, index.column());
    case Qt::AccessibleTextRole: return accessible(line, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Loss || index.column() == LostOf)
            return line.stats.decided() > 0 ? lossSum(line.stats) : tr("nothing decided");
        return index.column() == Outcome ? reasonSentence(line.verdict, line.reason) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() >= Loss ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case VerdictRole: return static_cast<int>(line.verdict);
    default: return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= Loss ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Outcome: return tr("Result");
    case LineName: return tr("Line");
    case Entry: return tr("Entry");
    case Loss: return tr("Loss %");
    case LostOf: return tr("Lost/n");
    case Mean: return tr("Mean ms");
    case P95: return tr("p95 ms");
    case Jitter: return tr("Jitter ms");
    default: return {};
    }
}

} // namespace plumb
