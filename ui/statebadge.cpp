// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statebadge.h"

#include "theme.h"

#include <QApplication>
#include <QPainter>

namespace plumb {

namespace {

constexpr int Inset = 2;  //!< between cell and badge
constexpr int Margin = 5; //!< between badge and sign
constexpr int Gap = 4;    //!< between sign and text

int shapeSide(const QFontMetrics &metrics) { return metrics.ascent(); }

} // namespace

StateBadgeDelegate::StateBadgeDelegate(int verdictRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_verdictRole(verdictRole)
{}

void StateBadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    item.icon = {};
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    bool known = false;
    const int value = index.data(m_verdictRole).toInt(&known);
    if (!known || value < 0 || value > static_cast<int>(Verdict::Paused))
        return;
    const auto verdict = static_cast<Verdict>(value);
    const BadgeColors colors = badgeColors(verdict, isDark(item.palette));
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto group = !item.state.testFlag(QStyle::State_Enabled) ? QPalette::Disabled
                       : item.state.testFlag(QStyle::State_Active) ? QPalette::Active
                                                                   : QPalette::Inactive;

    painter->save();
    painter->setClipRect(item.rect);
    const QRectF badge = QRectF(item.rect).adjusted(Inset, 1, -Inset, -1);
    QColor foreground = item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    if (colors.isFilled()) {
        painter->setRenderHint(QPainter::Antialiasing);
        // The outline in the selection's own text colour keeps the badge apart from any selection behind it.
        painter->setPen(selected ? QPen(foreground, 1) : QPen(Qt::NoPen));
        painter->setBrush(colors.fill);
        painter->drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->setRenderHint(QPainter::Antialiasing, false);
        foreground = colors.text;
    }

    const QFontMetrics metrics(item.font);
    const int side = shapeSide(metrics);
    const QRect inner = badge.toRect().adjusted(Margin, 0, -Margin, 0);
    const QRect shape(inner.left(), inner.center().y() - side / 2, side, side);
    const QRect words = inner.adjusted(side + Gap, 0, 0, 0);
    paintStateShape(painter, QStyle::visualRect(item.direction, inner, shape), verdict, foreground);
    painter->setFont(item.font);
    painter->setPen(foreground);
    const auto alignment = QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(QStyle::visualRect(item.direction, inner, words),
                      static_cast<int>(alignment) | Qt::TextSingleLine,
                      metrics.elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

QSize StateBadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QFontMetrics metrics(item.font);
    const int width =
        metrics.horizontalAdvance(item.text) + shapeSide(metrics) + Gap + 2 * (Margin + Inset) + 2;
    return {width, metrics.height() + 6};
}

} // namespace plumb
