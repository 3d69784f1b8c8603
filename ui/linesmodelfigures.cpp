// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesmodel.h"

#include <QElapsedTimer>

#include <algorithm>

// When the figures of the lines table are made. Of the last probes they cost next to nothing; of a range of
// hours and a thousand lines they take longer than a window may stand still.

namespace plumb {

namespace {

constexpr qint64 SliceMs = 8;

} // namespace

bool LinesModel::readState(LineRow &row) const
{
    const LineState &state = m_source(row.key);
    const LineHistory &history = state.history;
    int waiting = 0;
    for (quint32 seq = history.settledEnd(); seq < history.endSeq(); ++seq)
        waiting += history.at(seq).fate == Fate::Open ? 1 : 0;
    const Sample *last = history.last();
    const std::optional<Fate> lastFate = last ? std::optional(last->fate) : std::nullopt;
    const std::optional<double> lastMs = last && last->fate == Fate::Answered && last->hasRtt()
                                             ? std::optional(last->rttUs / 1000.0)
                                             : std::nullopt;
    const bool same = row.verdict == state.verdict && row.beganUs == state.beganUs &&
                      row.reason.kind == state.reason.kind && row.reason.value == state.reason.value &&
                      row.reason.samples == state.reason.samples &&
                      row.reason.detail == state.reason.detail && row.waiting == waiting &&
                      row.lastFate == lastFate && row.lastMs == lastMs;
    row.verdict = state.verdict;
    row.reason = state.reason;
    row.beganUs = state.beganUs;
    row.waiting = waiting;
    row.lastFate = lastFate;
    row.lastMs = lastMs;
    return !same;
}

void LinesModel::measure(LineRow &row) const
{
    const LineHistory &history = m_source(row.key).history;
    if (!m_frozen) {
        row.version = history.version();
        row.end = history.settledEnd();
    }
    row.stats = statisticsOf(history, numbersRange(history, m_kind, m_range, row.end));
    row.isMeasured = true;
}

void LinesModel::enqueue(LineKey key)
{
    if (m_queued.contains(key))
        return;
    m_queued.insert(key);
    m_queue.append(key);
}

bool LinesModel::isMeasured() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const LineRow &row) { return row.isMeasured; });
}

void LinesModel::setRange(const FocusRange &range, const QList<LineKey> &urgent)
{
    if (range == m_range)
        return;
    m_range = range;
    refigure(urgent);
}

// All figures are of something else now.
void LinesModel::refigure(const QList<LineKey> &urgent)
{
    m_queue.clear();
    m_queued.clear();
    for (LineRow &row : m_rows) {
        if (!m_range.isTimed()) {
            measure(row);
            continue;
        }
        row.stats = {};
        row.isMeasured = false;
        enqueue(row.key);
    }
    measureQueued(urgent);
    notePresence();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (isMeasured())
        Q_EMIT allMeasured();
    else
        m_slice.start(0);
}

// As many as a slice has time for, at least one, those that wait longest before the others. Returns the rows.
std::vector<int> LinesModel::measureQueued(const QList<LineKey> &urgent)
{
    QElapsedTimer spent;
    spent.start();
    std::vector<int> rows;
    const auto take = [&](LineKey key) {
        const int row = m_queued.remove(key) ? rowOf(key) : -1;
        if (row < 0)
            return;
        measure(m_rows[static_cast<size_t>(row)]);
        rows.push_back(row);
    };
    const auto hasTime = [&] { return rows.empty() || spent.elapsed() < SliceMs; };
    for (auto key = urgent.begin(); key != urgent.end() && hasTime(); ++key) {
        if (m_queue.removeOne(*key))
            take(*key);
    }
    while (!m_queue.isEmpty() && hasTime())
        take(m_queue.takeFirst());
    return rows;
}

void LinesModel::measureSlice()
{
    std::vector<int> rows = measureQueued({});
    std::sort(rows.begin(), rows.end());
    emitChanged(rows);
    if (isMeasured())
        Q_EMIT allMeasured();
    else
        m_slice.start(0);
}

void LinesModel::markDirty(const QList<LineKey> &keys)
{
    for (const LineKey key : keys)
        m_dirty.insert(key);
}

void LinesModel::apply(const QList<LineKey> &urgent)
{
    if (m_frozen || (m_dirty.isEmpty() && m_queue.isEmpty()))
        return;
    std::vector<int> changed;
    for (const LineKey key : std::as_const(m_dirty)) {
        const int place = rowOf(key);
        if (place < 0)
            continue;
        LineRow &row = m_rows[static_cast<size_t>(place)];
        bool isNew = readState(row);
        if (row.version != m_source(key).history.version()) {
            if (m_range.isTimed()) {
                enqueue(key);
            } else {
                measure(row);
                isNew = true;
            }
        }
        if (isNew)
            changed.push_back(place);
    }
    m_dirty.clear();
    const std::vector<int> measured = measureQueued(urgent);
    changed.insert(changed.end(), measured.begin(), measured.end());
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    emitChanged(changed);
    if (!changed.empty())
        Q_EMIT countsChanged();
}

} // namespace plumb
