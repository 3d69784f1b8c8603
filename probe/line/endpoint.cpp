// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint.h"

#include "linetext.h"

#include <QUrl>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxHostLength = 253;
constexpr int MaxLabelLength = 63;
constexpr int MaxInterfaceLength = 15; // IFNAMSIZ less its zero

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isHexDigit(QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }

bool isLetterOrDigit(QChar c) { return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

//! One octet of an address: a plain decimal without leading zeros.
std::optional<quint32> parseOctet(QStringView text)
{
    if (text.isEmpty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    if (text.size() > 1 && text.front() == u'0')
        return std::nullopt;
    const quint32 value = text.toUInt();
    return value <= 255 ? std::optional(value) : std::nullopt;
}

std::optional<quint32> parseIp4(QStringView text)
{
    const QList<QStringView> octets = text.split(u'.');
    if (octets.size() != 4)
        return std::nullopt;
    quint32 address = 0;
    for (const QStringView octet : octets) {
        const std::optional<quint32> value = parseOctet(octet);
        if (!value)
            return std::nullopt;
        address = address << 8 | *value;
    }
    return address;
}

//! True for RFC 4291 text without a scope: groups of one to four hex digits, at most one "::", a dotted tail.
bool isIp6(QStringView text)
{
    const qsizetype gap = text.indexOf(u"::");
    if (gap >= 0 && text.indexOf(u"::", gap + 1) >= 0)
        return false;
    int groups = 0;
    const auto countGroups = [&groups](QStringView part, bool mayEndDotted) {
        if (part.isEmpty())
            return true;
        const QList<QStringView> pieces = part.split(u':');
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            const QStringView piece = pieces[i];
            if (mayEndDotted && i == pieces.size() - 1 && piece.contains(u'.')) {
                if (!parseIp4(piece))
                    return false;
                groups += 2;
                continue;
            }
            if (piece.isEmpty() || piece.size() > 4 || !std::all_of(piece.begin(), piece.end(), isHexDigit))
                return false;
            ++groups;
        }
        return true;
    };
    if (gap < 0)
        return countGroups(text, true) && groups == 8;
    return countGroups(text.first(gap), false) && countGroups(text.sliced(gap + 2), true) && groups <= 7;
}

bool isInterfaceName(QStringView text)
{
    return !text.isEmpty() && text.size() <= MaxInterfaceLength &&
           std::all_of(text.begin(), text.end(),
                       [](QChar c) { return isLetterOrDigit(c) || QStringView(u"_.-@:").contains(c); });
}

//! True where resolvers take a text for an address in some spelling: its last label is a number.
bool endsInNumber(QStringView host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    const QStringView last = host.sliced(host.lastIndexOf(u'.') + 1);
    if (last.isEmpty())
        return false;
    if (std::all_of(last.begin(), last.end(), isDigit))
        return true;
    return last.startsWith(u"0x", Qt::CaseInsensitive) &&
           std::all_of(last.begin() + 2, last.end(), isHexDigit);
}

//! What is wrong with a text that should be an address or a name; empty if nothing.
QString whyNotHost(QStringView host)
{
    if (parseAddress(host))
        return {};
    if (host.contains(u':') || host.contains(u'%'))
        return Tr::tr("%1 is not an IPv6 address; write it as in [2001:db8::7]:7000").arg(quoted(host));
    const auto notAnAddress = [host] {
        return Tr::tr("%1 is not an address; write four decimals from 0 to 255 without leading zeros, as in "
                      "203.0.113.7:7000")
            .arg(quoted(host));
    };
    if (endsInNumber(host))
        return notAnAddress();
    const QString ace = QString::fromLatin1(QUrl::toAce(host.toString()));
    // Full-width digits and the like fold to an address only here.
    if (endsInNumber(ace))
        return notAnAddress();
    QStringView name = ace;
    if (name.endsWith(u'.'))
        name.chop(1);
    const QList<QStringView> labels = name.split(u'.');
    const bool good = !name.isEmpty() && name.size() <= MaxHostLength &&
                      std::all_of(labels.begin(), labels.end(), [](QStringView label) {
                          return !label.isEmpty() && label.size() <= MaxLabelLength &&
                                 !label.startsWith(u'-') && !label.endsWith(u'-') &&
                                 std::all_of(label.begin(), label.end(), [](QChar c) {
                                     return isLetterOrDigit(c) || c == u'-' || c == u'_';
                                 });
                      });
    if (!good)
        return Tr::tr("%1 is neither an address nor a host name; write host:port or [v6]:port")
            .arg(quoted(host));
    return {};
}

//! Reads a port; 0 when it is none, with the reason in error.
quint16 parsePort(QStringView text, QString &error)
{
    if (text.isEmpty()) {
        error = Tr::tr("no port stands after the colon; write one from 1 to 65535 or leave the colon out");
        return 0;
    }
    const bool plain =
        text.size() <= 5 && text.front() != u'0' && std::all_of(text.begin(), text.end(), isDigit);
    const uint value = plain ? text.toUInt() : 0;
    if (value == 0 || value > 65535) {
        error = Tr::tr("port %1 is out of range; use 1 to 65535").arg(quoted(text));
        return 0;
    }
    return static_cast<quint16>(value);
}

} // namespace

QString Endpoint::toString() const
{
    const bool bracketed = host.contains(u':');
    QString text = bracketed ? QString(u'[' + host + u']') : host;
    if (port != 0)
        text += u':' + QString::number(port);
    return text;
}

std::optional<QHostAddress> Endpoint::address() const { return parseAddress(host); }

std::optional<QHostAddress> parseAddress(QStringView text)
{
    if (const std::optional<quint32> ip4 = parseIp4(text))
        return QHostAddress(*ip4);
    const qsizetype percent = text.indexOf(u'%');
    const QStringView bare = percent < 0 ? text : text.first(percent);
    if (percent >= 0 && !isInterfaceName(text.sliced(percent + 1)))
        return std::nullopt;
    if (!isIp6(bare))
        return std::nullopt;
    QHostAddress address;
    if (!address.setAddress(bare.toString()) || address.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const bool mapped = std::all_of(bytes.c, bytes.c + 10, [](quint8 byte) { return byte == 0; }) &&
                        bytes.c[10] == 0xff && bytes.c[11] == 0xff;
    if (mapped) {
        if (percent >= 0)
            return std::nullopt;
        return QHostAddress(quint32(bytes.c[12]) << 24 | quint32(bytes.c[13]) << 16 |
                            quint32(bytes.c[14]) << 8 | quint32(bytes.c[15]));
    }
    if (percent >= 0)
        address.setScopeId(text.sliced(percent + 1).toString());
    return address;
}

QString whyNotProbeable(const QHostAddress &address)
{
    if (address.isNull())
        return Tr::tr("there is no address; name one");
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 ip4 = address.toIPv4Address();
        if (ip4 == 0)
            return Tr::tr("0.0.0.0 is no address of a peer; name the peer's own");
        if (ip4 == 0xffffffffU)
            return Tr::tr("255.255.255.255 is the broadcast address; name one host");
        if (ip4 >> 28 == 0xe)
            return Tr::tr("%1 is a multicast address; name one host").arg(address.toString());
        return {};
    }
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (std::all_of(bytes.c, bytes.c + 16, [](quint8 byte) { return byte == 0; }))
        return Tr::tr(":: is no address of a peer; name the peer's own");
    if (bytes.c[0] == 0xff)
        return Tr::tr("%1 is a multicast address; name one host").arg(address.toString());
    if (bytes.c[0] == 0xfe && (bytes.c[1] & 0xc0) == 0x80 && address.scopeId().isEmpty())
        return Tr::tr("%1 is link-local; name its interface, as in [%1%eth0]:7000").arg(address.toString());
    return {};
}

EndpointResult parseEndpoint(QStringView text)
{
    text = text.trimmed();
    EndpointResult result;
    QStringView host = text;
    std::optional<QStringView> port;
    if (text.isEmpty()) {
        result.error = Tr::tr("the address is empty; write host:port");
        return result;
    }
    if (text.front() == u'[') {
        const qsizetype end = text.indexOf(u']');
        const QStringView rest = end < 0 ? QStringView() : text.sliced(end + 1);
        host = end < 0 ? QStringView() : text.sliced(1, end - 1);
        if (end < 0 || (!rest.isEmpty() && rest.front() != u':') || !host.contains(u':')) {
            result.error = Tr::tr("%1 is not an IPv6 address with a port; write [v6]:port").arg(quoted(text));
            return result;
        }
        if (!rest.isEmpty())
            port = rest.sliced(1);
    } else if (text.count(u':') == 1) {
        const qsizetype colon = text.indexOf(u':');
        host = text.first(colon);
        port = text.sliced(colon + 1);
    }
    if (host.isEmpty()) {
        result.error = Tr::tr("%1 has no host before the port; write host:port").arg(quoted(text));
        return result;
    }
    result.error = whyNotHost(host);
    if (!result.error.isEmpty())
        return result;
    if (const std::optional<QHostAddress> address = parseAddress(host))
        result.error = whyNotProbeable(*address);
    quint16 number = 0;
    if (result.error.isEmpty() && port)
        number = parsePort(*port, result.error);
    if (result.error.isEmpty())
        result.endpoint = {host.toString(), number};
    return result;
}

} // namespace plumb
