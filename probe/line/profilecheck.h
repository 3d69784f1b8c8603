// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "problems.h"

namespace plumb {

//! Tells where a line's key stands in the file that the profile came from, as Problem::place has it.
using LinePlace = std::function<QString(qsizetype line, const QString &key)>;

//! The places of a profile's own file: "lines[3].entry".
[[nodiscard]] LinePlace keyPathPlace();

//! Checks every value of a profile and how they go together; the types have been seen to. Ids may still be
//! empty.
void checkProfile(const Profile &profile, const LoadOptions &options, const LinePlace &place,
                  Problems &problems);

} // namespace plumb
