// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copycontroller.h"

#include "clock.h"
#include "evidence.h"
#include "focus.h"
#include "latencychart.h"
#include "monitor.h"
#include "mtrcommand.h"
#include "shiftlog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr QSize EvidenceImage(1000, 340);

} // namespace

CopyController::CopyController(const Monitor *monitor, const LinesModel *model, const Focus *focus,
                               const LatencyChart *chart, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_model(model)
    , m_focus(focus)
    , m_chart(chart)
    , m_shift(new ShiftRecorder(monitor, this))
{}

void CopyController::forgetShift() { m_shift->clear(); }

QList<LineKey> CopyController::lines() const
{
    return m_focus->lines().isEmpty() ? m_chart->lines() : m_focus->lines();
}

void CopyController::copyEvidence()
{
    const QList<LineKey> keys = lines();
    if (keys.isEmpty())
        return;
    EvidenceScene scene;
    scene.station = m_monitor->station();
    if (m_monitor->state() != Monitor::State::Idle)
        scene.asOfUs = m_focus->frozenAtUs().value_or(realtimeUs());
    scene.rangeIsChosen = m_focus->range().isTimed();
    scene.events = m_monitor->events();
    const Monitor *monitor = m_monitor;
    auto *mime = new QMimeData;
    mime->setText(evidenceText(
        *m_model, [monitor](LineKey key) -> const LineState & { return monitor->line(key); }, keys, scene));
    mime->setImageData(m_chart->image(m_chart->size().expandedTo(EvidenceImage)));
    QGuiApplication::clipboard()->setMimeData(mime);
    Q_EMIT said(
        keys.size() == 1
            ? tr("Evidence of %1 copied: text and chart.").arg(m_monitor->line(keys.first()).line.label())
            : tr("Evidence of %n line(s) copied: text and chart.", nullptr,
                 static_cast<int>(std::min(keys.size(), MaxEvidenceLines))));
}

void CopyController::copyMtr()
{
    QStringList commands, without;
    const QList<LineKey> keys = lines();
    for (const LineKey key : keys) {
        const LineState &state = m_monitor->line(key);
        const Endpoint entry = effectiveEntry(state.line, state.settings);
        const QString command = mtrCommand(entry, entry.address() ? QString() : state.address);
        if (command.isEmpty())
            without.append(state.line.label());
        else if (!commands.contains(command))
            commands.append(command);
    }
    if (!commands.isEmpty())
        QGuiApplication::clipboard()->setText(commands.join(u'\n'));
    if (!without.isEmpty())
        Q_EMIT said(tr("No mtr command for %1: its entry is not a plain name.").arg(without.first()));
    else if (commands.size() == 1)
        Q_EMIT said(tr("Copied: %1").arg(commands.first()));
    else if (!commands.isEmpty())
        Q_EMIT said(tr("%n command(s) copied.", nullptr, static_cast<int>(commands.size())));
}

void CopyController::copyShift(int hours, const QString &profile)
{
    ShiftScene scene;
    scene.profile = profile;
    scene.station = m_monitor->station();
    scene.lines = m_monitor->keys().size();
    scene.events = m_monitor->events();
    scene.hours = hours;
    scene.nowUs = realtimeUs();
    QGuiApplication::clipboard()->setText(shiftSummary(m_shift->log(), scene));
    Q_EMIT said(tr("Summary of the last %1 h copied.").arg(hours));
}

} // namespace plumb
