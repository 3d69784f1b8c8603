// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharingpicture.h"

#include "evidence.h"
#include "format.h"
#include "rowrange.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

//! The translation context of everything here.
struct Sharing
{
    Q_DECLARE_TR_FUNCTIONS(plumb::Sharing)
};

constexpr qsizetype MaxPortLines = 200; // looked at for split ports
constexpr qsizetype MaxPortRows = 20;

QString ofText(int some, int all)
{
    return Sharing::tr("%1 of %2", "6 of 6 lines").arg(formatCount(some), formatCount(all));
}

bool isTelling(const SharedTrait &trait)
{
    constexpr double Half = 0.5, MostChance = 0.01;
    return trait.separation() >= Half && trait.chance() <= MostChance;
}

QString oddsText(double chance)
{
    constexpr double Million = 1e6;
    if (chance <= 1 / Million)
        return Sharing::tr("fewer than once in a million times");
    if (chance > 0.5)
        return Sharing::tr("more often than not");
    return Sharing::tr("about once in %1 times").arg(formatCount(qRound64(1 / chance)));
}

SharingRow traitRow(const SharedTrait &trait, bool ofBad)
{
    SharingRow row;
    row.id = QString::number(static_cast<int>(trait.kind)) + trait.value;
    row.what = traitText(trait);
    const QString with = ofText(trait.marked, trait.of);
    const QString elsewhere = ofText(trait.markedElsewhere, trait.elsewhere);
    row.with =
        ofBad ? Sharing::tr("%1 bad", "6 of 6").arg(with) : Sharing::tr("%1 selected", "6 of 6").arg(with);
    row.elsewhere = elsewhere;
    row.isTelling = isTelling(trait);
    row.filter = trait.filter;
    row.lines = trait.lines;
    row.toolTip =
        row.sentence() + u'\n' +
        Sharing::tr("By chance alone so many would fall together %1.").arg(oddsText(trait.chance())) + u'\n' +
        (trait.filter.isEmpty() ? Sharing::tr("Click or Enter: select these lines.")
                                : Sharing::tr("Click or Enter: show these lines only."));
    return row;
}

SharingRow portRow(const PortSplit &split, const QString &name, const QString &id)
{
    SharingRow row;
    row.id = id;
    row.what = Sharing::tr("%1: %2 of %3 source ports", "line, 2, 8")
                   .arg(name, formatCount(split.bad.size()), formatCount(split.ports));
    row.with = Sharing::tr("%1 lost", "25 of 25 probes").arg(ofText(split.lost, split.of));
    row.elsewhere = ofText(split.lostElsewhere, split.elsewhere);
    row.isTelling = true;
    row.toolTip = row.sentence() + u'\n' +
                  Sharing::tr("Source ports %1. Routers choose a path by the source port: a dead member of a "
                              "group of links loses all probes of some ports and none of the others.")
                      .arg(portList(split.bad)) +
                  u'\n' + Sharing::tr("Click or Enter: select these lines.");
    return row;
}

// Lines that lose over some source ports only, each for itself and all together.
QList<SharingRow> portRows(const QList<LineKey> &marked, const LinesModel &model,
                           const LinesModel::LineSource &source)
{
    QList<SharingRow> rows;
    QList<ProbeRange> ranges;
    for (const LineKey key : marked.first(std::min(marked.size(), MaxPortLines))) {
        const LineRow &row = model.row(model.rowOf(key));
        const LineHistory &history = source(key).history;
        ranges.append({&history, rangeOf(row, history)});
        const std::optional<PortSplit> split =
            rows.size() < MaxPortRows ? splitByPort(history, ranges.last().range) : std::nullopt;
        if (!split)
            continue;
        rows.append(portRow(*split, row.line.label(), u"p"_s + QString::number(key)));
        rows.last().lines = {key};
    }
    const std::optional<PortSplit> split = ranges.size() > 1 ? splitByPort(ranges) : std::nullopt;
    if (split) {
        const auto lines = static_cast<int>(ranges.size());
        rows.prepend(portRow(*split, Sharing::tr("%n line(s) together", nullptr, lines), u"ports"_s));
        rows.first().lines = marked.first(lines);
    }
    return rows;
}

SharingPicture pictureOf(const QList<SharingLine> &lines, const LinesModel &model,
                         const LinesModel::LineSource &source, bool ofBad)
{
    SharingPicture picture;
    const QList<SharedTrait> traits = sharedTraits(lines);
    for (const SharedTrait &trait : traits)
        picture.rows.append(traitRow(trait, ofBad));
    QList<LineKey> marked;
    for (const SharingLine &line : lines) {
        if (line.isMarked)
            marked.append(line.key);
    }
    picture.rows.append(portRows(marked, model, source));
    return picture;
}

} // namespace

QString SharingRow::sentence() const
{
    return Sharing::tr("%1: %2; elsewhere %3", "entry 118.89.127.211, 6 of 6 bad, 0 of 122")
        .arg(what, with, elsewhere);
}

int SharingPicture::tellingCount() const
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const SharingRow &row) { return row.isTelling; }));
}

QString entryAddress(const LineRow &row, const LineState &state)
{
    const bool isKnown = row.line.entry.address() || state.address.isEmpty();
    return isKnown ? row.line.entry.host : state.address;
}

SharingLine sharingLine(const LineRow &row, const LineState &state, bool isMarked)
{
    SharingLine line;
    line.key = row.key;
    line.isMarked = isMarked;
    line.hasLiteralEntry = row.line.entry.address().has_value();
    line.entry = entryAddress(row, state);
    if (row.line.echo) {
        line.echo = row.line.echo->host;
        line.hasLiteralEcho = row.line.echo->address().has_value();
    }
    line.tags = row.line.tags;
    return line;
}

QList<JudgedLine> judgedLines(const LinesModel &model, const LinesModel::LineSource &source)
{
    QList<JudgedLine> lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const LineRow &row = model.row(i);
        if (isJudged(row.verdict))
            lines.append({sharingLine(row, source(row.key), isFlagged(row.verdict)), row.beganUs});
    }
    return lines;
}

SharingPicture sharingOfBad(const QList<JudgedLine> &judged, const LinesModel &model,
                            const LinesModel::LineSource &source)
{
    QList<SharingLine> lines;
    for (const JudgedLine &line : judged)
        lines.append(line.line);
    SharingPicture picture = pictureOf(lines, model, source, true);
    const auto bad = static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [](const SharingLine &line) { return line.isMarked; }));
    const auto others = static_cast<int>(lines.size()) - bad;
    if (lines.isEmpty())
        picture.headline = Sharing::tr("No line has been judged yet.");
    else if (bad == 0)
        picture.headline = Sharing::tr("No line is bad. Select two or more lines to see what those share.");
    else if (bad == 1)
        picture.headline = Sharing::tr("Only one line is bad: there is nothing that it could share.");
    else if (others == 0)
        picture.headline =
            Sharing::tr("All lines are bad, so there is no other to compare them with: look at "
                        "this computer's uplink first.");
    else if (picture.rows.isEmpty())
        picture.headline =
            Sharing::tr("The %1 bad lines share no entry, address block, tag or source port that "
                        "the %2 others have not.")
                .arg(formatCount(bad), formatCount(others));
    else
        picture.headline = Sharing::tr("What the %1 bad lines share, and how many of the %2 others do.")
                               .arg(formatCount(bad), formatCount(others));
    return picture;
}

SharingPicture sharingOf(const QList<LineKey> &selected, const LinesModel &model,
                         const LinesModel::LineSource &source)
{
    const QSet<LineKey> marked(selected.begin(), selected.end());
    QList<SharingLine> lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const LineRow &row = model.row(i);
        lines.append(sharingLine(row, source(row.key), marked.contains(row.key)));
    }
    SharingPicture picture = pictureOf(lines, model, source, false);
    const auto others = lines.size() - marked.size();
    if (marked.size() < 2)
        picture.headline = Sharing::tr("Select two or more lines to see what those share.");
    else if (others == 0)
        picture.headline = Sharing::tr("All lines are selected, so there is no other to compare them with.");
    else if (picture.rows.isEmpty())
        picture.headline =
            Sharing::tr("The %1 selected lines share no entry, address block, tag or source port "
                        "that the %2 others have not.")
                .arg(formatCount(marked.size()), formatCount(others));
    else
        picture.headline = Sharing::tr("What the %1 selected lines share, and how many of the %2 others do.")
                               .arg(formatCount(marked.size()), formatCount(others));
    return picture;
}

QString traitText(const SharedTrait &trait)
{
    switch (trait.kind) {
    case SharedTrait::Kind::Entry: return Sharing::tr("entry %1").arg(trait.value);
    case SharedTrait::Kind::EntryBlock: return Sharing::tr("entry block %1").arg(trait.value);
    case SharedTrait::Kind::EchoBlock: return Sharing::tr("echo block %1").arg(trait.value);
    case SharedTrait::Kind::Tag: return Sharing::tr("tag %1").arg(trait.value);
    }
    Q_UNREACHABLE();
}

} // namespace plumb
