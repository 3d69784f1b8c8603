// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "bannerbar.h"
#include "clock.h"
#include "copycontroller.h"
#include "demohints.h"
#include "emptystate.h"
#include "eventspanel.h"
#include "findings.h"
#include "format.h"
#include "latencychart.h"
#include "menukeys.h"
#include "notecontroller.h"
#include "reloadcontroller.h"
#include "sharingpanel.h"
#include "statusfields.h"
#include "theme.h"
#include "windowparts.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr int FastMs = 100;   // dirty rows, events
constexpr int ChartEvery = 3; // of those, a repaint of the chart
constexpr int SlowMs = 1000;  // time axis, status bar, banners
constexpr int SortMs = 2000;
constexpr qint64 SecondUs = 1'000'000;

} // namespace

MainWindow::MainWindow(Monitor *monitor, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(this, monitor))
{
    makePaletteReadable();
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString &path) { d->files->open(path); }

void MainWindow::openLast()
{
    const QString path = d->settings.lastProfile();
    if (!path.isEmpty())
        d->files->open(path);
}

void MainWindow::startDemo() { d->actions->demo->trigger(); }

void MainWindow::closeEvent(QCloseEvent *event)
{
    // A window that closes can not be closed again from within: only a question is answered later.
    if (!d->closing && !d->files->isSafe()) {
        event->ignore();
        d->files->whenSafe([this] {
            d->closing = true;
            close();
        });
        return;
    }
    d->saveState();
    d->run->leave();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        makePaletteReadable();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *mime = event->mimeData();
    const bool hasFile = mime->hasUrls() && mime->urls().first().isLocalFile();
    if (hasFile || mime->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QMimeData *mime = event->mimeData();
    event->acceptProposedAction();
    if (mime->hasUrls() && mime->urls().first().isLocalFile())
        d->files->open(mime->urls().first().toLocalFile());
    else if (mime->hasText())
        d->files->pasteText(mime->text());
}

MainWindow::Private::Private(MainWindow *w, Monitor *m)
    : window(w)
    , monitor(m)
    , actions(new WindowActions(w))
    , focus(new Focus(w))
    , document(new ProfileDocument(w))
    , run(new RunController(m, document, w))
    , model(new LinesModel([m](LineKey key) -> const LineState & { return m->line(key); }, w))
    , proxy(new LinesProxy(model, w))
    , filter(new FilterBar(w))
    , view(new LinesView(model, proxy, w))
    , files(new FileController(w, m, document, run, model, &settings))
    , lines(new LineController(view, model, m, document, files, run))
    , reload(new ReloadController(w, document, run, &settings))
    , m_chart(new LatencyChart(m, focus, w))
    , m_sharing(new SharingPanel(
          model, [m](LineKey key) -> const LineState & { return m->line(key); }, w))
    , m_pagesBelow(new QTabWidget(w))
    , m_events(new EventsPanel(m, w))
    , m_status(new StatusFields(m, w))
    , m_empty(new EmptyState({actions->paste, actions->open, actions->demo, actions->addLine}, w))
    , m_pages(new QStackedWidget(w))
    , m_content(new QWidget(w))
    , m_hints(new DemoHints(&settings, w))
    , m_reloadBar(new BannerBar(Banner::Notice, w))
    , m_demoBar(new BannerBar(Banner::Notice, w))
    , m_planBar(new BannerBar(Banner::Notice, w))
    , m_silenceBar(new BannerBar(Banner::Incident, w))
    , m_troubleBar(new BannerBar(Banner::Incident, w))
    , m_warningBar(new BannerBar(Banner::Notice, w))
    , m_findings(new Findings(
          model, [m](LineKey key) -> const LineState & { return m->line(key); }, m_troubleBar, m_sharing,
          filter, w))
    , m_copies(new CopyController(m, model, focus, m_chart, w))
    , m_notes(new NoteController(w, m, focus, document))
    , m_outer(new QSplitter(Qt::Vertical, w))
    , m_lower(new QSplitter(Qt::Horizontal, w))
    , m_fast(new QTimer(this))
    , m_slow(new QTimer(this))
    , m_sorter(new QTimer(this))
    , m_showWarnings(new QAction(tr("Show…"), this))
{
    window->setObjectName(u"mainWindow"_s);
    window->setAcceptDrops(true);
    assemble();
    connectActions();
    addMenuKeys(window);
    connectParts();
    restoreState();
    onLinesChanged();
    onStateChanged();
    updateTitle();
    updateRecent();
    refreshSlow();

    m_fast->setInterval(FastMs);
    connect(m_fast, &QTimer::timeout, this, &Private::refreshNumbers);
    m_slow->setInterval(SlowMs);
    connect(m_slow, &QTimer::timeout, this, &Private::refreshSlow);
    m_sorter->setInterval(SortMs);
    connect(m_sorter, &QTimer::timeout, this, &Private::resort);
    for (QTimer *timer : {m_fast, m_slow, m_sorter})
        timer->start();
}

void MainWindow::Private::assemble()
{
    m_demoBar->setObjectName(u"demoBar"_s);
    m_demoBar->addAction(actions->ownLines);
    m_planBar->setObjectName(u"planBar"_s);
    m_planBar->addAction(actions->start);
    m_silenceBar->setObjectName(u"silenceBar"_s);
    m_silenceBar->addClose();
    m_warningBar->setObjectName(u"warningBar"_s);
    m_warningBar->addAction(m_showWarnings);
    m_warningBar->addClose();

    m_troubleBar->setObjectName(u"troubleBar"_s);
    m_pagesBelow->setObjectName(u"pagesBelow"_s);
    m_pagesBelow->setDocumentMode(true);
    m_pagesBelow->addTab(m_chart, tr("Latency and loss"));
    m_pagesBelow->addTab(m_sharing, {});
    badgeSharing(0);
    m_lower->addWidget(m_pagesBelow);
    m_lower->addWidget(m_events);
    m_lower->setStretchFactor(0, 1);
    m_lower->setChildrenCollapsible(false);
    m_lower->setSizes({1000, 436});
    m_outer->addWidget(view);
    m_outer->addWidget(m_lower);
    m_outer->setStretchFactor(0, 1);
    m_outer->setChildrenCollapsible(false);
    m_outer->setSizes({420, 300});

    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(filter);
    content->addWidget(m_outer, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_content);

    auto *central = new QWidget(window);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (BannerBar *bar :
         {m_demoBar, m_hints->bar(), m_reloadBar, m_silenceBar, m_troubleBar, m_warningBar, m_planBar})
        layout->addWidget(bar);
    layout->addWidget(m_pages, 1);
    window->setCentralWidget(central);
    window->statusBar()->addWidget(m_status, 1);
    window->statusBar()->setSizeGripEnabled(false);
    // With room for the frame around it, on a small screen too.
    const QSize room = window->screen()->availableSize() - QSize(8, 40);
    window->resize(QSize(1440, 900).boundedTo(room));
}

void MainWindow::Private::connectParts()
{
    connect(monitor, &Monitor::linesChanged, this, &Private::onLinesChanged);
    connect(monitor, &Monitor::updated, model, &LinesModel::markDirty);
    connect(monitor, &Monitor::eventAdded, m_events, &EventsPanel::add);
    connect(monitor, &Monitor::stateChanged, this, &Private::onStateChanged);
    connect(monitor, &Monitor::finished, this, &Private::onStateChanged);
    connect(model, &LinesModel::countsChanged, this, [this] { m_countsDirty = true; });

    connectTable();
    connect(focus, &Focus::linesChanged, this, [this] {
        updateChart();
        updateActions();
    });
    connectFocus();
    connectTelling();
    connectDialogs();
    connect(filter, &FilterBar::filterChanged, proxy, &LinesProxy::setFilter);
    connect(filter, &FilterBar::finished, view, [this] { view->setFocus(Qt::ShortcutFocusReason); });
    connect(filter, &FilterBar::statesChanged, proxy, &LinesProxy::setStates);

    connect(document, &ProfileDocument::titleChanged, this, &Private::updateTitle);
    connect(document, &ProfileDocument::changed, this, [this] {
        updateTitle();
        updateActions();
        updatePlan();
    });
    connect(document, &ProfileDocument::replaced, this, [this] {
        m_warningBar->setText({});
        m_events->clear();
        focus->goLive();
    });
    connect(run, &RunController::demoChanged, this, [this] {
        m_demoBar->setText(
            run->isDemo() ? tr("Demo: 24 made-up lines inside this program; nothing leaves this computer.")
                          : QString());
        updateTitle();
        updateActions();
    });
    connect(files, &FileController::recentChanged, this, &Private::updateRecent);
    connect(files, &FileController::said, m_status, &StatusFields::say);
    connect(files, &FileController::warned, this, &Private::showWarnings);
    connect(lines, &LineController::said, m_status, &StatusFields::say);
    connect(m_empty, &EmptyState::openRequested, files, &FileController::open);
    connect(m_silenceBar, &BannerBar::closed, this, [this] { m_silenceDismissed = true; });
}

void MainWindow::Private::restoreState()
{
    window->restoreGeometry(settings.geometry());
    m_outer->restoreState(settings.outerSplitter());
    m_lower->restoreState(settings.lowerSplitter());
    view->setLayoutState(settings.tableLayout({}));
    actions->showChart->setChecked(settings.showsChart());
    actions->showEvents->setChecked(settings.showsEvents());
    focus->setSpan(settings.chartSpanS() * SecondUs);
    onViewChanged();
}

void MainWindow::Private::saveState()
{
    settings.setGeometry(window->saveGeometry());
    settings.setOuterSplitter(m_outer->saveState());
    settings.setLowerSplitter(m_lower->saveState());
    keepTableLayout();
}

void MainWindow::Private::onLinesChanged()
{
    model->setRunKind(monitor->runKind());
    model->setKeys(monitor->keys());
    proxy->refresh();
    focus->setLines(view->selectedKeys());
    updateVocabulary();
    const bool hasLines = !monitor->keys().isEmpty();
    QWidget *page = hasLines ? m_content : static_cast<QWidget *>(m_empty);
    if (page != m_pages->currentWidget()) {
        m_pages->setCurrentWidget(page);
        if (hasLines)
            view->setFocus();
    }
    m_worst = 0;
    m_status->setStation(monitor->station());
    m_sharing->setSelected(focus->lines());
    updateChart();
    updateActions();
    updatePlan();
    refreshSlow();
}

void MainWindow::Private::onStateChanged()
{
    model->setRunKind(monitor->runKind());
    if (monitor->state() == Monitor::State::Running) {
        m_silenceDismissed = false;
        m_findings->reset();
        if (monitor->events().isEmpty())
            m_events->clear();
    }
    actions->setRunning(monitor->state() != Monitor::State::Idle,
                        monitor->state() == Monitor::State::Stopping);
    showNumbers();
    updateActions();
    updatePlan();
    refreshSlow();
}

void MainWindow::Private::updatePlan()
{
    m_planBar->setText(run->isIdle() && !monitor->keys().isEmpty() ? run->planText() : QString());
}

void MainWindow::Private::updateCounts()
{
    if (!m_countsDirty)
        return;
    m_countsDirty = false;
    StateCounts counts{};
    for (int row = 0; row < model->rowCount(); ++row)
        ++counts[static_cast<size_t>(model->row(row).verdict)];
    filter->setCounts(counts);
}

void MainWindow::Private::updateChart()
{
    QList<LineKey> shown = focus->lines();
    QString prefix;
    if (shown.isEmpty()) {
        const int worst = model->rowOf(m_worst) >= 0 ? model->rowOf(m_worst) : model->worstRow();
        if (worst >= 0) {
            m_worst = model->row(worst).key;
            shown = {m_worst};
            prefix = tr("Worst line (nothing selected)");
        }
    }
    m_chart->setTitlePrefix(prefix);
    if (m_chart->lines() != shown.mid(0, LatencyChart::MaxLines) && m_chart->lines() != shown)
        m_chart->setLines(shown);
    const int row = shown.size() == 1 ? model->rowOf(shown.first()) : -1;
    if (row >= 0) {
        const Statistics &stats = model->row(row).stats;
        const bool isEmpty = focus->range().isTimed() && stats.settled() == 0;
        m_chart->setHeadline(!model->row(row).isMeasured ? tr("being computed")
                             : isEmpty                   ? tr("no probe was sent in this range")
                                                         : headlineText(stats));
        if (focus->range().isTimed())
            m_chart->setStatisticsRange({}, {});
        else
            m_chart->setStatisticsRange(stats.fromUs, stats.toUs);
    } else {
        m_chart->setHeadline({});
        m_chart->setStatisticsRange({}, {});
    }
    m_chart->refresh();
}

void MainWindow::Private::refreshNumbers()
{
    if (focus->isFrozen() || !window->isVisible())
        return;
    model->apply(m_chart->lines() + view->visibleKeys());
    m_events->flush();
    updateCounts();
    if (++m_ticks % ChartEvery == 0)
        updateChart();
}

void MainWindow::Private::refreshSlow()
{
    const qint64 now = focus->frozenAtUs().value_or(realtimeUs());
    view->setAxis(now - LinesModel::StripUs, now);
    m_status->refresh(focus->frozenAtUs());
    const QString silence = m_silenceDismissed ? QString() : run->silenceText();
    if (silence != m_silenceBar->text())
        m_silenceBar->setText(silence);
    if (!focus->isFrozen())
        m_findings->refresh(now, view->isHeld(), monitor->station());
}

void MainWindow::Private::resort()
{
    if (focus->isFrozen())
        return;
    const bool stale = proxy->isStale();
    const bool held = stale && view->isHeld();
    view->showHeld(held);
    if (stale && !held)
        proxy->refresh();
    m_worst = 0; // may be another by now
}

} // namespace plumb
