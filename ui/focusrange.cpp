// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusrange.h"

#include "format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(plumb::FocusRange)
};

} // namespace

FocusRange FocusRange::between(qint64 oneUs, qint64 otherUs)
{
    return {Kind::Between, std::min(oneUs, otherUs), std::max(oneUs, otherUs)};
}

bool FocusRange::holds(qint64 us) const
{
    switch (kind) {
    case Kind::Recent: break;
    case Kind::Since: return us >= fromUs;
    case Kind::Between: return us >= fromUs && us < toUs;
    }
    return true;
}

SeqRange numbersRange(const LineHistory &history, RunKind kind, const FocusRange &range, quint32 end)
{
    const quint32 settled = std::clamp(end, history.firstSeq(), history.settledEnd());
    switch (range.kind) {
    case FocusRange::Kind::Recent: break;
    case FocusRange::Kind::Since: return {std::min(history.lowerBound(range.fromUs), settled), settled};
    case FocusRange::Kind::Between: {
        const SeqRange found = sentBetween(history, range.fromUs, range.toUs);
        return {std::min(found.begin, settled), std::min(found.end, settled)};
    }
    }
    return kind == RunKind::Sweep ? SeqRange{history.firstSeq(), settled}
                                  : lastDecided(history, FocusRange::RecentProbes, settled);
}

QString rangeText(const FocusRange &range, RunKind kind, qint64 nowUs)
{
    switch (range.kind) {
    case FocusRange::Kind::Recent: break;
    case FocusRange::Kind::Since: return Words::tr("since %1").arg(formatClock(range.fromUs, nowUs));
    case FocusRange::Kind::Between:
        return formatClock(range.fromUs, nowUs) + u"–"_s + formatClock(range.toUs, nowUs);
    }
    return kind == RunKind::Sweep ? Words::tr("whole sweep")
                                  : Words::tr("last %n probe(s)", nullptr, FocusRange::RecentProbes);
}

} // namespace plumb
