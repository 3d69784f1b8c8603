// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celldelegate.h"

#include "groupmodel.h"
#include "theme.h"

#include <QPainter>
#include <QPixmap>

namespace plumb {

namespace {

QIcon foldIcon(bool expanded, const QColor &color, int side, double scale)
{
    QPixmap pixmap(QSize(side, side) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double a = side * 0.2, m = side * 0.5, b = side * 0.8;
    if (expanded)
        painter.drawPolygon(QPolygonF{{a, side * 0.32}, {b, side * 0.32}, {m, side * 0.74}});
    else
        painter.drawPolygon(QPolygonF{{side * 0.32, a}, {side * 0.74, m}, {side * 0.32, b}});
    return QIcon(pixmap);
}

} // namespace

CellDelegate::CellDelegate(const GroupModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    const bool isGroup = m_model->isGroup(index.row());
    if (column == LinesModel::Entry || column == LinesModel::Echo) {
        option->textElideMode = Qt::ElideMiddle;
    } else if (column == LinesModel::Loss) {
        const QVariant loss = index.data(LinesModel::LossRole);
        const QColor tint = loss.isValid() ? lossTint(loss.toDouble(), isDark(option->palette)) : QColor();
        if (tint.isValid())
            option->backgroundBrush = tint;
    } else if (column == LinesModel::Name && isGroup) {
        const bool isSelected = option->state.testFlag(QStyle::State_Selected);
        const int side = option->fontMetrics.height() - 2;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(side, side);
        option->icon =
            foldIcon(m_model->isExpanded(index.row()),
                     option->palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text), side,
                     option->widget ? option->widget->devicePixelRatioF() : 1.0);
    } else if (column == LinesModel::Name && m_model->grouping() != Grouping::None) {
        // Under the arrow of its group.
        const int side = option->fontMetrics.height() - 2;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(side, side);
    }
}

} // namespace plumb
