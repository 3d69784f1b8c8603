// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trouble.h"

#include "format.h"
#include "sharingpicture.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

//! The translation context of everything here.
struct Banners
{
    Q_DECLARE_TR_FUNCTIONS(plumb::Trouble)
};

// Most of the lines at once are hardly bad each for itself. The share where that begins, and where it ends.
constexpr double UplinkShare = 0.8, UplinkEndShare = 0.7;
constexpr int UplinkLines = 3;

QString throughText(const SharedTrait &trait)
{
    switch (trait.kind) {
    case SharedTrait::Kind::Entry: return Banners::tr("through entry %1").arg(trait.value);
    case SharedTrait::Kind::EntryBlock: return Banners::tr("through entries of %1").arg(trait.value);
    case SharedTrait::Kind::EchoBlock: return Banners::tr("with echo addresses of %1").arg(trait.value);
    case SharedTrait::Kind::Tag: return Banners::tr("tagged %1").arg(trait.value);
    }
    Q_UNREACHABLE();
}

// "all 6 of 6 through entry 118.89.127.211"
QString traitSentence(const SharedTrait &trait)
{
    const QString marked = formatCount(trait.marked), of = formatCount(trait.of);
    QString text = (trait.marked == trait.of ? Banners::tr("all %1 of %2 %3", "6, 6, through entry 10.0.0.1")
                                             : Banners::tr("%1 of %2 %3", "5, 6, through entry 10.0.0.1"))
                       .arg(marked, of, throughText(trait));
    if (trait.markedElsewhere > 0)
        text += Banners::tr(", elsewhere %1 of %2")
                    .arg(formatCount(trait.markedElsewhere), formatCount(trait.elsewhere));
    return text;
}

QString troubleText(const QList<Outbreak> &found, int bad, int all, qint64 nowUs)
{
    const QString some = formatCount(bad), of = formatCount(all);
    const Outbreak *const telling = mostTelling(found);
    if (telling) {
        const QString since = formatClock(telling->beganUs, nowUs);
        const QString what = traitSentence(*telling->trait);
        const auto together = static_cast<int>(telling->lines.size());
        if (together == bad) {
            const QString text = Banners::tr("▲ %1 of %2 lines bad since %3 — %4").arg(some, of, since, what);
            return text + (telling->trait->markedElsewhere == 0 ? Banners::tr("; no other line is bad.")
                                                                : Banners::tr("."));
        }
        return Banners::tr("▲ %1 of %2 lines bad, %3 of them since %4 — %5; the others since other times.")
            .arg(some, of, formatCount(together), since, what);
    }
    const QString nothing = bad < all ? Banners::tr(" They share nothing that others have not.") : QString();
    const QString first = formatClock(found.last().beganUs, nowUs);
    if (found.size() == 1)
        return Banners::tr("▲ %1 of %2 lines bad since %3.").arg(some, of, first) + nothing;
    return Banners::tr("▲ %1 of %2 lines bad, the first since %3, the newest since %4.")
               .arg(some, of, first, formatClock(found.first().beganUs, nowUs)) +
           nothing;
}

bool areJudged(const QList<LineKey> &keys, const QList<JudgedLine> &lines)
{
    return std::all_of(keys.begin(), keys.end(), [&lines](LineKey key) {
        return std::any_of(lines.begin(), lines.end(),
                           [key](const JudgedLine &line) { return line.line.key == key; });
    });
}

} // namespace

void Trouble::reset() { *this = {}; }

void Trouble::forget()
{
    m_text.clear();
    m_filter.clear();
    m_badLines.clear();
    m_told.clear();
    m_mostBad = 0;
    m_isUplink = false;
}

void Trouble::say(const QString &text, qint64 nowUs)
{
    if (text == m_text)
        return;
    m_text = text;
    m_saidUs = nowUs;
}

void Trouble::look(const QList<JudgedLine> &lines, qint64 nowUs)
{
    const auto bad = static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [](const JudgedLine &line) { return line.line.isMarked; }));
    const auto enter = [&](Phase phase) {
        m_phase = phase;
        m_sinceUs = nowUs;
    };
    const bool areSeveral = bad >= 2;
    if (areSeveral && (m_phase == Phase::Quiet || m_phase == Phase::Over)) {
        if (m_phase == Phase::Quiet)
            enter(Phase::Rising);
        else
            m_phase = Phase::Bad; // it had not been over for long
    }
    if (m_phase == Phase::Rising && !areSeveral)
        enter(Phase::Quiet);
    if (m_phase == Phase::Rising && nowUs - m_sinceUs >= ShowAfterUs)
        enter(Phase::Bad);
    if (m_phase == Phase::Bad && !areSeveral && !areJudged(m_badLines, lines)) {
        enter(Phase::Quiet); // they were paused, say: nobody knows that they are well
        forget();
    } else if (m_phase == Phase::Bad && !areSeveral) {
        enter(Phase::Over);
        say(bad == 0 ? Banners::tr("No line is bad any more since %1; at most %2 of %3 were.")
                           .arg(formatClock(nowUs, nowUs), formatCount(m_mostBad), formatCount(m_of))
                     : Banners::tr("Only one line is still bad since %1; at most %2 of %3 were.")
                           .arg(formatClock(nowUs, nowUs), formatCount(m_mostBad), formatCount(m_of)),
            nowUs);
        m_told.clear();
        m_badLines.clear();
        m_filter.clear();
        m_isUplink = false;
    }
    if (m_phase == Phase::Over && nowUs - m_sinceUs >= FarewellUs) {
        enter(Phase::Quiet);
        forget();
    }
    if (m_phase == Phase::Bad)
        tell(lines, bad, nowUs);
}

void Trouble::tell(const QList<JudgedLine> &lines, int bad, qint64 nowUs)
{
    m_mostBad = std::max(m_mostBad, bad);
    m_of = static_cast<int>(lines.size());
    QList<std::pair<LineKey, qint64>> state;
    for (const JudgedLine &line : lines) {
        if (line.line.isMarked)
            state.append({line.line.key, line.beganUs});
    }
    if (state == m_told && m_toldOf == m_of)
        return;
    if (!m_told.isEmpty() && nowUs - m_saidUs < HoldUs)
        return;
    m_told = state;
    m_toldOf = m_of;
    std::stable_sort(state.begin(), state.end(),
                     [](const auto &a, const auto &b) { return a.second < b.second; });
    m_badLines.clear();
    for (const auto &[key, beganUs] : std::as_const(state))
        m_badLines.append(key);

    m_filter = u"state:bad"_s;
    m_isUplink = bad >= UplinkLines && bad >= (m_isUplink ? UplinkEndShare : UplinkShare) * m_of;
    if (m_isUplink) {
        say(Banners::tr("▲ %1 of %2 lines bad at once: look at this computer's uplink first.")
                .arg(formatCount(bad), formatCount(m_of)),
            nowUs);
        return;
    }
    const QList<Outbreak> found = outbreaks(lines);
    const Outbreak *const telling = mostTelling(found);
    if (telling && !telling->trait->filter.isEmpty())
        m_filter.prepend(telling->trait->filter + u' ');
    say(troubleText(found, bad, m_of, nowUs), nowUs);
}

} // namespace plumb
