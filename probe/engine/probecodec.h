// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "custom.h"
#include "echo.h"
#include "profile.h"

#include <optional>

namespace plumb {

//! What the probes of one run have in common.
struct RunSecrets
{
    quint64 session = 0;
    SipKey key{};
};

//! Bytes of a line's probes, framing included; and what of a reply's framing is right.
class ProbeCodec
{
public:
    //! echo: the address that the entry is told; empty where the line has none.
    ProbeCodec(const ProbeSettings &settings, std::optional<WireTarget> echo, quint32 line,
               const RunSecrets &secrets);

    //! Replaces out by the bytes of a probe.
    void request(quint32 sequence, quint64 timeNs, QByteArray &out) const;

    //! The custom kind, or nullptr.
    [[nodiscard]] const CustomProbe *custom() const { return m_custom ? &*m_custom : nullptr; }
    //! Of the echo kind: the probe that an ICMP report quotes, where the quote's token proves it.
    [[nodiscard]] std::optional<quint32> quotedSequence(const QByteArray &quote) const;
    //! Bytes of a payload that a report must quote to prove anything; many routers quote 8.
    static constexpr qsizetype EnoughQuoted = 40;

    //! Of the echo kind: whether a reply may have these bytes before the probe itself.
    [[nodiscard]] bool acceptsFraming(std::span<const quint8> framing) const;

private:
    ProbeSettings m_settings;
    std::optional<WireTarget> m_echo;
    quint32 m_line;
    RunSecrets m_secrets;
    std::optional<CustomProbe> m_custom;
    QByteArray m_prefix;
};

//! The shortest interval that a kind allows: where replies can not be told apart, four times the time-out, so
//! that a late reply is out of the way before the next probe leaves.
[[nodiscard]] std::chrono::milliseconds shortestInterval(const ProbeSettings &settings);

} // namespace plumb
