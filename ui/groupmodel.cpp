// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "groupmodel.h"

#include "linesproxy.h"

#include <algorithm>
#include <numeric>

// Which rows there are; what a group's row says stands in groupmodeltext.cpp.

namespace plumb {

int GroupSummary::lines() const { return std::accumulate(counts.begin(), counts.end(), 0); }

int GroupSummary::flagged() const
{
    int sum = 0;
    for (size_t i = 0; i < counts.size(); ++i)
        sum += isFlagged(static_cast<Verdict>(i)) ? counts[i] : 0;
    return sum;
}

GroupModel::GroupModel(LinesModel *model, LinesProxy *proxy, QObject *parent)
    : QAbstractTableModel(parent)
    , m_model(model)
    , m_proxy(proxy)
{
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(proxy, signal, this, &GroupModel::rebuild);
    connect(proxy, &QAbstractItemModel::layoutChanged, this, &GroupModel::rebuild);
    connect(proxy, &QAbstractItemModel::modelReset, this, &GroupModel::rebuild);
    connect(model, &QAbstractItemModel::dataChanged, this, &GroupModel::onDataChanged);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
    // The lines change in many ranges, the sums are made once for all of them.
    m_summing.setSingleShot(true);
    m_summing.setInterval(0);
    connect(&m_summing, &QTimer::timeout, this, &GroupModel::sumUp);
    connect(model, &LinesModel::countsChanged, this, [this] {
        if (m_summing.isActive())
            sumUp();
    });
    rebuild();
}

void GroupModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    m_collapsed.clear();
    rebuild();
}

QStringList GroupModel::groupsOf(const LineRow &row) const
{
    if (m_grouping == Grouping::Entry)
        return {row.line.entry.host};
    QStringList tags = row.line.tags;
    tags.removeDuplicates();
    return tags.isEmpty() ? QStringList{QString()} : tags;
}

void GroupModel::rebuild()
{
    std::vector<Row> rows;
    std::vector<Group> groups;
    const int lines = m_proxy->rowCount();
    if (m_grouping == Grouping::None) {
        rows.reserve(static_cast<size_t>(lines));
        for (int i = 0; i < lines; ++i)
            rows.push_back({-1, m_proxy->row(i).key});
    } else {
        QHash<QString, size_t> placeOf;
        for (int i = 0; i < lines; ++i) {
            const LineRow &line = m_proxy->row(i);
            const QStringList ids = groupsOf(line);
            for (const QString &id : ids) {
                const auto known = placeOf.constFind(id);
                const size_t place = known != placeOf.cend() ? *known : groups.size();
                if (known == placeOf.cend()) {
                    placeOf.insert(id, place);
                    groups.push_back({id, {}, {}, 0});
                }
                groups[place].keys.append(line.key);
            }
        }
        for (size_t g = 0; g < groups.size(); ++g) {
            Group &group = groups[g];
            group.row = static_cast<int>(rows.size());
            rows.push_back({static_cast<int>(g), 0});
            summarize(group);
            if (m_collapsed.contains(group.id))
                continue;
            for (const LineKey key : std::as_const(group.keys))
                rows.push_back({static_cast<int>(g), key});
        }
    }
    const auto identity = [](const std::vector<Group> &of, const Row &row) {
        return std::pair(row.group < 0 ? QString() : of[static_cast<size_t>(row.group)].id, row.key);
    };
    const bool same =
        rows == m_rows && std::equal(groups.begin(), groups.end(), m_groups.begin(), m_groups.end(),
                                     [](const Group &a, const Group &b) { return a.id == b.id; });
    if (same) {
        m_groups = std::move(groups);
        return;
    }

    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<std::pair<QString, LineKey>, int> placeOf;
    placeOf.reserve(static_cast<qsizetype>(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i)
        placeOf.insert(identity(groups, rows[i]), static_cast<int>(i));
    const QModelIndexList before = persistentIndexList();
    QList<int> places;
    for (const QModelIndex &index : before)
        places.append(placeOf.value(identity(m_groups, m_rows[static_cast<size_t>(index.row())]), -1));
    m_rows = std::move(rows);
    m_groups = std::move(groups);
    m_places.clear();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].key != 0)
            m_places[m_rows[i].key].append(static_cast<int>(i));
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(places[i] < 0 ? QModelIndex() : index(places[i], before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void GroupModel::summarize(Group &group) const
{
    GroupSummary made;
    QList<const Statistics *> parts;
    const auto highest = [](std::optional<double> &most, std::optional<double> value) {
        if (value && (!most || *value > *most))
            most = value;
    };
    for (const LineKey key : std::as_const(group.keys)) {
        const int place = m_model->rowOf(key);
        if (place < 0)
            continue;
        const LineRow &row = m_model->row(place);
        ++made.counts[static_cast<size_t>(row.verdict)];
        if (row.verdict < made.worst || parts.isEmpty()) {
            made.worst = row.verdict;
            made.beganUs = row.beganUs;
        } else if (row.verdict == made.worst && row.beganUs > 0) {
            made.beganUs = made.beganUs > 0 ? std::min(made.beganUs, row.beganUs) : row.beganUs;
        }
        parts.append(&row.stats);
        highest(made.worstMeanMs, row.stats.meanMs);
        highest(made.worstP95Ms, row.stats.p95Ms);
        highest(made.worstJitterMs, row.stats.jitterMs);
    }
    made.pooled = pooledCounts(parts);
    group.summary = made;
}

void GroupModel::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                               const QList<int> &roles)
{
    // Without a list of roles definitions may be others: a tag makes another group.
    if (roles.isEmpty() && m_grouping != Grouping::None)
        rebuild();
    std::vector<int> rows;
    for (int source = topLeft.row(); source <= bottomRight.row() && source < m_model->rowCount(); ++source) {
        const LineRow &line = m_model->row(source);
        const auto places = m_places.constFind(line.key);
        if (places != m_places.cend())
            rows.insert(rows.end(), places->cbegin(), places->cend());
    }
    emitRows(std::move(rows), roles);
    if (!m_groups.empty())
        m_summing.start();
}

void GroupModel::sumUp()
{
    m_summing.stop();
    std::vector<int> rows;
    for (Group &group : m_groups) {
        summarize(group);
        rows.push_back(group.row);
    }
    emitRows(std::move(rows), {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                               Qt::AccessibleDescriptionRole, LinesModel::VerdictRole, LinesModel::LossRole});
}

void GroupModel::emitRows(std::vector<int> rows, const QList<int> &roles)
{
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    if (rows.size() > m_rows.size() / 2) {
        Q_EMIT dataChanged(index(rows.front(), 0), index(rows.back(), LinesModel::ColumnCount - 1), roles);
        return;
    }
    for (size_t i = 0; i < rows.size();) {
        size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[i], 0), index(rows[end - 1], LinesModel::ColumnCount - 1), roles);
        i = end;
    }
}

QList<LineKey> GroupModel::keysAt(int row) const
{
    const Row &at = m_rows[static_cast<size_t>(row)];
    return at.key != 0 ? QList<LineKey>{at.key} : m_groups[static_cast<size_t>(at.group)].keys;
}

int GroupModel::rowOf(LineKey key) const
{
    const auto places = m_places.constFind(key);
    return places == m_places.cend() ? -1 : places->first();
}

const GroupSummary &GroupModel::summaryAt(int groupRow) const
{
    return m_groups[static_cast<size_t>(m_rows[static_cast<size_t>(groupRow)].group)].summary;
}

bool GroupModel::isExpanded(int groupRow) const
{
    return !m_collapsed.contains(
        m_groups[static_cast<size_t>(m_rows[static_cast<size_t>(groupRow)].group)].id);
}

void GroupModel::setExpanded(int groupRow, bool expanded)
{
    if (!isGroup(groupRow) || isExpanded(groupRow) == expanded)
        return;
    const QString id = m_groups[static_cast<size_t>(m_rows[static_cast<size_t>(groupRow)].group)].id;
    if (expanded)
        m_collapsed.remove(id);
    else
        m_collapsed.insert(id);
    rebuild();
    emitRows({groupRow}, {});
}

void GroupModel::setAllExpanded(bool expanded)
{
    m_collapsed.clear();
    if (!expanded) {
        for (const Group &group : m_groups)
            m_collapsed.insert(group.id);
    }
    rebuild();
}

void GroupModel::reveal(LineKey key)
{
    if (rowOf(key) >= 0)
        return;
    for (const Group &group : m_groups) {
        if (!group.keys.contains(key))
            continue;
        m_collapsed.remove(group.id);
        rebuild();
        return;
    }
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GroupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(LinesModel::ColumnCount);
}

// Invalid for a group, and for a line that is just being removed.
QModelIndex GroupModel::sourceOf(const QModelIndex &index) const
{
    const LineKey key = m_rows[static_cast<size_t>(index.row())].key;
    const int row = key == 0 ? -1 : m_model->rowOf(key);
    return row < 0 ? QModelIndex() : m_model->index(row, index.column());
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    if (row.key == 0)
        return groupData(m_groups[static_cast<size_t>(row.group)], index.column(), role);
    const QModelIndex source = sourceOf(index);
    return source.isValid() ? m_model->data(source, role) : QVariant();
}

bool GroupModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QModelIndex source = index.isValid() ? sourceOf(index) : QModelIndex();
    return source.isValid() && m_model->setData(source, value, role);
}

Qt::ItemFlags GroupModel::flags(const QModelIndex &index) const
{
    const QModelIndex source = index.isValid() ? sourceOf(index) : QModelIndex();
    return source.isValid() ? m_model->flags(source) : QAbstractTableModel::flags(index);
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model->headerData(section, orientation, role);
}

void GroupModel::sort(int column, Qt::SortOrder order) { m_proxy->sort(column, order); }

} // namespace plumb
