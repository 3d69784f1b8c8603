// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettes.h"
#include "theme.h"

#include <QPainter>
#include <QTest>

#include <set>

using namespace plumb;

namespace {

constexpr Verdict AllVerdicts[]{Verdict::Dead,    Verdict::Critical, Verdict::Warning, Verdict::Suspect,
                                Verdict::Pending, Verdict::Ok,       Verdict::Paused};
constexpr double TextContrast = 4.5, GraphicsContrast = 3;

QImage shape(Verdict verdict, double scale = 1)
{
    const int side = static_cast<int>(16 * scale);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintStateShape(&painter, QRectF(0, 0, side, side), verdict, Qt::black);
    return image;
}

int darkPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_theme final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void palettes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void isDark_readsThePalette_data() { palettes_data(); }
    void isDark_readsThePalette()
    {
        QFETCH(bool, dark);
        QCOMPARE(isDark(testPalette(dark)), dark);
    }

    void contrast_isThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void texts_areReadable_data() { palettes_data(); }
    void texts_areReadable()
    {
        QFETCH(bool, dark);
        const QPalette palette = testPalette(dark);
        const QColor base = palette.color(QPalette::Base), text = palette.color(QPalette::Text);
        for (const Verdict verdict : AllVerdicts) {
            const BadgeColors badge = badgeColors(verdict, dark);
            if (badge.isFilled())
                QCOMPARE_GE(contrastRatio(badge.fill, badge.text), 6.5);
        }
        for (const Banner banner : {Banner::Incident, Banner::Notice})
            QCOMPARE_GE(contrastRatio(bannerColors(banner, dark).fill, bannerColors(banner, dark).text),
                        TextContrast);
        for (const double loss : {1.0, 5.0, 30.0, 100.0})
            QCOMPARE_GE(contrastRatio(lossTint(loss, dark), text), TextContrast);
        QCOMPARE_GE(contrastRatio(limitColor(dark), base), TextContrast);
        QCOMPARE_GE(contrastRatio(dimTextColor(palette), base), TextContrast);
        QCOMPARE_GE(contrastRatio(dimTextColor(palette), palette.color(QPalette::Button)), TextContrast);
    }

    void faintTexts_areReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << testPalette(false);
        QTest::newRow("dark") << testPalette(true);
        // As a desktop leaves it that sets the colours of what is enabled alone.
        QPalette half = testPalette(true);
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
            half.setColor(QPalette::Disabled, role, QColor(60, 60, 60));
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            half.setColor(group, QPalette::PlaceholderText, QColor(0, 0, 0, 128));
        QTest::newRow("half dark") << half;
        QTest::newRow("translucent") << [] {
            QPalette palette = testPalette(false);
            palette.setColor(QPalette::Active, QPalette::PlaceholderText, QColor(0, 0, 0, 80));
            return palette;
        }();
    }
    void faintTexts_areReadable()
    {
        QFETCH(QPalette, palette);
        const QPalette readable = readableParts(palette).resolve(palette);
        const auto check = [&](QPalette::ColorGroup group, QPalette::ColorRole role,
                               QPalette::ColorRole background) {
            const QColor back = readable.color(group, background);
            QColor color = readable.color(group, role);
            QImage laid(1, 1, QImage::Format_RGB32);
            laid.fill(back);
            QPainter(&laid).fillRect(laid.rect(), color);
            QCOMPARE_GE(contrastRatio(laid.pixelColor(0, 0), back), 3.0);
        };
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            check(group, QPalette::PlaceholderText, QPalette::Base);
        check(QPalette::Disabled, QPalette::Text, QPalette::Base);
        check(QPalette::Disabled, QPalette::WindowText, QPalette::Window);
        check(QPalette::Disabled, QPalette::ButtonText, QPalette::Button);
        QCOMPARE(readable.color(QPalette::Active, QPalette::Text),
                 palette.color(QPalette::Active, QPalette::Text));
    }

    void program_getsReadableParts()
    {
        const QPalette before = QApplication::palette();
        QPalette faint = testPalette(true);
        faint.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(60, 60, 60));
        QApplication::setPalette(faint);
        makePaletteReadable();
        const QPalette now = QApplication::palette();
        QCOMPARE_GE(contrastRatio(now.color(QPalette::Disabled, QPalette::ButtonText),
                                  now.color(QPalette::Disabled, QPalette::Button)),
                    3.0);
        QCOMPARE(now.color(QPalette::Active, QPalette::ButtonText),
                 faint.color(QPalette::Active, QPalette::ButtonText));
        QApplication::setPalette(before);
    }

    void graphics_standOut_data() { palettes_data(); }
    void graphics_standOut()
    {
        QFETCH(bool, dark);
        const QColor base = testPalette(dark).color(QPalette::Base);
        QCOMPARE_GE(contrastRatio(lossColor(dark), base), GraphicsContrast);
        std::set<QRgb> colors;
        for (int i = 0; i < SeriesColorCount; ++i) {
            QCOMPARE_GE(contrastRatio(seriesColor(i, dark), base), GraphicsContrast);
            colors.insert(seriesColor(i, dark).rgb());
        }
        QCOMPARE(colors.size(), size_t(SeriesColorCount));
        QCOMPARE(seriesColor(SeriesColorCount, dark), seriesColor(0, dark));
    }

    void tint_startsAtOnePercent_data() { palettes_data(); }
    void tint_startsAtOnePercent()
    {
        QFETCH(bool, dark);
        QVERIFY(!lossTint(0, dark).isValid());
        QVERIFY(!lossTint(0.99, dark).isValid());
        QVERIFY(lossTint(1, dark).isValid());
        QCOMPARE(lossTint(4.99, dark), lossTint(1, dark));
        QVERIFY(lossTint(5, dark) != lossTint(4.99, dark));
        QVERIFY(lossTint(30, dark) != lossTint(29.99, dark));
    }

    void plainStates_haveNoFill()
    {
        for (const Verdict verdict : {Verdict::Ok, Verdict::Pending, Verdict::Paused})
            QVERIFY(!badgeColors(verdict, false).isFilled() && !badgeColors(verdict, true).isFilled());
    }

    void shapes_differWithoutColour()
    {
        std::vector<QImage> images;
        for (const Verdict verdict : AllVerdicts) {
            const QImage image = shape(verdict, 2);
            QVERIFY2(darkPixels(image) > 20, name(verdict).data());
            for (const QImage &other : images)
                QVERIFY(image != other);
            images.push_back(image);
        }
    }

    void shape_staysInsideItsRectangle()
    {
        for (const Verdict verdict : AllVerdicts) {
            const QImage image = shape(verdict);
            for (int i = 0; i < image.width(); ++i) {
                QCOMPARE(image.pixelColor(i, 0), QColor(Qt::white));
                QCOMPARE(image.pixelColor(0, i), QColor(Qt::white));
                QCOMPARE(image.pixelColor(image.width() - 1, i), QColor(Qt::white));
            }
        }
    }

    void icon_followsPaletteAndScale_data() { palettes_data(); }
    void icon_followsPaletteAndScale()
    {
        QFETCH(bool, dark);
        const QPalette palette = testPalette(dark);
        const QIcon icon = stateIcon(Verdict::Critical, palette);
        const QImage image = icon.pixmap(QSize(16, 16), 2.0).toImage();
        QCOMPARE(image.size(), QSize(32, 32));
        QCOMPARE(image.pixelColor(16, 16), palette.color(QPalette::Text));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }
};

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
