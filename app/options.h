// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor.h"
#include "optiontable.h"
#include "reflector.h"

#include <QHostAddress>
#include <QStringList>

#include <optional>

namespace plumb {

//! Where the results of a run go.
struct OutputRequest
{
    enum class Format : quint8 { Table, Json, Csv };
    QString summary, samples, events, intervals; //!< empty: not asked for; "-": standard output
    int binSeconds = 60;
    Format format = Format::Table;
    bool formatGiven = false;
    bool bom = false;
    bool quiet = false;

    //! Whether one of the files is "-": then nothing else is printed there.
    [[nodiscard]] bool fileOnStandardOutput() const;
};

struct RunRequest
{
    QString profile; //!< empty: the demo
    bool demo = false;
    RunOptions run;
    std::optional<double> durationS; //!< of a watch; empty: until it is stopped
    QString only, except;
    QString lang;
    QString station;
    OutputRequest output;
};

struct WindowRequest
{
    QString profile; //!< empty: the last one
    bool demo = false;
    QString lang;
};

struct CheckRequest
{
    QString profile;
    ProbePatch overrides;
};

struct ReflectRequest
{
    QHostAddress bind{QHostAddress::LocalHost};
    quint16 port = 7007;
    int ports = 1;
    Impairment impairment;
    std::optional<double> durationS;
};

//! What the arguments after the command's name ask for.
template <typename Request>
struct Parsed
{
    Request request;
    QString error;     //!< "what is wrong; what to do"; empty: none
    bool help = false; //!< --help was given: nothing else matters
};

[[nodiscard]] Parsed<RunRequest> parseRun(RunKind kind, const QStringList &arguments);
[[nodiscard]] Parsed<WindowRequest> parseWindow(bool demo, const QStringList &arguments);
[[nodiscard]] Parsed<CheckRequest> parseCheck(const QStringList &arguments);
[[nodiscard]] Parsed<ReflectRequest> parseReflect(const QStringList &arguments);

//! "90", "90s", "5m", "2h", fractions too; in seconds.
[[nodiscard]] std::optional<double> parseDuration(QStringView text);

} // namespace plumb
