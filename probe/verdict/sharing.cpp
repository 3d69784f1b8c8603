// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing.h"

#include "linefilter.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

using Kind = SharedTrait::Kind;

//! The block that an address is likely routed in: /24, of IPv6 /48; empty for a name.
QString blockOf(const QString &address)
{
    constexpr int Ip4Bits = 24, Ip6Bits = 48;
    std::optional<QHostAddress> ip = parseAddress(address);
    if (!ip)
        return {};
    if (ip->protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 network = ip->toIPv4Address() & (0xffffffffU << (32 - Ip4Bits));
        return QHostAddress(network).toString() + u'/' + QString::number(Ip4Bits);
    }
    Q_IPV6ADDR bytes = ip->toIPv6Address();
    std::fill(bytes.c + Ip6Bits / 8, bytes.c + sizeof bytes.c, quint8(0));
    return QHostAddress(bytes).toString() + u'/' + QString::number(Ip6Bits);
}

QString filterFor(Kind kind, const QString &value)
{
    switch (kind) {
    case Kind::Entry:
    case Kind::EntryBlock: return u"entry:"_s + value;
    case Kind::EchoBlock: return u"echo:"_s + value;
    case Kind::Tag: break;
    }
    // The language can not write every text: quotes, and what it reads as one.
    const QString filter = u"tag:\""_s + value + u'"';
    Line line;
    line.tags = QStringList{value};
    const LineFilter read{QStringView(filter)};
    return read.error().isEmpty() && read.matches(line) ? filter : QString();
}

struct Count
{
    int marked = 0;
    bool byFilter = true;
    QList<LineKey> lines;
};
using Counts = QHash<QString, Count>;

void count(Counts &counts, const QString &value, const SharingLine &line, bool byFilter)
{
    if (value.isEmpty())
        return;
    Count &found = counts[value];
    if (!found.lines.isEmpty() && found.lines.last() == line.key)
        return; // a tag that stands twice
    found.marked += line.isMarked ? 1 : 0;
    found.byFilter = found.byFilter && byFilter;
    found.lines.append(line.key);
}

double logChoose(int n, int k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

} // namespace

double SharedTrait::separation() const
{
    const int allMarked = marked + markedElsewhere;
    const int others = of + elsewhere - allMarked;
    if (allMarked == 0 || others == 0)
        return 0;
    return static_cast<double>(marked) / allMarked - static_cast<double>(of - marked) / others;
}

double SharedTrait::chance() const
{
    const int all = of + elsewhere;
    const int allMarked = marked + markedElsewhere;
    double sum = 0;
    for (int k = marked; k <= std::min(of, allMarked); ++k) {
        if (allMarked - k <= elsewhere)
            sum +=
                std::exp(logChoose(of, k) + logChoose(elsewhere, allMarked - k) - logChoose(all, allMarked));
    }
    return std::min(sum, 1.0);
}

QList<SharedTrait> sharedTraits(const QList<SharingLine> &lines, qsizetype most)
{
    const auto all = static_cast<int>(lines.size());
    const auto isMarked = [](const SharingLine &line) { return line.isMarked; };
    const auto marked = static_cast<int>(std::count_if(lines.begin(), lines.end(), isMarked));
    if (marked < 2 || marked == all)
        return {};
    std::map<Kind, Counts> counts;
    QHash<QString, QString> blocks; // of the addresses met: most lines share theirs
    const auto block = [&blocks](const QString &address) {
        auto found = blocks.find(address);
        if (found == blocks.end())
            found = blocks.insert(address, blockOf(address));
        return found.value();
    };
    for (const SharingLine &line : lines) {
        count(counts[Kind::Entry], line.entry, line, line.hasLiteralEntry);
        count(counts[Kind::EntryBlock], block(line.entry), line, line.hasLiteralEntry);
        count(counts[Kind::EchoBlock], block(line.echo), line, line.hasLiteralEcho);
        for (const QString &tag : line.tags)
            count(counts[Kind::Tag], tag, line, true);
    }
    // A block with one address in it tells nothing more.
    for (auto entry = counts[Kind::Entry].cbegin(); entry != counts[Kind::Entry].cend(); ++entry) {
        const auto around = counts[Kind::EntryBlock].constFind(block(entry.key()));
        if (around != counts[Kind::EntryBlock].cend() && around->lines.size() == entry->lines.size())
            counts[Kind::EntryBlock].erase(around);
    }

    QList<SharedTrait> traits;
    for (const auto &[kind, values] : counts) {
        for (auto value = values.cbegin(); value != values.cend(); ++value) {
            if (value->marked < 2)
                continue;
            SharedTrait trait;
            trait.kind = kind;
            trait.value = value.key();
            trait.marked = value->marked;
            trait.of = static_cast<int>(value->lines.size());
            trait.markedElsewhere = marked - trait.marked;
            trait.elsewhere = all - trait.of;
            if (trait.separation() <= 0)
                continue;
            trait.filter = value->byFilter ? filterFor(kind, trait.value) : QString();
            trait.lines = value->lines;
            traits.append(std::move(trait));
        }
    }
    std::sort(traits.begin(), traits.end(), [](const SharedTrait &a, const SharedTrait &b) {
        const double difference = a.separation() - b.separation();
        constexpr double Same = 1e-9;
        if (std::abs(difference) > Same)
            return difference > 0;
        return std::tie(a.kind, a.value) < std::tie(b.kind, b.value);
    });
    traits.resize(std::min(traits.size(), most));
    return traits;
}

std::optional<PortSplit> splitByPort(const LineHistory &history, SeqRange range)
{
    return splitByPort({ProbeRange{&history, range}});
}

std::optional<PortSplit> splitByPort(const QList<ProbeRange> &ranges)
{
    // With eight ports there are many pairs to differ by chance: three standard deviations, for each bad port
    // against all good ones together.
    constexpr double Z = 3;
    constexpr int LeastProbes = 5;
    struct Port
    {
        quint16 number = 0;
        int lost = 0, decided = 0;
    };
    std::map<quint16, Port> byNumber;
    for (const auto &[history, range] : ranges) {
        const quint32 end = std::min(range.end, history->settledEnd());
        for (quint32 seq = std::max(range.begin, history->firstSeq()); seq < end; ++seq) {
            const Sample &sample = history->at(seq);
            if (!isDecided(sample.fate) || sample.flowPort == 0)
                continue;
            Port &port = byNumber[sample.flowPort];
            port.number = sample.flowPort;
            port.lost += isLoss(sample.fate) ? 1 : 0;
            ++port.decided;
        }
    }
    QList<Port> ports;
    PortSplit split;
    for (const auto &[number, port] : byNumber) {
        if (port.decided < LeastProbes)
            continue;
        ports.append(port);
        split.lostElsewhere += port.lost;
        split.elsewhere += port.decided;
    }
    std::sort(ports.begin(), ports.end(), [](const Port &a, const Port &b) {
        return a.lost * b.decided > b.lost * a.decided; // the share lost, the greatest first
    });
    split.ports = static_cast<int>(ports.size());
    std::optional<PortSplit> found;
    for (qsizetype i = 0; i + 1 < ports.size(); ++i) {
        const Port &worst = ports[i];
        split.bad.append(worst.number);
        split.lost += worst.lost;
        split.of += worst.decided;
        split.lostElsewhere -= worst.lost;
        split.elsewhere -= worst.decided;
        const double good = wilson(split.lostElsewhere, split.elsewhere, Z).high;
        // The last that was added is the least bad.
        if (wilson(worst.lost, worst.decided, Z).low > good)
            found = split;
    }
    if (found)
        std::sort(found->bad.begin(), found->bad.end());
    return found;
}

} // namespace plumb
