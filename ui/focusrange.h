// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probeengine.h"
#include "statistics.h"

#include <limits>

namespace plumb {

//! Which probes the figures of the window are of.
struct FocusRange
{
    enum class Kind : quint8 {
        Recent, //!< live: the last 100 decided probes of a watch, all probes of a sweep
        Since,  //!< live: all that was sent from fromUs on
        Between //!< all that was sent in [fromUs, toUs)
    };
    static constexpr int RecentProbes = 100;

    Kind kind = Kind::Recent;
    qint64 fromUs = 0, toUs = 0; //!< UTC; 0 where the kind has none

    [[nodiscard]] static FocusRange since(qint64 us) { return {Kind::Since, us, 0}; }
    //! In either order.
    [[nodiscard]] static FocusRange between(qint64 oneUs, qint64 otherUs);

    //! Whether it has a beginning in time, which events and exports can be held to.
    [[nodiscard]] bool isTimed() const { return kind != Kind::Recent; }
    //! Whether something at a time lies in it; all does in a range without times.
    [[nodiscard]] bool holds(qint64 us) const;
    friend bool operator==(const FocusRange &, const FocusRange &) = default;
};

//! The range that a line's figures are of, everywhere in the window. end: where the settled prefix ended when
//! the picture was frozen; what came later is left out.
[[nodiscard]] SeqRange numbersRange(const LineHistory &history, RunKind kind, const FocusRange &range = {},
                                    quint32 end = std::numeric_limits<quint32>::max());

//! "last 100 probes", "whole sweep", "since 02:12:41", "02:12:41–02:14:07".
[[nodiscard]] QString rangeText(const FocusRange &range, RunKind kind, qint64 nowUs);

} // namespace plumb
