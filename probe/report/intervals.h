// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv.h"
#include "linehistory.h"

#include <QHash>

#include <functional>
#include <vector>

namespace plumb {

[[nodiscard]] QStringList intervalColumns();

//! Statistics of fixed stretches of time, aligned to the epoch, by sending time. Fed with samples in sending
//! order (see SampleSorter); hands out one row a line for each bin that holds a probe, lines in the order
//! given.
class IntervalBins
{
public:
    using Sink = std::function<void(const QList<Cell> &)>;
    struct NamedLine
    {
        LineKey key = 0;
        LineNames names;
    };

    IntervalBins(int binSeconds, QList<NamedLine> lines, Sink sink);

    void add(const Sample &sample);
    void finish(); //!< hands out the last bin

private:
    QList<NamedLine> m_lines;
    QHash<LineKey, qsizetype> m_index;
    std::vector<LineHistory> m_histories; //!< of the bin that is open, by m_index
    Sink m_sink;
    qint64 m_binUs;
    qint64 m_startUs = 0;
    bool m_open = false;
};

} // namespace plumb
