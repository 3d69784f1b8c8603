// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterparser.h"

#include "linetext.h"

#include <algorithm>
#include <array>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

using Subject = FilterTerm::Subject;
using Comparison = FilterTerm::Comparison;

constexpr qsizetype MaxExpression = 4096;

enum class Unit : quint8 { Percent, Milliseconds, Seconds };

struct Figure
{
    QStringView name;
    std::optional<double> FilterFacts::*member;
    Unit unit;
};

constexpr std::array<Figure, 13> Figures{{
    {u"loss", &FilterFacts::loss, Unit::Percent},
    {u"丢包", &FilterFacts::loss, Unit::Percent},
    {u"mean", &FilterFacts::mean, Unit::Milliseconds},
    {u"延迟", &FilterFacts::mean, Unit::Milliseconds},
    {u"时延", &FilterFacts::mean, Unit::Milliseconds},
    {u"median", &FilterFacts::median, Unit::Milliseconds},
    {u"p95", &FilterFacts::p95, Unit::Milliseconds},
    {u"p99", &FilterFacts::p99, Unit::Milliseconds},
    {u"jitter", &FilterFacts::jitter, Unit::Milliseconds},
    {u"last", &FilterFacts::last, Unit::Milliseconds},
    {u"min", &FilterFacts::min, Unit::Milliseconds},
    {u"max", &FilterFacts::max, Unit::Milliseconds},
    {u"since", &FilterFacts::sinceSeconds, Unit::Seconds},
}};

struct Suffix
{
    QStringView text;
    Unit unit;
    double factor;
};

// Longer ones first: "ms" ends in "s".
constexpr std::array<Suffix, 8> Suffixes{{
    {u"min", Unit::Seconds, 60},
    {u"ms", Unit::Milliseconds, 1},
    {u"%", Unit::Percent, 1},
    {u"s", Unit::Milliseconds, 1000},
    {u"s", Unit::Seconds, 1},
    {u"m", Unit::Seconds, 60},
    {u"h", Unit::Seconds, 3600},
    {u"d", Unit::Seconds, 86400},
}};

const Figure *figureOf(QStringView name)
{
    const auto found = std::find_if(Figures.begin(), Figures.end(), [name](const Figure &figure) {
        return name.compare(figure.name, Qt::CaseInsensitive) == 0;
    });
    return found == Figures.end() ? nullptr : found;
}

std::optional<Subject> fieldOf(QStringView name)
{
    static const QList<std::pair<QString, Subject>> fields{
        {u"name"_s, Subject::Name},   {u"id"_s, Subject::Id},     {u"tag"_s, Subject::Tag},
        {u"entry"_s, Subject::Entry}, {u"echo"_s, Subject::Echo}, {u"state"_s, Subject::State},
    };
    for (const auto &[field, subject] : fields) {
        if (name.compare(field, Qt::CaseInsensitive) == 0)
            return subject;
    }
    return std::nullopt;
}

bool isOperator(QChar c) { return c == u'>' || c == u'<' || c == u'='; }

class FilterParser
{
public:
    explicit FilterParser(QStringView text)
        : m_text(text.toString())
    {
        // What Chinese keyboards type. One character for one, so positions stay.
        m_text.replace(QChar(u'：'), QChar(u':'))
            .replace(QChar(u'＞'), QChar(u'>'))
            .replace(QChar(u'＜'), QChar(u'<'));
        m_text.replace(QChar(u'＝'), QChar(u'='))
            .replace(QChar(u'｜'), QChar(u'|'))
            .replace(QChar(u'“'), QChar(u'"'))
            .replace(QChar(u'”'), QChar(u'"'));
    }

    FilterParseResult parse()
    {
        if (m_text.size() > MaxExpression)
            return {{},
                    Tr::tr("the filter is longer than %1 characters; shorten it").arg(MaxExpression),
                    MaxExpression};
        QList<FilterTerm> terms;
        FilterExpression expression;
        bool afterBar = false;
        for (skipBlanks(); !atEnd() && m_error.isEmpty(); skipBlanks()) {
            if (current() == u'|') {
                if (terms.isEmpty())
                    fail(m_at, Tr::tr("nothing stands before \"|\"; write a term on both sides"));
                expression.append(std::exchange(terms, {}));
                afterBar = true;
                ++m_at;
            } else {
                terms.append(term());
                afterBar = false;
            }
        }
        if (m_error.isEmpty() && afterBar)
            fail(m_text.size() - 1, Tr::tr("nothing stands after \"|\"; write a term on both sides"));
        if (!m_error.isEmpty())
            return {{}, m_error, m_errorAt};
        if (!terms.isEmpty())
            expression.append(terms);
        return {expression, {}, -1};
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar current() const { return atEnd() ? QChar() : m_text[m_at]; }

    void fail(qsizetype at, const QString &text)
    {
        if (!m_error.isEmpty())
            return;
        m_error = Tr::tr("filter, character %1: %2").arg(QString::number(at + 1), text);
        m_errorAt = at;
    }

    void skipBlanks()
    {
        while (current().isSpace())
            ++m_at;
    }

    //! Text in quotes, or up to a blank or "|".
    QString value()
    {
        const qsizetype start = m_at;
        if (current() == u'"') {
            const qsizetype end = m_text.indexOf(u'"', start + 1);
            if (end < 0) {
                fail(start, Tr::tr("the quote is not closed; add one"));
                m_at = m_text.size();
                return {};
            }
            m_at = end + 1;
            if (!atEnd() && !current().isSpace() && current() != u'|')
                fail(m_at, Tr::tr("text follows the closing quote; put a blank between them"));
            return m_text.sliced(start + 1, end - start - 1);
        }
        while (!atEnd() && !current().isSpace() && current() != u'|')
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }

    FilterTerm term()
    {
        FilterTerm term;
        const qsizetype start = m_at;
        while (current() == u'-') {
            term.negated = !term.negated;
            ++m_at;
        }
        if (atEnd() || current().isSpace() || current() == u'|') {
            fail(start, Tr::tr("\"-\" stands alone; write the term that it negates right after it"));
            return term;
        }
        if (current() == u'"') {
            term.text = value();
            return term;
        }
        const qsizetype wordStart = m_at;
        while (!atEnd() && !current().isSpace() && current() != u'|' && current() != u':' &&
               current() != u'"' && !isOperator(current()))
            ++m_at;
        const QString word = m_text.sliced(wordStart, m_at - wordStart);
        if (takeOperator(word, term)) {
            comparison(word, wordStart, term);
        } else if (current() == u':' && takeField(word, wordStart, term)) {
            fieldValue(term);
        } else if (m_error.isEmpty()) {
            m_at = wordStart;
            term.text = value();
        }
        return term;
    }

    //! Takes "> ", ">=" … after a figure's name; blanks may stand around it.
    bool takeOperator(const QString &word, FilterTerm &term)
    {
        const qsizetype start = m_at;
        if (figureOf(word))
            skipBlanks();
        if (!isOperator(current())) {
            m_at = start;
            return false;
        }
        const QChar sign = current();
        ++m_at;
        const bool orEqual = sign != u'=' && current() == u'=';
        if (orEqual)
            ++m_at;
        term.comparison = sign == u'>'   ? (orEqual ? Comparison::AtLeast : Comparison::Above)
                          : sign == u'<' ? (orEqual ? Comparison::AtMost : Comparison::Below)
                                         : Comparison::Equal;
        return true;
    }

    void comparison(const QString &word, qsizetype wordStart, FilterTerm &term)
    {
        const Figure *figure = figureOf(word);
        if (!figure) {
            return fail(
                wordStart,
                Tr::tr(
                    "%1 is no figure; compare loss, mean, median, p95, p99, jitter, last, min, max or since")
                    .arg(quoted(word)));
        }
        skipBlanks();
        const qsizetype start = m_at;
        const QString text = value();
        term.subject = Subject::Figure;
        term.figure = figure->member;
        QStringView digits = text;
        double factor = 1;
        for (const Suffix &suffix : Suffixes) {
            if (suffix.unit == figure->unit && digits.endsWith(suffix.text, Qt::CaseInsensitive)) {
                digits = digits.chopped(suffix.text.size()).trimmed();
                factor = suffix.factor;
                break;
            }
        }
        const bool plain = !digits.isEmpty() && digits.size() <= 15 &&
                           std::all_of(digits.begin(), digits.end(),
                                       [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
        bool ok = false;
        term.limit = plain ? digits.toDouble(&ok) * factor : 0;
        if (!ok)
            fail(start, Tr::tr("%1 is no value of %2; write for example %2>%3")
                            .arg(quoted(text), word, example(figure->unit)));
    }

    static QString example(Unit unit)
    {
        return unit == Unit::Percent ? u"5"_s : unit == Unit::Milliseconds ? u"80"_s : u"10m"_s;
    }

    //! Takes "field:"; false for a word with a colon in it, such as an address with a port.
    bool takeField(const QString &word, qsizetype wordStart, FilterTerm &term)
    {
        if (const std::optional<Subject> subject = fieldOf(word)) {
            term.subject = *subject;
            ++m_at;
            return true;
        }
        const bool letters =
            !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
        // An IPv6 address may begin with letters alone, "fe80::" less its digits; a field is never followed
        // by a colon.
        const bool address = m_at + 1 < m_text.size() && m_text[m_at + 1] == u':';
        if (!letters || address)
            return false;
        const QString meant =
            nearest(word, {u"name"_s, u"id"_s, u"tag"_s, u"entry"_s, u"echo"_s, u"state"_s});
        fail(wordStart,
             meant.isEmpty()
                 ? Tr::tr("field %1 is not known; use name, id, tag, entry, echo or state, or put the text "
                          "in quotes")
                       .arg(quoted(word))
                 : Tr::tr("field %1 is not known; did you mean %2? Put the text in quotes to search for it")
                       .arg(quoted(word), meant));
        return false;
    }

    void fieldValue(FilterTerm &term)
    {
        const qsizetype start = m_at;
        const bool quotedValue = current() == u'"';
        term.text = value();
        if (!m_error.isEmpty())
            return;
        if (term.text.isEmpty())
            return fail(start,
                        Tr::tr("nothing stands after the colon; write what to look for right after it"));
        if (term.subject == Subject::State)
            return stateValue(term, start);
        if ((term.subject == Subject::Entry || term.subject == Subject::Echo) && !quotedValue)
            addressValue(term, start);
    }

    void stateValue(FilterTerm &term, qsizetype start)
    {
        static const QStringList states{u"dead"_s, u"critical"_s, u"warning"_s, u"suspect"_s,
                                        u"ok"_s,   u"pending"_s,  u"paused"_s};
        const QString state = term.text.toLower();
        if (state == "bad"_L1)
            term.states = states.first(3);
        else if (states.contains(state))
            term.states = {state};
        else
            fail(
                start,
                Tr::tr(
                    "state %1 is not known; use bad, dead, critical, warning, suspect, ok, pending or paused")
                    .arg(quoted(term.text)));
    }

    //! Reads ":7000", an address with or without a port, or a block; what is none of them is looked for as
    //! text.
    void addressValue(FilterTerm &term, qsizetype start)
    {
        const QString text = term.text;
        if (text.contains(u'/')) {
            const QList<QStringView> parts = QStringView(text).split(u'/');
            const std::optional<QHostAddress> address = parseAddress(parts[0]);
            bool ok = false;
            const int length = parts.size() == 2 && parts[1].size() <= 3 && !parts[1].startsWith(u'+')
                                   ? parts[1].toInt(&ok)
                                   : -1;
            const int longest = address && address->protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
            if (!address || !ok || length < 0 || length > longest)
                return fail(start,
                            Tr::tr("%1 is no address block; write it as in 118.89.0.0/16").arg(quoted(text)));
            term.network =
                QHostAddress::parseSubnet(QString(address->toString() + u'/' + QString::number(length)));
            term.text.clear();
            return;
        }
        if (text.startsWith(u':') && !parseAddress(text)) {
            bool ok = false;
            const uint port = text.sliced(1).toUInt(&ok);
            if (!ok || port == 0 || port > 65535)
                return fail(start, Tr::tr("%1 is no port; write it as in :7000").arg(quoted(text)));
            term.port = static_cast<quint16>(port);
            term.text.clear();
            return;
        }
        const EndpointResult read = parseEndpoint(text);
        if (const std::optional<QHostAddress> address =
                read.error.isEmpty() ? read.endpoint.address() : std::nullopt) {
            term.network = {*address, address->protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128};
            term.port = read.endpoint.port;
            term.text.clear();
        }
    }

    QString m_text;
    qsizetype m_at = 0;
    QString m_error;
    qsizetype m_errorAt = -1;
};

} // namespace

FilterParseResult parseFilter(QStringView text) { return FilterParser(text).parse(); }

} // namespace plumb
