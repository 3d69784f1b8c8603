// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusactions.h"

#include "focusrange.h"
#include "format.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr qint64 SecondUs = 1'000'000;

// The style's arrow stands in the corner of the text.
void showMenuText(QToolButton *button, const QString &text)
{
    button->setText(text + u"  "_s);
    button->setAccessibleName(text);
}

} // namespace

FocusActions::FocusActions(QWidget *window)
    : QObject(window)
{
    live =
        make(tr("● &Live"), {Qt::Key_Escape},
             tr("Back to live: the picture moves again, charts follow the clock, numbers are of the newest "
                "probes. (Esc)"));
    live->setIconText(tr("● Live  Esc"));
    live->setEnabled(false);
    countRecent = make(tr("&Last %n probe(s); a sweep: all", nullptr, FocusRange::RecentProbes));
    countFromNow = make(tr("&Count from now"), {Qt::CTRL | Qt::Key_R},
                        tr("Numbers of all probes sent from now on. Deletes nothing."));
    countVisible = make(tr("What the chart &shows"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R},
                        tr("Numbers of the time that the chart shows now."));
    auto *ranges = new QActionGroup(this);
    for (QAction *action : {countRecent, countFromNow, countVisible}) {
        action->setCheckable(action == countRecent);
        ranges->addAction(action);
    }
    countRecent->setChecked(true);

    zoomIn = make(tr("Zoom &in"), {Qt::Key_Plus, Qt::Key_Equal});
    zoomOut = make(tr("Zoom &out"), {Qt::Key_Minus});
    fit = make(tr("&Fit"), {Qt::Key_0}, tr("Show the range that the numbers are of, else all that is kept."));
    earlier = make(tr("&Earlier"), {Qt::Key_Left});
    later = make(tr("La&ter"), {Qt::Key_Right});
    pageEarlier = make(tr("A page e&arlier"), {Qt::Key_PageUp});
    pageLater = make(tr("A page late&r"), {Qt::Key_PageDown});
    oldest = make(tr("Ol&dest"), {Qt::Key_Home}, tr("The oldest that is kept."));
    newest = make(tr("&Newest"), {Qt::Key_End}, tr("Follow the clock again."));
    copyImage = make(tr("Co&py the chart as an image"), {Qt::CTRL | Qt::ALT | Qt::Key_C});
    olderValue = make(tr("Cross&hair to the older values"), {Qt::SHIFT | Qt::Key_Left});
    newerValue = make(tr("Crosshair to the ne&wer values"), {Qt::SHIFT | Qt::Key_Right});
    rangeOlder = make(tr("Pick a range to the older &values"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Left},
                      tr("Numbers of the time from the crosshair on; each step adds older values."));
    rangeNewer = make(tr("Pick a range to the newer val&ues"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Right},
                      tr("Numbers of the time from the crosshair on; each step adds newer values."));
    zoomIn->setIconText(u"+"_s);
    zoomOut->setIconText(u"−"_s);
    fit->setIconText(tr("Fit"));
    copyImage->setIconText(tr("Copy image"));
    const QList<QAction *> keysOfChart = ofChart();
    for (QAction *action : keysOfChart)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);

    spans = new QActionGroup(this);
    spans->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (const int minutes : {1, 5, 10, 30, 60, 120, 720}) {
        QAction *action =
            spans->addAction(minutes < 60 ? tr("%1 min").arg(minutes) : tr("%1 h").arg(minutes / 60));
        action->setCheckable(true);
        action->setData(minutes * 60);
    }

    menu = new QMenu(tr("&Chart"), window);
    m_spanMenu = menu->addMenu(tr("&Span"));
    m_spanMenu->addActions(spans->actions());
    m_spanMenu->addSeparator();
    QAction *all = m_spanMenu->addAction(tr("All that is kept"));
    connect(all, &QAction::triggered, fit, &QAction::trigger);
    menu->addActions({zoomIn, zoomOut, fit});
    menu->addSeparator();
    menu->addActions({earlier, later, pageEarlier, pageLater, oldest, newest});
    menu->addSeparator();
    menu->addActions({olderValue, newerValue, rangeOlder, rangeNewer});
    menu->addSeparator();
    m_numbersMenu = menu->addMenu(tr("Nu&mbers of"));
    m_numbersMenu->addActions({countRecent, countFromNow, countVisible});
    menu->addAction(live);
    menu->addSeparator();
    menu->addAction(copyImage);
}

QList<QAction *> FocusActions::ofChart() const
{
    return {zoomIn, zoomOut, fit,        earlier,    later,      pageEarlier, pageLater,
            oldest, newest,  olderValue, newerValue, rangeOlder, rangeNewer};
}

QAction *FocusActions::make(const QString &text, const QList<QKeySequence> &keys, const QString &toolTip)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    if (!toolTip.isEmpty())
        action->setToolTip(toolTip);
    return action;
}

void FocusActions::addTo(QToolBar *bar)
{
    m_numbers = new QToolButton(bar);
    m_numbers->setObjectName(u"numbersButton"_s);
    m_numbers->setMenu(m_numbersMenu);
    m_numbers->setPopupMode(QToolButton::InstantPopup);
    m_numbers->setToolTip(tr("Which probes the numbers of table, chart title and exports are of. Drag in the "
                             "chart to pick a range of time."));
    bar->addWidget(m_numbers);
    m_span = new QToolButton(bar);
    m_span->setObjectName(u"spanButton"_s);
    m_span->setMenu(m_spanMenu);
    m_span->setPopupMode(QToolButton::InstantPopup);
    m_span->setToolTip(tr("How much time the chart shows."));
    bar->addWidget(m_span);
    // The longest that it usually says: what stands beside it does not move with a range.
    setNumbers(u"00:00:00–00:00:00"_s, true);
}

void FocusActions::addLiveTo(QToolBar *bar)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(u"liveButton"_s);
    button->setDefaultAction(live);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    QFont bold = button->font();
    bold.setBold(true);
    button->setFont(bold);
    m_liveButton = bar->addWidget(button);
    m_liveButton->setVisible(false);
}

void FocusActions::setNumbers(const QString &of, bool timed)
{
    showMenuText(m_numbers, tr("Numbers: %1").arg(of));
    QFont font = m_numbers->font();
    font.setBold(timed);
    m_numbers->setFont(font);
    keepWidth(m_numbers);
    countRecent->setChecked(!timed);
}

void FocusActions::setSpan(qint64 us)
{
    QString text = formatDuration(static_cast<double>(us) / static_cast<double>(SecondUs));
    const QList<QAction *> actions = spans->actions();
    for (QAction *action : actions) {
        const bool isIt = action->data().toLongLong() * SecondUs == us;
        action->setChecked(isIt);
        if (isIt)
            text = action->text();
    }
    showMenuText(m_span, tr("Chart: %1").arg(text));
}

void FocusActions::setLive(bool isLive)
{
    live->setEnabled(!isLive);
    m_liveButton->setVisible(!isLive);
}

void keepWidth(QWidget *widget)
{
    widget->setMinimumWidth(std::max(widget->minimumWidth(), widget->sizeHint().width()));
}

} // namespace plumb
