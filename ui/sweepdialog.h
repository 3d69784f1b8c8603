// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watchsweep.h"

#include <QDialog>

namespace plumb {

class SweepModel;

//! The result of a sweep during a watch, which goes on beside it: pass or fail of each line, to be copied.
class SweepDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SweepDialog(const SweepResult &result, QWidget *parent = nullptr);

private:
    void copy();

    SweepModel *m_model;
};

} // namespace plumb
