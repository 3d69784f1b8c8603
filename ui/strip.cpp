// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "strip.h"

#include "theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace plumb {

namespace {

constexpr int MaxCachedRows = 512;
constexpr int SideMargin = 3;
constexpr int VerticalMargin = 2;
//! The range that a strip spans at least: a line that holds still within 2 ms is drawn as one that holds
//! still.
constexpr double LeastRangeUs = 2000;
constexpr double LeastShareOfMean = 0.25;

qint64 floorDiv(qint64 a, qint64 b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

//! The grid that an axis of some pixel columns stands on: the same one as long as the span and the width
//! stay.
struct Grid
{
    qint64 columnUs = 1;
    qint64 first = 0; //!< index of the leftmost column, counted from the epoch

    Grid(qint64 fromUs, qint64 toUs, int columns)
        : columnUs(std::max<qint64>(1, (toUs - fromUs + columns - 1) / columns))
        , first(floorDiv(toUs + columnUs - 1, columnUs) - columns)
    {}
};

//! Where the latency of a strip lies.
struct Scale
{
    double low = 0, high = 1;
    int top = 0, bottom = 1;
    [[nodiscard]] int y(double us) const
    {
        return bottom - qRound((us - low) / (high - low) * (bottom - top));
    }
};

Scale scaleOf(const std::vector<StripColumn> &columns, const QRect &area)
{
    double low = 0, high = 0, sum = 0;
    int n = 0;
    for (const StripColumn &column : columns) {
        if (column.answered == 0)
            continue;
        low = n == 0 ? column.minUs : std::min<double>(low, column.minUs);
        high = n == 0 ? column.maxUs : std::max<double>(high, column.maxUs);
        sum += column.meanUs;
        ++n;
    }
    const double mean = n > 0 ? sum / n : 0;
    const double least = std::max(LeastRangeUs, mean * LeastShareOfMean);
    if (high - low < least) {
        const double middle = (low + high) / 2;
        low = middle - least / 2;
        high = middle + least / 2;
    }
    return {low, high, area.top(), area.bottom()};
}

void paintHatch(QPainter *painter, const std::vector<StripColumn> &columns, const QRect &area,
                const QPalette &palette)
{
    const QBrush hatch = hatchBrush(palette);
    // Under the strokes a veil: a stall of a few columns would otherwise show a single stroke.
    QColor veil = palette.color(QPalette::Text);
    veil.setAlphaF(0.1F);
    const int count = static_cast<int>(columns.size());
    for (int x = 0; x < count; ++x) {
        int end = x;
        while (end < count && columns[static_cast<size_t>(end)].voided > 0)
            ++end;
        if (end > x) {
            const QRect rect(area.left() + x, area.top(), std::max(2, end - x), area.height());
            painter->fillRect(rect, veil);
            painter->fillRect(rect, hatch);
        }
        x = end;
    }
}

void paintLoss(QPainter *painter, const std::vector<StripColumn> &columns, const QRect &area,
               const QColor &color)
{
    // All lost: the whole height, side by side a block. Some lost: a tick from the bottom, never less than 3
    // pixels.
    for (int x = 0; x < static_cast<int>(columns.size()); ++x) {
        const StripColumn &column = columns[static_cast<size_t>(x)];
        if (column.lost == 0)
            continue;
        const int part = qRound(area.height() * 0.6 * column.lost / column.decided);
        const int height = column.lost == column.decided ? area.height() : std::max(3, part);
        painter->fillRect(QRect(area.left() + x, area.bottom() + 1 - height, 1, height), color);
    }
}

//! Columns without a probe between two answered ones are joined; where all was lost or nothing sent for long,
//! a gap is left.
void paintLatency(QPainter *painter, const std::vector<StripColumn> &columns, const QRect &area,
                  const Scale &scale, QList<QPoint> &points)
{
    const int count = static_cast<int>(columns.size());
    int used = 0, sampled = 0;
    for (const StripColumn &column : columns)
        sampled += column.decided + column.voided > 0 ? 1 : 0;
    const int join = std::max(2, sampled > 0 ? 3 * count / sampled : count);
    points.clear();
    int lastX = -1;
    const auto flush = [&] {
        if (points.size() == 1)
            painter->drawPoint(points.first());
        else if (points.size() > 1)
            painter->drawPolyline(points.constData(), static_cast<int>(points.size()));
        points.clear();
    };
    for (int x = 0; x < count; ++x) {
        const StripColumn &column = columns[static_cast<size_t>(x)];
        if (column.answered == 0) {
            if (column.decided + column.voided > 0)
                flush();
            continue;
        }
        if (lastX >= 0 && x - lastX > join)
            flush();
        // Both ends of the column's range: at most two points a column, and no peak is lost.
        const int px = area.left() + x;
        const int low = scale.y(column.minUs), high = scale.y(column.maxUs);
        points.append(QPoint(px, used % 2 == 0 ? low : high));
        if (low != high)
            points.append(QPoint(px, used % 2 == 0 ? high : low));
        ++used;
        lastX = x;
    }
    flush();
}

void paintLate(QPainter *painter, const std::vector<StripColumn> &columns, const QRect &area,
               const QColor &color, const QColor &inside)
{
    constexpr int Side = 4;
    int free = area.left();
    painter->setPen(color);
    painter->setBrush(inside);
    for (int x = 0; x < static_cast<int>(columns.size()); ++x) {
        const int px = area.left() + x - Side / 2;
        if (columns[static_cast<size_t>(x)].late == 0 || px < free)
            continue;
        painter->drawRect(px, area.top(), Side - 1, Side - 1);
        free = px + Side + 1;
    }
}

} // namespace

std::vector<StripColumn> stripColumns(const LineHistory &history, qint64 fromUs, qint64 toUs, int columns)
{
    std::vector<StripColumn> result(static_cast<size_t>(std::max(0, columns)));
    if (columns <= 0 || toUs <= fromUs)
        return result;
    const double perUs = static_cast<double>(columns) / static_cast<double>(toUs - fromUs);
    std::vector<double> sums(result.size(), 0.0);
    for (quint32 seq = history.lowerBound(fromUs); seq < history.endSeq(); ++seq) {
        const Sample &sample = history.at(seq);
        if (sample.fate == Fate::Open || sample.fate == Fate::Unsent || sample.sentUs < fromUs ||
            sample.sentUs >= toUs)
            continue;
        const auto index = std::min(result.size() - 1,
                                    static_cast<size_t>(static_cast<double>(sample.sentUs - fromUs) * perUs));
        StripColumn &column = result[index];
        if (sample.fate == Fate::Void) {
            ++column.voided;
            continue;
        }
        ++column.decided;
        column.lost += isLoss(sample.fate) ? 1 : 0;
        column.late += sample.fate == Fate::Late ? 1 : 0;
        if (sample.fate != Fate::Answered || !sample.hasRtt())
            continue;
        column.minUs = column.answered == 0 ? sample.rttUs : std::min(column.minUs, sample.rttUs);
        column.maxUs = column.answered == 0 ? sample.rttUs : std::max(column.maxUs, sample.rttUs);
        sums[index] += sample.rttUs;
        ++column.answered;
    }
    for (size_t i = 0; i < result.size(); ++i) {
        if (result[i].answered > 0)
            result[i].meanUs = static_cast<qint32>(sums[i] / result[i].answered + 0.5);
    }
    return result;
}

struct StripDelegate::Cached
{
    LineKey line =
        0; //!< of the samples; never used again, so a history at the same address is not mistaken for another
    quint64 version = 0;
    qint64 columnUs = 0, first = 0;
    std::vector<StripColumn> columns;
};

StripDelegate::StripDelegate(HistoryOf historyOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_historyOf(std::move(historyOf))
    , m_cache(MaxCachedRows)
{}

StripDelegate::~StripDelegate() = default;

void StripDelegate::setAxis(qint64 fromUs, qint64 toUs)
{
    m_fromUs = fromUs;
    m_toUs = toUs;
}

const std::vector<StripColumn> &StripDelegate::columnsOf(const LineHistory &history, int width) const
{
    const Grid grid(m_fromUs, m_toUs, width);
    const LineKey line = history.isEmpty() ? 0 : history.at(history.firstSeq()).line;
    Cached *cached = m_cache.object(&history);
    if (!cached) {
        cached = new Cached; // owned by the cache
        m_cache.insert(&history, cached);
    }
    const bool right = cached->line == line && cached->version == history.version() &&
                       cached->first == grid.first && cached->columnUs == grid.columnUs &&
                       cached->columns.size() == static_cast<size_t>(width);
    if (!right) {
        const qint64 from = grid.first * grid.columnUs;
        *cached = {line, history.version(), grid.columnUs, grid.first,
                   stripColumns(history, from, from + grid.columnUs * width, width)};
    }
    return cached->columns;
}

void StripDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear(); // what the model says of the strip is for screen readers and copying
    item.icon = {};
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QRect area = item.rect.adjusted(SideMargin, VerticalMargin, -SideMargin, -VerticalMargin);
    const LineHistory *history = m_historyOf(index);
    if (!history || history->isEmpty() || area.width() < 4 || area.height() < 4 || m_toUs <= m_fromUs)
        return;
    const std::vector<StripColumn> &columns = columnsOf(*history, area.width());

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto group = item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    QPalette palette = item.palette;
    palette.setCurrentColorGroup(group);
    if (selected) { // the signs of a selected row stand on the selection's colour
        palette.setColor(group, QPalette::Text, palette.color(group, QPalette::HighlightedText));
        palette.setColor(group, QPalette::Base, palette.color(group, QPalette::Highlight));
    }
    const QColor ink = palette.color(QPalette::Text);
    const QColor background = palette.color(QPalette::Base);
    QColor loss = lossColor(isDark(item.palette));
    if (selected && contrastRatio(loss, background) < 2)
        loss = ink;

    painter->save();
    painter->setClipRect(item.rect);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrushOrigin(area.topLeft());
    paintHatch(painter, columns, area, palette);
    paintLoss(painter, columns, area, loss);
    painter->setPen(QPen(ink, 0));
    static thread_local QList<QPoint> points;
    paintLatency(painter, columns, area.adjusted(0, 1, 0, -1), scaleOf(columns, area.adjusted(0, 1, 0, -1)),
                 points);
    paintLate(painter, columns, area, loss, background);
    painter->restore();
}

QSize StripDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    constexpr int Width = 270;
    return {Width, option.fontMetrics.height() + 6};
}

} // namespace plumb
