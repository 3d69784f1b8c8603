// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linehistory.h"

#include <QList>

#include <optional>
#include <vector>

namespace plumb {

//! A range of a line's settled probes: [begin, end) by seq.
struct SeqRange
{
    quint32 begin = 0;
    quint32 end = 0;
};

//! Every figure of a range of settled probes; the definitions stand beside the members. Delays in ms, unknown
//! ones empty.
struct Statistics
{
    int answered = 0, late = 0, lost = 0, refused = 0, unsent = 0, voided = 0;
    std::optional<double> lossPct;                 //!< (late + lost + refused) / decided
    std::optional<double> lossLowPct, lossHighPct; //!< two-sided 95 % Wilson bounds of it
    std::optional<double> minMs, meanMs, maxMs;    //!< over answered probes, like all that follow
    std::optional<double> medianMs, p95Ms, p99Ms;  //!< nearest rank: the ⌈qn⌉-th smallest
    std::optional<double> stddevMs;                //!< n−1; empty below 2
    std::optional<double>
        jitterMs; //!< mean |difference| of successive answered RTTs, pairs across a lost probe skipped
    int longestOutage = 0; //!< late, lost, refused in a row; void and unsent neither break nor lengthen it
    std::optional<double>
        longestOutageS; //!< from the sending of its first to that of the next answered one (or the end)
    int outageNow = 0;  //!< the one that reaches the end of the range
    std::optional<qint64> fromUs, toUs; //!< first and last sending (unsent ones have none)

    [[nodiscard]] int lossCount() const { return late + lost + refused; }
    [[nodiscard]] int decided() const { return answered + lossCount(); }
    [[nodiscard]] int sent() const { return decided() + voided; }
    [[nodiscard]] int settled() const { return sent() + unsent; }
};

enum class Figures : quint8 {
    All,
    Running //!< counts, loss without bounds, mean, jitter, outage: what takes one pass and no sorting
};

//! The figures of a range; its ends are clipped to the settled prefix.
[[nodiscard]] Statistics statisticsOf(const LineHistory &history, SeqRange range,
                                      Figures figures = Figures::All);

//! The counts of several lines together, and the loss over all their decided probes. Delays stay unknown:
//! those of different lines do not add up.
[[nodiscard]] Statistics pooledCounts(const QList<const Statistics *> &lines);

//! All that is kept of the settled prefix.
[[nodiscard]] SeqRange wholeRange(const LineHistory &history);
//! The shortest end of the settled prefix that holds n decided probes (all of it where there are fewer).
[[nodiscard]] SeqRange lastDecided(const LineHistory &history, int n);
//! The settled probes of the last seconds, counted back from the newest settled one's sending.
[[nodiscard]] SeqRange lastSeconds(const LineHistory &history, double seconds);
//! The same, counted back from an earlier end of the settled prefix.
[[nodiscard]] SeqRange lastDecided(const LineHistory &history, int n, quint32 end);
[[nodiscard]] SeqRange lastSeconds(const LineHistory &history, double seconds, quint32 end);
//! The settled probes sent in [fromUs, toUs).
[[nodiscard]] SeqRange sentBetween(const LineHistory &history, qint64 fromUs, qint64 toUs);

//! Nearest rank, the definition of every percentile here: the ⌈qn⌉-th smallest of at least one value. Asked
//! in rising order of q, each search goes on behind the former one, which is much less work than sorting.
//! found: of the caller, 0 at first.
[[nodiscard]] qint32 nearestRank(std::vector<qint32> &values, size_t &found, double q);

struct Bounds
{
    double low = 0, high = 1;
};
//! Wilson score interval of k of n at z standard normal quantiles (Wilson 1927); {0, 1} for n = 0.
[[nodiscard]] Bounds wilson(int k, int n, double z);
//! The standard normal quantile of a one-sided confidence in percent: 95 → 1.6449.
[[nodiscard]] double oneSidedZ(double confidencePct);

} // namespace plumb
