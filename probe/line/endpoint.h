// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace plumb {

//! A target as configured: an address literal (with "%interface" where link-local) or a name, and a port.
struct Endpoint
{
    QString host;     //!< without brackets
    quint16 port = 0; //!< 0: none was given

    [[nodiscard]] bool isEmpty() const { return host.isEmpty(); }
    //! "host:port" or "[v6]:port"; without ":port" while the port is 0.
    [[nodiscard]] QString toString() const;
    //! The address, where host is a literal (see parseAddress); empty for a name.
    [[nodiscard]] std::optional<QHostAddress> address() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

//! Strict reading of an address literal: four plain decimals (no leading zeros) or RFC 4291 text with an
//! optional "%interface". QHostAddress alone reads "010.0.0.1" as 8.0.0.1 and "10.1" as 10.0.0.1.
//! An IPv4-mapped address ("::ffff:192.0.2.1") is given as the IPv4 address that it stands for.
[[nodiscard]] std::optional<QHostAddress> parseAddress(QStringView text);

//! Why an address can not be probed (unspecified, multicast, broadcast, link-local without an interface);
//! empty if it can.
[[nodiscard]] QString whyNotProbeable(const QHostAddress &address);

struct EndpointResult
{
    Endpoint endpoint;
    QString error; //!< "what is wrong; what to do", empty when the text was read
};

//! Reads "host:port", "[v6]:port", "host" or a bare v6 literal. A missing port is no error here (port stays
//! 0); a port of 0 or above 65535, a malformed or unprobeable address is.
[[nodiscard]] EndpointResult parseEndpoint(QStringView text);

} // namespace plumb
