// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace plumb {

class LinesView;

//! Which columns the lines table shows, and in which order. Over a header it is about the column clicked;
//! opened by itself about the current one.
class ColumnMenu final : public QMenu
{
    Q_OBJECT
public:
    ColumnMenu(LinesView *view, QWidget *parent);

    void popupFor(int column, const QPoint &at);

private:
    void fill();

    LinesView *m_view;
    int m_column = -1; //!< -1: the current one
};

} // namespace plumb
