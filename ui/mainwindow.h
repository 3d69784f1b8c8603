// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor.h"

#include <QMainWindow>

namespace plumb {

//! The one main window. It shows and drives a Monitor, which it does not own.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Monitor *monitor, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Opens a profile or list; sends nothing before Start. Problems are shown in a dialog (open(), not
    //! exec()).
    void openFile(const QString &path);
    //! Opens the profile that was open when the window was last closed; without one the empty state stays.
    void openLast();
    //! Starts the demo's reflector and probes its lines at once.
    void startDemo();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
