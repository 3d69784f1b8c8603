// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace plumb {

//! Paints a line's state as a filled badge: the drawn sign of the state, then the model's display text,
//! elided. The colour carries nothing that sign and text do not say; accessible text comes from the model.
class StateBadgeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    //! verdictRole: the role under which the model gives a plumb::Verdict as int.
    explicit StateBadgeDelegate(int verdictRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_verdictRole;
};

} // namespace plumb
