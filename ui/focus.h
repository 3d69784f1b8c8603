// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focusrange.h"

#include <QList>
#include <QObject>

#include <optional>

namespace plumb {

//! The stretch of time that charts show.
struct TimeView
{
    static constexpr qint64 MinSpanUs = 1'000'000;
    static constexpr qint64 MaxSpanUs = 400LL * 86'400 * 1'000'000;

    qint64 spanUs = 600'000'000;
    std::optional<qint64> endUs; //!< UTC, the right edge; empty: follows the clock
    friend bool operator==(const TimeView &, const TimeView &) = default;
};

//! What the views look at together: the selected lines, the range that the figures are of, the time that the
//! charts show, and whether the picture is live or frozen.
class Focus final : public QObject
{
    Q_OBJECT
public:
    explicit Focus(QObject *parent = nullptr)
        : QObject(parent)
    {}

    //! In the table's order; empty: nothing is selected.
    [[nodiscard]] const QList<LineKey> &lines() const { return m_lines; }
    void setLines(const QList<LineKey> &lines);

    [[nodiscard]] const FocusRange &range() const { return m_range; }
    void setRange(const FocusRange &range);
    //! Figures of all that was sent from a time on. Deletes nothing.
    void countFrom(qint64 us) { setRange(FocusRange::since(us)); }

    [[nodiscard]] const TimeView &view() const { return m_view; }
    //! The span is held to what TimeView allows.
    void setView(const TimeView &view);
    void setSpan(qint64 spanUs) { setView({spanUs, m_view.endUs}); }
    //! Charts go where a time is in the middle, and stay there; near the newest they follow the clock.
    void showTime(qint64 us, qint64 nowUs) { setViewUpTo(m_view.spanUs, us + m_view.spanUs / 2, nowUs); }
    //! The same with the time at the left edge.
    void showFrom(qint64 us, qint64 nowUs) { setViewUpTo(m_view.spanUs, us + m_view.spanUs, nowUs); }
    //! Shortens (factor below 1) or lengthens the span so that a time keeps its place. A right edge that
    //! reaches what is newest follows the clock again.
    void zoom(double factor, qint64 aroundUs, qint64 nowUs);
    //! Moves the stretch by a time, below 0 to the past, but not past what is newest.
    void pan(qint64 byUs, qint64 nowUs);
    //! The right edge of what charts show: where it was put, else when the picture was frozen, else now.
    [[nodiscard]] qint64 viewEndUs(qint64 nowUs) const;

    [[nodiscard]] bool isFrozen() const { return m_frozenAtUs.has_value(); }
    //! UTC; empty while live.
    [[nodiscard]] std::optional<qint64> frozenAtUs() const { return m_frozenAtUs; }
    void setFrozenAt(std::optional<qint64> us);

    //! Nothing is frozen, charts follow the clock, figures are of the newest probes.
    [[nodiscard]] bool isLive() const;
    void goLive();

Q_SIGNALS:
    void linesChanged();
    void rangeChanged();
    void viewChanged();
    void frozenChanged();

private:
    void setViewUpTo(qint64 spanUs, qint64 endUs, qint64 nowUs);

    QList<LineKey> m_lines;
    FocusRange m_range;
    TimeView m_view;
    std::optional<qint64> m_frozenAtUs;
};

} // namespace plumb
