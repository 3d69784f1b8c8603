// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketpool.h"

#include <algorithm>

namespace plumb {

namespace {

//! ICMP reports share the receive buffer, and replies of two rounds may meet in one second.
constexpr double UsableShare = 0.6;

} // namespace

SocketPool::LeaseResult SocketPool::lease(bool ip6, int dscp, int flows, double probesPerSecond,
                                          int payloadBytes)
{
    auto &copies = m_kinds[{ip6, dscp}];
    const auto shareOf = [&](const Copy &copy) {
        return probesPerSecond / flows / copy.sockets.front()->capacity(payloadBytes);
    };
    auto place = std::find_if(copies.begin(), copies.end(),
                              [&](const auto &copy) { return copy->load + shareOf(*copy) <= UsableShare; });
    if (place == copies.end()) {
        copies.push_back(std::make_unique<Copy>());
        place = std::prev(copies.end());
    }
    Copy &copy = **place;
    while (copy.sockets.size() < static_cast<size_t>(flows)) {
        auto socket = std::make_unique<FlowSocket>(ip6, dscp, m_sink);
        if (const QString error = socket->open(); !error.isEmpty()) {
            if (copy.sockets.empty())
                copies.erase(place);
            return {{}, error};
        }
        copy.sockets.push_back(std::move(socket));
    }
    LeaseResult result;
    result.lease.m_sockets = &copy.sockets;
    result.lease.m_load = &copy.load;
    result.lease.m_share = shareOf(copy);
    copy.load += result.lease.m_share;
    return result;
}

void SocketPool::giveBack(Lease &lease)
{
    if (!lease.isNull())
        *lease.m_load -= lease.m_share;
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
