// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketwatch.h"

#include "clock.h"
#include "flowsocket.h"

#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <cerrno>
#include <cstdint>
#include <sys/epoll.h>
#include <unistd.h>

namespace plumb {

namespace {

//! The smallest receive buffer holds 256 replies: 20,000 a second over 8 sockets are 13 in this time.
constexpr int GatherMs = 5;
constexpr qint64 BesideNs = GatherMs * 1'000'000 / 2; //!< after a read: what there is by then goes along

} // namespace

//! One descriptor stands for all sockets: Qt's dispatchers poll every descriptor that they know at every
//! wake-up.
class SocketWatch::Private
{
public:
    Private()
        : m_fd(epoll_create1(EPOLL_CLOEXEC))
        , m_notifier(m_fd, QSocketNotifier::Read)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { onReady(); });
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { onGathered(); });
    }
    ~Private()
    {
        m_notifier.setEnabled(false);
        ::close(m_fd);
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    [[nodiscard]] int add(int fd, FlowSocket *reader) const
    {
        epoll_event event{};
        event.events = EPOLLIN; // EPOLLERR is always told
        event.data.ptr = reader;
        return epoll_ctl(m_fd, EPOLL_CTL_ADD, fd, &event) == 0 ? 0 : errno;
    }

    void readBeside()
    {
        if (m_timer.isActive() && monotonicNs() - m_readNs > BesideNs && read())
            m_timer.start(GatherMs);
    }

private:
    void onReady()
    {
        const qint64 waitMs = GatherMs - (monotonicNs() - m_readNs) / 1'000'000;
        if (waitMs <= 0) {
            read();
            return;
        }
        m_notifier.setEnabled(false);
        m_timer.start(static_cast<int>(waitMs));
    }

    void onGathered()
    {
        // While there was something there will be more: the notifier would only add a wake-up.
        if (read())
            m_timer.start(GatherMs);
        else
            m_notifier.setEnabled(true);
    }

    //! False where nothing waited.
    bool read()
    {
        std::array<epoll_event, 64> events;
        const int count = epoll_wait(m_fd, events.data(), static_cast<int>(events.size()), 0);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[static_cast<size_t>(i)];
            static_cast<FlowSocket *>(event.data.ptr)->readable((event.events & EPOLLERR) != 0);
        }
        m_readNs = monotonicNs();
        return count > 0;
    }

    int m_fd;
    QSocketNotifier m_notifier;
    QTimer m_timer;
    qint64 m_readNs = 0;
};

SocketWatch::SocketWatch()
    : d(std::make_unique<Private>())
{}

SocketWatch::~SocketWatch() = default;

void SocketWatch::readBeside() { d->readBeside(); }

int SocketWatch::add(QUdpSocket &socket, FlowSocket *reader)
{
    // The socket's own notifier falls silent at its first datagram, because nothing is read through Qt.
    return d->add(static_cast<int>(socket.socketDescriptor()), reader);
}

} // namespace plumb
