// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptystate.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

QString buttonText(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? action.text() : QString(action.text() + u"  " + keys);
}

} // namespace

EmptyState::EmptyState(const QList<QAction *> &ways, QWidget *parent)
    : QWidget(parent)
    , m_recent(new QVBoxLayout)
{
    setObjectName(u"emptyState"_s);
    auto *title = new QLabel(tr("No lines yet"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(
        tr("Plumbline sends small UDP probes to your lines and tells which of them are really bad.\n"
           "Nothing is sent until you press Start."),
        this);
    text->setAlignment(Qt::AlignCenter);
    auto *example = new QLabel(u"118.89.127.211:7000 -> 150.109.196.7:9000  Tokyo 01  #tokyo #cn2"_s, this);
    example->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    example->setTextInteractionFlags(Qt::TextSelectableByMouse);
    example->setAlignment(Qt::AlignCenter);
    example->setToolTip(tr("A line as it can be pasted: entry, echo address, name, tags."));
    auto *drop = new QLabel(tr("…or drop a .csv, .txt or .plumb file here"), this);
    drop->setAlignment(Qt::AlignCenter);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QAction *way : ways) {
        auto *button = new QPushButton(buttonText(*way), this);
        button->setToolTip(way->toolTip());
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, way, &QAction::trigger);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addStretch(2);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addLayout(buttons);
    layout->addWidget(example);
    layout->addWidget(drop);
    layout->addSpacing(10);
    layout->addLayout(m_recent);
    layout->addStretch(3);
}

void EmptyState::setRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        item->widget()->deleteLater(); // may be the button whose click led here
        delete item;
    }
    if (paths.isEmpty())
        return;
    m_recent->addWidget(new QLabel(tr("Opened before:"), this), 0, Qt::AlignCenter);
    for (const QString &path : paths) {
        auto *button = new QPushButton(QFileInfo(path).fileName(), this);
        button->setFlat(true);
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT openRequested(path); });
        m_recent->addWidget(button, 0, Qt::AlignCenter);
    }
}

} // namespace plumb
