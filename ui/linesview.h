// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "groupmodel.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTableView>

namespace plumb {

class CellDelegate;
class LinesHeader;
class LinesProxy;
class StateBadgeDelegate;
class StripDelegate;

//! The lines table: columns, delegates and widths, groups, the shared time axis, and the knowledge of when
//! rows must hold still. Its model is a GroupModel over the proxy.
class LinesView final : public QTableView
{
    Q_OBJECT
public:
    //! How long rows hold still after the pointer or a key moved over the table.
    static constexpr int HoldMs = 3000;

    LinesView(LinesModel *model, LinesProxy *proxy, QWidget *parent = nullptr);

    //! True while moving rows would pull them from under the user's hand.
    [[nodiscard]] bool isHeld() const;
    //! In the table's order, each once; a selected group stands for its lines.
    [[nodiscard]] QList<LineKey> selectedKeys() const;
    //! Lines whose rows are in sight, from above.
    [[nodiscard]] QList<LineKey> visibleKeys() const;
    void selectKey(LineKey key);
    //! False where not all of them are in the table.
    [[nodiscard]] bool selectKeys(const QList<LineKey> &keys);
    //! The next (or previous) line below the current one whose state is not fine; comes round at the end.
    void goToProblem(int step);
    //! Edits the current line's name in its cell; false where that can not be.
    bool renameCurrent();

    //! Tells in the header whether rows hold still although their order has changed.
    void showHeld(bool held);
    //! The time that all strips show.
    void setAxis(qint64 fromUs, qint64 toUs);
    //! The selected rows as tab-separated text with a title row, as the clipboard of a spreadsheet wants it:
    //! the columns that are shown, in their order.
    [[nodiscard]] QString selectionAsText() const;

    [[nodiscard]] GroupModel *groups() const { return m_groups; }
    void setGrouping(Grouping grouping);

    //! Visible or not, in their order on the screen.
    [[nodiscard]] QList<int> columnOrder() const;
    void setColumnShown(int column, bool shown);
    //! Past the next visible column to the left (step −1) or right (1).
    void moveColumn(int column, int step);
    [[nodiscard]] bool canMoveColumn(int column, int step) const;
    //! As wide as the rows in sight need.
    void fitColumn(int column);
    //! Order, widths and what shows as at first.
    void resetColumns();
    //! Order, widths, what the user has picked or put away, the sort and the grouping.
    [[nodiscard]] QJsonObject layoutState() const;
    //! What it does not name, or names wrongly, is as at first.
    void setLayoutState(const QJsonObject &state);

    QAbstractItemDelegate *itemDelegateForIndex(const QModelIndex &index) const override;

Q_SIGNALS:
    //! Rows were selected, or what selected rows stand for has changed.
    void selectedKeysChanged();
    void headerMenuRequested(int column, const QPoint &at);
    void groupingChanged();
    //! Enter or a double click on the row of a line.
    void lineActivated();

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitRows();
    void setFolded(int row, bool folded);
    void applyVisibility();
    [[nodiscard]] bool showsByItself(int column) const;
    [[nodiscard]] int neighbourOf(int column, int step) const;
    void setDefaultWidths();
    [[nodiscard]] QString cellForCopy(int row, int column) const;

    LinesModel *m_model;
    LinesProxy *m_proxy;
    GroupModel *m_groups;
    LinesHeader *m_header;
    CellDelegate *m_cells;
    StateBadgeDelegate *m_badges;
    StripDelegate *m_strip;
    QHash<int, bool> m_picked; //!< columns that the user has shown or hidden
    QElapsedTimer m_touched;
};

} // namespace plumb
