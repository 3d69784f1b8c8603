// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<ProbeKind, QLatin1StringView>, 2> Kinds{{
    {ProbeKind::Echo, "echo"_L1},
    {ProbeKind::Custom, "custom"_L1},
}};

constexpr std::array<std::pair<Via, QLatin1StringView>, 4> Vias{{
    {Via::Embedded, "embedded"_L1},
    {Via::Ip4Port, "ip4port"_L1},
    {Via::Socks5, "socks5"_L1},
    {Via::Fixed, "fixed"_L1},
}};

template <typename Value, std::size_t Size>
QLatin1StringView nameIn(const std::array<std::pair<Value, QLatin1StringView>, Size> &table, Value value)
{
    return std::find_if(table.begin(), table.end(), [value](const auto &row) { return row.first == value; })
        ->second;
}

template <typename Value, std::size_t Size>
std::optional<Value> valueIn(const std::array<std::pair<Value, QLatin1StringView>, Size> &table,
                             QStringView text)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [text](const auto &row) { return row.second == text; });
    return found == table.end() ? std::nullopt : std::optional(found->first);
}

template <typename Value>
void take(Value &value, const std::optional<Value> &named)
{
    if (named)
        value = *named;
}

} // namespace

ProbeSettings resolve(std::initializer_list<const ProbePatch *> patches)
{
    ProbeSettings settings;
    bool sizeNamed = false;
    for (const ProbePatch *patch : patches) {
        take(settings.kind, patch->kind);
        take(settings.via, patch->via);
        take(settings.interval, patch->interval);
        take(settings.timeout, patch->timeout);
        take(settings.late, patch->late);
        take(settings.sizeBytes, patch->sizeBytes);
        take(settings.flows, patch->flows);
        take(settings.dscp, patch->dscp);
        take(settings.entryPort, patch->entryPort);
        take(settings.echoPort, patch->echoPort);
        take(settings.payload, patch->payload);
        take(settings.match, patch->match);
        take(settings.allowFragments, patch->allowFragments);
        sizeNamed = sizeNamed || patch->sizeBytes.has_value();
    }
    settings.late = std::max(settings.late, settings.timeout);
    if (!sizeNamed)
        settings.sizeBytes = Limits::MinSizeBytes + framingBytes(settings.via);
    return settings;
}

int framingBytes(Via via, bool ip4Echo)
{
    switch (via) {
    case Via::Ip4Port: return 6;
    case Via::Socks5: return ip4Echo ? 10 : 22;
    case Via::Embedded:
    case Via::Fixed: break;
    }
    return 0;
}

QLatin1StringView name(ProbeKind kind) { return nameIn(Kinds, kind); }

QLatin1StringView name(Via via) { return nameIn(Vias, via); }

std::optional<ProbeKind> kindFromName(QStringView text) { return valueIn(Kinds, text); }

std::optional<Via> viaFromName(QStringView text) { return valueIn(Vias, text); }

} // namespace plumb
