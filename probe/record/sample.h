// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <limits>

namespace plumb {

//! Names a line inside this process; never used again for another line.
using LineKey = quint32;

//! What became of a probe. Open: still waiting (only a history's gap shows it).
enum class Fate : quint8 { Open, Answered, Late, Lost, Refused, Unsent, Void };

//! Where the receive time of a reply came from.
enum class StampSource : quint8 { None, Kernel, NearStep, User };

//! A text kept once for all samples that carry it (at most 65,535 of them; what comes after is "other").
class TextId
{
public:
    TextId() = default;
    //! Thread-safe.
    [[nodiscard]] static TextId of(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isEmpty() const { return m_id == 0; }
    friend bool operator==(TextId, TextId) = default;

private:
    quint16 m_id = 0;
};

inline constexpr qint32 UnknownUs = std::numeric_limits<qint32>::min();

//! One probe and its fate. Times are whole microseconds: rounded here once, every figure is computed from
//! them.
struct Sample
{
    qint64 sentUs = 0;        //!< UTC, since the epoch
    qint32 rttUs = UnknownUs; //!< of an answered or late one; a void one keeps it for display
    quint32 seq = 0;          //!< from 0 per line, without gaps
    LineKey line = 0;
    quint16 flowPort = 0; //!< local port; 0 where it was not sent
    TextId detail;        //!< English key=value pairs: "icmp=3/3 from=127.0.0.1", "cause=stall", …
    TextId address;       //!< of the entry, as resolved
    Fate fate = Fate::Open;
    StampSource stamp = StampSource::None;

    [[nodiscard]] bool hasRtt() const { return rttUs != UnknownUs; }
};

//! What the detail of a probe ends with that a sweep sent in the place of a watch's probe.
inline constexpr QLatin1StringView SweepMark("run=sweep");
[[nodiscard]] TextId withSweepMark(TextId detail);
//! The detail without that mark: why a probe has its fate.
[[nodiscard]] QString causeOf(const Sample &sample);

//! Counts for loss and rules: answered, late, lost or refused.
[[nodiscard]] constexpr bool isDecided(Fate fate)
{
    return fate == Fate::Answered || fate == Fate::Late || fate == Fate::Lost || fate == Fate::Refused;
}
//! Counts as lost.
[[nodiscard]] constexpr bool isLoss(Fate fate)
{
    return fate == Fate::Late || fate == Fate::Lost || fate == Fate::Refused;
}

[[nodiscard]] QLatin1StringView name(Fate fate);
[[nodiscard]] QLatin1StringView name(StampSource source);

//! What a line saw besides the fates of its probes. Running totals since the run began.
struct LineCounters
{
    quint32 duplicates = 0; //!< further valid replies to an answered probe
    quint32 reordered = 0;  //!< valid replies that came after one to a later probe
    quint32 invalid = 0;    //!< replies that failed the check
    quint32 foreign = 0;    //!< a right token from a wrong address
    quint32 missed = 0;     //!< slots that could not be used (watch)
    friend bool operator==(const LineCounters &, const LineCounters &) = default;
};

} // namespace plumb
