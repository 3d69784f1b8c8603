// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace plumb {

//! The translation context of this folder's messages.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(plumb::line)
};

//! Text of a file as a message shows it: in quotes, one row, control characters escaped, cut after 60
//! characters.
[[nodiscard]] QString quoted(QStringView text);

//! A number as a file spells it, shortest form, with a point.
[[nodiscard]] QString plainNumber(double value);

//! The candidate that a misspelt word most likely means (edit distance of at most 2, case aside); empty if
//! none is near.
[[nodiscard]] QString nearest(QStringView word, const QStringList &candidates);

//! Where a text has a control character, which would break tables and reports; -1 if nowhere.
[[nodiscard]] qsizetype controlCharacter(QStringView text);

} // namespace plumb
