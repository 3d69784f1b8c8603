// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listimport.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QTableView;
class QTimer;
class QVBoxLayout;
QT_END_NAMESPACE

namespace plumb {

class LinesTrial;
class PreviewModel;

//! Shows what a pasted or opened list would bring before it brings it.
class PasteDialog final : public QDialog
{
    Q_OBJECT
public:
    //! current: the profile that the lines would join; without lines its rules are chosen here too.
    explicit PasteDialog(const Profile &current, QWidget *parent = nullptr);

    void setText(const QString &text);
    //! A list that was read from a file; it is shown, not edited.
    void setFile(const QString &path, const QByteArray &bytes);

    //! The lines, ready to join: ports filled in.
    [[nodiscard]] QList<Line> lines() const { return m_lines; }
    //! The profile around the lines where they begin a new one, else empty.
    [[nodiscard]] std::optional<Profile> head() const;
    //! How they were taken in.
    [[nodiscard]] ListChoices choices() const { return {overrides(), !m_fresh}; }
    [[nodiscard]] bool startsAtOnce() const { return m_startsAtOnce; }

private:
    void buildOptions(QVBoxLayout *layout);
    [[nodiscard]] ProbePatch overrides() const;
    void check();
    void showSummary();
    void showTrial();

    Profile m_current;
    bool m_fresh; //!< the lines begin a new profile
    QString m_path;
    QByteArray m_bytes;
    QList<Line> m_lines;
    bool m_startsAtOnce = false;

    PreviewModel *m_preview;
    QTimer *m_timer;
    QPlainTextEdit *m_edit;
    QLabel *m_file, *m_summary, *m_results;
    LinesTrial *m_trial;
    QPushButton *m_tryLines = nullptr;
    QWidget *m_viaRow = nullptr;
    QSpinBox *m_entryPort = nullptr, *m_echoPort = nullptr;
    QComboBox *m_via = nullptr;
    QRadioButton *m_games = nullptr, *m_original = nullptr;
    QTableView *m_table;
    QPushButton *m_add, *m_addAndStart;
};

} // namespace plumb
