// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QPolygonF>

#include <vector>

namespace plumb {

//! One line's latency, ready to be drawn, in pixels.
struct PlotTrace
{
    QColor color;
    int number = 0;                 //!< that tells it from the others without its colour; 0: there are none
    std::vector<QPolygonF> medians; //!< one for each stretch without a gap
    QList<QPointF> dots;            //!< stretches of a single point
    QList<QLineF> whiskers;         //!< least to greatest
    QList<QPointF> late;            //!< replies after the time-out, hollow
};

//! A text in the picture.
struct PlotLabel
{
    QRectF rect;
    int flags = 0;
    QString text;
    QColor color;
    bool boxed = false; //!< on a patch of the background, where lines may run behind it
};

//! A state that changed, or a note (without a verdict).
struct PlotMark
{
    double x = 0;
    bool isNote = false;
    Verdict verdict = Verdict::Ok;
    QString text;
};

//! All that a chart's own item paints over the axes, in pixels of the scene.
struct PlotPicture
{
    QRectF latencyArea, lossArea;
    QRectF shade; //!< of the range that the numbers are of
    QColor shadeColor, lossColor, textColor, backgroundColor, frameColor;
    QBrush hatch;
    QFont font;
    QList<QLineF> grid;
    std::vector<QRectF> hatched; //!< not counted
    std::vector<PlotTrace> traces;
    QList<QRectF> lossRects;       //!< a tick for each lost probe, bars for buckets with many
    QList<QRectF> icmpRects;       //!< ticks of those that met an ICMP error, with a cap
    std::vector<QRectF> rugs;      //!< the rows that the ticks stand in
    std::vector<QColor> rugColors; //!< the line's colour before each row
    std::vector<PlotLabel> labels;
    std::vector<PlotMark> marks;
    double markY = 0;
    QString empty; //!< said instead of all that, if not empty
};

//! Paints what lies under the series: grid, shade and hatch. In place of the axes' own grid and labels,
//! because the axes do not follow a plot area that was set (Qt 6.4), and two charts above one another need
//! one.
class BackItem final : public QGraphicsItem
{
public:
    explicit BackItem(const class TraceItem &traces)
        : m_traces(traces)
    {}

    //! After TraceItem::setPicture().
    void pictureChanged();

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const TraceItem &m_traces;
    QRectF m_bounds;
};

//! Paints what Qt Charts has no series for. A gap, for one: Qt Charts joins all points of a series, so each
//! gap would be another series, and its cost is linear in series.
class TraceItem final : public QGraphicsItem
{
public:
    static constexpr double MarkSide = 11;

    void setPicture(PlotPicture picture, const QRectF &bounds);
    [[nodiscard]] const PlotPicture &picture() const { return m_picture; }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintTraces(QPainter *painter) const;
    void paintLoss(QPainter *painter) const;
    void paintNumbers(QPainter *painter) const;
    void paintWords(QPainter *painter) const;

    PlotPicture m_picture;
    QRectF m_bounds;
};

//! A vertical line through all areas and the exact values that it stands on; while a range is picked, the
//! range.
class CrosshairItem final : public QGraphicsItem
{
public:
    struct Look
    {
        QColor line, text, background, selection;
        QFont font;
    };
    void setLook(const Look &look);
    //! area: where the line runs and the box must fit.
    void show(double x, const QRectF &area, const QString &text);
    //! An empty one: none.
    void setSelection(const QRectF &selection);
    [[nodiscard]] const QRectF &selection() const { return m_selection; }
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] QRectF boundingRect() const override { return m_area.adjusted(-1, -1, 1, 1); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    Look m_look;
    QRectF m_area, m_selection;
    double m_x = 0;
    QString m_text;
};

} // namespace plumb
