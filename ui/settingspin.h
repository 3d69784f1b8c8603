// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>
#include <QVariant>

#include <optional>

namespace plumb {

//! A number that may also be inherited ("as the profile (1000 ms)") or, where it stands for several things,
//! "(different)". An emptied field inherits.
class SettingSpin final : public QSpinBox
{
    Q_OBJECT
public:
    //! unit: with its leading space. inherited: the number in force where none is set; words: a text with %1
    //! for it.
    SettingSpin(int minimum, int maximum, const QString &unit, int inherited, const QString &words,
                QWidget *parent = nullptr);

    //! Nothing: the things differ; an invalid value: inherited.
    [[nodiscard]] std::optional<QVariant> setting() const;
    void setSetting(const std::optional<QVariant> &setting);

    //! What reads in place of the number while the value is inherited; words may do without %1.
    void setInherited(int number, const QString &words);

    void stepBy(int steps) override;

protected:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString &text) const override;
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int inheritedValue() const { return m_lowest - 1; }
    [[nodiscard]] int differentValue() const { return m_lowest - 2; }
    [[nodiscard]] QString number(const QString &text) const;

    int m_lowest;
    QString m_unit, m_inheritedText;
    int m_inherited;
};

} // namespace plumb
