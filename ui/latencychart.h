// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focusrange.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
QT_END_NAMESPACE

namespace plumb {

class Focus;
class LatencyPlot;
class Monitor;

//! Latency and loss of up to eight lines over the focus's stretch of time, with a headline above. It reads
//! monitor and focus at refresh() and keeps nothing of them in between.
class LatencyChart final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int MaxLines = 8;

    LatencyChart(const Monitor *monitor, Focus *focus, QWidget *parent = nullptr);
    ~LatencyChart() override;

    //! The lines that are shown; those beyond MaxLines are left out and the title says so.
    void setLines(const QList<LineKey> &lines);
    [[nodiscard]] const QList<LineKey> &lines() const { return m_lines; }

    //! Stands before the line's name, e.g. "Worst line (nothing selected)"; empty: nothing.
    void setTitlePrefix(const QString &prefix);
    //! The figures after the name, made by headlineText() for the range that the numbers are of.
    void setHeadline(const QString &headline);
    //! Shades the probes that the numbers are of where the focus has no range of time; empty: no shade.
    void setStatisticsRange(std::optional<qint64> fromUs, std::optional<qint64> toUs);

    //! Buttons in the chart's header; the caller owns the actions.
    void setTools(const QList<QAction *> &actions);
    //! The crosshair goes one step to the older or newer values.
    void stepCrosshair(int step);
    //! Likewise, and the range that the numbers are of reaches from where that began to the crosshair.
    void extendRange(int step);
    //! Where the crosshair stands while the chart has the keyboard.
    [[nodiscard]] std::optional<qint64> crosshairUs() const;

    //! Takes what is new. Cheap where nothing is; meant for the window's repaint timer.
    void refresh();

    //! When the oldest probe that is kept of the lines shown was sent.
    [[nodiscard]] std::optional<qint64> oldestUs() const;
    //! The chart with its title as it would look at a size.
    [[nodiscard]] QImage image(QSize size) const;
    //! Puts the chart as it looks now on the clipboard.
    void copyImage() const;

    //! What a screen reader is told: name, last value, range and loss of each line shown.
    [[nodiscard]] QString summary() const;
    //! Before it the values under the crosshair, if it is shown.
    [[nodiscard]] QString spoken() const;

Q_SIGNALS:
    void menuWanted(QPoint globalPosition);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void showTitle();
    void connectPlot();
    [[nodiscard]] QList<LineKey> shownLines() const;
    void announce();
    void announceCrosshair(const QString &before = {});

    const Monitor *m_monitor;
    Focus *m_focus;
    QLabel *m_title, *m_figures, *m_hint;
    QWidget *m_tools;
    LatencyPlot *m_plot;
    QList<LineKey> m_lines;
    QString m_prefix, m_headline;
    QElapsedTimer m_announced;
    std::optional<qint64> m_rangeFromUs, m_rangeToUs;
    FocusRange m_keyRange; //!< that extendRange() picked last
};

} // namespace plumb
