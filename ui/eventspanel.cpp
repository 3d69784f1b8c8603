// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspanel.h"

#include "eventsmodel.h"
#include "format.h"
#include "monitor.h"
#include "theme.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// Time, sign of the state, text.
class EventDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString text = item.text;
        item.text.clear();
        const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

        const bool selected = item.state.testFlag(QStyle::State_Selected);
        const QColor textColor = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QString time = index.data(EventsModel::TimeRole).toString();
        const QFontMetrics metrics(item.font);
        const int sign = metrics.height();
        QRect rest = item.rect.adjusted(6, 0, -4, 0);
        painter->save();
        painter->setFont(item.font);
        painter->setPen(selected ? textColor : dimTextColor(item.palette));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, time);
        rest.setLeft(rest.left() +
                     qMax(metrics.horizontalAdvance(u"00:00:00"_s), metrics.horizontalAdvance(time)) + 8);
        if (index.data(EventsModel::HasShapeRole).toBool()) {
            const auto verdict = static_cast<Verdict>(index.data(EventsModel::VerdictRole).toInt());
            const BadgeColors badge = badgeColors(verdict, isDark(item.palette));
            const QRectF place(rest.left(), rest.center().y() - sign / 2.0, sign, sign);
            if (badge.isFilled()) {
                painter->setRenderHint(QPainter::Antialiasing);
                painter->setPen(Qt::NoPen);
                painter->setBrush(badge.fill);
                painter->drawRoundedRect(place, 3, 3);
            }
            paintStateShape(painter, place.adjusted(2, 2, -2, -2), verdict,
                            badge.isFilled() ? badge.text : textColor);
        }
        rest.setLeft(rest.left() + sign + 6);
        painter->setPen(textColor);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, rest.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, QFontMetrics(option.font).height() + 6};
    }
};

} // namespace

EventsPanel::EventsPanel(const Monitor *monitor, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_model(new EventsModel(this))
    , m_shown(new EventsInRange(m_model, this))
    , m_title(new QLabel(this))
    , m_view(new QListView(this))
    , m_empty(new QLabel(m_view->viewport()))
{
    m_title->setBuddy(m_view);
    m_title->setContentsMargins(6, 3, 6, 3);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_view->setObjectName(u"eventsView"_s);
    m_view->setAccessibleName(tr("Events"));
    m_view->setModel(m_shown);
    m_view->setItemDelegate(new EventDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setToolTip(tr("Double click: go to the line and the time."));
    m_empty->setContentsMargins(6, 6, 6, 6);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);

    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT eventActivated(index.data(EventsModel::KeyRole).toUInt(),
                              index.data(EventsModel::TimeUsRole).toLongLong());
    });
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, &EventsPanel::showTitle);
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this, &EventsPanel::showTitle);
    showTitle();
}

void EventsPanel::setRange(const FocusRange &range)
{
    m_shown->setRange(range);
    showTitle();
}

void EventsPanel::showTitle()
{
    const FocusRange &range = m_shown->range();
    const int shown = m_shown->rowCount();
    const int all = m_model->rowCount();
    if (range.isTimed())
        m_title->setText(
            tr("&Events %1: %2 of %3", "since 02:12:41, 3, 57")
                .arg(rangeText(range, RunKind::Watch, QDateTime::currentMSecsSinceEpoch() * 1000),
                     formatCount(shown), formatCount(all)));
    else
        m_title->setText(tr("&Events"));
    m_empty->setText(range.isTimed() ? tr("No state changed in this range.")
                                     : tr("No state has changed yet."));
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, dimTextColor(dim));
    m_empty->setPalette(dim);
    m_empty->adjustSize();
    m_empty->setVisible(shown == 0);
}

void EventsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTitle();
}

void EventsPanel::add(const Event &event)
{
    // A picture frozen over night does not gather without bound.
    if (m_pending.size() >= EventsModel::MaxRows) {
        m_pending.removeFirst();
        m_pendingNames.removeFirst();
    }
    m_pending.append(event);
    m_pendingNames.append(m_monitor->contains(event.line) ? m_monitor->line(event.line).line.label()
                                                          : QString());
}

void EventsPanel::flush()
{
    if (m_pending.isEmpty())
        return;
    m_model->append(m_pending, m_pendingNames);
    m_pending.clear();
    m_pendingNames.clear();
}

void EventsPanel::clear()
{
    m_pending.clear();
    m_pendingNames.clear();
    m_model->clear();
}

} // namespace plumb
