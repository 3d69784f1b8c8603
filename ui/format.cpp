// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! The translation context of everything here.
struct Format
{
    Q_DECLARE_TR_FUNCTIONS(plumb::Format)
};

constexpr double MsWithThreeDecimals = 0.9995; // below it "0.999" is the nearest text, from here "1.0"
constexpr qint64 UsPerMs = 1000;
constexpr qint64 DayUs = 86'400'000'000;

QString number(double value, int decimals)
{
    // Rounded first: a value of -0.0000001 must not read "-0.0".
    const double scale = std::pow(10, decimals);
    const double rounded = std::round(value * scale) / scale;
    return QLocale().toString(rounded == 0 ? 0.0 : rounded, 'f', decimals);
}

QString delay(std::optional<double> ms, int decimals)
{
    if (!ms || !std::isfinite(*ms))
        return unknownText();
    return number(*ms, std::abs(*ms) < MsWithThreeDecimals ? 3 : decimals);
}

QString shortNumber(double value)
{
    const bool whole = std::abs(value - std::round(value)) < 0.05;
    return number(value, whole ? 0 : 1);
}

//! The value of key among words "key=value".
QString valueOf(const QString &keyValues, QLatin1StringView key)
{
    const QStringList words = keyValues.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.startsWith(key) && word.mid(key.size()).startsWith(u'='))
            return word.mid(key.size() + 1);
    }
    return {};
}

QString icmp4Text(int type, int code)
{
    constexpr int Unreachable = 3, TimeExceeded = 11, Parameter = 12;
    if (type == TimeExceeded)
        return code == 0 ? Format::tr("TTL exceeded") : Format::tr("fragments missing");
    if (type == Parameter)
        return Format::tr("parameter problem");
    if (type != Unreachable)
        return Format::tr("type %1").arg(type);
    switch (code) {
    case 0:
    case 11: return Format::tr("network unreachable"); // 11, 12: for this type of service
    case 1:
    case 8: // isolated
    case 12: return Format::tr("host unreachable");
    case 2: return Format::tr("protocol unreachable");
    case 3: return Format::tr("port unreachable");
    case 4: return Format::tr("packet too big");
    case 5: return Format::tr("source route failed");
    case 6: return Format::tr("network unknown");
    case 7: return Format::tr("host unknown");
    case 9:  // a network
    case 10: // a host
    case 13: // a filter
    case 14: // precedence
    case 15: return Format::tr("prohibited");
    default: return Format::tr("unreachable");
    }
}

QString icmp6Text(int type, int code)
{
    constexpr int Unreachable = 1, TooBig = 2, TimeExceeded = 3, Parameter = 4;
    switch (type) {
    case TooBig: return Format::tr("packet too big");
    case TimeExceeded: return code == 0 ? Format::tr("hop limit exceeded") : Format::tr("fragments missing");
    case Parameter: return Format::tr("parameter problem");
    case Unreachable: break;
    default: return Format::tr("type %1").arg(type);
    }
    switch (code) {
    case 0: return Format::tr("no route");
    case 1:
    case 5: return Format::tr("prohibited"); // 5: by the source address
    case 2: return Format::tr("beyond the scope of the source address");
    case 3: return Format::tr("address unreachable");
    case 4: return Format::tr("port unreachable");
    case 6: return Format::tr("route rejected");
    case 7: return Format::tr("source route failed");
    default: return Format::tr("unreachable");
    }
}

QString unsentCause(const QString &detail)
{
    if (detail.contains("name not found"_L1))
        return Format::tr("name not found");
    return Format::tr("not sent");
}

QString ruleSentence(Verdict verdict, const Reason &reason)
{
    const QString value = formatMetric(reason.metric, reason.value);
    const QString limit = formatMetric(reason.metric, reason.threshold);
    if (reason.metric == Metric::Outage)
        return Format::tr("%1 probes lost in a row; the limit is %2.").arg(value, limit);
    if (reason.metric != Metric::Loss) {
        QString text = Format::tr("The %1 of %2 over %3 answered probes is above the limit of %4.")
                           .arg(metricText(reason.metric), value, formatCount(reason.samples), limit);
        if (reason.usual >= 0)
            text += u' ' + Format::tr("Usual is %1.").arg(formatMsUnit(reason.usual));
        return text;
    }
    const QString sum = Format::tr("%1 of %2").arg(formatCount(reason.lost), formatCount(reason.samples));
    if (verdict == Verdict::Suspect)
        return Format::tr("Loss %1 (%2) is above the limit of %3, but not yet certain: more probes needed.")
            .arg(value, sum, limit);
    QString text = Format::tr("Loss %1 (%2) is above the limit of %3.").arg(value, sum, limit);
    if (reason.bound >= 0)
        text +=
            u' ' +
            Format::tr("It is at least %1, as sure as the rule asks for.").arg(formatPercent(reason.bound));
    return text;
}

} // namespace

QString unknownText() { return u"—"_s; }

QString formatMs(std::optional<double> ms) { return delay(ms, 1); }

QString formatJitterMs(std::optional<double> ms) { return delay(ms, 2); }

QString formatLossPct(std::optional<double> pct)
{
    return pct && std::isfinite(*pct) ? number(*pct, 1) : unknownText();
}

QString formatPercent(double pct) { return Format::tr("%1 %").arg(shortNumber(pct)); }

QString formatMsUnit(std::optional<double> ms)
{
    return ms ? Format::tr("%1 ms").arg(formatMs(ms)) : unknownText();
}

QString formatLostOf(const Statistics &statistics)
{
    if (statistics.decided() == 0)
        return unknownText();
    return formatCount(statistics.lossCount()) + u'/' + formatCount(statistics.decided());
}

QString formatCount(qint64 count) { return QLocale().toString(count); }

QString formatDuration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return unknownText();
    constexpr qint64 Minute = 60, Hour = 3600, Day = 86'400;
    const qint64 s = std::llround(seconds);
    if (s < Minute)
        return Format::tr("%1 s").arg(s);
    if (s < Hour)
        return Format::tr("%1 m %2 s").arg(s / Minute).arg(s % Minute);
    if (s < 2 * Day)
        return Format::tr("%1 h %2 m").arg(s / Hour).arg(s % Hour / Minute);
    return Format::tr("%1 d %2 h").arg(s / Day).arg(s % Day / Hour);
}

QString formatClock(qint64 us, qint64 nowUs)
{
    if (us <= 0)
        return unknownText();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / UsPerMs);
    return time.toString(std::abs(nowUs - us) < DayUs ? u"HH:mm:ss"_s : u"MM-dd HH:mm"_s);
}

QString formatClockMinutes(qint64 us)
{
    return us > 0 ? QDateTime::fromMSecsSinceEpoch(us / UsPerMs).toString(u"HH:mm"_s) : unknownText();
}

QString formatBitRate(double bitsPerSecond)
{
    if (!std::isfinite(bitsPerSecond) || bitsPerSecond < 0)
        return unknownText();
    constexpr double Kilo = 1e3, Mega = 1e6;
    const auto scaled = [](double value) { return number(value, value < 9.95 ? 1 : 0); };
    if (bitsPerSecond < 999.5)
        return Format::tr("%1 bit/s").arg(number(bitsPerSecond, 0));
    if (bitsPerSecond < 999.5 * Kilo)
        return Format::tr("%1 kbit/s").arg(scaled(bitsPerSecond / Kilo));
    return Format::tr("%1 Mbit/s").arg(scaled(bitsPerSecond / Mega));
}

QString formatProbeRate(double probesPerSecond)
{
    if (!std::isfinite(probesPerSecond) || probesPerSecond < 0)
        return unknownText();
    const bool whole =
        probesPerSecond >= 9.95 || std::abs(probesPerSecond - std::round(probesPerSecond)) < 0.05;
    const QString rate = number(probesPerSecond, whole ? 0 : 1);
    return rate == "1"_L1 ? Format::tr("1 probe/s") : Format::tr("%1 probes/s").arg(rate);
}

QString formatUtcOffset(qint64 us)
{
    const int minutes = QDateTime::fromMSecsSinceEpoch(us / UsPerMs).offsetFromUtc() / 60;
    return u"UTC%1%2:%3"_s.arg(QLatin1Char(minutes < 0 ? '-' : '+'))
        .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Dead: return Format::tr("Dead");
    case Verdict::Critical: return Format::tr("Critical");
    case Verdict::Warning: return Format::tr("Warning");
    case Verdict::Suspect: return Format::tr("Suspect");
    case Verdict::Pending: return Format::tr("Too few probes");
    case Verdict::Ok: return Format::tr("OK");
    case Verdict::Paused: return Format::tr("Paused");
    }
    Q_UNREACHABLE();
}

QString fateText(Fate fate)
{
    switch (fate) {
    case Fate::Open: return Format::tr("waiting");
    case Fate::Answered: return Format::tr("answered");
    case Fate::Late: return Format::tr("late");
    case Fate::Lost: return Format::tr("lost");
    case Fate::Refused: return Format::tr("ICMP error");
    case Fate::Unsent: return Format::tr("not sent");
    case Fate::Void: return Format::tr("not counted");
    }
    Q_UNREACHABLE();
}

QString metricText(Metric metric)
{
    switch (metric) {
    case Metric::Loss: return Format::tr("loss");
    case Metric::Mean: return Format::tr("mean");
    case Metric::Median: return Format::tr("median");
    case Metric::P95: return Format::tr("p95");
    case Metric::P99: return Format::tr("p99");
    case Metric::Jitter: return Format::tr("jitter");
    case Metric::Outage: return Format::tr("lost in a row");
    }
    Q_UNREACHABLE();
}

QString formatMetric(Metric metric, double value)
{
    switch (metric) {
    case Metric::Loss: return formatPercent(value);
    case Metric::Outage: return QLocale().toString(std::llround(value));
    case Metric::Mean:
    case Metric::Median:
    case Metric::P95:
    case Metric::P99:
    case Metric::Jitter: break;
    }
    return Format::tr("%1 ms").arg(std::abs(value) < 10 ? formatMs(value) : shortNumber(value));
}

QString shortReason(const Reason &reason)
{
    switch (reason.kind) {
    case Reason::Kind::None: return {};
    case Reason::Kind::Rule:
        if (reason.metric == Metric::Outage)
            return Format::tr("%1 lost in a row").arg(formatCount(std::llround(reason.value)));
        if (reason.usual > 0) {
            const double more = 100 * (reason.value / reason.usual - 1);
            return Format::tr("%1 %2%3 %", "mean +62 %")
                .arg(metricText(reason.metric), more < 0 ? QString() : u"+"_s, number(more, 0));
        }
        return metricText(reason.metric) + u' ' + formatMetric(reason.metric, reason.value);
    case Reason::Kind::Silent: return Format::tr("silent");
    case Reason::Kind::Icmp: return Format::tr("ICMP");
    case Reason::Kind::LateOnly: return Format::tr("late replies");
    case Reason::Kind::TooFew: return formatCount(reason.samples) + u'/' + formatCount(reason.needed);
    case Reason::Kind::Tester: return Format::tr("this computer");
    case Reason::Kind::NotSent: return unsentCause(reason.detail);
    case Reason::Kind::Paused: return reason.detail;
    }
    Q_UNREACHABLE();
}

QString badgeText(Verdict verdict, const Reason &reason)
{
    const QString why = shortReason(reason);
    if (verdict == Verdict::Pending) {
        // What is missing is said where it is known: too few probes, or none that count.
        switch (reason.kind) {
        case Reason::Kind::TooFew: return Format::tr("Too few probes (%1)", "(7/10)").arg(why);
        case Reason::Kind::Tester: return Format::tr("Not counted · %1", "reason").arg(why);
        case Reason::Kind::NotSent:
            return why == Format::tr("not sent") ? Format::tr("Not sent")
                                                 : Format::tr("Not sent · %1", "reason").arg(why);
        default: return verdictText(verdict);
        }
    }
    if (why.isEmpty() || verdict == Verdict::Ok)
        return verdictText(verdict);
    return Format::tr("%1 · %2", "state · short reason").arg(verdictText(verdict), why);
}

QString reasonSentence(Verdict verdict, const Reason &reason)
{
    switch (reason.kind) {
    case Reason::Kind::None:
        switch (verdict) {
        case Verdict::Ok: return Format::tr("No limit is crossed.");
        case Verdict::Pending: return Format::tr("Too few probes yet to judge this line.");
        case Verdict::Paused: return Format::tr("This line is paused; nothing is sent to it.");
        default: return verdictText(verdict) + u'.';
        }
    case Reason::Kind::Rule: return ruleSentence(verdict, reason);
    case Reason::Kind::Silent:
        return Format::tr("No answer to the last %1 probes, not even an error.")
            .arg(formatCount(reason.samples));
    case Reason::Kind::Icmp: {
        const QString cause = icmpText(reason.detail);
        const QString text =
            Format::tr("No answer to the last %1 probes; ICMP error").arg(formatCount(reason.samples));
        return cause.isEmpty() ? QString(text + u'.') : QString(text + u": "_s + cause + u'.');
    }
    case Reason::Kind::LateOnly:
        return Format::tr("All replies to the last %1 probes came after the time-out.")
            .arg(formatCount(reason.samples));
    case Reason::Kind::TooFew:
        return Format::tr("Too few probes to judge: %1 of at least %2 have a result.")
            .arg(formatCount(reason.samples), formatCount(reason.needed));
    case Reason::Kind::Tester:
        return Format::tr(
            "More than half of the probes are not counted, because this computer was at fault.");
    case Reason::Kind::NotSent: {
        if (reason.detail.contains("name not found"_L1))
            return Format::tr("Nothing could be sent: the name was not found.");
        return reason.detail.isEmpty() ? Format::tr("Nothing could be sent.")
                                       : Format::tr("Nothing could be sent: %1.").arg(reason.detail);
    }
    case Reason::Kind::Paused:
        return reason.detail.isEmpty() ? Format::tr("This line is paused; nothing is sent to it.")
                                       : Format::tr("This line is paused: %1").arg(reason.detail);
    }
    Q_UNREACHABLE();
}

QString eventText(const Event &event)
{
    if (event.kind == Event::Kind::Note || event.kind == Event::Kind::Tester)
        return event.text;
    if (event.kind == Event::Kind::Cleared) {
        if (event.beganUs <= 0 || event.beganUs >= event.timeUs)
            return Format::tr("OK again");
        return Format::tr("OK again after %1")
            .arg(formatDuration(static_cast<double>(event.timeUs - event.beganUs) / 1e6));
    }
    QString why = shortReason(event.reason);
    if (event.reason.kind == Reason::Kind::Rule) {
        const QString limit = formatMetric(event.reason.metric, event.reason.threshold);
        // A rule that has been crossed stays so until its figure has been low for a while.
        const bool isAbove = event.reason.value > event.reason.threshold;
        why = metricText(event.reason.metric) + u' ' + formatMetric(event.reason.metric, event.reason.value) +
              (isAbove ? u" > "_s : u" ≤ "_s) + limit;
        if (event.reason.metric == Metric::Loss)
            why += u" ("_s + formatCount(event.reason.lost) + u'/' + formatCount(event.reason.samples) + u')';
        else if (event.reason.usual >= 0)
            why += Format::tr(" (usual %1)").arg(formatMsUnit(event.reason.usual));
        if (!isAbove)
            why += Format::tr(", clearing", "a rule whose figure is low again, not for long enough");
    } else if (event.reason.kind == Reason::Kind::Icmp && !event.reason.detail.isEmpty()) {
        why = Format::tr("ICMP error, %1").arg(icmpText(event.reason.detail));
    } else if (event.reason.kind == Reason::Kind::Silent) {
        why = Format::tr("no reply to %1 in a row").arg(formatCount(event.reason.samples));
    }
    const QString state = verdictText(event.verdict);
    return why.isEmpty() ? state : Format::tr("%1: %2", "state: reason").arg(state, why);
}

QString icmpText(const QString &detail)
{
    const QString typeAndCode = valueOf(detail, "icmp"_L1);
    const QString from = valueOf(detail, "from"_L1);
    const QStringList parts = typeAndCode.split(u'/');
    bool typeOk = false, codeOk = false;
    const int type = parts.value(0).toInt(&typeOk);
    const int code = parts.value(1).toInt(&codeOk);
    if (!typeOk || !codeOk)
        return detail;
    // Only the sender's address tells the two numberings apart.
    QString cause = from.contains(u':') ? icmp6Text(type, code) : icmp4Text(type, code);
    if (const QString mtu = valueOf(detail, "mtu"_L1); !mtu.isEmpty())
        cause = Format::tr("%1, at most %2 bytes", "packet too big, at most 1280 bytes").arg(cause, mtu);
    if (from.isEmpty())
        return Format::tr("%1 (%2)", "port unreachable (3/3)").arg(cause, typeAndCode);
    return Format::tr("%1 (%2) from %3", "port unreachable (3/3) from 10.0.0.1")
        .arg(cause, typeAndCode, from);
}

QString lossSum(const Statistics &statistics, int waiting)
{
    QStringList left;
    if (waiting > 0)
        left << Format::tr("%1 waiting").arg(formatCount(waiting));
    if (statistics.voided > 0)
        left << Format::tr("%1 not counted").arg(formatCount(statistics.voided));
    if (statistics.unsent > 0)
        left << Format::tr("%1 not sent").arg(formatCount(statistics.unsent));
    const QString tail = left.isEmpty() ? QString()
                         : left.size() == 1
                             ? u"; "_s + Format::tr("%1 are left out", "4 not counted").arg(left.first())
                             : u"; "_s + Format::tr("%1 and %2 are left out")
                                             .arg(left.mid(0, left.size() - 1).join(u", "_s), left.last());
    if (!statistics.lossPct)
        return Format::tr("No probe has a result yet") + tail;

    QStringList kinds;
    if (statistics.lost > 0)
        kinds << Format::tr("%1 lost").arg(formatCount(statistics.lost));
    if (statistics.late > 0)
        kinds << Format::tr("%1 late").arg(formatCount(statistics.late));
    if (statistics.refused > 0)
        kinds << (statistics.refused == 1
                      ? Format::tr("1 ICMP error")
                      : Format::tr("%1 ICMP errors").arg(formatCount(statistics.refused)));
    QString sum = Format::tr("%1 % = %2 of %3 decided", "12.0 % = 12 of 100 decided")
                      .arg(formatLossPct(statistics.lossPct), formatCount(statistics.lossCount()),
                           formatCount(statistics.decided()));
    if (!kinds.isEmpty())
        sum += u": "_s + kinds.join(u", "_s);
    return sum + tail;
}

QString headlineText(const Statistics &statistics)
{
    if (!statistics.lossPct)
        return Format::tr("no results yet");
    QString loss = Format::tr("loss %1 % (%2 of %3", "44.0, 44, 100")
                       .arg(formatLossPct(statistics.lossPct), formatCount(statistics.lossCount()),
                            formatCount(statistics.decided()));
    if (statistics.lossLowPct && statistics.lossHighPct)
        loss += Format::tr("; 95 %: %1–%2 %", "interval of the loss")
                    .arg(number(*statistics.lossLowPct, 0), number(*statistics.lossHighPct, 0));
    loss += u')';
    if (statistics.answered == 0)
        return loss; // there is no delay to tell
    return QStringList{loss, Format::tr("mean %1").arg(formatMs(statistics.meanMs)),
                       Format::tr("p95 %1").arg(formatMs(statistics.p95Ms)),
                       Format::tr("jitter %1 ms").arg(formatJitterMs(statistics.jitterMs))}
        .join(u"   "_s);
}

} // namespace plumb
