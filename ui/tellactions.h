// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace plumb {

//! What can be done to prove a fault and to tell of it: what lines share, evidence, notes.
class TellActions final : public QObject
{
    Q_OBJECT
public:
    explicit TellActions(QWidget *window);

    QAction *note, *copyEvidence, *copyMtr, *shift8, *shift12;
    QAction *showLatency, *showSharing; //!< the pages beside the events
    QMenu *menu;                        //!< Tools; owned by the window

private:
    QAction *make(const QString &text, const QKeySequence &keys = {}, const QString &toolTip = {});
};

} // namespace plumb
