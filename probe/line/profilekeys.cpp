// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilekeys.h"

namespace plumb {

using namespace Qt::StringLiterals;

const QStringList &ProfileKeys::profile()
{
    static const QStringList keys{u"plumbline"_s, u"name"_s,  u"station"_s, u"probe"_s,
                                  u"sweep"_s,     u"rules"_s, u"source"_s,  u"lines"_s};
    return keys;
}

const QStringList &ProfileKeys::sweep()
{
    static const QStringList keys{u"count"_s, u"intervalMs"_s};
    return keys;
}

const QStringList &ProfileKeys::line()
{
    static const QStringList keys{u"id"_s,      u"name"_s,         u"entry"_s,       u"echo"_s,  u"tags"_s,
                                  u"enabled"_s, u"pausedReason"_s, u"pausedUntil"_s, u"probe"_s, u"rules"_s};
    return keys;
}

const QStringList &ProfileKeys::rule()
{
    static const QStringList keys{u"metric"_s,     u"above"_s,      u"aboveBaseline"_s, u"window"_s,
                                  u"severity"_s,   u"clearBelow"_s, u"raiseAfter"_s,    u"clearAfter"_s,
                                  u"minSamples"_s, u"confidence"_s};
    return keys;
}

const QStringList &ProfileKeys::probe()
{
    static const QStringList keys{u"kind"_s,           u"via"_s,       u"intervalMs"_s, u"timeoutMs"_s,
                                  u"lateMs"_s,         u"sizeBytes"_s, u"flows"_s,      u"dscp"_s,
                                  u"entryPort"_s,      u"echoPort"_s,  u"payload"_s,    u"match"_s,
                                  u"allowFragments"_s, u"ours"_s};
    return keys;
}

const QStringList &ProfileKeys::laterProbe()
{
    static const QStringList keys{u"hmacKey"_s, u"hmacKeyFile"_s, u"ttl"_s,       u"dontFragment"_s,
                                  u"source"_s,  u"interface"_s,   u"sourcePort"_s};
    return keys;
}

const QStringList &ProfileKeys::source()
{
    static const QStringList keys{u"command"_s, u"every"_s};
    return keys;
}

QStringList ProfileKeys::all()
{
    // Where objects share a key its first place here counts, so what stands before the shared ones comes
    // first.
    QStringList keys{u"plumbline"_s, u"id"_s};
    keys += profile().first(3);
    keys += line().first(8);
    for (const QStringList &more : {profile(), line(), probe(), laterProbe(), sweep(), rule(), source()})
        keys += more;
    keys.removeDuplicates();
    return keys;
}

} // namespace plumb
