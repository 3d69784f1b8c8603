// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginecore.h"

#include "clock.h"
#include "scheduling.h"

#include <QHostInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <set>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! From the first stamp that is asked for to the first probe: the kernel switches stamping on from a work
//! queue.
constexpr qint64 WarmUpNs = 60'000'000;
//! While probes are lost, the clocks are looked at this often at most.
constexpr qint64 CompareEveryNs = 100'000'000;
constexpr size_t Ip4PortLength = 6;
constexpr int GraceCheckMs = 10;
//! A silent line lengthens a run by less than 3 s, the last look and the report included.
constexpr qint64 MaxGraceNs = 2'950'000'000;
//! The clocks are compared once in so long while replies come.
constexpr qint64 NoteEveryNs = 1'000'000;

} // namespace

EngineCore::EngineCore()
    : m_routes([this](const TesterFault &fault,
                      const RouteHealth::Concerns &concerns) { applyFault(fault, nullptr, concerns); },
               [this](const QString &text) { tell(text); })
    , m_outbox([this] {
        updateStatus();
        Q_EMIT batchReady();
    })
    , m_pacer([this] { m_watch.readBeside(); })
    , m_deadlines([this](const std::vector<Deadlines::Due> &due) { expire(due); },
                  [this](const Deadlines::Due &due) {
                      LineProber *const prober = proberOf(due.line);
                      return prober && prober->isOpen(due.seq);
                  })
    , m_sockets(this, &m_watch)
    , m_runs([this] { drained(); })
    , m_exchanges([this] { drained(); })
    , m_parts{m_pacer,  m_deadlines, m_outbox, m_sockets,
              m_stamps, m_health,    m_runs,   m_exchanges,
              {},       {},          {},       [this](LineKey key, quint64 id) { lookUp(key, id); }}
    , m_healthAlarm([this] { onHealthAlarm(); })
{
    favourThisThread();
    datagram::keepStampingOn();
    m_parts.secrets.session = QRandomGenerator::system()->generate64();
    m_parts.secrets.key = randomSipKey();
    m_beatTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_beatTimer, &QTimer::timeout, this, [this] { checkBeat(); });
    m_graceTimer.setSingleShot(true);
    connect(&m_graceTimer, &QTimer::timeout, this, [this] { drained(); });
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
    m_stamps.note(readClocks());
    beginHealth();

    if (plan.kind == RunKind::Watch) {
        for (const LinePlan &line : plan.lines)
            putLine(line);
        return;
    }
    forEachPlace(plan.lines, m_startNs, m_seed, [this](const LinePlan &line, const SweepPlace &place) {
        addLine(line, place, {}, m_count);
    });
    if (plan.lines.isEmpty())
        drained();
}

template <typename Use>
void EngineCore::forEachPlace(const QList<LinePlan> &lines, qint64 startNs, quint64 seed, Use use)
{
    std::map<std::chrono::milliseconds, QList<LinePlan>> byInterval;
    for (const LinePlan &line : lines)
        byInterval[line.settings.interval].append(line);
    for (const auto &[interval, together] : byInterval) {
        const auto schedule =
            std::make_shared<SweepSchedule>(startNs, interval, static_cast<quint32>(together.size()),
                                            seed ^ static_cast<quint64>(interval.count()));
        for (quint32 place = 0; place < static_cast<quint32>(together.size()); ++place)
            use(together[place], SweepPlace{schedule, place});
    }
}

void EngineCore::sweep(quint32 id, const QList<LinePlan> &plans, int count)
{
    if (!m_running || m_stopping || m_count > 0)
        return;
    const qint64 now = monotonicNs();
    forEachPlace(plans, std::max(now, m_startNs), m_seed ^ static_cast<quint64>(now),
                 [this, id, count](const LinePlan &line, const SweepPlace &place) {
                     if (LineProber *const prober = proberOf(line.key))
                         prober->sweep(id, place, line.settings.interval, static_cast<quint32>(count));
                     else
                         m_outbox.postSwept({id, line.key, 0, 0, true}); // it has gone meanwhile
                 });
}

void EngineCore::endSweep()
{
    for (const auto &[key, entry] : m_lines)
        entry.prober->endSweep();
}

void EngineCore::putLine(const LinePlan &plan)
{
    if (!m_running || m_stopping || m_count > 0)
        return; // a sweep's lines are fixed
    if (const auto known = m_lines.find(plan.key); known != m_lines.end()) {
        known->second.prober->change(plan, watchSchedule(plan, known->second.phase));
        index(plan.key);
        return;
    }
    const PhaseAllocator::Phase phase = m_phases.take();
    addLine(plan, watchSchedule(plan, phase), phase, 0);
}

LineSchedule EngineCore::watchSchedule(const LinePlan &plan, const PhaseAllocator::Phase &phase) const
{
    // The grid of a line that joins later begins with the next interval, in phase with the run's.
    const qint64 interval = std::chrono::nanoseconds(plan.settings.interval).count();
    const qint64 now = monotonicNs();
    const qint64 rounds = now < m_startNs ? 0 : (now - m_startNs) / interval + 1;
    return WatchSchedule(m_startNs + rounds * interval, plan.settings.interval, phase.fraction,
                         m_seed ^ plan.key);
}

void EngineCore::addLine(const LinePlan &plan, LineSchedule schedule, PhaseAllocator::Phase phase,
                         quint32 count)
{
    auto prober = std::make_unique<LineProber>(m_parts, plan, std::move(schedule), count);
    LineProber *const added = prober.get();
    m_lines.emplace(plan.key, Entry{std::move(prober), phase, {}});
    if (plan.key >= m_probers.size())
        m_probers.resize(std::max<size_t>(plan.key + size_t{1}, 2 * m_probers.size()));
    m_probers[plan.key] = added;
    index(plan.key);
    added->start();
}

void EngineCore::removeLine(LineKey key)
{
    const auto found = m_lines.find(key);
    if (found == m_lines.end())
        return;
    found->second.prober->close();
    unindex(found->second);
    if (m_count == 0)
        m_phases.release(found->second.phase.index);
    m_probers[key] = nullptr;
    m_lines.erase(found);
}

void EngineCore::setPaused(LineKey key, bool paused)
{
    LineProber *const prober = m_running && !m_stopping ? proberOf(key) : nullptr;
    if (!prober)
        return;
    if (paused)
        prober->stopSending();
    else
        prober->resume();
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
    if (!m_running || (!m_stopping && m_count == 0) || m_runs.active() > 0 || m_exchanges.active() > 0)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_running || m_runs.active() > 0 || m_exchanges.active() > 0)
                return;
            if (awaitsLateReplies())
                m_graceTimer.start(GraceCheckMs);
            else
                finish();
        },
        Qt::QueuedConnection);
}

bool EngineCore::awaitsLateReplies()
{
    const qint64 now = monotonicNs();
    return std::any_of(m_lines.begin(), m_lines.end(), [now](const auto &line) {
        return line.second.prober->awaitsLateReply(now, MaxGraceNs);
    });
}

void EngineCore::finish()
{
    checkHealth(); // drops of the last second
    updateStatus();
    m_running = false;
    endHealth();
    m_graceTimer.stop();
    m_deadlines.clear();
    m_byPeer.clear();
    m_probers.clear();
    m_customByPeer.clear();
    m_routes.clear();
    m_lines.clear();
    m_sockets.clear();
    m_status.running = false;
    m_status.finished = true;
    m_status.open = 0;
    m_outbox.setStatus(m_status);
    m_outbox.flush();
    Q_EMIT finished();
}

LineProber *EngineCore::proberOf(LineKey key) { return key < m_probers.size() ? m_probers[key] : nullptr; }

void EngineCore::index(LineKey key)
{
    const auto found = m_lines.find(key);
    if (found == m_lines.end())
        return;
    unindex(found->second);
    if (found->second.prober->peer().isNull())
        return;
    const Peer &peer = found->second.prober->peer();
    found->second.indexedAs = peer.id();
    m_routes.add(addressOf(peer.id()), datagram::scopeOf(peer));
    m_byPeer.emplace(found->second.indexedAs, found->second.prober.get());
    if (found->second.prober->isCustom())
        m_customByPeer.emplace(found->second.indexedAs, found->second.prober.get());
}

void EngineCore::unindex(Entry &entry)
{
    for (ByPeer *const lines : {&m_byPeer, &m_customByPeer}) {
        const auto [begin, end] = lines->equal_range(entry.indexedAs);
        const auto place = std::find_if(
            begin, end, [&entry](const auto &line) { return line.second == entry.prober.get(); });
        if (place != end)
            lines->erase(place);
    }
    entry.indexedAs = {};
}

void EngineCore::received(FlowSocket &socket, const Received &datagram)
{
    // A step of the clock between sending and reading must be known before the stamp is read against it.
    if (datagram.readNs - m_notedNs > NoteEveryNs) {
        m_notedNs = datagram.readNs;
        m_stamps.note(readClocks());
    }
    if (echoReceived(socket, datagram))
        return;
    const auto [begin, end] = m_customByPeer.equal_range(datagram.from);
    if (begin != end) {
        const QByteArray bytes(reinterpret_cast<const char *>(datagram.bytes.data()),
                               static_cast<qsizetype>(datagram.bytes.size()));
        // A line that takes any reply must not take another's.
        for (const bool exact : {true, false}) {
            for (auto it = begin; it != end; ++it) {
                if (it->second->hasExactReplies() == exact &&
                    it->second->customReply(socket, datagram, bytes))
                    return;
            }
        }
    }
    // No line can be told apart by a reply that proves nothing: one of that peer counts it.
    if (const auto any = m_byPeer.find(datagram.from); any != m_byPeer.end())
        any->second->invalidReply();
}

bool EngineCore::echoReceived(FlowSocket &socket, const Received &datagram)
{
    const size_t socks = static_cast<size_t>(socks5HeaderLength(datagram.bytes));
    for (const size_t offset : {size_t{0}, Ip4PortLength, socks}) {
        if (offset > datagram.bytes.size())
            continue;
        const EchoReply reply =
            checkEcho(datagram.bytes.subspan(offset), m_parts.secrets.session, m_parts.secrets.key);
        if (reply.check == EchoCheck::Foreign)
            continue;
        if (LineProber *const prober = proberOf(reply.line))
            prober->echoReply(socket, datagram, reply, datagram.bytes.first(offset));
        return true;
    }
    return false;
}

void EngineCore::reported(FlowSocket &socket, const IcmpError &error)
{
    if (error.local)
        return; // the send that caused it has told its errno
    if (datagram::isHostUnreachable(error) &&
        m_routes.isOwnGateway(peerId(error.offender, 0), addressOf(error.destination), monotonicNs()))
        return;
    // What the quote claims leads to the line at once; only the line can tell whether it is proved.
    const std::span<const quint8> quote(reinterpret_cast<const quint8 *>(error.quote.constData()),
                                        static_cast<size_t>(error.quote.size()));
    for (const size_t offset : {size_t{0}, Ip4PortLength, static_cast<size_t>(socks5HeaderLength(quote))}) {
        const auto claimed = offset < quote.size()
                                 ? claimedEcho(quote.subspan(offset), m_parts.secrets.session)
                                 : std::nullopt;
        LineProber *const prober = claimed ? proberOf(claimed->line) : nullptr;
        if (prober && prober->provedIcmp(socket, error))
            return;
    }
    const auto [customBegin, customEnd] = m_customByPeer.equal_range(error.destination);
    for (auto it = customBegin; it != customEnd; ++it) {
        if (it->second->provedIcmp(socket, error))
            return;
    }
    if (quote.size() >= static_cast<size_t>(ProbeCodec::EnoughQuoted))
        return; // it quotes a probe that is not ours
    // Too short to prove anything it decides only where no reply comes, about the oldest probe that it may be
    // about. No number depends on it, so that a flood of forged ones may be left alone.
    Exchanges::Exchange *oldest = nullptr;
    for (auto it = m_byPeer.find(error.destination);
         it != m_byPeer.end() && it->first == error.destination && m_shortReportsLeft > 0; ++it) {
        --m_shortReportsLeft;
        Exchanges::Exchange *const candidate = it->second->oldestUnmarked(socket);
        if (candidate && (!oldest || candidate->sentNs < oldest->sentNs))
            oldest = candidate;
    }
    if (oldest)
        LineProber::markUnverified(*oldest, error);
}

void EngineCore::expire(const std::vector<Deadlines::Due> &due)
{
    // Look before a probe is called lost: the reply may be in the buffer since before its time-out. Buffers
    // are queues, so once more was read than one holds, what waited at the time-out has been read, however
    // much comes after it.
    constexpr int EnoughDrains = 8;
    const qint64 now = monotonicNs();
    m_health.noteLag(now - due.front().dueNs);
    if (now - m_comparedNs > CompareEveryNs)
        compareClocks();
    m_routes.look(now);
    std::set<const FlowSocket *> read;
    for (const Deadlines::Due &probe : due) {
        LineProber *const prober = proberOf(probe.line);
        FlowSocket *const socket = prober ? prober->socketOf(probe.seq) : nullptr;
        if (!socket || !read.insert(socket).second)
            continue;
        for (int i = 0; i < EnoughDrains && !socket->drain(); ++i) {
        }
        checkDrops(*socket);
    }
    for (const Deadlines::Due &probe : due) {
        LineProber *const prober = proberOf(probe.line);
        if (!prober)
            continue;
        lookAtTheWay(*prober, now);
        prober->expire(probe.seq);
    }
}

void EngineCore::lookUp(LineKey key, quint64 id)
{
    using Addresses = QList<QHostAddress>;
    const auto answer = [this, key, id](const Addresses &entries, const Addresses &echoes,
                                        const QString &error) {
        LineProber *const prober = proberOf(key);
        if (!prober)
            return;
        prober->setAddresses(id, entries, echoes.value(0), error);
        if (!error.isEmpty())
            m_outbox.postNotice({realtimeUs(), key, EngineNotice::Kind::NameNotFound, error});
        index(key);
    };
    const auto resolve = [this](const Endpoint &endpoint, bool onlyIp4, auto then) {
        if (const auto literal = endpoint.address()) {
            then(Addresses{*literal}, QString());
            return;
        }
        QHostInfo::lookupHost(endpoint.host, this, [then, onlyIp4](const QHostInfo &info) {
            Addresses addresses = info.addresses();
            if (onlyIp4)
                addresses.removeIf(
                    [](const QHostAddress &a) { return a.protocol() != QAbstractSocket::IPv4Protocol; });
            then(addresses, addresses.isEmpty() ? u"name not found"_s : QString());
        });
    };
    // Asked for from a constructor: the prober is in the table from the next turn on.
    QMetaObject::invokeMethod(
        this,
        [this, key, answer, resolve] {
            LineProber *const prober = proberOf(key);
            if (!prober)
                return;
            const LinePlan plan = prober->plan();
            const auto echo = plan.echo;
            // The entry first, then the echo: both may be names.
            const bool echoInFourBytes =
                plan.settings.via == Via::Ip4Port || plan.settings.payload.contains("{echo_ip4}"_L1);
            resolve(plan.entry, false,
                    [answer, resolve, echo, echoInFourBytes](const Addresses &entries, const QString &error) {
                        if (!error.isEmpty() || !echo) {
                            answer(entries, {}, error);
                            return;
                        }
                        resolve(*echo, echoInFourBytes,
                                [answer, entries](const Addresses &echoes, const QString &echoError) {
                                    answer(entries, echoes, echoError);
                                });
                    });
        },
        Qt::QueuedConnection);
}

} // namespace plumb
