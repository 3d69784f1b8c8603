// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdialog.h"

#include "clock.h"
#include "focusrange.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

ExportDialog::ExportDialog(bool forExcel, const FocusRange &range, QWidget *parent)
    : QDialog(parent)
    , m_kinds(new QButtonGroup(this))
    , m_excel(new QCheckBox(tr("For &Excel"), this))
{
    setWindowTitle(tr("Export CSV"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(tr("What is to be written?"), this));
    const auto add = [&](ExportKind kind, const QString &text) {
        auto *button = new QRadioButton(text, this);
        m_kinds->addButton(button, static_cast<int>(kind));
        layout->addWidget(button);
    };
    add(ExportKind::Summary, tr("&Summary: one row a line, the numbers of the table"));
    add(ExportKind::Samples, tr("&Probes: one row a probe, as far back as they are in memory"));
    add(ExportKind::Events, tr("E&vents: one row for each change of a state"));
    if (range.isTimed()) {
        const qint64 nowUs = realtimeUs();
        auto *of = new QLabel(tr("Range: %1").arg(rangeText(range, RunKind::Watch, nowUs)), this);
        layout->addWidget(of);
    }
    m_kinds->button(static_cast<int>(ExportKind::Summary))->setChecked(true);
    m_excel->setChecked(forExcel);
    m_excel->setToolTip(
        tr("Begins the file with a byte order mark, without which Excel garbles Chinese text."));
    layout->addSpacing(8);
    layout->addWidget(m_excel);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *save = buttons->addButton(tr("Save as…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(8);
    layout->addWidget(buttons);
}

ExportKind ExportDialog::kind() const { return static_cast<ExportKind>(m_kinds->checkedId()); }

bool ExportDialog::isForExcel() const { return m_excel->isChecked(); }

} // namespace plumb
