// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"
#include "linesview.h"
#include "profilefile.h"
#include "windowtest.h"

#include <QAction>

//! The whole window on real probes to a reflector on loopback: three lines that answer and one that does not,
//! 50 ms apart, in a profile that open() opens.
class FourLinesTest : public WindowTest
{
protected:
    //! Its path; empty where it could not be written.
    QString writeProfile()
    {
        using namespace Qt::StringLiterals;
        plumb::Profile profile = quickProfile();
        profile.sweepCount = 40;
        profile.sweepInterval = std::chrono::milliseconds(50);
        const QList<quint16> ports = m_reflector->ports();
        for (qsizetype i = 0; i < ports.size(); ++i) {
            plumb::Line line;
            line.id = QString(u"l%1"_s).arg(i);
            line.name = i == 3 ? u"silent"_s : QString(u"good %1"_s).arg(i);
            line.entry = {u"127.0.0.1"_s, ports[i]};
            profile.lines.append(line);
        }
        const QString file = path(u"test.plumb"_s);
        return plumb::saveProfile(profile, file).isEmpty() ? file : QString();
    }

    plumb::LinesView *view() const { return m_window->findChild<plumb::LinesView *>(); }
    QAbstractItemModel *table() const { return view()->model(); }
    QString cell(int row, plumb::LinesModel::Column column) const
    {
        return table()->index(row, column).data().toString();
    }
    int rowNamed(const QString &name) const
    {
        for (int row = 0; row < table()->rowCount(); ++row) {
            if (cell(row, plumb::LinesModel::Name) == name)
                return row;
        }
        return -1;
    }
    QAction *action(const QString &text) const
    {
        const auto actions = m_window->findChildren<QAction *>();
        for (QAction *candidate : actions) {
            if (candidate->text().remove(u'&').startsWith(text))
                return candidate;
        }
        return nullptr;
    }
    void setUpFour()
    {
        setUp();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(addPort(i == 3), QString());
        QVERIFY(makeWindow());
    }
    void open()
    {
        const QString profile = writeProfile();
        QVERIFY(!profile.isEmpty());
        m_window->openFile(profile);
        QTRY_COMPARE(table()->rowCount(), 4);
    }
    void start()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(m_monitor->state(), plumb::Monitor::State::Running);
    }
};
