// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow.h"
#include "monitor.h"
#include "reflector.h"

#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

//! A test of the whole window, with settings and data of its own, and with a real reflector where it adds
//! ports.
class WindowTest : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<plumb::Reflector> m_reflector;
    std::unique_ptr<plumb::Monitor> m_monitor;
    std::unique_ptr<plumb::MainWindow> m_window;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    //! A new folder for everything that is kept, and a reflector without ports.
    void setUp()
    {
        using namespace Qt::StringLiterals;
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, path(u"settings"_s));
        qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
        QLocale::setDefault(QLocale::c());
        m_reflector = std::make_unique<plumb::Reflector>(7);
    }
    //! The error of the reflector; empty: it has one more port.
    [[nodiscard]] QString addPort(bool silent = false,
                                  const QHostAddress &address = QHostAddress(QHostAddress::LocalHost))
    {
        plumb::Impairment impairment;
        impairment.silent = silent;
        return m_reflector->add(address, 0, 1, impairment);
    }
    //! A window in the place of the one before; false where it does not come up.
    [[nodiscard]] bool makeWindow()
    {
        m_window.reset();
        m_monitor = std::make_unique<plumb::Monitor>();
        m_window = std::make_unique<plumb::MainWindow>(m_monitor.get());
        m_window->show();
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get());
    }
    void tearDown()
    {
        m_window.reset();
        m_monitor.reset();
        m_reflector.reset();
    }
    //! Named, from station test-01, 50 ms apart with a time-out of 300 ms; without lines.
    [[nodiscard]] static plumb::Profile quickProfile()
    {
        using namespace Qt::StringLiterals;
        plumb::Profile profile;
        profile.name = u"Test lines"_s;
        profile.station = u"test-01"_s;
        profile.probe.interval = std::chrono::milliseconds(50);
        profile.probe.timeout = std::chrono::milliseconds(300);
        return profile;
    }
    template <typename Dialog>
    [[nodiscard]] Dialog *shown() const
    {
        const auto dialogs = m_window->findChildren<Dialog *>();
        for (Dialog *dialog : dialogs) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
};
