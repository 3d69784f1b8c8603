// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linehistory.h"

#include <QCache>
#include <QStyledItemDelegate>

#include <functional>
#include <memory>
#include <vector>

namespace plumb {

//! What one pixel column of a strip shows. Delays over answered probes, UnknownUs without any.
struct StripColumn
{
    qint32 minUs = UnknownUs, maxUs = UnknownUs, meanUs = UnknownUs;
    int answered = 0;
    int decided = 0;
    int lost = 0;   //!< late, lost and refused
    int late = 0;   //!< of those, late
    int voided = 0; //!< not counted
    friend bool operator==(const StripColumn &, const StripColumn &) = default;
};

//! Sorts the probes sent in [fromUs, toUs) into columns of equal length, the newest ones that are not settled
//! in order too.
[[nodiscard]] std::vector<StripColumn> stripColumns(const LineHistory &history, qint64 fromUs, qint64 toUs,
                                                    int columns);

//! Paints a line's last minutes on a time axis that all rows share: latency scaled to the line's own range,
//! loss from the bottom (a filled block where everything was lost), late ones hollow, a hatch where probes
//! were not counted.
class StripDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    //! The history of a row, borrowed for the time of one paint; nullptr paints nothing.
    using HistoryOf = std::function<const LineHistory *(const QModelIndex &)>;

    explicit StripDelegate(HistoryOf historyOf, QObject *parent = nullptr);
    ~StripDelegate() override;

    //! The range of time that every row shows. What is painted moves by whole columns of the time grid, so
    //! that bars do not change their shape while they wander.
    void setAxis(qint64 fromUs, qint64 toUs);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cached;
    const std::vector<StripColumn> &columnsOf(const LineHistory &history, int width) const;

    HistoryOf m_historyOf;
    qint64 m_fromUs = 0, m_toUs = 0;
    mutable QCache<const LineHistory *, Cached> m_cache;
};

} // namespace plumb
