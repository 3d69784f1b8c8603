// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latencychart.h"

#include "clock.h"
#include "focus.h"
#include "format.h"
#include "latencyplot.h"
#include "monitor.h"
#include "theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! Tells screen readers what the chart shows in words.
class ChartInterface final : public QAccessibleWidget
{
public:
    explicit ChartInterface(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Chart)
    {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value || kind == QAccessible::Description)
            return static_cast<const LatencyChart *>(widget())->spoken();
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *chart = qobject_cast<LatencyChart *>(object);
    return chart ? new ChartInterface(chart) : nullptr; // owned by the accessibility cache
}

QString endpoints(const LineState &state)
{
    const QString entry = effectiveEntry(state.line, state.settings).toString();
    const std::optional<Endpoint> echo = effectiveEcho(state.line, state.settings);
    return echo ? QString(entry + u" → "_s + echo->toString()) : entry;
}

} // namespace

LatencyChart::LatencyChart(const Monitor *monitor, Focus *focus, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_focus(focus)
    , m_title(new QLabel(this))
    , m_figures(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_tools(new QWidget(this))
    , m_plot(new LatencyPlot(this))
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed)
    setAccessibleName(tr("Latency and loss"));
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::ClickFocus);
    m_plot->setFocusProxy(this);
    m_title->setTextFormat(Qt::RichText);
    m_title->setWordWrap(true);
    // A long name must not dictate the width of the window.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_title->setSizePolicy(policy);
    m_figures->setObjectName(u"chartFigures"_s);
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (QLabel *label : {m_title, m_figures})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hint->setText(tr("Drag: numbers of that time · Shift+drag: move · wheel: zoom"));
    m_tools->setObjectName(u"chartTools"_s);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins({});
    tools->setSpacing(0);

    auto *titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(8, 3, 4, 0);
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(m_tools, 0, Qt::AlignTop);
    auto *figuresRow = new QHBoxLayout;
    figuresRow->setContentsMargins(8, 0, 8, 2);
    figuresRow->setSpacing(16);
    figuresRow->addWidget(m_figures, 1);
    figuresRow->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    constexpr int FocusFrame = 1;
    layout->setContentsMargins(FocusFrame, FocusFrame, FocusFrame, FocusFrame);
    layout->setSpacing(0);
    layout->addLayout(titleRow);
    layout->addLayout(figuresRow);
    layout->addWidget(m_plot, 1);
    connectPlot();
    showTitle();
}

void LatencyChart::connectPlot()
{
    connect(m_plot, &LatencyPlot::contentWanted, this, &LatencyChart::refresh);
    connect(m_plot, &LatencyPlot::rangePicked, this,
            [this](qint64 fromUs, qint64 toUs) { m_focus->setRange(FocusRange::between(fromUs, toUs)); });
    connect(m_plot, &LatencyPlot::panned, this, [this](qint64 byUs) { m_focus->pan(byUs, realtimeUs()); });
    connect(m_plot, &LatencyPlot::zoomed, this,
            [this](double factor, qint64 aroundUs) { m_focus->zoom(factor, aroundUs, realtimeUs()); });
    connect(m_plot, &LatencyPlot::doubleClicked, m_focus, &Focus::goLive);
    connect(m_plot, &LatencyPlot::menuWanted, this, &LatencyChart::menuWanted);
}

void LatencyChart::setTools(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton(m_tools);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text().remove(u'&'));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_tools->layout()->addWidget(button);
    }
}

void LatencyChart::stepCrosshair(int step)
{
    m_plot->stepCrosshair(step);
    announceCrosshair();
}

void LatencyChart::extendRange(int step)
{
    if (m_focus->range() != m_keyRange)
        m_plot->endRange(); // Esc, the mouse or another view has picked something else
    m_plot->extendRange(step);
    m_keyRange = m_focus->range();
    announceCrosshair(rangeText(m_keyRange, m_monitor->runKind(), realtimeUs()) + u'\n');
}

std::optional<qint64> LatencyChart::crosshairUs() const
{
    return hasFocus() ? m_plot->crosshairUs() : std::nullopt;
}

void LatencyChart::announceCrosshair(const QString &before)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(this, QString(before + m_plot->readout()));
    QAccessible::updateAccessibility(&event);
}

LatencyChart::~LatencyChart() = default;

QSize LatencyChart::sizeHint() const { return {1000, 300}; }

void LatencyChart::setLines(const QList<LineKey> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    showTitle();
    refresh();
}

void LatencyChart::setTitlePrefix(const QString &prefix)
{
    if (prefix == m_prefix)
        return;
    m_prefix = prefix;
    showTitle();
}

void LatencyChart::setHeadline(const QString &headline)
{
    if (headline == m_headline)
        return;
    m_headline = headline;
    showTitle();
}

void LatencyChart::setStatisticsRange(std::optional<qint64> fromUs, std::optional<qint64> toUs)
{
    m_rangeFromUs = fromUs;
    m_rangeToUs = toUs;
}

QList<LineKey> LatencyChart::shownLines() const
{
    QList<LineKey> keys;
    for (const LineKey key : m_lines) {
        if (keys.size() < MaxLines && m_monitor->contains(key))
            keys.append(key);
    }
    return keys;
}

void LatencyChart::refresh()
{
    LatencyPlot::Content content;
    content.toUs = m_focus->viewEndUs(realtimeUs());
    content.spanUs = m_focus->view().spanUs;
    const FocusRange &range = m_focus->range();
    content.rangeFromUs = range.isTimed() ? range.fromUs : m_rangeFromUs;
    content.rangeToUs = range.kind == FocusRange::Kind::Since ? m_focus->frozenAtUs().value_or(realtimeUs())
                        : range.kind == FocusRange::Kind::Between ? range.toUs
                                                                  : m_rangeToUs;
    const QList<LineKey> keys = shownLines();
    for (const LineKey key : keys) {
        const LineState &state = m_monitor->line(key);
        content.lines.push_back({state.line.label(), &state.history, state.rules});
    }
    const QList<Event> &events = m_monitor->events();
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        if (event->timeUs < content.toUs - content.spanUs)
            break;
        const auto shown =
            std::find_if(keys.cbegin(), keys.cend(), [event](LineKey key) { return event->concerns(key); });
        if (shown == keys.cend())
            continue;
        const bool isState = event->kind != Event::Kind::Note && event->kind != Event::Kind::Tester;
        const QString label = event->line != 0 && keys.size() > 1
                                  ? QString(m_monitor->line(*shown).line.label() + u' ')
                                  : QString();
        content.marks.push_back(
            {event->timeUs, !isState, event->verdict,
             formatClock(event->timeUs, content.toUs) + u' ' + label + eventText(*event)});
    }
    std::reverse(content.marks.begin(), content.marks.end());
    m_plot->setContent(content);
    announce();
}

void LatencyChart::announce()
{
    constexpr qint64 LeastMs = 1000;
    if (!QAccessible::isActive() || (m_announced.isValid() && m_announced.elapsed() < LeastMs))
        return;
    m_announced.start();
    QAccessibleValueChangeEvent event(this, summary());
    QAccessible::updateAccessibility(&event);
}

void LatencyChart::showTitle()
{
    const QList<LineKey> keys = shownLines();
    QString text;
    if (!m_prefix.isEmpty())
        text = m_prefix.toHtmlEscaped() + u": "_s;
    if (keys.size() == 1) {
        const LineState &state = m_monitor->line(keys.first());
        text += u"<b>"_s + state.line.label().toHtmlEscaped() + u"</b>&nbsp;&nbsp;"_s +
                endpoints(state).toHtmlEscaped();
    } else {
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const QColor color = seriesColor(static_cast<int>(i), isDark(palette()));
            // Swatch and name stay together where the title wraps.
            const QString name = m_monitor->line(keys[i]).line.label().toHtmlEscaped();
            text +=
                u"<span style=\"white-space:nowrap\"><span style=\"color:%1\">■</span> <b>%2</b> %3</span>&nbsp; "_s
                    .arg(color.name(), QString::number(i + 1), name);
        }
        if (m_lines.size() > keys.size())
            text += tr("(the first %1 of %2 lines)").arg(keys.size()).arg(m_lines.size());
    }
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, dimTextColor(dim));
    m_hint->setPalette(dim);
    m_title->setText(text);
    m_figures->setText(keys.isEmpty() ? QString() : m_headline);
}

std::optional<qint64> LatencyChart::oldestUs() const
{
    std::optional<qint64> oldest;
    for (const LineKey key : shownLines()) {
        const LineHistory &history = m_monitor->line(key).history;
        if (history.settledEnd() > history.firstSeq()) {
            const qint64 first = history.at(history.firstSeq()).sentUs;
            oldest = std::min(first, oldest.value_or(first));
        }
    }
    return oldest;
}

QImage LatencyChart::image(QSize size) const
{
    // Another one of the wanted size: this one keeps its layout, and buttons are no part of a picture.
    LatencyChart picture(m_monitor, m_focus);
    picture.setPalette(palette());
    picture.setFont(font());
    picture.m_rangeFromUs = m_rangeFromUs;
    picture.m_rangeToUs = m_rangeToUs;
    picture.m_prefix = m_prefix;
    picture.m_headline = m_headline;
    picture.m_lines = m_lines;
    picture.m_hint->hide();
    picture.resize(size);
    picture.showTitle();
    picture.refresh();
    return picture.grab().toImage();
}

void LatencyChart::copyImage() const { QGuiApplication::clipboard()->setImage(image(size())); }

QString LatencyChart::spoken() const
{
    const QString values = m_plot->readout();
    return values.isEmpty() ? summary() : values + u'\n' + summary();
}

QString LatencyChart::summary() const
{
    const qint64 to = m_focus->viewEndUs(realtimeUs());
    const qint64 from = to - m_focus->view().spanUs;
    QStringList lines;
    for (const LineKey key : shownLines()) {
        const LineState &state = m_monitor->line(key);
        const Statistics figures = statisticsOf(state.history, sentBetween(state.history, from, to));
        const Sample *last = state.history.last();
        if (!figures.lossPct) {
            lines << tr("%1: nothing measured in this span", "name").arg(state.line.label());
            continue;
        }
        const QString newest = last && last->hasRtt() ? formatMsUnit(last->rttUs / 1000.0)
                               : last                 ? fateText(last->fate)
                                                      : unknownText();
        if (!figures.minMs) {
            lines << tr("%1: last %2, loss %3 %, no answer", "name, lost, 100.0")
                         .arg(state.line.label(), newest, formatLossPct(figures.lossPct));
            continue;
        }
        lines << tr("%1: last %2, loss %3 %, from %4 to %5", "name, 12 ms, 0.0, 10 ms, 20 ms")
                     .arg(state.line.label(), newest, formatLossPct(figures.lossPct),
                          formatMsUnit(figures.minMs), formatMsUnit(figures.maxMs));
    }
    return lines.isEmpty() ? tr("Nothing measured yet") : lines.join(u'\n');
}

void LatencyChart::contextMenuEvent(QContextMenuEvent *event)
{
    // The plot itself tells a click of the right button from a drag with it.
    if (event->reason() == QContextMenuEvent::Mouse)
        return;
    Q_EMIT menuWanted(m_plot->mapToGlobal(m_plot->rect().center()));
}

void LatencyChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LatencyChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    // A menu gives the keyboard back, and may be about the crosshair.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::MenuBarFocusReason)
        m_plot->hideCrosshair();
    update();
}

void LatencyChart::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void LatencyChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTitle();
}

} // namespace plumb
