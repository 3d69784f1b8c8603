// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linehistory.h"
#include "rule.h"

#include <vector>

namespace plumb {

//! The probes of one line that were sent in [fromUs, fromUs + length). Delays over the answered ones,
//! UnknownUs without any.
struct Bucket
{
    qint64 fromUs = 0;
    qint64 middleUs = 0;  //!< mean sending time of what is in it
    qint64 lastUs = 0;    //!< when the last one was sent
    qint64 spacingUs = 0; //!< between two probes, here or from the bucket before; 0: unknown
    quint32 firstSeq = 0;
    int answered = 0, late = 0, lost = 0, refused = 0, unsent = 0, voided = 0;
    qint32 minUs = UnknownUs, p10Us = UnknownUs, medianUs = UnknownUs, p90Us = UnknownUs, maxUs = UnknownUs;
    qint32 lateMinUs = UnknownUs, lateMaxUs = UnknownUs; //!< delays of the late ones

    [[nodiscard]] int lossCount() const { return late + lost + refused; }
    [[nodiscard]] int decided() const { return answered + lossCount(); }
    [[nodiscard]] int count() const { return decided() + unsent + voided; }
    friend bool operator==(const Bucket &, const Bucket &) = default;
};

//! A line's probes of a range in buckets of equal length; buckets without a probe are left out.
struct Buckets
{
    qint64 lengthUs = 0;
    qint64 joinUs =
        0; //!< two answered buckets further apart than this are not joined: nothing was sent between
    std::vector<Bucket> list;

    //! Whether the graph runs on from one answered bucket to the next one: no bucket without an answer lies
    //! between.
    [[nodiscard]] bool joins(size_t from, size_t to) const;
};

//! The shortest length of 1, 2, 5, 10, 15, 30 … that leaves at most maxBuckets in a span.
[[nodiscard]] qint64 niceBucketUs(qint64 spanUs, int maxBuckets);

//! Sorts the probes sent in [fromUs, toUs) into buckets that are aligned to the epoch, so they stay while the
//! range moves; both ends are widened to whole buckets. Newer probes that are not settled in order count as
//! far as they are known.
[[nodiscard]] Buckets bucketsOf(const LineHistory &history, qint64 fromUs, qint64 toUs, qint64 lengthUs);

//! The buckets of one line after another call with a range that has moved or a history that has grown: only
//! what is not known yet is sorted.
class BucketCache
{
public:
    //! As bucketsOf(), which it equals at any time. The history is borrowed for the call.
    const Buckets &update(const LineHistory &history, qint64 fromUs, qint64 toUs, qint64 lengthUs);
    [[nodiscard]] const Buckets &buckets() const { return m_buckets; }
    //! Grows when buckets were made, never at a call that found everything known.
    [[nodiscard]] qint64 revision() const { return m_revision; }

private:
    void takeEviction(const LineHistory &history);

    const LineHistory *m_history = nullptr; //!< compared only
    quint64 m_version = 0;
    qint64 m_beginUs = 0, m_endUs = 0;
    qint64 m_revision = 0;
    Buckets m_buckets;
};

//! The loss that a rule saw at a time.
struct LossPoint
{
    qint64 timeUs = 0;
    double pct = 0;
    friend bool operator==(const LossPoint &, const LossPoint &) = default;
};

//! The loss over the rule's own window at each settled probe sent in [fromUs, toUs), where it changes: the
//! steps of a step line. Empty before the window holds what the rule asks for. At most four are kept per
//! stepUs, the least and the greatest among them.
[[nodiscard]] std::vector<LossPoint> rollingLoss(const LineHistory &history, const Rule &rule, qint64 fromUs,
                                                 qint64 toUs, qint64 stepUs);

} // namespace plumb
