// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flowsocket.h"

#include <QSet>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace plumb {

//! The few sockets that carry all lines: apart by family and DSCP, one per flow, and as many copies of that
//! set as it takes for the replies of a stall of one second to fit the receive buffers.
class SocketPool
{
    struct Copy
    {
        std::vector<std::unique_ptr<FlowSocket>> sockets;
        double load = 0;    //!< of the most loaded socket's buffer in a second, 1 = full
        QSet<PeerId> alone; //!< peers that one line here must not share with another
    };

public:
    SocketPool(DatagramSink *sink, SocketWatch *watch)
        : m_sink(sink)
        , m_watch(watch)
    {}

    //! A line's place: its probes leave by socket(0) … socket(flows − 1).
    class Lease
    {
    public:
        [[nodiscard]] bool isNull() const { return m_copy == nullptr; }
        [[nodiscard]] FlowSocket *socket(int flow) const
        {
            return m_copy->sockets[static_cast<size_t>(flow)].get();
        }

    private:
        friend class SocketPool;
        Copy *m_copy = nullptr;
        double m_share = 0;
        std::optional<PeerId> m_alone;
    };

    struct Wish
    {
        bool ip6 = false;
        int dscp = 0;
        int flows = 1;
        double probesPerSecond = 1;
        int payloadBytes = 64;
        std::optional<PeerId> alone; //!< share these sockets with no other line that wishes this peer alone
    };
    struct LeaseResult
    {
        Lease lease;
        QString error; //!< why no socket could be opened
    };
    [[nodiscard]] LeaseResult lease(const Wish &wish);
    void giveBack(Lease &lease);
    void clear() { m_kinds.clear(); }

    [[nodiscard]] std::vector<FlowSocket *> all() const;

private:
    using Kind = std::pair<bool, int>; // IPv6, DSCP
    std::map<Kind, std::vector<std::unique_ptr<Copy>>> m_kinds;
    DatagramSink *m_sink;
    SocketWatch *m_watch;
};

} // namespace plumb
