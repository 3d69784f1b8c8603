// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharingmodel.h"

#include <QFont>

#include <algorithm>

namespace plumb {

void SharingModel::setRows(const QList<SharingRow> &rows)
{
    const auto placeOf = [this](const QString &id, qsizetype from) {
        const auto found = std::find_if(m_rows.cbegin() + from, m_rows.cend(),
                                        [&id](const SharingRow &row) { return row.id == id; });
        return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
    };
    for (int i = 0; i < rows.size(); ++i) {
        const int place = placeOf(rows[i].id, i);
        if (place < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows[i]);
            endInsertRows();
            continue;
        }
        if (place > i) {
            beginMoveRows({}, place, place, {}, i);
            m_rows.move(place, i);
            endMoveRows();
        }
        const bool same = m_rows[i].toolTip == rows[i].toolTip; // it has all the words
        m_rows[i] = rows[i];
        if (!same)
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1),
                               {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::FontRole});
    }
    const auto kept = static_cast<int>(rows.size());
    if (m_rows.size() > kept) {
        beginRemoveRows({}, kept, static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(kept);
        endRemoveRows();
    }
}

int SharingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SharingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant SharingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SharingRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == What ? row.what : index.column() == With ? row.with : row.elsewhere;
    case Qt::ToolTipRole: return row.toolTip;
    // A cell is read by itself: it must say what it is of.
    case Qt::AccessibleTextRole: return row.sentence();
    case Qt::FontRole: {
        if (!row.isTelling)
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    default: return {};
    }
}

QVariant SharingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role == Qt::DisplayRole) {
        switch (section) {
        case What: return tr("What they share");
        case With: return tr("With it");
        case Elsewhere: return tr("Elsewhere");
        default: return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case What:
            return tr("An entry, a block of addresses, a tag, or source ports. Bold: too much to be "
                      "chance.");
        case With:
            return tr("How many of the lines that have it are meant; for source ports, how many probes "
                      "over them were lost.");
        case Elsewhere: return tr("The same among all other lines; for source ports, over the other ports.");
        default: return {};
        }
    }
    return {};
}

} // namespace plumb
