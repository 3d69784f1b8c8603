// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "intervals.h"

#include <limits>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

LineHistory emptyBin() { return LineHistory(std::numeric_limits<int>::max()); }

QList<Cell> intervalCells(const Statistics &s, const LineNames &names, qint64 startUs, qint64 endUs)
{
    return {
        Cell::time(startUs),    Cell::time(endUs),       Cell::text(names.lineId),  Cell::text(names.line),
        Cell::count(s.sent()),  Cell::count(s.answered), Cell::count(s.late),       Cell::count(s.lost),
        Cell::count(s.refused), Cell::count(s.unsent),   Cell::count(s.voided),     Cell::percent(s.lossPct),
        Cell::ms(s.minMs),      Cell::ms(s.meanMs),      Cell::ms(s.medianMs),      Cell::ms(s.p95Ms),
        Cell::ms(s.maxMs),      Cell::ms(s.jitterMs),    Cell::text(names.station),
    };
}

} // namespace

QStringList intervalColumns()
{
    return u"start,end,line_id,line,sent,answered,late,lost,refused,unsent,void,loss_pct,min_ms,mean_ms,"
           u"median_ms,"
           "p95_ms,max_ms,jitter_ms,station"_s.split(u',');
}

IntervalBins::IntervalBins(int binSeconds, QList<NamedLine> lines, Sink sink)
    : m_lines(std::move(lines))
    , m_histories(static_cast<size_t>(m_lines.size()), emptyBin())
    , m_sink(std::move(sink))
    , m_binUs(binSeconds * qint64(1'000'000))
{
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_index.insert(m_lines[i].key, i);
}

void IntervalBins::add(const Sample &sample)
{
    const auto index = m_index.constFind(sample.line);
    if (index == m_index.constEnd())
        return;
    // A clock that was set back puts a probe before the open bin; there it stays, for that bin has been
    // handed out.
    if (!m_open || sample.sentUs >= m_startUs + m_binUs) {
        finish();
        m_startUs = sample.sentUs - sample.sentUs % m_binUs;
        m_open = true;
    }
    LineHistory &history = m_histories[static_cast<size_t>(*index)];
    Sample renumbered = sample;
    renumbered.seq = history.endSeq();
    history.put(renumbered);
}

void IntervalBins::finish()
{
    if (!m_open)
        return;
    m_open = false;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        LineHistory &history = m_histories[static_cast<size_t>(i)];
        if (history.isEmpty())
            continue;
        m_sink(intervalCells(statisticsOf(history, wholeRange(history)), m_lines[i].names, m_startUs,
                             m_startUs + m_binUs));
        history = emptyBin();
    }
}

} // namespace plumb
