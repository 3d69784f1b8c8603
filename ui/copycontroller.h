// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QObject>

namespace plumb {

class Focus;
class LatencyChart;
class LinesModel;
class Monitor;
class ShiftRecorder;

//! Puts on the clipboard what others are told: evidence, a command for mtr, the summary of a shift.
class CopyController final : public QObject
{
    Q_OBJECT
public:
    CopyController(const Monitor *monitor, const LinesModel *model, const Focus *focus,
                   const LatencyChart *chart, QObject *parent = nullptr);

    //! Of the selected lines, else of those that the chart shows; text, and the chart as an image.
    void copyEvidence();
    //! Of the selected lines, else of those that the chart shows; each command once.
    void copyMtr();
    //! profile: what it is called.
    void copyShift(int hours, const QString &profile);
    void forgetShift();

Q_SIGNALS:
    void said(const QString &message);

private:
    [[nodiscard]] QList<LineKey> lines() const;

    const Monitor *m_monitor;
    const LinesModel *m_model;
    const Focus *m_focus;
    const LatencyChart *m_chart;
    ShiftRecorder *m_shift;
};

} // namespace plumb
