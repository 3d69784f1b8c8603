// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linecolumns.h"

#include <algorithm>
#include <array>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

using M = LinesModel;
using R = ColumnRule;

// The strip takes what is left.
constexpr std::array<ColumnInfo, M::ColumnCount> Columns{{
    {M::State, "state"_L1, 204, R::Always},
    {M::Since, "since"_L1, 68, R::Always},
    {M::Name, "name"_L1, 156, R::Always},
    {M::Tags, "tags"_L1, 110, R::Never},
    {M::Entry, "entry"_L1, 166, R::Always},
    {M::Echo, "echo"_L1, 166, R::WithEcho},
    {M::Loss, "loss"_L1, 72, R::Always},
    {M::LostOf, "lostOf"_L1, 72, R::Always},
    {M::Late, "late"_L1, 58, R::WithLate},
    {M::IcmpErrors, "icmp"_L1, 100, R::Never},
    {M::NotCounted, "notCounted"_L1, 100, R::WithNotCounted},
    {M::Sent, "sent"_L1, 66, R::Never},
    {M::Last, "last"_L1, 66, R::Always},
    {M::Min, "min"_L1, 66, R::Never},
    {M::Mean, "mean"_L1, 74, R::Always},
    {M::Median, "median"_L1, 84, R::Never},
    {M::P95, "p95"_L1, 64, R::Always},
    {M::P99, "p99"_L1, 64, R::Never},
    {M::Max, "max"_L1, 66, R::Never},
    {M::Stddev, "stddev"_L1, 94, R::Never},
    {M::Jitter, "jitter"_L1, 72, R::Always},
    {M::Strip, "strip"_L1, 270, R::Always},
}};

} // namespace

const ColumnInfo &columnInfo(int column)
{
    const ColumnInfo &info = Columns[static_cast<size_t>(column)];
    Q_ASSERT(info.column == column);
    return info;
}

int columnOfId(const QString &id)
{
    const auto found =
        std::find_if(Columns.begin(), Columns.end(), [&id](const ColumnInfo &info) { return info.id == id; });
    return found == Columns.end() ? -1 : found->column;
}

} // namespace plumb
