// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demohints.h"

#include "bannerbar.h"
#include "windowsettings.h"

#include <QAction>

#include <array>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr std::array Ids{"strip"_L1, "banner"_L1, "range"_L1, "evidence"_L1};

QString hintText(const QString &id)
{
    if (id == "strip"_L1)
        return DemoHints::tr("Last column: all lines on one time axis. Where stripes stand below each other, "
                             "the lines have a cause in common.");
    if (id == "banner"_L1)
        return DemoHints::tr(
            "15 s after the start, and every 2 min, five lines of one entry fail together: a "
            "banner says what they share.");
    if (id == "range"_L1)
        return DemoHints::tr("Drag a range in the chart: table, events and exports then speak of that range. "
                             "Esc goes back.");
    return DemoHints::tr(
        "Select a bad line and press Ctrl+Shift+C: the evidence is in the clipboard, ready for "
        "the carrier.");
}

} // namespace

DemoHints::DemoHints(WindowSettings *settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_bar(new BannerBar(Banner::Notice, window))
{
    m_bar->setObjectName(u"hintBar"_s);
    auto *next = new QAction(tr("Got it"), this);
    connect(next, &QAction::triggered, this, &DemoHints::closeCurrent);
    m_bar->addAction(next);
}

void DemoHints::setShown(bool shown)
{
    m_shown = shown;
    update();
}

bool DemoHints::hasMore() const
{
    const QStringList closed = m_settings->closedHints();
    return std::any_of(Ids.begin(), Ids.end(), [&](QLatin1StringView id) { return !closed.contains(id); });
}

void DemoHints::setAll(bool open)
{
    QStringList closed;
    for (const QLatin1StringView id : Ids) {
        if (!open)
            closed.append(id);
    }
    m_settings->setClosedHints(closed);
    update();
}

void DemoHints::closeCurrent()
{
    m_settings->setClosedHints(m_settings->closedHints() << m_current);
    update();
}

void DemoHints::update()
{
    m_current.clear();
    const QStringList closed = m_settings->closedHints();
    for (const QLatin1StringView id : Ids) {
        if (m_shown && m_current.isEmpty() && !closed.contains(id))
            m_current = id;
    }
    m_bar->setText(m_current.isEmpty() ? QString() : tr("Hint: %1").arg(hintText(m_current)));
}

} // namespace plumb
