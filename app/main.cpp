// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkcommand.h"
#include "console.h"
#include "language.h"
#include "options.h"
#include "reflectcommand.h"
#include "runcommand.h"
#include "windowcommand.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

//! What a command's arguments ask for is done, unless they ask for help or are wrong.
template <typename Request, typename Run>
int dispatch(Command command, const Parsed<Request> &parsed, Run run)
{
    if (parsed.help)
        return printOutput(commandHelp(command));
    if (!parsed.error.isEmpty()) {
        printError(parsed.error);
        return ExitUsage;
    }
    return run(parsed.request);
}

int runCommand(Command command, const QStringList &arguments)
{
    const auto sweepOrWatch = [](const RunRequest &request) {
        installTranslations(request.lang);
        return runSweepOrWatch(request);
    };
    switch (command) {
    case Command::Sweep: return dispatch(command, parseRun(RunKind::Sweep, arguments), sweepOrWatch);
    case Command::Watch: return dispatch(command, parseRun(RunKind::Watch, arguments), sweepOrWatch);
    case Command::Check: return dispatch(command, parseCheck(arguments), runCheck);
    case Command::Reflect: return dispatch(command, parseReflect(arguments), runReflect);
    case Command::Window:
    case Command::Demo: break;
    }
    Q_UNREACHABLE();
}

} // namespace

int main(int argc, char **argv)
{
    prepareConsole();
    QCoreApplication::setApplicationName(u"plumbline"_s);
    QCoreApplication::setOrganizationName(u"plumbline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));

    const QByteArray first = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (first == "--version")
        return printOutput(u"plumbline "_s + QCoreApplication::applicationVersion() + u'\n');
    if (first == "--help" || first == "-h")
        return printOutput(programHelp());
    for (const Command command : {Command::Sweep, Command::Watch, Command::Check, Command::Reflect}) {
        if (first != commandName(command).toLatin1())
            continue;
        const QCoreApplication application(argc, argv);
        return runCommand(command, QCoreApplication::arguments().mid(2));
    }
    return runWindow(argc, argv);
}
