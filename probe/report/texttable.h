// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace plumb {

//! How many cells of a terminal a text takes: East Asian wide and full-width characters two, combining ones
//! none.
[[nodiscard]] int displayWidth(QStringView text);

//! The text without anything that steers a terminal: control, format and bidirectional characters become
//! U+FFFD.
[[nodiscard]] QString printable(QStringView text);

//! A table of text whose columns line up on a terminal.
class TextTable
{
public:
    enum class Align : quint8 { Left, Right };
    struct Column
    {
        QString title;
        Align align = Align::Left;
        int maxWidth = 48; //!< longer cells end in an ellipsis
    };

    explicit TextTable(QList<Column> columns)
        : m_columns(std::move(columns))
    {}
    //! One cell for each column.
    void addRow(const QStringList &cells);
    //! The titles, then the rows; each ends with a newline.
    [[nodiscard]] QString toString() const;

private:
    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

} // namespace plumb
