// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulesedit.h"

#include "ruledialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

QString RulesEdit::gamesText()
{
    return tr(
        "Loss above 5 % is a warning, above 30 % critical; a mean 50 % and 30 ms above the usual one is "
        "a warning, above 300 ms critical.");
}

QString RulesEdit::originalText()
{
    return tr("Loss above 30 % and a mean above 300 ms are critical, each over 100 probes.");
}

RulesEdit::RulesEdit(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
{
    m_list->setObjectName(u"rulesList"_s);
    m_list->setAccessibleName(tr("Rules"));
    m_list->setAlternatingRowColors(true);
    auto *add = new QPushButton(tr("A&dd…"), this);
    m_edit = new QPushButton(tr("&Edit…"), this);
    m_remove = new QPushButton(tr("Re&move"), this);
    auto *games = new QPushButton(tr("&Games"), this);
    games->setToolTip(gamesText());
    auto *original = new QPushButton(tr("&Original"), this);
    original->setToolTip(originalText());
    for (QPushButton *button : {add, m_edit, m_remove, games, original})
        button->setAutoDefault(false); // Enter belongs to the dialog

    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {add, m_edit, m_remove})
        buttons->addWidget(button);
    buttons->addSpacing(8);
    buttons->addWidget(new QLabel(tr("Replace by:"), this));
    buttons->addWidget(games);
    buttons->addWidget(original);
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_list);

    auto *removeKey = new QAction(this);
    removeKey->setShortcut(QKeySequence::Delete);
    removeKey->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(removeKey);
    connect(removeKey, &QAction::triggered, this, &RulesEdit::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &RulesEdit::updateButtons);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { edit(m_list->currentRow()); });
    connect(add, &QPushButton::clicked, this, [this] { edit(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_list->currentRow()); });
    connect(m_remove, &QPushButton::clicked, this, &RulesEdit::remove);
    const auto replace = [this](const QList<Rule> &rules) {
        setRules(rules);
        Q_EMIT edited();
    };
    connect(games, &QPushButton::clicked, this, [replace] { replace(gamesRules()); });
    connect(original, &QPushButton::clicked, this, [replace] { replace(originalRules()); });
    updateButtons();
}

void RulesEdit::setRules(const QList<Rule> &rules)
{
    m_rules = rules;
    fill(0);
}

void RulesEdit::fill(int current)
{
    m_list->clear();
    for (const Rule &rule : std::as_const(m_rules))
        m_list->addItem(ruleText(rule));
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    updateButtons();
}

void RulesEdit::updateButtons()
{
    const bool chosen = m_list->currentRow() >= 0;
    m_edit->setEnabled(chosen);
    m_remove->setEnabled(chosen);
}

void RulesEdit::edit(int row)
{
    Rule fresh;
    fresh.above = 30;
    auto *dialog = new RuleDialog(row >= 0 ? m_rules[row] : fresh, m_probe, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row] {
        if (row >= 0)
            m_rules[row] = dialog->rule();
        else
            m_rules.append(dialog->rule());
        fill(row >= 0 ? row : static_cast<int>(m_rules.size()) - 1);
        Q_EMIT edited();
    });
    dialog->open();
}

void RulesEdit::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_rules.removeAt(row);
    fill(row);
    Q_EMIT edited();
}

} // namespace plumb
