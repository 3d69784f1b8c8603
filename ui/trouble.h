// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbreak.h"

namespace plumb {

//! The sentence over the table while several lines are bad. It comes when they have been for a moment, says
//! so when they are no longer, and never changes faster than it can be read.
class Trouble
{
public:
    static constexpr qint64 ShowAfterUs = 3'000'000; //!< that so long several lines must have been bad
    static constexpr qint64 HoldUs = 5'000'000;      //!< that a sentence stands at least
    static constexpr qint64 FarewellUs = 20'000'000; //!< that the news of the end stands

    //! To be called about once a second with all judged lines, and at once where they have become others.
    void look(const QList<JudgedLine> &lines, qint64 nowUs);
    //! Other lines: what was is forgotten.
    void reset();

    //! Empty: nothing to say.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isOver() const { return m_phase == Phase::Over; }
    //! Finds the lines that the sentence is about.
    [[nodiscard]] const QString &filter() const { return m_filter; }
    //! These lines, the first to go bad first.
    [[nodiscard]] const QList<LineKey> &lines() const { return m_badLines; }

private:
    enum class Phase : quint8 { Quiet, Rising, Bad, Over };
    void tell(const QList<JudgedLine> &lines, int bad, qint64 nowUs);
    void say(const QString &text, qint64 nowUs);
    void forget();

    Phase m_phase = Phase::Quiet;
    qint64 m_sinceUs = 0; //!< of the phase
    qint64 m_saidUs = 0;
    int m_mostBad = 0, m_of = 0;
    bool m_isUplink = false;
    QList<std::pair<LineKey, qint64>> m_told; //!< the bad lines that the sentence is of, with their onsets
    int m_toldOf = 0;
    QString m_text, m_filter;
    QList<LineKey> m_badLines;
};

} // namespace plumb
