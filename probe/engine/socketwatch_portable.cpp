// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketwatch.h"

#include "flowsocket.h"

namespace plumb {

class SocketWatch::Private
{};

SocketWatch::SocketWatch() = default;

SocketWatch::~SocketWatch() = default;

int SocketWatch::add(QUdpSocket &socket, FlowSocket *reader)
{
    QObject::connect(&socket, &QUdpSocket::readyRead, reader, [reader] { reader->readable(true); });
    return 0;
}

void SocketWatch::readBeside() {}

} // namespace plumb
