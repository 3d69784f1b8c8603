// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace plumb {

class GroupModel;

//! Plain cells of the lines table: addresses are elided in the middle, losses stand on a tint, groups have
//! an arrow that says whether they are unfolded.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(const GroupModel *model, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const GroupModel *m_model;
};

} // namespace plumb
