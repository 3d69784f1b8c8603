// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"
#include "latencyplot.h"
#include "theme.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QLocale>

#include <algorithm>
#include <cmath>

// What the plot shows, made from the histories: everything between layout and painting.

namespace plumb {

namespace {

constexpr int MaxTimeTicks = 10;
constexpr int LeastForBar = 10;      //!< probes in a bucket, from which a percentage says something
constexpr double PctHeadroom = 1.05; //!< a line at 100 % must be seen, too
//! The loss rule whose window the rolling loss is of: the most severe one, else 100 probes.
Rule lossRuleOf(const QList<Rule> &rules)
{
    const Rule *found = nullptr;
    for (const Rule &rule : rules) {
        if (rule.metric == Metric::Loss &&
            (!found || (rule.severity == Severity::Critical && found->severity != Severity::Critical)))
            found = &rule;
    }
    return found ? *found : Rule();
}

double lossTop(double greatest)
{
    for (const double top : {5.0, 10.0, 25.0, 50.0}) {
        if (greatest <= top * 0.95)
            return top;
    }
    return 100;
}

} // namespace

double LatencyPlot::xOf(qint64 us) const
{
    return m_latencyArea.left() + static_cast<double>(us - m_fromUs) /
                                      static_cast<double>(m_toUs - m_fromUs) * m_latencyArea.width();
}

double LatencyPlot::yOf(double ms) const
{
    return m_latencyArea.bottom() - ms / m_scale.max * m_latencyArea.height();
}

double LatencyPlot::yOfLoss(double pct) const
{
    return m_lossArea.bottom() - pct / (m_pctMax * PctHeadroom) * m_lossArea.height();
}

void LatencyPlot::setScale(double greatestMs, bool sameLines)
{
    const int steps = std::max(2, static_cast<int>(m_latencyArea.height() / 36));
    m_scale = niceScale(greatestMs, steps, sameLines ? &m_scale : nullptr);
    m_msAxis->setRange(0, m_scale.max);
}

void LatencyPlot::showLatency(PlotPicture &picture, bool sameLines)
{
    qint32 greatest = 0, greatestLate = 0;
    for (const Shown &shown : m_shown) {
        for (const Bucket &bucket : shown.buckets().list) {
            greatest = std::max(greatest, bucket.maxUs);
            greatestLate = std::max(greatestLate, bucket.lateMaxUs);
        }
    }
    if (greatest == 0 && greatestLate == 0)
        picture.labels.push_back(
            {m_latencyArea, Qt::AlignCenter, tr("No answer in this span"), picture.textColor, true});
    // Late replies make the scale only where there is nothing else; any scale will do where there is nothing
    // at all.
    constexpr double AnyMs = 90;
    setScale(greatest > 0 ? msOf(greatest) : greatestLate > 0 ? msOf(greatestLate) : AnyMs, sameLines);
    for (size_t i = 0; i < m_shown.size(); ++i) {
        PlotTrace trace;
        trace.color = seriesColor(static_cast<int>(i), isDark(palette()));
        trace.number = m_shown.size() > 1 ? static_cast<int>(i) + 1 : 0;
        addTrace(i, trace);
        picture.traces.push_back(std::move(trace));
    }
    for (size_t i = 0; i < m_bands.size(); ++i) {
        if (i < m_shown.size() && m_shown.size() <= m_bands.size())
            showBand(i);
        else
            hideBand(i);
    }
}

void LatencyPlot::addTrace(size_t index, PlotTrace &trace) const
{
    const Buckets &buckets = m_shown[index].buckets();
    const bool whiskers = m_shown.size() <= BandCount;
    QPolygonF stretch;
    const auto flush = [&] {
        if (stretch.size() == 1)
            trace.dots.append(stretch.first());
        else if (stretch.size() > 1)
            trace.medians.push_back(stretch);
        stretch.clear();
    };
    size_t previous = 0;
    for (size_t i = 0; i < buckets.list.size(); ++i) {
        const Bucket &bucket = buckets.list[i];
        const double x = xOf(bucket.middleUs);
        // Beyond the scale it stands at the upper edge: a reply after 3 s must not press all others to the
        // ground.
        const auto addLate = [&](qint32 us) {
            trace.late.append(QPointF(x, std::max(yOf(msOf(us)), m_latencyArea.top() + 4)));
        };
        if (bucket.lateMinUs != UnknownUs)
            addLate(bucket.lateMinUs);
        if (bucket.lateMaxUs != bucket.lateMinUs)
            addLate(bucket.lateMaxUs);
        if (bucket.medianUs == UnknownUs)
            continue;
        if (!stretch.isEmpty() && !buckets.joins(previous, i))
            flush();
        stretch.append(QPointF(x, yOf(msOf(bucket.medianUs))));
        previous = i;
        if (whiskers && bucket.maxUs > bucket.minUs)
            trace.whiskers.append(QLineF(x, yOf(msOf(bucket.minUs)), x, yOf(msOf(bucket.maxUs))));
    }
    flush();
}

void LatencyPlot::showBand(size_t index)
{
    const Buckets &buckets = m_shown[index].buckets();
    QList<QPointF> upper, lower;
    std::optional<size_t> previous;
    const auto close = [&](double x) {
        // A band without height has no area: this is how it leaves a gap.
        const double middle = (upper.last().y() + lower.last().y()) / 2;
        upper.append(QPointF(x, middle));
        lower.append(QPointF(x, middle));
    };
    for (size_t i = 0; i < buckets.list.size(); ++i) {
        const Bucket &bucket = buckets.list[i];
        if (bucket.medianUs == UnknownUs)
            continue;
        const double x = msOf(bucket.middleUs);
        if (previous && !buckets.joins(*previous, i)) {
            close(upper.last().x());
            const double middle = (msOf(bucket.p90Us) + msOf(bucket.p10Us)) / 2;
            upper.append(QPointF(x, middle));
            lower.append(QPointF(x, middle));
        }
        upper.append(QPointF(x, msOf(bucket.p90Us)));
        lower.append(QPointF(x, msOf(bucket.p10Us)));
        previous = i;
    }
    Band &band = m_bands[index];
    QColor color = seriesColor(static_cast<int>(index), isDark(palette()));
    color.setAlphaF(isDark(palette()) ? 0.38F : 0.28F);
    band.area->setPen(Qt::NoPen);
    band.area->setBrush(color);
    band.upper->replace(upper);
    band.lower->replace(lower);
    band.area->setVisible(!upper.isEmpty());
}

void LatencyPlot::hideBand(size_t index)
{
    Band &band = m_bands[index];
    if (!band.area->isVisible())
        return;
    band.area->hide();
    band.upper->replace(QList<QPointF>());
    band.lower->replace(QList<QPointF>());
}

void LatencyPlot::showLoss(const Content &content, PlotPicture &picture)
{
    const double rugHeight =
        m_rugArea.height() / static_cast<double>(std::max<size_t>(1, content.lines.size()));
    for (size_t i = 0; i < content.lines.size(); ++i) {
        picture.rugs.emplace_back(m_rugArea.left(), m_rugArea.top() + rugHeight * static_cast<double>(i),
                                  m_rugArea.width(), rugHeight);
        picture.rugColors.push_back(seriesColor(static_cast<int>(i), isDark(palette())));
    }
    QList<QPointF> steps;
    if (content.lines.size() == 1) {
        const Line &line = content.lines.front();
        const qint64 stepUs = std::max<qint64>(
            1, (m_toUs - m_fromUs) / std::max<qint64>(1, std::llround(m_lossArea.width() / 4)));
        const std::vector<LossPoint> points =
            rollingLoss(*line.history, lossRuleOf(line.rules), m_fromUs, m_toUs, stepUs);
        double greatest = 0;
        for (const Rule &rule : line.rules) {
            if (rule.metric == Metric::Loss && rule.above)
                greatest = std::max(greatest, *rule.above);
        }
        for (const LossPoint &point : points) {
            if (!steps.isEmpty())
                steps.append(QPointF(msOf(point.timeUs), steps.last().y()));
            steps.append(QPointF(msOf(point.timeUs), point.pct));
            greatest = std::max(greatest, point.pct);
        }
        for (const Bucket &bucket : m_shown.front().buckets().list) {
            if (bucket.decided() >= LeastForBar)
                greatest = std::max(greatest, 100.0 * bucket.lossCount() / bucket.decided());
        }
        m_pctMax = lossTop(greatest);
        m_pctAxis->setRange(0, m_pctMax * PctHeadroom);
    }
    m_rolling->replace(steps);
    for (size_t i = 0; i < content.lines.size(); ++i)
        addLossRects(*content.lines[i].history, i, picture);
}

void LatencyPlot::addGrid(PlotPicture &picture) const
{
    const double textHeight = QFontMetricsF(font()).height();
    const QColor color = palette().color(QPalette::Text);
    const auto left = [&](double y, const QString &text, const QColor &textColor) {
        constexpr double Away = 7;
        picture.labels.push_back({QRectF(0, y - textHeight / 2, m_latencyArea.left() - Away, textHeight),
                                  Qt::AlignRight | Qt::AlignVCenter, text, textColor, false});
    };
    const int steps = static_cast<int>(std::lround(m_scale.max / m_scale.step));
    for (int i = 0; i <= steps; ++i) {
        const double ms = m_scale.step * i;
        picture.grid.append(QLineF(m_latencyArea.left(), yOf(ms), m_latencyArea.right(), yOf(ms)));
        left(yOf(ms), QLocale().toString(ms, 'f', m_scale.decimals), color);
    }
    picture.labels.push_back({QRectF(m_latencyArea.left() + 4, m_latencyArea.top() + 2, 40, textHeight),
                              Qt::AlignLeft | Qt::AlignTop, tr("ms"), picture.textColor, false});
    const double bottom = m_rugArea.united(m_lossArea).bottom();
    for (const TimeTick &tick : timeTicks(m_fromUs, m_toUs, MaxTimeTicks))
        picture.grid.append(QLineF(xOf(tick.us), m_latencyArea.top(), xOf(tick.us), bottom));
    if (m_shown.size() != 1)
        return;
    left(m_rugArea.center().y() - 2, tr("lost"), picture.textColor);
    const int parts = m_lossArea.height() >= 2.6 * textHeight ? 2 : 1;
    for (int i = 0; i <= parts; ++i) {
        const double pct = m_pctMax * i / parts;
        picture.grid.append(QLineF(m_lossArea.left(), yOfLoss(pct), m_lossArea.right(), yOfLoss(pct)));
        left(yOfLoss(pct) + (i == parts ? 3 : 0), formatPercent(pct), color);
    }
}

void LatencyPlot::addLossRects(const LineHistory &history, size_t index, PlotPicture &picture) const
{
    // A tick for each lost probe, at most one a pixel column; probes lost in a row are one block, those with
    // an ICMP error one of their own.
    const QRectF row = picture.rugs[index];
    bool inARow = false, wasIcmp = false;
    const auto addTick = [&](const Sample &sample) {
        const bool isIcmp = sample.fate == Fate::Refused;
        QList<QRectF> &ticks = isIcmp ? picture.icmpRects : picture.lossRects;
        const double right = std::floor(xOf(sample.sentUs)) + 1;
        QRectF *last = ticks.isEmpty() ? nullptr : &ticks.last();
        const bool sameRow = last && last->top() == row.top() + 1;
        constexpr double Near = 3; // further apart each keeps its tick
        if (sameRow &&
            (right <= last->right() || (inARow && wasIcmp == isIcmp && right - last->right() <= Near)))
            last->setRight(std::max(last->right(), right));
        else
            ticks.append(QRectF(right - 1, row.top() + 1, 1, row.height() - 2));
        inARow = true;
        wasIcmp = isIcmp;
    };
    const std::vector<Bucket> &list = m_shown[index].buckets().list;
    for (size_t i = 0; i < list.size(); ++i) {
        if (list[i].lossCount() == 0) { // nothing to look for
            inARow = false;
            continue;
        }
        const quint32 end = i + 1 < list.size() ? list[i + 1].firstSeq : history.endSeq();
        for (quint32 seq = list[i].firstSeq; seq < end; ++seq) {
            const Sample &sample = history.at(seq);
            if (sample.fate == Fate::Open)
                continue;
            if (sample.sentUs >= m_toUs && seq < history.settledEnd())
                break;
            if (sample.sentUs >= m_fromUs && sample.sentUs < m_toUs && isLoss(sample.fate))
                addTick(sample);
            else
                inARow = false;
        }
    }
    if (m_shown.size() > 1)
        return;
    const Buckets &buckets = m_shown[index].buckets();
    for (const Bucket &bucket : buckets.list) {
        if (bucket.decided() < LeastForBar || bucket.lossCount() == 0)
            continue;
        const double left = std::max(xOf(bucket.fromUs), m_lossArea.left());
        const double right = std::min(xOf(bucket.fromUs + buckets.lengthUs), m_lossArea.right());
        const double top = yOfLoss(100.0 * bucket.lossCount() / bucket.decided());
        picture.lossRects.append(
            QRectF(left, top, std::max(1.0, right - left - 1), m_lossArea.bottom() - top));
    }
}

void LatencyPlot::addLimit(std::array<QLineSeries *, LimitCount> &pool, int &used, double value) const
{
    if (used >= LimitCount)
        return;
    pool[static_cast<size_t>(used++)]->replace(
        {QPointF(msOf(m_fromUs), value), QPointF(msOf(m_toUs), value)});
}

void LatencyPlot::showLimits(const Content &content, PlotPicture &picture)
{
    int msUsed = 0, pctUsed = 0;
    const QColor color = limitColor(isDark(palette()));
    const QFontMetricsF metrics(font());
    const double textHeight = metrics.height();
    QList<QRectF> taken;
    const auto labelAt = [&](double y, const QRectF &area, const QString &text) {
        // Above its line, or below where there is no room; beside another limit's that is as high.
        const double top = y - textHeight - 1 >= area.top() ? y - textHeight - 1 : y + 1;
        QRectF place(area.left() + 6, top, metrics.horizontalAdvance(text) + 8, textHeight);
        for (const QRectF &other : std::as_const(taken)) {
            if (other.intersects(place))
                place.moveLeft(other.right() + 8);
        }
        taken.append(place);
        picture.labels.push_back({place, Qt::AlignLeft | Qt::AlignVCenter, text, color, true});
    };
    // Limits of one line only: eight lines may have eight different ones.
    const QList<Rule> rules = content.lines.size() == 1 ? content.lines.front().rules : QList<Rule>();
    for (const Rule &rule : rules) {
        if (!rule.above)
            continue;
        if (rule.metric == Metric::Loss && pctUsed < LimitCount) {
            addLimit(m_pctLimits, pctUsed, *rule.above);
            labelAt(yOfLoss(*rule.above), m_lossArea,
                    tr("limit %1", "30 %").arg(formatMetric(rule.metric, *rule.above)));
        } else if (rule.metric == Metric::Mean && *rule.above <= m_scale.max) {
            addLimit(m_msLimits, msUsed, *rule.above);
            labelAt(yOf(*rule.above), m_latencyArea,
                    tr("limit of the mean: %1", "300 ms").arg(formatMetric(rule.metric, *rule.above)));
        } else if (rule.metric == Metric::Mean) {
            picture.labels.push_back({QRectF(m_latencyArea.left() + 34, m_latencyArea.top() + 2,
                                             m_latencyArea.width() - 40, textHeight),
                                      Qt::AlignLeft | Qt::AlignTop,
                                      tr("limit of the mean: %1, above this scale", "300 ms")
                                          .arg(formatMetric(rule.metric, *rule.above)),
                                      picture.textColor, true});
        }
    }
    for (int i = msUsed; i < LimitCount; ++i)
        m_msLimits[static_cast<size_t>(i)]->replace(QList<QPointF>());
    for (int i = pctUsed; i < LimitCount; ++i)
        m_pctLimits[static_cast<size_t>(i)]->replace(QList<QPointF>());
}

void LatencyPlot::addTimeLabels(PlotPicture &picture) const
{
    const QFontMetricsF metrics(font());
    const double top = m_rugArea.united(m_lossArea).bottom() + 4;
    double free = 0;
    for (const TimeTick &tick : timeTicks(m_fromUs, m_toUs, MaxTimeTicks)) {
        const double width = metrics.horizontalAdvance(tick.label) + 2;
        const double left =
            std::clamp(xOf(tick.us) - width / 2, 0.0, std::max(0.0, sceneRect().width() - width));
        if (left < free)
            continue;
        picture.labels.push_back({QRectF(left, top, width, metrics.height()), Qt::AlignCenter, tick.label,
                                  palette().color(QPalette::Text), false});
        free = left + width + 12;
    }
}

void LatencyPlot::addMarks(const Content &content, PlotPicture &picture) const
{
    picture.markY = m_latencyArea.top() - TraceItem::MarkSide - 3;
    for (const Mark &mark : content.marks) {
        if (mark.timeUs >= m_fromUs && mark.timeUs < m_toUs)
            picture.marks.push_back({xOf(mark.timeUs), mark.isNote, mark.verdict, mark.text});
    }
}

void LatencyPlot::addHatch(PlotPicture &picture) const
{
    // Buckets of all lines have the same grid: what was not counted on any of them is hatched once.
    std::vector<qint64> starts;
    for (const Shown &shown : m_shown) {
        for (const Bucket &bucket : shown.buckets().list) {
            if (bucket.voided > 0)
                starts.push_back(bucket.fromUs);
        }
    }
    std::sort(starts.begin(), starts.end());
    const qint64 length = m_shown.empty() ? 1 : m_shown.front().buckets().lengthUs;
    const double bottom = m_rugArea.united(m_lossArea).bottom();
    for (size_t i = 0; i < starts.size();) {
        qint64 end = starts[i] + length;
        const qint64 begin = starts[i];
        while (i < starts.size() && starts[i] <= end)
            end = starts[i++] + length;
        const double left = std::max(xOf(begin), m_latencyArea.left());
        const double right = std::min(xOf(end), m_latencyArea.right());
        if (right > left)
            picture.hatched.emplace_back(left, m_latencyArea.top(), right - left,
                                         bottom - m_latencyArea.top());
    }
}

} // namespace plumb
