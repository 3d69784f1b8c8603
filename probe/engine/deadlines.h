// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QTimer>

#include <functional>
#include <queue>
#include <vector>

namespace plumb {

//! The time-outs of all open probes, in order, driven by one timer.
class Deadlines
{
public:
    struct Due
    {
        qint64 dueNs = 0;
        LineKey line = 0;
        quint32 seq = 0;
        friend bool operator>(const Due &a, const Due &b) { return a.dueNs > b.dueNs; }
    };

    //! onDue gets what is due; isOpen tells whether a probe still waits (others are dropped without a
    //! wake-up).
    Deadlines(std::function<void(std::vector<Due>)> onDue, std::function<bool(const Due &)> isOpen);

    void add(const Due &due);
    void clear();

private:
    void fire();
    void arm();

    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_heap;
    std::function<void(std::vector<Due>)> m_onDue;
    std::function<bool(const Due &)> m_isOpen;
    QTimer m_timer;
    quint32 m_added = 0;
};

} // namespace plumb
