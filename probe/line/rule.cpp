// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule.h"

#include "linetext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<Metric, QLatin1StringView>, 7> Metrics{{
    {Metric::Loss, "loss"_L1},
    {Metric::Mean, "mean"_L1},
    {Metric::Median, "median"_L1},
    {Metric::P95, "p95"_L1},
    {Metric::P99, "p99"_L1},
    {Metric::Jitter, "jitter"_L1},
    {Metric::Outage, "outage"_L1},
}};

bool isDelay(Metric metric) { return metric != Metric::Loss && metric != Metric::Outage; }

//! Gathers what is wrong, each with the key that holds it.
class Faults
{
public:
    void add(QLatin1StringView key, const QString &text) { m_list.append({key, text}); }
    void unlessWithin(QLatin1StringView key, double value, double low, double high, const QString &unit)
    {
        if (value >= low && value <= high)
            return;
        add(key, Tr::tr("%1 is out of range; use %2 to %3%4")
                     .arg(plainNumber(value), plainNumber(low), plainNumber(high), unit));
    }
    [[nodiscard]] QList<RuleFault> take() { return std::move(m_list); }

private:
    QList<RuleFault> m_list;
};

void checkThreshold(const Rule &rule, Faults &faults)
{
    const QString metric = name(rule.metric);
    if (!rule.above && rule.aboveBaseline.isEmpty()) {
        faults.add("above"_L1,
                   isDelay(rule.metric)
                       ? Tr::tr("the rule has no threshold; give it \"above\" or \"aboveBaseline\"")
                       : Tr::tr("the rule has no threshold; give it \"above\""));
    }
    if (rule.above && !rule.aboveBaseline.isEmpty())
        faults.add("aboveBaseline"_L1, Tr::tr("the rule has \"above\" too; keep one of the two"));
    if (!rule.aboveBaseline.isEmpty() && !isDelay(rule.metric))
        faults.add("aboveBaseline"_L1, Tr::tr("%1 has no usual value; use \"above\"").arg(metric));
    for (const BaselineTerm &term : rule.aboveBaseline) {
        const double high = term.percent ? RuleLimits::MaxBaselinePercent : RuleLimits::MaxDelayMs;
        faults.unlessWithin("aboveBaseline"_L1, term.value, 0, high, term.percent ? u" %"_s : u" ms"_s);
    }
    if (!rule.above)
        return;
    if (rule.metric == Metric::Loss) {
        if (!(*rule.above >= 0 && *rule.above < 100))
            faults.add(
                "above"_L1,
                Tr::tr("loss can not go above %1 %; use 0 to less than 100").arg(plainNumber(*rule.above)));
    } else if (rule.metric == Metric::Outage) {
        faults.unlessWithin("above"_L1, *rule.above, 0, RuleLimits::MaxOutage, Tr::tr(" probes"));
        if (std::floor(*rule.above) != *rule.above)
            faults.add("above"_L1, Tr::tr("%1 is no whole number; an outage is counted in probes")
                                       .arg(plainNumber(*rule.above)));
    } else {
        faults.unlessWithin("above"_L1, *rule.above, 0, RuleLimits::MaxDelayMs, u" ms"_s);
    }
}

void checkWindow(const Rule &rule, Faults &faults)
{
    if (rule.metric == Metric::Outage) {
        if (rule.window != RuleWindow{})
            faults.add("window"_L1, Tr::tr("an outage is counted in probes in a row; leave the window out"));
        return;
    }
    const bool probes = rule.window.unit == RuleWindow::Unit::Probes;
    faults.unlessWithin("window"_L1, rule.window.amount, 1,
                        probes ? RuleLimits::MaxWindowProbes : RuleLimits::MaxWindowSeconds,
                        probes ? Tr::tr(" probes") : u" s"_s);
    if (rule.minSamples && probes && *rule.minSamples > rule.window.amount) {
        faults.add(
            "window"_L1,
            Tr::tr(
                "a window of %1 probes can not hold minSamples %2; lengthen the window or lower minSamples")
                .arg(QString::number(rule.window.amount), QString::number(*rule.minSamples)));
    }
}

bool takeNumber(QStringView text, double &value)
{
    // Stricter than toDouble(): no sign, no exponent, no "inf".
    const bool plain =
        !text.isEmpty() && text.size() <= 12 && text.front() != u'.' && text.back() != u'.' &&
        text.count(u'.') <= 1 &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
    bool ok = false;
    value = plain ? text.toDouble(&ok) : 0;
    return ok;
}

//! Cuts text at the last separator and gives what follows it.
std::optional<QStringView> cutLast(QStringView &text, QChar separator)
{
    const qsizetype at = text.lastIndexOf(separator);
    if (at < 0)
        return std::nullopt;
    const QStringView tail = text.sliced(at + 1).trimmed();
    text = text.first(at).trimmed();
    return tail;
}

QString parseWindow(QStringView text, RuleWindow &window)
{
    const bool seconds = text.endsWith(u's');
    const QStringView digits = seconds ? text.chopped(1).trimmed() : text;
    double value = 0;
    if (!takeNumber(digits, value) || std::floor(value) != value || value > 1e9)
        return Tr::
            tr("window %1 is not understood; write a number of probes such as 100, or of seconds such as 60s")
                .arg(quoted(text));
    window = {seconds ? RuleWindow::Unit::Seconds : RuleWindow::Unit::Probes, static_cast<int>(value)};
    return {};
}

QString parseRuleInto(QStringView text, Rule &rule)
{
    const QString shape =
        Tr::tr("write METRIC>VALUE[/WINDOW][:SEVERITY][@CONFIDENCE], as in loss>30/100:critical");
    const qsizetype sign = text.indexOf(u'>');
    if (sign < 0)
        return Tr::tr("rule %1 has no \">\"; %2").arg(quoted(text), shape);
    const QStringView metric = text.first(sign).trimmed();
    const std::optional<Metric> known = metricFromName(metric);
    if (!known) {
        return Tr::tr("metric %1 is not known; use loss, mean, median, p95, p99, jitter or outage")
            .arg(quoted(metric));
    }
    rule.metric = *known;
    QStringView rest = text.sliced(sign + 1).trimmed();
    if (const std::optional<QStringView> confidence = cutLast(rest, u'@')) {
        double value = 0;
        if (!takeNumber(*confidence, value))
            return Tr::tr("confidence %1 is no number; write a percentage such as 99.9")
                .arg(quoted(*confidence));
        rule.confidence = value;
    }
    if (const std::optional<QStringView> severity = cutLast(rest, u':')) {
        const std::optional<Severity> value = severityFromName(*severity);
        if (!value)
            return Tr::tr("severity %1 is not known; use warning or critical").arg(quoted(*severity));
        rule.severity = *value;
    }
    if (const std::optional<QStringView> window = cutLast(rest, u'/')) {
        if (rule.metric == Metric::Outage)
            return Tr::tr("an outage is counted in probes in a row; leave the window out");
        const QString error = parseWindow(*window, rule.window);
        if (!error.isEmpty())
            return error;
    }
    if (rule.metric == Metric::Loss && rest.endsWith(u'%'))
        rest = rest.chopped(1).trimmed();
    else if (isDelay(rule.metric) && rest.endsWith(u"ms"))
        rest = rest.chopped(2).trimmed();
    double value = 0;
    if (!takeNumber(rest, value))
        return Tr::tr("threshold %1 is no number; %2").arg(quoted(rest), shape);
    rule.above = value;
    const QList<RuleFault> faults = faultsOf(rule);
    return faults.isEmpty() ? QString() : faults.first().text;
}

} // namespace

QLatin1StringView name(Metric metric)
{
    return std::find_if(Metrics.begin(), Metrics.end(),
                        [metric](const auto &row) { return row.first == metric; })
        ->second;
}

QLatin1StringView name(Severity severity)
{
    return severity == Severity::Warning ? "warning"_L1 : "critical"_L1;
}

std::optional<Metric> metricFromName(QStringView text)
{
    const auto found =
        std::find_if(Metrics.begin(), Metrics.end(), [text](const auto &row) { return row.second == text; });
    return found == Metrics.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Severity> severityFromName(QStringView text)
{
    if (text == name(Severity::Warning))
        return Severity::Warning;
    if (text == name(Severity::Critical))
        return Severity::Critical;
    return std::nullopt;
}

int defaultMinSamples(const Rule &rule)
{
    const int wanted = rule.metric == Metric::P99 ? 100 : rule.metric == Metric::P95 ? 20 : 10;
    // How many probes a window of seconds holds is the line's matter; validate() refuses one that is too
    // short.
    if (rule.metric == Metric::Outage || rule.window.unit == RuleWindow::Unit::Seconds)
        return wanted;
    return std::min(wanted, rule.window.amount);
}

QList<Rule> originalRules()
{
    Rule loss;
    loss.metric = Metric::Loss;
    loss.above = 30;
    Rule mean;
    mean.metric = Metric::Mean;
    mean.above = 300;
    return {loss, mean};
}

QList<Rule> gamesRules()
{
    Rule someLoss;
    someLoss.metric = Metric::Loss;
    someLoss.above = 5;
    someLoss.severity = Severity::Warning;
    Rule slower;
    slower.metric = Metric::Mean;
    slower.aboveBaseline = {{50, true}, {30, false}};
    slower.severity = Severity::Warning;
    const QList<Rule> original = originalRules();
    return {someLoss, original[0], slower, original[1]};
}

QList<RuleFault> faultsOf(const Rule &rule)
{
    Faults faults;
    checkThreshold(rule, faults);
    checkWindow(rule, faults);
    if (rule.clearBelow) {
        if (!(*rule.clearBelow >= 0))
            faults.add("clearBelow"_L1,
                       Tr::tr("%1 is below 0; use 0 up to the threshold").arg(plainNumber(*rule.clearBelow)));
        else if (rule.above && *rule.clearBelow > *rule.above)
            faults.add("clearBelow"_L1,
                       Tr::tr("%1 is above the threshold %2; a line clears at or below its threshold")
                           .arg(plainNumber(*rule.clearBelow), plainNumber(*rule.above)));
    }
    faults.unlessWithin("raiseAfter"_L1, rule.raiseAfterS, 0, RuleLimits::MaxHoldSeconds, u" s"_s);
    faults.unlessWithin("clearAfter"_L1, rule.clearAfterS, 0, RuleLimits::MaxHoldSeconds, u" s"_s);
    if (rule.minSamples)
        faults.unlessWithin("minSamples"_L1, *rule.minSamples, 1, RuleLimits::MaxWindowProbes,
                            Tr::tr(" probes"));
    if (rule.confidence) {
        if (rule.metric != Metric::Loss)
            faults.add("confidence"_L1,
                       Tr::tr("confidence is for loss only; leave it out for %1").arg(name(rule.metric)));
        else if (!(*rule.confidence >= 0 && *rule.confidence < 100))
            faults.add("confidence"_L1,
                       Tr::tr("%1 % is out of range; use 0 (the plain ratio) to less than 100")
                           .arg(plainNumber(*rule.confidence)));
    }
    return faults.take();
}

RuleResult parseRule(QStringView text)
{
    RuleResult result;
    Rule rule;
    result.error = parseRuleInto(text.trimmed(), rule);
    if (result.error.isEmpty())
        result.rule = rule;
    return result;
}

} // namespace plumb
