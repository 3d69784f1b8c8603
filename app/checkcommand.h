// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "profilefile.h"

namespace plumb {

//! `plumbline check`: prints every problem of a profile or list; the exit code.
[[nodiscard]] int runCheck(const CheckRequest &request);

//! Tells problems on standard error, a line each; at most so many errors and so many warnings (0: all).
void printProblems(const QList<Problem> &problems, const QString &file, int atMost);

} // namespace plumb
