// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QTabWidget;
class QTimer;
QT_END_NAMESPACE

namespace plumb {

class FormField;
class NumberField;
class ProbeFields;
class RulesEdit;
class TextField;
struct Problem;

//! What the program remembers for its user, apart from any profile.
struct ProgramSettings
{
    QString language; //!< "en", "zh_CN"; empty: the system's
    bool showsHints = true;
    friend bool operator==(const ProgramSettings &, const ProgramSettings &) = default;
};

//! The settings of the profile (name and station, how is probed, what is judged) and of the program. What is
//! typed is checked at once by the rules of the file, and what would be sent is told.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    //! isFixed: a profile that can only be looked at, such as the demo's.
    SettingsDialog(const Profile &profile, bool isFixed, const ProgramSettings &program,
                   QWidget *parent = nullptr);

    //! The profile as the fields say; what was not changed is kept.
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] ProgramSettings program() const;
    //! "what is wrong; what to do", empty where the profile can stand.
    [[nodiscard]] QString error() const { return m_error; }

private:
    QWidget *buildProfilePage();
    QWidget *buildProbePage();
    QWidget *buildRulesPage();
    QWidget *buildProgramPage();
    void check();
    void tell(const Problem &problem, const Profile &edited);
    void tellRate(const Profile &edited);

    Profile m_profile;
    ProgramSettings m_program;
    QString m_error;
    QTabWidget *m_tabs;
    TextField *m_name = nullptr, *m_station = nullptr, *m_sourceCommand = nullptr, *m_sourceEvery = nullptr;
    NumberField *m_sweepCount = nullptr, *m_sweepInterval = nullptr;
    ProbeFields *m_probe = nullptr;
    RulesEdit *m_rules = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_hints = nullptr;
    QLabel *m_rate, *m_message;
    QTimer *m_timer;
    QDialogButtonBox *m_buttons;
};

} // namespace plumb
