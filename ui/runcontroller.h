// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor.h"

#include <QElapsedTimer>
#include <QObject>

namespace plumb {

class Demo;
class ProfileDocument;

//! Starts and stops what the document's lines are probed for, and the demo's reflector.
class RunController final : public QObject
{
    Q_OBJECT
public:
    //! How long nothing at all must have come back before the window says so.
    static constexpr int SilenceS = 15;

    RunController(Monitor *monitor, ProfileDocument *document, QObject *parent = nullptr);
    ~RunController() override;

    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool isSweeping() const;
    void startWatch();
    //! only: these lines; empty: all of them. During a watch the sweep takes their place in it.
    void startSweep(int count, const QList<LineKey> &only = {});
    //! Whether startSweep() would do something now.
    [[nodiscard]] bool canSweep() const;
    //! Stops; asked again while open probes are waited for, ends at once.
    void stop();

    [[nodiscard]] bool isDemo() const { return m_demo != nullptr; }
    //! Empty on success, else why not.
    [[nodiscard]] QString startDemo();
    //! Ends the run and the demo; the lines stay until the document is replaced.
    void leave();

    //! "Will send 128 probes/s, 94 kbit/s (IPv4), at most 24/s to one entry."; empty without lines.
    [[nodiscard]] QString planText() const;
    //! What to look at when no line has answered for so long; empty where one has. Asked once a second.
    [[nodiscard]] QString silenceText();
    [[nodiscard]] int sweepCount() const;

Q_SIGNALS:
    void demoChanged();

private:
    void hand(RunKind kind, std::optional<int> count, const QList<LineKey> &only = {});

    Monitor *m_monitor;
    ProfileDocument *m_document;
    std::unique_ptr<Demo> m_demo;
    QElapsedTimer m_sinceStart;
    bool m_startWhenIdle = false;
    bool m_silent = false; //!< stays when such a run has ended
};

} // namespace plumb
