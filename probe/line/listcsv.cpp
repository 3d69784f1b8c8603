// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listreader.h"

#include "csvreader.h"
#include "linetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

enum class Column : quint8 { Name, Entry, EntryPort, Echo, EchoPort, Tags, Id, Enabled, Unknown };

//! What a header calls a column, case aside.
Column columnOf(const QString &title)
{
    static const QHash<QString, Column> titles{
        {u"name"_s, Column::Name},
        {u"名称"_s, Column::Name},
        {u"entry"_s, Column::Entry},
        {u"inpoint"_s, Column::Entry},
        {u"inip"_s, Column::Entry},
        {u"host"_s, Column::Entry},
        {u"入口"_s, Column::Entry},
        {u"入口ip"_s, Column::Entry},
        {u"本地ip"_s, Column::Entry},
        {u"port"_s, Column::EntryPort},
        {u"inport"_s, Column::EntryPort},
        {u"echo"_s, Column::Echo},
        {u"echoip"_s, Column::Echo},
        {u"回显"_s, Column::Echo},
        {u"虚拟ip"_s, Column::Echo},
        {u"echoport"_s, Column::EchoPort},
        {u"tags"_s, Column::Tags},
        {u"标签"_s, Column::Tags},
        {u"id"_s, Column::Id},
        {u"enabled"_s, Column::Enabled},
        {u"启用"_s, Column::Enabled},
    };
    return titles.value(title.trimmed().toLower(), Column::Unknown);
}

//! True for what can be nothing but an address: a literal, or a host with a port.
bool isAddress(const QString &cell)
{
    QString plain = cell;
    plain.replace(QChar(u'：'), QChar(u':'));
    const EndpointResult read = parseEndpoint(plain);
    return read.error.isEmpty() && (read.endpoint.port != 0 || read.endpoint.address());
}

bool hasAddress(const QList<CsvCell> &cells)
{
    return std::any_of(cells.begin(), cells.end(), [](const CsvCell &cell) { return isAddress(cell.text); });
}

bool isHeader(const QList<CsvCell> &cells)
{
    return !hasAddress(cells) && std::any_of(cells.begin(), cells.end(), [](const CsvCell &cell) {
        return columnOf(cell.text) != Column::Unknown;
    });
}

bool isBlank(const QList<CsvCell> &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const CsvCell &cell) { return cell.text.isEmpty(); });
}

std::optional<bool> parseTruth(const QString &text)
{
    const QString word = text.toLower();
    if (QStringList{u"true"_s, u"1"_s, u"yes"_s, u"on"_s, u"是"_s}.contains(word))
        return true;
    if (QStringList{u"false"_s, u"0"_s, u"no"_s, u"off"_s, u"否"_s}.contains(word))
        return false;
    return std::nullopt;
}

class CsvList
{
public:
    CsvList(QStringView text, Problems &problems)
        : m_reader(text, csvSeparator(text))
        , m_problems(problems)
        , m_tagSeparators(csvSeparator(text) == u';' ? u"[,，]"_s : u"[;；]"_s)
    {}

    QList<ListedLine> read()
    {
        while (!m_reader.atEnd() && !m_problems.isFull()) {
            const QList<CsvCell> cells = m_reader.next();
            if (!m_reader.error().isEmpty())
                break;
            if (isBlank(cells) || isComment(cells))
                continue;
            if (m_columns.isEmpty() && readHeader(cells))
                continue;
            if (m_lines.size() >= Limits::MaxLines) {
                tellTooManyLines(cells.first().place, m_problems);
                break;
            }
            readRow(cells);
        }
        if (!m_reader.error().isEmpty())
            m_problems.error(m_reader.errorPlace().toString(), m_reader.error());
        return std::move(m_lines);
    }

private:
    //! A row that begins with # is none, but where names come first a name may.
    [[nodiscard]] bool isComment(const QList<CsvCell> &cells) const
    {
        const bool namesFirst =
            !m_columns.isEmpty() && (m_columns[0] == Column::Name || m_columns[0] == Column::Tags);
        return !namesFirst && cells.first().text.startsWith(u'#');
    }

    //! Sets the columns; true where the row was a header.
    bool readHeader(const QList<CsvCell> &cells)
    {
        if (!isHeader(cells)) {
            m_columns = {Column::Entry, Column::Echo, Column::Name};
            return false;
        }
        for (const CsvCell &cell : cells) {
            const Column column = columnOf(cell.text);
            if (column == Column::Unknown && !cell.text.isEmpty())
                m_problems.warning(cell.place.toString(),
                                   Tr::tr("column %1 is not known and is not read; known are name, entry, "
                                          "echo, tags, id, enabled")
                                       .arg(quoted(cell.text)));
            else if (column != Column::Unknown && m_columns.contains(column))
                m_problems.error(cell.place.toString(),
                                 Tr::tr("column %1 stands twice; remove one").arg(quoted(cell.text)));
            m_columns.append(column);
        }
        if (!m_columns.contains(Column::Entry) && !m_columns.contains(Column::EntryPort))
            m_problems.error(cells.first().place.toString(),
                             Tr::tr("the header names no entry column; add \"entry\""));
        return true;
    }

    void readRow(const QList<CsvCell> &cells)
    {
        ListedLine listed;
        listed.row = cells.first().place;
        std::optional<CsvCell> entryPort;
        std::optional<CsvCell> echoPort;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const CsvCell &cell = cells[i];
            if (cell.text.isEmpty())
                continue;
            if (i >= m_columns.size()) {
                m_problems.error(cell.place.toString(),
                                 Tr::tr("the row has more cells than there are columns; quote a cell that "
                                        "holds the separator"));
                break;
            }
            switch (m_columns[i]) {
            case Column::EntryPort: entryPort = cell; break;
            case Column::EchoPort: echoPort = cell; break;
            default: readCell(m_columns[i], cell, listed); break;
            }
        }
        std::optional<Endpoint> entry;
        if (listed.places.contains(u"entry"_s))
            entry = listed.line.entry;
        readPort(entryPort, u"entry"_s, entry, listed);
        readPort(echoPort, u"echo"_s, listed.line.echo, listed);
        if (entry)
            listed.line.entry = *entry;
        else if (!listed.places.contains(u"entry"_s))
            m_problems.error(listed.row.toString(),
                             Tr::tr("the row has no entry; write one as in 203.0.113.7:7000"));
        m_lines.append(listed);
    }

    void readCell(Column column, const CsvCell &cell, ListedLine &listed)
    {
        switch (column) {
        case Column::Name:
            listed.line.name = cell.text;
            listed.places.insert(u"name"_s, cell.place);
            break;
        case Column::Id:
            listed.line.id = cell.text;
            listed.places.insert(u"id"_s, cell.place);
            break;
        case Column::Entry:
            listed.line.entry = readListedEndpoint(cell.text, cell.place, m_problems);
            listed.places.insert(u"entry"_s, cell.place);
            break;
        case Column::Echo:
            listed.line.echo = readListedEndpoint(cell.text, cell.place, m_problems);
            listed.places.insert(u"echo"_s, cell.place);
            break;
        case Column::Tags:
            for (const QString &tag : cell.text.split(m_tagSeparators, Qt::SkipEmptyParts)) {
                if (const QString trimmed = tag.trimmed(); !trimmed.isEmpty()) {
                    listed.places.insert(keyPath(u"tags"_s, listed.line.tags.size()), cell.place);
                    listed.line.tags.append(trimmed);
                }
            }
            break;
        case Column::Enabled:
            if (const std::optional<bool> enabled = parseTruth(cell.text))
                listed.line.enabled = *enabled;
            else
                m_problems.error(
                    cell.place.toString(),
                    Tr::tr("%1 is neither yes nor no; write true or false").arg(quoted(cell.text)));
            break;
        case Column::EntryPort:
        case Column::EchoPort:
        case Column::Unknown: break;
        }
    }

    //! A port column holds the port of the address beside it, or the address itself.
    void readPort(const std::optional<CsvCell> &cell, const QString &key, std::optional<Endpoint> &endpoint,
                  ListedLine &listed)
    {
        if (!cell)
            return;
        const QString place = cell->place.toString();
        const bool digits =
            std::all_of(cell->text.begin(), cell->text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!digits) {
            if (endpoint)
                return m_problems.error(
                    place, Tr::tr("%1 is a second %2 address; keep one").arg(quoted(cell->text), key));
            listed.places.insert(key, cell->place);
            endpoint = readListedEndpoint(cell->text, cell->place, m_problems);
            return;
        }
        const uint port = cell->text.size() <= 5 && !cell->text.startsWith(u'0') ? cell->text.toUInt() : 0;
        if (port == 0 || port > 65535) {
            // What else there is to say of this address follows from it.
            listed.places.insert(key, cell->place);
            return m_problems.error(
                place, Tr::tr("port %1 is out of range; use 1 to 65535").arg(quoted(cell->text)));
        }
        if (!endpoint) {
            // Where a column of ports is filled for all rows, a line without an echo has none to give it to.
            if (key == "entry"_L1) {
                listed.places.insert(key, cell->place);
                m_problems.error(place, Tr::tr("a port stands here without an address; add the entry"));
            }
            return;
        }
        if (endpoint->isEmpty())
            return; // told already
        if (endpoint->port != 0 && endpoint->port != port)
            return m_problems.error(place, Tr::tr("port %1 differs from that of %2; keep one")
                                               .arg(quoted(cell->text), quoted(endpoint->toString())));
        endpoint->port = static_cast<quint16>(port);
    }

    CsvReader m_reader;
    Problems &m_problems;
    QRegularExpression m_tagSeparators;
    QList<Column> m_columns; // empty until the first row is read
    QList<ListedLine> m_lines;
};

//! The first row that says something.
QStringView firstRow(QStringView text)
{
    for (const QStringView row : text.tokenize(u'\n')) {
        const QStringView trimmed = row.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith(u'#'))
            return row;
    }
    return {};
}

} // namespace

QChar csvSeparator(QStringView text)
{
    const QStringView row = firstRow(text);
    if (row.contains(u'\t'))
        return u'\t';
    const qsizetype semicolons = row.count(u';') + row.count(u'；');
    const qsizetype commas = row.count(u',') + row.count(u'，');
    return semicolons > commas ? u';' : u',';
}

bool looksLikeCsv(QStringView text)
{
    const QStringView row = firstRow(text).trimmed();
    const QList<CsvCell> cells = CsvReader(row, csvSeparator(text)).next();
    if (isHeader(cells))
        return true;
    if (row.contains(u"->") || row.contains(u'→'))
        return false;
    return cells.size() > 1 && !cells[0].text.contains(u' ') && !cells[0].text.contains(QChar(0x3000));
}

QList<ListedLine> readCsvList(QStringView text, Problems &problems) { return CsvList(text, problems).read(); }

} // namespace plumb
