// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"
#include "mainwindow.h"
#include "monitor.h"

#include <QAction>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace plumb;
using namespace Qt::StringLiterals;

//! What only the demo has: its hints, and the tester that can be frozen.
class TestDemoHints final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    static QAction *action(const MainWindow &window, const QString &text)
    {
        const auto actions = window.findChildren<QAction *>();
        for (QAction *candidate : actions) {
            if (candidate->text().remove(u'&').startsWith(text))
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QLocale::setDefault(QLocale::c());
    }

    void hints_comeOneAtATimeAndStayAway()
    {
        QStringList seen;
        {
            Monitor monitor;
            MainWindow window(&monitor);
            window.show();
            auto *bar = window.findChild<BannerBar *>(u"hintBar"_s);
            QVERIFY(!bar->isVisible()); // not without the demo
            window.startDemo();
            QVERIFY(bar->isVisible());
            seen.append(bar->text());
            QTest::mouseClick(bar->findChild<QToolButton *>(), Qt::LeftButton);
            QVERIFY(bar->isVisible());
            QVERIFY(!seen.contains(bar->text()));
            seen.append(bar->text());
        }
        Monitor monitor;
        MainWindow window(&monitor);
        window.show();
        window.startDemo();
        auto *bar = window.findChild<BannerBar *>(u"hintBar"_s);
        QCOMPARE(bar->text(), seen[1]); // the first is remembered as seen
        for (int hint = 1; hint < 4; ++hint) {
            QVERIFY(bar->isVisible());
            QTest::mouseClick(bar->findChild<QToolButton *>(), Qt::LeftButton);
        }
        QVERIFY(!bar->isVisible());
    }

    void theTester_isReallyFrozen()
    {
        Monitor monitor;
        MainWindow window(&monitor);
        window.show();
        QAction *freeze = action(window, u"Freeze the tester"_s);
        QVERIFY(freeze && !freeze->isVisible()); // only in the demo
        window.startDemo();
        QVERIFY(freeze->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(monitor.answered() > 100, 30'000);
        const qint64 missed = monitor.status().missed;
        freeze->trigger();
        // 24 lines at 5 a second leave some 240 slots out in 2 s; what was skipped is told, in numbers.
        QTRY_VERIFY_WITH_TIMEOUT(monitor.status().missed >= missed + 150, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            window.findChild<QLabel *>(u"messageField"_s)->text().startsWith(u"The tester stood still"_s),
            30'000);
        monitor.abort();
    }
};

QTEST_MAIN(TestDemoHints)
#include "tst_demohints.moc"
