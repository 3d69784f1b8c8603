// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "routehealth.h"

#include "clock.h"

#include <algorithm>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! A route takes some microseconds to look up: 10,000 of them are done in two seconds.
constexpr int RefreshMs = 20;
constexpr size_t RefreshAtOnce = 100;
//! How old an answer about a gateway may be.
constexpr qint64 AskAgainNs = 50'000'000;
//! The kernel gives an address up after three questions, a second each.
constexpr qint64 GivenUpAfterNs = 3'200'000'000;

QString secondsSince(qint64 sinceNs, qint64 nowNs)
{
    return QString::number(static_cast<double>(nowNs - sinceNs) / 1e9, 'f', 1);
}

bool isLinkLocal(const AddressId &address) { return address.high >> 54 == 0xfe80 >> 6; }

} // namespace

RouteHealth::RouteHealth(std::function<void(const TesterFault &, const Concerns &)> onFault,
                         std::function<void(const QString &)> onNotice)
    : m_onFault(std::move(onFault))
    , m_onNotice(std::move(onNotice))
    , m_net([this] { look(monotonicNs()); })
    , m_lookedNs(monotonicNs())
{
    m_refreshTimer.setInterval(RefreshMs);
    QObject::connect(&m_refreshTimer, &QTimer::timeout, &m_refreshTimer, [this] { refreshSome(); });
    look(m_lookedNs);
}

void RouteHealth::clear()
{
    m_byAddress.clear();
    m_routes.clear();
    m_hops.clear();
    m_stale.clear();
    m_refreshTimer.stop();
}

void RouteHealth::add(const AddressId &address, int scope)
{
    if (!m_byAddress.contains(address))
        m_byAddress.emplace(address, indexOf(m_net.routeTo(address, scope)));
}

quint32 RouteHealth::indexOf(const Route &route)
{
    const auto known = std::find(m_routes.begin(), m_routes.end(), route);
    const auto index = static_cast<quint32>(known - m_routes.begin());
    if (known == m_routes.end())
        m_routes.push_back(route);
    return index;
}

const Route &RouteHealth::routeOf(const AddressId &address) const
{
    static const Route unknown;
    const auto known = m_byAddress.find(address);
    return known == m_byAddress.end() ? unknown : m_routes[known->second];
}

void RouteHealth::raise(const TesterFault &fault, const std::function<bool(const Route &)> &concerns)
{
    const bool isOurs = std::any_of(m_routes.begin(), m_routes.end(), concerns) &&
                        std::any_of(m_byAddress.begin(), m_byAddress.end(),
                                    [&](const auto &known) { return concerns(m_routes[known.second]); });
    if (isOurs)
        m_onFault(fault, [this, &concerns](const AddressId &address) { return concerns(routeOf(address)); });
}

void RouteHealth::look(qint64 nowNs)
{
    const auto changes = m_net.take();
    for (const NetWatch::Change &change : changes) {
        switch (change.kind) {
        case NetWatch::Change::Kind::LinkDown: linkDown(change.interface, nowNs); break;
        case NetWatch::Change::Kind::LinkUp: linkUp(change.interface, nowNs); break;
        case NetWatch::Change::Kind::AddressGone: addressGone(change, nowNs); break;
        case NetWatch::Change::Kind::Routes: routesChanged(); break;
        }
    }
    m_lookedNs = nowNs;
}

void RouteHealth::everySecond(qint64 nowNs)
{
    look(nowNs);
    for (const auto &[interface, down] : m_down)
        raiseDown(interface, down, nowNs);
}

void RouteHealth::routesChanged()
{
    if (m_stale.empty())
        m_staleSinceNs = m_lookedNs;
    m_stale.clear();
    for (const auto &[address, route] : m_byAddress)
        m_stale.push_back(address);
    if (!m_stale.empty() && !m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void RouteHealth::raiseDown(int interface, const Down &down, qint64 nowNs)
{
    raise({down.sinceNs, nowNs, down.cause},
          [interface](const Route &route) { return route.interface == interface; });
}

void RouteHealth::linkDown(int interface, qint64 nowNs)
{
    // It went down between the last look and this one.
    const Down down{m_lookedNs, u"cause=link-down if="_s + m_net.interfaceName(interface)};
    m_down.insert({interface, down});
    raiseDown(interface, down, nowNs);
}

void RouteHealth::linkUp(int interface, qint64 nowNs)
{
    const auto down = m_down.find(interface);
    if (down == m_down.end())
        return;
    raiseDown(interface, down->second, nowNs);
    const bool isOurs = std::any_of(m_byAddress.begin(), m_byAddress.end(), [&](const auto &known) {
        return m_routes[known.second].interface == interface;
    });
    if (isOurs)
        m_onNotice(u"link-up if=%1 seconds=%2"_s.arg(m_net.interfaceName(interface),
                                                     secondsSince(down->second.sinceNs, nowNs)));
    m_down.erase(down);
}

void RouteHealth::addressGone(const NetWatch::Change &change, qint64 nowNs)
{
    const TesterFault fault{m_lookedNs, nowNs,
                            u"cause=address-gone address=%1 if=%2"_s.arg(
                                addressText(change.address), m_net.interfaceName(change.interface))};
    raise(fault, [&change](const Route &route) { return route.source == change.address; });
}

void RouteHealth::refreshSome()
{
    std::vector<AddressId> lost;
    const qint64 now = monotonicNs();
    for (size_t i = 0; i < RefreshAtOnce && !m_stale.empty(); ++i) {
        const AddressId address = m_stale.back();
        m_stale.pop_back();
        const auto known = m_byAddress.find(address);
        if (known == m_byAddress.end())
            continue;
        const Route before = m_routes[known->second];
        const Route route = m_net.routeTo(address, isLinkLocal(address) ? before.interface : 0);
        if (route.interface == 0 && before.interface != 0 && !m_down.contains(before.interface)) {
            lost.push_back(address);
            continue; // until the fault has been told
        }
        // While its link is down an address has the way that it will have again, unless there is another.
        if (route.interface != 0)
            known->second = indexOf(route);
    }
    if (!lost.empty()) {
        std::sort(lost.begin(), lost.end(), [](const AddressId &a, const AddressId &b) {
            return std::pair(a.high, a.low) < std::pair(b.high, b.low);
        });
        m_onFault({m_staleSinceNs, now, u"cause=route-gone"_s}, [&lost](const AddressId &address) {
            return std::find(lost.begin(), lost.end(), address) != lost.end();
        });
        for (const AddressId &address : lost)
            m_byAddress[address] = indexOf({});
    }
    if (m_stale.empty())
        m_refreshTimer.stop();
}

const std::optional<TesterFault> &RouteHealth::askGateway(const Route &route, qint64 nowNs)
{
    const quint32 index = indexOf(route);
    Hop &hop = m_hops[index];
    if (hop.askedNs != 0 && nowNs - hop.askedNs < AskAgainNs)
        return hop.fault;
    hop.askedNs = nowNs;
    const auto silentNs = m_net.silentForNs(route.interface, route.gateway);
    const bool wasSilent = hop.fault.has_value();
    if (!silentNs) {
        hop.fault.reset();
        return hop.fault;
    }
    hop.fault = TesterFault{nowNs - *silentNs, nowNs,
                            u"cause=next-hop-down gateway=%1 if=%2"_s.arg(
                                addressText(route.gateway), m_net.interfaceName(route.interface))};
    if (!wasSilent)
        raise(*hop.fault, [&route](const Route &other) {
            return other.interface == route.interface && other.gateway == route.gateway;
        });
    return hop.fault;
}

std::optional<TesterFault> RouteHealth::faultOf(const AddressId &address, qint64 nowNs)
{
    const Route route = routeOf(address);
    if (route.interface == 0 || route.isLocal)
        return std::nullopt;
    if (const auto down = m_down.find(route.interface); down != m_down.end())
        return TesterFault{down->second.sinceNs, nowNs, down->second.cause};
    return isNull(route.gateway) ? std::nullopt : askGateway(route, nowNs);
}

bool RouteHealth::isOwnGateway(const AddressId &offender, const AddressId &address, qint64 nowNs)
{
    const Route route = routeOf(address);
    if (isNull(route.gateway) || !(offender == route.source || m_net.routeTo(offender, 0).isLocal))
        return false;
    const auto &silent = askGateway(route, nowNs);
    const qint64 from = std::min(nowNs - GivenUpAfterNs, silent ? silent->fromNs : nowNs);
    raise({from, nowNs,
           u"cause=next-hop-down gateway=%1 if=%2"_s.arg(addressText(route.gateway),
                                                         m_net.interfaceName(route.interface))},
          [&route](const Route &other) {
              return other.interface == route.interface && other.gateway == route.gateway;
          });
    return true;
}

} // namespace plumb
