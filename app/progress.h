// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor.h"

#include <QElapsedTimer>
#include <QSet>

namespace plumb {

//! Tells on standard error how a run goes: a line at the start and, on a terminal, a bar that is drawn over
//! again.
class Progress
{
public:
    //! durationS: of a watch that ends by itself.
    Progress(const Monitor &monitor, bool quiet, std::optional<double> durationS);

    //! Before the start: what will be sent; where a cap stretches intervals also when it is quiet.
    void announce(const Monitor::Plan &plan);
    void begin() { m_elapsed.start(); }
    void touch(const QList<LineKey> &lines); //!< their figures changed
    void draw();
    void clear(); //!< takes the bar away, so that other text may follow

private:
    [[nodiscard]] QString sweepText();
    [[nodiscard]] QString watchText() const;
    void recount();

    const Monitor &m_monitor;
    bool m_quiet;
    std::optional<double> m_durationS;
    bool m_bar;
    bool m_drawn = false;
    QElapsedTimer m_elapsed;
    QSet<LineKey> m_touched;
    QHash<LineKey, quint32> m_countedEnd; //!< by line: the probes before it are in m_lost
    qint64 m_lost = 0;
};

} // namespace plumb
