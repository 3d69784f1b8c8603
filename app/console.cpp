// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "outputfile.h"
#include "texttable.h"

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace plumb {

using namespace Qt::StringLiterals;

void printError(const QString &text) { printNote(u"plumbline: "_s + text); }

void printNote(const QString &text) { printRaw(printable(text) + u'\n'); }

void printRaw(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

bool errorIsTerminal() { return ::isatty(STDERR_FILENO) == 1; }

int terminalWidth()
{
    winsize size = {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 80;
    return size.ws_col;
}

int printOutput(const QString &text)
{
    OutputFile output;
    QString error = output.open(u"-"_s, OutputFile::Mode::Whole);
    if (error.isEmpty()) {
        output.write(text.toUtf8());
        error = output.commit();
    }
    if (error.isEmpty())
        return ExitFine;
    printError(error);
    return ExitIncomplete;
}

void prepareConsole()
{
    // Read-only on purpose: what is written to a closed standard output has to fail.
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (::fcntl(fd, F_GETFD) == -1 && ::open("/dev/null", O_RDONLY) != fd)
            break;
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    // Qt would switch too, but with a warning on standard error. The language stays what it was.
    if (const QByteArray all = qgetenv("LC_ALL"); !all.isEmpty()) {
        qputenv("LANG", all);
        qunsetenv("LC_ALL");
    }
    qputenv("LC_CTYPE", "C.UTF-8");
    std::setlocale(LC_ALL, "");
}

} // namespace plumb
