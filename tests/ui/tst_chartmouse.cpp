// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "focus.h"
#include "histories.h"
#include "latencychart.h"
#include "latencyplot.h"
#include "monitor.h"
#include "palettes.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;
constexpr qint64 T0 = 1'795'000'020 * S;
constexpr qint64 Span = 600 * S;

LineHistory everySecond(Fate fate = Fate::Answered, int count = 600)
{
    LineHistory made(count);
    for (int i = 0; i < count; ++i)
        addProbe(made, T0 + i * S, fate, fate == Fate::Answered ? 40'000 + 100 * (i % 17) : UnknownUs);
    return made;
}

//! Straight to the widget: the offscreen screen is smaller than the chart at scale 2.
void mouse(QWidget *widget, QEvent::Type type, QPointF at, Qt::MouseButton button,
           Qt::KeyboardModifiers keys = {})
{
    const bool isMove = type == QEvent::MouseMove;
    const Qt::MouseButtons held =
        type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(button);
    QMouseEvent event(type, at, widget->mapToGlobal(at), isMove ? Qt::NoButton : button, held, keys);
    QCoreApplication::sendEvent(widget, &event);
}

void drag(QWidget *widget, QPointF from, QPointF to, Qt::MouseButton button, Qt::KeyboardModifiers keys = {})
{
    mouse(widget, QEvent::MouseButtonPress, from, button, keys);
    mouse(widget, QEvent::MouseMove, (from + to) / 2, button, keys);
    mouse(widget, QEvent::MouseMove, to, button, keys);
    mouse(widget, QEvent::MouseButtonRelease, to, button, keys);
}

void wheel(QWidget *widget, QPointF at, QPoint turned)
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, turned, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class tst_chartmouse final : public QObject
{
    Q_OBJECT

private:
    LineHistory m_line = everySecond();
    std::unique_ptr<LatencyPlot> m_plot;

    void show(std::initializer_list<const LineHistory *> histories)
    {
        LatencyPlot::Content content;
        content.toUs = T0 + Span;
        content.spanUs = Span;
        for (const LineHistory *one : histories)
            content.lines.push_back({u"line %1"_s.arg(content.lines.size() + 1), one, {}});
        m_plot->setContent(content);
    }
    //! In the middle of the latency area, at a share of its width.
    QPointF at(double share) const
    {
        const QRectF area = m_plot->picture().latencyArea;
        return {area.left() + share * area.width(), area.center().y()};
    }
    qint64 slackUs() const { return qRound64(2 * Span / m_plot->picture().latencyArea.width()); }
    bool isNear(qint64 us, double share) const
    {
        return qAbs(us - (T0 + qRound64(share * Span))) <= slackUs();
    }

private Q_SLOTS:
    void init()
    {
        m_plot = std::make_unique<LatencyPlot>();
        m_plot->setPalette(testPalette(false));
        m_plot->resize(960, 300);
        m_plot->show();
        show({&m_line});
    }

    void leftDrag_picksTheRange_inEitherDirection()
    {
        QSignalSpy picked(m_plot.get(), &LatencyPlot::rangePicked),
            panned(m_plot.get(), &LatencyPlot::panned);
        drag(m_plot->viewport(), at(0.25), at(0.5), Qt::LeftButton);
        drag(m_plot->viewport(), at(0.5), at(0.25), Qt::LeftButton);
        QCOMPARE(picked.size(), 2);
        for (const QList<QVariant> &range : std::as_const(picked)) {
            QVERIFY(isNear(range[0].toLongLong(), 0.25));
            QVERIFY(isNear(range[1].toLongLong(), 0.5));
        }
        drag(m_plot->viewport(), at(0.9), at(2), Qt::LeftButton); // ends at the edge
        QVERIFY(isNear(picked.last()[1].toLongLong(), 1));
        QVERIFY(panned.isEmpty());
    }

    void whileDragging_theRangeIsTold()
    {
        mouse(m_plot->viewport(), QEvent::MouseButtonPress, at(0.25), Qt::LeftButton);
        mouse(m_plot->viewport(), QEvent::MouseMove, at(0.75), Qt::LeftButton);
        QVERIFY2(m_plot->readout().contains(u"5 m 0 s"_s) || m_plot->readout().contains(u"4 m 59 s"_s),
                 qPrintable(m_plot->readout()));
        mouse(m_plot->viewport(), QEvent::MouseButtonRelease, at(0.75), Qt::LeftButton);
        QVERIFY(m_plot->readout().contains(u"median"_s));
    }

    void aClick_picksNothing()
    {
        QSignalSpy picked(m_plot.get(), &LatencyPlot::rangePicked);
        drag(m_plot->viewport(), at(0.5), at(0.5) + QPointF(2, 0), Qt::LeftButton);
        QVERIFY(picked.isEmpty());
    }

    void pan_data()
    {
        QTest::addColumn<Qt::MouseButton>("button");
        QTest::addColumn<Qt::KeyboardModifiers>("keys");
        QTest::addColumn<bool>("onAxis");
        QTest::newRow("shift") << Qt::LeftButton << Qt::KeyboardModifiers(Qt::ShiftModifier) << false;
        QTest::newRow("middle") << Qt::MiddleButton << Qt::KeyboardModifiers() << false;
        QTest::newRow("right") << Qt::RightButton << Qt::KeyboardModifiers() << false;
        QTest::newRow("time axis") << Qt::LeftButton << Qt::KeyboardModifiers() << true;
    }
    void pan()
    {
        QFETCH(Qt::MouseButton, button);
        QFETCH(Qt::KeyboardModifiers, keys);
        QFETCH(bool, onAxis);
        QSignalSpy picked(m_plot.get(), &LatencyPlot::rangePicked),
            panned(m_plot.get(), &LatencyPlot::panned), menu(m_plot.get(), &LatencyPlot::menuWanted);
        const QPointF down(0, onAxis ? m_plot->height() - 4 - at(0).y() : 0);
        drag(m_plot->viewport(), at(0.25) + down, at(0.5) + down, button, keys);
        QVERIFY(picked.isEmpty() && menu.isEmpty());
        qint64 by = 0;
        for (const QList<QVariant> &one : std::as_const(panned))
            by += one[0].toLongLong();
        QVERIFY(qAbs(by + Span / 4) <= slackUs()); // dragged to the right: to the past
    }

    void rightClick_wantsTheMenu()
    {
        QSignalSpy menu(m_plot.get(), &LatencyPlot::menuWanted);
        drag(m_plot->viewport(), at(0.5), at(0.5), Qt::RightButton);
        QCOMPARE(menu.size(), 1);
    }

    void wheel_zoomsAtTheCursor_andPansSideways()
    {
        QSignalSpy zoomed(m_plot.get(), &LatencyPlot::zoomed), panned(m_plot.get(), &LatencyPlot::panned);
        wheel(m_plot->viewport(), at(0.25), {0, 120});
        wheel(m_plot->viewport(), at(0.25), {0, -120});
        QCOMPARE(zoomed.size(), 2);
        QVERIFY(isNear(zoomed[0][1].toLongLong(), 0.25));
        QCOMPARE_LT(zoomed[0][0].toDouble(), 1.0);
        QVERIFY(qFuzzyCompare(zoomed[0][0].toDouble() * zoomed[1][0].toDouble(), 1.0));
        wheel(m_plot->viewport(), at(0.25), {120, 0});
        QCOMPARE(panned.size(), 1);
        QCOMPARE_LT(panned[0][0].toLongLong(), 0);
    }

    void crosshair_goesByKeyFromBucketToBucket()
    {
        QVERIFY(m_plot->readout().isEmpty());
        m_plot->stepCrosshair(-1); // the newest first
        const QString newest = m_plot->readout();
        QVERIFY(newest.contains(u"median"_s));
        m_plot->stepCrosshair(1);
        QCOMPARE(m_plot->readout(), newest);
        m_plot->stepCrosshair(-1);
        const QString before = m_plot->readout();
        QVERIFY(before != newest && before.contains(u"median"_s));
        m_plot->stepCrosshair(1);
        QCOMPARE(m_plot->readout(), newest);
        m_plot->hideCrosshair();
        QVERIFY(m_plot->readout().isEmpty());
    }

    void icmpErrors_areTicksOfTheirOwn()
    {
        const LineHistory refused = everySecond(Fate::Refused);
        const LineHistory lost = everySecond(Fate::Lost);
        show({&refused});
        QCOMPARE(m_plot->picture().icmpRects.size(), 1); // in a row: one block
        for (const QRectF &rect : m_plot->picture().lossRects)
            QVERIFY(rect.top() >= m_plot->picture().lossArea.top()); // only the percent bars
        show({&lost});
        QVERIFY(m_plot->picture().icmpRects.isEmpty());
        QVERIFY(!m_plot->picture().lossRects.isEmpty());
    }

    void overlaidLines_areToldByNumbers()
    {
        QCOMPARE(m_plot->picture().traces[0].number, 0);
        const LineHistory other = everySecond();
        show({&m_line, &other});
        QCOMPARE(m_plot->picture().traces[0].number, 1);
        QCOMPARE(m_plot->picture().traces[1].number, 2);
        mouse(m_plot->viewport(), QEvent::MouseMove, at(0.5), Qt::NoButton);
        QVERIFY2(m_plot->readout().contains(u"2 line 2: median"_s), qPrintable(m_plot->readout()));
    }

    void chart_changesTheFocus()
    {
        Monitor monitor;
        Focus focus;
        LatencyChart chart(&monitor, &focus);
        chart.resize(960, 320);
        chart.show();
        auto *plot = chart.findChild<LatencyPlot *>();
        connect(&focus, &Focus::viewChanged, &chart, &LatencyChart::refresh);
        chart.refresh();
        const QRectF area = plot->picture().latencyArea;
        const QPointF middle(area.center());
        wheel(plot->viewport(), middle, {0, 120});
        QCOMPARE_LT(focus.view().spanUs, 600 * S);
        QVERIFY(focus.view().endUs); // the middle stays: no longer live
        drag(plot->viewport(), middle, middle + QPointF(100, 0), Qt::LeftButton);
        QCOMPARE(focus.range().kind, FocusRange::Kind::Between);
        QCOMPARE_GT(focus.range().toUs, focus.range().fromUs);
        mouse(plot->viewport(), QEvent::MouseButtonDblClick, middle, Qt::LeftButton);
        QVERIFY(focus.isLive());
    }

    void chart_hasItsToolsAndItsPicture()
    {
        Monitor monitor;
        Focus focus;
        LatencyChart chart(&monitor, &focus);
        chart.setPalette(testPalette(true));
        QAction zoom(u"Zoom &in"_s);
        zoom.setIconText(u"+"_s);
        chart.setTools({&zoom});
        auto *button = chart.findChild<QToolButton *>();
        QVERIFY(button && button->focusPolicy() != Qt::NoFocus);
        QCOMPARE(button->accessibleName(), u"Zoom in"_s);
        const QImage image = chart.image({700, 250});
        QCOMPARE(image.size(), QSize(700, 250) * image.devicePixelRatio());
        QCOMPARE(image.pixelColor(image.width() - 5, image.height() - 5),
                 testPalette(true).color(QPalette::Base));
        chart.resize(500, 300);
        chart.copyImage();
        QCOMPARE(QGuiApplication::clipboard()->image().size(),
                 QSize(500, 300) * QGuiApplication::clipboard()->image().devicePixelRatio());
    }
};

QTEST_MAIN(tst_chartmouse)
#include "tst_chartmouse.moc"
