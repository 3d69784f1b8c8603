// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusfields.h"

#include "clock.h"
#include "format.h"
#include "monitor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plumb {

StatusFields::StatusFields(const Monitor *monitor, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_messageTimer(new QTimer(this))
    , m_cancel(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 1, 6, 1);
    layout->setSpacing(18);
    m_state = addField(u"stateField"_s, tr("What the program does now."));
    m_cancel->setObjectName(u"cancelSweep"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the sweep"));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_cancel->setMaximumHeight(fontMetrics().height() + 3); // no row above moves when it shows
    m_cancel->hide();
    connect(m_cancel, &QToolButton::clicked, this, &StatusFields::cancelRequested);
    layout->addWidget(m_cancel);
    m_rate =
        addField(u"rateField"_s,
                 tr("Probes sent over all lines, and what they take on the wire with IP and UDP headers."));
    m_tester = addField(u"testerField"_s, testerToolTip());
    m_voided =
        addField(u"voidedField"_s, tr("Probes that fell into a fault of this computer since the start. They "
                                      "count neither for nor against a line."));
    m_frozen =
        addField(u"frozenField"_s, tr("The picture stands still, probing goes on. Space goes on live."));
    m_message = addField(u"messageField"_s, {});
    layout->addStretch(1);
    m_place =
        addField(u"placeField"_s,
                 tr("The station that every report names, and the time zone of all times in this window."));
    m_messageTimer->setSingleShot(true);
    m_messageTimer->setInterval(8000);
    connect(m_messageTimer, &QTimer::timeout, m_message, &QWidget::hide);
    setStation(monitor->station());
    refresh({});
}

QLabel *StatusFields::addField(const QString &name, const QString &toolTip)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setToolTip(toolTip);
    label->setObjectName(name);
    label->hide();
    layout()->addWidget(label);
    return label;
}

void StatusFields::show(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

// "Sweep of 6 lines: 62 of 100 · 8 s left"; empty where none takes a watch's place.
QString StatusFields::sweepText() const
{
    const std::optional<SweepProgress> sweep = m_monitor->sweepProgress();
    if (!sweep)
        return {};
    const double done = static_cast<double>(sweep->sent) /
                        (static_cast<double>(sweep->lines) * static_cast<double>(sweep->count));
    const QString text = tr("Sweep of %n line(s): %1 of %2", nullptr, sweep->lines)
                             .arg(formatCount(static_cast<qint64>(std::floor(done * sweep->count))),
                                  formatCount(sweep->count));
    if (done <= 0 || done >= 1)
        return text;
    const double seconds = static_cast<double>(realtimeUs() - sweep->startedUs) / 1e6;
    return text + u" · "_s + tr("%1 left").arg(formatDuration(std::ceil(seconds / done * (1 - done))));
}

QString StatusFields::stateText() const
{
    const EngineStatus &status = m_monitor->status();
    const double seconds = static_cast<double>(realtimeUs() - m_monitor->startedUs()) / 1e6;
    if (m_monitor->keys().isEmpty())
        return tr("No lines");
    switch (m_monitor->state()) {
    case Monitor::State::Stopping: return tr("Stopping: waiting for %n open probe(s)", nullptr, status.open);
    case Monitor::State::Running: break;
    case Monitor::State::Idle: return idleText();
    }
    if (m_monitor->runKind() == RunKind::Watch)
        return u"● "_s +
               (m_monitor->sweepProgress() ? sweepText() : tr("Watching %1").arg(formatDuration(seconds)));
    const double done =
        static_cast<double>(status.slotsDone) / static_cast<double>(qMax<qint64>(1, status.slotsPlanned));
    const int count = sweepCount(m_monitor->profile(), m_monitor->options());
    const QString progress =
        tr("Sweep %1 of %2")
            .arg(formatCount(static_cast<qint64>(std::floor(done * count))), formatCount(count));
    if (done <= 0 || done >= 1)
        return progress;
    return progress + u" · "_s + tr("%1 left").arg(formatDuration(std::ceil(seconds / done * (1 - done))));
}

QString StatusFields::idleText() const
{
    int flagged = 0;
    bool measured = false;
    for (const LineKey key : m_monitor->keys()) {
        const LineState &line = m_monitor->line(key);
        flagged += isFlagged(line.verdict) ? 1 : 0;
        measured = measured || !line.history.isEmpty();
    }
    if (!measured)
        return tr("Not started");
    if (m_monitor->runKind() != RunKind::Sweep)
        return tr("Stopped");
    return tr("Sweep done: %1 of %2 lines flagged")
        .arg(formatCount(flagged), formatCount(m_monitor->keys().size()));
}

QString StatusFields::testerToolTip() const
{
    const EngineStatus &status = m_monitor->status();
    QStringList rows{
        tr("How well this computer keeps its own schedule: 99 % of the last departures were behind "
           "their time by at most this."),
        tr("Departures behind their time: median %1 ms, p99 %2 ms")
            .arg(formatMs(status.timerErrorP50Ms), formatMs(status.timerErrorP99Ms)),
        tr("Event loop behind its time: median %1 ms, p99 %2 ms, worst %3 ms")
            .arg(formatMs(status.loopLagP50Ms), formatMs(status.loopLagP99Ms),
                 formatMs(status.loopLagMaxMs))};
    if (status.overloaded)
        rows << tr("More probes are asked for than this computer can send in time.");
    if (status.skipped > 0)
        rows << tr("Departures that were left out: %1").arg(formatCount(status.skipped));
    if (status.dropped > 0)
        rows << tr("Replies that found the receive buffer full: %1").arg(formatCount(status.dropped));
    for (auto error = status.sendErrors.begin(); error != status.sendErrors.end(); ++error)
        rows << tr("Sends that this computer refused (%1): %2").arg(error.key(), formatCount(error.value()));
    return rows.join(u'\n');
}

void StatusFields::refresh(std::optional<qint64> frozenAtUs)
{
    const bool running = m_monitor->state() == Monitor::State::Running;
    show(m_state, stateText());
    m_cancel->setVisible(running && (m_monitor->sweepProgress() || m_monitor->runKind() == RunKind::Sweep));
    QString rate;
    if (running) {
        const Monitor::Plan plan = m_monitor->plan(m_monitor->runKind());
        rate = formatProbeRate(plan.probesPerSecond) + u" · "_s + formatBitRate(plan.bitsPerSecond);
    }
    show(m_rate, rate);
    // A whole slot late on the 99th percentile is no tester to trust; below that the number speaks for
    // itself.
    const double p99 = m_monitor->status().timerErrorP99Ms;
    const QString tester = m_monitor->status().overloaded ? tr("Tester overloaded, timer p99 %1 ms")
                           : p99 < 5                      ? tr("Tester ok, timer p99 %1 ms")
                                                          : tr("Tester slow, timer p99 %1 ms");
    show(m_tester, running ? tester.arg(formatMs(p99)) : QString());
    if (running)
        m_tester->setToolTip(testerToolTip());
    show(m_voided, running || m_monitor->voided() > 0
                       ? tr("Not counted %1").arg(formatCount(m_monitor->voided()))
                       : QString());
    const qint64 nowUs = realtimeUs();
    show(m_frozen, frozenAtUs ? tr("View frozen since %1").arg(formatClock(*frozenAtUs, nowUs)) : QString());
    show(m_place, m_station + u" · "_s + formatUtcOffset(nowUs));
}

void StatusFields::setStation(const QString &station) { m_station = station; }

void StatusFields::say(const QString &message)
{
    show(m_message, message);
    m_messageTimer->start();
}

} // namespace plumb
