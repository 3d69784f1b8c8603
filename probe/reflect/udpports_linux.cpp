// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "udpports.h"

#include "reflecttext.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <net/if.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDatagram = 65'535;
constexpr int ReceiveBuffer = 1 << 20; // holds some 800 small datagrams: a burst of all flows of many lines
constexpr size_t PortsPerTurn = 64;    // the others come first in the next turn
constexpr quint64 AlarmTag = ~quint64{0};
constexpr size_t ControlBytes = CMSG_SPACE(sizeof(timespec)) + CMSG_SPACE(sizeof(in6_pktinfo));

//! A descriptor that is closed with its owner.
class Descriptor final
{
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd)
    {}
    Descriptor(Descriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

QString systemText(int error) { return QString::fromLocal8Bit(std::strerror(error)); }

bool setOption(int fd, int level, int option, int value)
{
    return ::setsockopt(fd, level, option, &value, sizeof value) == 0;
}

QString placeText(const QHostAddress &address, quint16 port)
{
    const bool ip6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (ip6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.toString()).arg(port);
}

QString bindError(const QHostAddress &address, quint16 port, int error)
{
    const QString place = placeText(address, port);
    switch (error) {
    case EADDRINUSE:
        return ReflectText::tr("%1 is in use by another program; stop it or give another port").arg(place);
    case EADDRNOTAVAIL:
        return ReflectText::tr("%1 is not an address of this computer; give one that is")
            .arg(address.toString());
    case EACCES:
        return ReflectText::tr("%1 may only be opened by a privileged user; give a port from 1024 on")
            .arg(place);
    default:
        return ReflectText::tr("%1 can not be opened (%2); give another address or port")
            .arg(place, systemText(error));
    }
}

QString socketError(int error)
{
    if (error == EMFILE || error == ENFILE) {
        rlimit limit{};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        return ReflectText::tr(
                   "this process may open no more than %1 files and sockets; give fewer ports or raise "
                   "the limit (ulimit -Hn)")
            .arg(limit.rlim_cur);
    }
    if (error == EAFNOSUPPORT)
        return ReflectText::tr("this computer has no IPv6; give an IPv4 address");
    return ReflectText::tr("no socket can be opened (%1); free memory or give fewer ports")
        .arg(systemText(error));
}

socklen_t lengthOf(const Peer::Address &address)
{
    return address.any.sa_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
}

Peer::Address toSystem(const QHostAddress &address, quint16 port)
{
    Peer::Address result{.ip6 = {}};
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        result.ip4.sin_family = AF_INET;
        result.ip4.sin_port = htons(port);
        result.ip4.sin_addr.s_addr = htonl(address.toIPv4Address());
        return result;
    }
    result.ip6.sin6_family = AF_INET6;
    result.ip6.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&result.ip6.sin6_addr, &bytes, sizeof bytes);
    bool isNumber = false;
    const uint index = address.scopeId().toUInt(&isNumber);
    result.ip6.sin6_scope_id = isNumber ? index : ::if_nametoindex(address.scopeId().toLatin1().constData());
    return result;
}

//! The wall-clock stamp of the kernel on the steady clock. A stamp from the future or older than a second
//! says that the wall clock was set: then the time of reading counts.
std::chrono::steady_clock::time_point toSteady(const timespec &stamp,
                                               std::chrono::system_clock::time_point wallNow,
                                               std::chrono::steady_clock::time_point now)
{
    const auto since1970 = std::chrono::seconds{stamp.tv_sec} + std::chrono::nanoseconds{stamp.tv_nsec};
    const auto age = wallNow.time_since_epoch() - since1970;
    return age >= age.zero() && age < std::chrono::seconds{1} ? now - age : now;
}

bool isMany(const in_pktinfo &info) { return info.ipi_addr.s_addr != info.ipi_spec_dst.s_addr; }

} // namespace

quint16 Peer::port() const
{
    return ntohs(address.any.sa_family == AF_INET ? address.ip4.sin_port : address.ip6.sin6_port);
}

bool Peer::isLoopback() const
{
    return address.any.sa_family == AF_INET ? (ntohl(address.ip4.sin_addr.s_addr) >> 24) == 127
                                            : IN6_IS_ADDR_LOOPBACK(&address.ip6.sin6_addr) != 0;
}

class UdpPorts::Private
{
public:
    struct Slot
    {
        std::array<char, MaxDatagram> bytes;
        alignas(cmsghdr) std::array<char, ControlBytes> control;
        iovec piece{};
        Peer::Address from{.ip6 = {}};
    };

    Descriptor epoll{::epoll_create1(EPOLL_CLOEXEC)};
    Descriptor alarm{::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)};
    std::optional<std::chrono::steady_clock::time_point> alarmTime;
    std::vector<Descriptor> sockets;

    std::array<epoll_event, PortsPerTurn> events{};
    std::array<quint32, PortsPerTurn> readyPorts{};
    std::unique_ptr<std::array<Slot, ReadBatch>> slots = std::make_unique<std::array<Slot, ReadBatch>>();
    std::array<mmsghdr, ReadBatch> messages{};
    std::array<Arrival, ReadBatch> arrivals;

    bool watch(int fd, quint64 tag) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = tag;
        return ::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, fd, &event) == 0;
    }
    void prepare(size_t i);
    void takeOver(size_t i, std::chrono::system_clock::time_point wallNow,
                  std::chrono::steady_clock::time_point now);
};

UdpPorts::UdpPorts()
    : d(std::make_unique<Private>())
{
    if (d->epoll.get() >= 0 && d->alarm.get() >= 0)
        d->watch(d->alarm.get(), AlarmTag);
}

UdpPorts::~UdpPorts() = default;

QString UdpPorts::error() const
{
    return d->epoll.get() >= 0 && d->alarm.get() >= 0 ? QString() : socketError(EMFILE);
}

int UdpPorts::descriptor() const { return d->epoll.get(); }

void UdpPorts::reserve(int count)
{
    constexpr rlim_t Others = 256; // what the rest of the program may want
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = static_cast<rlim_t>(count) + Others;
    // How many are open now is not asked: where more are needed, all that is allowed is taken.
    if (limit.rlim_cur < limit.rlim_max && (limit.rlim_cur < wanted * 2)) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

UdpPorts::Opened UdpPorts::open(const QHostAddress &address, quint16 port)
{
    const bool ip4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    if (!ip4 && address.protocol() != QAbstractSocket::IPv6Protocol)
        return {.error = ReflectText::tr("\"%1\" is no address to listen on; give an IPv4 or IPv6 address")
                             .arg(address.toString())};

    Descriptor socket{::socket(ip4 ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
    const int fd = socket.get();
    if (fd < 0)
        return {.error = socketError(errno)};
    if (!setOption(fd, SOL_SOCKET, SO_RCVBUFFORCE, ReceiveBuffer)) // for root only
        setOption(fd, SOL_SOCKET, SO_RCVBUF, ReceiveBuffer);
    setOption(fd, SOL_SOCKET, SO_TIMESTAMPNS, 1);
    if (!ip4)
        setOption(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    // A socket on all addresses must be told from which one to answer: the one that was asked.
    if (address == QHostAddress(QHostAddress::AnyIPv4))
        setOption(fd, IPPROTO_IP, IP_PKTINFO, 1);
    else if (address == QHostAddress(QHostAddress::AnyIPv6))
        setOption(fd, IPPROTO_IPV6, IPV6_RECVPKTINFO, 1);

    Peer::Address own = toSystem(address, port);
    if (::bind(fd, &own.any, lengthOf(own)) != 0)
        return {.error = bindError(address, port, errno)};
    socklen_t length = sizeof own;
    if (::getsockname(fd, &own.any, &length) != 0 || !d->watch(fd, d->sockets.size()))
        return {.error = socketError(errno)};
    d->sockets.push_back(std::move(socket));
    return {.port = Peer{.address = own}.port(), .error = {}};
}

void UdpPorts::closeFrom(quint32 index)
{
    if (index < d->sockets.size()) // a closed descriptor leaves the epoll set by itself
        d->sockets.erase(d->sockets.begin() + index, d->sockets.end());
}

std::span<const quint32> UdpPorts::ready()
{
    const int count = ::epoll_wait(d->epoll.get(), d->events.data(), static_cast<int>(d->events.size()), 0);
    size_t ports = 0;
    for (size_t i = 0; i < static_cast<size_t>(std::max(count, 0)); ++i) {
        if (d->events[i].data.u64 != AlarmTag) {
            d->readyPorts[ports++] = static_cast<quint32>(d->events[i].data.u64);
            continue;
        }
        quint64 expirations = 0;
        if (::read(d->alarm.get(), &expirations, sizeof expirations) > 0)
            d->alarmTime.reset();
    }
    return {d->readyPorts.data(), ports};
}

void UdpPorts::Private::prepare(size_t i)
{
    Slot &slot = (*slots)[i];
    slot.piece = {slot.bytes.data(), slot.bytes.size()};
    msghdr &header = messages[i].msg_hdr;
    header = {};
    header.msg_name = &slot.from;
    header.msg_namelen = sizeof slot.from;
    header.msg_iov = &slot.piece;
    header.msg_iovlen = 1;
    header.msg_control = slot.control.data();
    header.msg_controllen = slot.control.size();
}

void UdpPorts::Private::takeOver(size_t i, std::chrono::system_clock::time_point wallNow,
                                 std::chrono::steady_clock::time_point now)
{
    Slot &slot = (*slots)[i];
    msghdr &header = messages[i].msg_hdr;
    Arrival &arrival = arrivals[i];
    arrival = {};
    arrival.peer.address = slot.from;
    arrival.bytes = {slot.bytes.data(), static_cast<qsizetype>(messages[i].msg_len)};
    arrival.at = now;
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_TIMESTAMPNS) {
            timespec stamp{};
            std::memcpy(&stamp, CMSG_DATA(part), sizeof stamp);
            arrival.at = toSteady(stamp, wallNow, now);
        } else if (part->cmsg_level == IPPROTO_IP && part->cmsg_type == IP_PKTINFO) {
            in_pktinfo &info = arrival.peer.local.ip4;
            std::memcpy(&info, CMSG_DATA(part), sizeof info);
            arrival.toMany = isMany(info);
        } else if (part->cmsg_level == IPPROTO_IPV6 && part->cmsg_type == IPV6_PKTINFO) {
            in6_pktinfo &info = arrival.peer.local.ip6;
            std::memcpy(&info, CMSG_DATA(part), sizeof info);
            arrival.toMany = IN6_IS_ADDR_MULTICAST(&info.ipi6_addr) != 0;
        }
    }
}

std::span<const Arrival> UdpPorts::read(quint32 index)
{
    for (size_t i = 0; i < ReadBatch; ++i)
        d->prepare(i);
    const int count =
        ::recvmmsg(d->sockets[index].get(), d->messages.data(), ReadBatch, MSG_DONTWAIT, nullptr);
    const auto wallNow = std::chrono::system_clock::now();
    const auto now = std::chrono::steady_clock::now();
    const auto got = static_cast<size_t>(std::max(count, 0));
    for (size_t i = 0; i < got; ++i)
        d->takeOver(i, wallNow, now);
    return {d->arrivals.data(), got};
}

bool UdpPorts::send(quint32 index, const Peer &peer, QByteArrayView bytes)
{
    Peer to = peer;
    iovec piece{const_cast<char *>(bytes.data()), static_cast<size_t>(bytes.size())}; // sendmsg only reads it
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(in6_pktinfo))> control{};
    msghdr header{};
    header.msg_name = &to.address;
    header.msg_namelen = lengthOf(to.address);
    header.msg_iov = &piece;
    header.msg_iovlen = 1;

    const bool ip4 = to.address.any.sa_family == AF_INET;
    const auto addSource = [&](int level, int type, const auto &info) {
        header.msg_control = control.data();
        header.msg_controllen = CMSG_SPACE(sizeof info);
        cmsghdr *part = CMSG_FIRSTHDR(&header);
        part->cmsg_level = level;
        part->cmsg_type = type;
        part->cmsg_len = CMSG_LEN(sizeof info);
        std::memcpy(CMSG_DATA(part), &info, sizeof info);
    };
    if (ip4 && to.local.ip4.ipi_spec_dst.s_addr != 0) {
        to.local.ip4.ipi_ifindex = 0; // the route decides, only the source address is given
        addSource(IPPROTO_IP, IP_PKTINFO, to.local.ip4);
    } else if (!ip4 && !IN6_IS_ADDR_UNSPECIFIED(&to.local.ip6.ipi6_addr)) {
        addSource(IPPROTO_IPV6, IPV6_PKTINFO, to.local.ip6);
    }
    ssize_t sent = -1;
    do {
        sent = ::sendmsg(d->sockets[index].get(), &header, MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    return sent >= 0;
}

void UdpPorts::wakeAt(std::optional<std::chrono::steady_clock::time_point> time)
{
    if (time == d->alarmTime)
        return;
    d->alarmTime = time;
    itimerspec setting{};
    if (time) {
        // steady_clock is CLOCK_MONOTONIC; a value of 0 would switch the alarm off.
        const auto since = std::max(time->time_since_epoch(), std::chrono::nanoseconds{1});
        const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
        setting.it_value = {seconds.count(), (since - seconds).count()};
    }
    ::timerfd_settime(d->alarm.get(), TFD_TIMER_ABSTIME, &setting, nullptr);
}

} // namespace plumb
