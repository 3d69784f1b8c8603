// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesmodel.h"

#include <QCollator>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// Orders addresses by number: family, address, port; names come after them, in alphabetical order.
QByteArray addressRank(const Endpoint &endpoint)
{
    QByteArray rank;
    const std::optional<QHostAddress> address = endpoint.address();
    if (!address) {
        rank = "n" + endpoint.host.toLower().toUtf8() + '\0';
    } else if (address->protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 ip = address->toIPv4Address();
        rank = "4";
        for (int shift = 24; shift >= 0; shift -= 8)
            rank.append(static_cast<char>((ip >> shift) & 0xff));
    } else {
        const Q_IPV6ADDR ip = address->toIPv6Address();
        rank = "6";
        for (const quint8 byte : ip.c)
            rank.append(static_cast<char>(byte));
    }
    rank.append(static_cast<char>(endpoint.port >> 8));
    rank.append(static_cast<char>(endpoint.port & 0xff));
    return rank;
}

} // namespace

LinesModel::LinesModel(LineSource source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &LinesModel::measureSlice);
}

// The definition of the row's line and its state; its figures stay.
void LinesModel::define(LineRow &row) const
{
    const LineState &state = m_source(row.key);
    row.line = state.line;
    row.line.entry = effectiveEntry(state.line, state.settings);
    row.line.echo = effectiveEcho(state.line, state.settings);
    row.entryRank = addressRank(row.line.entry);
    row.echoRank = row.line.echo ? addressRank(*row.line.echo) : QByteArray();
    readState(row);
}

void LinesModel::setKeys(const QList<LineKey> &keys)
{
    const QSet<LineKey> wanted(keys.begin(), keys.end());
    const bool isAnother = std::none_of(m_rows.begin(), m_rows.end(),
                                        [&](const LineRow &row) { return wanted.contains(row.key); });
    // Away with what is gone, range by range from the end.
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (wanted.contains(m_rows[static_cast<size_t>(last)].key))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_rows[static_cast<size_t>(first - 1)].key))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        reindex();
        endRemoveRows();
        last = first;
    }
    // What stays must be in the wanted order; it always is but for a profile that was sorted outside.
    qsizetype place = -1;
    const bool inOrder = std::all_of(m_rows.begin(), m_rows.end(), [&](const LineRow &row) {
        place = keys.indexOf(row.key, place + 1);
        return place >= 0;
    });
    if (!inOrder) {
        beginResetModel();
        m_rows.clear();
        reindex();
        endResetModel();
    }
    for (int first = 0; first < keys.size(); ++first) {
        const auto isNew = [&](int i) {
            return static_cast<size_t>(i) >= m_rows.size() || m_rows[static_cast<size_t>(i)].key != keys[i];
        };
        if (!isNew(first))
            continue;
        const LineKey next =
            static_cast<size_t>(first) < m_rows.size() ? m_rows[static_cast<size_t>(first)].key : 0;
        int last = first;
        while (last + 1 < keys.size() && keys[last + 1] != next)
            ++last;
        std::vector<LineRow> fresh;
        for (int i = first; i <= last; ++i) {
            LineRow &row = fresh.emplace_back();
            row.key = keys[i];
            define(row);
            const LineHistory &history = m_source(row.key).history;
            row.end = history.settledEnd();
            row.version = history.version();
            row.isMeasured = false;
        }
        beginInsertRows({}, first, last);
        m_rows.insert(m_rows.begin() + first, fresh.begin(), fresh.end());
        reindex();
        endInsertRows();
        first = last;
    }
    for (LineRow &row : m_rows) {
        define(row);
        if (m_range.isTimed())
            enqueue(row.key);
        else
            measure(row);
    }
    if (m_range.isTimed())
        m_slice.start(0);
    m_dirty.clear();
    rank();
    if (isAnother) {
        const bool hadLate = std::exchange(m_hasLate, false);
        const bool hadNotCounted = std::exchange(m_hasNotCounted, false);
        if (hadLate || hadNotCounted)
            Q_EMIT presenceChanged();
    }
    notePresence();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, Entry, Echo);
    Q_EMIT countsChanged();
}

void LinesModel::reindex()
{
    m_rowOf.clear();
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rowOf.insert(m_rows[i].key, static_cast<int>(i));
}

// Natural order of names, common ports and whether there is an echo: facts of all rows together.
void LinesModel::rank()
{
    // Numeric mode has no effect in the C locale: hk-2 would come after hk-10.
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, size_t>> names;
    names.reserve(m_rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i)
        names.emplace_back(collator.sortKey(m_rows[i].line.label()), i);
    std::stable_sort(names.begin(), names.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    int place = 0;
    for (const auto &[key, i] : names)
        m_rows[i].nameRank = place++;

    QSet<quint16> entryPorts, echoPorts;
    for (const LineRow &row : m_rows) {
        entryPorts.insert(row.line.entry.port);
        if (row.line.echo)
            echoPorts.insert(row.line.echo->port);
    }
    m_entryPort = entryPorts.size() == 1 ? *entryPorts.cbegin() : quint16(0);
    m_echoPort = echoPorts.size() == 1 ? *echoPorts.cbegin() : quint16(0);
    const bool hasEcho = !echoPorts.isEmpty();
    if (hasEcho != m_hasEcho) {
        m_hasEcho = hasEcho;
        Q_EMIT echoPresenceChanged(hasEcho);
    }
}

void LinesModel::setRunKind(RunKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    refigure({});
}

// Once there is something to say it stays said: a column that comes and goes would make the others jump.
void LinesModel::notePresence()
{
    if (m_hasLate && m_hasNotCounted)
        return;
    bool late = m_hasLate, notCounted = m_hasNotCounted;
    for (const LineRow &row : m_rows) {
        late = late || row.stats.late > 0;
        notCounted = notCounted || row.stats.voided > 0;
    }
    if (late == m_hasLate && notCounted == m_hasNotCounted)
        return;
    m_hasLate = late;
    m_hasNotCounted = notCounted;
    Q_EMIT presenceChanged();
}

void LinesModel::emitChanged(const std::vector<int> &rows)
{
    notePresence();
    static const QList<int> roles{
        Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole,
        VerdictRole,     LossRole};
    if (rows.empty())
        return;
    if (rows.size() > m_rows.size() / 2) {
        Q_EMIT dataChanged(index(rows.front(), 0), index(rows.back(), ColumnCount - 1), roles);
        return;
    }
    for (size_t i = 0; i < rows.size();) {
        size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[i], 0), index(rows[end - 1], ColumnCount - 1), roles);
        i = end;
    }
}

const LineState *LinesModel::stateAt(int row) const
{
    const bool isRow = row >= 0 && static_cast<size_t>(row) < m_rows.size();
    return isRow ? &m_source(m_rows[static_cast<size_t>(row)].key) : nullptr;
}

const LineHistory *LinesModel::historyAt(int row) const
{
    const LineState *state = stateAt(row);
    return state ? &state->history : nullptr;
}

FilterFacts LinesModel::facts(const LineRow &row, qint64 nowUs)
{
    FilterFacts facts;
    facts.state = plumb::name(row.verdict);
    facts.loss = row.stats.lossPct;
    facts.mean = row.stats.meanMs;
    facts.median = row.stats.medianMs;
    facts.p95 = row.stats.p95Ms;
    facts.p99 = row.stats.p99Ms;
    facts.jitter = row.stats.jitterMs;
    facts.min = row.stats.minMs;
    facts.max = row.stats.maxMs;
    facts.last = row.lastMs;
    if (row.beganUs > 0)
        facts.sinceSeconds = static_cast<double>(nowUs - row.beganUs) / 1e6;
    return facts;
}

int LinesModel::worstRow() const
{
    const auto rankOf = [](const LineRow &row) {
        return std::tuple(row.verdict, -row.stats.lossPct.value_or(0), -row.stats.meanMs.value_or(0),
                          row.nameRank);
    };
    const auto worst =
        std::min_element(m_rows.begin(), m_rows.end(),
                         [&](const LineRow &a, const LineRow &b) { return rankOf(a) < rankOf(b); });
    return worst == m_rows.end() ? -1 : static_cast<int>(worst - m_rows.begin());
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LineRow &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::AccessibleTextRole: return accessible(row, index.column());
    case Qt::AccessibleDescriptionRole:
        return isNumeric(index.column()) ? QVariant(toolTip(row, index.column())) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case VerdictRole: return static_cast<int>(row.verdict);
    case KeyRole: return row.key;
    case LossRole: return row.stats.lossPct ? QVariant(*row.stats.lossPct) : QVariant();
    case Qt::EditRole: return index.column() == Name ? row.line.label() : display(row, index.column());
    default: return {};
    }
}

bool LinesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const LineRow &row = m_rows[static_cast<size_t>(index.row())];
    const QString name = value.toString().simplified();
    if (name.isEmpty() || name == row.line.label())
        return false;
    Q_EMIT renameRequested(row.key, name); // comes back by setKeys()
    return true;
}

Qt::ItemFlags LinesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return m_renamable && index.isValid() && index.column() == Name ? plain | Qt::ItemIsEditable : plain;
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const quint16 port = section == Entry ? m_entryPort : section == Echo ? m_echoPort : quint16(0);
        return port != 0 ? QString(title(section) + u" :" + QString::number(port)) : title(section);
    }
    case Qt::ToolTipRole: return titleToolTip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

} // namespace plumb
