// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cell.h"
#include "summary.h"

#include <QByteArray>

namespace plumb {

//! One record of RFC 4180: UTF-8, comma, CRLF. A text that begins with = + - @, tab or CR gets a leading ',
//! so that no spreadsheet takes it for a formula; a number is left as it is.
[[nodiscard]] QByteArray csvRecord(const QList<Cell> &cells);
//! The header row.
[[nodiscard]] QByteArray csvRecord(const QStringList &columns);

//! What Excel needs to read a file as UTF-8.
[[nodiscard]] QByteArray byteOrderMark();

//! What a sample's or an event's row says of its line.
struct LineNames
{
    QString lineId, line, entry, echo, station;
};

[[nodiscard]] QStringList sampleColumns();
[[nodiscard]] QList<Cell> sampleCells(const Sample &sample, const LineNames &names);

[[nodiscard]] QStringList eventColumns();
[[nodiscard]] QList<Cell> eventCells(const Event &event, const LineNames &names);
[[nodiscard]] QJsonObject eventJson(const Event &event, const LineNames &names);

//! {column: cell, …}
[[nodiscard]] QJsonObject jsonRecord(const QStringList &columns, const QList<Cell> &cells);

} // namespace plumb
