// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plumb {

//! The keys of a profile file, object by object, in the order in which they are written.
struct ProfileKeys
{
    static const QStringList &profile();
    static const QStringList &sweep();
    static const QStringList &line();
    static const QStringList &rule();
    static const QStringList &probe();
    //! Keys of "probe" that stand in the format but that this version does not use.
    static const QStringList &laterProbe();
    static const QStringList &source();
    //! All of them, for the writer.
    static QStringList all();
};

} // namespace plumb
