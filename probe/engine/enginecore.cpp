// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginecore.h"

#include "scheduling.h"

#include <QAbstractEventDispatcher>
#include <QHostInfo>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <set>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! From the first stamp that is asked for to the first probe: the kernel switches stamping on from a work
//! queue.
constexpr qint64 WarmUpNs = 60'000'000;
constexpr int HealthIntervalMs = 1'000;
//! Without a kernel stamp, a reply that waited longer than this for its reader has no RTT to trust.
constexpr qint64 StallNs = 5'000'000;

} // namespace

EngineCore::EngineCore()
    : m_outbox([this] {
        updateStatus();
        Q_EMIT batchReady();
    })
    , m_deadlines([this](const std::vector<Deadlines::Due> &due) { expire(due); },
                  [this](const Deadlines::Due &due) {
                      LineProber *const prober = proberOf(due.line);
                      return prober && prober->isOpen(due.seq);
                  })
    , m_sockets(this)
    , m_runs([this] { drained(); })
    , m_exchanges([this] { drained(); })
    , m_parts{m_pacer, m_deadlines, m_outbox, m_sockets, m_stamps, m_health,
              m_runs,  m_exchanges, {},       {},        {},       [this](LineKey key) { lookUp(key); }}
{
    favourThisThread();
    datagram::keepStampingOn();
    m_parts.secrets.session = QRandomGenerator::system()->generate64();
    m_parts.secrets.key = randomSipKey();
    m_healthTimer.setInterval(HealthIntervalMs);
    connect(&m_healthTimer, &QTimer::timeout, this, [this] { checkHealth(); });
    connect(QAbstractEventDispatcher::instance(QThread::currentThread()), &QAbstractEventDispatcher::awake,
            this, [this] { m_awakeNs = monotonicNs(); });
}

EngineCore::~EngineCore() { abort(); }

void EngineCore::start(const RunPlan &plan)
{
    abort();
    m_seed = plan.seed != 0 ? plan.seed : QRandomGenerator::system()->generate64();
    m_count = plan.kind == RunKind::Sweep ? static_cast<quint32>(plan.count) : 0;
    m_startNs = monotonicNs() + WarmUpNs;
    m_phases = {};
    m_status = {};
    m_parts.totals = {};
    m_status.slotsPlanned = static_cast<qint64>(m_count) * plan.lines.size();
    m_running = true;
    m_stopping = false;
    m_health.begin();
    m_stamps.note(readClocks());
    m_healthTimer.start();

    if (plan.kind == RunKind::Watch) {
        for (const LinePlan &line : plan.lines)
            putLine(line);
        return;
    }
    // Lines of one interval share their rounds; a rate cap may have given some a longer one.
    std::map<std::chrono::milliseconds, QList<LinePlan>> byInterval;
    for (const LinePlan &line : plan.lines)
        byInterval[line.settings.interval].append(line);
    for (const auto &[interval, lines] : byInterval) {
        const auto schedule =
            std::make_shared<SweepSchedule>(m_startNs, interval, static_cast<quint32>(lines.size()),
                                            m_seed ^ static_cast<quint64>(interval.count()));
        for (quint32 place = 0; place < static_cast<quint32>(lines.size()); ++place)
            addLine(lines[place], SweepPlace{schedule, place}, {}, m_count);
    }
    if (plan.lines.isEmpty())
        drained();
}

void EngineCore::putLine(const LinePlan &plan)
{
    if (!m_running || m_stopping || m_count > 0)
        return; // a sweep's lines are fixed
    if (const auto known = m_lines.find(plan.key); known != m_lines.end()) {
        known->second.prober->change(plan, watchSchedule(plan, known->second.phase));
        reindex();
        return;
    }
    const PhaseAllocator::Phase phase = m_phases.take();
    addLine(plan, watchSchedule(plan, phase), phase, 0);
}

LineSchedule EngineCore::watchSchedule(const LinePlan &plan, const PhaseAllocator::Phase &phase) const
{
    // The grid of a line that joins later begins with it, in phase with the run's.
    const qint64 interval = std::chrono::nanoseconds(plan.settings.interval).count();
    const qint64 passed = std::max<qint64>(0, monotonicNs() - m_startNs) / interval;
    return WatchSchedule(m_startNs + passed * interval, plan.settings.interval, phase.fraction,
                         m_seed ^ plan.key);
}

void EngineCore::addLine(const LinePlan &plan, LineSchedule schedule, PhaseAllocator::Phase phase,
                         quint32 count)
{
    auto prober = std::make_unique<LineProber>(m_parts, plan, std::move(schedule), count);
    LineProber *const added = prober.get();
    m_lines.emplace(plan.key, Entry{std::move(prober), phase});
    if (!added->peer().isNull())
        m_byPeer.emplace(added->peer().id(), added);
    added->start();
}

void EngineCore::removeLine(LineKey key)
{
    const auto found = m_lines.find(key);
    if (found == m_lines.end())
        return;
    found->second.prober->close();
    if (m_count == 0)
        m_phases.release(found->second.phase.index);
    m_lines.erase(found);
    reindex();
}

void EngineCore::stop()
{
    if (!m_running || m_stopping)
        return;
    m_stopping = true;
    for (const auto &[key, entry] : m_lines)
        entry.prober->stopSending();
    drained();
}

void EngineCore::abort()
{
    if (!m_running)
        return;
    m_stopping = true;
    for (const auto &[key, entry] : m_lines)
        entry.prober->close();
    finish();
}

void EngineCore::drained()
{
    // Called as the last coroutine ends: what it belongs to may only go in a later turn.
    if (m_running && (m_stopping || m_count > 0) && m_runs.active() == 0 && m_exchanges.active() == 0)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_running && m_runs.active() == 0 && m_exchanges.active() == 0)
                    finish();
            },
            Qt::QueuedConnection);
}

void EngineCore::finish()
{
    checkHealth(); // drops of the last second
    updateStatus();
    m_running = false;
    m_healthTimer.stop();
    m_deadlines.clear();
    m_byPeer.clear();
    m_lines.clear();
    m_sockets.clear();
    m_status.running = false;
    m_status.finished = true;
    m_status.open = 0;
    m_outbox.setStatus(m_status);
    m_outbox.flush();
    Q_EMIT finished();
}

void EngineCore::updateStatus()
{
    if (!m_running)
        return;
    m_status.running = !m_stopping && m_runs.active() > 0;
    m_status.finished = false;
    m_status.open = m_exchanges.active();
    m_status.sockets = static_cast<int>(m_sockets.all().size());
    m_status.slotsDone = m_parts.totals.slotsUsed;
    m_status.sent = m_parts.totals.sent;
    m_status.missed = m_parts.totals.missed;
    m_status.timerErrorP50Ms = m_health.timerErrorMs(0.5);
    m_status.timerErrorP99Ms = m_health.timerErrorMs(0.99);
    m_outbox.setStatus(m_status);
}

LineProber *EngineCore::proberOf(LineKey key)
{
    const auto found = m_lines.find(key);
    return found == m_lines.end() ? nullptr : found->second.prober.get();
}

void EngineCore::reindex()
{
    m_byPeer.clear();
    for (const auto &[key, entry] : m_lines) {
        if (!entry.prober->peer().isNull())
            m_byPeer.emplace(entry.prober->peer().id(), entry.prober.get());
    }
}

void EngineCore::received(FlowSocket &socket, const Received &datagram)
{
    const TextId stall = stallCause(datagram.readNs);
    if (echoReceived(socket, datagram, stall))
        return;
    const auto [begin, end] = m_byPeer.equal_range(datagram.from);
    for (auto it = begin; it != end; ++it) {
        if (it->second->customReply(socket, datagram, stall))
            return;
    }
    // No line can be told apart by a reply that proves nothing: the first of that peer counts it.
    if (begin != end)
        begin->second->invalidReply();
}

bool EngineCore::echoReceived(FlowSocket &socket, const Received &datagram, TextId stallCause)
{
    constexpr size_t Ip4PortLength = 6;
    const size_t socks = static_cast<size_t>(socks5HeaderLength(datagram.bytes));
    for (const size_t offset : {size_t{0}, Ip4PortLength, socks}) {
        if (offset > datagram.bytes.size())
            continue;
        const EchoReply reply =
            checkEcho(datagram.bytes.subspan(offset), m_parts.secrets.session, m_parts.secrets.key);
        if (reply.check == EchoCheck::Foreign)
            continue;
        if (LineProber *const prober = proberOf(reply.line))
            prober->echoReply(socket, datagram, reply, datagram.bytes.first(offset), stallCause);
        return true;
    }
    return false;
}

void EngineCore::reported(FlowSocket &socket, const IcmpError &error)
{
    if (error.local)
        return; // the send that caused it has told its errno
    const auto [begin, end] = m_byPeer.equal_range(error.destination);
    for (auto it = begin; it != end; ++it) {
        if (it->second->icmpError(socket, error))
            return;
    }
}

void EngineCore::expire(const std::vector<Deadlines::Due> &due)
{
    // Look before a probe is called lost: the reply may be in the buffer since before its time-out.
    std::set<const FlowSocket *> unread, read;
    for (const Deadlines::Due &probe : due) {
        LineProber *const prober = proberOf(probe.line);
        const FlowSocket *const socket = prober ? prober->socketOf(probe.seq) : nullptr;
        if (!socket || unread.contains(socket) || read.contains(socket))
            continue;
        auto *const mutableSocket = const_cast<FlowSocket *>(socket);
        (mutableSocket->drain() ? read : unread).insert(socket);
        checkDrops(*mutableSocket);
    }
    constexpr qint64 RetryNs = 1'000'000;
    for (const Deadlines::Due &probe : due) {
        LineProber *const prober = proberOf(probe.line);
        if (!prober)
            continue;
        if (unread.contains(prober->socketOf(probe.seq)))
            m_deadlines.add({monotonicNs() + RetryNs, probe.line, probe.seq});
        else
            prober->expire(probe.seq);
    }
}

void EngineCore::lookUp(LineKey key)
{
    // The entry first, then the echo: both may be names.
    const auto answer = [this, key](const QHostAddress &entry, const QHostAddress &echo,
                                    const QString &error) {
        LineProber *const prober = proberOf(key);
        if (!prober)
            return;
        prober->setAddresses(entry, echo, error);
        if (!error.isEmpty())
            m_outbox.postNotice({realtimeNs() / 1000, key, EngineNotice::Kind::NameNotFound, error});
        reindex();
    };
    const auto resolve = [this](const Endpoint &endpoint, auto then) {
        if (const auto literal = endpoint.address()) {
            then(*literal, QString());
            return;
        }
        QHostInfo::lookupHost(endpoint.host, this, [then, host = endpoint.host](const QHostInfo &info) {
            if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
                then(QHostAddress(), u"name not found"_s);
            else
                then(info.addresses().constFirst(), QString());
        });
    };
    // Asked for from a constructor: the prober is in the table from the next turn on.
    QMetaObject::invokeMethod(
        this,
        [this, key, answer, resolve] {
            LineProber *const prober = proberOf(key);
            if (!prober)
                return;
            const LinePlan &plan = prober->plan();
            const auto echo = effectiveEcho(plan.line, plan.settings);
            resolve(effectiveEntry(plan.line, plan.settings),
                    [answer, resolve, echo](const QHostAddress &entry, const QString &error) {
                        if (!error.isEmpty() || !echo) {
                            answer(entry, {}, error);
                            return;
                        }
                        resolve(*echo,
                                [answer, entry](const QHostAddress &echoAddress, const QString &echoError) {
                                    answer(entry, echoAddress, echoError);
                                });
                    });
        },
        Qt::QueuedConnection);
}

TextId EngineCore::stallCause(qint64 nowNs) const
{
    return nowNs - m_awakeNs > StallNs ? TextId::of(u"cause=stall"_s) : TextId();
}

void EngineCore::checkHealth()
{
    if (const auto suspend = m_health.takeSuspend())
        applyFault(*suspend, nullptr);
    for (FlowSocket *const socket : m_sockets.all())
        checkDrops(*socket);
}

void EngineCore::checkDrops(FlowSocket &socket)
{
    const quint32 dropped = socket.takeDropped();
    const qint64 from = std::exchange(socket.droppedCheckedNs, monotonicNs());
    if (dropped > 0)
        applyFault({from, socket.droppedCheckedNs, u"cause=overrun dropped=%1"_s.arg(dropped)}, &socket);
}

void EngineCore::applyFault(const TesterFault &fault, const FlowSocket *socket)
{
    for (const auto &[key, entry] : m_lines)
        entry.prober->voidOverlapping(fault, socket);
    m_outbox.postNotice({realtimeNs() / 1000, 0, EngineNotice::Kind::TesterFault, fault.cause});
}

} // namespace plumb
