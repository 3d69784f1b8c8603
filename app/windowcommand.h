// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plumb {

//! The window: `plumbline [PROFILE]` and `plumbline demo`. Makes the QApplication; the exit code.
[[nodiscard]] int runWindow(int &argc, char **argv);

} // namespace plumb
