// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <span>

#include <netinet/in.h>

namespace plumb {

//! Who sent a datagram, and to which of this computer's addresses; as the system calls want it.
struct Peer
{
    union Address {
        sockaddr any;
        sockaddr_in ip4;
        sockaddr_in6 ip6;
    };
    union Local {
        in_pktinfo ip4;
        in6_pktinfo ip6;
    };
    Address address{.ip6 = {}};
    Local local{
        .ip6 = {}}; //!< zero: the socket is bound to one address, which is then also the reply's source

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] bool isLoopback() const;
};

//! A datagram that has come; the bytes are valid until the next read().
struct Arrival
{
    Peer peer;
    QByteArrayView bytes;
    std::chrono::steady_clock::time_point at; //!< when the kernel received it
    bool toMany = false;                      //!< sent to a broadcast or multicast address
};

//! The operating system's side of Reflector: any number of UDP sockets and one alarm behind one descriptor.
class UdpPorts final
{
public:
    static constexpr int ReadBatch = 32;

    UdpPorts();
    ~UdpPorts();
    UdpPorts(const UdpPorts &) = delete;
    UdpPorts &operator=(const UdpPorts &) = delete;

    //! Empty when the system gave what is needed to wait for sockets, else why not.
    [[nodiscard]] QString error() const;
    //! Readable while a port has something to read or the alarm has gone off.
    [[nodiscard]] int descriptor() const;

    struct Opened
    {
        quint16 port = 0;
        QString error; //!< "what is wrong; what to do"; empty on success
    };
    //! Binds one more port, which gets the next index (0, 1, …). Port 0: any free one.
    [[nodiscard]] Opened open(const QHostAddress &address, quint16 port);
    //! Lets so many sockets more be opened, as far as the limit of this process can be raised.
    static void reserve(int count);
    void closeFrom(quint32 index);

    //! The ports that have something to read, those that waited longest first; valid until the next call.
    [[nodiscard]] std::span<const quint32> ready();
    //! At most ReadBatch datagrams of one port, so that none can starve the others.
    [[nodiscard]] std::span<const Arrival> read(quint32 index);
    //! False when the local stack refused.
    [[nodiscard]] bool send(quint32 index, const Peer &peer, QByteArrayView bytes);
    //! Sets the alarm (empty: none). A time in the past goes off at once.
    void wakeAt(std::optional<std::chrono::steady_clock::time_point> time);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
