// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bannerbar.h"
#include "linesmodel.h"
#include "linesview.h"
#include "pastedialog.h"
#include "profilefile.h"
#include "reloaddialog.h"
#include "windowtest.h"

#include <QAction>
#include <QJsonArray>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace plumb;
using namespace Qt::StringLiterals;

//! Files that really change and commands that really run, under the whole window.
class TestReload final : public WindowTest
{
    Q_OBJECT

private:
    static Line line(const QString &id)
    {
        Line made;
        made.id = id;
        made.name = id;
        made.entry = {u"127.0.0.1"_s, 7000};
        made.echo = Endpoint{QString(u"10.0.0.%1"_s).arg(id.back().unicode() % 100), 9000};
        return made;
    }
    bool save(const Profile &profile) const { return saveProfile(profile, path(u"t.plumb"_s)).isEmpty(); }
    bool write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() &&
               file.setPermissions(file.permissions() | QFile::ExeOwner);
    }
    QStringList ids() const
    {
        QStringList all;
        for (const LineKey key : m_monitor->keys())
            all.append(m_monitor->line(key).line.id);
        return all;
    }
    BannerBar *bar() const { return m_window->findChild<BannerBar *>(u"reloadBar"_s); }
    void open(const QString &name, int lines)
    {
        m_window->openFile(path(name));
        QTRY_COMPARE(ids().size(), lines);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    void review() { QTest::mouseClick(bar()->findChild<QToolButton *>(), Qt::LeftButton); }
    void answer(const QString &button)
    {
        QTRY_VERIFY(shown<QMessageBox>());
        const auto buttons = shown<QMessageBox>()->buttons();
        for (QAbstractButton *each : buttons) {
            if (each->text().remove(u'&') == button) {
                QTest::mouseClick(each, Qt::LeftButton);
                return;
            }
        }
        QFAIL("no such button");
    }

private Q_SLOTS:
    void init()
    {
        setUp();
        QVERIFY(makeWindow());
    }
    void cleanup() { tearDown(); }

    void aChangedProfile_isOfferedAndKeepsItsLines()
    {
        Profile profile;
        profile.lines = {line(u"a"_s), line(u"b"_s), line(u"c"_s)};
        QVERIFY(save(profile));
        open(u"t.plumb"_s, 3);
        const LineKey kept = m_monitor->keys()[0];
        profile.lines = {line(u"a"_s), line(u"c"_s), line(u"d"_s)};
        profile.lines[1].tags = {u"new"_s};
        profile.station = u"sh"_s;
        QVERIFY(save(profile)); // replaced, as editors do
        QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), 20'000);
        QVERIFY2(
            bar()->text().contains(u"1 line kept, 1 added, 1 removed, 1 changed, settings changed"_s) ||
                bar()->text().contains(u"1 line(s) kept, 1 added, 1 removed, 1 changed, settings changed"_s),
            qPrintable(bar()->text()));
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s, u"c"_s})); // nothing before the user says so
        review();
        QTRY_VERIFY(shown<ReloadDialog>());
        shown<ReloadDialog>()->accept();
        QCOMPARE(ids(), (QStringList{u"a"_s, u"c"_s, u"d"_s}));
        QCOMPARE(m_monitor->keys()[0], kept); // and with it its statistics
        QCOMPARE(m_monitor->profile().station, u"sh"_s);
        QVERIFY(!m_window->isWindowModified()); // it is what the file holds
        QVERIFY(!bar()->isVisible());
        press(Qt::Key_Z, Qt::ControlModifier); // one step
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(m_monitor->profile().station.isEmpty());
        QVERIFY(m_window->isWindowModified());
    }

    void whatIsNotTicked_isLeftOut()
    {
        Profile profile;
        profile.lines = {line(u"a"_s), line(u"b"_s)};
        QVERIFY(save(profile));
        open(u"t.plumb"_s, 2);
        profile.lines = {line(u"b"_s), line(u"x"_s), line(u"y"_s)};
        QVERIFY(save(profile));
        QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), 20'000);
        review();
        QTRY_VERIFY(shown<ReloadDialog>());
        auto *tree = shown<ReloadDialog>()->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 2);
        tree->topLevelItem(0)->child(0)->setCheckState(0, Qt::Unchecked); // x
        tree->topLevelItem(1)->setCheckState(0, Qt::Unchecked);           // all that are removed
        shown<ReloadDialog>()->accept();
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s, u"y"_s}));
        QVERIFY(m_window->isWindowModified());
    }

    void aBrokenFile_isToldAndChangesNothing()
    {
        Profile profile;
        profile.lines = {line(u"a"_s)};
        QVERIFY(save(profile));
        open(u"t.plumb"_s, 1);
        QVERIFY(write(u"t.plumb"_s, "{ \"plumbline\": 1, \"lines\": [ { \"entry\": \"010.0.0.1:7\" } ] }"));
        QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), 20'000);
        QVERIFY2(bar()->text().contains(u"lines[0].entry"_s), qPrintable(bar()->text()));
        QCOMPARE(ids(), QStringList{u"a"_s});
    }

    void ownSaves_areNoNews()
    {
        Profile profile;
        profile.lines = {line(u"a"_s), line(u"b"_s)};
        QVERIFY(save(profile));
        open(u"t.plumb"_s, 2);
        m_window->findChild<LinesView *>()->selectRow(0);
        QTest::keyClick(m_window->findChild<LinesView *>(), Qt::Key_Delete);
        press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!m_window->isWindowModified());
        // The next change that is another's is told alone.
        profile.lines = {line(ids().constFirst()), line(u"z"_s)};
        QVERIFY(save(profile));
        QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), 20'000);
        QVERIFY2(bar()->text().contains(u"1 added"_s) && !bar()->text().contains(u"removed"_s),
                 qPrintable(bar()->text()));
    }

    void reload_showsWhatTheWindowHasChanged()
    {
        Profile profile;
        profile.lines = {line(u"a"_s), line(u"b"_s)};
        QVERIFY(save(profile));
        open(u"t.plumb"_s, 2);
        m_window->findChild<LinesView *>()->selectRow(0);
        QTest::keyClick(m_window->findChild<LinesView *>(), Qt::Key_Delete);
        QCOMPARE(ids().size(), 1);
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<ReloadDialog>());
        shown<ReloadDialog>()->accept();
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(!m_window->isWindowModified());
        press(Qt::Key_F9);
        QTRY_COMPARE(m_window->findChild<QLabel *>(u"messageField"_s)->text(), u"Nothing is different."_s);
    }

    void aList_isFollowedToo()
    {
        QVERIFY(write(u"l.txt"_s, "127.0.0.1:7001 one\n127.0.0.1:7002 two\n"));
        m_window->openFile(path(u"l.txt"_s));
        QTRY_VERIFY(shown<PasteDialog>());
        shown<PasteDialog>()->accept();
        QTRY_COMPARE(ids().size(), 2);
        QVERIFY(write(u"l.txt"_s, "127.0.0.1:7002 two b\n127.0.0.1:7003 three\nnonsense:0\n"));
        QTRY_VERIFY_WITH_TIMEOUT(bar()->isVisible(), 20'000);
        review();
        QTRY_VERIFY(shown<ReloadDialog>());
        QVERIFY(
            shown<ReloadDialog>()->findChild<QLabel *>(u"reloadSummary"_s)->text().contains(u"left out"_s));
        shown<ReloadDialog>()->accept();
        QCOMPARE(ids(), (QStringList{u"127.0.0.1:7002"_s, u"127.0.0.1:7003"_s}));
        QCOMPARE(m_monitor->line(m_monitor->keys()[0]).line.name, u"two b"_s);
    }

    void aCommand_runsOnlyOnceItIsAllowed()
    {
        Profile profile;
        profile.lines = {line(u"a"_s)};
        profile.source = {{u"command"_s, QJsonArray{u"./find"_s, u"x y"_s}}};
        QVERIFY(save(profile));
        QVERIFY(write(u"find"_s, "#!/bin/sh\necho run >> ran\necho 127.0.0.1:7005 $1\n"));
        open(u"t.plumb"_s, 1);
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY2(bar()->text().contains(u"./find \"x y\""_s), qPrintable(bar()->text()));
        review();
        answer(u"Cancel"_s);
        QVERIFY(!QFile::exists(path(u"ran"_s)));

        review();
        answer(u"Run it"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown<ReloadDialog>(), 20'000);
        QVERIFY(QFile::exists(path(u"ran"_s)));
        shown<ReloadDialog>()->accept();
        QCOMPARE(ids(), (QStringList{u"a"_s, u"127.0.0.1:7005"_s}));
        QCOMPARE(m_monitor->line(m_monitor->keys()[1]).line.name, u"x y"_s);

        // Another list takes the place of the first; the file's own line stays.
        QVERIFY(write(u"find"_s, "#!/bin/sh\necho 127.0.0.1:7006 other\n"));
        press(Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(shown<ReloadDialog>(), 20'000);
        shown<ReloadDialog>()->accept();
        QTRY_VERIFY(ids().contains(u"127.0.0.1:7006"_s));
        QVERIFY(ids().contains(u"a"_s));
        QVERIFY(!ids().contains(u"127.0.0.1:7005"_s));

        // A failure is told in words.
        QVERIFY(write(u"find"_s, "#!/bin/sh\necho no database >&2\nexit 4\n"));
        press(Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(u"no database"_s), 20'000);
        QVERIFY(ids().contains(u"127.0.0.1:7006"_s));
    }

    void anotherCommandInTheSameFile_isNotAllowed()
    {
        Profile profile;
        profile.lines = {line(u"a"_s)};
        profile.source = {{u"command"_s, QJsonArray{u"./find"_s}}};
        QVERIFY(save(profile));
        QVERIFY(write(u"find"_s, "#!/bin/sh\necho 127.0.0.1:7005\n"));
        QVERIFY(write(u"evil"_s, "#!/bin/sh\necho run >> ran\n"));
        open(u"t.plumb"_s, 1);
        QTRY_VERIFY(bar()->isVisible());
        review();
        answer(u"Run it"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown<ReloadDialog>(), 20'000);
        shown<ReloadDialog>()->reject();
        profile.source = {{u"command"_s, QJsonArray{u"./evil"_s}}};
        QVERIFY(save(profile));
        m_window->openFile(path(u"t.plumb"_s));
        QTRY_VERIFY2(bar()->text().contains(u"./evil"_s), qPrintable(bar()->text()));
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<QMessageBox>());
        QVERIFY(!QFile::exists(path(u"ran"_s)));
        shown<QMessageBox>()->reject();
    }
};

QTEST_MAIN(TestReload)
#include "tst_reload.moc"
