// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QHostAddress>

#include <array>
#include <optional>
#include <span>

class QUdpSocket;

namespace plumb {

//! An address and port, cheap to compare and to hash; IPv4 as its v4-mapped form. Scope ids do not count.
struct PeerId
{
    quint64 high = 0, low = 0;
    quint16 port = 0;
    friend bool operator==(const PeerId &, const PeerId &) = default;
    friend size_t qHash(const PeerId &id, size_t seed = 0)
    {
        return qHashMulti(seed, id.high, id.low, id.port);
    }
};
struct PeerIdHash
{
    size_t operator()(const PeerId &id) const { return qHash(id); }
};
[[nodiscard]] PeerId peerId(const QHostAddress &address, quint16 port);
[[nodiscard]] PeerId ip4PeerId(quint32 address, quint16 port);
[[nodiscard]] PeerId ip6PeerId(const quint8 *bytes, quint16 port); //!< 16 bytes

//! Where probes go, ready to be sent to.
class Peer
{
public:
    Peer() = default;
    Peer(const QHostAddress &address, quint16 port);

    [[nodiscard]] const QHostAddress &address() const { return m_address; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const PeerId &id() const { return m_id; }
    [[nodiscard]] bool isNull() const { return m_port == 0; }

    alignas(8) std::array<char, 28> raw{}; //!< sockaddr of the platform
    quint32 rawLength = 0;

private:
    QHostAddress m_address;
    quint16 m_port = 0;
    PeerId m_id;
};

//! An ICMP error that the kernel matched to a datagram of ours; what it quotes is not proved.
struct IcmpError
{
    int code = 0; //!< errno
    int type = 0, icmpCode = 0;
    bool local = false; //!< from the own stack, not from the network
    quint32 mtu = 0;    //!< of a "message too long"; 0: not told
    QHostAddress offender;
    PeerId destination;
    QByteArray quote; //!< of the UDP payload; often empty
};

//! What a bound QUdpSocket can do and its API does not offer; one file per platform. Errors are errno values,
//! 0 is success.
namespace datagram {

//! Receive stamps, ICMP reports, no broadcast, DSCP, a larger receive buffer where it is allowed.
void prepare(QUdpSocket &socket, bool ip6, int dscp);
[[nodiscard]] int sendTo(QUdpSocket &socket, const QByteArray &bytes, const Peer &peer);
//! A datagram that was read.
struct Arrived
{
    size_t size = 0;
    PeerId from;
    std::optional<qint64> stampRealNs; //!< when it arrived; empty where the platform does not tell
};
//! Reads the next datagram. NothingWaits proves the buffer empty; any other error is a report that came
//! before what waits.
[[nodiscard]] int read(QUdpSocket &socket, std::span<char> buffer, Arrived &arrived);
extern const int NothingWaits;
//! The next report of the error queue; empty when there is none.
[[nodiscard]] std::optional<IcmpError> takeError(const QUdpSocket &socket);
//! Datagrams that the full receive buffer dropped since the socket was opened.
[[nodiscard]] quint32 dropped(const QUdpSocket &socket);
//! How many probes of a payload size may await reading before the buffer overflows.
[[nodiscard]] int receiveCapacity(const QUdpSocket &socket, int payloadBytes);
//! True for errors of a send that an ICMP report of another probe left behind.
[[nodiscard]] bool isPendingIcmp(int error);
//! An ICMP error that says that the host, not its service or its network, can not be reached.
[[nodiscard]] bool isHostUnreachable(const IcmpError &error);
//! The interface of a link-local address, else 0.
[[nodiscard]] int scopeOf(const Peer &peer);
//! "ENETUNREACH", or the number.
[[nodiscard]] QString errorName(int error);

//! Switches stamping on in the kernel for the life of the process: the first stamps after that are missing.
void keepStampingOn();
//! Whether what arrives is stamped on this platform.
[[nodiscard]] bool hasKernelStamps();

} // namespace datagram
} // namespace plumb
