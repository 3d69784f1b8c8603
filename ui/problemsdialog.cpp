// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "problemsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr qsizetype MaxShown = 1000;

} // namespace

ProblemsDialog::ProblemsDialog(const QString &title, const QString &file, const QList<Problem> &problems,
                               QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 320);
    auto *layout = new QVBoxLayout(this);
    auto *head = new QLabel(file, this);
    head->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(head);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Problems"));
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Level"), tr("Place"), tr("Problem")});
    QStringList text;
    for (const Problem &problem : problems) {
        text.append(problem.toString(file));
        if (list->topLevelItemCount() >= MaxShown)
            continue;
        const QString level = problem.level == Problem::Level::Error ? tr("Error") : tr("Warning");
        auto *item = new QTreeWidgetItem(list, {level, problem.place, problem.text});
        item->setToolTip(2, problem.text);
    }
    if (problems.size() > MaxShown)
        new QTreeWidgetItem(list,
                            {QString(), QString(),
                             tr("… and %n more", nullptr, static_cast<int>(problems.size() - MaxShown))});
    list->resizeColumnToContents(0);
    list->resizeColumnToContents(1);
    layout->addWidget(list, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [all = text.join(u'\n')] { QApplication::clipboard()->setText(all); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace plumb
