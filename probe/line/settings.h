// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <initializer_list>
#include <optional>

namespace plumb {

enum class ProbeKind : quint8 { Echo, Custom };
//! How an entry is told the echo address: in the probe's own header, as a 6-byte prefix, as a SOCKS5 UDP
//! header, not at all.
enum class Via : quint8 { Embedded, Ip4Port, Socks5, Fixed };

//! Everything that says how a line is probed, as one value. Made by resolve().
struct ProbeSettings
{
    ProbeKind kind = ProbeKind::Echo;
    Via via = Via::Embedded;
    std::chrono::milliseconds interval{1000};
    std::chrono::milliseconds timeout{2000};
    std::chrono::milliseconds late{10000}; //!< from sending; at least the time-out
    int sizeBytes =
        64; //!< UDP payload, framing included; where none is named: 64 and the framing's own bytes
    int flows = 8;
    int dscp = 0;
    quint16 entryPort = 0; //!< for addresses without one; 0: none
    quint16 echoPort = 0;
    QString payload; //!< custom: "hex:…" or "text:…"
    QString match;   //!< custom: "identical", "prefix:N", "any"
    bool allowFragments = false;

    friend bool operator==(const ProbeSettings &, const ProbeSettings &) = default;
};

//! The settings that one level (option, line, profile) names; what it does not name stays empty.
struct ProbePatch
{
    std::optional<ProbeKind> kind;
    std::optional<Via> via;
    std::optional<std::chrono::milliseconds> interval, timeout, late;
    std::optional<int> sizeBytes, flows, dscp;
    std::optional<quint16> entryPort, echoPort;
    std::optional<QString> payload, match;
    std::optional<bool> allowFragments;
    std::optional<bool> ours; //!< the server is the user's own
    QJsonObject extra;        //!< keys of the file that this version does not use, kept on save

    friend bool operator==(const ProbePatch &, const ProbePatch &) = default;
};

//! Defaults, then each patch in turn: the later one wins. Pass them profile, line, option.
[[nodiscard]] ProbeSettings resolve(std::initializer_list<const ProbePatch *> patches);

//! Bytes that stand before the echo header where a line has an echo address. A SOCKS5 header holds an IPv4 or
//! an IPv6 address; where it is not known which (a name), the longer one counts.
[[nodiscard]] int framingBytes(Via via, bool ip4Echo = false);

//! The ranges that a value of a profile, an option or a dialog must lie in.
struct Limits
{
    static constexpr int MinIntervalMs = 10, MaxIntervalMs = 3'600'000;
    static constexpr int MinTimeoutMs = 10, MaxTimeoutMs = 60'000;
    static constexpr int MaxLateMs = 600'000;
    static constexpr int MinSizeBytes = 64; //!< of the echo kind
    static constexpr int MaxSizeIp4 = 1472, MaxSizeIp6 = 1452, MaxSizeFragmented = 65'507;
    static constexpr int MaxFlows = 64;
    static constexpr int MaxDscp = 63;
    static constexpr int MaxSweepCount = 100'000;
    static constexpr int MaxLines = 20'000;
    static constexpr qint64 MaxProfileBytes = 64LL * 1024 * 1024;
};

[[nodiscard]] QLatin1StringView name(ProbeKind kind);
[[nodiscard]] QLatin1StringView name(Via via);
[[nodiscard]] std::optional<ProbeKind> kindFromName(QStringView text);
[[nodiscard]] std::optional<Via> viaFromName(QStringView text);

} // namespace plumb
