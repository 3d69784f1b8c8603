// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratetext.h"

#include "format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plumb {

//! Only the context of this file's texts.
struct RateText
{
    Q_DECLARE_TR_FUNCTIONS(RateText)
};

QString rateText(const PlannedRate &rate)
{
    return formatProbeRate(rate.probesPerSecond) + u" · "_s + formatBitRate(rate.bitsPerSecond);
}

QString planText(const PlannedRate &rate, const QList<Line> &lines)
{
    if (rate.probesPerSecond <= 0)
        return {};
    bool hasIp6 = false, hasOther = false;
    for (const Line &line : lines) {
        const std::optional<QHostAddress> address = line.entry.address();
        const bool ip6 = address && address->protocol() == QAbstractSocket::IPv6Protocol;
        hasIp6 = hasIp6 || ip6;
        hasOther = hasOther || !ip6;
    }
    const QString family = hasIp6 && hasOther ? u"IPv4, IPv6"_s : hasIp6 ? u"IPv6"_s : u"IPv4"_s;
    QString text = RateText::tr("Will send %1, %2 (%3), at most %4 to one entry.")
                       .arg(formatProbeRate(rate.probesPerSecond), formatBitRate(rate.bitsPerSecond), family,
                            formatProbeRate(rate.maxPerEntryPps));
    for (const QString &sentence : rate.stretched)
        text += u' ' + sentence;
    return text;
}

} // namespace plumb
