// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QApplication>
#include <QBrush>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb {

namespace {

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const QColor c = color.toRgb();
    return 0.2126 * linear(static_cast<double>(c.redF())) + 0.7152 * linear(static_cast<double>(c.greenF())) +
           0.0722 * linear(static_cast<double>(c.blueF()));
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) {
        return static_cast<int>(std::lround(x * (1 - share) + y * share));
    };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

//! As it looks on a background that shows through.
QColor laidOn(const QColor &color, const QColor &background)
{
    return mixed(background, color, static_cast<double>(color.alphaF()));
}

//! The text a role stands for, as faint as it may be on its background.
QColor faint(const QColor &background, const QColor &text)
{
    constexpr double Faintest = 0.5, Step = 0.05;
    for (double share = Faintest; share < 1; share += Step) {
        const QColor color = mixed(background, text, share);
        if (contrastRatio(color, background) >= FaintContrast)
            return color;
    }
    return text;
}

//! Draws at the size that is asked for, so the sign is sharp at every scale.
class StateIconEngine final : public QIconEngine
{
public:
    StateIconEngine(Verdict verdict, const QPalette &palette)
        : m_verdict(verdict)
        , m_palette(palette)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::Text;
        paintStateShape(painter, rect, m_verdict, m_palette.color(group, role));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new StateIconEngine(*this); }

private:
    Verdict m_verdict;
    QPalette m_palette;
};

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QPalette readableParts(const QPalette &palette)
{
    struct Part
    {
        QPalette::ColorGroup group;
        QPalette::ColorRole role, background, text;
    };
    using P = QPalette;
    static constexpr std::array Parts{
        Part{P::Active, P::PlaceholderText, P::Base, P::Text},
        Part{P::Inactive, P::PlaceholderText, P::Base, P::Text},
        Part{P::Disabled, P::PlaceholderText, P::Base, P::Text},
        Part{P::Disabled, P::Text, P::Base, P::Text},
        Part{P::Disabled, P::WindowText, P::Window, P::WindowText},
        Part{P::Disabled, P::ButtonText, P::Button, P::ButtonText},
    };
    QPalette parts;
    parts.setResolveMask(0);
    for (const Part &part : Parts) {
        const QColor background = palette.color(part.group, part.background);
        const QColor now = laidOn(palette.color(part.group, part.role), background);
        if (contrastRatio(now, background) < FaintContrast)
            parts.setColor(part.group, part.role, faint(background, palette.color(P::Active, part.text)));
    }
    return parts;
}

void makePaletteReadable()
{
    const QPalette readable = readableParts(QApplication::palette());
    if (readable.resolveMask() != 0)
        QApplication::setPalette(readable.resolve(QApplication::palette()));
}

BadgeColors badgeColors(Verdict verdict, bool dark)
{
    // Light and dark tables; the fills' luminances are apart without their hue, too.
    switch (verdict) {
    case Verdict::Dead:
        return dark ? BadgeColors{rgb(0xF0F0F0), Qt::black} : BadgeColors{rgb(0x202020), Qt::white};
    case Verdict::Critical:
        return dark ? BadgeColors{rgb(0xFF7A5C), Qt::black} : BadgeColors{rgb(0xB3261E), Qt::white};
    case Verdict::Warning: return {rgb(0xFFC845), Qt::black};
    case Verdict::Suspect:
        return dark ? BadgeColors{rgb(0x24476B), rgb(0xDCEBFF)} : BadgeColors{rgb(0xDCEBFF), rgb(0x0B3D73)};
    case Verdict::Pending:
    case Verdict::Ok:
    case Verdict::Paused: return {};
    }
    Q_UNREACHABLE();
}

QColor lossTint(double lossPct, bool dark)
{
    if (lossPct >= 30)
        return dark ? rgb(0x7A2A1E) : rgb(0xF6B3A6);
    if (lossPct >= 5)
        return dark ? rgb(0x5E4300) : rgb(0xFFDC96);
    if (lossPct >= 1)
        return dark ? rgb(0x3C3620) : rgb(0xFFF4D2);
    return {};
}

QColor seriesColor(int index, bool dark)
{
    static constexpr std::array<QRgb, SeriesColorCount> Light{0x0072B2, 0xA86400, 0x00805C, 0xB04A8C,
                                                              0x3A3A3A, 0x2A88C8, 0x7D7000, 0xC24E00};
    static constexpr std::array<QRgb, SeriesColorCount> Dark{0x4DA3E8, 0xE69F00, 0x2BC596, 0xE08AC0,
                                                             0xE6E6E6, 0x9FDCFF, 0xF0E442, 0xFF8A4D};
    const auto i = static_cast<size_t>(std::abs(index)) % Light.size();
    return rgb(dark ? Dark[i] : Light[i]);
}

QColor lossColor(bool dark) { return dark ? rgb(0xFF8A65) : rgb(0xB8321A); }

QColor limitColor(bool dark) { return dark ? rgb(0xFFA586) : rgb(0xA5301C); }

QBrush hatchBrush(const QPalette &palette)
{
    const QColor color = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.45);
    return QBrush(color, Qt::BDiagPattern);
}

QColor rangeShade(bool dark) { return dark ? QColor(77, 163, 232, 34) : QColor(0, 114, 178, 26); }

QColor gridColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), isDark(palette) ? 0.2 : 0.14);
}

QColor dimTextColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.68);
}

BadgeColors bannerColors(Banner banner, bool dark)
{
    if (banner == Banner::Incident)
        return dark ? BadgeColors{rgb(0x4E1E12), rgb(0xFFE9E2)} : BadgeColors{rgb(0xFFE2D9), rgb(0x3A0F06)};
    return dark ? BadgeColors{rgb(0x1D3850), rgb(0xE3F1FF)} : BadgeColors{rgb(0xE2F0FC), rgb(0x0A2A45)};
}

void paintStateShape(QPainter *painter, const QRectF &rect, Verdict verdict, const QColor &color)
{
    const double side = std::min(rect.width(), rect.height());
    const QPointF c = rect.center();
    const double r = side * 0.38;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    switch (verdict) {
    case Verdict::Dead: {
        const double d = r * 0.85;
        painter->setPen(QPen(color, std::max(1.4, side * 0.15), Qt::SolidLine, Qt::FlatCap));
        painter->drawLine(c + QPointF(-d, -d), c + QPointF(d, d));
        painter->drawLine(c + QPointF(-d, d), c + QPointF(d, -d));
        break;
    }
    case Verdict::Critical:
        painter->drawRect(QRectF(c.x() - r * 0.9, c.y() - r * 0.9, r * 1.8, r * 1.8));
        break;
    case Verdict::Warning: {
        const std::array<QPointF, 3> corners{c + QPointF(0, -r * 1.05), c + QPointF(r * 1.1, r * 0.9),
                                             c + QPointF(-r * 1.1, r * 0.9)};
        painter->drawPolygon(corners.data(), static_cast<int>(corners.size()));
        break;
    }
    case Verdict::Suspect: {
        const QRectF circle(c.x() - r, c.y() - r, 2 * r, 2 * r);
        constexpr int QuarterTurn = 90 * 16;
        painter->drawPie(circle, QuarterTurn, 2 * QuarterTurn);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color, std::max(1.0, side * 0.09)));
        painter->drawEllipse(circle);
        break;
    }
    case Verdict::Ok: painter->drawEllipse(c, r * 0.85, r * 0.85); break;
    case Verdict::Pending: {
        constexpr int Dots = 8;
        const double dot = std::max(0.7, side * 0.07);
        for (int i = 0; i < Dots; ++i) {
            const double angle = 2 * M_PI * i / Dots;
            painter->drawEllipse(c + 0.9 * r * QPointF(std::cos(angle), std::sin(angle)), dot, dot);
        }
        break;
    }
    case Verdict::Paused: {
        const double bar = r * 0.5;
        painter->drawRect(QRectF(c.x() - r * 0.8, c.y() - r, bar, 2 * r));
        painter->drawRect(QRectF(c.x() + r * 0.8 - bar, c.y() - r, bar, 2 * r));
        break;
    }
    }
    painter->restore();
}

QIcon stateIcon(Verdict verdict, const QPalette &palette)
{
    return QIcon(new StateIconEngine(verdict, palette));
}

} // namespace plumb
