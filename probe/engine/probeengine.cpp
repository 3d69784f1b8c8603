// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probeengine.h"

#include "enginecore.h"

namespace plumb {

ProbeEngine::ProbeEngine(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("probes"));
    // Threads get Qt's own event dispatcher: GLib's, which nothing here needs, costs more at every wake-up.
    qputenv("QT_NO_THREADED_GLIB", "1");
    m_thread.start();
    // Everything of the core is made, used and destroyed in its thread: timers and notifiers belong to it.
    auto *const maker = new QObject;
    maker->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        maker, [this] { m_core = new EngineCore; }, Qt::BlockingQueuedConnection);
    maker->deleteLater();
    connect(m_core, &EngineCore::batchReady, this, &ProbeEngine::batchReady);
    connect(m_core, &EngineCore::finished, this, &ProbeEngine::finished);
}

ProbeEngine::~ProbeEngine()
{
    m_core->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

void ProbeEngine::start(const RunPlan &plan)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, plan] { core->start(plan); });
}

void ProbeEngine::stop()
{
    QMetaObject::invokeMethod(m_core, [core = m_core] { core->stop(); });
}

void ProbeEngine::abort()
{
    QMetaObject::invokeMethod(m_core, [core = m_core] { core->abort(); });
}

void ProbeEngine::putLine(const LinePlan &plan)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, plan] { core->putLine(plan); });
}

void ProbeEngine::removeLine(LineKey key)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, key] { core->removeLine(key); });
}

void ProbeEngine::setPaused(LineKey key, bool paused)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, key, paused] { core->setPaused(key, paused); });
}

void ProbeEngine::sweep(quint32 id, const QList<LinePlan> &plans, int count)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, id, plans, count] { core->sweep(id, plans, count); });
}

void ProbeEngine::endSweep()
{
    QMetaObject::invokeMethod(m_core, [core = m_core] { core->endSweep(); });
}

void ProbeEngine::stall(std::chrono::milliseconds duration)
{
    const auto ms = static_cast<unsigned long>(duration.count());
    QMetaObject::invokeMethod(m_core, [ms] { QThread::msleep(ms); });
}

EngineBatch ProbeEngine::take() { return m_core->take(); }

} // namespace plumb
