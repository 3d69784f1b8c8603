// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formfield.h"
#include "profile.h"

QT_BEGIN_NAMESPACE
class QDateTimeEdit;
class QPushButton;
QT_END_NAMESPACE

namespace plumb {

//! Whether a line is paused, and until when.
class PauseField final : public FormField
{
    Q_OBJECT
public:
    explicit PauseField(QWidget *parent = nullptr);

    [[nodiscard]] static QVariant valueOf(const Line &line);
    static void set(Line &line, const QVariant &value);
    //! True unless no line is paused.
    [[nodiscard]] bool isPaused() const;

protected:
    void write(const std::optional<QVariant> &value) override;
    [[nodiscard]] std::optional<QVariant> read() const override;

private:
    void update();

    QComboBox *m_box;
    QDateTimeEdit *m_until;
    bool m_offersDifferent = false; //!< as its last item
};

//! The rules of a line: the profile's, or its own.
class RulesField final : public FormField
{
    Q_OBJECT
public:
    //! inherited: the profile's.
    explicit RulesField(const QList<Rule> &inherited, QWidget *parent = nullptr);

    [[nodiscard]] static QVariant valueOf(const Line &line);
    static void set(Line &line, const QVariant &value);
    //! How the lines are probed: a rule's window must hold enough probes.
    void setProbe(const ProbePatch &probe) { m_probe = probe; }

protected:
    void write(const std::optional<QVariant> &value) override;
    [[nodiscard]] std::optional<QVariant> read() const override;

private:
    void edit();
    void update();

    QList<Rule> m_inherited, m_own;
    ProbePatch m_probe;
    QComboBox *m_box;
    QPushButton *m_edit;
    bool m_offersDifferent = false; //!< as its last item
};

} // namespace plumb
