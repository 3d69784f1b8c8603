// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace plumb {

//! A table header whose strip section shows, beside its title, the clock times at both ends of the shared
//! time axis.
class LinesHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit LinesHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

    //! The logical section of the strip; -1: none.
    void setStripSection(int logicalIndex);
    //! The same range as StripDelegate::setAxis().
    void setAxis(qint64 fromUs, qint64 toUs);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    int m_strip = -1;
    qint64 m_fromUs = 0, m_toUs = 0;
};

} // namespace plumb
