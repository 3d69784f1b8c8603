// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notedialog.h"

#include "format.h"
#include "notefile.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// "CN2-003, CN2-004, CN2-005 and 3 more"
QString someNames(const QStringList &names)
{
    constexpr qsizetype Named = 3, Longest = 40;
    QStringList shown;
    for (const QString &name : names.mid(0, Named))
        shown.append(name.size() > Longest ? QString(name.left(Longest) + u'…') : name);
    const QString text = shown.join(u", "_s);
    return names.size() > Named ? NoteDialog::tr("%1 and %2 more", "names, number")
                                      .arg(text, formatCount(names.size() - Named))
                                : text;
}

} // namespace

NoteDialog::NoteDialog(bool isNew, qint64 timeUs, const QStringList &lines, QWidget *parent)
    : QDialog(parent)
    , m_text(new QLineEdit(this))
    , m_time(new QDateTimeEdit(this))
    , m_some(new QRadioButton(this))
    , m_all(new QRadioButton(tr("&All lines"), this))
    , m_timeUs(timeUs)
{
    setWindowTitle(isNew ? tr("Add a note") : tr("Edit the note"));
    m_text->setObjectName(u"noteText"_s);
    m_text->setMaxLength(static_cast<int>(Note::MaxText));
    m_text->setPlaceholderText(tr("What happened, e.g. “backbone switched over”"));
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_time->setObjectName(u"noteTime"_s);
    m_time->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_time->setCalendarPopup(true);
    m_time->setDateTime(QDateTime::fromMSecsSinceEpoch(timeUs / 1000));
    m_time->setMaximumDateTime(qMax(QDateTime::currentDateTime(), m_time->dateTime()));
    m_some->setText(tr("&Only %1", "names of lines").arg(someNames(lines).replace(u'&', u"&&"_s)));
    m_some->setVisible(!lines.isEmpty());
    setOnAllLines(lines.isEmpty());

    auto *form = new QFormLayout(this);
    form->addRow(tr("&Note:"), m_text);
    form->addRow(tr("&Time:"), m_time);
    form->addRow(tr("On:"), m_some);
    form->addRow(lines.isEmpty() ? tr("On:") : QString(), m_all);
    if (lines.isEmpty())
        form->removeRow(2);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *accept = buttons->addButton(isNew ? tr("Add") : tr("Change"), QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    accept->setEnabled(false);
    connect(m_text, &QLineEdit::textChanged, accept,
            [accept](const QString &text) { accept->setEnabled(!noteText(text).isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    m_text->setFocus();
}

void NoteDialog::setText(const QString &text) { m_text->setText(text); }

void NoteDialog::setOnAllLines(bool all) { (all ? m_all : m_some)->setChecked(true); }

QString NoteDialog::text() const { return noteText(m_text->text()); }

qint64 NoteDialog::timeUs() const
{
    // The field shows whole seconds: left alone, the time stays what it was.
    const QDateTime shown = m_time->dateTime();
    const qint64 us = shown.toMSecsSinceEpoch() * 1000;
    constexpr qint64 SecondUs = 1'000'000;
    return us / SecondUs == m_timeUs / SecondUs ? m_timeUs : us;
}

bool NoteDialog::isOnAllLines() const { return m_all->isChecked(); }

} // namespace plumb
