// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profilefile.h"

#include <QDialog>

namespace plumb {

//! Everything that is wrong with a file, each with its place.
class ProblemsDialog final : public QDialog
{
    Q_OBJECT
public:
    ProblemsDialog(const QString &title, const QString &file, const QList<Problem> &problems,
                   QWidget *parent = nullptr);
};

} // namespace plumb
