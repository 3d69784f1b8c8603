// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.h"

#include "bannerbar.h"
#include "clock.h"
#include "filterbar.h"
#include "format.h"
#include "sharingpanel.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr int MaxWaitMs = 10'000;
constexpr qsizetype MaxCopied = 20;

} // namespace

Findings::Findings(const LinesModel *model, LinesModel::LineSource source, BannerBar *bar,
                   SharingPanel *panel, FilterBar *filter, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_source(std::move(source))
    , m_bar(bar)
    , m_panel(panel)
    , m_filter(filter)
    , m_show(new QAction(tr("Show"), this))
    , m_copy(new QAction(tr("Copy"), this))
{
    bar->addAction(m_show);
    bar->addAction(m_copy);
    m_copy->setToolTip(tr("This sentence and the bad lines, as text."));
    connect(m_show, &QAction::triggered, this, &Findings::toggleFilter);
    connect(m_copy, &QAction::triggered, this, [this] {
        copy();
        Q_EMIT said(tr("Copied."));
    });
    connect(panel, &SharingPanel::filterWanted, filter, &FilterBar::showOnly);
    connect(filter, &FilterBar::filterChanged, this, [this] {
        m_panel->setFiltered(!m_filter->text().isEmpty());
        show(true);
    });
}

void Findings::reset()
{
    m_trouble.reset();
    m_waiting.invalidate();
    show(false);
}

void Findings::refresh(qint64 nowUs, bool held, const QString &station)
{
    m_station = station;
    const QList<JudgedLine> judged = judgedLines(*m_model, m_source);
    m_trouble.look(judged, nowUs);
    show(held);
    m_panel->refresh(judged);
}

void Findings::show(bool held)
{
    const bool isShown = !m_bar->text().isEmpty();
    const bool moves = isShown == m_trouble.text().isEmpty();
    if (!moves)
        m_waiting.invalidate();
    else if (held && !m_waiting.isValid())
        m_waiting.start();
    if (moves && held && m_waiting.elapsed() < MaxWaitMs)
        return;
    if (m_trouble.text() != m_bar->text())
        m_bar->setText(m_trouble.text());
    m_bar->setKind(m_trouble.isOver() ? Banner::Notice : Banner::Incident);
    const bool isFiltered = !m_trouble.filter().isEmpty() && m_filter->text() == m_trouble.filter();
    m_show->setText(isFiltered ? tr("Show all") : tr("Show"));
    m_show->setToolTip(isFiltered ? tr("Remove the filter: show all lines again.")
                                  : tr("Show only these lines: sets the filter."));
    m_show->setVisible(!m_trouble.filter().isEmpty());
    m_copy->setVisible(!m_trouble.filter().isEmpty());
}

void Findings::toggleFilter()
{
    m_filter->showOnly(m_filter->text() == m_trouble.filter() ? QString() : m_trouble.filter());
}

void Findings::copy() const
{
    const qint64 nowUs = realtimeUs();
    QStringList text{m_trouble.text(),
                     tr("as of %1 %2, from station %3", "date and time, zone")
                         .arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                              formatUtcOffset(nowUs), m_station)};
    const QList<LineKey> &lines = m_trouble.lines();
    for (const LineKey key : lines.first(std::min(lines.size(), MaxCopied))) {
        const int index = m_model->rowOf(key);
        if (index < 0)
            continue;
        const LineRow &row = m_model->row(index);
        text << tr("%1 %2: %3, since %4", "name, entry, state, time")
                    .arg(row.line.label(), row.line.entry.toString(), badgeText(row.verdict, row.reason),
                         formatClock(row.beganUs, nowUs));
    }
    if (lines.size() > MaxCopied)
        text << tr("… and %n more line(s)", nullptr, static_cast<int>(lines.size() - MaxCopied));
    QGuiApplication::clipboard()->setText(text.join(u'\n'));
}

} // namespace plumb
