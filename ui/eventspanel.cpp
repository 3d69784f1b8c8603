// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspanel.h"

#include "clock.h"
#include "eventsmodel.h"
#include "format.h"
#include "monitor.h"
#include "theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// What the user wrote: the flag that the chart has too.
void paintFlag(QPainter *painter, const QRectF &place, const QColor &color)
{
    const QRectF box = place.adjusted(4, 2, -2, -2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1));
    painter->drawLine(box.topLeft(), box.bottomLeft());
    painter->setBrush(color);
    const QPointF cloth[]{box.topLeft(), QPointF(box.right(), box.top() + box.height() / 4),
                          QPointF(box.left(), box.top() + box.height() / 2)};
    painter->drawPolygon(cloth, 3);
}

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
        if (index.data(EventsModel::NoteRole).toUInt() != 0)
            paintFlag(painter, QRectF(rest.left(), rest.center().y() - sign / 2.0, sign, sign), textColor);
        rest.setLeft(rest.left() + sign + 6);
        painter->setRenderHint(QPainter::Antialiasing, false);
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
    setFocusProxy(m_view);
    m_title->setBuddy(m_view);
    m_title->setContentsMargins(6, 3, 6, 3);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_view->setObjectName(u"eventsView"_s);
    m_view->setAccessibleName(tr("Events"));
    m_view->setModel(m_shown);
    m_view->setItemDelegate(new EventDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setToolTip(tr("Double click or Enter: go to the line and the time."));
    m_empty->setContentsMargins(6, 6, 6, 6);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);

    makeActions();
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT eventActivated(index.data(EventsModel::KeyRole).toUInt(),
                              index.data(EventsModel::TimeUsRole).toLongLong());
    });
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, &EventsPanel::showTitle);
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this, &EventsPanel::showTitle);
    showTitle();
}

void EventsPanel::makeActions()
{
    const auto make = [this](const QString &text, const QKeySequence &keys, auto handler) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, handler);
        addAction(action);
        return action;
    };
    const auto noteHere = [this] { return m_view->currentIndex().data(EventsModel::NoteRole).toUInt(); };
    m_goTo =
        make(tr("&Go to line and time"), {}, [this] { Q_EMIT m_view->activated(m_view->currentIndex()); });
    m_copy = make(tr("&Copy"), QKeySequence::Copy, [this] { copySelected(); });
    m_since = make(tr("&Numbers since then"), {}, [this] {
        Q_EMIT numbersSinceWanted(m_view->currentIndex().data(EventsModel::TimeUsRole).toLongLong());
    });
    m_edit = make(tr("&Edit the note…"), QKeySequence(Qt::Key_F2),
                  [this, noteHere] { Q_EMIT noteEditWanted(noteHere()); });
    m_remove = make(tr("&Remove the note"), QKeySequence::Delete,
                    [this, noteHere] { Q_EMIT noteRemoveWanted(noteHere()); });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (!m_view->currentIndex().isValid())
            return;
        auto *menu = new QMenu(this);
        menu->setObjectName(u"eventsMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_goTo, m_since, m_copy});
        if (m_edit->isEnabled()) {
            menu->addSeparator();
            menu->addActions({m_edit, m_remove});
        }
        menu->popup(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EventsPanel::updateActions);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventsPanel::updateActions);
    updateActions();
}

void EventsPanel::updateActions()
{
    const QModelIndex current = m_view->currentIndex();
    const bool isNote = current.data(EventsModel::NoteRole).toUInt() != 0;
    for (QAction *action : {m_goTo, m_since})
        action->setEnabled(current.isValid());
    m_copy->setEnabled(m_view->selectionModel()->hasSelection());
    m_since->setText(isNote ? tr("&Numbers since this note") : tr("&Numbers since then"));
    m_edit->setEnabled(isNote);
    m_remove->setEnabled(isNote);
}

void EventsPanel::copySelected() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList text;
    for (const QModelIndex &index : std::as_const(rows))
        text.append(index.data(EventsModel::CopyRole).toString());
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text.join(u'\n') + u'\n');
}

QString EventsPanel::namesOf(const Event &event) const
{
    const auto name = [this](LineKey key) {
        return m_monitor->contains(key) ? m_monitor->line(key).line.label() : QString();
    };
    constexpr qsizetype Named = 2;
    QStringList names{name(event.line)};
    for (const LineKey key : event.otherLines.mid(0, Named - 1))
        names.append(name(key));
    const auto more = static_cast<int>(event.otherLines.size() + 1 - names.size());
    const QString text = names.join(u", "_s);
    return more > 0 ? tr("%1 and %n more", "names of lines", more).arg(text) : text;
}

void EventsPanel::showNotes()
{
    QList<Event> notes;
    QStringList names;
    for (const Event &event : m_monitor->events()) {
        if (event.noteId == 0)
            continue;
        notes.append(event);
        names.append(namesOf(event));
    }
    m_model->setNotes(notes, names);
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
                .arg(rangeText(range, RunKind::Watch, realtimeUs()), formatCount(shown), formatCount(all)));
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
    m_pendingNames.append(namesOf(event));
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
