// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace plumb {

//! The translation context of this folder's messages.
struct ReflectText
{
    Q_DECLARE_TR_FUNCTIONS(plumb::ReflectText)
};

} // namespace plumb
