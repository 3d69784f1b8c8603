// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profilefile.h"

#include <QSet>

#include <functional>

namespace plumb {

//! Gathers problems: one error per place and none within it (the first says why, the others follow), at most
//! 100 errors and 100 warnings.
class Problems
{
public:
    void error(const QString &place, const QString &text);
    void warning(const QString &place, const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    [[nodiscard]] bool hasErrors() const { return m_errors > 0; }
    //! True once there are so many errors that no further one is told: reading on is of no use.
    [[nodiscard]] bool isFull() const;
    //! The problems in the order of position(place), those of equal position in the order they came.
    [[nodiscard]] QList<Problem> take(const std::function<qsizetype(const QString &place)> &position);
    [[nodiscard]] QList<Problem> take() { return take({}); }

private:
    void add(Problem::Level level, int &count, const QString &place, const QString &text);

    QList<Problem> m_list;
    QSet<QString> m_errorPlaces;
    int m_errors = 0;
    int m_warnings = 0;
};

} // namespace plumb
