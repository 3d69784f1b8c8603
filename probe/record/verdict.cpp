// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict.h"

#include <QStringList>

namespace plumb {

using namespace Qt::StringLiterals;

QLatin1StringView name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Dead: return "dead"_L1;
    case Verdict::Critical: return "critical"_L1;
    case Verdict::Warning: return "warning"_L1;
    case Verdict::Suspect: return "suspect"_L1;
    case Verdict::Pending: return "pending"_L1;
    case Verdict::Ok: return "ok"_L1;
    case Verdict::Paused: return "paused"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView name(Event::Kind kind)
{
    switch (kind) {
    case Event::Kind::Raised: return "raised"_L1;
    case Event::Kind::Changed: return "changed"_L1;
    case Event::Kind::Cleared: return "cleared"_L1;
    case Event::Kind::Note: return "note"_L1;
    case Event::Kind::Tester: return "tester"_L1;
    }
    Q_UNREACHABLE();
}

QString Reason::toKeyValues() const
{
    QStringList parts;
    const auto add = [&parts](QLatin1StringView key, const QString &text) { parts << key + u'=' + text; };
    const auto number = [](double v, int decimals) { return QString::number(v, 'f', decimals); };
    switch (kind) {
    case Kind::None: return {};
    case Kind::Rule: {
        const int decimals = metric == Metric::Loss ? 2 : metric == Metric::Outage ? 0 : 3;
        add("metric"_L1, plumb::name(metric));
        add("value"_L1, number(value, decimals));
        add("threshold"_L1, QString::number(threshold, 'g', 10));
        add("samples"_L1, QString::number(samples));
        if (metric == Metric::Loss)
            add("lost"_L1, QString::number(lost));
        if (bound >= 0)
            add("bound"_L1, number(bound, 2));
        if (usual >= 0)
            add("usual"_L1, number(usual, 3));
        break;
    }
    case Kind::Silent:
        add("cause"_L1, u"silent"_s);
        add("samples"_L1, QString::number(samples));
        break;
    case Kind::Icmp:
        add("cause"_L1, u"icmp"_s);
        add("samples"_L1, QString::number(samples));
        if (!detail.isEmpty())
            parts << detail;
        break;
    case Kind::LateOnly:
        add("cause"_L1, u"late"_s);
        add("samples"_L1, QString::number(samples));
        break;
    case Kind::TooFew:
        add("cause"_L1, u"samples"_s);
        add("samples"_L1, QString::number(samples));
        add("needed"_L1, QString::number(needed));
        break;
    case Kind::Tester: add("cause"_L1, u"tester"_s); break;
    case Kind::NotSent:
        add("cause"_L1, u"unsent"_s);
        if (!detail.isEmpty())
            parts << detail;
        break;
    case Kind::Paused: add("cause"_L1, u"paused"_s); break;
    }
    return parts.join(u' ');
}

} // namespace plumb
