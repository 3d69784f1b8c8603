// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formfield.h"

#include "settingspin.h"
#include "theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

void growToFit(QWidget *dialog)
{
    QLayout *const layout = dialog->layout();
    layout->activate();
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(dialog->width())
                                                   : layout->totalSizeHint().height();
    if (needed > dialog->height())
        dialog->resize(dialog->width(), needed);
}

FormField::FormField(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_message(new QLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
}

QString FormField::differentText() { return tr("(different)"); }

void FormField::setEditor(QWidget *editor)
{
    m_editor = editor;
    m_layout->addWidget(editor);
    m_layout->addWidget(m_message);
    setFocusProxy(editor);
}

void FormField::addTo(QFormLayout *form, const QString &label)
{
    // A screen reader looks for the label beside the editor, not beside the field around it.
    static const QRegularExpression marks(u"\\(&.\\)|[&:：]"_s);
    QWidget *const typed = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor;
    typed->setAccessibleName(QString(label).remove(marks));
    auto *name = new QLabel(label, form->parentWidget());
    name->setBuddy(typed);
    form->addRow(name, this);
}

void FormField::show(const QList<QVariant> &values)
{
    const bool same =
        !values.isEmpty() && std::all_of(values.cbegin(), values.cend(),
                                         [&](const QVariant &v) { return v == values.constFirst(); });
    write(same ? std::optional(values.constFirst()) : std::nullopt);
    m_shown = read();
}

void FormField::setMessage(const QString &text, bool isError)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_editor->setAccessibleDescription(text);
    m_isError = isError;
    applyColors();
}

QString FormField::message() const { return m_message->text(); }

void FormField::applyColors()
{
    const QColor color = m_isError ? limitColor(isDark(palette())) : palette().color(QPalette::WindowText);
    QPalette colors = m_message->palette();
    if (colors.color(QPalette::WindowText) == color)
        return;
    colors.setColor(QPalette::WindowText, color);
    m_message->setPalette(colors);
}

void FormField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

TextField::TextField(const QString &placeholder, QWidget *parent)
    : FormField(parent)
    , m_edit(new QLineEdit(this))
{
    setEditor(m_edit);
    setPlaceholder(placeholder);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (m_isDifferent) {
            m_isDifferent = false; // emptied again it is an empty text for all
            m_edit->setPlaceholderText(m_placeholder);
        }
        Q_EMIT edited();
    });
}

void TextField::setPlaceholder(const QString &placeholder)
{
    m_placeholder = placeholder;
    if (!m_isDifferent)
        m_edit->setPlaceholderText(placeholder);
}

QString TextField::text() const { return m_edit->text().trimmed(); }

void TextField::write(const std::optional<QVariant> &value)
{
    m_edit->setText(value ? value->toString() : QString());
    m_isDifferent = !value;
    m_edit->setPlaceholderText(m_isDifferent ? differentText() : m_placeholder);
}

std::optional<QVariant> TextField::read() const
{
    return m_isDifferent ? std::nullopt : std::optional<QVariant>(text());
}

NumberField::NumberField(SettingSpin *spin, QWidget *parent)
    : FormField(parent)
    , m_spin(spin)
{
    setEditor(m_spin);
    connect(m_spin, &QSpinBox::valueChanged, this, &FormField::edited);
}

void NumberField::write(const std::optional<QVariant> &value) { m_spin->setSetting(value); }

std::optional<QVariant> NumberField::read() const { return m_spin->setting(); }

ChoiceField::ChoiceField(QComboBox *box, QWidget *parent)
    : FormField(parent)
    , m_box(box)
{
    setEditor(m_box);
    connect(m_box, &QComboBox::currentIndexChanged, this, &FormField::edited);
}

void ChoiceField::write(const std::optional<QVariant> &value)
{
    if (m_offersDifferent)
        m_box->removeItem(m_box->count() - 1);
    m_offersDifferent = !value;
    if (m_offersDifferent)
        m_box->addItem(differentText());
    const int found = value && value->isValid() ? m_box->findData(*value) : 0;
    m_box->setCurrentIndex(m_offersDifferent ? m_box->count() - 1 : std::max(0, found));
}

std::optional<QVariant> ChoiceField::read() const
{
    if (m_offersDifferent && m_box->currentIndex() == m_box->count() - 1)
        return {};
    return m_box->currentData();
}

} // namespace plumb
