// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "netwatch.h"

namespace plumb {

class NetWatch::Private
{};

NetWatch::NetWatch(std::function<void()>) {}

NetWatch::~NetWatch() = default;

std::vector<NetWatch::Change> NetWatch::take() { return {}; }

QString NetWatch::interfaceName(int) const { return {}; }

Route NetWatch::routeTo(const AddressId &, int) const { return {}; }

std::optional<qint64> NetWatch::silentForNs(int, const AddressId &) const { return std::nullopt; }

} // namespace plumb
