// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics.h"

#include <QStringList>

namespace plumb {

// What lines have in common that others have not: where a fault sits.

//! A line as the search sees it.
struct SharingLine
{
    LineKey key = 0;
    bool isMarked = false; //!< one of those whose common ground is looked for: bad, or selected
    //! Addresses; a name where it is not resolved; empty without one.
    QString entry, echo;
    //! Whether the filter finds the line by these addresses: it does not see what a name resolves to.
    bool hasLiteralEntry = true, hasLiteralEcho = true;
    QStringList tags;
};

//! What some of the marked lines have: how many with it are marked, and how many without.
struct SharedTrait
{
    //! In the order in which they are told where they tell the same.
    enum class Kind : quint8 { Entry, EntryBlock, EchoBlock, Tag };
    Kind kind = Kind::Entry;
    QString value; //!< "118.89.127.211", "118.89.127.0/24", "2001:db8::/48", "cn2"
    int marked = 0, of = 0;
    int markedElsewhere = 0, elsewhere = 0;
    QString filter;       //!< finds the lines with it (see LineFilter); empty where the language can not
    QList<LineKey> lines; //!< with it, marked or not

    //! Share of the marked lines that have it less share of the others that do (Youden's J): 1 where it parts
    //! them wholly, 0 where it says nothing.
    [[nodiscard]] double separation() const;
    //! How likely so many marked lines, or more, have it by chance (Fisher's exact test, one-sided).
    [[nodiscard]] double chance() const;
};

//! What at least two of the marked lines have, and others more seldom; the best separation first, at most so
//! many.
[[nodiscard]] QList<SharedTrait> sharedTraits(const QList<SharingLine> &lines, qsizetype most = 20);

//! The source ports over which a line loses clearly more than over its others: the mark of a dead member of a
//! load-sharing group.
struct PortSplit
{
    QList<quint16> bad; //!< ascending
    int ports = 0;      //!< with enough probes to tell
    int lost = 0, of = 0;
    int lostElsewhere = 0, elsewhere = 0;
};
//! Over a range of settled probes; empty where the ports do not differ for certain.
[[nodiscard]] std::optional<PortSplit> splitByPort(const LineHistory &history, SeqRange range);

//! A range of one line's probes.
struct ProbeRange
{
    const LineHistory *history = nullptr;
    SeqRange range;
};
//! The same over several lines that share their source ports.
[[nodiscard]] std::optional<PortSplit> splitByPort(const QList<ProbeRange> &ranges);

} // namespace plumb
