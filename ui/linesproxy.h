// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linefilter.h"
#include "verdict.h"

#include <QSortFilterProxyModel>

namespace plumb {

class LinesModel;
struct LineRow;

//! A set of states, by bit.
using StateSet = quint16;
[[nodiscard]] constexpr StateSet stateBit(Verdict verdict)
{
    return static_cast<StateSet>(1U << static_cast<unsigned>(verdict));
}
inline constexpr StateSet AllStates = 0xffff;
inline constexpr StateSet ProblemStates =
    stateBit(Verdict::Dead) | stateBit(Verdict::Critical) | stateBit(Verdict::Warning);

//! Sorts and filters the lines. Rows never move by themselves: the window calls refresh() when it is right
//! that they do.
class LinesProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LinesProxy(LinesModel *model, QObject *parent = nullptr);

    void setFilter(const LineFilter &filter);
    void setStates(StateSet states);
    [[nodiscard]] const LineRow &row(int proxyRow) const;

    //! True where refresh() would move, add or remove a row.
    [[nodiscard]] bool isStale() const;
    void refresh();

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    LinesModel *m_model;
    LineFilter m_filter;
    StateSet m_states = AllStates;
};

} // namespace plumb
