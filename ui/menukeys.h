// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace plumb {

//! F10 opens the menu bar, Shift+F10 the menu of what has the keyboard, as the Menu key does, which many
//! keyboards lack: Qt knows both keys on other systems only (Qt 6.4).
void addMenuKeys(QMainWindow *window);

} // namespace plumb
