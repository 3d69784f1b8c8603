// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listsource.h"

#include "linetext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds DefaultTimeout{60};
constexpr qsizetype MaxComplaintBytes = 4096;

//! The program and what it has started: a script that waits for another program must not outlive its time.
void endGroup(const QProcess &process)
{
#ifdef Q_OS_UNIX
    const auto pid = static_cast<pid_t>(process.processId());
    if (pid > 0)
        ::kill(-pid, SIGKILL);
#else
    Q_UNUSED(process)
#endif
}

QString lastLine(const QByteArray &text)
{
    const QStringList lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.constLast().trimmed();
}

} // namespace

ListSource ListSource::of(const QJsonObject &source)
{
    ListSource result;
    const QJsonArray parts = source.value("command"_L1).toArray();
    for (const QJsonValue &part : parts)
        result.command.append(part.toString());
    result.everyText = source.value("every"_L1).toString();
    if (result.everyText.isEmpty())
        return result;
    static const QRegularExpression shape(u"^\\s*(\\d{1,7})\\s*(s|min|m|h)?\\s*$"_s);
    const QRegularExpressionMatch match = shape.match(result.everyText);
    const qint64 unit = match.captured(2) == "h"_L1 ? 3600 : match.captured(2).startsWith(u'm') ? 60 : 1;
    const qint64 seconds = match.hasMatch() ? match.captured(1).toLongLong() * unit : 0;
    if (!match.hasMatch())
        result.error = Tr::tr("%1 is no duration; write it as in 5 min").arg(quoted(result.everyText));
    else if (seconds < MinEveryS || seconds > MaxEveryS)
        result.error = Tr::tr("%1 is out of range; use 10 s to 168 h").arg(quoted(result.everyText));
    else
        result.every = std::chrono::seconds(seconds);
    return result;
}

QJsonObject ListSource::toJson(const QJsonObject &before, const QStringList &command, const QString &every)
{
    if (command.isEmpty() && every.isEmpty())
        return {};
    QJsonObject source = before;
    source.insert("command"_L1, QJsonArray::fromStringList(command));
    if (every.isEmpty())
        source.remove("every"_L1);
    else
        source.insert("every"_L1, every);
    return source;
}

QString commandLine(const QStringList &command)
{
    QStringList parts;
    for (QString part : command) {
        const bool plain = !part.isEmpty() && !part.contains(u'"') &&
                           std::none_of(part.cbegin(), part.cend(), [](QChar c) { return c.isSpace(); });
        if (!plain) // QProcess::splitCommand() reads three quotes as one
            part = u'"' + part.replace(u'"', u"\"\"\""_s) + u'"';
        parts.append(part);
    }
    return parts.join(u' ');
}

QStringList commandParts(const QString &line) { return QProcess::splitCommand(line); }

SourceRunner::SourceRunner(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(DefaultTimeout);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        end(Tr::tr("the command was still running after %1 s and was ended; make it quicker")
                .arg(m_timer.interval() / 1000));
    });
}

SourceRunner::~SourceRunner() { cancel(); }

void SourceRunner::run(const QStringList &command, const QString &folder)
{
    cancel();
    m_output.clear();
    m_complaints.clear();
    m_process = std::make_unique<QProcess>();
    QProcess *const process = m_process.get();
    process->setWorkingDirectory(folder);
    process->setStandardInputFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    process->setChildProcessModifier([] { ::setpgid(0, 0); });
#endif
    connect(process, &QProcess::readyReadStandardOutput, this, &SourceRunner::read);
    connect(process, &QProcess::readyReadStandardError, this, &SourceRunner::read);
    connect(process, &QProcess::errorOccurred, this, [this, process, command](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(Tr::tr("the command %1 can not be started (%2); check its path and permissions")
                    .arg(quoted(command.value(0)), process->errorString()));
    });
    connect(process, &QProcess::finished, this, [this, process](int code, QProcess::ExitStatus status) {
        read();
        if (m_process.get() != process)
            return; // too much was printed
        const QString said = lastLine(m_complaints);
        if (status == QProcess::CrashExit)
            end(Tr::tr("the command crashed; run it in a terminal"));
        else if (code != 0)
            end(said.isEmpty() ? Tr::tr("the command ended with code %1; run it in a terminal").arg(code)
                               : Tr::tr("the command ended with code %1 and said %2")
                                     .arg(QString::number(code), quoted(said)));
        else
            end({});
    });
    // Where the child looks for a relative program differs from system to system.
    QString program = command.value(0);
    if (program.contains(u'/') && QFileInfo(program).isRelative())
        program = QDir(folder).absoluteFilePath(program);
    m_timer.start();
    process->start(program, command.mid(1), QIODevice::ReadOnly);
}

void SourceRunner::read()
{
    m_output += m_process->readAllStandardOutput();
    m_complaints += m_process->readAllStandardError();
    m_complaints = m_complaints.last(std::min(MaxComplaintBytes, m_complaints.size()));
    if (m_output.size() > MaxOutputBytes)
        end(Tr::tr("the command prints more than 8 MiB; a list is at most that long"));
}

void SourceRunner::end(const QString &error)
{
    m_timer.stop();
    if (!m_process)
        return;
    // Its own signal is still on the stack.
    QProcess *const process = m_process.release();
    process->disconnect(this);
    endGroup(*process);
    process->deleteLater();
    Q_EMIT finished(error.isEmpty() ? std::exchange(m_output, {}) : QByteArray(), error);
}

void SourceRunner::cancel()
{
    m_timer.stop();
    if (!m_process)
        return;
    m_process->disconnect(this);
    endGroup(*m_process);
    m_process->kill();
    m_process.reset();
}

} // namespace plumb
