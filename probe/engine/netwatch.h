// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datagram.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace plumb {

//! An address without a port; null: port and address are 0.
using AddressId = PeerId;
[[nodiscard]] inline AddressId addressOf(const PeerId &peer) { return {peer.high, peer.low, 0}; }
[[nodiscard]] inline bool isNull(const AddressId &address) { return address.high == 0 && address.low == 0; }
//! "192.0.2.1", "fe80::1".
[[nodiscard]] QString addressText(const AddressId &address);

//! How this computer reaches an address.
struct Route
{
    int interface = 0; //!< its index; 0: there is no route, or the platform does not tell
    AddressId gateway; //!< null: the address is on the link itself
    AddressId source;
    bool isLocal = false; //!< the address is this computer's own
    friend bool operator==(const Route &, const Route &) = default;
};

//! The own network, as the platform tells it: links, addresses, routes and next hops. Where it does not,
//! every question is answered by "nothing is known". Lives in one thread with an event loop.
class NetWatch
{
public:
    struct Change
    {
        enum class Kind : quint8 {
            LinkDown,
            LinkUp,
            AddressGone,
            Routes //!< something that may change routes
        };
        Kind kind = Kind::Routes;
        int interface = 0;
        AddressId address;
    };

    //! onChange: there is something to take; may come late, and at most ten times a second.
    explicit NetWatch(std::function<void()> onChange);
    ~NetWatch();
    NetWatch(const NetWatch &) = delete;
    NetWatch &operator=(const NetWatch &) = delete;

    //! What has happened since the last call, oldest first; what was down from the start comes with the
    //! first.
    [[nodiscard]] std::vector<Change> take();
    [[nodiscard]] QString interfaceName(int interface) const;
    //! scope: the interface of a link-local address, else 0.
    [[nodiscard]] Route routeTo(const AddressId &address, int scope) const;
    //! A next hop whose link-layer address can not be found out: for how long it has not been confirmed, in
    //! ns; empty where nothing is wrong with it.
    [[nodiscard]] std::optional<qint64> silentForNs(int interface, const AddressId &nextHop) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
