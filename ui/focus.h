// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QList>
#include <QObject>

#include <optional>

namespace plumb {

//! What the views look at together: the selected lines, and whether the picture is live or frozen.
class Focus final : public QObject
{
    Q_OBJECT
public:
    explicit Focus(QObject *parent = nullptr)
        : QObject(parent)
    {}

    //! In the table's order; empty: nothing is selected.
    [[nodiscard]] const QList<LineKey> &lines() const { return m_lines; }
    void setLines(const QList<LineKey> &lines);

    [[nodiscard]] bool isFrozen() const { return m_frozenAtUs.has_value(); }
    //! UTC; empty while live.
    [[nodiscard]] std::optional<qint64> frozenAtUs() const { return m_frozenAtUs; }
    void setFrozenAt(std::optional<qint64> us);

Q_SIGNALS:
    void linesChanged();
    void frozenChanged();

private:
    QList<LineKey> m_lines;
    std::optional<qint64> m_frozenAtUs;
};

} // namespace plumb
