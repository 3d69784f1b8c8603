// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watchsweep.h"

#include <QAbstractTableModel>

namespace plumb {

//! What a sweep during a watch found out: a row a line, the failed ones first.
class SweepModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Outcome, LineName, Entry, Loss, LostOf, Mean, P95, Jitter, ColumnCount };
    enum Role { VerdictRole = Qt::UserRole };

    explicit SweepModel(SweepResult result, QObject *parent = nullptr);

    [[nodiscard]] const SweepResult &result() const { return m_result; }
    //! "2 of 6 lines fail, 1 is not certain. 100 probes to each, 02:14:10 to 02:14:32."
    [[nodiscard]] QString headline() const;
    //! Tab-separated, with a title row.
    [[nodiscard]] QString toText() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString display(const SweptLine &line, int column) const;
    [[nodiscard]] QString accessible(const SweptLine &line, int column) const;

    SweepResult m_result;
};

} // namespace plumb
