// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweepdialog.h"

#include "statebadge.h"
#include "sweepmodel.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

SweepDialog::SweepDialog(const SweepResult &result, QWidget *parent)
    : QDialog(parent)
    , m_model(new SweepModel(result, this))
{
    setObjectName(u"sweepDialog"_s);
    setWindowTitle(tr("Result of the sweep"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto *headline = new QLabel(m_model->headline(), this);
    headline->setTextFormat(Qt::PlainText);
    headline->setWordWrap(true);
    auto *table = new QTableView(this);
    table->setModel(m_model);
    table->setAccessibleName(windowTitle());
    table->setItemDelegateForColumn(SweepModel::Outcome,
                                    new StateBadgeDelegate(SweepModel::VerdictRole, table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->resizeColumnsToContents(); // once: the result does not change

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"copyResult"_s);
    copyButton->setToolTip(tr("The whole table, as a spreadsheet takes it. (%1)")
                               .arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)));
    auto *copyAction = new QAction(this);
    copyAction->setShortcut(QKeySequence::Copy);
    addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, &SweepDialog::copy);
    connect(copyButton, &QPushButton::clicked, this, &SweepDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(headline);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);

    int width = 0;
    for (int column = 0; column < SweepModel::ColumnCount; ++column)
        width += table->columnWidth(column);
    const int rows = std::min(m_model->rowCount(), 16) + 1;
    constexpr int Frame = 60; // margins and the scroll bar
    resize(std::max(560, width + Frame), rows * (fontMetrics().height() + 6) + 150);
    table->setFocus();
}

void SweepDialog::copy() { QGuiApplication::clipboard()->setText(m_model->toText()); }

} // namespace plumb
