// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netwatch.h"
#include "testerfault.h"

#include <QTimer>

#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

namespace plumb {

//! What of the own network the probed addresses depend on, and what goes wrong with it:
//! - a link that is down, for every address whose route leaves by it, for as long as it is;
//! - an own address that is gone, for every address that is probed from it, and a route that is gone, for
//! every
//!   address that it led to: at the moment when it goes (nothing can be sent afterwards, which is told
//!   apart);
//! - a gateway whose link-layer address can not be found out, for every address behind it, since it was last
//!   confirmed. Without a gateway it is the probed host that does not answer: a fact about the line.
//! Routes are looked up when an address is first probed and after every change, some at a time.
class RouteHealth
{
public:
    using Concerns = std::function<bool(const AddressId &)>;
    //! onFault: probes to the addresses concerned are spoiled. onNotice: something to tell, key=value pairs.
    RouteHealth(std::function<void(const TesterFault &, const Concerns &)> onFault,
                std::function<void(const QString &)> onNotice);

    void clear(); //!< forgets all addresses
    //! scope: the interface of a link-local address, else 0.
    void add(const AddressId &address, int scope);
    //! Reads what has happened; to be called before probes are settled.
    void look(qint64 nowNs);
    //! What goes on spoils what was sent since; to be called about once a second.
    void everySecond(qint64 nowNs);
    //! What is wrong with the way to an address now: to be asked before its probe is called lost.
    [[nodiscard]] std::optional<TesterFault> faultOf(const AddressId &address, qint64 nowNs);
    //! An ICMP "host unreachable" from offender about a probe to an address: true where it was this computer
    //! itself, about its own gateway; the probes concerned are spoiled then.
    [[nodiscard]] bool isOwnGateway(const AddressId &offender, const AddressId &address, qint64 nowNs);

private:
    struct Down
    {
        qint64 sinceNs = 0;
        QString cause;
    };
    struct Hop
    {
        qint64 askedNs = 0;
        std::optional<TesterFault> fault;
    };

    [[nodiscard]] const Route &routeOf(const AddressId &address) const;
    [[nodiscard]] quint32 indexOf(const Route &route);
    [[nodiscard]] const std::optional<TesterFault> &askGateway(const Route &route, qint64 nowNs);
    void raise(const TesterFault &fault, const std::function<bool(const Route &)> &concerns);
    void linkDown(int interface, qint64 nowNs);
    void raiseDown(int interface, const Down &down, qint64 nowNs);
    void routesChanged();
    void linkUp(int interface, qint64 nowNs);
    void addressGone(const NetWatch::Change &change, qint64 nowNs);
    void refreshSome();

    std::function<void(const TesterFault &, const Concerns &)> m_onFault;
    std::function<void(const QString &)> m_onNotice;
    NetWatch m_net;
    std::vector<Route> m_routes; //!< the different ones; few
    std::unordered_map<AddressId, quint32, PeerIdHash> m_byAddress;
    std::vector<AddressId> m_stale; //!< their routes may have changed
    qint64 m_staleSinceNs = 0;
    std::map<int, Down> m_down;    //!< by interface
    std::map<quint32, Hop> m_hops; //!< gateways, by route
    QTimer m_refreshTimer;
    qint64 m_lookedNs = 0;
};

} // namespace plumb
