// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bucket.h"

#include <algorithm>
#include <cmath>

namespace plumb {

namespace {

constexpr qint64 MsUs = 1000, SecondUs = 1'000'000, MinuteUs = 60 * SecondUs, HourUs = 60 * MinuteUs;

qint64 alignedDown(qint64 time, qint64 length)
{
    const qint64 rest = time % length;
    return time - (rest < 0 ? rest + length : rest);
}

//! Nearest rank, the definition of every percentile here: the ⌈qn⌉-th smallest.
qint32 nearestRank(const std::vector<qint32> &sorted, double q)
{
    const double rank = std::ceil(q * static_cast<double>(sorted.size()) - 1e-9);
    return sorted[static_cast<size_t>(std::max(1.0, rank)) - 1];
}

void finish(Bucket &bucket, std::vector<qint32> &rtts, qint64 timeSum)
{
    const int count = bucket.decided() + bucket.voided + bucket.unsent;
    bucket.middleUs = bucket.fromUs + timeSum / std::max(1, count);
    if (!rtts.empty()) {
        std::sort(rtts.begin(), rtts.end());
        bucket.minUs = rtts.front();
        bucket.p10Us = nearestRank(rtts, 0.1);
        bucket.medianUs = nearestRank(rtts, 0.5);
        bucket.p90Us = nearestRank(rtts, 0.9);
        bucket.maxUs = rtts.back();
    }
    rtts.clear();
}

void add(Bucket &bucket, const Sample &sample, std::vector<qint32> &rtts)
{
    switch (sample.fate) {
    case Fate::Answered:
        ++bucket.answered;
        if (sample.hasRtt())
            rtts.push_back(sample.rttUs);
        break;
    case Fate::Late:
        ++bucket.late;
        if (sample.hasRtt()) {
            bucket.lateMinUs =
                bucket.lateMinUs == UnknownUs ? sample.rttUs : std::min(bucket.lateMinUs, sample.rttUs);
            bucket.lateMaxUs = std::max(bucket.lateMaxUs, sample.rttUs);
        }
        break;
    case Fate::Lost: ++bucket.lost; break;
    case Fate::Refused: ++bucket.refused; break;
    case Fate::Unsent: ++bucket.unsent; break;
    case Fate::Void: ++bucket.voided; break;
    case Fate::Open: break;
    }
}

//! The usual distance between two probes; robust against pauses.
qint64 usualIntervalUs(std::vector<qint64> &distances)
{
    if (distances.empty())
        return 0;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

//! The decided probes of the last n probes or T seconds, sliding.
class SlidingLoss
{
public:
    SlidingLoss(const LineHistory &history, const Rule &rule)
        : m_history(history)
        , m_window(rule.window)
    {
        m_needed = std::max(1, rule.minSamples.value_or(defaultMinSamples(rule)));
    }
    //! The first probe that the window at seq may hold.
    void startAt(quint32 seq) { m_begin = seq; }
    void take(const Sample &sample)
    {
        if (isDecided(sample.fate)) {
            ++m_decided;
            m_lost += isLoss(sample.fate) ? 1 : 0;
        }
        const qint64 oldest = sample.sentUs - static_cast<qint64>(m_window.amount) * SecondUs;
        const bool byProbes = m_window.unit == RuleWindow::Unit::Probes;
        while (m_begin < sample.seq &&
               (byProbes ? m_decided > m_window.amount : m_history.at(m_begin).sentUs <= oldest)) {
            const Sample &old = m_history.at(m_begin++);
            m_decided -= isDecided(old.fate) ? 1 : 0;
            m_lost -= isLoss(old.fate) ? 1 : 0;
        }
    }
    [[nodiscard]] bool isKnown() const { return m_decided >= m_needed; }
    [[nodiscard]] double pct() const { return 100.0 * m_lost / m_decided; }

private:
    const LineHistory &m_history;
    RuleWindow m_window;
    int m_needed = 1;
    quint32 m_begin = 0;
    int m_decided = 0, m_lost = 0;
};

//! Of the steps in a stretch the first, the least, the greatest and the newest are kept, in their order.
void addStep(std::vector<LossPoint> &points, size_t stretchBegin, LossPoint point)
{
    points.push_back(point);
    if (points.size() - stretchBegin <= 4)
        return;
    const auto inner = points.begin() + static_cast<std::ptrdiff_t>(stretchBegin) + 1;
    const double a = inner[0].pct, b = inner[1].pct, c = inner[2].pct;
    const int between = (a - b) * (a - c) <= 0 ? 0 : (b - a) * (b - c) <= 0 ? 1 : 2;
    points.erase(inner + between);
}

} // namespace

bool Buckets::joins(size_t from, size_t to) const
{
    if (list[to].middleUs - list[from].middleUs > joinUs)
        return false;
    for (size_t i = from + 1; i < to; ++i) {
        if (list[i].answered == 0 && list[i].decided() + list[i].voided > 0)
            return false;
    }
    return true;
}

qint64 niceBucketUs(qint64 spanUs, int maxBuckets)
{
    static constexpr qint64 Lengths[]{
        10 * MsUs, 20 * MsUs,    50 * MsUs,    100 * MsUs,    200 * MsUs,    500 * MsUs,
        SecondUs,  2 * SecondUs, 5 * SecondUs, 10 * SecondUs, 15 * SecondUs, 30 * SecondUs,
        MinuteUs,  2 * MinuteUs, 5 * MinuteUs, 10 * MinuteUs, 15 * MinuteUs, 30 * MinuteUs,
        HourUs,    2 * HourUs,   3 * HourUs,   6 * HourUs,    12 * HourUs};
    const qint64 least = std::max<qint64>(1, spanUs / std::max(1, maxBuckets));
    const auto *found = std::lower_bound(std::begin(Lengths), std::end(Lengths), least);
    if (found != std::end(Lengths))
        return *found;
    constexpr qint64 DayUs = 24 * HourUs;
    return (least + DayUs - 1) / DayUs * DayUs;
}

Buckets bucketsOf(const LineHistory &history, qint64 fromUs, qint64 toUs, qint64 lengthUs)
{
    Buckets result;
    result.lengthUs = std::max<qint64>(1, lengthUs);
    if (toUs <= fromUs)
        return result;
    const qint64 begin = alignedDown(fromUs, result.lengthUs);
    const qint64 end = alignedDown(toUs - 1, result.lengthUs) + result.lengthUs;
    std::vector<qint32> rtts;
    std::vector<qint64> distances;
    qint64 timeSum = 0, previousUs = -1;
    for (quint32 seq = history.lowerBound(begin); seq < history.endSeq(); ++seq) {
        const Sample &sample = history.at(seq);
        if (sample.fate == Fate::Open || sample.sentUs < begin || sample.sentUs >= end)
            continue;
        const qint64 start = alignedDown(sample.sentUs, result.lengthUs);
        // A clock that was set back must not open a bucket a second time in front of the others.
        const bool opens = result.list.empty() || start > result.list.back().fromUs;
        if (opens) {
            if (!result.list.empty())
                finish(result.list.back(), rtts, timeSum);
            timeSum = 0;
            result.list.emplace_back();
            result.list.back().fromUs = start;
        }
        Bucket &bucket = result.list.back();
        timeSum += std::max<qint64>(0, sample.sentUs - bucket.fromUs);
        add(bucket, sample, rtts);
        if (previousUs >= 0)
            distances.push_back(sample.sentUs - previousUs);
        previousUs = sample.sentUs;
    }
    if (!result.list.empty())
        finish(result.list.back(), rtts, timeSum);
    result.joinUs = std::max(3 * result.lengthUs, 3 * usualIntervalUs(distances));
    return result;
}

std::vector<LossPoint> rollingLoss(const LineHistory &history, const Rule &rule, qint64 fromUs, qint64 toUs,
                                   qint64 stepUs)
{
    std::vector<LossPoint> points;
    const quint32 from = history.lowerBound(fromUs);
    quint32 begin = from;
    if (rule.window.unit == RuleWindow::Unit::Seconds) {
        begin = history.lowerBound(fromUs - static_cast<qint64>(rule.window.amount) * SecondUs);
    } else {
        for (int found = 0; found < rule.window.amount && begin > history.firstSeq();)
            found += isDecided(history.at(--begin).fate) ? 1 : 0;
    }
    SlidingLoss sliding(history, rule);
    sliding.startAt(begin);
    const qint64 stretch = std::max<qint64>(1, stepUs);
    size_t stretchBegin = 0;
    qint64 stretchAt = std::numeric_limits<qint64>::min();
    double newest = -1;
    qint64 newestUs = 0;
    for (quint32 seq = begin; seq < history.settledEnd(); ++seq) {
        const Sample &sample = history.at(seq);
        sliding.take(sample);
        if (seq < from || sample.fate == Fate::Unsent || !sliding.isKnown())
            continue;
        if (sample.sentUs >= toUs)
            break;
        newestUs = sample.sentUs;
        if (sliding.pct() == newest)
            continue;
        newest = sliding.pct();
        if (const qint64 at = sample.sentUs / stretch; at != stretchAt) {
            stretchAt = at;
            stretchBegin = points.size();
        }
        addStep(points, stretchBegin, {sample.sentUs, newest});
    }
    if (!points.empty() && newestUs > points.back().timeUs)
        points.push_back({newestUs, newest});
    return points;
}

} // namespace plumb
