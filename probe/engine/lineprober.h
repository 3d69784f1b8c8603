// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadlines.h"
#include "exchanges.h"
#include "outbox.h"
#include "pacer.h"
#include "probecodec.h"
#include "schedule.h"
#include "selfhealth.h"
#include "socketpool.h"
#include "stampconverter.h"
#include "taskscope.h"

#include <QCoroTask>

#include <functional>
#include <variant>

namespace plumb {

//! Over all lines, since the run began.
struct RunTotals
{
    qint64 slotsUsed = 0, sent = 0, missed = 0;
    quint64 lookUps = 0;
};

//! The parts of the engine that its lines share.
struct EngineParts
{
    Pacer &pacer;
    Deadlines &deadlines;
    Outbox &outbox;
    SocketPool &sockets;
    StampConverter &stamps;
    SelfHealth &health;
    TaskScope &runs;      //!< one ticket per line that still sends
    TaskScope &exchanges; //!< one ticket per open probe
    RunTotals totals;
    RunSecrets secrets;
    QByteArray request; //!< of the probe that is being sent; one for all lines
    std::function<void(LineKey, quint64)>
        lookUp; //!< asks for the names of a line; answered by setAddresses()
};

//! Where a line's departures come from: a grid of its own, or a place in the rounds of a sweep.
struct SweepPlace
{
    std::shared_ptr<SweepSchedule> schedule;
    quint32 place = 0;
};
using LineSchedule = std::variant<WatchSchedule, SweepPlace>;

//! Probes one line: a coroutine for its schedule, one for each probe that is open. Engine thread only.
class LineProber
{
public:
    //! count: probes in all (a sweep); 0: until stopped.
    LineProber(EngineParts &parts, const LinePlan &plan, LineSchedule schedule, quint32 count);
    ~LineProber();
    LineProber(const LineProber &) = delete;
    LineProber &operator=(const LineProber &) = delete;

    void start();
    void stopSending(); //!< open probes go on
    void resume();      //!< sends again after stopSending(), from the present on
    void close();       //!< open probes count nowhere; the object may be deleted afterwards

    //! In a watch: the next count probes leave in a sweep's rounds and carry its mark; then the watch goes
    //! on.
    void sweep(quint32 id, const SweepPlace &place, std::chrono::nanoseconds interval, quint32 count);
    //! Goes back to the watch; nothing where no sweep is under way.
    void endSweep();

    //! A changed line: numbering, history and (where the target stays) open probes go on.
    void change(const LinePlan &plan, LineSchedule schedule);

    [[nodiscard]] const LinePlan &plan() const { return m_plan; }
    [[nodiscard]] const Peer &peer() const { return m_peer; }
    [[nodiscard]] bool isCustom() const { return m_codec && m_codec->custom() != nullptr; }
    //! Its replies tell which probe they answer; others may be anybody's.
    [[nodiscard]] bool hasExactReplies() const { return isCustom() && m_codec->custom()->repliesDiffer(); }
    [[nodiscard]] quint32 sentCount() const { return m_nextSeq - m_plan.firstSeq; }
    [[nodiscard]] bool isOpen(quint32 seq);
    [[nodiscard]] FlowSocket *socketOf(quint32 seq);
    //! A probe whose time-out has passed may still be answered late, and was sent less than graceNs ago.
    [[nodiscard]] bool awaitsLateReply(qint64 nowNs, qint64 graceNs);
    //! How often a name of the line should be looked up again, given how it does.
    [[nodiscard]] bool wantsLookUp(qint64 nowNs) const;

    //! The outcome of a look-up; an error makes the line's probes unsent until the next one.
    //! id: of the look-up; an answer to an older one than the newest is ignored.
    void setAddresses(quint64 id, const QList<QHostAddress> &entries, const QHostAddress &echo,
                      const QString &error);

    void echoReply(const FlowSocket &socket, const DatagramSink::Received &datagram, const EchoReply &reply,
                   std::span<const quint8> framing);
    //! False where no probe of this line matches.
    [[nodiscard]] bool customReply(const FlowSocket &socket, const DatagramSink::Received &datagram,
                                   const QByteArray &bytes);
    void invalidReply();
    //! An ICMP error whose quote names one of our probes, or (custom kind) repeats its bytes; false where
    //! that does not prove it.
    [[nodiscard]] bool provedIcmp(const FlowSocket &socket, const IcmpError &error);
    //! The oldest open probe that an error with too short a quote may be about; nullptr without any.
    [[nodiscard]] Exchanges::Exchange *oldestUnmarked(const FlowSocket &socket);
    static void markUnverified(Exchanges::Exchange &exchange, const IcmpError &error);
    //! The time-out has passed and the socket was looked into.
    void expire(quint32 seq);
    //! socket nullptr: all of them.
    void voidOverlapping(const TesterFault &fault, const FlowSocket *socket);

private:
    using Exchange = Exchanges::Exchange;
    //! A sweep that takes the place of the watch for a while.
    struct Interlude
    {
        LineSchedule schedule;
        std::chrono::nanoseconds interval;
        quint32 id;
        quint32 firstSeq;
        quint32 count;
    };

    QCoro::Task<> run();
    QCoro::Task<> exchange(quint32 seq);
    [[nodiscard]] qint64 nextDueNs();
    [[nodiscard]] LineSchedule &schedule() { return m_sweep ? m_sweep->schedule : m_schedule; }
    [[nodiscard]] qint64 dueOf(quint64 round);
    [[nodiscard]] quint32 skipTo(qint64 ns);
    [[nodiscard]] bool mustRest(qint64 nowNs);
    [[nodiscard]] PeerId peerOf(const Exchange &exchange) const;
    void noteArrival(Exchange &exchange, qint64 arrivalNs);
    void refuse(Exchange &exchange, const IcmpError &error);
    void askForNames();
    void depart();
    void probe();
    void forgetOld();
    void unsent(const QString &detail);
    void giveUpNames();
    void accept(Exchange &exchange, const DatagramSink::Received &datagram);
    void settle(quint32 seq, const Outcome &outcome);
    void amend(Exchange &exchange, Fate fate, TextId detail = {});
    void post(Exchange &exchange);
    void postCounters();
    [[nodiscard]] qint64 timeoutNs() const;
    [[nodiscard]] qint64 keepNs() const;
    void remake();

    EngineParts &m_parts;
    LinePlan m_plan;
    LineSchedule m_schedule;
    std::optional<Interlude> m_sweep;
    std::optional<ProbeCodec> m_codec; //!< empty until the names are known
    Peer m_peer;
    TextId m_addressText;
    SocketPool::Lease m_lease;
    Exchanges m_exchanges;
    QHash<QByteArray, quint32> m_byMatch;  //!< custom kind: newest probe of a match key
    QHash<quint32, QByteArray> m_requests; //!< custom kind: the bytes of the exchanges, by sequence
    LineCounters m_counters;
    QString m_nameError;
    qint64 m_nameDeadlineNs = 0; //!< a sweep waits for names until then
    qint64 m_lookedUpNs = 0;
    quint64 m_lookUpId = 0;
    qint64 m_newestArrivalNs = 0; //!< of all replies so far
    quint32 m_newestReplied = 0;  //!< the highest sequence among them
    quint64 m_round = 0;
    quint32 m_nextSeq = 0;
    quint32 m_count;
    quint32 m_unansweredRun = 0;
    bool m_named = false;
    bool m_skipsSilently = false; //!< the slots that pass before it can send are nobody's fault
};

} // namespace plumb
