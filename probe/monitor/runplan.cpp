// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runplan.h"

#include "payloadtemplate.h"
#include "probecodec.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumb {

namespace {

constexpr std::chrono::milliseconds DefaultSweepInterval{200};
constexpr int Ip4Headers = 28, Ip6Headers = 48; // IP and UDP

double perSecond(const LinePlan &line)
{
    return 1000.0 / static_cast<double>(line.settings.interval.count());
}

double rateOf(const QList<LinePlan *> &lines)
{
    double sum = 0;
    for (const LinePlan *const line : lines)
        sum += perSecond(*line);
    return sum;
}

//! Stretches the intervals of these lines so that they stay below a cap; false where they do already.
bool stretch(const QList<LinePlan *> &lines, double cap)
{
    const double factor = rateOf(lines) / cap;
    if (factor <= 1)
        return false;
    for (LinePlan *const line : lines) {
        const double ms = std::ceil(static_cast<double>(line->settings.interval.count()) * factor);
        line->settings.interval = std::chrono::milliseconds(static_cast<qint64>(ms));
    }
    return true;
}

bool isLoopback(const Endpoint &entry)
{
    const auto address = entry.address();
    return address && address->isLoopback();
}

int bytesOnWire(const LinePlan &line)
{
    const auto address = line.entry.address();
    const bool ip6 = address && address->protocol() == QAbstractSocket::IPv6Protocol;
    return payloadBytes(line.settings) + (ip6 ? Ip6Headers : Ip4Headers);
}

QString count(double value) { return QLocale().toString(std::round(value), 'f', 0); }

} // namespace

//! Only the context of this file's texts.
struct RunPlanText
{
    Q_DECLARE_TR_FUNCTIONS(RunPlan)
};

ProbeSettings plannedSettings(const Profile &profile, const Line &line, const RunOptions &options)
{
    ProbeSettings settings = resolve({&profile.probe, &line.probe, &options.overrides});
    if (options.kind == RunKind::Sweep)
        settings.interval =
            options.overrides.interval.value_or(profile.sweepInterval.value_or(DefaultSweepInterval));
    settings.interval = std::max(settings.interval, shortestInterval(settings));
    settings.late = std::max(settings.late, settings.timeout);
    return settings;
}

void applyCapsBeside(QList<LinePlan> &lines, QList<LinePlan> others, const RunOptions &options)
{
    QList<LinePlan *> all, allOthers;
    std::map<QString, QList<LinePlan *>> byEntry, othersByEntry;
    for (LinePlan &line : lines) {
        all.append(&line);
        byEntry[line.entry.host].append(&line);
    }
    for (LinePlan &line : others) {
        allOthers.append(&line);
        othersByEntry[line.entry.host].append(&line);
    }
    // The others keep within the caps with these lines' own watch, so there always is room.
    for (const auto &[host, through] : byEntry) {
        if (!isLoopback(through.constFirst()->entry))
            stretch(through, std::max(1.0, options.maxPpsPerEntry - rateOf(othersByEntry[host])));
    }
    stretch(all, std::max(1.0, options.maxPps - rateOf(allOthers)));
}

LinePlan linePlan(LineKey key, const Line &line, const ProbeSettings &settings)
{
    return {key, effectiveEntry(line, settings), effectiveEcho(line, settings), settings, 0};
}

int payloadBytes(const ProbeSettings &settings)
{
    if (settings.kind != ProbeKind::Custom)
        return settings.sizeBytes;
    const TemplateResult payload = parseTemplate(settings.payload);
    return payload.ok() ? payload.maxSize() : settings.sizeBytes;
}

PlannedRate plannedRate(const Profile &profile, const RunOptions &options)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<LinePlan> lines;
    for (const Line &line : profile.lines) {
        if (!isPaused(line, now))
            lines.append(linePlan(0, line, plannedSettings(profile, line, options)));
    }
    return applyCaps(lines, options);
}

PlannedRate applyCaps(QList<LinePlan> &lines, const RunOptions &options)
{
    PlannedRate rate;
    QList<LinePlan *> all;
    std::map<QString, QList<LinePlan *>> byEntry;
    for (LinePlan &line : lines) {
        all.append(&line);
        byEntry[line.entry.host].append(&line);
    }
    for (const auto &[host, through] : byEntry) {
        const double asked = rateOf(through);
        if (!isLoopback(through.constFirst()->entry) && stretch(through, options.maxPpsPerEntry))
            rate.stretched << RunPlanText::tr(
                                  "%1 probes/s to entry %2 are more than the cap of %3: their intervals are "
                                  "lengthened %4 times")
                                  .arg(count(asked), host, count(options.maxPpsPerEntry),
                                       QLocale().toString(asked / options.maxPpsPerEntry, 'f', 2));
    }
    const double asked = rateOf(all);
    if (stretch(all, options.maxPps))
        rate.stretched
            << RunPlanText::tr(
                   "%1 probes/s in all are more than the cap of %2: all intervals are lengthened %3 times")
                   .arg(count(asked), count(options.maxPps),
                        QLocale().toString(asked / options.maxPps, 'f', 2));
    for (const auto &[host, through] : byEntry)
        rate.maxPerEntryPps = std::max(rate.maxPerEntryPps, rateOf(through));
    for (const LinePlan &line : std::as_const(lines)) {
        rate.probesPerSecond += perSecond(line);
        rate.bitsPerSecond += 8 * bytesOnWire(line) * perSecond(line);
    }
    return rate;
}

int sweepCount(const Profile &profile, const RunOptions &options)
{
    return options.count.value_or(profile.sweepCount.value_or(DefaultSweepCount));
}

bool isPaused(const Line &line, const QDateTime &now)
{
    if (line.pausedUntil.isValid())
        return line.pausedUntil > now;
    return !line.enabled;
}

} // namespace plumb
