// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plotitems.h"

#include "theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace plumb {

void BackItem::pictureChanged()
{
    if (m_bounds != m_traces.boundingRect()) {
        prepareGeometryChange();
        m_bounds = m_traces.boundingRect();
    }
    update();
}

void BackItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const PlotPicture &picture = m_traces.picture();
    if (!picture.empty.isEmpty())
        return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(picture.frameColor, 1));
    painter->drawLines(picture.grid);
    if (!picture.shade.isEmpty())
        painter->fillRect(picture.shade, picture.shadeColor);
    painter->setBrushOrigin(picture.latencyArea.topLeft());
    for (const QRectF &rect : picture.hatched)
        painter->fillRect(rect, picture.hatch);
}

void TraceItem::setPicture(PlotPicture picture, const QRectF &bounds)
{
    if (bounds != m_bounds) {
        prepareGeometryChange();
        m_bounds = bounds;
    }
    m_picture = std::move(picture);
    update();
}

void TraceItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setFont(m_picture.font);
    if (!m_picture.empty.isEmpty()) {
        painter->setPen(m_picture.textColor);
        painter->drawText(m_bounds, Qt::AlignCenter | Qt::TextWordWrap, m_picture.empty);
        paintWords(painter);
        return;
    }
    paintLoss(painter);
    paintTraces(painter);
    paintNumbers(painter);
    paintWords(painter);
}

void TraceItem::paintTraces(QPainter *painter) const
{
    painter->save();
    painter->setClipRect(m_picture.latencyArea.adjusted(-1, -1, 1, 1));
    for (const PlotTrace &trace : m_picture.traces) {
        QColor faint = trace.color;
        faint.setAlphaF(0.45F);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(faint, 1));
        painter->drawLines(trace.whiskers.constData(), static_cast<int>(trace.whiskers.size()));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(trace.color, 1));
        painter->setBrush(Qt::NoBrush);
        for (const QPolygonF &median : trace.medians)
            painter->drawPolyline(median.constData(), static_cast<int>(median.size()));
        painter->setBrush(trace.color);
        for (const QPointF &dot : trace.dots)
            painter->drawEllipse(dot, 1.5, 1.5);
    }
    // Late replies last: they are few, and what they say must not be covered.
    for (const PlotTrace &trace : m_picture.traces) {
        painter->setPen(QPen(m_picture.lossColor, 1));
        painter->setBrush(m_picture.backgroundColor);
        for (const QPointF &late : trace.late)
            painter->drawEllipse(late, 3, 3);
    }
    painter->restore();
}

void TraceItem::paintLoss(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    constexpr double Swatch = 4, SwatchGap = 3;
    for (size_t i = 0; i < m_picture.rugs.size(); ++i) {
        const QRectF &row = m_picture.rugs[i];
        painter->setPen(QPen(m_picture.frameColor, 1));
        painter->drawLine(row.bottomLeft(), row.bottomRight());
        if (m_picture.rugColors.size() > 1)
            painter->fillRect(
                QRectF(row.left() - Swatch - SwatchGap, row.top() + 2, Swatch, row.height() - 4),
                m_picture.rugColors[i]);
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_picture.lossColor);
    painter->drawRects(m_picture.lossRects.constData(), static_cast<int>(m_picture.lossRects.size()));
    constexpr double Cap = 3; // high, and at least as wide
    painter->drawRects(m_picture.icmpRects.constData(), static_cast<int>(m_picture.icmpRects.size()));
    painter->setBrush(m_picture.textColor);
    for (const QRectF &tick : m_picture.icmpRects) {
        const double width = std::max(Cap, tick.width());
        painter->drawRect(QRectF(tick.center().x() - width / 2, tick.top(), width, Cap));
    }
}

// Each curve's number where it ends, and before its row of ticks: colours alone tell some eyes nothing.
void TraceItem::paintNumbers(QPainter *painter) const
{
    if (m_picture.rugs.size() < 2)
        return;
    QFont font = m_picture.font;
    font.setPixelSize(static_cast<int>(m_picture.rugs.front().height()) - 2);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    struct End
    {
        double y;
        const PlotTrace *trace;
    };
    std::vector<End> ends;
    for (const PlotTrace &trace : m_picture.traces) {
        const double x = trace.medians.empty() ? -1 : trace.medians.back().last().x();
        const double dotX = trace.dots.isEmpty() ? -1 : trace.dots.last().x();
        if (x >= 0 || dotX >= 0)
            ends.push_back({x >= dotX ? trace.medians.back().last().y() : trace.dots.last().y(), &trace});
    }
    std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.y < b.y; });
    // From the lowest up, each as near to its curve as those below leave room.
    double lowest = m_picture.latencyArea.bottom() - metrics.height() / 2;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        end->y = std::min(end->y, lowest);
        lowest = end->y - metrics.ascent();
    }
    constexpr double Away = 4, Width = 12;
    for (const End &end : ends) {
        painter->setPen(end.trace->color);
        painter->drawText(QRectF(m_picture.latencyArea.right() + Away, end.y - metrics.height() / 2, Width,
                                 metrics.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, QString::number(end.trace->number));
    }
    constexpr double SwatchRoom = 10;
    for (size_t i = 0; i < m_picture.rugs.size(); ++i) {
        const QRectF &row = m_picture.rugs[i];
        painter->setPen(m_picture.textColor);
        painter->drawText(QRectF(0, row.top() - 1, row.left() - SwatchRoom, row.height() + 2),
                          Qt::AlignRight | Qt::AlignVCenter, QString::number(m_picture.traces[i].number));
    }
    painter->setFont(m_picture.font);
}

void TraceItem::paintWords(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const PlotLabel &label : m_picture.labels) {
        if (label.boxed) {
            QColor patch = m_picture.backgroundColor;
            patch.setAlphaF(0.8F);
            painter->fillRect(
                painter->boundingRect(label.rect, label.flags, label.text).adjusted(-2, 0, 2, 0), patch);
        }
        painter->setPen(label.color);
        // Letters of another font may be higher than the row that was measured for them.
        painter->drawText(label.rect, label.flags | Qt::TextDontClip, label.text);
    }
    for (const PlotMark &mark : m_picture.marks) {
        const QRectF rect(mark.x - MarkSide / 2, m_picture.markY, MarkSide, MarkSide);
        if (!mark.isNote) {
            paintStateShape(painter, rect, mark.verdict, m_picture.textColor);
            continue;
        }
        painter->setPen(QPen(m_picture.textColor, 1));
        painter->drawLine(QPointF(mark.x, rect.top()), QPointF(mark.x, rect.bottom()));
        painter->setBrush(m_picture.textColor);
        const QPointF flag[]{rect.topLeft() + QPointF(MarkSide / 2, 0),
                             QPointF(rect.right() + 1, rect.top() + 3), QPointF(mark.x, rect.top() + 6)};
        painter->drawPolygon(flag, 3);
    }
}

void CrosshairItem::setLook(const Look &look)
{
    m_look = look;
    update();
}

void CrosshairItem::setSelection(const QRectF &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    update();
}

void CrosshairItem::show(double x, const QRectF &area, const QString &text)
{
    if (area != m_area) {
        prepareGeometryChange();
        m_area = area;
    }
    m_x = x;
    m_text = text;
    setVisible(true);
    update();
}

void CrosshairItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    constexpr double Pad = 6, Away = 10;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_look.line, 1));
    painter->drawLine(QPointF(m_x, m_area.top()), QPointF(m_x, m_area.bottom()));
    if (!m_selection.isEmpty()) {
        QColor fill = m_look.selection;
        fill.setAlphaF(0.25F);
        painter->fillRect(m_selection, fill);
        painter->setPen(QPen(m_look.selection, 1));
        painter->drawLine(m_selection.topLeft(), m_selection.bottomLeft());
        painter->drawLine(m_selection.topRight(), m_selection.bottomRight());
        painter->setPen(QPen(m_look.line, 1));
    }
    if (m_text.isEmpty())
        return;
    painter->setFont(m_look.font);
    const QSizeF size = QFontMetricsF(m_look.font).size(0, m_text);
    QRectF box(m_x + Away, m_area.top() + Away, size.width() + 2 * Pad, size.height() + 2 * Pad);
    if (box.right() > m_area.right())
        box.moveRight(m_x - Away);
    if (box.left() < m_area.left())
        box.moveLeft(m_area.left());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(m_look.background);
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(m_look.text);
    painter->drawText(box.adjusted(Pad, Pad, -Pad, -Pad), Qt::AlignLeft | Qt::AlignTop, m_text);
}

} // namespace plumb
