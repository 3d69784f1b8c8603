// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketpool.h"

#include <algorithm>

namespace plumb {

namespace {

//! ICMP reports share the receive buffer, and replies of two rounds may meet in one second.
constexpr double UsableShare = 0.6;

} // namespace

SocketPool::LeaseResult SocketPool::lease(const Wish &wish)
{
    auto &copies = m_kinds[{wish.ip6, wish.dscp}];
    const auto shareOf = [&wish](const Copy &copy) {
        return wish.probesPerSecond / wish.flows / copy.sockets.front()->capacity(wish.payloadBytes);
    };
    auto place = std::find_if(copies.begin(), copies.end(), [&](const auto &copy) {
        return copy->load + shareOf(*copy) <= UsableShare &&
               !(wish.alone && copy->alone.contains(*wish.alone));
    });
    if (place == copies.end()) {
        copies.push_back(std::make_unique<Copy>());
        place = std::prev(copies.end());
    }
    Copy &copy = **place;
    while (copy.sockets.size() < static_cast<size_t>(wish.flows)) {
        auto socket = std::make_unique<FlowSocket>(wish.ip6, wish.dscp, m_sink, m_watch);
        if (const QString error = socket->open(); !error.isEmpty()) {
            if (copy.sockets.empty())
                copies.erase(place);
            return {{}, error};
        }
        copy.sockets.push_back(std::move(socket));
    }
    LeaseResult result;
    result.lease.m_copy = &copy;
    result.lease.m_share = shareOf(copy);
    result.lease.m_alone = wish.alone;
    copy.load += result.lease.m_share;
    if (wish.alone)
        copy.alone.insert(*wish.alone);
    return result;
}

void SocketPool::giveBack(Lease &lease)
{
    if (!lease.isNull()) {
        lease.m_copy->load -= lease.m_share;
        if (lease.m_alone)
            lease.m_copy->alone.remove(*lease.m_alone);
    }
    lease = {};
}

std::vector<FlowSocket *> SocketPool::all() const
{
    std::vector<FlowSocket *> sockets;
    for (const auto &[kind, copies] : m_kinds) {
        for (const auto &copy : copies) {
            for (const auto &socket : copy->sockets)
                sockets.push_back(socket.get());
        }
    }
    return sockets;
}

} // namespace plumb
