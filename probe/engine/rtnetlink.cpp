// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtnetlink.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cerrno>

#include <linux/neighbour.h>
#include <sys/socket.h>
#include <unistd.h>

namespace plumb::rtnetlink {

namespace {

constexpr size_t BufferSize = 65'536;
constexpr int MaxAnswers = 4'096; //!< datagrams of one answer, some tens of links in each

bool isIp4(const AddressId &address) { return address.high == 0 && (address.low >> 32) == 0xffff; }

QByteArrayView payload(const rtattr &attribute)
{
    return {reinterpret_cast<const char *>(&attribute) + RTA_LENGTH(0),
            static_cast<qsizetype>(attribute.rta_len - RTA_LENGTH(0))};
}

AddressId fromBytes(QByteArrayView bytes)
{
    if (bytes.size() == 4)
        return ip4PeerId(qFromBigEndian<quint32>(bytes.data()), 0);
    if (bytes.size() == 16)
        return ip6PeerId(reinterpret_cast<const quint8 *>(bytes.data()), 0);
    return {};
}

} // namespace

void Attributes::add(unsigned short type, const void *data, size_t size)
{
    rtattr header{};
    header.rta_type = type;
    header.rta_len = static_cast<unsigned short>(RTA_LENGTH(size));
    m_bytes.append(reinterpret_cast<const char *>(&header), sizeof header);
    m_bytes.append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    m_bytes.append(static_cast<qsizetype>(RTA_ALIGN(size) - size), '\0');
}

void Attributes::add(unsigned short type, const AddressId &address)
{
    if (isIp4(address)) {
        const quint32 bytes = qToBigEndian(static_cast<quint32>(address.low));
        add(type, &bytes, sizeof bytes);
    } else {
        const std::array<quint64, 2> bytes{qToBigEndian(address.high), qToBigEndian(address.low)};
        add(type, bytes.data(), sizeof bytes);
    }
}

void Attributes::add(unsigned short type, quint32 value) { add(type, &value, sizeof value); }

Socket::Socket(quint32 groups)
    : m_fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
{
    sockaddr_nl own{};
    own.nl_family = AF_NETLINK;
    own.nl_groups = groups;
    if (m_fd >= 0 && ::bind(m_fd, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

Socket::~Socket()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

int Socket::read(const OnMessage &onMessage)
{
    alignas(nlmsghdr) thread_local std::array<char, BufferSize> buffer;
    sockaddr_nl from{};
    socklen_t fromLength = sizeof from;
    const ssize_t size = ::recvfrom(m_fd, buffer.data(), buffer.size(), MSG_DONTWAIT,
                                    reinterpret_cast<sockaddr *>(&from), &fromLength);
    if (size < 0)
        return errno;
    if (from.nl_pid != 0)
        return 0; // only the kernel knows
    size_t at = 0;
    const auto end = static_cast<size_t>(size);
    while (end - at >= sizeof(nlmsghdr)) {
        const auto &message = *reinterpret_cast<const nlmsghdr *>(buffer.data() + at);
        if (message.nlmsg_len < sizeof(nlmsghdr) || message.nlmsg_len > end - at)
            break;
        onMessage(message);
        at += std::min<size_t>(NLMSG_ALIGN(message.nlmsg_len), end - at);
    }
    return 0;
}

void Socket::ask(unsigned short type, unsigned short flags, const void *body, size_t size,
                 const Attributes &attributes, const OnMessage &onMessage)
{
    const quint32 serial = ++m_serial;
    nlmsghdr header{};
    header.nlmsg_len = static_cast<quint32>(NLMSG_LENGTH(NLMSG_ALIGN(size)) +
                                            static_cast<size_t>(attributes.bytes().size()));
    header.nlmsg_type = type;
    header.nlmsg_flags = static_cast<unsigned short>(NLM_F_REQUEST | flags);
    header.nlmsg_seq = serial;
    QByteArray question(reinterpret_cast<const char *>(&header), sizeof header);
    question.append(static_cast<const char *>(body), static_cast<qsizetype>(size));
    question.append(static_cast<qsizetype>(NLMSG_ALIGN(size) - size), '\0');
    question.append(attributes.bytes());
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    if (::sendto(m_fd, question.constData(), static_cast<size_t>(question.size()), 0,
                 reinterpret_cast<const sockaddr *>(&kernel), sizeof kernel) < 0)
        return;
    bool done = false;
    for (int i = 0; i < MaxAnswers && !done; ++i) {
        const int error = read([&](const nlmsghdr &message) {
            if (message.nlmsg_seq != serial)
                return;
            done = (message.nlmsg_flags & NLM_F_MULTI) == 0 || message.nlmsg_type == NLMSG_DONE;
            if (message.nlmsg_type >= NLMSG_MIN_TYPE)
                onMessage(message);
        });
        done = done || error != 0;
    }
}

Socket &threadsSocket()
{
    thread_local Socket socket(0);
    return socket;
}

void eachAttribute(const nlmsghdr &message, size_t bodySize,
                   const std::function<void(const rtattr &)> &onAttribute)
{
    const auto *const begin = reinterpret_cast<const char *>(&message);
    size_t at = NLMSG_LENGTH(NLMSG_ALIGN(bodySize));
    while (at <= message.nlmsg_len && message.nlmsg_len - at >= sizeof(rtattr)) {
        const auto &attribute = *reinterpret_cast<const rtattr *>(begin + at);
        if (attribute.rta_len < sizeof(rtattr) || attribute.rta_len > message.nlmsg_len - at)
            return;
        onAttribute(attribute);
        at += RTA_ALIGN(attribute.rta_len);
    }
}

AddressId address(const rtattr &attribute) { return fromBytes(payload(attribute)); }

AddressId viaAddress(const rtattr &attribute)
{
    const QByteArrayView bytes = payload(attribute); // a family of two bytes, then the address
    return bytes.size() > 2 ? fromBytes(bytes.sliced(2)) : AddressId{};
}

quint32 number(const rtattr &attribute)
{
    const QByteArrayView bytes = payload(attribute);
    quint32 value = 0;
    if (bytes.size() >= static_cast<qsizetype>(sizeof value))
        std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

QString text(const rtattr &attribute)
{
    const QByteArrayView bytes = payload(attribute);
    const qsizetype end = bytes.indexOf('\0');
    return QString::fromUtf8(end < 0 ? bytes : bytes.first(end));
}

qint64 confirmedAgeNs(const rtattr &cacheInfo)
{
    const QByteArrayView bytes = payload(cacheInfo);
    nda_cacheinfo info{};
    if (bytes.size() < static_cast<qsizetype>(sizeof info))
        return 0;
    std::memcpy(&info, bytes.data(), sizeof info);
    constexpr qint64 TickNs = 10'000'000; // user space is told hundredths of a second
    return info.ndm_confirmed * TickNs;
}

unsigned char family(const AddressId &address) { return isIp4(address) ? AF_INET : AF_INET6; }

unsigned char bits(const AddressId &address) { return isIp4(address) ? 32 : 128; }

} // namespace plumb::rtnetlink
