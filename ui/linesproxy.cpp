// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesproxy.h"

#include "clock.h"
#include "linesmodel.h"

namespace plumb {

namespace {

// -1, 0 or 1.
template <typename T>
int compare(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

// Problems first; in each state the newest first. Lines that are fine since about the same time stand by
// name: the order of their first answers says nothing.
int compareState(const LineRow &a, const LineRow &b)
{
    const int byVerdict = compare(a.verdict, b.verdict);
    if (byVerdict != 0)
        return byVerdict;
    constexpr qint64 SecondUs = 1'000'000;
    const bool isProblem = isFlagged(a.verdict) || a.verdict == Verdict::Suspect;
    const qint64 stepUs = isProblem ? SecondUs : 60 * SecondUs;
    return compare(b.beganUs / stepUs, a.beganUs / stepUs);
}

std::optional<double> count(const LineRow &row, int n)
{
    return row.stats.settled() > 0 ? std::optional<double>(n) : std::nullopt;
}

std::optional<double> figure(const LineRow &row, int column)
{
    switch (column) {
    case LinesModel::Since:
        return row.beganUs > 0 ? std::optional(static_cast<double>(row.beganUs)) : std::nullopt;
    case LinesModel::Loss:
    case LinesModel::Strip: return row.stats.lossPct;
    case LinesModel::LostOf:
        return row.stats.decided() > 0 ? std::optional<double>(row.stats.lossCount()) : std::nullopt;
    case LinesModel::Late: return count(row, row.stats.late);
    case LinesModel::IcmpErrors: return count(row, row.stats.refused);
    case LinesModel::NotCounted: return count(row, row.stats.voided);
    case LinesModel::Sent: return count(row, row.stats.sent());
    case LinesModel::Min: return row.stats.minMs;
    case LinesModel::Median: return row.stats.medianMs;
    case LinesModel::P99: return row.stats.p99Ms;
    case LinesModel::Max: return row.stats.maxMs;
    case LinesModel::Stddev: return row.stats.stddevMs;
    case LinesModel::Last: return row.lastMs;
    case LinesModel::Mean: return row.stats.meanMs;
    case LinesModel::P95: return row.stats.p95Ms;
    case LinesModel::Jitter: return row.stats.jitterMs;
    default: return std::nullopt;
    }
}

} // namespace

LinesProxy::LinesProxy(LinesModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setDynamicSortFilter(false);
    setSourceModel(model);
    sort(LinesModel::State);
}

void LinesProxy::setFilter(const LineFilter &filter)
{
    m_filter = filter;
    refresh();
}

void LinesProxy::setStates(StateSet states)
{
    if (states == m_states)
        return;
    m_states = states;
    refresh();
}

const LineRow &LinesProxy::row(int proxyRow) const
{
    return m_model->row(mapToSource(index(proxyRow, 0)).row());
}

bool LinesProxy::isStale() const
{
    const int rows = rowCount();
    const int sources = m_model->rowCount();
    int accepted = 0;
    for (int source = 0; source < sources; ++source) {
        const bool accepts = filterAcceptsRow(source, {});
        accepted += accepts ? 1 : 0;
        if (accepts != mapFromSource(m_model->index(source, 0)).isValid())
            return true;
    }
    Q_ASSERT(accepted == rows);
    const int column = sortColumn();
    if (column < 0)
        return false;
    const auto at = [&](int proxyRow) { return mapToSource(index(proxyRow, column)); };
    for (int i = 1; i < rows; ++i) {
        const bool wrong =
            sortOrder() == Qt::AscendingOrder ? lessThan(at(i), at(i - 1)) : lessThan(at(i - 1), at(i));
        if (wrong)
            return true;
    }
    return false;
}

void LinesProxy::refresh()
{
    if (!isStale())
        return;
    invalidateRowsFilter();
    sort(sortColumn(), sortOrder());
}

bool LinesProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const LineRow &a = m_model->row(left.row());
    const LineRow &b = m_model->row(right.row());
    int order = 0;
    switch (left.column()) {
    case LinesModel::State: order = compareState(a, b); break;
    case LinesModel::Name: order = compare(a.nameRank, b.nameRank); break;
    case LinesModel::Tags:
        order = QString::localeAwareCompare(a.line.tags.join(u' '), b.line.tags.join(u' '));
        break;
    case LinesModel::Entry: order = compare(a.entryRank, b.entryRank); break;
    case LinesModel::Echo: order = compare(a.echoRank, b.echoRank); break;
    default: {
        const std::optional<double> x = figure(a, left.column());
        const std::optional<double> y = figure(b, left.column());
        // What is unknown comes last in either direction.
        if (x.has_value() != y.has_value())
            return (sortOrder() == Qt::AscendingOrder) == x.has_value();
        if (x && y)
            order = compare(*x, *y);
        break;
    }
    }
    if (order == 0)
        order = compare(a.nameRank, b.nameRank);
    return order < 0;
}

bool LinesProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const LineRow &row = m_model->row(sourceRow);
    if ((m_states & stateBit(row.verdict)) == 0)
        return false;
    if (m_filter.isEmpty())
        return true;
    const FilterFacts facts = LinesModel::facts(row, realtimeUs());
    return m_filter.matches(row.line, &facts);
}

} // namespace plumb
