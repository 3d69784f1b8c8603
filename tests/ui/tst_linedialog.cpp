// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linedialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestLineDialog final : public QObject
{
    Q_OBJECT

private:
    static QLineEdit *field(const LineDialog &dialog, const QString &label)
    {
        const auto labels = dialog.findChildren<QLabel *>();
        for (const QLabel *candidate : labels) {
            if (candidate->text().remove(u'&').startsWith(label))
                return qobject_cast<QLineEdit *>(candidate->buddy());
        }
        return nullptr;
    }
    static QPushButton *ok(const LineDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

private Q_SLOTS:
    void fields_makeALine()
    {
        LineDialog dialog({}, {});
        QVERIFY(!ok(dialog)->isEnabled());                                     // nothing typed yet
        QVERIFY(dialog.findChild<QLabel *>(u"lineError"_s)->text().isEmpty()); // and nothing to complain of
        QTest::keyClicks(field(dialog, u"Name"_s), u"Tokyo 01"_s);
        QTest::keyClicks(field(dialog, u"Entry"_s), u"203.0.113.7:7000"_s);
        QTest::keyClicks(field(dialog, u"Echo"_s), u"[2001:db8::7]:9000"_s);
        QVERIFY(ok(dialog)->isEnabled());
        const Line line = dialog.line();
        QCOMPARE(line.name, u"Tokyo 01"_s);
        QCOMPARE(line.entry, (Endpoint{u"203.0.113.7"_s, 7000}));
        QCOMPARE(*line.echo, (Endpoint{u"2001:db8::7"_s, 9000}));
        QCOMPARE(line.probe, ProbePatch()); // inherits everything
    }

    void entry_isCheckedAsOneTypes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("address and port") << u"192.0.2.1:7000"_s << true;
        QTest::newRow("a name") << u"hk.example.com:7000"_s << true;
        QTest::newRow("leading zero") << u"010.0.0.1:7000"_s << false;
        QTest::newRow("port 0") << u"192.0.2.1:0"_s << false;
        QTest::newRow("no port") << u"192.0.2.1"_s << false;
        QTest::newRow("multicast") << u"224.0.0.1:7000"_s << false;
    }
    void entry_isCheckedAsOneTypes()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        LineDialog dialog({}, {});
        field(dialog, u"Entry"_s)->setText(text);
        QCOMPARE(ok(dialog)->isEnabled(), isGood);
        QCOMPARE(dialog.error().isEmpty(), isGood);
        QCOMPARE(dialog.findChild<QLabel *>(u"lineError"_s)->text().isEmpty(), isGood);
    }

    void aMissingPort_isTheProfiles()
    {
        Profile profile;
        profile.probe.entryPort = quint16(7000);
        LineDialog dialog(profile, {});
        field(dialog, u"Entry"_s)->setText(u"192.0.2.1"_s);
        QCOMPARE(dialog.error(), QString());
        QCOMPARE(dialog.line().entry.port, quint16(0)); // stays the profile's
    }

    void edit_keepsWhatItDoesNotShow()
    {
        Line line;
        line.id = u"tyo-01"_s;
        line.name = u"Tokyo"_s;
        line.entry = {u"192.0.2.1"_s, 7000};
        line.tags = {u"tokyo"_s, u"cn2"_s};
        line.probe.interval = std::chrono::milliseconds(500);
        line.probe.dscp = 46;
        line.rules = gamesRules();
        line.extra.insert(u"x-note"_s, u"mine"_s);
        LineDialog dialog({}, line);
        QCOMPARE(dialog.line(), line);
        dialog.show();
        QVERIFY(
            field(dialog, u"Tags"_s)->isVisible()); // what the line has of its own is not hidden behind More
        field(dialog, u"Tags"_s)->setText(u"tokyo；hk, tokyo"_s);
        QCOMPARE(dialog.line().tags, (QStringList{u"tokyo"_s, u"hk"_s}));
    }

    void more_hidesTheRest()
    {
        LineDialog dialog({}, {});
        dialog.show();
        QVERIFY(!field(dialog, u"Tags"_s)->isVisible());
        QTest::mouseClick(dialog.findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(field(dialog, u"Tags"_s)->isVisible());
        QVERIFY(!field(dialog, u"Payload"_s)->isVisible()); // echo has none
    }

    void everyField_hasALabel()
    {
        LineDialog dialog({}, {});
        for (const QString &label : {u"Name"_s, u"Entry"_s, u"Echo"_s, u"Tags"_s, u"Payload"_s, u"Match"_s})
            QVERIFY2(field(dialog, label), qPrintable(label));
    }
};

QTEST_MAIN(TestLineDialog)
#include "tst_linedialog.moc"
