// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focus.h"
#include "histories.h"
#include "latencychart.h"
#include "latencyplot.h"
#include "monitor.h"
#include "palettes.h"
#include "theme.h"

#include <QAccessible>
#include <QLabel>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;
constexpr qint64 T0 = 1'795'000'020 * S;
constexpr qint64 Span = 600 * S;

int pixelsOf(const QImage &image, const QRectF &part, const QColor &color)
{
    int count = 0;
    const double dpr = image.devicePixelRatio();
    const QRect rect = QRectF(part.topLeft() * dpr, part.size() * dpr).toRect() & image.rect();
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    }
    return count;
}

//! One probe a second; what() tells fate and delay of each.
LineHistory history(const std::function<std::pair<Fate, qint32>(int)> &what, int count = 600)
{
    LineHistory made(count);
    for (int i = 0; i < count; ++i) {
        const auto [fate, rtt] = what(i);
        addProbe(made, T0 + i * S, fate, rtt);
    }
    return made;
}

LineHistory healthy()
{
    return history([](int i) { return std::pair(Fate::Answered, 40'000 + 100 * (i % 17)); });
}

QList<Rule> originalLimits()
{
    Rule loss;
    loss.above = 30;
    Rule mean;
    mean.metric = Metric::Mean;
    mean.above = 300;
    return {loss, mean};
}

LatencyPlot::Content contentOf(std::initializer_list<const LineHistory *> histories)
{
    LatencyPlot::Content content;
    content.toUs = T0 + Span;
    content.spanUs = Span;
    for (const LineHistory *one : histories)
        content.lines.push_back({u"line %1"_s.arg(content.lines.size() + 1), one, originalLimits()});
    return content;
}

bool anyLabel(const PlotPicture &picture, const QString &text)
{
    return std::any_of(picture.labels.begin(), picture.labels.end(),
                       [&](const PlotLabel &label) { return label.text.contains(text); });
}

//! Sent straight to the widget: the offscreen screen is smaller than the chart at scale 2, and a cursor would
//! stop at its edge.
void moveMouse(QWidget *widget, QPoint to)
{
    QMouseEvent event(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class tst_latencychart final : public QObject
{
    Q_OBJECT

    static std::unique_ptr<LatencyPlot> plot(bool dark = false)
    {
        auto made = std::make_unique<LatencyPlot>();
        made->setPalette(testPalette(dark));
        made->resize(960, 300);
        made->show();
        return made;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"QPainter|QChart|QGraphics|Series"_s)); }

    void healthyLine_isOneUnbrokenCurve_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void healthyLine_isOneUnbrokenCurve()
    {
        QFETCH(bool, dark);
        const LineHistory line = healthy();
        const auto chart = plot(dark);
        chart->setContent(contentOf({&line}));
        const PlotPicture &picture = chart->picture();
        QCOMPARE(picture.traces.size(), size_t(1));
        QCOMPARE(picture.traces[0].medians.size(), size_t(1));
        QVERIFY(picture.lossRects.isEmpty());
        const QImage image = chart->grab().toImage();
        QCOMPARE(image.devicePixelRatio(), chart->devicePixelRatioF());
        QCOMPARE(image.pixelColor(image.width() - 3, 3), testPalette(dark).color(QPalette::Base));
        // The band's colour lies where 40 ms are, and nowhere near 0 ms.
        const QColor base = testPalette(dark).color(QPalette::Base);
        const double y = picture.traces[0].medians[0].first().y();
        const QRectF around(picture.latencyArea.left() + 20, y - 4, 200, 8);
        QCOMPARE_LT(pixelsOf(image, around, base), pixelsOf(image, around.translated(0, 30), base));
    }

    void gap_isLeftWhereNothingWasAnswered()
    {
        const LineHistory line = history([](int i) {
            return i >= 200 && i < 300 ? std::pair(Fate::Lost, UnknownUs) : std::pair(Fate::Answered, 40'000);
        });
        const auto chart = plot();
        chart->setContent(contentOf({&line}));
        const PlotPicture &picture = chart->picture();
        QCOMPARE(picture.traces[0].medians.size(), size_t(2));
        QCOMPARE_LT(picture.traces[0].medians[0].last().x(), picture.traces[0].medians[1].first().x() - 100);
        // Lost in a row: one block in the rug.
        QCOMPARE(picture.lossRects.size(),
                 1 + std::count_if(picture.lossRects.begin(), picture.lossRects.end(),
                                   [&](const QRectF &rect) { return rect.top() >= picture.lossArea.top(); }));
        QCOMPARE_GT(pixelsOf(chart->grab().toImage(), picture.rugs[0], lossColor(false)), 500);
    }

    void eachLostProbe_hasATick()
    {
        const LineHistory line = history([](int i) {
            return i % 60 == 30 ? std::pair(Fate::Lost, UnknownUs) : std::pair(Fate::Answered, 40'000);
        });
        const auto chart = plot();
        chart->setContent(contentOf({&line}));
        QCOMPARE(chart->picture().lossRects.size(), 10);
    }

    void percentBars_standOnlyForManyProbes()
    {
        LineHistory many(6000); // 10 a second: 50 in a bucket
        for (int i = 0; i < 6000; ++i)
            addProbe(many, T0 + i * S / 10, i % 2 == 0 ? Fate::Lost : Fate::Answered,
                     i % 2 == 0 ? UnknownUs : 40'000);
        const auto chart = plot();
        chart->setContent(contentOf({&many}));
        const PlotPicture &picture = chart->picture();
        int bars = 0;
        for (const QRectF &rect : picture.lossRects) {
            if (rect.top() < picture.lossArea.top())
                continue;
            ++bars;
            QVERIFY(std::abs(rect.height() - picture.lossArea.height() / 2) < 2); // 50 % of 100 %
            QVERIFY(rect.left() >= picture.lossArea.left() && rect.right() <= picture.lossArea.right());
        }
        QCOMPARE_GT(bars, 100);
    }

    void late_isAHollowMarker_insideTheScale()
    {
        const LineHistory line = history([](int i) {
            return i == 300 ? std::pair(Fate::Late, 2'500'000) : std::pair(Fate::Answered, 40'000);
        });
        const auto chart = plot();
        chart->setContent(contentOf({&line}));
        const PlotPicture &picture = chart->picture();
        QCOMPARE(picture.traces[0].late.size(), 1);
        QVERIFY(picture.latencyArea.contains(picture.traces[0].late.first()));
        QVERIFY(anyLabel(picture, u"50"_s) &&
                !anyLabel(picture, u"2000"_s)); // one late reply does not flatten the rest
    }

    void deadLine_saysSo_withItsLoss()
    {
        const LineHistory line = history([](int) { return std::pair(Fate::Lost, UnknownUs); });
        const auto chart = plot();
        chart->setContent(contentOf({&line}));
        const PlotPicture &picture = chart->picture();
        QVERIFY(anyLabel(picture, u"No answer in this span"_s));
        QVERIFY(picture.traces[0].medians.empty() && picture.traces[0].dots.isEmpty());
        QVERIFY(!picture.lossRects.isEmpty());
    }

    void notCounted_isHatched_andNotJoined()
    {
        const LineHistory line = history(
            [](int i) { return std::pair(i >= 200 && i < 260 ? Fate::Void : Fate::Answered, 40'000); });
        const auto chart = plot();
        chart->setContent(contentOf({&line}));
        const PlotPicture &picture = chart->picture();
        QCOMPARE(picture.hatched.size(), size_t(1));
        QVERIFY(std::abs(picture.hatched[0].width() - picture.latencyArea.width() / 10) < 12);
        QCOMPARE(picture.traces[0].medians.size(), size_t(2));
        QVERIFY(picture.lossRects.isEmpty());
        QCOMPARE_GT(
            pixelsOf(chart->grab().toImage(), picture.hatched[0], hatchBrush(testPalette(false)).color()),
            100);
    }

    void bands_areOfOneOrTwoLinesOnly_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("whiskers");
        QTest::addColumn<bool>("limits");
        QTest::newRow("one") << 1 << true << true;
        QTest::newRow("two") << 2 << true << false;
        QTest::newRow("three") << 3 << false << false;
        QTest::newRow("eight") << 8 << false << false;
    }
    void bands_areOfOneOrTwoLinesOnly()
    {
        QFETCH(int, lines);
        std::vector<LineHistory> histories(static_cast<size_t>(lines), healthy());
        LatencyPlot::Content content;
        content.toUs = T0 + Span;
        content.spanUs = Span;
        for (const LineHistory &one : histories)
            content.lines.push_back({u"line"_s, &one, originalLimits()});
        const auto chart = plot();
        chart->setContent(content);
        const PlotPicture &picture = chart->picture();
        QCOMPARE(picture.traces.size(), static_cast<size_t>(lines));
        QCOMPARE(picture.rugs.size(), static_cast<size_t>(lines));
        QTEST(!picture.traces[0].whiskers.isEmpty(), "whiskers");
        QTEST(anyLabel(picture, u"limit 30 %"_s), "limits");
        for (const QRectF &rug : picture.rugs)
            QVERIFY(rug.top() > picture.latencyArea.bottom() && rug.bottom() < chart->height());
    }

    void labels_areInsideTheView_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qint64>("span");
        QTest::newRow("usual") << QSize(960, 300) << Span;
        QTest::newRow("a minute") << QSize(960, 300) << 60 * S;
        QTest::newRow("half a day") << QSize(960, 300) << 43'200 * S;
        QTest::newRow("small") << QSize(320, 180) << Span;
    }
    void labels_areInsideTheView()
    {
        QFETCH(QSize, size);
        QFETCH(qint64, span);
        const LineHistory line = healthy();
        const auto chart = plot();
        chart->resize(size);
        LatencyPlot::Content content = contentOf({&line});
        content.spanUs = span;
        chart->setContent(content);
        QVERIFY(!chart->picture().labels.empty());
        const QFontMetricsF metrics(chart->font());
        double lastRight = -1;
        for (const PlotLabel &label : chart->picture().labels) {
            if (label.rect.top() < chart->picture().lossArea.bottom())
                continue; // the clock times, in their order
            QVERIFY(chart->sceneRect().contains(label.rect));
            QCOMPARE_GE(label.rect.width() + 0.5, metrics.horizontalAdvance(label.text));
            QCOMPARE_GT(label.rect.left(), lastRight);
            lastRight = label.rect.right();
        }
        QCOMPARE_GT(lastRight, 0);
    }

    void limits_closeToEachOther_areBothReadable()
    {
        const LineHistory line = healthy();
        const auto chart = plot();
        LatencyPlot::Content content = contentOf({&line});
        content.lines[0].rules = gamesRules(); // 5 % and 30 %, nearer than a text is high
        chart->setContent(content);
        QList<QRectF> labels;
        for (const PlotLabel &label : chart->picture().labels) {
            if (label.text.startsWith(u"limit "_s) && label.text.endsWith(u'%'))
                labels.append(label.rect);
        }
        QCOMPARE(labels.size(), 2);
        QVERIFY(!labels[0].intersects(labels[1]));
    }
    void limits_beyondTheScale_areSaid()
    {
        const LineHistory line = healthy();
        const auto chart = plot();
        LatencyPlot::Content content = contentOf({&line});
        chart->setContent(content);
        QVERIFY(anyLabel(chart->picture(), u"limit of the mean: 300 ms, above this scale"_s));
        content.lines[0].rules[1].above = 45;
        chart->setContent(content);
        QVERIFY(anyLabel(chart->picture(), u"limit of the mean: 45 ms"_s));
        QVERIFY(!anyLabel(chart->picture(), u"above this scale"_s));
    }

    void unchangedContent_isNotMadeAgain()
    {
        LineHistory line = healthy();
        const auto chart = plot();
        LatencyPlot::Content content = contentOf({&line});
        chart->setContent(content);
        const auto *before = chart->picture().labels.data();
        content.toUs -= 1000; // less than a pixel
        chart->setContent(content);
        QCOMPARE(chart->picture().labels.data(), before);
        addProbe(line, T0 + Span - 1, Fate::Lost);
        chart->setContent(content);
        QCOMPARE(chart->picture().lossRects.size(), 1);
    }

    void range_isShaded_andMarksStandAtTheirTimes()
    {
        const LineHistory line = healthy();
        const auto chart = plot();
        LatencyPlot::Content content = contentOf({&line});
        content.rangeFromUs = T0 + Span / 2;
        content.rangeToUs = T0 + 2 * Span; // clipped
        content.marks.push_back({T0 + Span / 2, false, Verdict::Critical, u"critical"_s});
        content.marks.push_back({T0 - S, true, Verdict::Ok, u"before"_s});
        chart->setContent(content);
        const PlotPicture &picture = chart->picture();
        QVERIFY(std::abs(picture.shade.left() - picture.latencyArea.center().x()) < 2);
        QVERIFY(picture.shade.right() <= picture.latencyArea.right());
        QCOMPARE(picture.marks.size(), size_t(1));
        QVERIFY(std::abs(picture.marks[0].x - picture.latencyArea.center().x()) < 2);
    }

    void crosshair_tellsExactValues()
    {
        const LineHistory line = history([](int i) {
            return i % 5 == 4 ? std::pair(Fate::Lost, UnknownUs)
                              : std::pair(Fate::Answered, 40'000 + 1000 * (i % 5));
        });
        const auto chart = plot();
        LatencyPlot::Content content = contentOf({&line});
        content.marks.push_back({T0 + Span / 2, true, Verdict::Ok, u"backbone switch"_s});
        chart->setContent(content);
        QVERIFY(chart->readout().isEmpty());
        const QPoint middle = chart->picture().latencyArea.center().toPoint();
        moveMouse(chart->viewport(), middle);
        QVERIFY(!chart->readout().isEmpty());
        const QString text = chart->readout();
        QVERIFY2(text.contains(u"in steps of 5 s"_s), qPrintable(text));
        QVERIFY2(text.contains(u"median 41.0 ms of 4 answered"_s), qPrintable(text));
        QVERIFY2(text.contains(u"min–max: 40.0–43.0 ms"_s), qPrintable(text));
        QVERIFY2(text.contains(u"lost 1 of 5"_s), qPrintable(text));
        QVERIFY2(text.contains(u"backbone switch"_s), qPrintable(text));
        moveMouse(chart->viewport(), QPoint(2, middle.y())); // over the labels: no crosshair
        QVERIFY(chart->readout().isEmpty());
    }

    void nothing_isSaidInWords()
    {
        LineHistory none;
        const auto chart = plot();
        chart->setContent(contentOf({}));
        QCOMPARE(chart->picture().empty, u"Nothing measured yet"_s);
        chart->setContent(contentOf({&none}));
        QCOMPARE(chart->picture().empty, u"Nothing measured yet"_s);
        QVERIFY(chart->picture().labels.empty());
        const LineHistory line = healthy();
        LatencyPlot::Content content = contentOf({&line});
        content.toUs += 10 * Span;
        chart->setContent(content);
        QCOMPARE(chart->picture().empty, u"Nothing measured in this span"_s);
        QVERIFY(!chart->grab().isNull());
    }

    void palette_isFollowedLive()
    {
        const LineHistory line = healthy();
        const auto chart = plot(false);
        QObject context;
        connect(chart.get(), &LatencyPlot::contentWanted, &context,
                [&] { chart->setContent(contentOf({&line})); });
        chart->setContent(contentOf({&line}));
        QCOMPARE(chart->picture().traces[0].color, seriesColor(0, false));
        chart->setPalette(testPalette(true));
        QTRY_COMPARE(chart->picture().traces[0].color, seriesColor(0, true));
        const QImage image = chart->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() - 3, 3), testPalette(true).color(QPalette::Base));
    }

    void widget_isAChartForScreenReaders()
    {
        Monitor monitor;
        Focus focus;
        LatencyChart chart(&monitor, &focus);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&chart);
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Chart);
        QCOMPARE(interface->text(QAccessible::Name), u"Latency and loss"_s);
        QCOMPARE(interface->text(QAccessible::Value), u"Nothing measured yet"_s);
    }

    void widget_showsWhatTheMonitorMeasured()
    {
        QUdpSocket silent; // bound and never read: every probe is lost
        QVERIFY(silent.bind(QHostAddress::LocalHost));
        Profile profile;
        Line line;
        line.name = u"<b>Silent</b> & one"_s;
        line.entry = {u"127.0.0.1"_s, silent.localPort()};
        profile.lines.append(line);
        profile.probe.interval = std::chrono::milliseconds(20);
        profile.probe.timeout = std::chrono::milliseconds(50);
        assignIds(profile);
        Monitor monitor;
        monitor.setProfile(profile, {});
        const LineKey key = monitor.keys().first();
        Focus focus;
        LatencyChart chart(&monitor, &focus);
        chart.resize(900, 320);
        chart.setLines({key, 4'000'000'000}); // a line that is gone is left out
        chart.setHeadline(u"loss 100.0 %"_s);
        chart.show();
        QSignalSpy updated(&monitor, &Monitor::updated);
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(monitor.line(key).history.settledEnd() > 10, 10'000);
        chart.refresh();
        QVERIFY2(chart.summary().contains(u"loss 100.0 %"_s), qPrintable(chart.summary()));
        QVERIFY2(chart.summary().contains(u"no answer"_s), qPrintable(chart.summary()));
        QVERIFY(chart.summary().contains(line.name));
        auto *inner = chart.findChild<LatencyPlot *>();
        QVERIFY(inner && !inner->picture().lossRects.isEmpty());
        auto *title = chart.findChild<QLabel *>();
        QVERIFY(title &&
                title->text().contains(u"&lt;b&gt;Silent&lt;/b&gt; &amp; one"_s)); // names are no markup
        QCOMPARE(chart.findChild<QLabel *>(u"chartFigures"_s)->text(), u"loss 100.0 %"_s);
        monitor.abort();
        QTRY_COMPARE(monitor.state(), Monitor::State::Idle);
        focus.setFrozenAt(T0); // long ago
        chart.refresh();
        QCOMPARE(inner->picture().empty, u"Nothing measured in this span"_s);
    }
};

QTEST_MAIN(tst_latencychart)
#include "tst_latencychart.moc"
