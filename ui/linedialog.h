// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;
QT_END_NAMESPACE

namespace plumb {

//! One line: name, entry and echo first, the rest behind More. What is typed is checked at once by the rules
//! of the file.
class LineDialog final : public QDialog
{
    Q_OBJECT
public:
    //! profile: whose settings the line inherits. line: what the fields begin with.
    LineDialog(const Profile &profile, const Line &line, QWidget *parent = nullptr);

    //! The line as the fields say; what they do not show is kept.
    [[nodiscard]] Line line() const;
    //! "what is wrong; what to do", empty where the line can be probed.
    [[nodiscard]] QString error() const { return m_error; }

private:
    void buildMore();
    void showLine();
    void check();
    void setMore(bool shown);

    Profile m_profile; //!< without lines
    Line m_line;
    QString m_error;
    QLineEdit *m_name, *m_entry, *m_echo, *m_tags, *m_payload, *m_match;
    QSpinBox *m_interval, *m_timeout, *m_size, *m_flows;
    QComboBox *m_kind, *m_via;
    QLabel *m_wire, *m_message;
    QToolButton *m_moreButton;
    QWidget *m_more;
    QFormLayout *m_moreForm;
    QDialogButtonBox *m_buttons;
};

} // namespace plumb
