// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QActionGroup;
class QMenu;
class QToolBar;
class QToolButton;
QT_END_NAMESPACE

namespace plumb {

//! What can be done about the time that charts show and the range that the numbers are of: the Chart menu and
//! the tool bar's buttons of both.
class FocusActions final : public QObject
{
    Q_OBJECT
public:
    explicit FocusActions(QWidget *window);

    QAction *live;                                      //!< enabled while something is not live
    QAction *countRecent, *countFromNow, *countVisible; //!< what the numbers are of
    QAction *zoomIn, *zoomOut, *fit, *copyImage;        //!< their keys work in the chart
    QAction *earlier, *later, *pageEarlier, *pageLater, *oldest, *newest, *olderValue, *newerValue,
        *rangeOlder, *rangeNewer; //!< likewise
    QActionGroup *spans;          //!< its actions' data(): seconds
    QMenu *menu;                  //!< owned by the window

    //! Those that need the chart to have the keyboard.
    [[nodiscard]] QList<QAction *> ofChart() const;
    //! The buttons of the chart's header.
    [[nodiscard]] QList<QAction *> tools() const { return {zoomOut, zoomIn, fit, live, copyImage}; }
    //! The buttons: numbers and span.
    void addTo(QToolBar *bar);
    //! The way back to live, which is there only when needed: where nothing stands behind it.
    void addLiveTo(QToolBar *bar);
    //! "last 100 probes", "since 02:12:41"; timed: of a range that was set.
    void setNumbers(const QString &of, bool timed);
    void setSpan(qint64 us);
    void setLive(bool isLive);

private:
    QAction *make(const QString &text, const QList<QKeySequence> &keys = {}, const QString &toolTip = {});

    QMenu *m_spanMenu, *m_numbersMenu;
    QToolButton *m_numbers = nullptr, *m_span = nullptr;
    QAction *m_liveButton = nullptr;
};

//! A widget does not become narrower again than it has to be for what it says now.
void keepWidth(QWidget *widget);

} // namespace plumb
