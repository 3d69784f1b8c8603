// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QDateTimeEdit;
class QLineEdit;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace plumb {

//! Asks for a note's text, time, and whether it is on some lines or on all.
class NoteDialog final : public QDialog
{
    Q_OBJECT
public:
    //! lines: what the lines in question are called; empty: only all lines are offered. isNew: "Add", else
    //! "Change".
    NoteDialog(bool isNew, qint64 timeUs, const QStringList &lines, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setOnAllLines(bool all);
    [[nodiscard]] QString text() const;
    [[nodiscard]] qint64 timeUs() const;
    [[nodiscard]] bool isOnAllLines() const;

private:
    QLineEdit *m_text;
    QDateTimeEdit *m_time;
    QRadioButton *m_some, *m_all;
    qint64 m_timeUs;
};

} // namespace plumb
