// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace plumb {

class LinesModel;
class LinesProxy;

//! Plain cells of the lines table: addresses are elided in the middle, losses stand on a tint.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CellDelegate(const LinesModel *model, const LinesProxy *proxy, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const LinesModel *m_model;
    const LinesProxy *m_proxy;
};

} // namespace plumb
