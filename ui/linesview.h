// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QElapsedTimer>
#include <QTableView>

namespace plumb {

class LinesHeader;
class LinesModel;
class LinesProxy;
class StripDelegate;

//! The lines table: columns, delegates and widths, the shared time axis, and the knowledge of when rows must
//! hold still.
class LinesView final : public QTableView
{
    Q_OBJECT
public:
    //! How long rows hold still after the pointer or a key moved over the table.
    static constexpr int HoldMs = 3000;

    LinesView(LinesModel *model, LinesProxy *proxy, QWidget *parent = nullptr);

    //! True while moving rows would pull them from under the user's hand.
    [[nodiscard]] bool isHeld() const;
    //! In the table's order.
    [[nodiscard]] QList<LineKey> selectedKeys() const;
    //! Lines whose rows are in sight, from above.
    [[nodiscard]] QList<LineKey> visibleKeys() const;
    void selectKey(LineKey key);
    //! The next (or previous) line below the current one whose state is not fine; comes round at the end.
    void goToProblem(int step);

    //! The time that all strips show.
    void setAxis(qint64 fromUs, qint64 toUs);
    //! The selected rows as tab-separated text with a title row, as the clipboard of a spreadsheet wants it.
    [[nodiscard]] QString selectionAsText() const;

    void setDefaultWidths();
    [[nodiscard]] QList<int> widths() const;
    void setWidths(const QList<int> &widths);

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitRows();

    LinesModel *m_model;
    LinesProxy *m_proxy;
    LinesHeader *m_header;
    StripDelegate *m_strip;
    QElapsedTimer m_touched;
};

} // namespace plumb
