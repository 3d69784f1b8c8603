// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latencyplot.h"

#include "theme.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QGraphicsScene>
#include <QLocale>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr double RightMargin = 16, TopMargin = 17, Gap = 8;
constexpr double RugHeight = 12;
constexpr double LossShare = 0.25;

QChart *makeChart(QGraphicsScene &scene)
{
    auto *chart = new QChart; // owned by the scene
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins({});
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setLocalizeNumbers(true);
    chart->setAcceptHoverEvents(false);
    scene.addItem(chart);
    return chart;
}

QValueAxis *makeTimeAxis(QChart &chart)
{
    auto *axis = new QValueAxis; // owned by the chart
    axis->hide();
    chart.addAxis(axis, Qt::AlignBottom);
    return axis;
}

QValueAxis *makeValueAxis(QChart &chart)
{
    auto *axis = new QValueAxis; // owned by the chart
    axis->hide();
    chart.addAxis(axis, Qt::AlignLeft);
    return axis;
}

void attach(QChart &chart, QAbstractSeries *series, QValueAxis *x, QValueAxis *y)
{
    chart.addSeries(series);
    series->attachAxis(x);
    series->attachAxis(y);
}

} // namespace

LatencyPlot::LatencyPlot(QWidget *parent)
    : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);

    m_latency = makeChart(*scene());
    m_timeAxis = makeTimeAxis(*m_latency);
    m_msAxis = makeValueAxis(*m_latency);
    for (Band &band : m_bands) {
        band.upper = new QLineSeries(this);
        band.lower = new QLineSeries(this);
        band.area = new QAreaSeries(band.upper, band.lower); // owned by the chart
        attach(*m_latency, band.area, m_timeAxis, m_msAxis);
        band.area->hide();
    }
    m_loss = makeChart(*scene());
    m_lossTimeAxis = makeTimeAxis(*m_loss);
    m_pctAxis = makeValueAxis(*m_loss);
    m_rolling = new QLineSeries; // owned by the chart
    attach(*m_loss, m_rolling, m_lossTimeAxis, m_pctAxis);
    for (auto *&limit : m_msLimits) {
        limit = new QLineSeries; // owned by the chart
        attach(*m_latency, limit, m_timeAxis, m_msAxis);
    }
    for (auto *&limit : m_pctLimits) {
        limit = new QLineSeries; // owned by the chart
        attach(*m_loss, limit, m_lossTimeAxis, m_pctAxis);
    }

    m_traces = new TraceItem; // owned by the scene
    m_traces->setZValue(10);
    scene()->addItem(m_traces);
    m_back = new BackItem(*m_traces); // likewise
    m_back->setZValue(-1);
    scene()->addItem(m_back);
    m_crosshair = new CrosshairItem;
    m_crosshair->setZValue(20);
    m_crosshair->setVisible(false);
    scene()->addItem(m_crosshair);
    applyPalette();
}

LatencyPlot::~LatencyPlot() = default;

// Brings the buckets of each line up to date. False where other lines than before are shown.
bool LatencyPlot::takeLines(const Content &content)
{
    constexpr double PixelsPerBucket = 4; // at least: a band narrower than that can not be read
    const qint64 length =
        niceBucketUs(m_toUs - m_fromUs, static_cast<int>(m_latencyArea.width() / PixelsPerBucket));
    bool same = m_shown.size() == content.lines.size();
    m_shown.resize(content.lines.size());
    for (size_t i = 0; i < content.lines.size(); ++i) {
        const Line &line = content.lines[i];
        same = same && m_shown[i].label == line.label;
        m_shown[i].label = line.label;
        m_shown[i].cache.update(*line.history, m_fromUs, m_toUs, length);
    }
    return same;
}

std::vector<qint64> LatencyPlot::keyOf(const Content &content) const
{
    std::vector<qint64> key{m_fromUs,
                            m_toUs,
                            content.rangeFromUs.value_or(-1),
                            content.rangeToUs.value_or(-1),
                            static_cast<qint64>(content.marks.size()),
                            content.marks.empty() ? 0 : content.marks.back().timeUs};
    for (size_t i = 0; i < content.lines.size(); ++i) {
        const Line &line = content.lines[i];
        key.push_back(m_shown[i].cache.revision());
        // The rolling loss of a single line begins before what is shown.
        key.push_back(content.lines.size() == 1 ? static_cast<qint64>(line.history->version()) : 0);
        for (const Rule &rule : line.rules)
            key.push_back(static_cast<qint64>(rule.above.value_or(-1) * 1000));
    }
    return key;
}

void LatencyPlot::setContent(const Content &content)
{
    layOut(content.lines.size());
    const qint64 span = std::max<qint64>(1, content.spanUs);
    const qint64 pixelUs =
        std::max<qint64>(1, span / std::max<qint64>(1, std::llround(m_latencyArea.width())));
    m_toUs = (content.toUs + pixelUs - 1) / pixelUs * pixelUs;
    m_fromUs = m_toUs - span;
    const bool sameLines = takeLines(content);
    std::vector<qint64> key = keyOf(content);
    if (sameLines && key == m_key)
        return;
    m_key = std::move(key);

    PlotPicture picture;
    picture.latencyArea = m_latencyArea;
    picture.lossArea = m_lossArea;
    picture.font = font();
    picture.textColor = dimTextColor(palette());
    picture.backgroundColor = palette().color(QPalette::Base);
    picture.frameColor = gridColor(palette());
    picture.lossColor = lossColor(isDark(palette()));
    picture.shadeColor = rangeShade(isDark(palette()));
    picture.hatch = hatchBrush(palette());

    showLatency(picture, sameLines);
    const bool anything = std::any_of(m_shown.begin(), m_shown.end(),
                                      [](const Shown &shown) { return !shown.buckets().list.empty(); });
    m_latency->setVisible(anything);
    m_loss->setVisible(anything && content.lines.size() == 1);
    if (!anything) {
        const bool ever = std::any_of(content.lines.begin(), content.lines.end(),
                                      [](const Line &line) { return !line.history->isEmpty(); });
        picture.labels.clear(); // one sentence is enough
        picture.empty = ever ? tr("Nothing measured in this span") : tr("Nothing measured yet");
        if (ever)
            addTimeLabels(picture); // where one has got to
    } else {
        for (QValueAxis *axis : {m_timeAxis, m_lossTimeAxis})
            axis->setRange(msOf(m_fromUs), msOf(m_toUs));
        showLoss(content, picture);
        addGrid(picture);
        showLimits(content, picture);
        addTimeLabels(picture);
        addMarks(content, picture);
        addHatch(picture);
        if (content.rangeFromUs && content.rangeToUs) {
            const double left = std::max(xOf(*content.rangeFromUs), m_latencyArea.left());
            const double right = std::min(xOf(*content.rangeToUs), m_latencyArea.right());
            if (right > left)
                picture.shade = QRectF(left, m_latencyArea.top(), right - left,
                                       m_rugArea.united(m_lossArea).bottom() - m_latencyArea.top());
        }
    }
    m_traces->setPicture(std::move(picture), sceneRect());
    m_back->pictureChanged();
    showSelection();
    updateReadout();
}

void LatencyPlot::layOut(size_t lineCount)
{
    const QSizeF size = viewport()->size();
    if (sceneRect().size() != size)
        setSceneRect(QRectF(QPointF(), size));
    const QFontMetricsF metrics(font());
    const double left = metrics.horizontalAdvance(QLocale().toString(60'000)) + 12;
    const double right = std::max(left + 40, size.width() - RightMargin);
    const double bottom = std::max(TopMargin + 60, size.height() - metrics.height() - 8);
    const double rugs = RugHeight * static_cast<double>(std::max<size_t>(1, lineCount));
    const double height = bottom - TopMargin;
    // One line: a rug of its losses and below it the rolling loss; more lines: a rug for each, and no percent
    // axis.
    const double lossHeight = lineCount <= 1 ? std::round((height - rugs) * LossShare) : 0;
    const QRectF loss(left, bottom - lossHeight, right - left, lossHeight);
    const QRectF rug(left, loss.top() - rugs, right - left, rugs);
    const QRectF latency(left, TopMargin, right - left, std::max(20.0, rug.top() - Gap - TopMargin));
    if (latency == m_latencyArea && loss == m_lossArea && rug == m_rugArea)
        return;
    m_key.clear();
    m_latencyArea = latency;
    m_lossArea = loss;
    m_rugArea = rug;
    // Both charts cover the whole view and differ in their plot areas: a chart of its own height would be
    // bound by the least height that its layout claims.
    for (QChart *chart : {m_latency, m_loss})
        chart->setGeometry(sceneRect());
    m_latency->setPlotArea(latency);
    if (lossHeight > 0)
        m_loss->setPlotArea(loss);
}

void LatencyPlot::applyPalette()
{
    const QPalette colors = palette();
    const bool dark = isDark(colors);
    scene()->setBackgroundBrush(colors.color(QPalette::Base));
    const QPen limit(limitColor(dark), 1, Qt::DashLine);
    for (auto *series : m_msLimits)
        series->setPen(limit);
    for (auto *series : m_pctLimits)
        series->setPen(limit);
    m_rolling->setPen(QPen(colors.color(QPalette::Text), 1));
    m_crosshair->setLook({dimTextColor(colors), colors.color(QPalette::ToolTipText),
                          colors.color(QPalette::ToolTipBase), colors.color(QPalette::Highlight), font()});
    m_key.clear();
}

void LatencyPlot::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    m_pointerX.reset();
    m_crosshair->setVisible(false);
    Q_EMIT contentWanted();
}

void LatencyPlot::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
                       event->type() == QEvent::StyleChange;
    if (!looks || m_applying)
        return;
    m_applying = true;
    applyPalette();
    m_applying = false;
    Q_EMIT contentWanted();
}

} // namespace plumb
