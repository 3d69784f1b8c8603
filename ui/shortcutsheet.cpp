// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsheet.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plumb {

ShortcutSheet::ShortcutSheet(const QList<QPair<QString, QString>> &shortcuts, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(440, 560);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(windowTitle());
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("What"), tr("Keys")});
    for (const auto &[what, keys] : shortcuts)
        new QTreeWidgetItem(list, {what, keys});
    new QTreeWidgetItem(list, {tr("Table: fold or unfold a group"), tr("Left, Right")});
    new QTreeWidgetItem(list, {tr("Filter: offer what fits"),
                               QKeySequence(Qt::CTRL | Qt::Key_Space).toString(QKeySequence::NativeText)});
    new QTreeWidgetItem(list, {tr("Events: go to the line"),
                               QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)});
    new QTreeWidgetItem(list, {tr("Filter: back to the table"),
                               QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)});
    new QTreeWidgetItem(
        list, {tr("From part to part"), QKeySequence(Qt::Key_Tab).toString(QKeySequence::NativeText)});
    new QTreeWidgetItem(list, {tr("Menus"), tr("Alt and the marked letter, or F10")});
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list);
    layout->addWidget(buttons);
}

} // namespace plumb
