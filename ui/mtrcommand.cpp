// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mtrcommand.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

bool isSafe(const QString &host)
{
    if (host.isEmpty() || host.startsWith(u'-'))
        return false;
    // Letters of other scripts are part of names; no shell gives them a meaning.
    return std::all_of(host.begin(), host.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_' || c == u':' || c == u'%';
    });
}

} // namespace

QString mtrCommand(const Endpoint &entry, const QString &address)
{
    // What is probed is the address that the name was resolved to; mtr could be given another one.
    const QString target = address.isEmpty() ? entry.host : address;
    if (entry.port == 0 || !isSafe(target))
        return {};
    const std::optional<QHostAddress> ip = parseAddress(target);
    const bool isIp6 = ip && ip->protocol() == QAbstractSocket::IPv6Protocol;
    const bool isPlain = ip && !target.contains(u'%');
    return u"mtr %1-u -P %2 %3"_s.arg(isIp6 ? u"-6 "_s : QString(), QString::number(entry.port),
                                      isPlain ? target : QString(u'\'' + target + u'\''));
}

} // namespace plumb
