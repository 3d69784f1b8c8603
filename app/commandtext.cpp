// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandtext.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! Times of day as the operators read them: local, with the date where it is not today's.
QString clockTime(qint64 us)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / 1000);
    const bool today = time.date() == QDate::currentDate();
    return time.toString(today ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

//! "icmp=3/3 from=192.0.2.1" gives "3/3" for "icmp".
QString valueOf(const QString &detail, QLatin1StringView key)
{
    const QStringList pairs = detail.split(u' ');
    for (const QString &pair : pairs) {
        if (pair.startsWith(key) && pair.size() > key.size() && pair[key.size()] == u'=')
            return pair.mid(key.size() + 1);
    }
    return {};
}

} // namespace

QString CommandText::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Dead: return tr("dead");
    case Verdict::Critical: return tr("critical");
    case Verdict::Warning: return tr("warning");
    case Verdict::Suspect: return tr("suspect");
    case Verdict::Pending: return tr("too few probes");
    case Verdict::Ok: return tr("ok");
    case Verdict::Paused: return tr("paused");
    }
    Q_UNREACHABLE();
}

QString CommandText::metric(Metric metric)
{
    switch (metric) {
    case Metric::Loss: return tr("loss");
    case Metric::Mean: return tr("mean");
    case Metric::Median: return tr("median");
    case Metric::P95: return tr("p95");
    case Metric::P99: return tr("p99");
    case Metric::Jitter: return tr("jitter");
    case Metric::Outage: return tr("lost in a row");
    }
    Q_UNREACHABLE();
}

QString CommandText::figure(Metric metric, double value)
{
    switch (metric) {
    case Metric::Loss: return tr("%1 %").arg(value, 0, 'f', 1);
    case Metric::Outage: return QString::number(value, 'f', 0);
    default: return tr("%1 ms").arg(value, 0, 'f', metric == Metric::Jitter ? 2 : 1);
    }
}

QString CommandText::shortReason(const Reason &reason)
{
    switch (reason.kind) {
    case Reason::Kind::None: return {};
    case Reason::Kind::Rule:
        if (reason.metric == Metric::Outage)
            return tr("%1 lost in a row").arg(reason.value, 0, 'f', 0);
        return tr("%1 %2", "metric, value").arg(metric(reason.metric), figure(reason.metric, reason.value));
    case Reason::Kind::Silent: return tr("silent");
    case Reason::Kind::Icmp: {
        const QString code = valueOf(reason.detail, "icmp"_L1);
        return code.isEmpty() ? tr("ICMP error") : tr("ICMP error %1").arg(code);
    }
    case Reason::Kind::LateOnly: return tr("late replies only");
    case Reason::Kind::TooFew:
        return tr("%1 of %2", "probes so far, needed").arg(reason.samples).arg(reason.needed);
    case Reason::Kind::Tester: return tr("this computer");
    case Reason::Kind::NotSent: return reason.detail.isEmpty() ? tr("not sent") : reason.detail;
    case Reason::Kind::Paused: return reason.detail;
    }
    Q_UNREACHABLE();
}

QString CommandText::longReason(const Reason &reason)
{
    switch (reason.kind) {
    case Reason::Kind::Rule: {
        const QString limit = tr("%1 (limit %2)", "what was measured, limit")
                                  .arg(shortReason(reason), figure(reason.metric, reason.threshold));
        if (reason.metric == Metric::Loss)
            return tr("%1, %2 of %3 probes").arg(limit).arg(reason.lost).arg(reason.samples);
        return reason.metric == Metric::Outage ? limit : tr("%1, %2 probes").arg(limit).arg(reason.samples);
    }
    case Reason::Kind::Silent: return tr("no reply to %1 probes in a row").arg(reason.samples);
    case Reason::Kind::Icmp: {
        const QString from = valueOf(reason.detail, "from"_L1);
        return from.isEmpty() ? shortReason(reason) : tr("%1 from %2").arg(shortReason(reason), from);
    }
    default: return shortReason(reason);
    }
}

QString CommandText::event(const Event &event, const LineNames &names)
{
    QString text = clockTime(event.timeUs) + u"  "_s;
    if (!names.line.isEmpty())
        text += names.line + u": "_s;
    switch (event.kind) {
    case Event::Kind::Note: return text + event.text;
    case Event::Kind::Tester: return text + tr("this computer: %1").arg(event.text);
    case Event::Kind::Raised:
    case Event::Kind::Changed:
    case Event::Kind::Cleared: break;
    }
    text += verdict(event.verdict);
    if (event.kind == Event::Kind::Cleared)
        return text + tr(" (was %1)").arg(verdict(event.before));
    if (const QString reason = longReason(event.reason); !reason.isEmpty())
        text += u": "_s + reason;
    if (event.beganUs != 0)
        text += tr("; since %1").arg(clockTime(event.beganUs));
    return text;
}

QString CommandText::count(qint64 n) { return QLocale(QLocale::English, QLocale::UnitedStates).toString(n); }

QString CommandText::lines(qint64 n) { return n == 1 ? tr("1 line") : tr("%1 lines").arg(count(n)); }

QString CommandText::interval(double ms)
{
    return ms < 1000 ? tr("%1 ms").arg(ms, 0, 'g', 4) : tr("%1 s").arg(ms / 1000, 0, 'g', 6);
}

QString CommandText::duration(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(seconds));
    constexpr qint64 Minute = 60, Hour = 3600;
    if (whole < 2 * Minute)
        return tr("%1 s").arg(whole);
    if (whole < Hour)
        return whole % Minute == 0 ? tr("%1 min").arg(whole / Minute)
                                   : tr("%1 min %2 s").arg(whole / Minute).arg(whole % Minute);
    return tr("%1 h %2 min").arg(whole / Hour).arg(whole % Hour / Minute);
}

} // namespace plumb
