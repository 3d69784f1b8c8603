// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netwatch.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>
#include <functional>
#include <optional>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>

// The bytes of Linux's rtnetlink. Nothing is read beyond what a message says it holds, nor beyond what came.
namespace plumb::rtnetlink {

//! Attributes of a question.
class Attributes
{
public:
    void add(unsigned short type, const AddressId &address);
    void add(unsigned short type, quint32 value);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void add(unsigned short type, const void *data, size_t size);
    QByteArray m_bytes;
};

//! A netlink socket that never blocks: the kernel answers questions of this kind at once.
class Socket
{
public:
    using OnMessage = std::function<void(const nlmsghdr &)>;

    //! groups: what it is told of unasked.
    explicit Socket(quint32 groups);
    ~Socket();
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    [[nodiscard]] int descriptor() const { return m_fd; }
    //! Hands over the messages of one datagram; errno: EAGAIN where nothing waits, ENOBUFS where some were
    //! lost.
    [[nodiscard]] int read(const OnMessage &onMessage);
    //! Asks and hands over the answers to this question; none where the kernel says no.
    void ask(unsigned short type, unsigned short flags, const void *body, size_t size,
             const Attributes &attributes, const OnMessage &onMessage);

private:
    int m_fd;
    quint32 m_serial = 0;
};

//! One for the questions of the calling thread.
[[nodiscard]] Socket &threadsSocket();

template <typename T>
[[nodiscard]] std::optional<T> body(const nlmsghdr &message)
{
    if (message.nlmsg_len < NLMSG_LENGTH(sizeof(T)))
        return std::nullopt;
    T body;
    std::memcpy(&body, reinterpret_cast<const char *>(&message) + NLMSG_HDRLEN, sizeof body);
    return body;
}

//! bodySize: of what stands before them.
void eachAttribute(const nlmsghdr &message, size_t bodySize,
                   const std::function<void(const rtattr &)> &onAttribute);

//! What an attribute holds; null, 0 or empty where it is too short.
[[nodiscard]] AddressId address(const rtattr &attribute);
[[nodiscard]] AddressId viaAddress(const rtattr &attribute);
[[nodiscard]] quint32 number(const rtattr &attribute);
[[nodiscard]] QString text(const rtattr &attribute);
[[nodiscard]] qint64 confirmedAgeNs(const rtattr &cacheInfo);

[[nodiscard]] unsigned char family(const AddressId &address);
[[nodiscard]] unsigned char bits(const AddressId &address); //!< 32 or 128

} // namespace plumb::rtnetlink
