// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvreader.h"

#include "linetext.h"

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxCell = 4096;
constexpr qsizetype MaxCells = 1000;

bool isRowEnd(QChar c) { return c == u'\n' || c == u'\r'; }

} // namespace

CsvReader::CsvReader(QStringView text, QChar separator)
    : m_text(text)
    , m_separator(separator)
    , m_wide(separator == u','   ? QChar(u'，')
             : separator == u';' ? QChar(u'；')
                                 : separator)
{}

bool CsvReader::isSeparator(QChar c) const { return c == m_separator || c == m_wide; }

void CsvReader::step()
{
    const QChar c = m_text[m_at++];
    const bool rowEnds = c == u'\n' || (c == u'\r' && (m_at >= m_text.size() || m_text[m_at] != u'\n'));
    if (rowEnds) {
        ++m_place.row;
        m_place.column = 1;
    } else if (c != u'\r' && !c.isLowSurrogate()) {
        ++m_place.column;
    }
}

void CsvReader::fail(TextPlace place, const QString &error)
{
    m_error = error;
    m_errorPlace = place;
}

void CsvReader::readQuoted(CsvCell &cell)
{
    step();
    while (true) {
        if (m_at >= m_text.size())
            return fail(cell.place,
                        Tr::tr("the quote that opens here is never closed; close it or remove it"));
        const QChar c = m_text[m_at];
        step();
        if (c != u'"') {
            cell.text += c;
        } else if (m_at < m_text.size() && m_text[m_at] == u'"') {
            cell.text += c;
            step();
        } else {
            break;
        }
        if (cell.text.size() > MaxCell)
            return fail(cell.place,
                        Tr::tr("the cell is longer than %1 characters; is its quote closed?").arg(MaxCell));
    }
    while (m_at < m_text.size() && !isSeparator(m_text[m_at]) && !isRowEnd(m_text[m_at])) {
        if (!m_text[m_at].isSpace())
            return fail(m_place,
                        Tr::tr("text follows the closing quote; double the quotes that belong to the cell"));
        step();
    }
}

CsvCell CsvReader::cell()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace() && !isSeparator(m_text[m_at]) &&
           !isRowEnd(m_text[m_at]))
        step();
    CsvCell cell{{}, m_place};
    if (m_at < m_text.size() && m_text[m_at] == u'"') {
        readQuoted(cell);
    } else {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !isSeparator(m_text[m_at]) && !isRowEnd(m_text[m_at]))
            step();
        cell.text = m_text.sliced(start, m_at - start).trimmed().toString();
        if (cell.text.size() > MaxCell)
            fail(cell.place, Tr::tr("the cell is longer than %1 characters; shorten it").arg(MaxCell));
    }
    // What spreadsheets put before a text that they would take for a formula.
    if (cell.text.size() > 1 && cell.text[0] == u'\'' && QStringView(u"=+-@").contains(cell.text[1]))
        cell.text.remove(0, 1);
    return cell;
}

QList<CsvCell> CsvReader::next()
{
    QList<CsvCell> cells;
    while (m_error.isEmpty()) {
        cells.append(cell());
        if (m_at >= m_text.size() || !m_error.isEmpty())
            break;
        const bool rowEnds = isRowEnd(m_text[m_at]);
        const bool pair = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
        step();
        if (pair)
            step();
        if (rowEnds)
            break;
        if (cells.size() >= MaxCells)
            fail(m_place, Tr::tr("the row has more than %1 cells; split it").arg(MaxCells));
    }
    return cells;
}

} // namespace plumb
