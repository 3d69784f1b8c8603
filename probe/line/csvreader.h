// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonscan.h"

#include <QList>
#include <QString>

namespace plumb {

struct CsvCell
{
    QString text; //!< without quotes and the blanks around it
    TextPlace place;
};

//! Reads RFC 4180 records of a text; a quoted cell may hold separators and rows. A full-width separator
//! counts as its ASCII one outside quotes.
class CsvReader
{
public:
    CsvReader(QStringView text, QChar separator);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size() || !m_error.isEmpty(); }
    //! The cells of the next record; a blank row is one empty cell.
    [[nodiscard]] QList<CsvCell> next();

    //! Set where the text can not be split any further: "what is wrong; what to do".
    [[nodiscard]] const QString &error() const { return m_error; }
    [[nodiscard]] TextPlace errorPlace() const { return m_errorPlace; }

private:
    [[nodiscard]] bool isSeparator(QChar c) const;
    void step();
    [[nodiscard]] CsvCell cell();
    void readQuoted(CsvCell &cell);
    void fail(TextPlace place, const QString &error);

    QStringView m_text;
    QChar m_separator;
    QChar m_wide;
    qsizetype m_at = 0;
    TextPlace m_place;
    QString m_error;
    TextPlace m_errorPlace;
};

} // namespace plumb
