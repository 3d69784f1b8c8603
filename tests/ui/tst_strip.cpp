// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "histories.h"
#include "linesheader.h"
#include "palettes.h"
#include "strip.h"
#include "theme.h"

#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;
constexpr qint64 T0 = 1'795'000'020 * S;
constexpr int Width = 206, Height = 24; // 200 columns and a margin at each side
constexpr int Columns = 200;

int pixelsOf(const QImage &image, const QRect &part, const QColor &color)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_strip final : public QObject
{
    Q_OBJECT

    QStandardItemModel m_model{1, 1};

    QImage painted(const LineHistory &history, bool dark, qint64 fromUs = T0, qint64 toUs = T0 + Columns * S)
    {
        StripDelegate delegate([&](const QModelIndex &) { return &history; });
        delegate.setAxis(fromUs, toUs);
        return painted(delegate, dark);
    }
    QImage painted(const StripDelegate &delegate, bool dark)
    {
        QImage image(Width, Height, QImage::Format_RGB32);
        const QPalette palette = testPalette(dark);
        image.fill(palette.color(QPalette::Base));
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette = palette;
        option.state = QStyle::State_Enabled | QStyle::State_Active;
        delegate.paint(&painter, option, m_model.index(0, 0));
        return image;
    }

private Q_SLOTS:
    void columns_countEachProbeOnce()
    {
        LineHistory history;
        for (int i = 0; i < 100; ++i)
            addProbe(history, T0 + i * S, i % 4 == 3 ? Fate::Lost : Fate::Answered,
                     i % 4 == 3 ? UnknownUs : 1000 + i);
        const auto columns = stripColumns(history, T0, T0 + 100 * S, 7);
        int decided = 0, lost = 0, answered = 0;
        for (const StripColumn &column : columns) {
            decided += column.decided;
            lost += column.lost;
            answered += column.answered;
        }
        QCOMPARE(decided, 100);
        QCOMPARE(lost, 25);
        QCOMPARE(answered, 75);
    }

    void columns_holdExtremesAndKinds()
    {
        LineHistory history;
        addProbe(history, T0, Fate::Answered, 1000);
        addProbe(history, T0 + 1, Fate::Answered, 5000);
        addProbe(history, T0 + 2, Fate::Late, 2'500'000);
        addProbe(history, T0 + 3, Fate::Void, 9000);
        addProbe(history, T0 + 4, Fate::Unsent);
        addProbe(history, T0 + 2 * S, Fate::Refused);
        const auto columns = stripColumns(history, T0, T0 + 4 * S, 4);
        QCOMPARE(columns[0], (StripColumn{1000, 5000, 3000, 2, 3, 1, 1, 1}));
        QCOMPARE(columns[1], StripColumn());
        QCOMPARE(columns[2].lost, 1);
        QCOMPARE(columns[2].minUs, UnknownUs);
    }

    void columns_ofNothing()
    {
        LineHistory history;
        QCOMPARE(stripColumns(history, T0, T0 + S, 3).size(), size_t(3));
        QVERIFY(stripColumns(history, T0, T0 + S, 0).empty());
        addProbe(history, T0, Fate::Answered, 1000);
        QCOMPARE(stripColumns(history, T0 + S, T0, 2), std::vector<StripColumn>(2));
        QCOMPARE(stripColumns(history, T0 + S, T0 + 2 * S, 2), std::vector<StripColumn>(2));
    }

    void unsettledProbes_areShown()
    {
        LineHistory history;
        history.put(testSample(0, T0, Fate::Answered, 1000));
        history.put(testSample(2, T0 + 2 * S, Fate::Answered, 1000)); // 1 still waits
        const auto columns = stripColumns(history, T0, T0 + 4 * S, 4);
        QCOMPARE(columns[2].answered, 1);
        QCOMPARE(columns[1].decided, 0);
    }

    void allLost_isABlock_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void allLost_isABlock()
    {
        QFETCH(bool, dark);
        LineHistory history;
        for (int i = 0; i < Columns; ++i)
            addProbe(history, T0 + i * S, i < 100 ? Fate::Answered : Fate::Lost,
                     i < 100 ? 20'000 : UnknownUs);
        const QImage image = painted(history, dark);
        const QRect left(0, 0, 100, Height), right(104, 3, 98, Height - 6);
        QCOMPARE(pixelsOf(image, left, lossColor(dark)), 0);
        QCOMPARE_GT(pixelsOf(image, left, testPalette(dark).color(QPalette::Text)), 80);
        QCOMPARE(pixelsOf(image, right, lossColor(dark)), right.width() * right.height());
    }

    void someLost_areTicksFromTheBottom()
    {
        LineHistory history;
        for (int i = 0; i < 5 * Columns; ++i)
            addProbe(history, T0 + i * S / 5, i == 500 ? Fate::Lost : Fate::Answered,
                     i == 500 ? UnknownUs : 20'000);
        const QImage image = painted(history, false);
        QCOMPARE_GE(pixelsOf(image, QRect(0, Height / 2, Width, Height / 2), lossColor(false)), 3);
        QCOMPARE(pixelsOf(image, QRect(0, 0, Width, Height / 2), lossColor(false)), 0);
    }

    void notCounted_isHatched_notLost()
    {
        LineHistory history;
        for (int i = 0; i < Columns; ++i)
            addProbe(history, T0 + i * S, i >= 50 && i < 100 ? Fate::Void : Fate::Answered, 20'000);
        const QImage image = painted(history, false);
        QCOMPARE(pixelsOf(image, image.rect(), lossColor(false)), 0);
        QCOMPARE_GT(pixelsOf(image, QRect(56, 3, 40, Height - 6), hatchBrush(testPalette(false)).color()),
                    40);
        QCOMPARE(pixelsOf(image, QRect(56, 3, 40, Height - 6), testPalette(false).color(QPalette::Text)), 0);
    }

    void late_isHollow()
    {
        LineHistory history;
        for (int i = 0; i < 5 * Columns; ++i)
            addProbe(history, T0 + i * S / 5, i == 500 ? Fate::Late : Fate::Answered,
                     i == 500 ? 2'500'000 : 20'000);
        const QImage image = painted(history, false);
        const int x = 3 + 100;
        QCOMPARE(image.pixelColor(x - 2, 2), lossColor(false));                         // the outline …
        QCOMPARE(image.pixelColor(x - 1, 3), testPalette(false).color(QPalette::Base)); // … and nothing in it
    }

    void axis_movesByWholeColumns()
    {
        LineHistory history;
        for (int i = 0; i < Columns; ++i)
            addProbe(history, T0 + i * S, i % 9 == 0 ? Fate::Lost : Fate::Answered,
                     i % 9 == 0 ? UnknownUs : 20'000 + 300 * (i % 5));
        StripDelegate delegate([&](const QModelIndex &) { return &history; });
        delegate.setAxis(T0, T0 + Columns * S);
        const QImage before = painted(delegate, false);
        delegate.setAxis(T0 - 400'000, T0 + Columns * S - 400'000); // less than a column
        QCOMPARE(painted(delegate, false), before);
        delegate.setAxis(T0 + 10 * S, T0 + (Columns + 10) * S);
        const QImage after = painted(delegate, false);
        QCOMPARE(after.copy(13, 0, 150, Height), before.copy(23, 0, 150, Height));
    }

    void amendment_repaints()
    {
        LineHistory history;
        for (int i = 0; i < Columns; ++i)
            addProbe(history, T0 + i * S, Fate::Lost);
        StripDelegate delegate([&](const QModelIndex &) { return &history; });
        delegate.setAxis(T0, T0 + Columns * S);
        const QImage before = painted(delegate, false);
        for (quint32 i = 0; i < Columns; ++i)
            history.put(testSample(i, T0 + i * S, Fate::Void, 20'000));
        QVERIFY(painted(delegate, false) != before);
        QCOMPARE(pixelsOf(painted(delegate, false), QRect(0, 0, Width, Height), lossColor(false)), 0);
    }

    void nothing_paintsNothing()
    {
        StripDelegate delegate([](const QModelIndex &) { return static_cast<const LineHistory *>(nullptr); });
        delegate.setAxis(T0, T0 + Columns * S);
        const QImage image = painted(delegate, false);
        QCOMPARE(pixelsOf(image, image.rect(), testPalette(false).color(QPalette::Base)), Width * Height);
    }

    void header_showsTheAxis_data() { allLost_isABlock_data(); }
    void header_showsTheAxis()
    {
        QFETCH(bool, dark);
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Last 10 min"_s});
        QTableView view;
        view.setPalette(testPalette(dark));
        auto *header = new LinesHeader(Qt::Horizontal, &view);
        view.setModel(&model);
        view.setHorizontalHeader(header);
        header->setStripSection(1);
        view.setColumnWidth(1, 270);
        view.resize(500, 100);
        const QImage before = header->viewport()->grab().toImage();
        header->setAxis(T0, T0 + 600 * S);
        const QImage after = header->viewport()->grab().toImage();
        const double dpr = after.devicePixelRatio();
        const int left = qRound(header->sectionViewportPosition(1) * dpr);
        const QRect start(left, 0, qRound(60 * dpr), after.height());
        const QRect name(0, 0, left, after.height());
        QVERIFY(before.copy(start) != after.copy(start));
        QCOMPARE(before.copy(name), after.copy(name));
        header->resizeSection(1, 40); // too narrow for the times: the title alone, no overlap
        QVERIFY(!header->viewport()->grab().isNull());
    }
};

QTEST_MAIN(tst_strip)
#include "tst_strip.moc"
