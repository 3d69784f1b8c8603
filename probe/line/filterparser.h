// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linefilter.h"

#include <QList>
#include <QPair>

namespace plumb {

//! One condition of a filter.
struct FilterTerm
{
    enum class Subject : quint8 { Any, Name, Id, Tag, Entry, Echo, State, Figure };
    enum class Comparison : quint8 { Above, AtLeast, Below, AtMost, Equal };

    Subject subject = Subject::Any;
    bool negated = false;
    QString text; //!< what the field has in it; empty where network or port say it
    std::optional<QPair<QHostAddress, int>> network; //!< of entry and echo
    quint16 port = 0;                                //!< of entry and echo; 0: any
    QStringList states;                              //!< of State
    std::optional<double> FilterFacts::*figure = nullptr;
    Comparison comparison = Comparison::Above;
    double limit = 0; //!< percent, ms or s as the figure is
};

//! Alternatives, each of conditions that must all hold.
using FilterExpression = QList<QList<FilterTerm>>;

struct FilterParseResult
{
    FilterExpression expression;
    QString error;          //!< "what is wrong; what to do"
    qsizetype errorAt = -1; //!< its place in the text; -1: none
};

//! Reads the language that LineFilter describes.
[[nodiscard]] FilterParseResult parseFilter(QStringView text);

} // namespace plumb
