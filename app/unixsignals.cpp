// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unixsignals.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace plumb {

namespace {

constexpr std::array Watched{SIGINT, SIGTERM, SIGHUP};

std::array<int, 2> pipeEnds{-1, -1};
std::array<struct sigaction, Watched.size()> formerActions;
volatile std::sig_atomic_t timesCaught = 0;

//! Only what POSIX allows in a handler: a byte into the pipe wakes the event loop.
void onSignal(int)
{
    const int error = errno;
    timesCaught = timesCaught + 1;
    if (timesCaught >= 2) {
        for (const int number : Watched)
            ::signal(number, SIG_DFL);
    }
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
    errno = error;
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(pipeEnds[0] < 0);
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals: too many open files");
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UnixSignals::onReadable);

    timesCaught = 0;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < Watched.size(); ++i) {
        ::sigaction(Watched[i], nullptr, &formerActions[i]);
        // Under nohup a hang-up is to be ignored.
        if (Watched[i] != SIGHUP || formerActions[i].sa_handler != SIG_IGN)
            ::sigaction(Watched[i], &action, nullptr);
    }
}

UnixSignals::~UnixSignals()
{
    for (size_t i = 0; i < Watched.size(); ++i)
        ::sigaction(Watched[i], &formerActions[i], nullptr);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}

void UnixSignals::onReadable()
{
    std::array<char, 16> bytes;
    const auto got = ::read(pipeEnds[0], bytes.data(), bytes.size());
    for (ssize_t i = 0; i < got; ++i) {
        ++m_times;
        if (m_times == 1)
            Q_EMIT stopRequested();
        else if (m_times == 2)
            Q_EMIT abortRequested();
    }
}

} // namespace plumb
