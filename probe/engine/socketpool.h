// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flowsocket.h"

#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace plumb {

//! The few sockets that carry all lines: apart by family and DSCP, one per flow, and as many copies of that
//! set as it takes for the replies of a stall of one second to fit the receive buffers.
class SocketPool
{
public:
    explicit SocketPool(DatagramSink *sink)
        : m_sink(sink)
    {}

    //! A line's place: its probes leave by socket(0) … socket(flows − 1).
    class Lease
    {
    public:
        [[nodiscard]] bool isNull() const { return m_sockets == nullptr; }
        [[nodiscard]] FlowSocket *socket(int flow) const
        {
            return (*m_sockets)[static_cast<size_t>(flow)].get();
        }

    private:
        friend class SocketPool;
        std::vector<std::unique_ptr<FlowSocket>> *m_sockets = nullptr;
        double *m_load = nullptr;
        double m_share = 0;
    };

    struct LeaseResult
    {
        Lease lease;
        QString error; //!< why no socket could be opened
    };
    [[nodiscard]] LeaseResult lease(bool ip6, int dscp, int flows, double probesPerSecond, int payloadBytes);
    void giveBack(Lease &lease);
    void clear() { m_kinds.clear(); }

    [[nodiscard]] std::vector<FlowSocket *> all() const;

private:
    struct Copy
    {
        std::vector<std::unique_ptr<FlowSocket>> sockets;
        double load = 0; //!< of the most loaded socket's buffer in a second, 1 = full
    };
    using Kind = std::pair<bool, int>;
    std::map<Kind, std::vector<std::unique_ptr<Copy>>> m_kinds;
    DatagramSink *m_sink;
};

} // namespace plumb
