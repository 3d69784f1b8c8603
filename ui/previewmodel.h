// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profilefile.h"

#include <QAbstractTableModel>

#include <vector>

namespace plumb {

//! What a list would bring: its lines, and each row's problem in words. Rows with an error stand first, for
//! they are left out; then those with a warning.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Row, Name, Entry, Echo, Tags, Trouble, ColumnCount };

    explicit PreviewModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {}

    //! What parseList() made of a list. text: the list itself, to quote the rows that could not be read; may
    //! be empty.
    void show(const LoadResult &result, const QString &text, const LoadOptions &options);
    //! The lines that can be probed.
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    //! Rows that are left out.
    [[nodiscard]] int errors() const { return m_errors; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entered
    {
        int row = 0; //!< in the list, from 1; 0: not known
        QString name, entry, echo, tags, problem;
        int rank = 2; //!< 0 error, 1 warning, 2 fine
    };
    std::vector<Entered> m_rows;
    QList<Line> m_lines;
    int m_errors = 0;
};

} // namespace plumb
