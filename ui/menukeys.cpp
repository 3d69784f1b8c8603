// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "menukeys.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QShortcut>

namespace plumb {

namespace {

void openContextMenu(QWidget *widget)
{
    if (!widget)
        return;
    const QPoint at = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

void addMenuKeys(QMainWindow *window)
{
    auto *bar = new QShortcut(QKeySequence(Qt::Key_F10), window);
    QObject::connect(bar, &QShortcut::activated, window, [window] {
        window->menuBar()->setActiveAction(window->menuBar()->actions().constFirst());
    });
    auto *context = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F10), window);
    QObject::connect(context, &QShortcut::activated, window,
                     [window] { openContextMenu(window->focusWidget()); });
}

} // namespace plumb
