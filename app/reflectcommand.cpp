// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reflectcommand.h"

#include "console.h"
#include "unixsignals.h"

#include <QCoreApplication>
#include <QTimer>

namespace plumb {

using namespace Qt::StringLiterals;

int runReflect(const ReflectRequest &request)
{
    Reflector reflector;
    if (const QString error = reflector.add(request.bind, request.port, request.ports, request.impairment);
        !error.isEmpty()) {
        printError(error);
        return ExitUsage;
    }

    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::stopRequested, &reflector, [] { QCoreApplication::quit(); });
    QTimer end;
    end.setSingleShot(true);
    QObject::connect(&end, &QTimer::timeout, &reflector, [] { QCoreApplication::quit(); });
    if (request.durationS)
        end.start(static_cast<int>(*request.durationS * 1000));

    const Endpoint first{request.bind.toString(), request.port};
    const int ready =
        printOutput(u"reflecting on %1-%2\n"_s.arg(first.toString()).arg(request.port + request.ports - 1));
    if (ready != ExitFine)
        return ready;
    QCoreApplication::exec();

    const ReflectorTotals totals = reflector.totals();
    reflector.stop();
    return printOutput(u"%1 received, %2 answered, %3 dropped\n"_s.arg(totals.received)
                           .arg(totals.sent)
                           .arg(totals.dropped));
}

} // namespace plumb
