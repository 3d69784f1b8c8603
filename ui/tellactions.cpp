// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tellactions.h"

#include <QAction>
#include <QMenu>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plumb {

TellActions::TellActions(QWidget *window)
    : QObject(window)
    , menu(new QMenu(tr("&Tools"), window))
{
    note = make(
        tr("Add a &note…"), QKeySequence(Qt::CTRL | Qt::Key_N),
        tr("On the selected lines or on all, at this time or where the chart's crosshair stands; shown in "
           "chart, events and exports. (Ctrl+N)"));
    note->setIconText(tr("Note", "button"));
    copyEvidence =
        make(tr("Copy ev&idence"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
             tr("What is wrong with the selected lines as text, with the chart as a picture; nothing "
                "selected: of the worst line. (Ctrl+Shift+C)"));
    copyMtr = make(tr("Copy mt&r command"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
                   tr("The command that traces the way to the entry with UDP probes."));
    shift8 = make(tr("Copy shift summary of the last &8 h"), {},
                  tr("Flagged lines, their duration and worst figure, what was not counted."));
    shift12 = make(tr("Copy shift summary of the last &12 h"), {}, shift8->toolTip());
    menu->addActions({shift8, shift12});
    showLatency = make(tr("&Latency and loss"), QKeySequence(Qt::CTRL | Qt::Key_1));
    showSharing = make(tr("What they s&hare"), QKeySequence(Qt::CTRL | Qt::Key_2));
}

QAction *TellActions::make(const QString &text, const QKeySequence &keys, const QString &toolTip)
{
    static const QRegularExpression appended(u"\\s*\\(&.\\)"_s);
    auto *action = new QAction(text, this);
    action->setIconText(QString(text).remove(appended).remove(u'&')); // what buttons say
    action->setShortcut(keys);
    if (!toolTip.isEmpty())
        action->setToolTip(toolTip);
    return action;
}

} // namespace plumb
