// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sharing.h"

//! Lines to be searched, made in groups of like ones.
class SharingLines
{
public:
    //! So many lines through an entry, the first of them marked.
    SharingLines &add(int count, int marked, const QString &entry, const QStringList &tags = {},
                      const QString &echo = {})
    {
        for (int i = 0; i < count; ++i) {
            plumb::SharingLine line;
            line.key = static_cast<plumb::LineKey>(lines.size() + 1);
            line.isMarked = i < marked;
            line.entry = entry;
            line.echo = echo;
            line.tags = tags;
            lines.append(line);
        }
        return *this;
    }

    QList<plumb::SharingLine> lines;
};
