// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QScrollArea;
class QToolButton;
QT_END_NAMESPACE

namespace plumb {

class FormField;
class PauseField;
class ProbeFields;
class RulesField;
class TextField;
struct Problem;

//! One line or several: name, entry and echo first, the rest behind More. What is typed is checked at once by
//! the rules of the file, and what would be sent is told. Where several lines differ only what the user
//! changed is applied.
class LineDialog final : public QDialog
{
    Q_OBJECT
public:
    //! profile: whose settings the lines inherit, and whose other lines are probed too. lines: what the
    //! fields begin with; none: a new one.
    LineDialog(const Profile &profile, const QList<Line> &lines, QWidget *parent = nullptr);

    //! The lines as the fields say, in the order in which they came; what was not changed is kept.
    [[nodiscard]] QList<Line> lines() const;
    [[nodiscard]] Line line() const { return lines().constFirst(); }
    //! "what is wrong; what to do", empty where the lines can be probed.
    [[nodiscard]] QString error() const { return m_error; }

private:
    void buildMore();
    void showLines();
    void check();
    [[nodiscard]] FormField *fieldOf(const QString &key) const;
    void tell(const Problem &problem, const QList<Line> &edited);
    void tellRate(const QList<Line> &edited);
    void setMore(bool shown);
    [[nodiscard]] QString applyTags(Line &line) const;

    Profile m_profile; //!< without lines
    QList<Line> m_others, m_lines;
    QString m_error;
    TextField *m_name, *m_entry, *m_echo, *m_tags = nullptr, *m_reason = nullptr;
    PauseField *m_pause = nullptr;
    RulesField *m_rules = nullptr;
    ProbeFields *m_probe = nullptr;
    QLabel *m_rate, *m_message;
    QToolButton *m_moreButton;
    QWidget *m_more;
    QScrollArea *m_moreArea;
    QFormLayout *m_moreForm;
    QDialogButtonBox *m_buttons;
};

} // namespace plumb
