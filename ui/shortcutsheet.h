// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

namespace plumb {

//! What can be done by keyboard, on one sheet.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(const QList<QPair<QString, QString>> &shortcuts, QWidget *parent = nullptr);
};

} // namespace plumb
