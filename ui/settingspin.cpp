// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingspin.h"

#include "formfield.h"

#include <QFocusEvent>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

SettingSpin::SettingSpin(int minimum, int maximum, const QString &unit, int inherited, const QString &words,
                         QWidget *parent)
    : QSpinBox(parent)
    , m_lowest(minimum)
    , m_unit(unit)
    , m_inherited(inherited)
{
    setRange(inheritedValue(), maximum);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setInherited(inherited, words);
    setValue(inheritedValue());
}

void SettingSpin::setInherited(int number, const QString &words)
{
    m_inherited = number;
    m_inheritedText = words.contains("%1"_L1) ? words.arg(QString::number(number) + m_unit) : words;
    if (value() == inheritedValue())
        lineEdit()->setText(m_inheritedText);
}

std::optional<QVariant> SettingSpin::setting() const
{
    if (value() == differentValue())
        return {};
    return value() == inheritedValue() ? QVariant() : QVariant(value());
}

void SettingSpin::setSetting(const std::optional<QVariant> &setting)
{
    setMinimum(setting ? inheritedValue() : differentValue());
    setValue(!setting ? differentValue() : setting->isValid() ? setting->toInt() : inheritedValue());
}

void SettingSpin::stepBy(int steps)
{
    if (value() < m_lowest && steps > 0)
        setValue(m_inherited); // from what is in force, not from the lowest number there is
    else
        QSpinBox::stepBy(steps);
}

QString SettingSpin::textFromValue(int value) const
{
    if (value == differentValue())
        return FormField::differentText();
    if (value == inheritedValue())
        return m_inheritedText;
    return QString::number(value) + m_unit;
}

QString SettingSpin::number(const QString &text) const
{
    QString digits = text.trimmed();
    if (!m_unit.isEmpty() && digits.endsWith(m_unit.trimmed()))
        digits.chop(m_unit.trimmed().size());
    return digits.trimmed();
}

int SettingSpin::valueFromText(const QString &text) const
{
    if (text == FormField::differentText())
        return differentValue();
    bool isNumber = false;
    const int typed = number(text).toInt(&isNumber);
    return isNumber ? typed : inheritedValue();
}

QValidator::State SettingSpin::validate(QString &text, int &position) const
{
    Q_UNUSED(position)
    if (text.trimmed().isEmpty() || text == m_inheritedText || text == FormField::differentText())
        return QValidator::Acceptable;
    const QString digits = number(text);
    const bool plain =
        !digits.isEmpty() && digits.size() < 10 &&
        std::all_of(digits.cbegin(), digits.cend(), [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
    if (!plain)
        return QValidator::Intermediate;
    const int typed = digits.toInt();
    return typed > maximum()  ? QValidator::Invalid
           : typed < m_lowest ? QValidator::Intermediate
                              : QValidator::Acceptable;
}

void SettingSpin::focusInEvent(QFocusEvent *event)
{
    QSpinBox::focusInEvent(event);
    // What is typed takes the place of the words; the click that brought the focus would put a cursor into
    // them.
    if (value() < m_lowest)
        QTimer::singleShot(0, this, &QAbstractSpinBox::selectAll);
}

} // namespace plumb
