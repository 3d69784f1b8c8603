// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rule.h"
#include "settings.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace plumb {

//! A list of rules that can be added to, edited and removed from, with the presets Games and Original.
class RulesEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit RulesEdit(QWidget *parent = nullptr);

    void setRules(const QList<Rule> &rules);
    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }
    //! How the lines are probed that the rules judge: a rule's window must hold enough probes.
    void setProbe(const ProbePatch &probe) { m_probe = probe; }

    //! What the presets say, for tool tips.
    [[nodiscard]] static QString gamesText();
    [[nodiscard]] static QString originalText();

Q_SIGNALS:
    void edited();

private:
    void edit(int row); //!< -1: a new one
    void remove();
    void fill(int current);
    void updateButtons();

    QList<Rule> m_rules;
    ProbePatch m_probe;
    QListWidget *m_list;
    QPushButton *m_edit, *m_remove;
};

} // namespace plumb
