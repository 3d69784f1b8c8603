// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "groupmodel.h"
#include "linecolumns.h"
#include "linesheader.h"
#include "linesview.h"

#include <QFontInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

// Columns of the lines table: which show, how wide, in which order.

namespace plumb {

namespace {

constexpr double DefaultFontPixels = 10.0 * 96 / 72;
constexpr int MinWidth = 16, MaxWidth = 2000;

QString groupingId(Grouping grouping)
{
    return grouping == Grouping::Tag ? u"tag"_s : grouping == Grouping::Entry ? u"entry"_s : u"none"_s;
}

Grouping groupingOf(const QString &id)
{
    return id == "tag"_L1 ? Grouping::Tag : id == "entry"_L1 ? Grouping::Entry : Grouping::None;
}

} // namespace

bool LinesView::showsByItself(int column) const
{
    switch (columnInfo(column).rule) {
    case ColumnRule::Always: return true;
    case ColumnRule::Never: return false;
    case ColumnRule::WithEcho: return m_model->hasEcho();
    case ColumnRule::WithLate: return m_model->hasLate();
    case ColumnRule::WithNotCounted: return m_model->hasNotCounted();
    }
    Q_UNREACHABLE();
}

void LinesView::applyVisibility()
{
    for (int column = 0; column < LinesModel::ColumnCount; ++column)
        setColumnHidden(column, !m_picked.value(column, showsByItself(column)));
}

void LinesView::setDefaultWidths()
{
    const double scale = QFontInfo(font()).pixelSize() / DefaultFontPixels;
    for (int column = 0; column < LinesModel::Strip; ++column) {
        const int width = qRound(columnInfo(column).width * scale);
        // Titles differ in length by language.
        m_header->resizeSection(column, std::max(width, m_header->sectionSizeHint(column)));
    }
}

QList<int> LinesView::columnOrder() const
{
    QList<int> order;
    for (int place = 0; place < LinesModel::ColumnCount; ++place)
        order.append(m_header->logicalIndex(place));
    return order;
}

void LinesView::setColumnShown(int column, bool shown)
{
    if (column < 0 || column >= LinesModel::ColumnCount || column == LinesModel::Name)
        return;
    m_picked.insert(column, shown);
    setColumnHidden(column, !shown);
}

int LinesView::neighbourOf(int column, int step) const
{
    if (column < 0 || column >= LinesModel::ColumnCount)
        return -1;
    for (int place = m_header->visualIndex(column) + step; place >= 0 && place < LinesModel::ColumnCount;
         place += step) {
        if (!m_header->isSectionHidden(m_header->logicalIndex(place)))
            return place;
    }
    return -1;
}

bool LinesView::canMoveColumn(int column, int step) const { return neighbourOf(column, step) >= 0; }

void LinesView::moveColumn(int column, int step)
{
    const int place = neighbourOf(column, step);
    if (place >= 0)
        m_header->moveSection(m_header->visualIndex(column), place);
}

void LinesView::fitColumn(int column)
{
    if (column >= 0 && column < LinesModel::ColumnCount)
        resizeColumnToContents(column);
}

void LinesView::resetColumns()
{
    m_picked.clear();
    for (int column = 0; column < LinesModel::ColumnCount; ++column)
        m_header->moveSection(m_header->visualIndex(column), column);
    applyVisibility();
    setDefaultWidths();
}

QJsonObject LinesView::layoutState() const
{
    QJsonArray columns;
    const QList<int> order = columnOrder();
    for (const int column : order) {
        QJsonObject each{{u"id"_s, columnInfo(column).id}};
        if (!isColumnHidden(column)) // a hidden one has no width
            each.insert(u"width"_s, columnWidth(column));
        if (m_picked.contains(column))
            each.insert(u"shown"_s, m_picked.value(column));
        columns.append(each);
    }
    const QJsonObject sort{{u"id"_s, columnInfo(m_header->sortIndicatorSection()).id},
                           {u"descending"_s, m_header->sortIndicatorOrder() == Qt::DescendingOrder}};
    return {{u"columns"_s, columns}, {u"sort"_s, sort}, {u"group"_s, groupingId(m_groups->grouping())}};
}

void LinesView::setLayoutState(const QJsonObject &state)
{
    resetColumns();
    int place = 0;
    QSet<int> seen;
    const QJsonArray columns = state.value("columns"_L1).toArray();
    for (const QJsonValue &value : columns) {
        const QJsonObject each = value.toObject();
        const int column = columnOfId(each.value("id"_L1).toString());
        if (column < 0 || seen.contains(column))
            continue; // of another version
        seen.insert(column);
        m_header->moveSection(m_header->visualIndex(column), place++);
        const int width = each.value("width"_L1).toInt();
        if (width > 0 && column != LinesModel::Strip)
            m_header->resizeSection(column, std::clamp(width, MinWidth, MaxWidth));
        if (each.value("shown"_L1).isBool() && column != LinesModel::Name)
            m_picked.insert(column, each.value("shown"_L1).toBool());
    }
    applyVisibility();
    const QJsonObject sort = state.value("sort"_L1).toObject();
    const int sorted = columnOfId(sort.value("id"_L1).toString());
    const bool descending = sorted >= 0 && sort.value("descending"_L1).toBool();
    sortByColumn(sorted >= 0 ? sorted : int(LinesModel::State),
                 descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    setGrouping(groupingOf(state.value("group"_L1).toString()));
}

} // namespace plumb
