// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <QProcess>
#include <QTimer>

namespace plumb {

//! A program that prints a list, as a profile's "source" names it.
struct ListSource
{
    QStringList command;           //!< the program and its arguments; empty: there is none
    QString everyText;             //!< "5 min"; empty: only when asked
    std::chrono::seconds every{0}; //!< 0: only when asked
    QString error;                 //!< what is wrong with everyText; what to do

    static constexpr int MinEveryS = 10, MaxEveryS = 7 * 86'400;

    [[nodiscard]] static ListSource of(const QJsonObject &source);
    //! The object of the file; what else stood in it is kept. Empty without a command.
    [[nodiscard]] static QJsonObject toJson(const QJsonObject &before, const QStringList &command,
                                            const QString &every);
};

//! A command as one types it, arguments with blanks in quotes; and back.
[[nodiscard]] QString commandLine(const QStringList &command);
[[nodiscard]] QStringList commandParts(const QString &line);

//! Runs such a program, without a shell and without input, and gathers what it prints. One at a time.
class SourceRunner final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MaxOutputBytes = 8LL * 1024 * 1024;

    explicit SourceRunner(QObject *parent = nullptr);
    ~SourceRunner() override; //!< ends what runs

    //! In this folder, where a relative program is looked for too. What runs already is ended untold.
    void run(const QStringList &command, const QString &folder);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }
    //! The program and all that it started are ended after this; 60 s at first.
    void setTimeout(std::chrono::milliseconds timeout) { m_timer.setInterval(timeout); }

Q_SIGNALS:
    //! Once for each run(). error: "what is wrong; what to do", empty where list is what was printed.
    void finished(const QByteArray &list, const QString &error);

private:
    void read();
    void end(const QString &error);

    std::unique_ptr<QProcess> m_process;
    QTimer m_timer;
    QByteArray m_output, m_complaints;
};

} // namespace plumb
