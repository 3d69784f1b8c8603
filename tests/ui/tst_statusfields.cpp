// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor.h"
#include "statusfields.h"

#include <QLabel>
#include <QTest>
#include <QUdpSocket>

using namespace plumb;
using namespace Qt::StringLiterals;

//! The row at the foot of the window.
class TestStatusFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tester_tellsItsFiguresInTheToolTip()
    {
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress::LocalHost, 0));
        Profile profile;
        Line line;
        line.entry = {u"127.0.0.1"_s, silent.localPort()};
        profile.lines = {line};
        profile.probe.interval = std::chrono::milliseconds(20);
        Monitor monitor;
        RunOptions options;
        options.kind = RunKind::Watch;
        monitor.setProfile(profile, options);
        StatusFields fields(&monitor);
        auto *const tester = fields.findChild<QLabel *>(u"testerField"_s);
        QVERIFY(tester);
        QVERIFY(tester->isHidden());
        monitor.start();
        QTRY_VERIFY_WITH_TIMEOUT(monitor.status().sent > 50, 20'000);
        fields.refresh({});
        QVERIFY(!tester->isHidden());
        QVERIFY(tester->text().startsWith(u"Tester "_s));
        const QString toolTip = tester->toolTip();
        QVERIFY2(toolTip.contains(u"Departures behind their time: median "_s), qPrintable(toolTip));
        QVERIFY2(toolTip.contains(u"Event loop behind its time: median "_s), qPrintable(toolTip));
        monitor.abort();
    }
};

QTEST_MAIN(TestStatusFields)
#include "tst_statusfields.moc"
