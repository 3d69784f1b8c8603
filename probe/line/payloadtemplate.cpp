// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "payloadtemplate.h"

#include "linetext.h"
#include "settings.h"

#include <algorithm>
#include <array>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

using Kind = TemplatePart::Kind;

struct Placeholder
{
    QLatin1StringView name;
    Kind kind;
    int minSize;
    int maxSize;
};

constexpr std::array<Placeholder, 10> Placeholders{{
    {"seq"_L1, Kind::Seq32be, 4, 4},
    {"seq:u32le"_L1, Kind::Seq32le, 4, 4},
    {"seq:u16be"_L1, Kind::Seq16be, 2, 2},
    {"seq:dec"_L1, Kind::SeqDec, 1, 10},
    {"ts_ns"_L1, Kind::TsNs, 8, 8},
    {"token"_L1, Kind::Token, 8, 8},
    {"token:hex"_L1, Kind::TokenHex, 16, 16},
    {"echo_ip4"_L1, Kind::EchoIp4, 4, 4},
    {"echo_ip6"_L1, Kind::EchoIp6, 16, 16},
    {"echo_port"_L1, Kind::EchoPort, 2, 2},
}};

const QString &placeholderList()
{
    static const QString list =
        u"{seq} {seq:u32le} {seq:u16be} {seq:dec} {ts_ns} {token} {token:hex} {echo_ip4} "
        "{echo_ip6} {echo_port} {rand=N} {pad=N}"_s;
    return list;
}

int hexValue(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c.unicode() - u'A' + 10;
    return -1;
}

//! 1 to 65,507; 0 for anything else.
int parseCount(QStringView text)
{
    const bool plain = !text.isEmpty() && text.size() <= 5 && text.front() != u'0' &&
                       std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int value = plain ? text.toInt() : 0;
    return value <= Limits::MaxSizeFragmented ? value : 0;
}

int sizeOf(const TemplatePart &part, bool longest)
{
    if (part.kind == Kind::Literal)
        return static_cast<int>(part.literal.size());
    const auto found = std::find_if(Placeholders.begin(), Placeholders.end(),
                                    [&part](const Placeholder &p) { return p.kind == part.kind; });
    if (found == Placeholders.end())
        return part.count;
    return longest ? found->maxSize : found->minSize;
}

int sizeOf(const QList<TemplatePart> &parts, bool longest)
{
    int size = 0;
    for (const TemplatePart &part : parts)
        size += sizeOf(part, longest);
    return size;
}

class TemplateParser
{
public:
    explicit TemplateParser(QStringView text)
        : m_text(text)
    {}

    TemplateResult parse()
    {
        if (m_text.startsWith("hex:"_L1))
            readHex();
        else if (m_text.startsWith("text:"_L1))
            readText();
        else
            fail(Tr::tr("payload %1 begins with neither hex: nor text:; put one of them before it")
                     .arg(quoted(m_text)));
        if (m_result.error.isEmpty() && m_result.parts.isEmpty())
            fail(Tr::tr("the payload is empty; write what the probe carries"));
        if (!m_result.error.isEmpty())
            m_result.parts.clear();
        return m_result;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size() || !m_result.error.isEmpty(); }
    void fail(const QString &error) { m_result.error = error; }
    [[nodiscard]] QString place() const { return QString::number(m_at + 1); }

    void readHex()
    {
        int high = -1;
        for (m_at = 4; !atEnd();) {
            const QChar c = m_text[m_at];
            const int value = hexValue(c);
            if (value >= 0) {
                if (high < 0) {
                    high = value;
                } else {
                    addByte(static_cast<char>(high << 4 | value));
                    high = -1;
                }
                ++m_at;
            } else if (c.isSpace()) {
                ++m_at;
            } else if (c == u'{' && high < 0) {
                readPlaceholder();
            } else if (high >= 0) {
                break;
            } else {
                return fail(Tr::tr("character %1 of the payload, %2, is no hex digit; write pairs of 0-9 a-f "
                                   "and placeholders")
                                .arg(place(), quoted(QStringView(&c, 1))));
            }
        }
        if (m_result.error.isEmpty() && high >= 0)
            fail(Tr::tr("the payload has half a byte before character %1; write hex digits in pairs")
                     .arg(place()));
    }

    void readText()
    {
        for (m_at = 5; !atEnd();) {
            const QChar c = m_text[m_at];
            if (c == u'{') {
                readPlaceholder();
            } else if (c == u'}') {
                return fail(Tr::tr("character %1 of the payload closes a brace that was not opened; write "
                                   "\\} for the character")
                                .arg(place()));
            } else if (c == u'\\') {
                readEscape();
            } else {
                const qsizetype length = c.isHighSurrogate() && m_at + 1 < m_text.size() ? 2 : 1;
                for (const char byte : m_text.sliced(m_at, length).toUtf8())
                    addByte(byte);
                m_at += length;
            }
        }
    }

    void readEscape()
    {
        const QChar c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
        switch (c.unicode()) {
        case u'n': addByte('\n'); break;
        case u'r': addByte('\r'); break;
        case u't': addByte('\t'); break;
        case u'\\': addByte('\\'); break;
        case u'{': addByte('{'); break;
        case u'}': addByte('}'); break;
        case u'x': {
            const int high = m_at + 2 < m_text.size() ? hexValue(m_text[m_at + 2]) : -1;
            const int low = m_at + 3 < m_text.size() ? hexValue(m_text[m_at + 3]) : -1;
            if (high < 0 || low < 0)
                return fail(
                    Tr::tr("\\x at character %1 of the payload needs two hex digits; write for example \\x0a")
                        .arg(place()));
            addByte(static_cast<char>(high << 4 | low));
            m_at += 2;
            break;
        }
        default:
            return fail(Tr::tr("the escape at character %1 of the payload is not known; use \\n \\r \\t \\\\ "
                               "\\{ \\} or \\xNN")
                            .arg(place()));
        }
        m_at += 2;
    }

    void readPlaceholder()
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (end < 0)
            return fail(
                Tr::tr("the brace at character %1 of the payload is not closed; add the closing brace")
                    .arg(place()));
        const QStringView name = m_text.sliced(m_at + 1, end - m_at - 1);
        TemplatePart part;
        const auto known = std::find_if(Placeholders.begin(), Placeholders.end(),
                                        [name](const Placeholder &p) { return p.name == name; });
        if (known != Placeholders.end()) {
            part.kind = known->kind;
        } else if (name.startsWith("rand="_L1) || name.startsWith("pad="_L1)) {
            part.kind = name.startsWith("rand="_L1) ? Kind::Rand : Kind::Pad;
            part.count = parseCount(name.sliced(name.indexOf(u'=') + 1));
            if (part.count == 0)
                return fail(Tr::tr("the length in {%1} is out of range; use 1 to 65507").arg(shown(name)));
        } else {
            return fail(Tr::tr("placeholder {%1} is not known; use %2").arg(shown(name), placeholderList()));
        }
        const bool token = part.kind == Kind::Token || part.kind == Kind::TokenHex;
        if (token && (m_result.has(Kind::Token) || m_result.has(Kind::TokenHex)))
            return fail(Tr::tr("the payload has a second token at character %1; keep one").arg(place()));
        add(part);
        m_at = end + 1;
    }

    static QString shown(QStringView name)
    {
        const QString text = quoted(name);
        return text.sliced(1, text.size() - 2);
    }

    void addByte(char byte)
    {
        if (m_result.parts.isEmpty() || m_result.parts.last().kind != Kind::Literal)
            return add({Kind::Literal, QByteArray(1, byte), 0});
        m_result.parts.last().literal.append(byte);
        grow(1);
    }

    void add(const TemplatePart &part)
    {
        m_result.parts.append(part);
        grow(sizeOf(part, true));
    }

    void grow(int bytes)
    {
        m_longest += bytes;
        if (m_longest > Limits::MaxSizeFragmented)
            fail(tooLong());
    }

    static QString tooLong()
    {
        return Tr::tr("the payload is longer than 65507 bytes, the most that a datagram holds; shorten it");
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_longest = 0;
    TemplateResult m_result;
};

} // namespace

bool TemplateResult::has(TemplatePart::Kind kind) const
{
    return std::any_of(parts.begin(), parts.end(),
                       [kind](const TemplatePart &part) { return part.kind == kind; });
}

bool TemplateResult::needsEcho() const
{
    return has(Kind::EchoIp4) || has(Kind::EchoIp6) || has(Kind::EchoPort);
}

int TemplateResult::minSize() const { return sizeOf(parts, false); }

int TemplateResult::maxSize() const { return sizeOf(parts, true); }

TemplateResult parseTemplate(QStringView text) { return TemplateParser(text).parse(); }

MatchResult parseMatch(QStringView text)
{
    MatchResult result;
    if (text == "identical"_L1)
        return result;
    if (text == "any"_L1) {
        result.rule.kind = MatchRule::Kind::Any;
        return result;
    }
    if (text.startsWith("prefix:"_L1)) {
        result.rule = {MatchRule::Kind::Prefix, parseCount(text.sliced(7))};
        if (result.rule.prefix == 0)
            result.error =
                Tr::tr("the length in %1 is out of range; use prefix:1 to prefix:65507").arg(quoted(text));
    } else {
        result.error = Tr::tr("match rule %1 is not known; use identical, prefix:N or any").arg(quoted(text));
    }
    if (!result.ok())
        result.rule = {};
    return result;
}

} // namespace plumb
