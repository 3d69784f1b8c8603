// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QVBoxLayout;
QT_END_NAMESPACE

namespace plumb {

//! What stands in the middle of a window without lines: what the program is, and the four ways to begin.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    //! The buttons are of these actions, which the caller owns.
    explicit EmptyState(const QList<QAction *> &ways, QWidget *parent = nullptr);

    void setRecent(const QStringList &paths);

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    QVBoxLayout *m_recent;
};

} // namespace plumb
