// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowcommand.h"

#include "console.h"
#include "language.h"
#include "mainwindow.h"
#include "monitor.h"
#include "options.h"
#include "unixsignals.h"
#include "windowsettings.h"

#include <QApplication>

#include <algorithm>
#include <array>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

//! The arguments without those that QApplication takes for itself, which stand with one dash. It can not be
//! asked before there is a display, and wrong usage has to be told without one.
QStringList withoutQtOptions(const QStringList &arguments)
{
    static constexpr std::array WithValue{"-platform"_L1, "-platformtheme"_L1, "-plugin"_L1,
                                          "-style"_L1,    "-stylesheet"_L1,    "-qwindowgeometry"_L1,
                                          "-geometry"_L1, "-display"_L1};
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (std::find(WithValue.begin(), WithValue.end(), arguments[i]) != WithValue.end())
            ++i;
        else
            ours << arguments[i];
    }
    return ours;
}

bool displayIsNamed(const QStringList &arguments)
{
    return arguments.contains("-platform"_L1) || arguments.contains("-display"_L1) ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

} // namespace

int runWindow(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QStringList ours = withoutQtOptions(arguments);
    const bool demo = !ours.isEmpty() && ours.first() == "demo"_L1;
    if (demo)
        ours.removeFirst();
    const auto parsed = parseWindow(demo, ours);
    if (parsed.help)
        return printOutput(commandHelp(demo ? Command::Demo : Command::Window));
    if (!parsed.error.isEmpty()) {
        printError(parsed.error);
        return ExitUsage;
    }
    if (!displayIsNamed(arguments)) {
        printError(u"there is no display for the window; set DISPLAY, or use plumbline sweep or watch"_s);
        return ExitUsage;
    }

    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    installTranslations(parsed.request.lang.isEmpty() ? WindowSettings().language() : parsed.request.lang);
    Monitor monitor;
    MainWindow window(&monitor);
    window.show();
    if (demo)
        window.startDemo();
    else if (!parsed.request.profile.isEmpty())
        window.openFile(parsed.request.profile);
    else
        window.openLast();
    // The first asks as the close button does; the second does not ask.
    const UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::stopRequested, &window, &QWidget::close);
    QObject::connect(&signals, &UnixSignals::abortRequested, &window, &QApplication::quit);
    return QApplication::exec();
}

} // namespace plumb
