// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace plumb {

class SettingSpin;

//! Makes a dialog higher where a message that wraps needs the room; never smaller, so that nothing jumps back
//! and forth.
void growToFit(QWidget *dialog);

//! One value of a form, for one thing or for several at once: what they have in common is shown, where they
//! differ it reads "(different)", and only what the user changed is applied. What is wrong with it stands
//! below it in words.
class FormField : public QWidget
{
    Q_OBJECT
public:
    //! One value per thing; an invalid value is an inherited one.
    void show(const QList<QVariant> &values);
    //! Nothing while the things differ and the user left it so.
    [[nodiscard]] std::optional<QVariant> value() const { return read(); }
    [[nodiscard]] bool isChanged() const { return read() != m_shown; }
    //! Empty: nothing to say.
    void setMessage(const QString &text, bool isError);
    [[nodiscard]] QString message() const;
    //! Adds the field and its label, whose buddy is the editor.
    void addTo(QFormLayout *form, const QString &label);

    [[nodiscard]] static QString differentText();

Q_SIGNALS:
    void edited();

protected:
    explicit FormField(QWidget *parent);
    void setEditor(QWidget *editor);
    virtual void write(const std::optional<QVariant> &value) = 0;
    [[nodiscard]] virtual std::optional<QVariant> read() const = 0;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    QVBoxLayout *m_layout;
    QWidget *m_editor = nullptr;
    QLabel *m_message;
    std::optional<QVariant> m_shown;
    bool m_isError = false;
};

//! A text; nothing typed is an empty text.
class TextField final : public FormField
{
    Q_OBJECT
public:
    explicit TextField(const QString &placeholder, QWidget *parent = nullptr);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QString text() const;
    //! What stands where nothing is typed.
    void setPlaceholder(const QString &placeholder);

protected:
    void write(const std::optional<QVariant> &value) override;
    [[nodiscard]] std::optional<QVariant> read() const override;

private:
    QLineEdit *m_edit;
    QString m_placeholder;
    bool m_isDifferent = false;
};

//! A whole number that may be inherited.
class NumberField final : public FormField
{
    Q_OBJECT
public:
    explicit NumberField(SettingSpin *spin, QWidget *parent = nullptr);
    [[nodiscard]] SettingSpin *spin() const { return m_spin; }

protected:
    void write(const std::optional<QVariant> &value) override;
    [[nodiscard]] std::optional<QVariant> read() const override;

private:
    SettingSpin *m_spin;
};

//! One of a few; the first item, without data, may stand for the inherited one.
class ChoiceField final : public FormField
{
    Q_OBJECT
public:
    explicit ChoiceField(QComboBox *box, QWidget *parent = nullptr);
    [[nodiscard]] QComboBox *box() const { return m_box; }

protected:
    void write(const std::optional<QVariant> &value) override;
    [[nodiscard]] std::optional<QVariant> read() const override;

private:
    QComboBox *m_box;
    bool m_offersDifferent = false; //!< as its last item
};

} // namespace plumb
