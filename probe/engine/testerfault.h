// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace plumb {

//! A stretch of time in which this computer, not the network, may have spoiled probes.
struct TesterFault
{
    qint64 fromNs = 0, toNs = 0; //!< monotonic
    QString cause;               //!< English key=value pairs
};

} // namespace plumb
