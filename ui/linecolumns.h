// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"

#include <QLatin1StringView>

namespace plumb {

//! When a column shows that the user has not picked or put away.
enum class ColumnRule : quint8 { Always, Never, WithEcho, WithLate, WithNotCounted };

struct ColumnInfo
{
    LinesModel::Column column;
    QLatin1StringView id; //!< in the settings
    int width;            //!< at a font of 10 pt on a screen of 96 dpi
    ColumnRule rule;
};

//! By LinesModel::Column, which is the order that they stand in at first.
[[nodiscard]] const ColumnInfo &columnInfo(int column);
//! -1 where no column has this id.
[[nodiscard]] int columnOfId(const QString &id);

} // namespace plumb
