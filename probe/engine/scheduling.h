// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plumb {

//! Asks the system to run the calling thread before ordinary ones (SCHED_RR where it is allowed; else nothing
//! changes): a probe whose sending is interrupted has no RTT to trust and is not counted.
void favourThisThread();

} // namespace plumb
