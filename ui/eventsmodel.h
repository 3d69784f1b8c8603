// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focusrange.h"
#include "verdict.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

#include <deque>

namespace plumb {

//! What happened, newest first, bounded: what falls out at the end is still counted.
class EventsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int MaxRows = 2000;
    enum Role { VerdictRole = Qt::UserRole, KeyRole, TimeRole, HasShapeRole, TimeUsRole, NoteRole, CopyRole };

    explicit EventsModel(QObject *parent = nullptr)
        : QAbstractListModel(parent)
    {}

    //! Newest last, as they came. lineNames: of each event's line, as it is called at that time.
    void append(const QList<Event> &events, const QStringList &lineNames);
    //! The notes that the user wrote, in place of those before, each where its time belongs.
    void setNotes(const QList<Event> &notes, const QStringList &lineNames);
    void clear();
    //! How many fell out at the end.
    [[nodiscard]] qint64 dropped() const { return m_dropped; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        Event event;
        QString lineName;
        [[nodiscard]] bool isSameNote(const Event &note, const QString &name) const;
    };
    [[nodiscard]] static QString textOf(const Row &row);
    void dropExcess();

    std::deque<Row> m_rows;
    qint64 m_dropped = 0;
};

//! The events of an EventsModel that lie in a range.
class EventsInRange final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit EventsInRange(EventsModel *model, QObject *parent = nullptr);

    void setRange(const FocusRange &range);
    [[nodiscard]] const FocusRange &range() const { return m_range; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    FocusRange m_range;
};

} // namespace plumb
