// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowsettings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestWindowSettings final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_number = 0;

    // In one process QSettings hands back from its cache what another process would have to read from the
    // file: each test has a folder, and what is read is written to the file by hand.
    QString path() const { return m_folder.filePath(QString(u"%1/plumbline/window.ini"_s).arg(m_number)); }
    void write(const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(path()).absolutePath());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void init()
    {
        ++m_number;
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                           m_folder.filePath(QString::number(m_number)));
    }

    void nothingStored_givesTheDefaults()
    {
        const WindowSettings settings;
        QCOMPARE(settings.chartSpanS(), 600);
        QVERIFY(settings.showsChart());
        QVERIFY(!settings.exportForExcel());
        QVERIFY(settings.recentProfiles().isEmpty());
        QVERIFY(settings.tableLayout({}).isEmpty());
        QVERIFY(settings.geometry().isEmpty());
    }

    void values_areReadFromTheFile()
    {
        write("[General]\nschema=1\n[window]\nchartSpanS=300\nchart=false\ngeometry=AQID\n"
              "[files]\nrecent=\"[\\\"/a b.plumb\\\"]\"\n[export]\nexcel=true\n");
        const WindowSettings settings;
        QCOMPARE(settings.chartSpanS(), 300);
        QVERIFY(!settings.showsChart());
        QVERIFY(settings.exportForExcel());
        QCOMPARE(settings.recentProfiles(), QStringList{u"/a b.plumb"_s});
        QCOMPARE(settings.geometry(), QByteArray("\1\2\3"));
    }

    void values_areWrittenAsText()
    {
        {
            WindowSettings settings;
            settings.addRecentProfile(u"/one.plumb"_s);
            settings.setTableLayout(u"/one.plumb"_s, {{u"group"_s, u"tag"_s}});
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("schema=1"), text.constData());
        QVERIFY2(text.contains("group"), text.constData());
        QVERIFY2(text.contains("/one.plumb"), text.constData());
    }

    void language_isOneThatThereIs()
    {
        write("[General]\nschema=1\n[program]\nlanguage=tlh\n");
        WindowSettings settings;
        QCOMPARE(settings.language(), QString());
        settings.setLanguage(u"zh_CN"_s);
        QCOMPARE(settings.language(), u"zh_CN"_s);
    }

    void aCommand_isAllowedForOneFile()
    {
        WindowSettings settings;
        const QStringList command{u"./find"_s, u"a b"_s};
        QVERIFY(!settings.isSourceAllowed(u"/a.plumb"_s, command));
        settings.allowSource(u"/a.plumb"_s, command);
        QVERIFY(settings.isSourceAllowed(u"/a.plumb"_s, command));
        QVERIFY(!settings.isSourceAllowed(u"/b.plumb"_s, command));
        QVERIFY(!settings.isSourceAllowed(u"/a.plumb"_s, {u"./find"_s, u"a"_s, u"b"_s}));
        QVERIFY(!settings.isSourceAllowed(u"/a.plumb"_s, {u"./find"_s}));
    }

    void nonsense_givesTheDefaults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("words for numbers")
            << QByteArray("[General]\nschema=1\n[window]\nchartSpanS=often\nchart=maybe\ntableLayouts=x\n");
        QTest::newRow("a newer schema")
            << QByteArray("[General]\nschema=2\n[window]\nchartSpanS=60\nchart=false\n");
        QTest::newRow("binary") << QByteArray("\0\1\2[window\xff", 12);
    }
    void nonsense_givesTheDefaults()
    {
        QFETCH(QByteArray, text);
        write(text);
        const WindowSettings settings;
        QCOMPARE(settings.chartSpanS(), 600);
        QVERIFY(settings.showsChart());
        QVERIFY(settings.tableLayout({}).isEmpty());
    }

    void outOfRange_isBrought_intoRange()
    {
        write("[General]\nschema=1\n[window]\nchartSpanS=999999\n");
        const WindowSettings settings;
        QCOMPARE(settings.chartSpanS(), 43'200);
    }

    void tableLayout_isByProfileAndBounded()
    {
        WindowSettings settings;
        for (int i = 0; i < WindowSettings::MaxLayouts + 5; ++i)
            settings.setTableLayout(QString(u"/%1.plumb"_s).arg(i), {{u"n"_s, i}});
        settings.setTableLayout(u"/7.plumb"_s, {{u"n"_s, 700}});
        const WindowSettings again;
        QCOMPARE(again.tableLayout(u"/7.plumb"_s).value("n"_L1).toInt(), 700);
        QCOMPARE(again.tableLayout(u"/20.plumb"_s).value("n"_L1).toInt(), 20);
        // One that is not known begins as the last one was left; so does one that was forgotten.
        QCOMPARE(again.tableLayout(u"/new.plumb"_s).value("n"_L1).toInt(), 700);
        QCOMPARE(again.tableLayout(u"/0.plumb"_s).value("n"_L1).toInt(), 700);
        QCOMPARE(again.tableLayout({}).value("n"_L1).toInt(), 700);
    }

    void recent_isNewestFirstAndBounded()
    {
        WindowSettings settings;
        for (int i = 0; i < 7; ++i)
            settings.addRecentProfile(QString(u"/%1.plumb"_s).arg(i));
        settings.addRecentProfile(u"/4.plumb"_s);
        QCOMPARE(settings.recentProfiles(),
                 (QStringList{u"/4.plumb"_s, u"/6.plumb"_s, u"/5.plumb"_s, u"/3.plumb"_s, u"/2.plumb"_s}));
        settings.removeRecentProfile(u"/6.plumb"_s);
        QCOMPARE(settings.recentProfiles().size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
