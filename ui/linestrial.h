// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor.h"

namespace plumb {

//! Sends a few probes to a few lines before they are added, and tells what came back.
class LinesTrial final : public QObject
{
    Q_OBJECT
public:
    static constexpr int MaxLines = 3, Probes = 5;

    explicit LinesTrial(QObject *parent = nullptr);
    ~LinesTrial() override; //!< ends what runs

    //! The first, the middle and the last of these lines, as the profile would probe them. What runs already
    //! is ended untold.
    void start(const Profile &around, const QList<Line> &lines);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_monitor != nullptr; }

    //! One sentence a line: "Tokyo 01: 5 of 5 answered, mean 32.1 ms".
    [[nodiscard]] QStringList results() const { return m_results; }

Q_SIGNALS:
    void changed(); //!< results() or isRunning()

private:
    void tell();
    void finish();

    std::unique_ptr<Monitor> m_monitor;
    QStringList m_results;
};

} // namespace plumb
