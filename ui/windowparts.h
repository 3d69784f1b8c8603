// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filecontroller.h"
#include "filterbar.h"
#include "focus.h"
#include "linecontroller.h"
#include "linesmodel.h"
#include "linesproxy.h"
#include "linesview.h"
#include "mainwindow.h"
#include "profiledocument.h"
#include "runcontroller.h"
#include "windowactions.h"
#include "windowsettings.h"

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTimer;
QT_END_NAMESPACE

namespace plumb {

class BannerBar;
class ColumnMenu;
class CopyController;
class EmptyState;
class EventsPanel;
class DemoHints;
class Findings;
class LatencyChart;
class NoteController;
class ReloadController;
class SharingPanel;
class StatusFields;

//! The parts of the main window and what moves between them.
class MainWindow::Private final : public QObject
{
    Q_OBJECT
public:
    Private(MainWindow *window, Monitor *monitor);

    void saveState();

    MainWindow *window;
    Monitor *monitor;
    WindowSettings settings;
    WindowActions *actions;
    Focus *focus;
    ProfileDocument *document;
    RunController *run;
    LinesModel *model;
    LinesProxy *proxy;
    FilterBar *filter; // before the table: the Tab key goes that way
    LinesView *view;
    FileController *files;
    LineController *lines;
    ReloadController *reload;
    bool closing = false;

private:
    void assemble();
    void connectActions();
    void connectParts();
    void restoreState();

    void onLinesChanged();
    void onStateChanged();
    void updateActions();
    void updateTitle();
    void updateRecent();
    void updatePlan();
    void updateCounts();
    void updateChart();
    void setFrozen(bool frozen);
    void connectFocus();
    void connectDialogs();
    void showSettings();
    void freezeTester();
    void onRangeChanged();
    void onViewChanged();
    void onFrozenChanged();
    void showNumbers();
    void connectTable();
    void updateSweep();
    void updateVocabulary();
    void keepTableLayout();
    void showAllKept();
    void goToEvent(LineKey key, qint64 us);
    void connectTelling();
    void showPage(QWidget *page);
    void badgeSharing(int telling);
    void showLines(const QList<LineKey> &keys);
    void showAbout();
    void showWarnings(const QString &file, const QList<Problem> &problems);

    // By timers: a repaint never waits for a probe nor follows each one.
    void refreshNumbers();
    void refreshSlow();
    void resort();

    LatencyChart *m_chart;
    SharingPanel *m_sharing;
    QTabWidget *m_pagesBelow; //!< chart and what they share
    EventsPanel *m_events;
    StatusFields *m_status;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QWidget *m_content;
    DemoHints *m_hints;
    BannerBar *m_reloadBar;
    BannerBar *m_demoBar, *m_planBar, *m_silenceBar, *m_troubleBar, *m_warningBar;
    Findings *m_findings;
    CopyController *m_copies;
    NoteController *m_notes;
    QSplitter *m_outer, *m_lower;
    QTimer *m_fast, *m_slow, *m_sorter;
    QAction *m_showWarnings;
    QString m_warnedFile;
    QList<Problem> m_warnings;
    QString m_layoutPath; //!< of the profile that the table's columns are kept for
    LineKey m_worst = 0;
    bool m_countsDirty = true;
    bool m_silenceDismissed = false;
    int m_ticks = 0;
};

} // namespace plumb
