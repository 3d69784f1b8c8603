// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsheet.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

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
    const auto add = [list](const QString &what, const QString &keys) {
        new QTreeWidgetItem(list, {what, keys});
    };
    const auto text = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    add(tr("Table: fold or unfold a group"), tr("Left, Right"));
    add(tr("Chart: a note at the crosshair"), text(Qt::CTRL | Qt::Key_N));
    add(tr("Filter: offer what fits"), text(Qt::CTRL | Qt::Key_Space));
    add(tr("Filter: to the table"), text(Qt::Key_Return));
    add(tr("Filter: clear it, then back to live"), text(Qt::Key_Escape));
    add(tr("Events: go to the line"), text(Qt::Key_Return));
    add(tr("Events: copy"), text(QKeySequence::Copy));
    add(tr("Events: edit or remove a note"), text(Qt::Key_F2) + u", "_s + text(Qt::Key_Delete));
    add(tr("From part to part"), text(Qt::Key_Tab) + u", "_s + text(Qt::SHIFT | Qt::Key_Tab));
    add(tr("Menus"), tr("Alt and the marked letter, or F10"));
    add(tr("The menu of a row, an event or the chart"), tr("Menu key or Shift+F10"));
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
