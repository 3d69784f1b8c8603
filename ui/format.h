// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"
#include "statistics.h"
#include "verdict.h"

#include <QString>

#include <optional>

// How the window writes values: the user's locale and language, local time, a dash for what is unknown.
// Reports have a format of their own (locale-free, UTC); nothing here is for them.

namespace plumb {

//! What stands for an unknown value: "—".
[[nodiscard]] QString unknownText();

//! A delay without its unit: "112.4"; below 1 ms "0.312".
[[nodiscard]] QString formatMs(std::optional<double> ms);
//! Jitter is small, so it has one digit more: "3.40"; below 1 ms "0.312".
[[nodiscard]] QString formatJitterMs(std::optional<double> ms);
//! A loss without its unit: "44.0".
[[nodiscard]] QString formatLossPct(std::optional<double> pct);
//! With unit, decimals only where there are any: "44 %", "0.5 %".
[[nodiscard]] QString formatPercent(double pct);
//! With unit: "112.4 ms".
[[nodiscard]] QString formatMsUnit(std::optional<double> ms);
//! "44/100"; a dash where nothing is decided.
[[nodiscard]] QString formatLostOf(const Statistics &statistics);
//! A whole number with the locale's group signs.
[[nodiscard]] QString formatCount(qint64 count);

//! "8 s", "6 m 12 s", "2 h 14 m", "3 d 4 h".
[[nodiscard]] QString formatDuration(double seconds);
//! Local clock time, "02:12:41"; with the date when it is 24 h or more from nowUs. A dash for 0.
[[nodiscard]] QString formatClock(qint64 us, qint64 nowUs);
//! The same without seconds, for axes: "02:12".
[[nodiscard]] QString formatClockMinutes(qint64 us);
//! "94 kbit/s".
[[nodiscard]] QString formatBitRate(double bitsPerSecond);
//! "127 probes/s"; below 10 one decimal.
[[nodiscard]] QString formatProbeRate(double probesPerSecond);
//! "UTC+08:00" of the local zone at a time.
[[nodiscard]] QString formatUtcOffset(qint64 us);

//! "Dead", "Critical", …, "Too few probes" for pending.
[[nodiscard]] QString verdictText(Verdict verdict);
//! What became of a probe, in the window's words: "answered", "ICMP error", "not counted", …
[[nodiscard]] QString fateText(Fate fate);
//! "loss", "mean", "p95", …
[[nodiscard]] QString metricText(Metric metric);
//! A metric's value with its unit, short: "44 %", "300 ms", "8".
[[nodiscard]] QString formatMetric(Metric metric, double value);
//! A few words: "loss 44 %", "mean 412 ms", "silent", "7/10", "name not found". Empty where there is nothing
//! to say.
[[nodiscard]] QString shortReason(const Reason &reason);
//! What the state badge says: "Critical · loss 44 %", "Too few probes (7/10)".
[[nodiscard]] QString badgeText(Verdict verdict, const Reason &reason);
//! One sentence that explains a verdict, for tooltips and the event list.
[[nodiscard]] QString reasonSentence(Verdict verdict, const Reason &reason);
//! An event as a row of the list says it, after the line's name: "critical: loss 44 % > 30 % (44/100)".
[[nodiscard]] QString eventText(const Event &event);
//! What an ICMP detail ("icmp=3/3 from=127.0.0.1") means: "port unreachable (3/3) from 127.0.0.1".
[[nodiscard]] QString icmpText(const QString &detail);

//! The sum behind a loss: "12.0 % = 12 of 100 decided: 9 lost, 2 late, 1 ICMP error; 4 not counted are left
//! out".
[[nodiscard]] QString lossSum(const Statistics &statistics, int waiting = 0);
//! The figures over a chart: "loss 44.0 % (44 of 100; 95 %: 35–54 %)   mean 112.4   p95 146.1   jitter 3.40
//! ms".
[[nodiscard]] QString headlineText(const Statistics &statistics);

} // namespace plumb
