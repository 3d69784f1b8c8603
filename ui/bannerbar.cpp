// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace plumb {

BannerBar::BannerBar(Banner kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_label(new QLabel(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(8, 3, 8, 3);
    m_layout->addWidget(m_label, 1);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMinimumHeight(32);
    applyColors();
    hide();
}

void BannerBar::setText(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString BannerBar::text() const { return m_label->text(); }

void BannerBar::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(button);
}

void BannerBar::addClose()
{
    auto *action = new QAction(tr("Close"), this);
    connect(action, &QAction::triggered, this, [this] {
        setText({});
        Q_EMIT closed();
    });
    addAction(action);
}

void BannerBar::setKind(Banner kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    applyColors();
    update();
}

void BannerBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

void BannerBar::applyColors()
{
    const QColor text = bannerColors(m_kind, isDark(palette())).text;
    QPalette colors = m_label->palette();
    if (colors.color(QPalette::WindowText) == text)
        return;
    colors.setColor(QPalette::WindowText, text);
    m_label->setPalette(colors);
}

void BannerBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), bannerColors(m_kind, isDark(palette())).fill);
}

} // namespace plumb
