// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focus.h"

#include <algorithm>
#include <cmath>

namespace plumb {

void Focus::setLines(const QList<LineKey> &lines)
{
    if (m_lines == lines)
        return;
    m_lines = lines;
    Q_EMIT linesChanged();
}

void Focus::setRange(const FocusRange &range)
{
    if (m_range == range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
}

void Focus::setView(const TimeView &view)
{
    TimeView allowed = view;
    allowed.spanUs = std::clamp(view.spanUs, TimeView::MinSpanUs, TimeView::MaxSpanUs);
    if (m_view == allowed)
        return;
    m_view = allowed;
    Q_EMIT viewChanged();
}

// A right edge within a hundredth of the span of the newest is meant to be there.
void Focus::setViewUpTo(qint64 spanUs, qint64 endUs, qint64 nowUs)
{
    const qint64 newestUs = m_frozenAtUs.value_or(nowUs);
    const bool reachesNewest = endUs >= newestUs - spanUs / 100;
    setView({spanUs, reachesNewest ? std::nullopt : std::optional(endUs)});
}

void Focus::zoom(double factor, qint64 aroundUs, qint64 nowUs)
{
    const auto span = static_cast<double>(m_view.spanUs);
    const double wanted = std::clamp(span * factor, static_cast<double>(TimeView::MinSpanUs),
                                     static_cast<double>(TimeView::MaxSpanUs));
    const auto behind = static_cast<double>(viewEndUs(nowUs) - aroundUs);
    setViewUpTo(std::llround(wanted), aroundUs + std::llround(behind * wanted / span), nowUs);
}

void Focus::pan(qint64 byUs, qint64 nowUs) { setViewUpTo(m_view.spanUs, viewEndUs(nowUs) + byUs, nowUs); }

qint64 Focus::viewEndUs(qint64 nowUs) const { return m_view.endUs.value_or(m_frozenAtUs.value_or(nowUs)); }

void Focus::setFrozenAt(std::optional<qint64> us)
{
    if (m_frozenAtUs == us)
        return;
    m_frozenAtUs = us;
    Q_EMIT frozenChanged();
}

bool Focus::isLive() const
{
    return !m_frozenAtUs && !m_view.endUs && m_range.kind == FocusRange::Kind::Recent;
}

void Focus::goLive()
{
    setFrozenAt({});
    setView({m_view.spanUs, {}});
    setRange({});
}

} // namespace plumb
