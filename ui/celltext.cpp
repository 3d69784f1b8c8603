// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celltext.h"

#include "format.h"
#include "linesmodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

struct CellText
{
    Q_DECLARE_TR_FUNCTIONS(plumb::CellText)
};

QString pattern(int column)
{
    switch (column) {
    case LinesModel::Late: return CellText::tr("late: %1");
    case LinesModel::IcmpErrors: return CellText::tr("ICMP errors: %1");
    case LinesModel::NotCounted: return CellText::tr("not counted: %1");
    case LinesModel::Sent: return CellText::tr("sent: %1");
    case LinesModel::Last: return CellText::tr("last %1 ms");
    case LinesModel::Min: return CellText::tr("least %1 ms");
    case LinesModel::Mean: return CellText::tr("mean %1 ms");
    case LinesModel::Median: return CellText::tr("median %1 ms");
    case LinesModel::P95: return CellText::tr("p95 %1 ms");
    case LinesModel::P99: return CellText::tr("p99 %1 ms");
    case LinesModel::Max: return CellText::tr("greatest %1 ms");
    case LinesModel::Stddev: return CellText::tr("standard deviation %1 ms");
    case LinesModel::Jitter: return CellText::tr("jitter %1 ms");
    default: return u"%1"_s;
    }
}

} // namespace

QString spokenUnknown() { return CellText::tr("unknown"); }

QString spokenLoss(const Statistics &stats)
{
    if (!stats.lossPct)
        return spokenUnknown();
    return CellText::tr("loss %1 %, %2 of %3", "44.0, 44, 100")
        .arg(formatLossPct(stats.lossPct), formatCount(stats.lossCount()), formatCount(stats.decided()));
}

QString spokenState(Verdict verdict, const Reason &reason)
{
    return CellText::tr("%1: %2", "state, reason").arg(verdictText(verdict), reasonSentence(verdict, reason));
}

QString spokenFigure(int column, const QString &shown, const Statistics &stats)
{
    if (shown.isEmpty() || shown == unknownText())
        return spokenUnknown();
    if (column == LinesModel::Loss)
        return spokenLoss(stats);
    if (column == LinesModel::LostOf)
        return CellText::tr("lost %1 of %2")
            .arg(formatCount(stats.lossCount()), formatCount(stats.decided()));
    return pattern(column).arg(shown);
}

} // namespace plumb
