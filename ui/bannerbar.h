// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace plumb {

//! One line of news across the window with what can be done about it. Hidden until it has something to say.
class BannerBar final : public QWidget
{
    Q_OBJECT
public:
    explicit BannerBar(Banner kind, QWidget *parent = nullptr);

    //! An empty text hides the bar.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    //! Adds a button for an action, which the caller owns.
    void addAction(QAction *action);
    //! Adds a button that closes the bar.
    void addClose();
    void setKind(Banner kind);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyColors();

    Banner m_kind;
    QLabel *m_label;
    QHBoxLayout *m_layout;
};

} // namespace plumb
