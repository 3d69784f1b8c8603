// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsmodel.h"
#include "focus.h"
#include "latencychart.h"
#include "latencyplot.h"
#include "linesmodel.h"
#include "linesview.h"
#include "notedialog.h"
#include "profilefile.h"
#include "windowtest.h"

#include <QAccessible>
#include <QAction>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

qint64 nowUs() { return QDateTime::currentMSecsSinceEpoch() * 1000; }

} // namespace

//! The focus in the whole window, on a line that answers and one that does not.
class tst_windowfocus final : public WindowTest
{
    Q_OBJECT

private:
    template <typename Widget = QToolButton>
    Widget *child(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    LatencyChart *chart() const { return m_window->findChild<LatencyChart *>(); }
    LatencyPlot *plot() const { return m_window->findChild<LatencyPlot *>(); }
    QListView *events() const { return m_window->findChild<QListView *>(u"eventsView"_s); }
    LinesModel *model() const { return m_window->findChild<LinesModel *>(); }
    QString numbers() const { return child(u"numbersButton"_s)->text().trimmed(); }
    QString span() const { return child(u"spanButton"_s)->text().trimmed(); }
    int decided() const { return model()->row(0).stats.decided(); }
    //! One step older by key, as soon as the chart has the keyboard and shows something; 0: never.
    qint64 stepCrosshair() const
    {
        chart()->setFocus();
        const bool stepped = QTest::qWaitFor([this] {
            QTest::keyClick(chart(), Qt::Key_Left, Qt::ShiftModifier);
            return chart()->crosshairUs().has_value();
        });
        return stepped ? *chart()->crosshairUs() : 0;
    }
    bool isLive() const { return !child(u"liveButton"_s)->defaultAction()->isEnabled(); }

private Q_SLOTS:
    void init()
    {
        setUp();
        QCOMPARE(addPort(), QString());
        QCOMPARE(addPort(true), QString());
        Profile profile;
        profile.probe.interval = std::chrono::milliseconds(20);
        profile.probe.timeout = std::chrono::milliseconds(200);
        for (const quint16 port : m_reflector->ports()) {
            Line line;
            line.name = QString::number(profile.lines.size());
            line.entry = {u"127.0.0.1"_s, port};
            profile.lines.append(line);
        }
        QVERIFY(saveProfile(profile, path(u"test.plumb"_s)).isEmpty());
        QVERIFY(makeWindow());
        m_window->openFile(path(u"test.plumb"_s));
        QTRY_COMPARE(m_monitor->keys().size(), 2);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_monitor->answered() > 120, 20'000);
        QTRY_COMPARE(decided(), 100);
    }
    void cleanup() { tearDown(); }

    void toolBar_standsStill()
    {
        const auto places = [this] {
            QList<int> xs;
            for (const QString &name :
                 {u"sweepButton"_s, u"numbersButton"_s, u"spanButton"_s, u"groupButton"_s})
                xs.append(child(name)->mapTo(m_window.get(), QPoint()).x());
            return xs;
        };
        m_window->resize(1440, 900);
        QTRY_VERIFY(child(u"groupButton"_s)->x() > 0);
        const QList<int> before = places();
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(child(u"liveButton"_s)->isVisible());
        QTRY_VERIFY(child(u"liveButton"_s)->x() > 0);
        QCOMPARE(places(), before);
        m_window->findChild<LinesView *>()->selectAll();
        QTRY_COMPARE(child(u"sweepButton"_s)->text(), u"Sweep selected"_s);
        QCOMPARE(places(), before);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(m_monitor->state(), Monitor::State::Idle);
        QCOMPARE(places(), before);
    }

    void countFromNow_andBackByEsc()
    {
        QVERIFY(isLive());
        QVERIFY2(numbers().startsWith(u"Numbers: last 100"_s), qPrintable(numbers()));
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        const qint64 from = nowUs();
        QVERIFY2(numbers().startsWith(u"Numbers: since "_s), qPrintable(numbers()));
        QVERIFY(!isLive());
        QTRY_VERIFY(model()->isMeasured() && decided() > 5);
        QCOMPARE_GE(*model()->row(0).stats.fromUs, from - 1'000'000);
        QCOMPARE_LE(*model()->row(0).stats.fromUs, from + 2'000'000);
        QVERIFY(m_monitor->line(m_monitor->keys().first()).history.firstSeq() == 0); // nothing is deleted
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(isLive());
        QVERIFY(numbers().startsWith(u"Numbers: last 100"_s));
        QTRY_COMPARE(decided(), 100);
    }

    void aRangeThatIsDragged_isOfAllParts()
    {
        QTRY_VERIFY_WITH_TIMEOUT(events()->model()->rowCount() > 0, 20'000);
        const QRectF area = plot()->picture().latencyArea;
        const auto mouse = [&](QEvent::Type type, double x) {
            const QPointF at(x, area.center().y());
            QMouseEvent event(type, at, plot()->viewport()->mapToGlobal(at), Qt::LeftButton,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, {});
            QCoreApplication::sendEvent(plot()->viewport(), &event);
        };
        // Long before the start: nothing was sent, nothing happened then.
        mouse(QEvent::MouseButtonPress, area.left() + 10);
        mouse(QEvent::MouseMove, area.left() + 60);
        mouse(QEvent::MouseButtonRelease, area.left() + 60);
        QTRY_VERIFY(model()->isMeasured());
        QCOMPARE(decided(), 0);
        QVERIFY(!numbers().contains(u"last"_s));
        QCOMPARE(events()->model()->rowCount(), 0);
        child(u"liveButton"_s)->defaultAction()->trigger();
        QVERIFY(isLive());
        QTRY_COMPARE(decided(), 100);
        QVERIFY(events()->model()->rowCount() > 0);
        // What the chart shows is all there was.
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(model()->isMeasured());
        QCOMPARE_GT(decided(), 100);
        QVERIFY(events()->model()->rowCount() > 0);
    }

    void chartKeys_zoomAndMove()
    {
        chart()->setFocus();
        QCOMPARE(span(), u"Chart: 10 min"_s);
        QTest::keyClick(chart(), Qt::Key_Plus);
        QCOMPARE(span(), u"Chart: 6 m 40 s"_s);
        QVERIFY(isLive()); // the newest stays at the edge
        QTest::keyClick(chart(), Qt::Key_Minus);
        QCOMPARE(span(), u"Chart: 10 min"_s);
        QTest::keyClick(chart(), Qt::Key_PageUp);
        QVERIFY(!isLive());
        QTest::keyClick(chart(), Qt::Key_End);
        QVERIFY(isLive());
        QTest::keyClick(chart(), Qt::Key_Left);
        QVERIFY(!isLive());
        QTest::keyClick(chart(), Qt::Key_Right);
        QVERIFY(isLive());
        QTest::keyClick(chart(), Qt::Key_PageUp);
        QTest::keyClick(chart(), Qt::Key_Home); // the oldest is seconds ago
        QVERIFY(isLive());
        QTest::keyClick(chart(), Qt::Key_PageUp);
        QTest::keyClick(chart(), Qt::Key_Escape);
        QVERIFY(isLive());
        QTest::keyClick(chart(), Qt::Key_0); // all that is kept: seconds
        QVERIFY2(!span().contains(u"10 min"_s), qPrintable(span()));
        QVERIFY(isLive());
        QTest::keyClick(chart(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(plot()->readout().contains(u"in steps of"_s));
    }

    void aRange_isPickedByKey()
    {
        chart()->setFocus();
        QTRY_VERIFY(!plot()->picture().traces.empty());
        QTest::keyClick(chart(), Qt::Key_0); // all that is kept
        const auto extend = [this](Qt::Key key) {
            QTest::keyClick(chart(), key, Qt::ControlModifier | Qt::ShiftModifier);
            return m_window->findChild<Focus *>()->range();
        };
        const FocusRange one = extend(Qt::Key_Left); // the newest step
        QCOMPARE(one.kind, FocusRange::Kind::Between);
        QVERIFY(!isLive());
        const qint64 step = one.toUs - one.fromUs;
        QCOMPARE_GT(step, 0);
        const FocusRange more = extend(Qt::Key_Left);
        QCOMPARE(more.toUs, one.toUs);
        QCOMPARE_LT(more.fromUs, one.fromUs);
        const FocusRange most = extend(Qt::Key_Left);
        QCOMPARE_LT(most.fromUs, more.fromUs);
        QCOMPARE(extend(Qt::Key_Right), more); // and back
        QTRY_VERIFY(model()->isMeasured());
        QVERIFY2(!numbers().contains(u"last"_s), qPrintable(numbers()));

        // Esc is live again, and what is picked next begins at the crosshair.
        QTest::keyClick(chart(), Qt::Key_Escape);
        QVERIFY(isLive());
        const qint64 at = stepCrosshair();
        QVERIFY(at > 0);
        const FocusRange next = extend(Qt::Key_Left);
        QVERIFY(next.holds(at));
        QCOMPARE_LT(next.fromUs, at);
        QCOMPARE_LT(next.toUs, one.toUs);
    }

    void crosshairByKey_staysAtItsTime()
    {
        const qint64 at = stepCrosshair();
        QVERIFY(at > 0);
        QTest::keyClick(chart(), Qt::Key_Plus);
        QCOMPARE(chart()->crosshairUs(), at);
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(chart());
        QVERIFY(face);
        for (const QAccessible::Text kind : {QAccessible::Value, QAccessible::Description}) {
            QVERIFY2(face->text(kind).contains(u"in steps of"_s), qPrintable(face->text(kind)));
            QVERIFY2(face->text(kind).contains(u": last "_s), qPrintable(face->text(kind))); // the summary
        }
    }

    void aNote_standsAtTheCrosshair()
    {
        QVERIFY(stepCrosshair() > 0);
        const qint64 at = stepCrosshair();
        QTest::keyClick(chart(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<NoteDialog>());
        QCOMPARE(shown<NoteDialog>()->timeUs(), at);
        shown<NoteDialog>()->reject();

        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto *view = m_window->findChild<LinesView *>();
        view->setFocus(); // no crosshair there: now
        const qint64 before = nowUs();
        QTest::keyClick(view, Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<NoteDialog>());
        QCOMPARE_GE(shown<NoteDialog>()->timeUs(), before);
    }

    void escInTheFilter_clearsItFirst()
    {
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *edit = child<QLineEdit>(u"filterEdit"_s);
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"+x0"_s); // no keys of the chart
        QCOMPARE(edit->text(), u"+x0"_s);
        QCOMPARE(span(), u"Chart: 10 min"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->text(), QString());
        QVERIFY(!isLive());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(isLive());
    }

    void anEvent_bringsTheChartToItsTime()
    {
        const auto ofALine = [this] {
            for (int row = 0; row < events()->model()->rowCount(); ++row) {
                if (events()->model()->index(row, 0).data(EventsModel::KeyRole).toUInt() != 0)
                    return events()->model()->index(row, 0);
            }
            return QModelIndex();
        };
        QTRY_VERIFY_WITH_TIMEOUT(ofALine().isValid(), 20'000);
        chart()->setFocus();
        QTest::keyClick(chart(), Qt::Key_PageUp);
        QTest::keyClick(chart(), Qt::Key_PageUp);
        QVERIFY(!isLive());
        const LineKey key = ofALine().data(EventsModel::KeyRole).toUInt();
        Q_EMIT events()->activated(ofALine());
        QVERIFY(isLive()); // it happened just now
        QCOMPARE(chart()->lines(), QList<LineKey>{key});
        QVERIFY(!plot()->picture().marks.empty());
    }

    void frozen_rangesAreOfThatTime()
    {
        auto *view = m_window->findChild<LinesView *>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(!isLive());
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(model()->isMeasured());
        const int then = decided();
        const qint64 answered = m_monitor->answered();
        QTRY_VERIFY(m_monitor->answered() > answered + 30);
        QCOMPARE(decided(), then);
        QTest::keyClick(m_window.get(), Qt::Key_Escape); // live again in every way
        QVERIFY(isLive());
        QTRY_COMPARE(decided(), 100);
    }
};

QTEST_MAIN(tst_windowfocus)
#include "tst_windowfocus.moc"
