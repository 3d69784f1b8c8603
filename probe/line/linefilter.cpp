// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linefilter.h"

#include "filterparser.h"

#include <algorithm>
#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

struct LineFilter::Node
{
    FilterExpression expression;
};

namespace {

bool contains(const QString &text, const QString &part) { return text.contains(part, Qt::CaseInsensitive); }

bool matchesTags(const Line &line, const QString &part)
{
    return std::any_of(line.tags.begin(), line.tags.end(),
                       [&part](const QString &tag) { return contains(tag, part); });
}

//! Matches an address, a block, a port or text of an endpoint whose missing port is known from the line's own
//! settings.
bool matchesEndpoint(const FilterTerm &term, Endpoint endpoint, const std::optional<quint16> &defaultPort)
{
    if (endpoint.port == 0 && defaultPort)
        endpoint.port = *defaultPort;
    if (term.port != 0 && endpoint.port != term.port)
        return false;
    if (term.network) {
        const std::optional<QHostAddress> address = endpoint.address();
        return address && address->protocol() == term.network->first.protocol() &&
               address->isInSubnet(*term.network);
    }
    return term.text.isEmpty() || contains(endpoint.toString(), term.text);
}

bool matchesEcho(const FilterTerm &term, const Line &line)
{
    return line.echo && matchesEndpoint(term, *line.echo, line.probe.echoPort);
}

bool compare(double value, FilterTerm::Comparison comparison, double limit)
{
    switch (comparison) {
    case FilterTerm::Comparison::Above: return value > limit;
    case FilterTerm::Comparison::AtLeast: return value >= limit;
    case FilterTerm::Comparison::Below: return value < limit;
    case FilterTerm::Comparison::AtMost: return value <= limit;
    case FilterTerm::Comparison::Equal: break;
    }
    // What the table shows with two or three decimals is what one types.
    return std::abs(value - limit) < 0.0005;
}

//! Whether a line is what a term asks for; empty where the figure is not known.
std::optional<bool> holds(const FilterTerm &term, const Line &line, const FilterFacts *facts)
{
    using Subject = FilterTerm::Subject;
    switch (term.subject) {
    case Subject::Any:
        return contains(line.name, term.text) || contains(line.id, term.text) ||
               matchesTags(line, term.text) || matchesEndpoint(term, line.entry, line.probe.entryPort) ||
               matchesEcho(term, line);
    case Subject::Name: return contains(line.label(), term.text);
    case Subject::Id: return contains(line.id, term.text);
    case Subject::Tag: return matchesTags(line, term.text);
    case Subject::Entry: return matchesEndpoint(term, line.entry, line.probe.entryPort);
    case Subject::Echo: return matchesEcho(term, line);
    case Subject::State:
        if (!facts || facts->state.isEmpty())
            return std::nullopt;
        return term.states.contains(facts->state);
    case Subject::Figure: break;
    }
    if (!facts || !(facts->*term.figure))
        return std::nullopt;
    return compare(*(facts->*term.figure), term.comparison, term.limit);
}

bool allHold(const QList<FilterTerm> &terms, const Line &line, const FilterFacts *facts)
{
    return std::all_of(terms.begin(), terms.end(), [&line, facts](const FilterTerm &term) {
        const std::optional<bool> held = holds(term, line, facts);
        return held && *held != term.negated;
    });
}

} // namespace

LineFilter::LineFilter() = default;
LineFilter::~LineFilter() = default;
LineFilter::LineFilter(const LineFilter &) = default;
LineFilter &LineFilter::operator=(const LineFilter &) = default;

LineFilter::LineFilter(QStringView expression)
{
    const FilterParseResult parsed = parseFilter(expression);
    m_error = parsed.error;
    m_errorAt = parsed.errorAt;
    if (m_error.isEmpty() && !parsed.expression.isEmpty())
        m_root = std::make_shared<const Node>(Node{parsed.expression});
}

const QString &LineFilter::error() const { return m_error; }

bool LineFilter::isEmpty() const { return !m_root; }

bool LineFilter::needsFacts() const
{
    if (!m_root)
        return false;
    const auto measured = [](const FilterTerm &term) {
        return term.subject == FilterTerm::Subject::State || term.subject == FilterTerm::Subject::Figure;
    };
    return std::any_of(m_root->expression.begin(), m_root->expression.end(), [&measured](const auto &terms) {
        return std::any_of(terms.begin(), terms.end(), measured);
    });
}

bool LineFilter::matches(const Line &line, const FilterFacts *facts) const
{
    if (!m_root)
        return true;
    return std::any_of(m_root->expression.begin(), m_root->expression.end(),
                       [&line, facts](const auto &terms) { return allHold(terms, line, facts); });
}

} // namespace plumb
