// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace plumb {

//! A table header whose strip section shows, beside its title, the clock times at both ends of the shared
//! time axis, and whose first section tells when the rows hold still.
class LinesHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit LinesHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

    //! The logical section of the strip; -1: none.
    void setStripSection(int logicalIndex);
    //! The same range as StripDelegate::setAxis().
    void setAxis(qint64 fromUs, qint64 toUs);
    //! Whether rows stand where they are although their order has changed.
    void setHeld(bool held);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] bool tellsOfHold(int logicalIndex) const;

    int m_strip = -1;
    qint64 m_fromUs = 0, m_toUs = 0;
    bool m_held = false;
};

} // namespace plumb
