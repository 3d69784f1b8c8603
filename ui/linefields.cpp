// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linefields.h"

#include "ruledialog.h"
#include "rulesedit.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

enum Pause { NotPaused, UntilResumed, UntilTime };
enum RulesOf { OfProfile, Own };

QWidget *row(QWidget *first, QWidget *second, QWidget *parent)
{
    auto *both = new QWidget(parent);
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(first, 1);
    layout->addWidget(second);
    both->setFocusProxy(first);
    return both;
}

// Where the things differ that is one more item, the last and chosen one.
void offerDifferent(QComboBox *box, bool &offers, bool wanted)
{
    const QSignalBlocker quiet(box); // the caller chooses an item next
    if (offers)
        box->removeItem(box->count() - 1);
    offers = wanted;
    if (wanted)
        box->addItem(FormField::differentText());
}

bool isDifferent(const QComboBox *box, bool offers)
{
    return offers && box->currentIndex() == box->count() - 1;
}

} // namespace

PauseField::PauseField(QWidget *parent)
    : FormField(parent)
    , m_box(new QComboBox(this))
    , m_until(new QDateTimeEdit(this))
{
    m_box->addItems({tr("no"), tr("until resumed"), tr("until a time")});
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_until->setAccessibleName(tr("Paused until"));
    m_until->setDateTime(QDateTime(QDate::currentDate().addDays(1), QTime(9, 0)));
    setEditor(row(m_box, m_until, this));
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
        update();
        Q_EMIT edited();
    });
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &FormField::edited);
    update();
}

void PauseField::update() { m_until->setVisible(m_box->currentIndex() == UntilTime); }

QVariant PauseField::valueOf(const Line &line)
{
    if (line.pausedUntil.isValid())
        return line.pausedUntil > QDateTime::currentDateTimeUtc()
                   ? QVariantList{UntilTime, line.pausedUntil.toLocalTime()}
                   : QVariantList{NotPaused, QDateTime()};
    return QVariantList{line.enabled ? NotPaused : UntilResumed, QDateTime()};
}

void PauseField::set(Line &line, const QVariant &value)
{
    const QVariantList parts = value.toList();
    const int pause = parts.value(0).toInt();
    line.enabled = pause == NotPaused;
    line.pausedUntil = pause == UntilTime ? parts.value(1).toDateTime().toUTC() : QDateTime();
    if (pause == NotPaused)
        line.pausedReason.clear();
}

bool PauseField::isPaused() const { return m_box->currentIndex() != NotPaused; }

void PauseField::write(const std::optional<QVariant> &value)
{
    offerDifferent(m_box, m_offersDifferent, !value);
    const QVariantList parts = value.value_or(QVariant()).toList();
    if (parts.value(1).toDateTime().isValid())
        m_until->setDateTime(parts[1].toDateTime());
    m_box->setCurrentIndex(value ? parts.value(0).toInt() : m_box->count() - 1);
    update();
}

std::optional<QVariant> PauseField::read() const
{
    if (isDifferent(m_box, m_offersDifferent))
        return {};
    const int pause = m_box->currentIndex();
    return QVariantList{pause, pause == UntilTime ? m_until->dateTime() : QDateTime()};
}

RulesField::RulesField(const QList<Rule> &inherited, QWidget *parent)
    : FormField(parent)
    , m_inherited(inherited)
    , m_own(inherited)
    , m_box(new QComboBox(this))
    , m_edit(new QPushButton(tr("Edit…"), this))
{
    m_box->addItems(
        {tr("as the profile (%n rule(s))", nullptr, static_cast<int>(inherited.size())), QString()});
    m_edit->setAutoDefault(false);
    setEditor(row(m_box, m_edit, this));
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
        update();
        Q_EMIT edited();
    });
    connect(m_edit, &QPushButton::clicked, this, &RulesField::edit);
    update();
}

void RulesField::update()
{
    m_box->setItemText(Own, tr("its own (%n rule(s))", nullptr, static_cast<int>(m_own.size())));
    m_edit->setEnabled(m_box->currentIndex() == Own);
    QStringList texts;
    for (const Rule &rule : m_box->currentIndex() == Own ? m_own : m_inherited)
        texts.append(ruleText(rule));
    m_box->setToolTip(isDifferent(m_box, m_offersDifferent) ? QString() : texts.join(u'\n'));
}

QVariant RulesField::valueOf(const Line &line)
{
    return line.rules ? QVariant::fromValue(*line.rules) : QVariant();
}

void RulesField::set(Line &line, const QVariant &value)
{
    line.rules = value.isValid() ? std::optional(value.value<QList<Rule>>()) : std::nullopt;
}

void RulesField::write(const std::optional<QVariant> &value)
{
    offerDifferent(m_box, m_offersDifferent, !value);
    if (value && value->isValid())
        m_own = value->value<QList<Rule>>();
    m_box->setCurrentIndex(!value ? m_box->count() - 1 : value->isValid() ? Own : OfProfile);
    update();
}

std::optional<QVariant> RulesField::read() const
{
    if (isDifferent(m_box, m_offersDifferent))
        return {};
    return m_box->currentIndex() == Own ? QVariant::fromValue(m_own) : QVariant();
}

void RulesField::edit()
{
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rules of the line"));
    dialog->resize(560, 320);
    auto *rules = new RulesEdit(dialog);
    rules->setProbe(m_probe);
    rules->setRules(m_own);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(rules, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, rules] {
        m_own = rules->rules();
        update();
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace plumb
