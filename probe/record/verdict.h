// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rule.h"
#include "sample.h"

#include <QList>

#include <optional>

namespace plumb {

//! The worst of a line's rules; the order is the table's (worst first).
enum class Verdict : quint8 { Dead, Critical, Warning, Suspect, Pending, Ok, Paused };

//! Warning, critical or dead.
[[nodiscard]] constexpr bool isFlagged(Verdict verdict)
{
    return verdict == Verdict::Dead || verdict == Verdict::Critical || verdict == Verdict::Warning;
}

//! Neither too few probes nor paused: it counts among those that are good or bad.
[[nodiscard]] constexpr bool isJudged(Verdict verdict)
{
    return verdict != Verdict::Pending && verdict != Verdict::Paused;
}

[[nodiscard]] QLatin1StringView name(Verdict verdict);

//! Why a verdict is what it is.
struct Reason
{
    enum class Kind : quint8 {
        None,
        Rule,     //!< metric, value, threshold, samples
        Silent,   //!< dead: nothing came back; samples = in a row
        Icmp,     //!< dead: ICMP errors; detail tells which and from whom
        LateOnly, //!< critical: late replies only
        TooFew,   //!< pending: samples of needed
        Tester,   //!< pending: more than half of the window is void
        NotSent,  //!< pending: nothing could be sent; detail tells why (e.g. "name not found")
        Paused    //!< detail: the reason that the user gave
    };
    Kind kind = Kind::None;
    Metric metric = Metric::Loss;
    double value = 0;     //!< percent, ms or probes, as the metric
    double threshold = 0; //!< likewise; of a baseline rule: the limit in force
    double usual = -1;    //!< ms; the baseline of such a rule, else negative
    double bound = -1;    //!< percent; the one-sided Wilson bound that decided a loss, else negative
    int samples = 0;
    int lost = 0;
    int needed = 0;
    QString detail;

    //! English key=value pairs, as CSV and JSON have them: "metric=loss value=44.00 threshold=30
    //! samples=100".
    [[nodiscard]] QString toKeyValues() const;
};

//! A verdict changed, or something else worth a row in the log.
struct Event
{
    enum class Kind : quint8 { Raised, Changed, Cleared, Note, Tester };
    qint64 timeUs = 0; //!< UTC
    LineKey line = 0;  //!< 0: no single line
    Kind kind = Kind::Raised;
    Verdict verdict = Verdict::Ok;
    Verdict before = Verdict::Pending;
    Reason reason;
    qint64 beganUs = 0;        //!< the first bad probe of the stretch; 0 unknown
    QString text;              //!< of a note or of a tester event
    quint32 noteId = 0;        //!< of a note that the user wrote; 0: of the program
    QList<LineKey> otherLines; //!< of a note on several lines: those besides line

    //! Whether it is told of a line, or of all of them.
    [[nodiscard]] bool concerns(LineKey key) const
    {
        return line == 0 || line == key || otherLines.contains(key);
    }
};

[[nodiscard]] QLatin1StringView name(Event::Kind kind);

} // namespace plumb
