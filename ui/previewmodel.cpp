// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "previewmodel.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// The worst problem of each row; 0 is the list as a whole.
std::map<int, Problem> problemsByRow(const QList<Problem> &problems)
{
    std::map<int, Problem> byRow;
    for (const Problem &problem : problems) {
        const int number = problem.place.section(u':', 0, 0).toInt();
        const auto known = byRow.find(number);
        if (known == byRow.end() ||
            (problem.level == Problem::Level::Error && known->second.level == Problem::Level::Warning))
            byRow.insert_or_assign(number, problem);
    }
    return byRow;
}

// The numbers, from 1, of the rows that gave the lines, where each row gave one (a range gives more); else
// empty.
std::vector<int> rowsOfLines(const QStringList &source, qsizetype lines)
{
    std::vector<int> numbers;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QString row = source[i].trimmed();
        if (!row.isEmpty() && !row.startsWith(u'#'))
            numbers.push_back(static_cast<int>(i) + 1);
    }
    if (numbers.size() == static_cast<size_t>(lines) + 1)
        numbers.erase(numbers.begin()); // a title row
    if (numbers.size() != static_cast<size_t>(lines))
        numbers.clear();
    return numbers;
}

bool canBeProbed(const Line &line, const LoadOptions &options)
{
    Profile alone;
    alone.lines.append(line);
    const QList<Problem> problems = validate(alone, options);
    return std::none_of(problems.cbegin(), problems.cend(),
                        [](const Problem &problem) { return problem.level == Problem::Level::Error; });
}

} // namespace

void PreviewModel::show(const LoadResult &result, const QString &text, const LoadOptions &options)
{
    beginResetModel();
    m_rows.clear();
    m_lines.clear();
    QString unified = text;
    unified.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const QStringList source = text.isEmpty() ? QStringList() : unified.split(u'\n');
    std::map<int, Problem> byRow = problemsByRow(result.problems);
    m_errors = static_cast<int>(std::count_if(byRow.begin(), byRow.end(), [](const auto &entry) {
        return entry.second.level == Problem::Level::Error;
    }));
    const std::vector<int> numbers = rowsOfLines(source, result.profile.lines.size());
    for (qsizetype i = 0; i < result.profile.lines.size(); ++i) {
        const Line &line = result.profile.lines[i];
        Entered entered{0,
                        line.name,
                        line.entry.toString(),
                        line.echo ? line.echo->toString() : QString(),
                        line.tags.join(u", "_s),
                        {},
                        2};
        bool isWrong = m_errors > 0 && !canBeProbed(line, options);
        if (!numbers.empty()) {
            entered.row = numbers[static_cast<size_t>(i)];
            const auto problem = byRow.find(entered.row);
            if (problem != byRow.end()) {
                isWrong = isWrong || problem->second.level == Problem::Level::Error;
                entered.problem = problem->second.text;
                entered.rank = isWrong ? 0 : 1;
                if (isWrong && entered.name.isEmpty())
                    entered.name = source[entered.row - 1].trimmed();
                byRow.erase(problem);
            }
        }
        if (!isWrong)
            m_lines.append(line);
        // Which row a line of a range came from is not known: the problem has a row of its own below.
        if (!isWrong || entered.rank == 0)
            m_rows.push_back(entered);
    }
    for (const auto &[number, problem] : byRow) {
        const QString quoted =
            number > 0 && number <= source.size() ? source[number - 1].trimmed() : QString();
        m_rows.push_back(
            {number, quoted, {}, {}, {}, problem.text, problem.level == Problem::Level::Error ? 0 : 1});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Entered &a, const Entered &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.row < b.row;
    });
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entered &row = m_rows[static_cast<size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return row.problem;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Row: return row.row > 0 ? QString::number(row.row) : QString();
    case Name: return row.name;
    case Entry: return row.entry;
    case Echo: return row.echo;
    case Tags: return row.tags;
    case Trouble: {
        if (row.problem.isEmpty())
            return {};
        return row.rank == 0 ? tr("left out: %1").arg(row.problem) : row.problem;
    }
    default: return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row: return tr("Row");
    case Name: return tr("Name");
    case Entry: return tr("Entry");
    case Echo: return tr("Echo");
    case Tags: return tr("Tags");
    case Trouble: return tr("Problem");
    default: return {};
    }
}

} // namespace plumb
