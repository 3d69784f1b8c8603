// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bucket.h"
#include "niceaxis.h"
#include "plotitems.h"

#include <QGraphicsView>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QChart;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace plumb {

//! The graph itself: latency above, loss below, one time axis. Qt Charts draws bands, limits and the rolling
//! loss on its axes; BackItem and TraceItem paint the grid, what has gaps and what has no series type.
class LatencyPlot final : public QGraphicsView
{
    Q_OBJECT
public:
    //! Borrowed for the time of setContent().
    struct Line
    {
        QString label;
        const LineHistory *history = nullptr;
        QList<Rule> rules;
    };
    struct Mark
    {
        qint64 timeUs = 0;
        bool isNote = false;
        Verdict verdict = Verdict::Ok;
        QString text;
    };
    struct Content
    {
        std::vector<Line> lines;
        std::vector<Mark> marks;
        std::optional<qint64> rangeFromUs, rangeToUs; //!< shaded
        qint64 toUs = 0;                              //!< right edge
        qint64 spanUs = 1;
    };

    explicit LatencyPlot(QWidget *parent = nullptr);
    ~LatencyPlot() override;

    //! Shows this. The right edge moves by whole pixels; what has not changed is not touched.
    void setContent(const Content &content);
    //! The values under the crosshair; empty while there is none.
    [[nodiscard]] QString readout() const;
    //! The picture that was made last, for tests.
    [[nodiscard]] const PlotPicture &picture() const { return m_traces->picture(); }

Q_SIGNALS:
    //! The size or the colours changed: setContent() is needed.
    void contentWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    static constexpr int BandCount = 2;
    static constexpr int LimitCount = 3;
    struct Shown //!< of a line, kept for the readout
    {
        QString label;
        Buckets buckets;
    };
    struct Band
    {
        QLineSeries *upper = nullptr, *lower = nullptr;
        QAreaSeries *area = nullptr;
    };

    [[nodiscard]] std::vector<qint64> keyOf(const Content &content) const;
    void applyPalette();
    void layOut(size_t lineCount);
    void setScale(double greatestMs, bool sameLines);
    void showLatency(const Content &content, PlotPicture &picture);
    void addTrace(size_t index, PlotTrace &trace) const;
    void showBand(size_t index);
    void hideBand(size_t index);
    void showLoss(const Content &content, PlotPicture &picture);
    void addLossRects(const LineHistory &history, size_t index, PlotPicture &picture) const;
    void showLimits(const Content &content, PlotPicture &picture);
    void addLimit(std::array<QLineSeries *, LimitCount> &pool, int &used, double value) const;
    void addGrid(PlotPicture &picture) const;
    void addTimeLabels(PlotPicture &picture) const;
    void addMarks(const Content &content, PlotPicture &picture) const;
    void addHatch(PlotPicture &picture) const;
    void updateReadout();
    [[nodiscard]] QString describe(qint64 us) const;
    [[nodiscard]] static double msOf(qint64 us) { return static_cast<double>(us) / 1000; }
    [[nodiscard]] double xOf(qint64 us) const;
    [[nodiscard]] double yOf(double ms) const;
    [[nodiscard]] double yOfLoss(double pct) const;

    QChart *m_latency, *m_loss;
    QValueAxis *m_msAxis, *m_timeAxis, *m_pctAxis, *m_lossTimeAxis;
    std::array<Band, BandCount> m_bands;
    std::array<QLineSeries *, LimitCount> m_msLimits{}, m_pctLimits{};
    QLineSeries *m_rolling;
    TraceItem *m_traces;
    BackItem *m_back;
    CrosshairItem *m_crosshair;

    QRectF m_latencyArea, m_lossArea, m_rugArea;
    qint64 m_fromUs = 0, m_toUs = 1;
    NiceScale m_scale;
    double m_pctMax = 100;
    std::vector<Shown> m_shown;
    std::optional<double> m_pointerX;
    std::vector<qint64> m_key; //!< of what is shown: the same key, the same picture
    bool m_applying = false;
};

} // namespace plumb
