// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettes.h"
#include "statebadge.h"
#include "theme.h"

#include <QPixmap>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr int VerdictRole = Qt::UserRole + 7;

int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    }
    return count;
}

//! Pixels that are nearer to one colour than to the other: edges of glyphs are mixtures.
int pixelsNearer(const QImage &image, const QColor &color, const QColor &other)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int gray = qGray(image.pixel(x, y));
            count += std::abs(gray - qGray(color.rgb())) < std::abs(gray - qGray(other.rgb())) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class tst_statebadge final : public QObject
{
    Q_OBJECT

    //! One row of one cell, 180 × 24 pixels.
    struct Fixture
    {
        QStandardItemModel model{1, 1};
        QTableView view;
        explicit Fixture(bool dark, Verdict verdict, const QString &text)
        {
            model.setData(model.index(0, 0), text);
            model.setData(model.index(0, 0), static_cast<int>(verdict), VerdictRole);
            view.setPalette(testPalette(dark));
            view.setModel(&model);
            view.setItemDelegate(new StateBadgeDelegate(VerdictRole, &view));
            view.setColumnWidth(0, 180);
            view.setRowHeight(0, 24);
            view.resize(300, 120);
            view.clearFocus();
        }
        QImage cell()
        {
            const QImage all = view.viewport()->grab().toImage();
            const double dpr = all.devicePixelRatio();
            const QRect rect = view.visualRect(model.index(0, 0));
            return all.copy(QRectF(rect.topLeft() * dpr, rect.size() * dpr).toRect());
        }
    };

private Q_SLOTS:
    void badge_isFilled_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<Verdict>("verdict");
        for (const bool dark : {false, true}) {
            for (const Verdict verdict :
                 {Verdict::Dead, Verdict::Critical, Verdict::Warning, Verdict::Suspect})
                QTest::addRow("%s %s", dark ? "dark" : "light", name(verdict).data()) << dark << verdict;
        }
    }
    void badge_isFilled()
    {
        QFETCH(bool, dark);
        QFETCH(Verdict, verdict);
        Fixture fixture(dark, verdict, u"Critical · loss 44 %"_s);
        const QImage image = fixture.cell();
        const BadgeColors colors = badgeColors(verdict, dark);
        QCOMPARE_GT(pixelsOf(image, colors.fill), image.width() * image.height() / 2);
        const int rim = image.height() / 6; // beyond the badge's rounded corners lies the view
        const QImage inside = image.copy(2 * rim, rim, image.width() - 4 * rim, image.height() - 2 * rim);
        QCOMPARE_GT(pixelsNearer(inside, colors.text, colors.fill), 20); // sign and words
    }

    void plainState_hasNoFill_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void plainState_hasNoFill()
    {
        QFETCH(bool, dark);
        Fixture fixture(dark, Verdict::Ok, u"OK"_s);
        const QImage image = fixture.cell();
        QCOMPARE_GT(pixelsOf(image, fixture.view.palette().color(QPalette::Base)),
                    image.width() * image.height() / 2);
        QCOMPARE_GT(pixelsOf(image, fixture.view.palette().color(QPalette::Text)), 20);
    }

    void selection_showsAroundTheBadge()
    {
        Fixture fixture(false, Verdict::Critical, u"Critical"_s);
        const QColor highlight = fixture.view.palette().color(QPalette::Highlight);
        fixture.view.setPalette([&] {
            QPalette palette = fixture.view.palette();
            for (const auto group : {QPalette::Active, QPalette::Inactive})
                palette.setColor(group, QPalette::Highlight, highlight);
            return palette;
        }());
        const int before = pixelsOf(fixture.cell(), badgeColors(Verdict::Critical, false).fill);
        fixture.view.selectRow(0);
        const QImage image = fixture.cell();
        QVERIFY(image.pixelColor(1, image.height() / 2) != fixture.view.palette().color(QPalette::Base));
        // The badge keeps its colour: the selection does not hide the state.
        QCOMPARE_GT(pixelsOf(image, badgeColors(Verdict::Critical, false).fill), before * 8 / 10);
    }

    void longText_isElided_notCutOff()
    {
        Fixture fixture(false, Verdict::Warning, u"Warning · "_s + QString(200, u'W'));
        fixture.view.setColumnWidth(0, 90);
        const QImage image = fixture.cell();
        const BadgeColors colors = badgeColors(Verdict::Warning, false);
        const int margin = qRound(3 * image.devicePixelRatio());
        const QImage edge = image.copy(image.width() - 2 * margin, 0, margin, image.height());
        QCOMPARE(pixelsOf(edge, colors.text), 0);
    }

    void wrongVerdict_paintsNoBadge()
    {
        Fixture fixture(false, Verdict::Ok, u"?"_s);
        fixture.model.setData(fixture.model.index(0, 0), 99, VerdictRole);
        const QImage image = fixture.cell();
        QCOMPARE(pixelsOf(image, fixture.view.palette().color(QPalette::Text)), 0);
    }

    void sizeHint_holdsSignAndText()
    {
        Fixture fixture(false, Verdict::Dead, u"Dead · silent"_s);
        const QSize size = fixture.view.sizeHintForIndex(fixture.model.index(0, 0));
        QCOMPARE_GT(size.width(), fixture.view.fontMetrics().horizontalAdvance(u"Dead · silent"_s) +
                                      fixture.view.fontMetrics().ascent());
    }
};

QTEST_MAIN(tst_statebadge)
#include "tst_statebadge.moc"
