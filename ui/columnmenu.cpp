// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnmenu.h"

#include "linesmodel.h"
#include "linesview.h"

namespace plumb {

ColumnMenu::ColumnMenu(LinesView *view, QWidget *parent)
    : QMenu(tr("C&olumns"), parent)
    , m_view(view)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
    connect(view, &LinesView::headerMenuRequested, this, &ColumnMenu::popupFor);
    fill();
}

void ColumnMenu::popupFor(int column, const QPoint &at)
{
    m_column = column;
    popup(at);
    m_column = -1;
}

void ColumnMenu::fill()
{
    clear();
    const int current = m_view->currentIndex().isValid() ? m_view->currentIndex().column() : -1;
    const int column = m_column >= 0 ? m_column : current;
    const QString title = column >= 0 ? LinesModel::title(column) : QString();
    const auto add = [&](const QString &text, bool possible, auto act) {
        QAction *action = addAction(text);
        action->setEnabled(possible && column >= 0);
        connect(action, &QAction::triggered, m_view, act);
    };
    add(column >= 0 ? tr("Move “%1” &left").arg(title) : tr("Move &left"), m_view->canMoveColumn(column, -1),
        [this, column] { m_view->moveColumn(column, -1); });
    add(column >= 0 ? tr("Move “%1” &right").arg(title) : tr("Move &right"), m_view->canMoveColumn(column, 1),
        [this, column] { m_view->moveColumn(column, 1); });
    add(column >= 0 ? tr("&Hide “%1”").arg(title) : tr("&Hide"), column != LinesModel::Name,
        [this, column] { m_view->setColumnShown(column, false); });
    add(column >= 0 ? tr("&Best width for “%1”").arg(title) : tr("&Best width"), true,
        [this, column] { m_view->fitColumn(column); });
    addSeparator();
    const QList<int> order = m_view->columnOrder();
    for (const int each : order) {
        QAction *action = addAction(LinesModel::title(each));
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(each));
        action->setEnabled(each != LinesModel::Name); // without it nobody knows which line is which
        action->setToolTip(m_view->model()->headerData(each, Qt::Horizontal, Qt::ToolTipRole).toString());
        connect(action, &QAction::triggered, m_view,
                [this, each](bool shown) { m_view->setColumnShown(each, shown); });
    }
    addSeparator();
    connect(addAction(tr("Rese&t columns")), &QAction::triggered, m_view, &LinesView::resetColumns);
}

} // namespace plumb
