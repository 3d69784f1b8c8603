// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkcommand.h"

#include "console.h"

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

void printProblems(const QList<Problem> &problems, const QString &file, int atMost)
{
    const QString shown = file == "-"_L1 ? u"standard input"_s : file;
    int errors = 0, warnings = 0;
    for (const Problem &problem : problems) {
        int &n = problem.level == Problem::Level::Error ? errors : warnings;
        if (atMost == 0 || ++n <= atMost)
            printError(problem.toString(shown));
    }
    const int left = std::max(0, errors - atMost) + std::max(0, warnings - atMost);
    if (atMost > 0 && left > 0)
        printError(shown + u": %1 more problems; plumbline check prints them all"_s.arg(left));
}

int runCheck(const CheckRequest &request)
{
    LoadOptions options;
    options.overrides = request.overrides;
    const LoadResult loaded = loadProfile(request.profile, options);
    printProblems(loaded.problems, request.profile, 0);
    if (!loaded.ok())
        return ExitUsage;
    const auto &lines = loaded.profile.lines;
    const auto enabled =
        std::count_if(lines.begin(), lines.end(), [](const Line &line) { return line.enabled; });
    const QString name = request.profile == "-"_L1 ? u"standard input"_s : request.profile;
    return printOutput(u"%1: %2 lines, %3 enabled, %4 warnings\n"_s.arg(name)
                           .arg(lines.size())
                           .arg(enabled)
                           .arg(loaded.problems.size()));
}

} // namespace plumb
