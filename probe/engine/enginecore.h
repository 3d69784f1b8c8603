// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lineprober.h"
#include "probeengine.h"
#include "routehealth.h"
#include "socketwatch.h"

#include <QTimer>

#include <map>
#include <unordered_map>

namespace plumb {

//! The engine inside its thread: owns the parts, the lines and the sockets, and hands what is read to the
//! line that it is for.
class EngineCore final : public QObject, private DatagramSink
{
    Q_OBJECT
public:
    EngineCore();
    ~EngineCore() override;

    void start(const RunPlan &plan);
    void stop();
    void abort();
    void setPaused(LineKey key, bool paused);
    void putLine(const LinePlan &plan);
    void removeLine(LineKey key);
    void sweep(quint32 id, const QList<LinePlan> &plans, int count);
    void endSweep();

    //! Thread-safe.
    [[nodiscard]] EngineBatch take() { return m_outbox.take(); }

Q_SIGNALS:
    void batchReady();
    void finished();

private:
    struct Entry
    {
        std::unique_ptr<LineProber> prober;
        PhaseAllocator::Phase phase;
        PeerId indexedAs; //!< in m_byPeer; port 0: not there
    };

    void received(FlowSocket &socket, const Received &datagram) override;
    void reported(FlowSocket &socket, const IcmpError &error) override;

    [[nodiscard]] bool echoReceived(FlowSocket &socket, const Received &datagram);
    void addLine(const LinePlan &plan, LineSchedule schedule, PhaseAllocator::Phase phase, quint32 count);
    //! Lines of one interval share their rounds; a rate cap may have given some a longer one. Calls
    //! use(line, its place in the rounds) for each.
    template <typename Use>
    void forEachPlace(const QList<LinePlan> &lines, qint64 startNs, quint64 seed, Use use);
    [[nodiscard]] LineSchedule watchSchedule(const LinePlan &plan, const PhaseAllocator::Phase &phase) const;
    void expire(const std::vector<Deadlines::Due> &due);
    void lookUp(LineKey key, quint64 id);
    [[nodiscard]] LineProber *proberOf(LineKey key);
    void index(LineKey key);
    void unindex(Entry &entry);
    [[nodiscard]] bool awaitsLateReplies();
    void drained();
    void finish();

    // How this computer does (enginecore_health.cpp).
    void beginHealth();
    void endHealth();
    void onHealthAlarm();
    void checkHealth();
    void checkDrops(FlowSocket &socket);
    void compareClocks();
    void lookAtTheWay(LineProber &prober, qint64 nowNs);
    void applyFault(const TesterFault &fault, const FlowSocket *socket,
                    const RouteHealth::Concerns &concerns = {});
    void tell(const QString &text);
    void checkBeat();
    void updateStatus();

    StampConverter m_stamps;
    SelfHealth m_health;
    RouteHealth m_routes;
    Outbox m_outbox;
    Pacer m_pacer;
    Deadlines m_deadlines;
    SocketWatch m_watch;
    SocketPool m_sockets;
    TaskScope m_runs, m_exchanges;
    EngineParts m_parts;
    PhaseAllocator m_phases;
    std::unordered_map<LineKey, Entry> m_lines;
    std::vector<LineProber *> m_probers; //!< the same by key, for each reply
    using ByPeer = std::unordered_multimap<PeerId, LineProber *, PeerIdHash>;
    ByPeer m_byPeer, m_customByPeer;
    WakeTimer m_healthAlarm;
    QTimer m_beatTimer;  //!< only where the kernel gives no receive stamps
    QTimer m_graceTimer; //!< while a run that has sent all waits for late replies
    std::map<QString, qint64> m_faultToldNs;
    EngineStatus m_status;
    qint64 m_healthDueNs = 0;
    qint64 m_comparedNs = 0; //!< when this machine's clocks were last looked at for a halt
    qint64 m_beatNs = 0;     //!< of the last beat
    qint64 m_notedNs = 0;    //!< when the clocks were last compared for a read
    qint64 m_startNs = 0;
    quint64 m_seed = 0;
    int m_shortReportsLeft = 0; //!< in this second, times lines
    quint32 m_count = 0;        //!< 0: a watch
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace plumb
