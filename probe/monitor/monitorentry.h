// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge.h"
#include "monitor.h"

namespace plumb {

//! What the monitor itself needs of a line beside what others may see.
struct Monitor::Entry
{
    LineState state;
    std::unique_ptr<Judge> judge;
    quint32 judgedEnd = 0;
    bool paused = false;
    bool inRun = false;
    bool changed = false; //!< its target, since the engine was told
    bool touched = false; //!< by the batch that is being taken
    TextId address;       //!< that state.address was made from
    QString lastNotice;
};

} // namespace plumb
