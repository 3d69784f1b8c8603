// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumb {

//! Exit codes of every command.
enum ExitCode : int {
    ExitFine = 0,
    ExitFlagged = 1,    //!< a line is warning, critical or dead
    ExitUsage = 2,      //!< wrong usage or unusable input
    ExitIncomplete = 3, //!< a result could not be written, or a line could not be judged
};

//! One line on standard error: "plumbline: text".
void printError(const QString &text);
//! One line on standard error, as it is.
void printNote(const QString &text);
//! Without a newline and at once, for a line that is drawn over again.
void printRaw(const QString &text);
[[nodiscard]] bool errorIsTerminal();
//! How many columns the terminal of standard error has; 80 where it does not tell.
[[nodiscard]] int terminalWidth();

//! Prints to standard output; the exit code, which tells whether that worked.
[[nodiscard]] int printOutput(const QString &text);

//! To be called first: a descriptor 0 to 2 that the caller closed must not be given to a socket; a reader of
//! standard output that goes away is a write error and no signal; text is UTF-8 whatever the locale says.
void prepareConsole();

} // namespace plumb
