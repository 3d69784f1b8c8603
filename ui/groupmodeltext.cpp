// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celltext.h"
#include "clock.h"
#include "format.h"
#include "groupmodel.h"

#include <QFont>

using namespace Qt::StringLiterals;

// What the row of a group says, and the tool tips that define it.

namespace plumb {

QString stateCountsText(const std::array<int, 7> &counts)
{
    QStringList parts;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            parts.append(formatCount(counts[i]) + u' ' + verdictText(static_cast<Verdict>(i)));
    }
    return parts.join(u" · "_s);
}

QString GroupModel::label(const Group &group) const { return group.id.isEmpty() ? tr("No tag") : group.id; }

QVariant GroupModel::groupData(const Group &group, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return groupText(group, column);
    case Qt::AccessibleTextRole: return groupSpoken(group, column);
    case Qt::AccessibleDescriptionRole:
        return LinesModel::isNumeric(column) ? QVariant(groupToolTip(group, column)) : QVariant();
    case Qt::ToolTipRole: return groupToolTip(group, column);
    case Qt::FontRole: {
        if (column != LinesModel::Name)
            return {}; // the widths are made for plain text
        QFont font;
        font.setBold(true);
        return font;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((LinesModel::isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case LinesModel::VerdictRole: return static_cast<int>(group.summary.worst);
    case LinesModel::KeyRole: return 0U;
    case LinesModel::LossRole:
        return group.summary.pooled.lossPct ? QVariant(*group.summary.pooled.lossPct) : QVariant();
    default: return {};
    }
}

QString GroupModel::groupText(const Group &group, int column) const
{
    const GroupSummary &sum = group.summary;
    const auto count = [&sum](int n) { return sum.pooled.settled() > 0 ? formatCount(n) : unknownText(); };
    switch (column) {
    case LinesModel::State:
        return sum.flagged() == 0
                   ? verdictText(sum.worst)
                   : tr("%1 · %2 of %3 flagged")
                         .arg(verdictText(sum.worst), formatCount(sum.flagged()), formatCount(sum.lines()));
    case LinesModel::Since: return formatClock(sum.beganUs, realtimeUs());
    case LinesModel::Name: return tr("%1 (%2)").arg(label(group), formatCount(group.keys.size()));
    case LinesModel::Entry: return m_grouping == Grouping::Entry ? group.id : QString();
    case LinesModel::Tags: return m_grouping == Grouping::Tag ? group.id : QString();
    case LinesModel::Loss: return formatLossPct(sum.pooled.lossPct);
    case LinesModel::LostOf: return formatLostOf(sum.pooled);
    case LinesModel::Late: return count(sum.pooled.late);
    case LinesModel::IcmpErrors: return count(sum.pooled.refused);
    case LinesModel::NotCounted: return count(sum.pooled.voided);
    case LinesModel::Sent: return count(sum.pooled.sent());
    case LinesModel::Mean: return formatMs(sum.worstMeanMs);
    case LinesModel::P95: return formatMs(sum.worstP95Ms);
    case LinesModel::Jitter: return formatJitterMs(sum.worstJitterMs);
    case LinesModel::Strip: return stateCountsText(sum.counts);
    default: return {};
    }
}

QString GroupModel::groupSpoken(const Group &group, int column) const
{
    const QString text = groupText(group, column);
    switch (column) {
    case LinesModel::Name:
        return (m_collapsed.contains(group.id) ? tr("Group %1, folded") : tr("Group %1, unfolded")).arg(text);
    case LinesModel::Since:
        return group.summary.beganUs == 0 ? spokenUnknown() : tr("since %1", "02:12:41").arg(text);
    case LinesModel::Mean:
    case LinesModel::P95:
    case LinesModel::Jitter:
        return text == unknownText() ? spokenUnknown()
                                     : tr("highest of a line: %1", "mean 112.4 ms")
                                           .arg(spokenFigure(column, text, group.summary.pooled));
    case LinesModel::Strip: return tr("Lines in each state: %1").arg(text);
    default:
        // What a group does not have (its lines have it) is empty, not unknown.
        return LinesModel::isNumeric(column) && !text.isEmpty()
                   ? spokenFigure(column, text, group.summary.pooled)
                   : text;
    }
}

QString GroupModel::groupToolTip(const Group &group, int column) const
{
    const GroupSummary &sum = group.summary;
    switch (column) {
    case LinesModel::State:
    case LinesModel::Strip:
        return tr("The worst state of the group's lines. Lines in each state: %1")
            .arg(stateCountsText(sum.counts));
    case LinesModel::Since: return tr("Since when a line of the group has been in its worst state.");
    case LinesModel::Name:
        return tr("%1: %n line(s) that the filter lets through. Left and Right fold and unfold the group.",
                  nullptr, static_cast<int>(group.keys.size()))
            .arg(label(group));
    case LinesModel::Loss:
    case LinesModel::LostOf:
        return sum.pooled.decided() > 0
                   ? tr("All decided probes of the group's lines together: %1").arg(lossSum(sum.pooled))
                   : tr("nothing decided yet");
    case LinesModel::Late:
    case LinesModel::IcmpErrors:
    case LinesModel::NotCounted:
    case LinesModel::Sent: return tr("The sum over the group's lines.");
    case LinesModel::Mean: return tr("The highest mean of a line of the group.");
    case LinesModel::P95: return tr("The highest p95 of a line of the group.");
    case LinesModel::Jitter: return tr("The highest jitter of a line of the group.");
    default: return {};
    }
}

} // namespace plumb
