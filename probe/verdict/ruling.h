// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge.h"

namespace plumb {

//! Pieces that the judgement of a watch and of a sweep have in common.

//! The figure that a rule is about; empty where it is unknown.
[[nodiscard]] std::optional<double> figureOf(Metric metric, const Statistics &stats);
//! The samples that a rule's figure rests on: decided probes, of delay metrics answered ones.
[[nodiscard]] int samplesOf(Metric metric, const Statistics &stats);
[[nodiscard]] Reason ruleReason(const Rule &rule, const Statistics &stats, double value, double threshold);
[[nodiscard]] Verdict verdictOf(Severity severity);
//! The order in which the worst of several rules is taken: pending, ok, suspect, warning, critical.
[[nodiscard]] int badness(Verdict verdict);
//! Dead by silence or by ICMP errors: n probes in a row, the newest of which is the one before end.
[[nodiscard]] Reason deadReason(const LineHistory &history, quint32 end, int n);
//! Where a stretch of bad probes that reaches the end began: the start of the suffix in which bad ones most
//! exceed the rate that would still be good (the maximum of a cumulative sum, Page 1954).
[[nodiscard]] qint64 onsetUs(const Rule &rule, double threshold, const LineHistory &history, SeqRange range);

} // namespace plumb
