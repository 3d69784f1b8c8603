// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linehistory.h"

#include <QStringList>

namespace plumb::test {

inline constexpr qint64 StartUs = 1'795'226'400'000'000; //!< 2026-11-21T02:00:00Z
inline constexpr qint64 StepUs = 100'000;

//! A probe each 100 ms, written as words: "20.5" answered after 20.5 ms, "x" lost, "l" late after 2.5 s, "r"
//! refused, "u" unsent, "v" void, "v20" void with a reply after 20 ms, "-" still open.
inline Sample sampleFrom(const QString &word, quint32 seq)
{
    Sample sample;
    sample.seq = seq;
    sample.line = 1;
    sample.sentUs = StartUs + seq * StepUs;
    const auto rtt = [&sample](QStringView ms) {
        sample.rttUs = static_cast<qint32>(qRound(ms.toDouble() * 1000));
    };
    switch (word.front().unicode()) {
    case 'x': sample.fate = Fate::Lost; break;
    case 'l':
        sample.fate = Fate::Late;
        sample.rttUs = 2'500'000;
        break;
    case 'r': sample.fate = Fate::Refused; break;
    case 'u': sample.fate = Fate::Unsent; break;
    case 'v':
        sample.fate = Fate::Void;
        if (word.size() > 1)
            rtt(QStringView(word).mid(1));
        break;
    case '-': sample.fate = Fate::Open; break;
    default: sample.fate = Fate::Answered; rtt(word);
    }
    return sample;
}

inline LineHistory historyFrom(const QString &words)
{
    LineHistory history;
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < list.size(); ++i)
        history.put(sampleFrom(list[i], static_cast<quint32>(i)));
    return history;
}

} // namespace plumb::test
