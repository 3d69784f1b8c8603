// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace plumb;

class SampleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fates_countAsDefined_data()
    {
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("decided");
        QTest::addColumn<bool>("loss");
        QTest::newRow("open") << Fate::Open << u"open"_s << false << false;
        QTest::newRow("answered") << Fate::Answered << u"answered"_s << true << false;
        QTest::newRow("late") << Fate::Late << u"late"_s << true << true;
        QTest::newRow("lost") << Fate::Lost << u"lost"_s << true << true;
        QTest::newRow("refused") << Fate::Refused << u"refused"_s << true << true;
        QTest::newRow("unsent") << Fate::Unsent << u"unsent"_s << false << false;
        QTest::newRow("void") << Fate::Void << u"void"_s << false << false;
    }
    void fates_countAsDefined()
    {
        QFETCH(Fate, fate);
        QTEST(QString(name(fate)), "word");
        QTEST(isDecided(fate), "decided");
        QTEST(isLoss(fate), "loss");
    }

    void stampSources_haveTheNamesOfTheReports()
    {
        QCOMPARE(name(StampSource::None), ""_L1);
        QCOMPARE(name(StampSource::Kernel), "kernel"_L1);
        QCOMPARE(name(StampSource::NearStep), "near-step"_L1);
        QCOMPARE(name(StampSource::User), "user"_L1);
    }

    void texts_areKeptOnce()
    {
        const TextId a = TextId::of(u"icmp=3/3 from=127.0.0.1"_s);
        QVERIFY(a == TextId::of(u"icmp=3/3 from=127.0.0.1"_s));
        QVERIFY(!(a == TextId::of(u"cause=stall"_s)));
        QCOMPARE(a.text(), u"icmp=3/3 from=127.0.0.1"_s);
    }

    void emptyText_isNoText()
    {
        QVERIFY(TextId().isEmpty());
        QVERIFY(TextId::of({}).isEmpty());
        QCOMPARE(TextId().text(), QString());
    }

    void texts_mayComeFromAnyThread()
    {
        std::vector<std::unique_ptr<QThread>> threads;
        std::vector<TextId> ids(4);
        for (size_t i = 0; i < ids.size(); ++i) {
            threads.emplace_back(QThread::create([&ids, i] {
                for (int n = 0; n < 500; ++n)
                    ids[i] = TextId::of(u"shared=%1"_s.arg(n));
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(10'000));
        for (const TextId id : ids) {
            QVERIFY(id == ids.front());
            QCOMPARE(id.text(), u"shared=499"_s);
        }
    }

    void texts_beyondTheLimitReadOther()
    {
        for (int n = 0; n < 66'000; ++n)
            (void)TextId::of(u"many=%1"_s.arg(n));
        QCOMPARE(TextId::of(u"one more"_s).text(), u"other"_s);
        QCOMPARE(TextId::of(u"another"_s).text(), u"other"_s);
        QCOMPARE(TextId::of(u"many=7"_s).text(), u"many=7"_s); // what is kept stays right
    }
};

QTEST_APPLESS_MAIN(SampleTest)
#include "tst_sample.moc"
