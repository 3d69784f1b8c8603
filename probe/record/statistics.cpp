// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics.h"

#include <algorithm>
#include <cmath>

namespace plumb {

namespace {

constexpr double UsPerMs = 1000.0;

//! What needs the RTTs themselves: deviation and order.
void orderFigures(Statistics &s, std::vector<qint32> &rtts, double mean)
{
    if (rtts.empty())
        return;
    const auto n = static_cast<double>(rtts.size());
    if (rtts.size() >= 2) {
        double squares = 0;
        for (const qint32 rtt : rtts)
            squares += (rtt - mean) * (rtt - mean);
        s.stddevMs = std::sqrt(squares / (n - 1)) / UsPerMs;
    }
    const auto [least, greatest] = std::minmax_element(rtts.begin(), rtts.end());
    s.minMs = *least / UsPerMs;
    s.maxMs = *greatest / UsPerMs;
    size_t found = 0;
    s.medianMs = nearestRank(rtts, found, 0.5) / UsPerMs;
    s.p95Ms = nearestRank(rtts, found, 0.95) / UsPerMs;
    s.p99Ms = nearestRank(rtts, found, 0.99) / UsPerMs;
}

void setLoss(Statistics &s, Figures figures)
{
    const int decided = s.decided();
    if (decided == 0)
        return;
    s.lossPct = 100.0 * s.lossCount() / decided;
    if (figures != Figures::All)
        return;
    static const double z = oneSidedZ(97.5);
    const Bounds bounds = wilson(s.lossCount(), decided, z);
    s.lossLowPct = 100 * bounds.low;
    s.lossHighPct = 100 * bounds.high;
}

} // namespace

Statistics statisticsOf(const LineHistory &history, SeqRange range, Figures figures)
{
    Statistics s;
    const quint32 begin = std::max(range.begin, history.firstSeq());
    const quint32 end = std::min(range.end, history.settledEnd());

    std::vector<qint32> rtts;
    if (figures == Figures::All && end > begin)
        rtts.reserve(end - begin);
    double rttSum = 0;
    double jitterSum = 0;
    int jitterPairs = 0;
    qint32 previousRtt = UnknownUs;
    int outage = 0;
    qint64 outageBegan = 0, longestUs = -1;
    const auto closeOutage = [&](qint64 atUs) {
        if (outage > s.longestOutage) {
            s.longestOutage = outage;
            longestUs = atUs - outageBegan;
        }
    };

    for (quint32 seq = begin; seq < end; ++seq) {
        const Sample &sample = history.at(seq);
        if (sample.fate != Fate::Unsent) {
            if (!s.fromUs)
                s.fromUs = sample.sentUs;
            s.toUs = sample.sentUs;
        }
        switch (sample.fate) {
        case Fate::Answered:
            ++s.answered;
            rttSum += sample.rttUs;
            if (figures == Figures::All)
                rtts.push_back(sample.rttUs);
            if (previousRtt != UnknownUs) {
                jitterSum += std::abs(sample.rttUs - previousRtt);
                ++jitterPairs;
            }
            previousRtt = sample.rttUs;
            closeOutage(sample.sentUs);
            outage = 0;
            continue;
        case Fate::Late: ++s.late; break;
        case Fate::Lost: ++s.lost; break;
        case Fate::Refused: ++s.refused; break;
        case Fate::Unsent: ++s.unsent; continue;
        case Fate::Void: ++s.voided; continue;
        case Fate::Open: continue;
        }
        previousRtt = UnknownUs;
        if (outage++ == 0)
            outageBegan = sample.sentUs;
    }
    s.outageNow = outage;
    if (s.toUs)
        closeOutage(*s.toUs);
    if (longestUs >= 0)
        s.longestOutageS = static_cast<double>(longestUs) / 1e6;
    if (jitterPairs > 0)
        s.jitterMs = jitterSum / jitterPairs / UsPerMs;
    setLoss(s, figures);
    if (s.answered > 0) {
        const double mean = rttSum / s.answered;
        s.meanMs = mean / UsPerMs;
        orderFigures(s, rtts, mean);
    }
    return s;
}

Statistics pooledCounts(const QList<const Statistics *> &lines)
{
    Statistics sum;
    for (const Statistics *const line : lines) {
        sum.answered += line->answered;
        sum.late += line->late;
        sum.lost += line->lost;
        sum.refused += line->refused;
        sum.unsent += line->unsent;
        sum.voided += line->voided;
    }
    setLoss(sum, Figures::All);
    return sum;
}

SeqRange wholeRange(const LineHistory &history) { return {history.firstSeq(), history.settledEnd()}; }

SeqRange lastDecided(const LineHistory &history, int n)
{
    return lastDecided(history, n, history.settledEnd());
}

SeqRange lastDecided(const LineHistory &history, int n, quint32 end)
{
    SeqRange range{end, end};
    for (int found = 0; found < n && range.begin > history.firstSeq();) {
        --range.begin;
        if (isDecided(history.at(range.begin).fate))
            ++found;
    }
    return range;
}

SeqRange lastSeconds(const LineHistory &history, double seconds)
{
    return lastSeconds(history, seconds, history.settledEnd());
}

SeqRange lastSeconds(const LineHistory &history, double seconds, quint32 end)
{
    if (end <= history.firstSeq())
        return {end, end};
    const qint64 from = history.at(end - 1).sentUs - static_cast<qint64>(seconds * 1e6);
    return {history.lowerBound(from + 1), end};
}

SeqRange sentBetween(const LineHistory &history, qint64 fromUs, qint64 toUs)
{
    return {history.lowerBound(fromUs), history.lowerBound(toUs)};
}

qint32 nearestRank(std::vector<qint32> &values, size_t &found, double q)
{
    // The small subtraction keeps ⌈0.95 · 100⌉ at 95 although 0.95 has no exact double.
    const double wanted = std::ceil(q * static_cast<double>(values.size()) - 1e-9);
    const auto rank = static_cast<size_t>(std::max(1.0, wanted));
    const auto at = [&](size_t index) { return values.begin() + static_cast<std::ptrdiff_t>(index); };
    if (rank > found) {
        std::nth_element(at(found), at(rank - 1), values.end());
        found = rank;
    }
    return values[rank - 1];
}

Bounds wilson(int k, int n, double z)
{
    if (n <= 0)
        return {};
    const double p = static_cast<double>(k) / n;
    const double z2 = z * z;
    const double denominator = 1 + z2 / n;
    const double centre = (p + z2 / (2 * n)) / denominator;
    const double half = z / denominator * std::sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

double oneSidedZ(double confidencePct)
{
    // Bisection on the normal distribution function: called rarely, exact to double precision, no table to
    // trust.
    const double target = confidencePct / 100;
    double low = -10, high = 10;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2;
        const double cdf = 0.5 * std::erfc(-middle / std::sqrt(2.0));
        (cdf < target ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace plumb
