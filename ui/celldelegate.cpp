// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celldelegate.h"

#include "linesmodel.h"
#include "linesproxy.h"
#include "theme.h"

namespace plumb {

CellDelegate::CellDelegate(const LinesModel *model, const LinesProxy *proxy, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_proxy(proxy)
{}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    if (column == LinesModel::Entry || column == LinesModel::Echo) {
        option->textElideMode = Qt::ElideMiddle;
    } else if (column == LinesModel::Loss) {
        const std::optional<double> loss = m_model->row(m_proxy->mapToSource(index).row()).stats.lossPct;
        const QColor tint = loss ? lossTint(*loss, isDark(option->palette)) : QColor();
        if (tint.isValid())
            option->backgroundBrush = tint;
    }
}

} // namespace plumb
