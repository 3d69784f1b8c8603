// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listreader.h"

#include "linetext.h"

#include <QRegularExpression>

#include <algorithm>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxRow = 4096;

//! A part of a row and its column.
struct Word
{
    QStringView text;
    qsizetype column = 0; // from 0, in UTF-16 units of the row
};

//! Walks one row: entry [-> echo] [name] [#tag …].
class RowParser
{
public:
    explicit RowParser(QStringView row)
        : m_row(row)
    {}

    //! An address: up to a blank or an arrow.
    Word address()
    {
        skipBlanks();
        const qsizetype start = m_at;
        while (m_at < m_row.size() && !m_row[m_at].isSpace() && arrowLength() == 0)
            ++m_at;
        return {m_row.sliced(start, m_at - start), start};
    }

    bool takeArrow()
    {
        skipBlanks();
        const qsizetype length = arrowLength();
        m_at += length;
        return length > 0;
    }

    //! All text up to a # that begins a word.
    Word name()
    {
        skipBlanks();
        const qsizetype start = m_at;
        while (m_at < m_row.size() && !(m_row[m_at] == u'#' && (m_at == 0 || m_row[m_at - 1].isSpace())))
            ++m_at;
        return {m_row.sliced(start, m_at - start).trimmed(), start};
    }

    //! The next word, to the next blank; empty at the end of the row.
    Word word()
    {
        skipBlanks();
        const qsizetype start = m_at;
        while (m_at < m_row.size() && !m_row[m_at].isSpace())
            ++m_at;
        return {m_row.sliced(start, m_at - start), start};
    }

private:
    void skipBlanks()
    {
        while (m_at < m_row.size() && m_row[m_at].isSpace())
            ++m_at;
    }

    [[nodiscard]] qsizetype arrowLength() const
    {
        const QStringView rest = m_row.sliced(m_at);
        return rest.startsWith(u'→') ? 1 : rest.startsWith(u"->") ? 2 : 0;
    }

    QStringView m_row;
    qsizetype m_at = 0;
};

struct Expansion
{
    QStringList addresses; //!< one where the text has no range
    QString error;
};

const QRegularExpression &rangeShape()
{
    static const QRegularExpression shape(u"\\[(\\d{1,5})-(\\d{1,5})\\]"_s);
    return shape;
}

//! A component of an address: what it may be one after the other.
Expansion expandComponent(const QString &component, int highest)
{
    if (!component.contains(u'['))
        return {{component}, {}};
    const QRegularExpressionMatch match = rangeShape().match(component);
    if (!match.hasMatch() || match.capturedLength() != component.size())
        return {
            {},
            Tr::tr("the range %1 does not stand for a whole octet or port; write it as in 10.0.0.[1-9]:7000")
                .arg(quoted(component))};
    const int from = match.capturedView(1).toInt();
    const int to = match.capturedView(2).toInt();
    const auto padded = [](QStringView digits) { return digits.size() > 1 && digits.startsWith(u'0'); };
    if (from > to || to > highest || padded(match.capturedView(1)) || padded(match.capturedView(2)))
        return {
            {},
            Tr::tr("the range %1 is wrong; write the lower number first, at most %2, without leading zeros")
                .arg(quoted(component), QString::number(highest))};
    Expansion result;
    for (int value = from; value <= to; ++value)
        result.addresses.append(QString::number(value));
    return result;
}

//! Expands "10.0.0.[1-9]:[7000-7003]": ranges of digits in a v4 octet or the port.
Expansion expand(QStringView text)
{
    if (!rangeShape().match(text).hasMatch())
        return {{text.toString()}, {}};
    QString plain = text.toString();
    plain.replace(QChar(u'：'), QChar(u':'));
    const QStringList sides = plain.split(u':');
    const QStringList octets = sides[0].split(u'.');
    if (sides.size() > 2 || (octets.size() != 4 && sides[0].contains(u'[')))
        return {{},
                Tr::tr("a range stands in %1, which is no IPv4 address; ranges are for an octet or the port")
                    .arg(quoted(text))};
    Expansion result{{QString()}, {}};
    const auto append = [&result](const QString &component, int highest, const QString &separator) {
        const Expansion values = expandComponent(component, highest);
        if (!values.error.isEmpty())
            return Expansion{{}, values.error};
        if (result.addresses.size() * values.addresses.size() > Limits::MaxLines)
            return Expansion{{},
                             Tr::tr("the ranges give more than %1 lines; narrow them").arg(Limits::MaxLines)};
        Expansion longer;
        for (const QString &start : std::as_const(result.addresses)) {
            for (const QString &value : values.addresses)
                longer.addresses.append(start + separator + value);
        }
        return longer;
    };
    for (qsizetype i = 0; i < octets.size() && result.error.isEmpty(); ++i)
        result = append(octets[i], 255, i == 0 ? QString() : u"."_s);
    if (sides.size() == 2 && result.error.isEmpty())
        result = append(sides[1], 65535, u":"_s);
    return result;
}

class TextList
{
public:
    TextList(QStringView text, Problems &problems)
        : m_text(text)
        , m_problems(problems)
    {}

    QList<ListedLine> read()
    {
        qsizetype start = 0;
        for (m_rowNumber = 1; start <= m_text.size() && !m_problems.isFull() && !m_tooMany; ++m_rowNumber) {
            qsizetype end = start;
            while (end < m_text.size() && m_text[end] != u'\n' && m_text[end] != u'\r')
                ++end;
            m_row = m_text.sliced(start, end - start);
            const bool pair = end + 1 < m_text.size() && m_text[end] == u'\r' && m_text[end + 1] == u'\n';
            start = end + (pair ? 2 : 1);
            const QStringView trimmed = m_row.trimmed();
            if (!trimmed.isEmpty() && !trimmed.startsWith(u'#'))
                readRow();
        }
        return std::move(m_lines);
    }

private:
    //! Columns count characters, not the two halves of one.
    [[nodiscard]] TextPlace place(qsizetype unit) const
    {
        qsizetype column = 1;
        for (const QChar c : m_row.first(unit))
            column += c.isLowSurrogate() ? 0 : 1;
        return {m_rowNumber, column};
    }

    void readRow()
    {
        if (m_row.size() > MaxRow)
            return m_problems.error(place(0).toString(),
                                    Tr::tr("the row is longer than %1 characters; shorten it").arg(MaxRow));
        RowParser parser(m_row);
        ListedLine listed;
        const Word entry = parser.address();
        listed.row = place(entry.column);
        listed.places.insert(u"entry"_s, listed.row);
        std::optional<Word> echo;
        if (parser.takeArrow()) {
            echo = parser.address();
            listed.places.insert(u"echo"_s, place(echo->column));
        }
        const Word name = parser.name();
        listed.places.insert(u"name"_s, place(name.column));
        listed.line.name = unquotedFormula(name.text);
        for (Word tag = parser.word(); !tag.text.isEmpty(); tag = parser.word()) {
            const TextPlace at = place(tag.column);
            if (!tag.text.startsWith(u'#') || tag.text.size() == 1) {
                m_problems.error(
                    at.toString(),
                    Tr::tr("%1 follows the tags but is none; begin each tag with #").arg(quoted(tag.text)));
                break;
            }
            listed.places.insert(keyPath(u"tags"_s, listed.line.tags.size()), at);
            listed.line.tags.append(tag.text.sliced(1).toString());
        }
        addLines(listed, entry, echo);
    }

    static QString unquotedFormula(QStringView text)
    {
        const bool marked = text.size() > 1 && text[0] == u'\'' && QStringView(u"=+-@").contains(text[1]);
        return (marked ? text.sliced(1) : text).toString();
    }

    void addLines(const ListedLine &shape, const Word &entry, const std::optional<Word> &echo)
    {
        const Expansion entries = expand(entry.text);
        const Expansion echoes = echo ? expand(echo->text) : Expansion{{QString()}, {}};
        if (!entries.error.isEmpty())
            return m_problems.error(place(entry.column).toString(), entries.error);
        if (!echoes.error.isEmpty())
            return m_problems.error(place(echo->column).toString(), echoes.error);
        const qsizetype left = entries.addresses.size();
        const qsizetype right = echoes.addresses.size();
        if (left != right && left != 1 && right != 1) {
            return m_problems.error(place(echo->column).toString(),
                                    Tr::tr("the entry's range has %1 addresses, the echo's %2; give both as "
                                           "many, or one of them just one")
                                        .arg(QString::number(left), QString::number(right)));
        }
        const qsizetype count = std::max(left, right);
        if (m_lines.size() + count > Limits::MaxLines) {
            m_tooMany = true;
            return tellTooManyLines(shape.row, m_problems);
        }
        for (qsizetype i = 0; i < count; ++i) {
            ListedLine listed = shape;
            listed.line.entry =
                readListedEndpoint(entries.addresses[left == 1 ? 0 : i], place(entry.column), m_problems);
            if (echo)
                listed.line.echo =
                    readListedEndpoint(echoes.addresses[right == 1 ? 0 : i], place(echo->column), m_problems);
            if (count > 1 && !listed.line.name.isEmpty())
                listed.line.name += u' ' + QString::number(i + 1);
            m_lines.append(listed);
        }
    }

    QStringView m_text;
    QStringView m_row;
    qsizetype m_rowNumber = 0;
    bool m_tooMany = false;
    Problems &m_problems;
    QList<ListedLine> m_lines;
};

} // namespace

QList<ListedLine> readTextList(QStringView text, Problems &problems)
{
    return TextList(text, problems).read();
}

} // namespace plumb
