// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsmodel.h"

#include "clock.h"
#include "format.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

void EventsModel::append(const QList<Event> &events, const QStringList &lineNames)
{
    if (events.isEmpty())
        return;
    const qsizetype skipped = qMax<qsizetype>(0, events.size() - MaxRows);
    m_dropped += skipped;
    beginInsertRows({}, 0, static_cast<int>(events.size() - skipped) - 1);
    for (qsizetype i = skipped; i < events.size(); ++i)
        m_rows.push_front({events[i], lineNames[i]});
    endInsertRows();
    dropExcess();
}

void EventsModel::dropExcess()
{
    const int excess = static_cast<int>(m_rows.size()) - MaxRows;
    if (excess <= 0)
        return;
    beginRemoveRows({}, MaxRows, MaxRows + excess - 1);
    m_rows.resize(MaxRows);
    m_dropped += excess;
    endRemoveRows();
}

bool EventsModel::Row::isSameNote(const Event &note, const QString &name) const
{
    return event.noteId == note.noteId && event.timeUs == note.timeUs && event.text == note.text &&
           event.line == note.line && lineName == name;
}

void EventsModel::setNotes(const QList<Event> &notes, const QStringList &lineNames)
{
    QSet<quint32> kept;
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        const Row &shown = m_rows[static_cast<size_t>(row)];
        if (shown.event.noteId == 0)
            continue;
        bool isSame = false;
        for (qsizetype i = 0; i < notes.size() && !isSame; ++i)
            isSame = shown.isSameNote(notes[i], lineNames[i]);
        if (isSame) {
            kept.insert(shown.event.noteId);
            continue;
        }
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (qsizetype i = 0; i < notes.size(); ++i) {
        if (kept.contains(notes[i].noteId))
            continue;
        const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                        [&](const Row &row) { return row.event.timeUs <= notes[i].timeUs; });
        if (place == m_rows.cend() && m_rows.size() >= MaxRows)
            continue; // older than all that the list still holds
        const auto row = static_cast<int>(place - m_rows.cbegin());
        beginInsertRows({}, row, row);
        m_rows.insert(place, {notes[i], lineNames[i]});
        endInsertRows();
    }
    dropExcess();
}

void EventsModel::clear()
{
    m_dropped = 0;
    if (m_rows.empty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
    m_rows.clear();
    endRemoveRows();
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString EventsModel::textOf(const Row &row)
{
    const QString text = eventText(row.event);
    switch (row.event.kind) {
    case Event::Kind::Note:
        return row.lineName.isEmpty() ? text : tr("%1: %2", "line, note").arg(row.lineName, text);
    case Event::Kind::Tester: return tr("This computer: %1").arg(text);
    default: return row.lineName.isEmpty() ? text : QString(row.lineName + u' ' + text);
    }
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const qint64 nowUs = realtimeUs();
    switch (role) {
    case Qt::DisplayRole: return textOf(row);
    case TimeRole: return formatClock(row.event.timeUs, nowUs);
    case Qt::AccessibleTextRole: {
        const QString text = row.event.noteId != 0 ? tr("Note: %1").arg(textOf(row)) : textOf(row);
        return QString(formatClock(row.event.timeUs, nowUs) + u' ' + text);
    }
    case Qt::ToolTipRole: {
        QString text = textOf(row);
        if (row.event.beganUs > 0 && row.event.kind != Event::Kind::Cleared)
            text += u'\n' + tr("began %1").arg(formatClock(row.event.beganUs, nowUs));
        return text;
    }
    case VerdictRole: return static_cast<int>(row.event.verdict);
    // A note or the tester's own trouble is no state of a line.
    case HasShapeRole: return row.event.kind != Event::Kind::Note && row.event.kind != Event::Kind::Tester;
    case KeyRole: return row.event.line;
    case TimeUsRole: return row.event.timeUs;
    case NoteRole: return row.event.noteId;
    case CopyRole: {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.event.timeUs / 1000);
        return QString(time.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + formatUtcOffset(row.event.timeUs) +
                       u"  "_s + textOf(row));
    }
    default: return {};
    }
}

EventsInRange::EventsInRange(EventsModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
    setSourceModel(model);
}

void EventsInRange::setRange(const FocusRange &range)
{
    if (range == m_range)
        return;
    m_range = range;
    invalidateFilter();
}

bool EventsInRange::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    return m_range.holds(index.data(EventsModel::TimeUsRole).toLongLong());
}

} // namespace plumb
