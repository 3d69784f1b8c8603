// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace plumb {

//! Writes JSON for people: keys in the order of keyOrder (others after them, by alphabet), four blanks a
//! level, an object or array on one row where it fits, so that a line of a profile is a row and a change is a
//! row of a diff.
[[nodiscard]] QByteArray jsonText(const QJsonObject &object, const QStringList &keyOrder);

} // namespace plumb
