// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runcontroller.h"

#include "clock.h"
#include "demo.h"
#include "format.h"
#include "profiledocument.h"
#include "ratetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

RunController::RunController(Monitor *monitor, ProfileDocument *document, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_document(document)
{
    connect(document, &ProfileDocument::replaced, this, &RunController::leave);
    connect(document, &ProfileDocument::changed, this,
            [this] { m_monitor->setProfile(m_document->profile(), m_monitor->options()); });
    connect(monitor, &Monitor::finished, this, [this] {
        if (m_startWhenIdle)
            startWatch();
    });
}

RunController::~RunController() = default;

bool RunController::isIdle() const { return m_monitor->state() == Monitor::State::Idle; }

bool RunController::isSweeping() const { return !isIdle() && m_monitor->runKind() == RunKind::Sweep; }

int RunController::sweepCount() const { return plumb::sweepCount(m_document->profile(), {}); }

void RunController::hand(RunKind kind, std::optional<int> count, const QList<LineKey> &only)
{
    RunOptions options;
    options.kind = kind;
    options.count = count;
    m_monitor->setProfile(m_document->profile(), options);
    m_sinceStart.start();
    m_silent = false;
    m_monitor->start(only);
}

void RunController::startWatch()
{
    // What ran before may still wait for its last replies.
    m_startWhenIdle = m_monitor->state() == Monitor::State::Stopping;
    if (isIdle() && !m_document->profile().lines.isEmpty())
        hand(RunKind::Watch, {});
}

bool RunController::canSweep() const
{
    if (m_document->profile().lines.isEmpty())
        return false;
    const bool watching =
        m_monitor->state() == Monitor::State::Running && m_monitor->runKind() == RunKind::Watch;
    return isIdle() || (watching && !m_monitor->sweepProgress());
}

void RunController::startSweep(int count, const QList<LineKey> &only)
{
    if (!canSweep())
        return;
    if (isIdle())
        hand(RunKind::Sweep, count, only);
    else
        m_monitor->sweepDuringWatch(only.isEmpty() ? m_monitor->keys() : only, count);
}

void RunController::stop()
{
    if (m_monitor->state() == Monitor::State::Running)
        m_monitor->stop();
    else if (m_monitor->state() == Monitor::State::Stopping)
        m_monitor->abort();
}

QString RunController::startDemo()
{
    auto demo = std::make_unique<Demo>();
    const QString error = demo->start();
    if (!error.isEmpty())
        return error;
    m_document->replace(demo->profile(), {});
    m_demo = std::move(demo);
    Q_EMIT demoChanged();
    startWatch();
    return {};
}

void RunController::leave()
{
    m_startWhenIdle = false;
    m_silent = false;
    if (!isIdle())
        m_monitor->abort();
    if (!m_demo)
        return;
    m_demo.reset();
    Q_EMIT demoChanged();
}

QString RunController::planText() const
{
    return plumb::planText(m_monitor->plan(RunKind::Watch), m_document->profile().lines);
}

QString RunController::silenceText()
{
    if (m_monitor->answered() > 0)
        m_silent = false;
    else if (m_monitor->state() == Monitor::State::Running && m_monitor->status().sent > 0)
        m_silent = m_silent || m_sinceStart.elapsed() >= SilenceS * 1000;
    if (!m_silent)
        return {};
    const QList<Line> &lines = m_document->profile().lines;
    const bool hasEcho =
        std::any_of(lines.cbegin(), lines.cend(), [](const Line &line) { return line.echo.has_value(); });
    QString text =
        tr("No line at all has answered since %1. The usual causes: nothing listens at the entry, a firewall "
           "drops UDP, or the port is wrong.")
            .arg(formatClock(m_monitor->startedUs(), realtimeUs()));
    if (hasEcho)
        text += u' ' + tr("Or the entry does not know the echo address: check in one line, under More, how "
                          "it learns it.");
    return text + u' ' +
           tr("Check one entry's address and port first (Enter), then the firewall on the way.");
}

} // namespace plumb
