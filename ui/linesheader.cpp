// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesheader.h"

#include "format.h"
#include "theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace plumb {

LinesHeader::LinesHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    // What a header of QTableView does by itself and one of our own has to ask for.
    setSectionsClickable(true);
    setHighlightSections(false);
}

void LinesHeader::setStripSection(int logicalIndex)
{
    m_strip = logicalIndex;
    viewport()->update();
}

void LinesHeader::setAxis(qint64 fromUs, qint64 toUs)
{
    constexpr qint64 SecondUs = 1'000'000;
    // Labels change once a second, the axis more often.
    if (fromUs / SecondUs == m_fromUs / SecondUs && toUs / SecondUs == m_toUs / SecondUs)
        return;
    m_fromUs = fromUs;
    m_toUs = toUs;
    if (m_strip >= 0)
        updateSection(m_strip);
}

void LinesHeader::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    viewport()->update();
}

bool LinesHeader::tellsOfHold(int logicalIndex) const
{
    if (!m_held)
        return false;
    const int place = visualIndex(logicalIndex);
    for (int before = 0; before < place; ++before) {
        if (!isSectionHidden(this->logicalIndex(before)))
            return false;
    }
    return true;
}

bool LinesHeader::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int section = logicalIndexAt(help->pos());
        if (section >= 0 && tellsOfHold(section)) {
            const QString title = model()->headerData(section, orientation(), Qt::ToolTipRole).toString();
            const QString hold =
                tr("The rows hold still while the pointer or the keyboard is at the table; 3 s "
                   "later they sort again.");
            QToolTip::showText(help->globalPos(), title.isEmpty() ? hold : QString(title + u"\n\n"_s + hold),
                               this);
            return true;
        }
    }
    return QHeaderView::viewportEvent(event);
}

void LinesHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (logicalIndex == m_strip)
        option->text.clear(); // paintSection() draws it between the times
    else if (tellsOfHold(logicalIndex))
        option->text += u" · "_s + tr("order held");
}

void LinesHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
    if (logicalIndex != m_strip || !model())
        return;

    constexpr int Margin = 4;
    const QRect inner = rect.adjusted(Margin, 0, -Margin, 0);
    const QString title = model()->headerData(logicalIndex, orientation()).toString();
    const QString from = m_fromUs > 0 ? formatClockMinutes(m_fromUs) : QString();
    const QString to = m_toUs > 0 ? formatClockMinutes(m_toUs) : QString();
    const QFontMetrics metrics(font());
    const int timeWidth = std::max(metrics.horizontalAdvance(from), metrics.horizontalAdvance(to));
    const int gap = metrics.horizontalAdvance(u' ') * 2;
    const bool timesFit = inner.width() >= 2 * timeWidth + gap;
    const bool titleFits =
        inner.width() >= metrics.horizontalAdvance(title) + (timesFit ? 2 * (timeWidth + gap) : 0);

    painter->save();
    painter->setClipRect(rect);
    painter->setFont(font());
    painter->setPen(palette().color(QPalette::ButtonText));
    if (titleFits || !timesFit)
        painter->drawText(inner, Qt::AlignCenter | Qt::TextSingleLine,
                          metrics.elidedText(title, Qt::ElideRight, inner.width()));
    if (timesFit) {
        painter->setPen(dimTextColor(palette()));
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, from);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, to);
    }
    painter->restore();
}

} // namespace plumb
