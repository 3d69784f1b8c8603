// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduling.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <pthread.h>
#include <sched.h>
#endif

namespace plumb {

void favourThisThread()
{
#ifdef Q_OS_LINUX
    sched_param parameters{};
    parameters.sched_priority = sched_get_priority_min(SCHED_RR);
    (void)pthread_setschedparam(pthread_self(), SCHED_RR, &parameters); // needs CAP_SYS_NICE
#endif
}

} // namespace plumb
