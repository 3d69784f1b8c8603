// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "netwatch.h"

#include "rtnetlink.h"

#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <cerrno>
#include <unordered_map>
#include <utility>

#include <linux/neighbour.h>
#include <net/if.h>
#include <unistd.h>

namespace plumb {

namespace {

//! A host that carries the Internet's routes tells of thousands of changes a second: they are gathered.
constexpr int GatherMs = 100;
constexpr int MaxReads = 4'096; //!< of one call; what is left comes with the next
constexpr size_t MaxChanges = 4'096;

bool isUp(unsigned flags) { return (flags & IFF_UP) != 0 && (flags & IFF_RUNNING) != 0; }

} // namespace

class NetWatch::Private
{
public:
    explicit Private(std::function<void()> onChange)
        : events(RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE |
                 RTMGRP_IPV6_ROUTE)
        , notifier(events.descriptor(), QSocketNotifier::Read)
    {
        rest.setSingleShot(true);
        rest.setInterval(GatherMs);
        QObject::connect(&rest, &QTimer::timeout, &rest, [this] { notifier.setEnabled(true); });
        QObject::connect(&notifier, &QSocketNotifier::activated, &notifier,
                         [this, onChange = std::move(onChange)] {
                             notifier.setEnabled(false);
                             rest.start();
                             onChange();
                         });
        notifier.setEnabled(events.descriptor() >= 0);
        readLinks();
    }

    void readLinks()
    {
        std::unordered_map<int, bool> known;
        for (const auto &[index, link] : links)
            known.emplace(index, link.up);
        rtnetlink::Socket asking(0);
        const ifinfomsg all{};
        asking.ask(RTM_GETLINK, NLM_F_DUMP, &all, sizeof all, {}, [&](const nlmsghdr &message) {
            note(message);
            if (const auto info = rtnetlink::body<ifinfomsg>(message))
                known.erase(info->ifi_index);
        });
        for (const auto &[index, up] : known) {
            links.erase(index);
            if (up)
                add({Change::Kind::LinkDown, index, {}});
        }
    }

    void read()
    {
        for (int i = 0; i < MaxReads; ++i) {
            const int error = events.read([this](const nlmsghdr &message) { note(message); });
            if (error == ENOBUFS) { // some were dropped: only what is now can be known
                readLinks();
                noteRoutes();
            } else if (error != 0) {
                return;
            }
        }
    }

    void note(const nlmsghdr &message)
    {
        switch (message.nlmsg_type) {
        case RTM_NEWLINK:
        case RTM_DELLINK: noteLink(message); break;
        case RTM_DELADDR:
            noteAddressGone(message);
            noteRoutes();
            break;
        case RTM_NEWADDR:
        case RTM_NEWROUTE:
        case RTM_DELROUTE: noteRoutes(); break;
        default: break;
        }
    }

    struct Link
    {
        QString name;
        bool up = true;
    };

    rtnetlink::Socket events;
    std::unordered_map<int, Link> links;
    std::vector<Change> changes;
    QSocketNotifier notifier;
    QTimer rest;

private:
    void add(const Change &change)
    {
        if (changes.size() < MaxChanges)
            changes.push_back(change);
    }

    void noteRoutes()
    {
        if (changes.empty() || changes.back().kind != Change::Kind::Routes)
            add({});
    }

    void noteLink(const nlmsghdr &message)
    {
        const auto info = rtnetlink::body<ifinfomsg>(message);
        if (!info)
            return;
        const int index = info->ifi_index;
        const bool gone = message.nlmsg_type == RTM_DELLINK;
        if (gone && info->ifi_family != AF_UNSPEC)
            return; // it has left a bridge
        const bool up = !gone && isUp(info->ifi_flags);
        const auto known = links.find(index);
        const bool wasUp = known == links.end() || known->second.up;
        Link &link = links[index];
        link.up = up;
        rtnetlink::eachAttribute(message, sizeof *info, [&link](const rtattr &attribute) {
            if (attribute.rta_type == IFLA_IFNAME)
                link.name = rtnetlink::text(attribute);
        });
        if (up != wasUp)
            add({up ? Change::Kind::LinkUp : Change::Kind::LinkDown, index, {}});
        if (up != wasUp)
            noteRoutes();
    }

    void noteAddressGone(const nlmsghdr &message)
    {
        const auto info = rtnetlink::body<ifaddrmsg>(message);
        if (!info)
            return;
        Change change{Change::Kind::AddressGone, static_cast<int>(info->ifa_index), {}};
        AddressId far;
        rtnetlink::eachAttribute(message, sizeof *info, [&](const rtattr &attribute) {
            if (attribute.rta_type == IFA_LOCAL)
                change.address = rtnetlink::address(attribute);
            else if (attribute.rta_type == IFA_ADDRESS)
                far = rtnetlink::address(attribute); // of IPv6 and of ordinary links the own one
        });
        if (isNull(change.address))
            change.address = far;
        if (!isNull(change.address))
            add(change);
    }
};

NetWatch::NetWatch(std::function<void()> onChange)
    : d(std::make_unique<Private>(std::move(onChange)))
{}

NetWatch::~NetWatch() = default;

std::vector<NetWatch::Change> NetWatch::take()
{
    d->read();
    return std::exchange(d->changes, {});
}

QString NetWatch::interfaceName(int interface) const
{
    const auto link = d->links.find(interface);
    return link == d->links.end() ? QString::number(interface) : link->second.name;
}

Route NetWatch::routeTo(const AddressId &address, int scope) const
{
    rtmsg wish{};
    wish.rtm_family = rtnetlink::family(address);
    wish.rtm_dst_len = rtnetlink::bits(address);
    rtnetlink::Attributes attributes;
    attributes.add(RTA_DST, address);
    if (scope != 0)
        attributes.add(RTA_OIF, static_cast<quint32>(scope));
    Route route;
    rtnetlink::Socket &asking = rtnetlink::threadsSocket();
    asking.ask(RTM_GETROUTE, 0, &wish, sizeof wish, attributes, [&route](const nlmsghdr &message) {
        const auto info = rtnetlink::body<rtmsg>(message);
        if (!info || message.nlmsg_type != RTM_NEWROUTE ||
            (info->rtm_type != RTN_UNICAST && info->rtm_type != RTN_LOCAL))
            return;
        route.isLocal = info->rtm_type == RTN_LOCAL;
        rtnetlink::eachAttribute(message, sizeof *info, [&route](const rtattr &attribute) {
            switch (attribute.rta_type) {
            case RTA_OIF: route.interface = static_cast<int>(rtnetlink::number(attribute)); break;
            case RTA_GATEWAY: route.gateway = rtnetlink::address(attribute); break;
            case RTA_VIA: route.gateway = rtnetlink::viaAddress(attribute); break;
            case RTA_PREFSRC: route.source = rtnetlink::address(attribute); break;
            default: break;
            }
        });
    });
    return route;
}

std::optional<qint64> NetWatch::silentForNs(int interface, const AddressId &nextHop) const
{
    ndmsg wish{};
    wish.ndm_family = rtnetlink::family(nextHop);
    wish.ndm_ifindex = interface;
    rtnetlink::Attributes attributes;
    attributes.add(NDA_DST, nextHop);
    std::optional<qint64> silent;
    rtnetlink::threadsSocket().ask(
        RTM_GETNEIGH, 0, &wish, sizeof wish, attributes, [&silent](const nlmsghdr &message) {
            const auto info = rtnetlink::body<ndmsg>(message);
            if (!info || message.nlmsg_type != RTM_NEWNEIGH ||
                (info->ndm_state & (NUD_INCOMPLETE | NUD_FAILED)) == 0)
                return;
            silent = 0;
            rtnetlink::eachAttribute(message, sizeof *info, [&silent](const rtattr &attribute) {
                if (attribute.rta_type == NDA_CACHEINFO)
                    silent = rtnetlink::confirmedAgeNs(attribute);
            });
        });
    return silent;
}

} // namespace plumb
