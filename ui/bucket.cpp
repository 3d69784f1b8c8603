// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bucket.h"

#include "statistics.h"

#include <algorithm>
#include <utility>

namespace plumb {

namespace {

constexpr qint64 MsUs = 1000, SecondUs = 1'000'000, MinuteUs = 60 * SecondUs, HourUs = 60 * MinuteUs;

qint64 alignedDown(qint64 time, qint64 length)
{
    const qint64 rest = time % length;
    return time - (rest < 0 ? rest + length : rest);
}

void finish(Bucket &bucket, std::vector<qint32> &rtts, qint64 timeSum, qint64 firstUs, qint64 previousUs)
{
    const int count = bucket.count();
    bucket.middleUs = bucket.fromUs + timeSum / std::max(1, count);
    bucket.spacingUs = count > 1         ? (bucket.lastUs - firstUs) / (count - 1)
                       : previousUs >= 0 ? firstUs - previousUs
                                         : 0;
    if (!rtts.empty()) {
        const auto [least, greatest] = std::minmax_element(rtts.begin(), rtts.end());
        bucket.minUs = *least;
        bucket.maxUs = *greatest;
        size_t found = 0;
        bucket.p10Us = nearestRank(rtts, found, 0.1);
        bucket.medianUs = nearestRank(rtts, found, 0.5);
        bucket.p90Us = nearestRank(rtts, found, 0.9);
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
qint64 usualIntervalUs(const std::vector<Bucket> &list)
{
    std::vector<qint64> spacings;
    spacings.reserve(list.size());
    for (const Bucket &bucket : list) {
        if (bucket.spacingUs > 0)
            spacings.push_back(bucket.spacingUs);
    }
    if (spacings.empty())
        return 0;
    const auto middle = spacings.begin() + static_cast<std::ptrdiff_t>(spacings.size() / 2);
    std::nth_element(spacings.begin(), middle, spacings.end());
    return *middle;
}

qint64 joinUs(const Buckets &buckets)
{
    return std::max(3 * buckets.lengthUs, 3 * usualIntervalUs(buckets.list));
}

//! Appends the probes from a seq on that were sent in [beginUs, endUs), both whole buckets.
void append(Buckets &result, const LineHistory &history, quint32 fromSeq, qint64 beginUs, qint64 endUs)
{
    std::vector<qint32> rtts;
    qint64 timeSum = 0, firstUs = 0;
    qint64 previousUs = result.list.empty() ? -1 : result.list.back().lastUs; // of the bucket before
    bool isOpen = false;
    const auto close = [&] {
        if (!isOpen)
            return;
        finish(result.list.back(), rtts, timeSum, firstUs, previousUs);
        previousUs = result.list.back().lastUs;
        isOpen = false;
    };
    // Of the settled ones those in the range, then the newer ones, whose times are not in order.
    const quint32 settledEnd = std::max(fromSeq, history.lowerBound(endUs));
    for (quint32 seq = fromSeq; seq < history.endSeq(); ++seq) {
        if (seq == settledEnd)
            seq = std::max(seq, history.settledEnd());
        if (seq >= history.endSeq())
            break;
        const Sample &sample = history.at(seq);
        if (sample.fate == Fate::Open || sample.sentUs < beginUs || sample.sentUs >= endUs)
            continue;
        const qint64 start = alignedDown(sample.sentUs, result.lengthUs);
        // A clock that was set back must not open a bucket a second time in front of the others.
        if (result.list.empty() || start > result.list.back().fromUs) {
            close();
            timeSum = 0;
            firstUs = sample.sentUs;
            Bucket &opened = result.list.emplace_back();
            opened.fromUs = start;
            opened.firstSeq = seq;
            isOpen = true;
        }
        Bucket &bucket = result.list.back();
        timeSum += std::max<qint64>(0, sample.sentUs - bucket.fromUs);
        bucket.lastUs = sample.sentUs;
        add(bucket, sample, rtts);
    }
    close();
    result.joinUs = joinUs(result);
}

qint64 alignedUp(qint64 time, qint64 length) { return alignedDown(time - 1, length) + length; }

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
    append(result, history, history.lowerBound(begin), begin, alignedUp(toUs, result.lengthUs));
    return result;
}

// Buckets whose first probes have left the history hold less than they did: all of them but the last are
// gone.
void BucketCache::takeEviction(const LineHistory &history)
{
    std::vector<Bucket> &list = m_buckets.list;
    const auto kept = std::find_if(list.begin(), list.end(), [&](const Bucket &bucket) {
        return bucket.firstSeq >= history.firstSeq();
    });
    if (kept == list.begin())
        return;
    const Bucket cut = *(kept - 1);
    list.erase(list.begin(), kept);
    Buckets left;
    left.lengthUs = m_buckets.lengthUs;
    append(left, history, history.firstSeq(), cut.fromUs, cut.fromUs + left.lengthUs);
    list.insert(list.begin(), left.list.begin(), left.list.end());
    ++m_revision;
}

const Buckets &BucketCache::update(const LineHistory &history, qint64 fromUs, qint64 toUs, qint64 lengthUs)
{
    const qint64 length = std::max<qint64>(1, lengthUs);
    const qint64 begin = alignedDown(fromUs, length);
    const qint64 end = std::max(begin, alignedUp(toUs, length));
    std::vector<Bucket> &list = m_buckets.list;
    const bool sameLine = &history == m_history && !history.isEmpty() && length == m_buckets.lengthUs;
    const quint32 changed = history.firstChangedSince(std::exchange(m_version, history.version()));
    m_history = &history;
    if (sameLine)
        takeEviction(history);
    const auto by = [](const Bucket &bucket, qint64 us) { return bucket.fromUs < us; };
    const auto behind =
        std::upper_bound(list.begin(), list.end(), changed,
                         [](quint32 seq, const Bucket &bucket) { return seq < bucket.firstSeq; });
    const bool isKnown = sameLine && begin >= m_beginUs && begin < m_endUs && behind != list.begin();
    m_beginUs = begin;
    const qint64 formerEnd = std::exchange(m_endUs, end);
    if (!isKnown) {
        const bool wasEmpty = list.empty();
        m_buckets = bucketsOf(history, begin, end, length);
        m_revision += wasEmpty && list.empty() ? 0 : 1;
        return m_buckets;
    }
    // Anew from the last bucket that may hold a change or grow to the right.
    const quint32 past = history.lowerBound(end);
    const bool isBeyond = past < history.settledEnd() && changed >= past;
    auto anew = changed < history.endSeq() && !isBeyond ? behind - 1 : list.end();
    if (end > formerEnd)
        anew = std::min(anew, list.end() - 1);
    const bool grows = anew != list.end();
    const quint32 fromSeq = grows ? anew->firstSeq : 0;
    list.erase(anew, list.end());
    list.erase(std::lower_bound(list.begin(), list.end(), end, by), list.end());
    if (grows) {
        append(m_buckets, history, fromSeq, begin, end);
        ++m_revision;
    }
    list.erase(list.begin(), std::lower_bound(list.begin(), list.end(), begin, by));
    // As where nothing lies before it.
    if (!list.empty() && list.front().count() == 1)
        list.front().spacingUs = 0;
    m_buckets.joinUs = joinUs(m_buckets);
    return m_buckets;
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
