// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focus.h"

namespace plumb {

void Focus::setLines(const QList<LineKey> &lines)
{
    if (m_lines == lines)
        return;
    m_lines = lines;
    Q_EMIT linesChanged();
}

void Focus::setFrozenAt(std::optional<qint64> us)
{
    if (m_frozenAtUs == us)
        return;
    m_frozenAtUs = us;
    Q_EMIT frozenChanged();
}

} // namespace plumb
