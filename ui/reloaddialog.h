// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profilediff.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace plumb {

//! "120 lines kept, 3 added, 1 removed, 2 changed".
[[nodiscard]] QString differenceText(const ProfileDifference &difference);

//! What is different in a file, a list or what a command printed, row by row; what is not ticked is left out.
class ReloadDialog final : public QDialog
{
    Q_OBJECT
public:
    //! what: "tokyo.plumb". remark: what else there is to say of it; may be empty.
    ReloadDialog(const QString &what, const ProfileDifference &difference, const QString &remark,
                 QWidget *parent = nullptr);

    //! What the user left ticked.
    [[nodiscard]] ProfileDifference chosen() const;

private:
    void addGroup(LineDifference::Kind kind, const QString &title);
    void addSettings();

    ProfileDifference m_difference;
    QTreeWidget *m_tree;
};

} // namespace plumb
