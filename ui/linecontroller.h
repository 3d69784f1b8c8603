// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"
#include "sample.h"

#include <QObject>

namespace plumb {

class FileController;
class LinesModel;
class LinesView;
class Monitor;
class ProfileDocument;
class RunController;

//! What the user does to lines: add, edit, remove, pause, copy. All of it can be undone.
class LineController final : public QObject
{
    Q_OBJECT
public:
    LineController(LinesView *view, const LinesModel *model, Monitor *monitor, ProfileDocument *document,
                   FileController *files, RunController *run);

    void add();
    void edit();
    void remove();
    //! Pauses the selected lines; where all of them are paused, resumes them.
    void togglePause();
    void rename(LineKey key, const QString &name);
    void duplicate();
    void copy();
    //! The columns of the CSV summary, with the figures that the table shows.
    void copyCsv();
    //! As a list has them, to be pasted back.
    void copyAsList();
    void copyEntries();
    [[nodiscard]] bool allSelectedPaused() const;

Q_SIGNALS:
    void said(const QString &message);

private:
    [[nodiscard]] QStringList selectedIds() const;
    void copyRows(const QString &text);

    LinesView *m_view;
    const LinesModel *m_model;
    Monitor *m_monitor;
    ProfileDocument *m_document;
    FileController *m_files;
    RunController *m_run;
};

//! A line as a list of text has it: "118.89.127.211:7000 -> 150.109.196.7:9000 Tokyo 01 #tokyo".
[[nodiscard]] QString listRow(const Line &line);

} // namespace plumb
