// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

class TestEventsModel final : public QObject
{
    Q_OBJECT

private:
    static Event event(LineKey line, Event::Kind kind = Event::Kind::Raised)
    {
        Event made;
        made.timeUs = 1'800'000'000'000'000 + line;
        made.line = line;
        made.kind = kind;
        made.verdict = Verdict::Dead;
        made.reason.kind = Reason::Kind::Silent;
        made.reason.samples = 15;
        return made;
    }

private Q_SLOTS:
    void newest_comesFirst()
    {
        EventsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({event(1), event(2)}, {u"one"_s, u"two"_s});
        model.append({event(3)}, {u"three"_s});
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.index(0).data().toString().startsWith(u"three "_s));
        QVERIFY(model.index(2).data().toString().startsWith(u"one "_s));
        QCOMPARE(model.index(1).data(EventsModel::KeyRole).toUInt(), 2U);
        QVERIFY(model.index(0).data(EventsModel::HasShapeRole).toBool());
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"three"_s));
    }

    void rows_areBoundedAndTheDropIsCounted()
    {
        EventsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<Event> many;
        QStringList names;
        for (int i = 0; i < EventsModel::MaxRows + 10; ++i) {
            many.append(event(static_cast<LineKey>(i + 1)));
            names.append(QString::number(i + 1));
        }
        model.append(many, names);
        QCOMPARE(model.rowCount(), EventsModel::MaxRows);
        QCOMPARE(model.dropped(), 10);
        model.append({event(9999)}, {u"last"_s});
        QCOMPARE(model.rowCount(), EventsModel::MaxRows);
        QCOMPARE(model.dropped(), 11);
        QVERIFY(model.index(0).data().toString().startsWith(u"last "_s));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.dropped(), 0);
    }

    void aRange_holdsItsEventsOnly()
    {
        EventsModel model;
        EventsInRange shown(&model);
        QAbstractItemModelTester tester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto at = [](LineKey key, qint64 us) {
            Event made = event(key);
            made.timeUs = us;
            return made;
        };
        model.append({at(1, 1000), at(2, 2000), at(3, 3000)}, {u"one"_s, u"two"_s, u"three"_s});
        QCOMPARE(shown.rowCount(), 3);
        shown.setRange(FocusRange::between(1500, 3000));
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.index(0, 0).data(EventsModel::KeyRole).toUInt(), 2U);
        model.append({at(4, 2500), at(5, 3500)}, {u"four"_s, u"five"_s});
        QCOMPARE(shown.rowCount(), 2);
        QCOMPARE(shown.index(0, 0).data(EventsModel::KeyRole).toUInt(), 4U); // newest first
        shown.setRange({});
        QCOMPARE(shown.rowCount(), 5);
    }

    void note_hasNoShapeOfAState()
    {
        EventsModel model;
        Event note = event(0, Event::Kind::Note);
        note.text = u"backbone switch"_s;
        model.append({note}, {QString()});
        QVERIFY(!model.index(0).data(EventsModel::HasShapeRole).toBool());
        QVERIFY(model.index(0).data().toString().contains(u"backbone switch"_s));
    }
};

QTEST_MAIN(TestEventsModel)
#include "tst_eventsmodel.moc"
