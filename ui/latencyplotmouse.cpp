// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"
#include "latencyplot.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

// What the pointer does in the plot, and the values under the crosshair.

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastDrag = 4; //!< pixels; less is a click
constexpr double WheelStep = 1.25;
constexpr double WheelUnit = 120;

} // namespace

qint64 LatencyPlot::usOf(double x) const
{
    const double share = (x - m_latencyArea.left()) / m_latencyArea.width();
    return m_fromUs + std::llround(share * static_cast<double>(m_toUs - m_fromUs));
}

void LatencyPlot::mousePressEvent(QMouseEvent *event)
{
    if (m_drag != Drag::None)
        return;
    const QPointF at = event->position();
    const bool onAxis = at.y() > m_rugArea.united(m_lossArea).bottom();
    const bool picks =
        event->button() == Qt::LeftButton && !event->modifiers().testFlag(Qt::ShiftModifier) && !onAxis;
    m_drag = picks ? Drag::Range : Drag::Pan;
    m_dragButton = event->button();
    m_pressed = m_dragged = at;
    m_pressedUs = usOf(std::clamp(at.x(), m_latencyArea.left(), m_latencyArea.right()));
    updateCursor(at);
    event->accept();
}

void LatencyPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    const bool inside = at.x() >= m_latencyArea.left() && at.x() <= m_latencyArea.right();
    m_pointerX = inside ? std::optional<double>(at.x()) : std::nullopt;
    m_keyUs.reset();
    m_rangeBeginUs.reset();
    const QPointF before = std::exchange(m_dragged, at);
    if (m_drag == Drag::Pan && std::abs(at.x() - m_pressed.x()) >= LeastDrag) {
        const double usPerPixel = static_cast<double>(m_toUs - m_fromUs) / m_latencyArea.width();
        Q_EMIT panned(std::llround((before.x() - at.x()) * usPerPixel));
    }
    updateCursor(at);
    showSelection();
    updateReadout();
}

void LatencyPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None || event->button() != m_dragButton)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    const double x = std::clamp(event->position().x(), m_latencyArea.left(), m_latencyArea.right());
    const bool moved = std::abs(event->position().x() - m_pressed.x()) >= LeastDrag;
    showSelection();
    updateCursor(event->position());
    if (drag == Drag::Range && moved)
        Q_EMIT rangePicked(std::min(m_pressedUs, usOf(x)), std::max(m_pressedUs, usOf(x)));
    else if (event->button() == Qt::RightButton && !moved)
        Q_EMIT menuWanted(event->globalPosition().toPoint());
    updateReadout();
}

void LatencyPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked();
}

void LatencyPlot::wheelEvent(QWheelEvent *event)
{
    const QPointF turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        constexpr double PanShare = 0.1;
        const auto span = static_cast<double>(m_toUs - m_fromUs);
        Q_EMIT panned(std::llround(-turned.x() / WheelUnit * PanShare * span));
    } else if (turned.y() != 0) {
        const double x = std::clamp(event->position().x(), m_latencyArea.left(), m_latencyArea.right());
        Q_EMIT zoomed(std::pow(WheelStep, -turned.y() / WheelUnit), usOf(x));
    }
    event->accept();
}

void LatencyPlot::leaveEvent(QEvent *event)
{
    QGraphicsView::leaveEvent(event);
    if (!m_keyUs)
        hideCrosshair();
}

void LatencyPlot::hideCrosshair()
{
    m_pointerX.reset();
    m_keyUs.reset();
    m_rangeBeginUs.reset();
    updateReadout();
}

std::optional<qint64> LatencyPlot::crosshairUs() const
{
    if (!m_crosshair->isVisible() || !m_pointerX)
        return {};
    return m_keyUs ? *m_keyUs : usOf(*m_pointerX);
}

void LatencyPlot::stepCrosshair(int step)
{
    endRange();
    moveCrosshair(step);
}

void LatencyPlot::extendRange(int step)
{
    if (m_shown.empty())
        return;
    const qint64 length = m_shown.front().buckets().lengthUs;
    const std::optional<qint64> before = crosshairUs();
    moveCrosshair(step);
    if (!m_keyUs)
        return;
    if (!m_rangeBeginUs)
        m_rangeBeginUs = before.value_or(*m_keyUs) / length * length;
    const qint64 here = *m_keyUs / length * length;
    Q_EMIT rangePicked(std::min(*m_rangeBeginUs, here), std::max(*m_rangeBeginUs, here) + length);
}

void LatencyPlot::moveCrosshair(int step)
{
    std::vector<qint64> times; // the middles of all buckets of all lines: they have one grid
    for (const Shown &shown : m_shown) {
        for (const Bucket &bucket : shown.buckets().list)
            times.push_back(bucket.fromUs + shown.buckets().lengthUs / 2);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    const auto isOut = [this](qint64 us) { return us < m_fromUs || us > m_toUs; };
    times.erase(std::remove_if(times.begin(), times.end(), isOut), times.end());
    if (times.empty())
        return;
    if (!m_pointerX && !m_keyUs) {
        m_keyUs = times.back();
    } else {
        const qint64 length = m_shown.front().buckets().lengthUs;
        const qint64 at = (m_keyUs ? *m_keyUs : usOf(*m_pointerX)) + step * length;
        const auto next = step < 0 ? std::upper_bound(times.begin(), times.end(), at + length / 2)
                                   : std::lower_bound(times.begin(), times.end(), at - length / 2);
        if (step < 0)
            m_keyUs = next == times.begin() ? times.front() : *(next - 1);
        else
            m_keyUs = next == times.end() ? times.back() : *next;
    }
    updateReadout();
}

void LatencyPlot::updateCursor(const QPointF &at)
{
    const bool onAxis = at.y() > m_rugArea.united(m_lossArea).bottom();
    const Qt::CursorShape shape = m_drag == Drag::Pan              ? Qt::ClosedHandCursor
                                  : m_drag == Drag::None && onAxis ? Qt::OpenHandCursor
                                                                   : Qt::CrossCursor;
    if (viewport()->cursor().shape() != shape)
        viewport()->setCursor(shape);
}

void LatencyPlot::showSelection()
{
    QRectF selection;
    if (m_drag == Drag::Range && std::abs(m_dragged.x() - m_pressed.x()) >= LeastDrag) {
        const double from = std::clamp(xOf(m_pressedUs), m_latencyArea.left(), m_latencyArea.right());
        const double to = std::clamp(m_dragged.x(), m_latencyArea.left(), m_latencyArea.right());
        const QRectF area = m_latencyArea.united(m_rugArea).united(m_lossArea);
        selection =
            QRectF(QPointF(std::min(from, to), area.top()), QPointF(std::max(from, to), area.bottom()));
    }
    m_crosshair->setSelection(selection);
}

void LatencyPlot::updateReadout()
{
    if (m_keyUs) {
        const bool inside = *m_keyUs >= m_fromUs && *m_keyUs <= m_toUs;
        m_pointerX = inside ? std::optional(xOf(*m_keyUs)) : std::nullopt;
    }
    if (!m_pointerX || m_drag == Drag::Pan || !m_traces->picture().empty.isEmpty()) {
        m_crosshair->setVisible(false);
        return;
    }
    const QRectF area = m_latencyArea.united(m_rugArea).united(m_lossArea);
    m_crosshair->show(*m_pointerX, area, describe(m_keyUs.value_or(usOf(*m_pointerX))));
}

QString LatencyPlot::readout() const { return m_crosshair->isVisible() ? m_crosshair->text() : QString(); }

// One line's values at a time, without its name.
QString LatencyPlot::rowFor(const Shown &shown, qint64 us) const
{
    const Buckets &buckets = shown.buckets();
    const auto after =
        std::upper_bound(buckets.list.begin(), buckets.list.end(), us,
                         [](qint64 time, const Bucket &bucket) { return time < bucket.fromUs; });
    if (after == buckets.list.begin() || (after - 1)->fromUs + buckets.lengthUs <= us)
        return tr("no probe");
    const Bucket &bucket = *(after - 1);
    QStringList rows;
    if (bucket.medianUs == UnknownUs) {
        rows << tr("no answer");
    } else {
        rows << tr("median %1 of %2 answered", "12.3 ms, 5")
                    .arg(formatMsUnit(msOf(bucket.medianUs)), formatCount(bucket.answered));
        if (m_shown.size() == 1 && bucket.answered > 1) {
            rows << tr("p10–p90: %1–%2").arg(formatMs(msOf(bucket.p10Us)), formatMsUnit(msOf(bucket.p90Us)));
            rows << tr("min–max: %1–%2").arg(formatMs(msOf(bucket.minUs)), formatMsUnit(msOf(bucket.maxUs)));
        }
    }
    const auto append = [&rows](const QString &text) { rows.last() += u"; "_s + text; };
    if (bucket.decided() > 0)
        append(tr("lost %1 of %2").arg(formatCount(bucket.lossCount()), formatCount(bucket.decided())));
    if (bucket.refused > 0)
        append(tr("ICMP errors %1", "a number").arg(formatCount(bucket.refused)));
    if (bucket.lateMaxUs != UnknownUs)
        append(tr("late %1, up to %2", "2, 2300 ms")
                   .arg(formatCount(bucket.late), formatMsUnit(msOf(bucket.lateMaxUs))));
    if (bucket.voided > 0)
        append(tr("not counted %1").arg(formatCount(bucket.voided)));
    if (bucket.unsent > 0)
        append(tr("not sent %1").arg(formatCount(bucket.unsent)));
    return rows.join(u'\n');
}

QString LatencyPlot::describe(qint64 us) const
{
    if (m_shown.empty())
        return {};
    const auto duration = [](qint64 length) {
        return length >= 1'000'000 ? formatDuration(static_cast<double>(length) / 1e6)
                                   : formatMsUnit(msOf(length));
    };
    if (m_drag == Drag::Range && std::abs(m_dragged.x() - m_pressed.x()) >= LeastDrag) {
        const qint64 from = std::min(us, m_pressedUs), to = std::max(us, m_pressedUs);
        return formatClock(from, m_toUs) + u'–' + formatClock(to, m_toUs) + u'\n' + duration(to - from);
    }
    QStringList rows{tr("%1 (in steps of %2)", "02:12:40, 5 s")
                         .arg(formatClock(us, m_toUs), duration(m_shown.front().buckets().lengthUs))};
    int number = 0;
    for (const Shown &shown : m_shown) {
        ++number;
        const QString values = rowFor(shown, us);
        rows << (m_shown.size() > 1 ? QString(QString::number(number) + u' ' + shown.label + u": "_s + values)
                                    : values);
    }
    for (const PlotMark &mark : m_traces->picture().marks) {
        if (m_pointerX && std::abs(mark.x - *m_pointerX) <= TraceItem::MarkSide / 2 && !mark.text.isEmpty())
            rows << mark.text;
    }
    return rows.join(u'\n');
}

} // namespace plumb
