// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace plumb {

enum class Metric : quint8 { Loss, Mean, Median, P95, P99, Jitter, Outage };
enum class Severity : quint8 { Warning, Critical };

struct RuleWindow
{
    enum class Unit : quint8 { Probes, Seconds };
    Unit unit = Unit::Probes;
    int amount = 100;
    friend bool operator==(const RuleWindow &, const RuleWindow &) = default;
};

//! "above the line's own median of the last hour by so much": value in percent or in ms.
struct BaselineTerm
{
    double value = 0;
    bool percent = false;
    friend bool operator==(const BaselineTerm &, const BaselineTerm &) = default;
};

//! A threshold on one figure of a line. Loss in percent, delays in ms, outage in probes in a row.
struct Rule
{
    Metric metric = Metric::Loss;
    std::optional<double> above;       //!< exactly one of above and aboveBaseline is set
    QList<BaselineTerm> aboveBaseline; //!< all must hold
    RuleWindow window;                 //!< unused for outage
    Severity severity = Severity::Critical;
    std::optional<double> clearBelow; //!< default two thirds of the threshold
    double raiseAfterS = 0;
    double clearAfterS = 10;
    std::optional<int> minSamples; //!< default: defaultMinSamples()
    std::optional<double>
        confidence;    //!< percent, loss only; default 95 in a sweep, 99.9 in a watch; 0: plain ratio
    QJsonObject extra; //!< keys of the file that this version does not use, kept on save
    friend bool operator==(const Rule &, const Rule &) = default;
};

[[nodiscard]] QLatin1StringView name(Metric metric);
[[nodiscard]] QLatin1StringView name(Severity severity);
[[nodiscard]] std::optional<Metric> metricFromName(QStringView text);
[[nodiscard]] std::optional<Severity> severityFromName(QStringView text);

//! 10 decided probes (delay metrics: answered; p95 20, p99 100), or the window if that is smaller.
[[nodiscard]] int defaultMinSamples(const Rule &rule);

//! Loss above 30 % and mean above 300 ms, each over 100 probes, critical.
[[nodiscard]] QList<Rule> originalRules();
//! Loss > 5 % warning, loss > 30 % critical, mean > usual + 50 % and + 30 ms warning, mean > 300 ms critical.
[[nodiscard]] QList<Rule> gamesRules();

//! The ranges that a rule's values must lie in.
struct RuleLimits
{
    static constexpr double MaxDelayMs = 60'000;
    static constexpr int MaxOutage = 10'000;
    static constexpr int MaxWindowProbes = 100'000;
    static constexpr int MaxWindowSeconds = 86'400;
    static constexpr double MaxHoldSeconds = 86'400; //!< raiseAfter, clearAfter
    static constexpr double MaxBaselinePercent = 10'000;
};

//! A value of a rule that can not stand, with the key of the file that holds it.
struct RuleFault
{
    QString key;  //!< "above", "window", …; empty: the rule as a whole
    QString text; //!< "what is wrong; what to do"
};
//! Everything that is wrong with a rule in itself.
[[nodiscard]] QList<RuleFault> faultsOf(const Rule &rule);

struct RuleResult
{
    Rule rule;
    QString error;
};
//! Reads the command line's 'METRIC>VALUE[/WINDOW][:SEVERITY][@CONFIDENCE]'; WINDOW "100" probes or "60s".
[[nodiscard]] RuleResult parseRule(QStringView text);

} // namespace plumb
