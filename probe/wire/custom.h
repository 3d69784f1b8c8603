// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "echo.h"
#include "payloadtemplate.h"

namespace plumb {

//! A probe kind of the user's own: a payload template and what makes a datagram the reply to it.
class CustomProbe
{
public:
    CustomProbe(QList<TemplatePart> parts, MatchRule match);

    struct Values
    {
        quint32 sequence = 0;
        quint64 timeNs = 0;
        std::optional<WireTarget> echo; //!< zero bytes stand for it where there is none
    };
    //! The token is SipHash-2-4 over the whole payload with the token's own bytes zero (as text: '0').
    [[nodiscard]] QByteArray render(const Values &values, const SipKey &key) const;

    //! What request and reply have in common: equal for the two, and, where repliesDiffer(), for no other
    //! probe. Empty for a reply that is too short to be one.
    [[nodiscard]] std::optional<QByteArray> matchKey(const QByteArray &datagram) const;

    //! False where a reply can not tell which probe it answers: then only one probe of the line may be open.
    [[nodiscard]] bool repliesDiffer() const { return m_repliesDiffer; }
    //! False where another line's probe may have the same bytes: lines of one peer then need sockets of their
    //! own.
    [[nodiscard]] bool repliesAreUnique() const { return m_repliesAreUnique; }

private:
    QList<TemplatePart> m_parts;
    MatchRule m_match;
    bool m_repliesDiffer;
    bool m_repliesAreUnique;
};

} // namespace plumb
