// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sharingpicture.h"

#include <QAbstractTableModel>

namespace plumb {

//! What lines share, as a table. A row keeps its index while it tells of the same thing, so selection and
//! reading place stay.
class SharingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, With, Elsewhere, ColumnCount };

    explicit SharingModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {}

    void setRows(const QList<SharingRow> &rows);
    [[nodiscard]] const SharingRow &row(int row) const { return m_rows[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<SharingRow> m_rows;
};

} // namespace plumb
