// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportdialog.h"
#include "listimport.h"

#include <QObject>

#include <functional>

namespace plumb {

class LinesModel;
class Monitor;
class ProfileDocument;
class RunController;
class WindowSettings;

//! Opens, imports, saves and exports; asks before something unsaved would be lost. Files are read and written
//! off the main thread, dialogs do not block the window.
class FileController final : public QObject
{
    Q_OBJECT
public:
    //! window: the parent of all dialogs. All are borrowed and outlive this.
    FileController(QWidget *window, Monitor *monitor, ProfileDocument *document, RunController *run,
                   LinesModel *model, WindowSettings *settings);

    void newProfile();
    void askOpen();
    void open(const QString &path);
    void save();
    void saveAs();
    //! The paste preview with the clipboard's text.
    void paste();
    //! The same with a text.
    void pasteText(const QString &text);
    void askExport();
    //! Lines of one row dialog or list join the document; the demo gives way to them.
    void addLines(const QList<Line> &lines, const std::optional<Profile> &head, bool start);

    //! True where nothing unsaved would be lost.
    [[nodiscard]] bool isSafe() const;
    //! Goes on at once, or when the user has saved or given up what is not saved.
    void whenSafe(const std::function<void()> &goOn);

Q_SIGNALS:
    void recentChanged();
    void opened(const QString &path);
    //! A list was taken in: lines as it named them.
    void listAdded(const QString &path, const plumb::ListChoices &choices, const QList<plumb::Line> &lines);
    //! Something worth a line in the status bar.
    void said(const QString &message);
    void warned(const QString &file, const QList<plumb::Problem> &problems);

private:
    void load(const QString &path);
    void loadList(const QString &path);
    void showProblems(const QString &title, const QString &file, const QList<Problem> &problems);
    void fail(const QString &title, const QString &text);
    void chooseSavePath(const std::function<void()> &saved);
    void saveTo(const QString &path, const std::function<void()> &saved);
    void exportTo(ExportKind kind, bool forExcel, const QString &path);
    void remember(const QString &path);
    [[nodiscard]] QString folder() const;

    QWidget *m_window;
    Monitor *m_monitor;
    ProfileDocument *m_document;
    RunController *m_run;
    LinesModel *m_model;
    WindowSettings *m_settings;
    int m_loads = 0; //!< only the newest load counts
};

} // namespace plumb
