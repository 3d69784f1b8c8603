// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focusrange.h"
#include "sample.h"
#include "verdict.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QListView;
QT_END_NAMESPACE

namespace plumb {

class EventsInRange;
class EventsModel;
class Monitor;

//! The list of events beside the chart. What comes waits until flush(), so that a frozen picture stands
//! still.
class EventsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit EventsPanel(const Monitor *monitor, QWidget *parent = nullptr);

    void add(const Event &event);
    void flush();
    void clear();
    //! The monitor's notes became others; they are shown at once, in a frozen picture too.
    void showNotes();
    //! Shows only the events of a range and says so.
    void setRange(const FocusRange &range);

Q_SIGNALS:
    //! key: 0 where it is of no single line.
    void eventActivated(plumb::LineKey key, qint64 timeUs);
    void numbersSinceWanted(qint64 timeUs);
    void noteEditWanted(quint32 noteId);
    void noteRemoveWanted(quint32 noteId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTitle();
    void makeActions();
    void updateActions();
    void copySelected() const;
    [[nodiscard]] QString namesOf(const Event &event) const;

    const Monitor *m_monitor;
    EventsModel *m_model;
    EventsInRange *m_shown;
    QLabel *m_title;
    QListView *m_view;
    QLabel *m_empty;
    QAction *m_goTo, *m_copy, *m_since, *m_edit, *m_remove;
    QList<Event> m_pending;
    QStringList m_pendingNames;
};

} // namespace plumb
