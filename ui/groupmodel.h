// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"

#include <QHash>

#include <vector>

namespace plumb {

class LinesProxy;

enum class Grouping : quint8 { None, Tag, Entry };

//! What is known of the lines of a group together.
struct GroupSummary
{
    Verdict worst = Verdict::Paused;
    std::array<int, 7> counts{}; //!< lines in each state, by Verdict
    qint64 beganUs = 0;          //!< the earliest onset among the lines in the worst state; 0 unknown
    Statistics pooled;           //!< counts and loss of all lines' decided probes together
    std::optional<double> worstMeanMs, worstP95Ms, worstJitterMs; //!< the highest of a line

    [[nodiscard]] int lines() const;
    [[nodiscard]] int flagged() const;
};

//! The rows that the table shows: the lines of a LinesProxy, under the rows of their groups where they are
//! grouped. A line with several tags stands under each. Groups stand in the order of their first line, so
//! the table's sort and its hold hold for them too.
class GroupModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    GroupModel(LinesModel *model, LinesProxy *proxy, QObject *parent = nullptr);

    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    [[nodiscard]] bool isGroup(int row) const { return m_rows[static_cast<size_t>(row)].key == 0; }
    //! 0: the row of a group.
    [[nodiscard]] LineKey keyAt(int row) const { return m_rows[static_cast<size_t>(row)].key; }
    //! The line of a row, or the lines of its group.
    [[nodiscard]] QList<LineKey> keysAt(int row) const;
    //! The first row of a line; -1 where it is not shown.
    [[nodiscard]] int rowOf(LineKey key) const;
    [[nodiscard]] const GroupSummary &summaryAt(int groupRow) const;
    [[nodiscard]] bool isExpanded(int groupRow) const;
    void setExpanded(int groupRow, bool expanded);
    void setAllExpanded(bool expanded);
    //! Opens the groups of a line, so that rowOf() finds it.
    void reveal(LineKey key);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Row
    {
        int group = -1;
        LineKey key = 0; //!< 0: the row of the group
        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Group
    {
        QString id; //!< empty: the lines without a tag
        QList<LineKey> keys;
        GroupSummary summary;
        int row = 0;
    };
    void rebuild();
    [[nodiscard]] QStringList groupsOf(const LineRow &row) const;
    void summarize(Group &group) const;
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void sumUp();
    void emitRows(std::vector<int> rows, const QList<int> &roles);
    [[nodiscard]] QVariant groupData(const Group &group, int column, int role) const;
    [[nodiscard]] QString groupText(const Group &group, int column) const;
    [[nodiscard]] QString groupSpoken(const Group &group, int column) const;
    [[nodiscard]] QString groupToolTip(const Group &group, int column) const;
    [[nodiscard]] QString label(const Group &group) const;
    [[nodiscard]] QModelIndex sourceOf(const QModelIndex &index) const;

    LinesModel *m_model;
    LinesProxy *m_proxy;
    Grouping m_grouping = Grouping::None;
    std::vector<Row> m_rows;
    std::vector<Group> m_groups;
    QSet<QString> m_collapsed; //!< by id
    QHash<LineKey, QList<int>> m_places;
    QTimer m_summing;
};

//! "2 dead, 1 critical, 3 OK", worst first.
[[nodiscard]] QString stateCountsText(const std::array<int, 7> &counts);

} // namespace plumb
