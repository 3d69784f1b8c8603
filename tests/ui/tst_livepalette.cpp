// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"
#include "eventspanel.h"
#include "filterbar.h"
#include "latencychart.h"
#include "linesview.h"
#include "palettes.h"
#include "profilefile.h"
#include "windowtest.h"

#include <QApplication>
#include <QStatusBar>

using namespace plumb;
using namespace Qt::StringLiterals;

//! The desktop turns dark while the window watches, and light again.
class tst_livepalette final : public WindowTest
{
    Q_OBJECT

private:
    QPalette m_before;

    //! Of a part of the window as it is painted now, from 0 to 255.
    static double lightness(QWidget *part)
    {
        const QImage image = part->grab().toImage();
        qint64 sum = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                sum += qGray(image.pixel(x, y));
        }
        return static_cast<double>(sum) / (image.width() * image.height());
    }
    QList<QWidget *> parts() const
    {
        QList<QWidget *> found{m_window->findChild<LinesView *>(),
                               m_window->findChild<LatencyChart *>(),
                               m_window->findChild<EventsPanel *>(),
                               m_window->findChild<FilterBar *>(),
                               m_window->statusBar(),
                               m_window->findChild<BannerBar *>(u"planBar"_s)};
        found.removeIf([](const QWidget *part) { return part && !part->isVisible(); });
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_before = QApplication::palette();
        setUp();
        QCOMPARE(addPort(), QString());
        Profile profile = quickProfile();
        for (int i = 0; i < 4; ++i) {
            Line line;
            line.name = u"Line %1"_s.arg(i + 1);
            line.entry = {u"127.0.0.1"_s, m_reflector->ports().first()};
            profile.lines.append(line);
        }
        QVERIFY(saveProfile(profile, path(u"test.plumb"_s)).isEmpty());
        QVERIFY(makeWindow());
        m_window->openFile(path(u"test.plumb"_s));
        QTRY_COMPARE(m_monitor->keys().size(), 4);
    }
    void cleanup()
    {
        tearDown();
        QApplication::setPalette(m_before);
    }

    void everyPart_followsTheDesktop_data()
    {
        QTest::addColumn<bool>("watching");
        QTest::newRow("before the start") << false;
        QTest::newRow("watching") << true;
    }
    void everyPart_followsTheDesktop()
    {
        QFETCH(bool, watching);
        if (watching) {
            QTest::keyClick(m_window.get(), Qt::Key_F5);
            QTRY_VERIFY(m_monitor->answered() > 20);
        }
        for (const bool dark : {false, true, false}) {
            QApplication::setPalette(testPalette(dark));
            const QList<QWidget *> shown = parts();
            QCOMPARE_GE(shown.size(), 5);
            for (QWidget *part : shown) {
                QVERIFY(part);
                const auto fits = [part, dark] {
                    return dark ? lightness(part) < 90 : lightness(part) > 165;
                };
                QVERIFY2(QTest::qWaitFor(fits),
                         qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(part->metaObject()->className()))
                                        .arg(lightness(part))));
            }
        }
    }
};

QTEST_MAIN(tst_livepalette)
#include "tst_livepalette.moc"
