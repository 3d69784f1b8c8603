// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "eventspanel.h"
#include "focusactions.h"
#include "latencychart.h"
#include "windowparts.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

// How the parts follow the focus: its range, its stretch of time, whether it is frozen.

namespace plumb {

namespace {

constexpr qint64 SecondUs = 1'000'000;
constexpr double ZoomStep = 1.5;
constexpr double PanStep = 0.1;

} // namespace

void MainWindow::Private::connectFocus()
{
    connect(focus, &Focus::rangeChanged, this, &Private::onRangeChanged);
    connect(focus, &Focus::viewChanged, this, &Private::onViewChanged);
    connect(focus, &Focus::frozenChanged, this, &Private::onFrozenChanged);
    connect(m_events, &EventsPanel::eventActivated, this, &Private::goToEvent);

    FocusActions *acts = actions->focus;
    const auto on = [this](QAction *action, auto handler) {
        connect(action, &QAction::triggered, this, handler);
    };
    const auto pan = [this](double share) {
        focus->pan(static_cast<qint64>(share * static_cast<double>(focus->view().spanUs)), realtimeUs());
    };
    // By key the edge of what is newest keeps its place, else the middle.
    const auto zoom = [this](double factor) {
        const TimeView &shown = focus->view();
        const qint64 end = focus->viewEndUs(realtimeUs());
        focus->zoom(factor, shown.endUs ? end - shown.spanUs / 2 : end, realtimeUs());
    };
    on(acts->live, [this] { focus->goLive(); });
    on(acts->countRecent, [this] { focus->setRange({}); });
    on(acts->countFromNow, [this] { focus->countFrom(focus->frozenAtUs().value_or(realtimeUs())); });
    on(acts->countVisible, [this] {
        const qint64 end = focus->viewEndUs(realtimeUs());
        focus->setRange(FocusRange::between(end - focus->view().spanUs, end));
    });
    on(acts->zoomIn, [zoom] { zoom(1 / ZoomStep); });
    on(acts->zoomOut, [zoom] { zoom(ZoomStep); });
    on(acts->fit, [this] { showAllKept(); });
    on(acts->earlier, [pan] { pan(-PanStep); });
    on(acts->later, [pan] { pan(PanStep); });
    on(acts->pageEarlier, [pan] { pan(-1); });
    on(acts->pageLater, [pan] { pan(1); });
    on(acts->oldest, [this] {
        if (const auto us = m_chart->oldestUs())
            focus->showFrom(*us, realtimeUs());
    });
    on(acts->newest, [this] { focus->setView({focus->view().spanUs, {}}); });
    on(acts->copyImage, [this] { m_chart->copyImage(); });
    connect(acts->spans, &QActionGroup::triggered, this,
            [this](const QAction *span) { focus->setSpan(span->data().toLongLong() * SecondUs); });
    on(acts->olderValue, [this] { m_chart->stepCrosshair(-1); });
    on(acts->newerValue, [this] { m_chart->stepCrosshair(1); });
    on(acts->rangeOlder, [this] { m_chart->extendRange(-1); });
    on(acts->rangeNewer, [this] { m_chart->extendRange(1); });
    m_chart->addActions(acts->ofChart());
    m_chart->setTools(acts->tools());
    connect(m_chart, &LatencyChart::menuWanted, acts->menu, [acts](QPoint at) { acts->menu->popup(at); });
}

void MainWindow::Private::onRangeChanged()
{
    model->setRange(focus->range(), m_chart->lines() + view->visibleKeys());
    m_events->setRange(focus->range());
    showNumbers();
    updateChart();
}

void MainWindow::Private::onViewChanged()
{
    const qint64 seconds = focus->view().spanUs / SecondUs;
    settings.setChartSpanS(static_cast<int>(seconds));
    actions->focus->setSpan(focus->view().spanUs);
    showNumbers();
    m_chart->refresh();
}

void MainWindow::Private::setFrozen(bool frozen)
{
    focus->setFrozenAt(frozen ? std::optional(realtimeUs()) : std::nullopt);
}

void MainWindow::Private::onFrozenChanged()
{
    model->setFrozen(focus->isFrozen());
    actions->freeze->setChecked(focus->isFrozen());
    showNumbers();
    m_chart->refresh();
    refreshNumbers();
    refreshSlow();
}

void MainWindow::Private::showNumbers()
{
    actions->focus->setNumbers(rangeText(focus->range(), monitor->runKind(), realtimeUs()),
                               focus->range().isTimed());
    actions->focus->setLive(focus->isLive());
}

// The range that the numbers are of with some air around, else all that is kept of the lines shown.
void MainWindow::Private::showAllKept()
{
    constexpr double Air = 0.05;
    const FocusRange &range = focus->range();
    const qint64 now = focus->frozenAtUs().value_or(realtimeUs());
    if (range.kind == FocusRange::Kind::Between) {
        const auto air = static_cast<qint64>(static_cast<double>(range.toUs - range.fromUs) * Air);
        focus->setView({range.toUs - range.fromUs + 2 * air, range.toUs + air});
        return;
    }
    const std::optional<qint64> oldest =
        range.kind == FocusRange::Kind::Since ? std::optional(range.fromUs) : m_chart->oldestUs();
    if (oldest)
        focus->setView({std::max(now - *oldest, 10 * SecondUs), {}});
}

void MainWindow::Private::goToEvent(LineKey key, qint64 us)
{
    if (key != 0)
        view->selectKey(key);
    focus->showTime(us, realtimeUs());
}

} // namespace plumb
