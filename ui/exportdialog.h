// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QCheckBox;
QT_END_NAMESPACE

namespace plumb {

struct FocusRange;

enum class ExportKind : quint8 { Summary, Samples, Events };

//! Asks what is to be exported; where to is asked by the caller.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(bool forExcel, const FocusRange &range, QWidget *parent = nullptr);

    [[nodiscard]] ExportKind kind() const;
    [[nodiscard]] bool isForExcel() const;

private:
    QButtonGroup *m_kinds;
    QCheckBox *m_excel;
};

} // namespace plumb
