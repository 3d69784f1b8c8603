// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QUdpSocket;

namespace plumb {

class FlowSocket;

//! Has sockets read when something waits in them. Where the kernel stamps what arrives nothing is gained by
//! reading at once: replies are gathered for a few milliseconds, and one wake-up reads them all.
class SocketWatch
{
public:
    SocketWatch();
    ~SocketWatch();
    SocketWatch(const SocketWatch &) = delete;
    SocketWatch &operator=(const SocketWatch &) = delete;

    //! Calls reader->readable() until socket is closed; neither may be destroyed inside that call. An errno
    //! where that can not be.
    [[nodiscard]] int add(QUdpSocket &socket, FlowSocket *reader);

    //! To be called in a wake-up that there is anyway: reads at once what would cost another one soon.
    void readBeside();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
