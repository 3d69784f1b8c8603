// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruledialog.h"

#include "format.h"
#include "profilefile.h"
#include "theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr std::array Metrics{Metric::Loss, Metric::Mean,   Metric::Median, Metric::P95,
                             Metric::P99,  Metric::Jitter, Metric::Outage};

bool hasUsual(Metric metric) { return metric != Metric::Loss && metric != Metric::Outage; }

// A field shows three decimals: what was not touched keeps the rest.
double valueOr(double before, const QDoubleSpinBox *spin)
{
    return std::abs(before - spin->value()) < 0.0005 ? before : spin->value();
}

// "30 %", not "30.000 %".
class PlainSpin final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

QDoubleSpinBox *decimalSpin(double low, double high, const QString &unit, QWidget *parent)
{
    auto *spin = new PlainSpin(parent);
    spin->setDecimals(3);
    spin->setRange(low, high);
    spin->setSuffix(unit);
    spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return spin;
}

QLabel *buddyLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    return label;
}

} // namespace

QString ruleText(const Rule &rule)
{
    QString limit;
    if (!rule.aboveBaseline.isEmpty()) {
        QStringList terms;
        for (const BaselineTerm &term : rule.aboveBaseline)
            terms.append(term.percent ? formatPercent(term.value) : formatMetric(Metric::Mean, term.value));
        limit = RuleDialog::tr("usual + %1").arg(terms.join(RuleDialog::tr(" and + ")));
    } else {
        limit = formatMetric(rule.metric, rule.above.value_or(0));
    }
    const QString severity =
        verdictText(rule.severity == Severity::Critical ? Verdict::Critical : Verdict::Warning);
    const QString what = metricText(rule.metric) + u" > "_s + limit;
    if (rule.metric == Metric::Outage)
        return RuleDialog::tr("%1: %2").arg(what, severity);
    return rule.window.unit == RuleWindow::Unit::Probes
               ? RuleDialog::tr("%1 over the last %2 probes: %3")
                     .arg(what, formatCount(rule.window.amount), severity)
               : RuleDialog::tr("%1 over the last %2 s: %3")
                     .arg(what, formatCount(rule.window.amount), severity);
}

RuleDialog::RuleDialog(const Rule &rule, const ProbePatch &probe, QWidget *parent)
    : QDialog(parent)
    , m_rule(rule)
    , m_probe(probe)
    , m_form(new QFormLayout)
    , m_text(new QLabel(this))
    , m_message(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Rule"));
    buildLimit(m_form);
    buildMore(m_form);
    QFont bold = font();
    bold.setBold(true);
    m_text->setFont(bold);
    m_message->setObjectName(u"ruleError"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_message->setMinimumHeight(fontMetrics().height() * 3);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addLayout(m_form);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_buttons);
    setMinimumWidth(440);

    showRule();
    for (QComboBox *box : {m_metric, m_kind, m_unit, m_severity})
        connect(box, &QComboBox::currentIndexChanged, this, &RuleDialog::check);
    for (QDoubleSpinBox *spin :
         {m_above, m_usualPercent, m_usualMs, m_clearBelow, m_raiseAfter, m_clearAfter, m_confidence})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &RuleDialog::check);
    for (QSpinBox *spin : {m_window, m_minSamples})
        connect(spin, &QSpinBox::valueChanged, this, &RuleDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void RuleDialog::buildLimit(QFormLayout *form)
{
    m_metric = new QComboBox(this);
    for (const Metric metric : Metrics)
        m_metric->addItem(metricText(metric), static_cast<int>(metric));
    form->addRow(tr("&Figure:"), m_metric);
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("a fixed value"));
    m_kind->addItem(tr("the line's own usual value"));
    m_kind->setToolTip(tr("Usual: the line's median of the last hour outside flagged time."));
    form->addRow(tr("&Compare with:"), m_kind);
    m_above = decimalSpin(0, RuleLimits::MaxDelayMs, {}, this);
    form->addRow(tr("&Above:"), m_above);

    m_usual = new QWidget(this);
    auto *usual = new QHBoxLayout(m_usual);
    usual->setContentsMargins(0, 0, 0, 0);
    m_usualPercent = decimalSpin(0, RuleLimits::MaxBaselinePercent, tr(" %"), m_usual);
    m_usualMs = decimalSpin(0, RuleLimits::MaxDelayMs, tr(" ms"), m_usual);
    for (QDoubleSpinBox *spin : {m_usualPercent, m_usualMs})
        spin->setSpecialValueText(tr("not used"));
    m_usualPercent->setAccessibleName(tr("Above the usual value by percent"));
    m_usualMs->setAccessibleName(tr("And by milliseconds"));
    usual->addWidget(m_usualPercent, 1);
    usual->addWidget(new QLabel(tr("and +"), m_usual));
    usual->addWidget(m_usualMs, 1);
    m_usual->setFocusProxy(m_usualPercent);
    form->addRow(tr("Above &usual +"), m_usual);

    m_windowRow = new QWidget(this);
    auto *window = new QHBoxLayout(m_windowRow);
    window->setContentsMargins(0, 0, 0, 0);
    m_window = new QSpinBox(m_windowRow);
    m_window->setRange(1, RuleLimits::MaxWindowProbes);
    m_window->setAccessibleName(tr("Over the last"));
    m_unit = new QComboBox(m_windowRow);
    m_unit->addItem(tr("probes"), static_cast<int>(RuleWindow::Unit::Probes));
    m_unit->addItem(tr("seconds"), static_cast<int>(RuleWindow::Unit::Seconds));
    m_unit->setAccessibleName(tr("Unit"));
    window->addWidget(m_window, 1);
    window->addWidget(m_unit, 1);
    m_windowRow->setFocusProxy(m_window);
    form->addRow(buddyLabel(tr("&Over the last:"), m_window), m_windowRow);

    m_severity = new QComboBox(this);
    m_severity->addItem(verdictText(Verdict::Warning), static_cast<int>(Severity::Warning));
    m_severity->addItem(verdictText(Verdict::Critical), static_cast<int>(Severity::Critical));
    form->addRow(tr("&Severity:"), m_severity);
}

void RuleDialog::buildMore(QFormLayout *form)
{
    m_clearBelow = decimalSpin(-1, RuleLimits::MaxDelayMs, {}, this);
    m_clearBelow->setSpecialValueText(tr("two thirds of the limit"));
    form->addRow(tr("Clears &below:"), m_clearBelow);
    m_raiseAfter = decimalSpin(0, RuleLimits::MaxHoldSeconds, tr(" s"), this);
    form->addRow(tr("Above for at &least:"), m_raiseAfter);
    m_clearAfter = decimalSpin(0, RuleLimits::MaxHoldSeconds, tr(" s"), this);
    form->addRow(tr("Below for at l&east:"), m_clearAfter);
    m_minSamples = new QSpinBox(this);
    m_minSamples->setRange(0, RuleLimits::MaxWindowProbes);
    m_minSamples->setToolTip(tr("With fewer decided probes nothing is said about the line."));
    form->addRow(tr("At least &n:"), m_minSamples);
    m_confidence = decimalSpin(-1, 99.999, tr(" %"), this);
    m_confidence->setSpecialValueText(tr("95 % in a sweep, 99.9 % in a watch"));
    m_confidence->setToolTip(tr("How sure the loss must be above the limit. With 95 %, a limit of 30 % is "
                                "certainly exceeded from 38 lost of 100 on; 0 takes the plain ratio."));
    form->addRow(tr("How su&re:"), m_confidence);
}

Metric RuleDialog::chosenMetric() const { return static_cast<Metric>(m_metric->currentData().toInt()); }

bool RuleDialog::isUsual() const { return hasUsual(chosenMetric()) && m_kind->currentIndex() == 1; }

void RuleDialog::showRule()
{
    m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(m_rule.metric)));
    m_kind->setCurrentIndex(m_rule.aboveBaseline.isEmpty() ? 0 : 1);
    m_above->setValue(m_rule.above.value_or(300));
    for (const BaselineTerm &term : std::as_const(m_rule.aboveBaseline))
        (term.percent ? m_usualPercent : m_usualMs)->setValue(term.value);
    if (m_rule.aboveBaseline.isEmpty()) {
        m_usualPercent->setValue(50);
        m_usualMs->setValue(30);
    }
    m_window->setValue(m_rule.window.amount);
    m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(m_rule.window.unit)));
    m_severity->setCurrentIndex(m_severity->findData(static_cast<int>(m_rule.severity)));
    m_clearBelow->setValue(m_rule.clearBelow.value_or(-1));
    m_raiseAfter->setValue(m_rule.raiseAfterS);
    m_clearAfter->setValue(m_rule.clearAfterS);
    m_minSamples->setValue(m_rule.minSamples.value_or(0));
    m_confidence->setValue(m_rule.confidence.value_or(-1));
}

Rule RuleDialog::rule() const
{
    Rule rule = m_rule;
    rule.metric = chosenMetric();
    rule.above.reset();
    rule.aboveBaseline.clear();
    if (isUsual()) {
        const auto add = [&](const QDoubleSpinBox *spin, bool percent) {
            if (spin->value() <= 0)
                return;
            double before = spin->value();
            for (const BaselineTerm &term : m_rule.aboveBaseline)
                before = term.percent == percent ? valueOr(term.value, spin) : before;
            rule.aboveBaseline.append({before, percent});
        };
        add(m_usualPercent, true);
        add(m_usualMs, false);
    } else {
        rule.above = valueOr(m_rule.above.value_or(m_above->value()), m_above);
    }
    rule.window = {static_cast<RuleWindow::Unit>(m_unit->currentData().toInt()), m_window->value()};
    if (rule.metric == Metric::Outage)
        rule.window = {};
    rule.severity = static_cast<Severity>(m_severity->currentData().toInt());
    rule.clearBelow.reset();
    if (m_clearBelow->value() >= 0)
        rule.clearBelow = valueOr(m_rule.clearBelow.value_or(m_clearBelow->value()), m_clearBelow);
    rule.raiseAfterS = valueOr(m_rule.raiseAfterS, m_raiseAfter);
    rule.clearAfterS = valueOr(m_rule.clearAfterS, m_clearAfter);
    rule.minSamples = m_minSamples->value() > 0 ? std::optional(m_minSamples->value()) : std::nullopt;
    rule.confidence.reset();
    if (rule.metric == Metric::Loss && m_confidence->value() >= 0)
        rule.confidence = valueOr(m_rule.confidence.value_or(m_confidence->value()), m_confidence);
    return rule;
}

QString RuleDialog::error() const
{
    Profile candidate;
    candidate.probe = m_probe;
    candidate.rules = {rule()};
    const QList<Problem> problems = validate(candidate);
    for (const Problem &problem : problems) {
        if (problem.level == Problem::Level::Error && problem.place.startsWith("rules"_L1))
            return problem.text;
    }
    return {};
}

void RuleDialog::check()
{
    const Metric figure = chosenMetric();
    m_form->setRowVisible(m_kind, hasUsual(figure));
    m_form->setRowVisible(m_above, !isUsual());
    m_form->setRowVisible(m_usual, isUsual());
    m_form->setRowVisible(m_windowRow, figure != Metric::Outage);
    m_form->setRowVisible(m_confidence, figure == Metric::Loss);
    const QString unit = figure == Metric::Loss     ? tr(" %")
                         : figure == Metric::Outage ? tr(" probes in a row")
                                                    : tr(" ms");
    m_above->setSuffix(unit);
    m_clearBelow->setSuffix(unit);
    Rule plain = rule();
    plain.minSamples.reset();
    m_minSamples->setSpecialValueText(tr("default (%1)").arg(defaultMinSamples(plain)));

    const QString wrong = error();
    m_text->setText(ruleText(rule()));
    m_message->setText(wrong);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, limitColor(isDark(colors)));
    m_message->setPalette(colors);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(wrong.isEmpty());
}

} // namespace plumb
