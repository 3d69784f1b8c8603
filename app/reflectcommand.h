// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

namespace plumb {

//! `plumbline reflect`: answers until it is stopped; needs a QCoreApplication, runs its event loop, gives the
//! exit code.
[[nodiscard]] int runReflect(const ReflectRequest &request);

} // namespace plumb
