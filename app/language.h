// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumb {

//! Installs the translations of a language ("en", "zh_CN"; empty: the system's) into the application object.
void installTranslations(const QString &language);

} // namespace plumb
