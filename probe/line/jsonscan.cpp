// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonscan.h"

#include "linetext.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <vector>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDepth = 64;
constexpr int MaxValues = 2'000'000; // bounds the memory of the document that is built afterwards
constexpr int MaxDuplicates = 100;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

//! Length of the well-formed UTF-8 sequence at the front of a text, 0 where there is none.
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto at = [bytes](qsizetype i) { return static_cast<quint8>(bytes[i]); };
    const quint8 lead = at(0);
    if (lead < 0x80)
        return 1;
    const qsizetype length = lead >= 0xc2 && lead < 0xe0   ? 2
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                                                           : 0;
    if (length == 0 || bytes.size() < length)
        return 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((at(i) & 0xc0) != 0x80)
            return 0;
    }
    // Overlong forms, surrogates and what lies above U+10FFFF.
    if ((lead == 0xe0 && at(1) < 0xa0) || (lead == 0xed && at(1) >= 0xa0) || (lead == 0xf0 && at(1) < 0x90) ||
        (lead == 0xf4 && at(1) >= 0x90))
        return 0;
    return length;
}

//! Counts on from a place that belongs to byte `from`, to the end of the text.
TextPlace placeAfter(TextPlace place, QByteArrayView utf8, qsizetype from)
{
    for (qsizetype i = from; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '\n' || (c == '\r' && (i + 1 >= utf8.size() || utf8[i + 1] != '\n'))) {
            ++place.row;
            place.column = 1;
        } else if (c != '\r' && (static_cast<quint8>(c) & 0xc0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

class Scanner
{
public:
    Scanner(const QByteArray &text, QHash<QString, qsizetype> *offsets)
        : m_text(text)
        , m_offsets(offsets)
    {}

    JsonScan scan()
    {
        skipSpace();
        if (value({}, 0)) {
            skipSpace();
            if (m_at < m_text.size())
                fail(Tr::tr("something follows the end of the JSON value; remove it"));
        }
        return std::move(m_scan);
    }

private:
    [[nodiscard]] char current() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    bool fail(const QString &text)
    {
        if (!m_scan.fault)
            m_scan.fault = JsonScan::Fault{placeOf(m_text, m_at), text};
        return false;
    }

    void skipSpace()
    {
        while (!atEnd() && (current() == ' ' || current() == '\t' || current() == '\n' || current() == '\r'))
            ++m_at;
    }

    //! Fails with what was expected, or with the better known reason of what stands there.
    bool unexpected(const QString &expected)
    {
        if (atEnd())
            return fail(Tr::tr("the text ends here; expected %1").arg(expected));
        if (current() == '/' || current() == '#')
            return fail(Tr::tr("JSON has no comments; remove it (a key such as \"x-note\" may hold one)"));
        if (current() == '\'')
            return fail(Tr::tr("text stands in double quotes in JSON; replace the single quotes"));
        const qsizetype length = sequenceLength(QByteArrayView(m_text).sliced(m_at));
        if (length == 0)
            return fail(notUtf8());
        return fail(Tr::tr("%1 stands here; expected %2")
                        .arg(quoted(QString::fromUtf8(m_text.sliced(m_at, length))), expected));
    }

    static QString notUtf8() { return Tr::tr("the text is not UTF-8 here; save the file as UTF-8"); }

    bool value(const QString &path, int depth)
    {
        if (++m_values > MaxValues)
            return fail(Tr::tr("the file has more than %1 values; split it").arg(MaxValues));
        switch (current()) {
        case '{': return depth < MaxDepth ? object(path, depth + 1) : fail(tooDeep());
        case '[': return depth < MaxDepth ? array(path, depth + 1) : fail(tooDeep());
        case '"': return string(nullptr);
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: break;
        }
        if (current() == '-' || isDigit(current()))
            return number();
        return unexpected(Tr::tr("a value"));
    }

    static QString tooDeep()
    {
        return Tr::tr("more than %1 levels are nested here; flatten the file").arg(MaxDepth);
    }

    bool word(QByteArrayView text)
    {
        if (!QByteArrayView(m_text).sliced(m_at).startsWith(text))
            return unexpected(Tr::tr("true, false, null, a number or a text in double quotes"));
        m_at += text.size();
        return true;
    }

    bool number()
    {
        const qsizetype start = m_at;
        if (current() == '-')
            ++m_at;
        if (!isDigit(current()))
            return unexpected(Tr::tr("a digit"));
        if (current() == '0' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]))
            return fail(Tr::tr("a number begins with 0 here; remove the leading zero"));
        skipDigits();
        if (current() == '.') {
            ++m_at;
            if (!isDigit(current()))
                return unexpected(Tr::tr("a digit after the decimal point"));
            skipDigits();
        }
        if (current() == 'e' || current() == 'E') {
            ++m_at;
            if (current() == '+' || current() == '-')
                ++m_at;
            if (!isDigit(current()))
                return unexpected(Tr::tr("a digit in the exponent"));
            skipDigits();
        }
        bool ok = false;
        const double number = m_text.sliced(start, m_at - start).toDouble(&ok);
        if (ok && std::isfinite(number))
            return true;
        m_at = start;
        return fail(Tr::tr("the number is too large; use one below 1e308"));
    }

    void skipDigits()
    {
        while (isDigit(current()))
            ++m_at;
    }

    //! Reads four hex digits of an escape; -1 where there are none.
    int hexUnit()
    {
        int unit = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const int digit = atEnd() ? -1 : hexValue(current());
            if (digit < 0)
                return -1;
            unit = unit << 4 | digit;
        }
        return unit;
    }

    bool escape(QByteArray *decoded)
    {
        const qsizetype start = m_at++;
        const char letter = current();
        if (letter != 'u') {
            constexpr QByteArrayView Letters("\"\\/bfnrt");
            constexpr QByteArrayView Meanings("\"\\/\b\f\n\r\t");
            const qsizetype which = atEnd() ? -1 : Letters.indexOf(letter);
            if (which < 0) {
                m_at = start;
                return fail(Tr::tr("the escape is not known in JSON; write \\\\ for a backslash"));
            }
            ++m_at;
            if (decoded)
                decoded->append(Meanings[which]);
            return true;
        }
        ++m_at;
        const int unit = hexUnit();
        int low = 0;
        if (unit >= 0xd800 && unit < 0xdc00 && QByteArrayView(m_text).sliced(m_at).startsWith("\\u")) {
            m_at += 2;
            low = hexUnit();
        }
        if (unit < 0 || low < 0) {
            m_at = start;
            return fail(Tr::tr("\\u needs four hex digits; complete them"));
        }
        const bool lone = (unit >= 0xdc00 && unit < 0xe000) ||
                          (unit >= 0xd800 && unit < 0xdc00 && (low < 0xdc00 || low > 0xdfff));
        if (lone) {
            m_at = start;
            return fail(
                Tr::tr("half a surrogate pair stands here; write both halves or the character itself"));
        }
        if (decoded) {
            const char16_t units[] = {static_cast<char16_t>(unit), static_cast<char16_t>(low)};
            decoded->append(QStringView(units, low == 0 ? 1 : 2).toUtf8());
        }
        return true;
    }

    bool string(QByteArray *decoded)
    {
        const qsizetype start = m_at++;
        while (true) {
            if (atEnd() || current() == '\n' || current() == '\r') {
                m_at = start;
                return fail(Tr::tr("the text that begins here is not closed; add the double quote"));
            }
            const char c = current();
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\') {
                if (!escape(decoded))
                    return false;
                continue;
            }
            if (static_cast<quint8>(c) < 0x20)
                return fail(Tr::tr("a control character stands in a text; write it as \\u%1")
                                .arg(static_cast<int>(c), 4, 16, QChar(u'0')));
            const qsizetype length = sequenceLength(QByteArrayView(m_text).sliced(m_at));
            if (length == 0)
                return fail(notUtf8());
            if (decoded)
                decoded->append(m_text.constData() + m_at, length);
            m_at += length;
        }
    }

    bool array(const QString &path, int depth)
    {
        ++m_at;
        skipSpace();
        if (current() == ']') {
            ++m_at;
            return true;
        }
        for (qsizetype index = 0;; ++index) {
            m_steps.push_back({{}, index});
            const QString element = m_offsets ? note(keyPath(path, index)) : QString();
            if (!value(element, depth))
                return false;
            m_steps.pop_back();
            skipSpace();
            if (current() == ']') {
                ++m_at;
                return true;
            }
            if (current() != ',')
                return unexpected(Tr::tr("a comma or the closing ]"));
            ++m_at;
            skipSpace();
            if (current() == ']')
                return fail(Tr::tr("a comma stands before the closing ]; remove it"));
        }
    }

    bool object(const QString &path, int depth)
    {
        QSet<QByteArray> seen;
        ++m_at;
        skipSpace();
        if (current() == '}') {
            ++m_at;
            return true;
        }
        while (true) {
            if (current() != '"')
                return unexpected(Tr::tr("a key in double quotes"));
            const qsizetype start = m_at;
            QByteArray key;
            if (!string(&key))
                return false;
            m_steps.push_back({key, -1});
            const qsizetype known = seen.size();
            seen.insert(key);
            if (seen.size() == known)
                addDuplicate(start);
            skipSpace();
            if (current() != ':')
                return unexpected(Tr::tr("a colon after the key"));
            ++m_at;
            skipSpace();
            QString child;
            if (m_offsets) {
                child = keyPath(path, QString::fromUtf8(key));
                m_offsets->insert(child, start);
            }
            if (!value(child, depth))
                return false;
            m_steps.pop_back();
            skipSpace();
            if (current() == '}') {
                ++m_at;
                return true;
            }
            if (current() != ',')
                return unexpected(Tr::tr("a comma or the closing }"));
            ++m_at;
            skipSpace();
            if (current() == '}')
                return fail(Tr::tr("a comma stands before the closing }; remove it"));
        }
    }

    QString note(const QString &path)
    {
        m_offsets->insert(path, m_at);
        return path;
    }

    void addDuplicate(qsizetype again)
    {
        if (m_scan.duplicates.size() >= MaxDuplicates)
            return;
        QString path;
        for (const Step &step : m_steps)
            path = step.index >= 0 ? keyPath(path, step.index) : keyPath(path, QString::fromUtf8(step.key));
        // From the last one on: counting from the top each time is slow in a long file of many.
        m_place = placeAfter(m_place, QByteArrayView(m_text).first(again), m_counted);
        m_counted = again;
        m_scan.duplicates.append({path, m_place});
    }

    //! One step of the way from the root to where the scanner stands.
    struct Step
    {
        QByteArray key;
        qsizetype index;
    };

    const QByteArray &m_text;
    QHash<QString, qsizetype> *m_offsets;
    qsizetype m_at = 0;
    int m_values = 0;
    TextPlace m_place; // of byte m_counted
    qsizetype m_counted = 0;
    std::vector<Step> m_steps;
    JsonScan m_scan;
};

} // namespace

QString TextPlace::toString() const { return QString(QString::number(row) + u':' + QString::number(column)); }

TextPlace placeOf(QByteArrayView utf8, qsizetype offset)
{
    return placeAfter({}, utf8.first(std::min(offset, utf8.size())), 0);
}

JsonScan scanJson(const QByteArray &utf8, QHash<QString, qsizetype> *offsets)
{
    return Scanner(utf8, offsets).scan();
}

QString keyPath(const QString &parent, const QString &key)
{
    const bool plain = !key.isEmpty() && key.size() <= 60 && std::all_of(key.begin(), key.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-';
    });
    if (!plain)
        return QString(parent + u'[' + quoted(key) + u']');
    return parent.isEmpty() ? key : QString(parent + u'.' + key);
}

QString keyPath(const QString &parent, qsizetype index)
{
    return QString(parent + u'[' + QString::number(index) + u']');
}

} // namespace plumb
