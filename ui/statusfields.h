// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QTimer;
class QToolButton;
QT_END_NAMESPACE

namespace plumb {

class Monitor;

//! The one row at the foot of the window: what runs, what it sends, how the tester does, where and in which
//! time zone.
class StatusFields final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusFields(const Monitor *monitor, QWidget *parent = nullptr);

    //! Reads the monitor; meant for a timer. frozenAtUs: since when the picture stands still.
    void refresh(std::optional<qint64> frozenAtUs);
    void setStation(const QString &station);
    //! Shown for some seconds, e.g. after lines were removed.
    void say(const QString &message);

Q_SIGNALS:
    //! The sweep that runs shall end.
    void cancelRequested();

private:
    [[nodiscard]] QString sweepText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString idleText() const;
    [[nodiscard]] QString testerToolTip() const;
    QLabel *addField(const QString &name, const QString &toolTip);
    static void show(QLabel *label, const QString &text);

    const Monitor *m_monitor;
    QLabel *m_state, *m_rate, *m_tester, *m_voided, *m_frozen, *m_message, *m_place;
    QString m_station;
    QTimer *m_messageTimer;
    QToolButton *m_cancel;
};

} // namespace plumb
