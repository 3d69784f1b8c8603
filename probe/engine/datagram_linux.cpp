// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datagram.h"

#include <QNetworkInterface>
#include <QUdpSocket>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <linux/errqueue.h>
#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/types.h>

namespace plumb {

namespace {

int fdOf(const QUdpSocket &socket) { return static_cast<int>(socket.socketDescriptor()); }

template <typename T>
void setOption(int fd, int level, int option, T value)
{
    // Options that an old kernel or a container refuses only take a convenience away.
    (void)::setsockopt(fd, level, option, &value, sizeof value);
}

QHostAddress toAddress(const sockaddr *address)
{
    return address->sa_family == AF_INET || address->sa_family == AF_INET6 ? QHostAddress(address)
                                                                           : QHostAddress();
}

//! Without a QHostAddress, which would be allocated for each datagram.
PeerId peerOf(const sockaddr_storage &address)
{
    if (address.ss_family == AF_INET) {
        const auto &in = reinterpret_cast<const sockaddr_in &>(address);
        return ip4PeerId(ntohl(in.sin_addr.s_addr), ntohs(in.sin_port));
    }
    if (address.ss_family == AF_INET6) {
        const auto &in = reinterpret_cast<const sockaddr_in6 &>(address);
        return ip6PeerId(in.sin6_addr.s6_addr, ntohs(in.sin6_port));
    }
    return {};
}

std::optional<qint64> stampNs(int fd)
{
    timespec stamp{};
    if (::ioctl(fd, SIOCGSTAMPNS, &stamp) != 0)
        return std::nullopt;
    return stamp.tv_sec * 1'000'000'000LL + stamp.tv_nsec;
}

} // namespace

Peer::Peer(const QHostAddress &address, quint16 port)
    : m_address(address)
    , m_port(port)
    , m_id(peerId(address, port))
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in.sin6_addr, bytes.c, sizeof bytes.c);
        if (const QString scope = address.scopeId(); !scope.isEmpty())
            in.sin6_scope_id = static_cast<quint32>(QNetworkInterface::interfaceIndexFromName(scope));
        std::memcpy(raw.data(), &in, sizeof in);
        rawLength = sizeof in;
    } else {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(port);
        in.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(raw.data(), &in, sizeof in);
        rawLength = sizeof in;
    }
}

namespace datagram {

void prepare(QUdpSocket &socket, bool ip6, int dscp)
{
    const int fd = fdOf(socket);
    setOption(fd, SOL_SOCKET, SO_BROADCAST, 0); // Qt switches it on
    constexpr int WantedBuffer = 1 << 20;
    if (const int bytes = WantedBuffer;
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes) != 0)
        setOption(fd, SOL_SOCKET, SO_RCVBUF, WantedBuffer);
    if (ip6) {
        setOption(fd, IPPROTO_IPV6, IPV6_RECVERR, 1);
        setOption(fd, IPPROTO_IPV6, IPV6_TCLASS, dscp << 2);
    } else {
        setOption(fd, IPPROTO_IP, IP_RECVERR, 1);
        setOption(fd, IPPROTO_IP, IP_TOS, dscp << 2);
    }
    (void)stampNs(fd); // the first call fails and switches stamping on for this socket
}

int sendTo(QUdpSocket &socket, const QByteArray &bytes, const Peer &peer)
{
    const auto *const address = reinterpret_cast<const sockaddr *>(peer.raw.data());
    const ssize_t sent = ::sendto(fdOf(socket), bytes.constData(), static_cast<size_t>(bytes.size()),
                                  MSG_DONTWAIT | MSG_NOSIGNAL, address, peer.rawLength);
    return sent == bytes.size() ? 0 : sent < 0 ? errno : EMSGSIZE;
}

int read(QUdpSocket &socket, std::span<char> buffer, Arrived &arrived)
{
    const int fd = fdOf(socket);
    sockaddr_storage from{};
    socklen_t length = sizeof from;
    const ssize_t size = ::recvfrom(fd, buffer.data(), buffer.size(), MSG_DONTWAIT,
                                    reinterpret_cast<sockaddr *>(&from), &length);
    if (size < 0)
        return errno;
    arrived.stampRealNs = stampNs(fd); // of the datagram read last
    arrived.size = static_cast<size_t>(size);
    arrived.from = peerOf(from);
    return 0;
}

const int NothingWaits = EAGAIN;

std::optional<IcmpError> takeError(const QUdpSocket &socket)
{
    std::array<char, 2048> payload;
    alignas(cmsghdr) std::array<char, 512> control;
    sockaddr_storage destination{};
    iovec vector{payload.data(), payload.size()};
    msghdr message{};
    message.msg_name = &destination;
    message.msg_namelen = sizeof destination;
    message.msg_iov = &vector;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t size = ::recvmsg(fdOf(socket), &message, MSG_ERRQUEUE | MSG_DONTWAIT);
    if (size < 0)
        return std::nullopt;

    IcmpError error;
    error.destination = peerOf(destination);
    error.quote = QByteArray(payload.data(), size);
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        const bool ip4 = header->cmsg_level == SOL_IP && header->cmsg_type == IP_RECVERR;
        const bool ip6 = header->cmsg_level == SOL_IPV6 && header->cmsg_type == IPV6_RECVERR;
        if ((!ip4 && !ip6) || header->cmsg_len < CMSG_LEN(sizeof(sock_extended_err) + sizeof(sockaddr_in)))
            continue;
        sock_extended_err extended{};
        std::memcpy(&extended, CMSG_DATA(header), sizeof extended);
        sockaddr_storage offender{};
        std::memcpy(&offender, CMSG_DATA(header) + sizeof extended,
                    std::min(sizeof offender, header->cmsg_len - CMSG_LEN(0) - sizeof extended));
        error.code = static_cast<int>(extended.ee_errno);
        error.type = extended.ee_type;
        error.icmpCode = extended.ee_code;
        error.mtu = extended.ee_errno == EMSGSIZE ? extended.ee_info : 0;
        error.local = extended.ee_origin == SO_EE_ORIGIN_LOCAL;
        error.offender = toAddress(reinterpret_cast<sockaddr *>(&offender));
    }
    return error;
}

quint32 dropped(const QUdpSocket &socket)
{
    constexpr int MemInfo = 55; // SO_MEMINFO; index 8 counts drops
    std::array<quint32, 9> info{};
    socklen_t length = sizeof info;
    return ::getsockopt(fdOf(socket), SOL_SOCKET, MemInfo, info.data(), &length) == 0 ? info[8] : 0;
}

int receiveCapacity(const QUdpSocket &socket, int payloadBytes)
{
    int buffer = 0;
    socklen_t length = sizeof buffer;
    if (::getsockopt(fdOf(socket), SOL_SOCKET, SO_RCVBUF, &buffer, &length) != 0)
        buffer = 212'992;
    // What the kernel charges for one datagram, measured: 832 bytes up to 160 of payload, 1,283 at 512, 2,304
    // at 1,472.
    const int charge = payloadBytes <= 160   ? 832
                       : payloadBytes <= 512 ? 1'300
                                             : 2'304 + std::max(0, payloadBytes - 1'472) * 2;
    return std::max(1, buffer / charge);
}

bool isPendingIcmp(int error)
{
    return error == ECONNREFUSED || error == EHOSTUNREACH || error == ENETUNREACH || error == ENOPROTOOPT ||
           error == EPROTO || error == EMSGSIZE || error == EACCES || error == EOPNOTSUPP;
}

bool isHostUnreachable(const IcmpError &error)
{
    if (error.offender.protocol() == QAbstractSocket::IPv6Protocol)
        return error.type == ICMPV6_DEST_UNREACH && error.icmpCode == ICMPV6_ADDR_UNREACH;
    return error.type == ICMP_DEST_UNREACH && error.icmpCode == ICMP_HOST_UNREACH;
}

int scopeOf(const Peer &peer)
{
    sockaddr_in6 in{};
    if (peer.rawLength != sizeof in)
        return 0;
    std::memcpy(&in, peer.raw.data(), sizeof in);
    return static_cast<int>(in.sin6_scope_id);
}

QString errorName(int error)
{
    const char *const name = ::strerrorname_np(error);
    return name ? QString::fromLatin1(name) : QString::number(error);
}

void keepStampingOn()
{
    // Stamping is global in the kernel and comes on a few ms after the first socket asks: one that never
    // closes keeps it on.
    static const int fd = [] {
        const int dummy = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        (void)stampNs(dummy);
        return dummy;
    }();
    Q_UNUSED(fd)
}

bool hasKernelStamps() { return true; }

} // namespace datagram
} // namespace plumb
