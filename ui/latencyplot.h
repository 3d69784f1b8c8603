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

    //! The crosshair goes to the bucket before or behind that it stands on, from nowhere to the newest one.
    void stepCrosshair(int step);
    //! The same, and all from the bucket that the first such step began at to the one that it ends at is
    //! picked as a range.
    void extendRange(int step);
    //! The next step of extendRange() begins a range.
    void endRange() { m_rangeBeginUs.reset(); }
    void hideCrosshair();
    //! Empty while there is no crosshair.
    [[nodiscard]] std::optional<qint64> crosshairUs() const;

Q_SIGNALS:
    //! The size or the colours changed: setContent() is needed.
    void contentWanted();
    //! Dragged over with the left button, or by key.
    void rangePicked(qint64 fromUs, qint64 toUs);
    //! Dragged by the time axis, with another button or with Shift; below 0: to the past.
    void panned(qint64 byUs);
    //! Turned the wheel; below 1: a shorter span.
    void zoomed(double factor, qint64 aroundUs);
    void doubleClicked();
    //! Clicked with the right button.
    void menuWanted(QPoint globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    static constexpr int BandCount = 2;
    static constexpr int LimitCount = 3;
    struct Shown //!< of a line, kept for the readout
    {
        QString label;
        BucketCache cache;
        [[nodiscard]] const Buckets &buckets() const { return cache.buckets(); }
    };
    enum class Drag : quint8 { None, Range, Pan };
    struct Band
    {
        QLineSeries *upper = nullptr, *lower = nullptr;
        QAreaSeries *area = nullptr;
    };

    [[nodiscard]] bool takeLines(const Content &content);
    [[nodiscard]] std::vector<qint64> keyOf(const Content &content) const;
    void applyPalette();
    void layOut(size_t lineCount);
    void setScale(double greatestMs, bool sameLines);
    void showLatency(PlotPicture &picture, bool sameLines);
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
    void showSelection();
    void updateReadout();
    void updateCursor(const QPointF &at);
    void moveCrosshair(int step);
    [[nodiscard]] qint64 usOf(double x) const;
    [[nodiscard]] QString rowFor(const Shown &shown, qint64 us) const;
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
    std::optional<qint64> m_keyUs;        //!< a key put the crosshair on this time; it moves with the picture
    std::optional<qint64> m_rangeBeginUs; //!< of the bucket that a range picked by key began at
    Drag m_drag = Drag::None;
    Qt::MouseButton m_dragButton = Qt::NoButton;
    QPointF m_pressed, m_dragged; //!< where a drag began, and where it is
    qint64 m_pressedUs = 0;
    std::vector<qint64> m_key; //!< of what is shown: the same key, the same picture
    bool m_applying = false;
};

} // namespace plumb
