// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesview.h"

#include "celldelegate.h"
#include "linesheader.h"
#include "linesmodel.h"
#include "linesproxy.h"
#include "statebadge.h"
#include "strip.h"
#include "theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// At a font of 10 pt on a screen of 96 dpi; the strip takes the rest.
constexpr std::array<int, LinesModel::ColumnCount> DefaultWidths{204, 68, 156, 166, 166, 72,
                                                                 72,  66, 74,  64,  72,  270};
constexpr double DefaultFontPixels = 10.0 * 96 / 72;

} // namespace

LinesView::LinesView(LinesModel *model, LinesProxy *proxy, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_proxy(proxy)
    , m_header(new LinesHeader(Qt::Horizontal, this))
{
    setObjectName(u"linesView"_s);
    setAccessibleName(tr("Lines"));
    setHorizontalHeader(m_header);
    m_header->setStripSection(LinesModel::Strip);
    m_header->setSectionsClickable(true);
    m_header->setHighlightSections(false);
    m_header->setStretchLastSection(true);
    m_header->setSortIndicator(LinesModel::State, Qt::AscendingOrder);
    setModel(proxy);
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setMouseTracking(true);

    m_strip = new StripDelegate(
        [this](const QModelIndex &index) { return m_model->historyAt(m_proxy->mapToSource(index).row()); },
        this);
    setItemDelegate(new CellDelegate(m_model, m_proxy, this));
    setItemDelegateForColumn(LinesModel::State, new StateBadgeDelegate(LinesModel::VerdictRole, this));
    setItemDelegateForColumn(LinesModel::Strip, m_strip);

    setColumnHidden(LinesModel::Echo, !m_model->hasEcho());
    connect(m_model, &LinesModel::echoPresenceChanged, this,
            [this](bool hasEcho) { setColumnHidden(LinesModel::Echo, !hasEcho); });
    fitRows();
    setDefaultWidths();
}

bool LinesView::isHeld() const
{
    return QApplication::activePopupWidget() || (m_touched.isValid() && m_touched.elapsed() < HoldMs);
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
    QTableView::keyPressEvent(event);
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

void LinesView::setDefaultWidths()
{
    const double scale = QFontInfo(font()).pixelSize() / DefaultFontPixels;
    QList<int> all;
    for (const int width : DefaultWidths)
        all.append(qRound(width * scale));
    setWidths(all);
}

QList<int> LinesView::widths() const
{
    QList<int> all;
    for (int column = 0; column < LinesModel::ColumnCount;
         ++column) // a hidden column has width 0: it keeps its default
        all.append(isColumnHidden(column) ? 0 : columnWidth(column));
    return all;
}

void LinesView::setWidths(const QList<int> &widths)
{
    if (widths.size() != LinesModel::ColumnCount)
        return;
    for (int column = 0; column < LinesModel::Strip; ++column) {
        if (widths[column] >= 16)
            m_header->resizeSection(column, widths[column]);
    }
}

QList<LineKey> LinesView::selectedKeys() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<LineKey> keys;
    for (const int row : std::as_const(rows))
        keys.append(m_proxy->row(row).key);
    return keys;
}

QList<LineKey> LinesView::visibleKeys() const
{
    QList<LineKey> keys;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = first; row >= 0 && row < m_proxy->rowCount() && (last < 0 || row <= last); ++row)
        keys.append(m_proxy->row(row).key);
    return keys;
}

void LinesView::selectKey(LineKey key)
{
    const int source = m_model->rowOf(key);
    if (source < 0)
        return;
    const QModelIndex index = m_proxy->mapFromSource(m_model->index(source, LinesModel::Name));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void LinesView::goToProblem(int step)
{
    const int rows = m_proxy->rowCount();
    int row = currentIndex().isValid() ? currentIndex().row() : (step > 0 ? -1 : rows);
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + step + rows) % rows;
        const Verdict verdict = m_proxy->row(row).verdict;
        if (isFlagged(verdict) || verdict == Verdict::Suspect) {
            setCurrentIndex(m_proxy->index(row, LinesModel::Name));
            return;
        }
    }
}

void LinesView::setAxis(qint64 fromUs, qint64 toUs)
{
    m_strip->setAxis(fromUs, toUs);
    m_header->setAxis(fromUs, toUs);
    const int left = columnViewportPosition(LinesModel::Strip);
    viewport()->update(left, 0, columnWidth(LinesModel::Strip), viewport()->height());
}

QString LinesView::selectionAsText() const
{
    const auto plain = [](QString cell) { return cell.replace(u'\t', u' ').replace(u'\n', u' '); };
    QStringList titles;
    for (int column = 0; column < LinesModel::Strip; ++column) {
        // Without the port that the header may show: the cells of the text have it.
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        titles.append(column == LinesModel::Entry || column == LinesModel::Echo ? title.section(u" :"_s, 0, 0)
                                                                                : title);
    }
    QString text = titles.join(u'\t') + u'\n';
    const QList<LineKey> keys = selectedKeys();
    for (const LineKey key : keys) {
        const int source = m_model->rowOf(key);
        const LineRow &row = m_model->row(source);
        QStringList cells;
        for (int column = 0; column < LinesModel::Strip; ++column) {
            QString cell = m_model->index(source, column).data().toString();
            if (column == LinesModel::Entry)
                cell = row.line.entry.toString();
            else if (column == LinesModel::Echo)
                cell = row.line.echo ? row.line.echo->toString() : QString();
            cells.append(plain(cell));
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace plumb
