// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace plumb {

//! One value of a report's row: a text, a number with its decimals, a list, or unknown. CSV and JSON are
//! written from the same cells, so they can not disagree.
class Cell
{
public:
    Cell() = default; //!< unknown: an empty cell, null in JSON
    [[nodiscard]] static Cell text(const QString &text);
    [[nodiscard]] static Cell list(const QStringList &texts);
    [[nodiscard]] static Cell count(qint64 n);
    [[nodiscard]] static Cell number(std::optional<double> value, int decimals);
    [[nodiscard]] static Cell ms(std::optional<double> value) { return number(value, 3); }
    [[nodiscard]] static Cell percent(std::optional<double> value) { return number(value, 2); }
    //! UTC in whole microseconds since the epoch.
    [[nodiscard]] static Cell time(std::optional<qint64> us);

    [[nodiscard]] bool isNumber() const { return m_value.isDouble(); }
    //! "." decimals in every locale, lists joined with ";", empty where unknown.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] const QJsonValue &toJson() const { return m_value; }

private:
    Cell(const QJsonValue &value, int decimals)
        : m_value(value)
        , m_decimals(decimals)
    {}

    QJsonValue m_value;
    int m_decimals = 0;
};

//! "2026-11-21T02:12:41.123456000Z"
[[nodiscard]] QString isoTime(qint64 us);

} // namespace plumb
