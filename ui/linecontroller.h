// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QObject>

namespace plumb {

class FileController;
class LinesView;
class Monitor;
class ProfileDocument;
class RunController;

//! What the user does to lines: add, edit, remove, pause, copy. All of it can be undone.
class LineController final : public QObject
{
    Q_OBJECT
public:
    LineController(LinesView *view, Monitor *monitor, ProfileDocument *document, FileController *files,
                   RunController *run);

    void add();
    void edit();
    void remove();
    //! Pauses the selected lines; where all of them are paused, resumes them.
    void togglePause();
    void copy();
    [[nodiscard]] bool allSelectedPaused() const;

Q_SIGNALS:
    void said(const QString &message);

private:
    [[nodiscard]] QStringList selectedIds() const;

    LinesView *m_view;
    Monitor *m_monitor;
    ProfileDocument *m_document;
    FileController *m_files;
    RunController *m_run;
};

} // namespace plumb
