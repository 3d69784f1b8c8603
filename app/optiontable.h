// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace plumb {

enum class Command : quint8 { Window, Demo, Sweep, Watch, Check, Reflect };

//! One option of a command: the parser and --help are both made from it.
struct OptionSpec
{
    QString name;  //!< without the dashes
    QString value; //!< what its value is called in the help; empty: a switch
    QString text;  //!< what it does, with unit and default
    bool repeatable = false;
};

struct OptionGroup
{
    QString title;
    QList<OptionSpec> options;
};

//! Every option that a command knows, in the order of its help.
[[nodiscard]] QList<OptionGroup> optionGroups(Command command);

[[nodiscard]] QString commandName(Command command);

//! The text of `plumbline --help` and of `plumbline COMMAND --help`.
[[nodiscard]] QString programHelp();
[[nodiscard]] QString commandHelp(Command command);

} // namespace plumb
