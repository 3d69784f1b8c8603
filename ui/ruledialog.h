// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rule.h"
#include "settings.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;
QT_END_NAMESPACE

namespace plumb {

//! One rule in words: "loss > 30 % over the last 100 probes: critical".
[[nodiscard]] QString ruleText(const Rule &rule);

//! One rule; what can not stand is told as one types, by the rules of the file.
class RuleDialog final : public QDialog
{
    Q_OBJECT
public:
    //! probe: how the lines that the rule judges are probed.
    RuleDialog(const Rule &rule, const ProbePatch &probe, QWidget *parent = nullptr);

    [[nodiscard]] Rule rule() const;
    //! "what is wrong; what to do", empty where the rule can stand.
    [[nodiscard]] QString error() const;

private:
    void buildLimit(QFormLayout *form);
    void buildMore(QFormLayout *form);
    void showRule();
    void check();
    [[nodiscard]] Metric chosenMetric() const;
    [[nodiscard]] bool isUsual() const;

    Rule m_rule;
    ProbePatch m_probe;
    QFormLayout *m_form;
    QComboBox *m_metric, *m_kind, *m_unit, *m_severity;
    QDoubleSpinBox *m_above, *m_usualPercent, *m_usualMs, *m_clearBelow, *m_raiseAfter, *m_clearAfter,
        *m_confidence;
    QSpinBox *m_window, *m_minSamples;
    QWidget *m_usual, *m_windowRow;
    QLabel *m_text, *m_message;
    QDialogButtonBox *m_buttons;
};

} // namespace plumb
