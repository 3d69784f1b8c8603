// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace plumb {

//! A piece of a custom probe: bytes that stand as they are, or a placeholder that each probe fills in.
struct TemplatePart
{
    enum class Kind : quint8 {
        Literal,  //!< the bytes of `literal`
        Seq32be,  //!< {seq}: sequence, 4 bytes, network order
        Seq32le,  //!< {seq:u32le}
        Seq16be,  //!< {seq:u16be}: its lower 16 bits
        SeqDec,   //!< {seq:dec}: decimal text, 1 to 10 characters
        TsNs,     //!< {ts_ns}: 8 bytes, network order
        Token,    //!< {token}: 8 bytes, over the rendered payload with this field zero
        TokenHex, //!< {token:hex}: 16 lower-case characters, over the payload with this field ASCII '0'
        EchoIp4,  //!< {echo_ip4}: 4 bytes, network order
        EchoIp6,  //!< {echo_ip6}: 16 bytes, network order
        EchoPort, //!< {echo_port}: 2 bytes, network order
        Rand,     //!< {rand=N}: `count` random bytes
        Pad,      //!< {pad=N}: `count` zero bytes
    };
    Kind kind = Kind::Literal;
    QByteArray literal; //!< Literal only, never empty there
    int count = 0;      //!< Rand and Pad only, at least 1

    friend bool operator==(const TemplatePart &, const TemplatePart &) = default;
};

struct TemplateResult
{
    QList<TemplatePart> parts; //!< neighbouring literals are one part; empty when error is set
    QString error;             //!< "what is wrong; what to do"

    [[nodiscard]] bool ok() const { return error.isEmpty(); }
    [[nodiscard]] bool has(TemplatePart::Kind kind) const;
    //! True where a placeholder asks for the echo address or its port.
    [[nodiscard]] bool needsEcho() const;
    //! Bytes of the shortest and the longest payload that the template renders to (they differ by {seq:dec}).
    [[nodiscard]] int minSize() const;
    [[nodiscard]] int maxSize() const;
};

//! Reads "hex:…" (digits in pairs, white space ignored) or "text:…" (UTF-8; \n \r \t \\ \{ \} \xNN), both
//! with placeholders in braces; {token} or {token:hex} at most once. The payload is never empty nor above
//! 65,507 bytes.
[[nodiscard]] TemplateResult parseTemplate(QStringView text);

//! What makes a datagram the reply to a custom probe.
struct MatchRule
{
    enum class Kind : quint8 {
        Identical, //!< the whole payload equals an open request
        Prefix,    //!< its first `prefix` bytes equal an open request's
        Any,       //!< anything from the peer: only one probe of a line may be open
    };
    Kind kind = Kind::Identical;
    int prefix = 0; //!< Prefix only, at least 1

    friend bool operator==(const MatchRule &, const MatchRule &) = default;
};

struct MatchResult
{
    MatchRule rule;
    QString error; //!< "what is wrong; what to do"

    [[nodiscard]] bool ok() const { return error.isEmpty(); }
};

//! Reads "identical", "prefix:N" or "any".
[[nodiscard]] MatchResult parseMatch(QStringView text);

} // namespace plumb
