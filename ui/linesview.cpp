// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesview.h"

#include "celldelegate.h"
#include "groupmodel.h"
#include "linesheader.h"
#include "linesproxy.h"
#include "statebadge.h"
#include "strip.h"
#include "theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

// Rows, selection and groups; the columns stand in linesviewcolumns.cpp.

namespace plumb {

LinesView::LinesView(LinesModel *model, LinesProxy *proxy, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_proxy(proxy)
    , m_groups(new GroupModel(model, proxy, this))
    , m_header(new LinesHeader(Qt::Horizontal, this))
    , m_cells(new CellDelegate(m_groups, this))
    , m_badges(new StateBadgeDelegate(LinesModel::VerdictRole, this))
{
    setObjectName(u"linesView"_s);
    setAccessibleName(tr("Lines"));
    setHorizontalHeader(m_header);
    m_header->setStripSection(LinesModel::Strip);
    m_header->setSectionsClickable(true);
    m_header->setSectionsMovable(true);
    m_header->setHighlightSections(false);
    m_header->setStretchLastSection(true);
    m_header->setSortIndicator(LinesModel::State, Qt::AscendingOrder);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        Q_EMIT headerMenuRequested(m_header->logicalIndexAt(at), m_header->mapToGlobal(at));
    });
    setModel(m_groups);
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(SelectedClicked);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setMouseTracking(true);

    m_strip = new StripDelegate(
        [this](const QModelIndex &index) {
            return m_model->historyAt(m_model->rowOf(m_groups->keyAt(index.row())));
        },
        this);
    setItemDelegate(m_cells);

    connect(m_model, &LinesModel::echoPresenceChanged, this, &LinesView::applyVisibility);
    connect(m_model, &LinesModel::presenceChanged, this, &LinesView::applyVisibility);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &LinesView::selectedKeysChanged);
    // Rows that leave take their selection along without a word of the selection model.
    connect(m_groups, &QAbstractItemModel::layoutChanged, this, &LinesView::selectedKeysChanged);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (m_groups->isGroup(index.row()))
            setFolded(index.row(), m_groups->isExpanded(index.row()));
    });
    // Where the desktop opens items by a single click, "activated" would make an edit of each selection.
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_groups->isGroup(index.row()))
            Q_EMIT lineActivated();
    });
    fitRows();
    resetColumns();
}

QAbstractItemDelegate *LinesView::itemDelegateForIndex(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_cells;
    if (index.column() == LinesModel::State)
        return m_badges;
    if (index.column() == LinesModel::Strip && !m_groups->isGroup(index.row()))
        return m_strip;
    return m_cells;
}

bool LinesView::isHeld() const
{
    return QApplication::activePopupWidget() || state() == EditingState ||
           (m_touched.isValid() && m_touched.elapsed() < HoldMs);
}

bool LinesView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel: m_touched.start(); break;
    default: break;
    }
    return QTableView::viewportEvent(event);
}

void LinesView::keyPressEvent(QKeyEvent *event)
{
    m_touched.start();
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    if (row >= 0 && m_groups->isGroup(row) && event->modifiers() == Qt::NoModifier &&
        (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        setFolded(row, event->key() == Qt::Key_Left);
        return;
    }
    QTableView::keyPressEvent(event);
}

// A click on the arrow of a group folds it.
void LinesView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    QTableView::mousePressEvent(event);
    if (!index.isValid() || event->button() != Qt::LeftButton || index.column() != LinesModel::Name ||
        !m_groups->isGroup(index.row()))
        return;
    const QRect cell = visualRect(index);
    if (event->pos().x() < cell.left() + cell.height())
        setFolded(index.row(), m_groups->isExpanded(index.row()));
}

void LinesView::setFolded(int row, bool folded)
{
    const int column = currentIndex().isValid() ? currentIndex().column() : int(LinesModel::Name);
    m_groups->setExpanded(row, !folded);
    setCurrentIndex(m_groups->index(row, column));
}

void LinesView::setGrouping(Grouping grouping)
{
    if (grouping == m_groups->grouping())
        return;
    m_groups->setGrouping(grouping);
    Q_EMIT groupingChanged();
}

void LinesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
    QTableView::changeEvent(event);
}

void LinesView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_proxy->rowCount() > 0 || m_model->rowCount() == 0)
        return;
    QPainter painter(viewport());
    painter.setPen(dimTextColor(palette()));
    painter.drawText(viewport()->rect(), Qt::AlignCenter,
                     tr("No line matches the filter and the state that is picked."));
}

void LinesView::fitRows()
{
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
}

QList<LineKey> LinesView::selectedKeys() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<LineKey> keys;
    QSet<LineKey> known;
    for (const int row : std::as_const(rows)) {
        const QList<LineKey> each = m_groups->keysAt(row);
        for (const LineKey key : each) {
            if (!known.contains(key)) {
                known.insert(key);
                keys.append(key);
            }
        }
    }
    return keys;
}

QList<LineKey> LinesView::visibleKeys() const
{
    QList<LineKey> keys;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = first; row >= 0 && row < m_groups->rowCount() && (last < 0 || row <= last); ++row)
        keys.append(m_groups->keysAt(row));
    return keys;
}

void LinesView::selectKey(LineKey key)
{
    m_groups->reveal(key);
    const int row = m_groups->rowOf(key);
    if (row < 0)
        return;
    const QModelIndex index = m_groups->index(row, LinesModel::Name);
    setCurrentIndex(index);
    scrollTo(index);
}

bool LinesView::selectKeys(const QList<LineKey> &keys)
{
    for (const LineKey key : keys)
        m_groups->reveal(key);
    QItemSelection rows;
    QModelIndex first;
    for (const LineKey key : keys) {
        const int row = m_groups->rowOf(key);
        if (row < 0)
            return false;
        const QModelIndex index = m_groups->index(row, LinesModel::Name);
        if (!first.isValid() || row < first.row())
            first = index;
        rows.select(index, index);
    }
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(first);
    return true;
}

void LinesView::goToProblem(int step)
{
    const int rows = m_groups->rowCount();
    int row = currentIndex().isValid() ? currentIndex().row() : (step > 0 ? -1 : rows);
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + step + rows) % rows;
        if (m_groups->isGroup(row) && m_groups->isExpanded(row))
            continue; // its lines are looked at one by one
        const QModelIndex index = m_groups->index(row, LinesModel::Name);
        const auto verdict = static_cast<Verdict>(index.data(LinesModel::VerdictRole).toInt());
        if (isFlagged(verdict) || verdict == Verdict::Suspect) {
            setCurrentIndex(index);
            return;
        }
    }
}

bool LinesView::renameCurrent()
{
    if (!currentIndex().isValid() || isColumnHidden(LinesModel::Name))
        return false;
    const QModelIndex index = m_groups->index(currentIndex().row(), LinesModel::Name);
    if (!(m_groups->flags(index) & Qt::ItemIsEditable))
        return false;
    scrollTo(index);
    setCurrentIndex(index);
    return edit(index, AllEditTriggers, nullptr);
}

void LinesView::showHeld(bool held) { m_header->setHeld(held); }

void LinesView::setAxis(qint64 fromUs, qint64 toUs)
{
    m_strip->setAxis(fromUs, toUs);
    m_header->setAxis(fromUs, toUs);
    const int left = columnViewportPosition(LinesModel::Strip);
    viewport()->update(left, 0, columnWidth(LinesModel::Strip), viewport()->height());
}

QString LinesView::cellForCopy(int row, int column) const
{
    QString cell = m_groups->index(row, column).data().toString();
    const LineKey key = m_groups->keyAt(row);
    if (key != 0 && (column == LinesModel::Entry || column == LinesModel::Echo)) {
        const Line &line = m_model->row(m_model->rowOf(key)).line;
        cell = column == LinesModel::Entry ? line.entry.toString()
                                           : (line.echo ? line.echo->toString() : QString());
    }
    return cell.replace(u'\t', u' ').replace(u'\n', u' ');
}

QString LinesView::selectionAsText() const
{
    QList<int> columns;
    const QList<int> order = columnOrder();
    for (const int column : order) {
        if (!isColumnHidden(column) && column != LinesModel::Strip)
            columns.append(column);
    }
    QStringList titles;
    for (const int column : std::as_const(columns))
        titles.append(LinesModel::title(column));
    QString text = titles.join(u'\t') + u'\n';
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells.append(cellForCopy(row, column));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace plumb
