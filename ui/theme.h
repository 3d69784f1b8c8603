// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

QT_BEGIN_NAMESPACE
class QBrush;
class QPainter;
class QRectF;
QT_END_NAMESPACE

namespace plumb {

//! Judged by the real palette, not by a platform hint (Qt 6.4 has none that can be relied on).
[[nodiscard]] bool isDark(const QPalette &palette);

//! WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

//! What of a palette is too faint to read, with a contrast of at least FaintContrast in its place:
//! placeholders and texts of what is disabled. Some desktops leave those roles on dark as they are on light.
//! Only what is replaced is set, so that everything else goes on following the desktop.
inline constexpr double FaintContrast = 3;
[[nodiscard]] QPalette readableParts(const QPalette &palette);
//! Gives the whole program these parts; again after each change of its palette.
void makePaletteReadable();

//! A filled badge; an invalid fill means plain text in the view's own colours.
struct BadgeColors
{
    QColor fill, text;
    [[nodiscard]] bool isFilled() const { return fill.isValid(); }
};
[[nodiscard]] BadgeColors badgeColors(Verdict verdict, bool dark);

//! Background of a loss cell: three steps at 1, 5 and 30 %; invalid below 1 %. The palette's text stays
//! readable on it.
[[nodiscard]] QColor lossTint(double lossPct, bool dark);

//! Colours of overlaid lines, apart for colour-blind eyes too (Okabe and Ito's set, shifted for each
//! background).
inline constexpr int SeriesColorCount = 8;
[[nodiscard]] QColor seriesColor(int index, bool dark);

//! Loss ticks and bars, everywhere.
[[nodiscard]] QColor lossColor(bool dark);
//! Dashed limits and their labels.
[[nodiscard]] QColor limitColor(bool dark);
//! The hatch over times that are not counted, transparent between its strokes.
[[nodiscard]] QBrush hatchBrush(const QPalette &palette);
//! The shade over the range that the numbers are of.
[[nodiscard]] QColor rangeShade(bool dark);
//! Grid lines of a chart.
[[nodiscard]] QColor gridColor(const QPalette &palette);
//! Secondary text that still reads well (contrast 4.5 on the base colour).
[[nodiscard]] QColor dimTextColor(const QPalette &palette);

enum class Banner : quint8 { Incident, Notice };
[[nodiscard]] BadgeColors bannerColors(Banner banner, bool dark);

//! Paints the drawn sign of a state into the middle of a rectangle: ✕ dead, ■ critical, ▲ warning, ◐ suspect,
//! ● ok, ◌ too few probes, ‖ paused. Drawn, because fonts differ in these glyphs.
void paintStateShape(QPainter *painter, const QRectF &rect, Verdict verdict, const QColor &color);

//! The same sign as an icon in the palette's text colour, sharp at any scale.
[[nodiscard]] QIcon stateIcon(Verdict verdict, const QPalette &palette);

} // namespace plumb
