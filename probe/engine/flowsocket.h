// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datagram.h"

#include <QUdpSocket>

#include <span>

namespace plumb {

class FlowSocket;
class SocketWatch;

//! Takes what a FlowSocket reads.
class DatagramSink
{
public:
    DatagramSink() = default;
    DatagramSink(const DatagramSink &) = delete;
    DatagramSink &operator=(const DatagramSink &) = delete;

    struct Received
    {
        std::span<const quint8> bytes;
        PeerId from;
        std::optional<qint64> stampRealNs;
        qint64 readNs = 0; //!< monotonic
    };
    virtual void received(FlowSocket &socket, const Received &datagram) = 0;
    virtual void reported(FlowSocket &socket, const IcmpError &error) = 0;

protected:
    ~DatagramSink() = default;
};

//! A bound, unconnected UDP socket that carries the probes of many lines: it is a flow.
class FlowSocket final : public QObject
{
    Q_OBJECT
public:
    FlowSocket(bool ip6, int dscp, DatagramSink *sink, SocketWatch *watch);

    //! Empty on success.
    [[nodiscard]] QString open();
    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }
    [[nodiscard]] int capacity(int payloadBytes) const
    {
        return datagram::receiveCapacity(m_socket, payloadBytes);
    }

    //! errno; an error that another probe's ICMP report left behind is cleared and the datagram sent again.
    [[nodiscard]] int send(const QByteArray &bytes, const Peer &peer);

    //! Hands over what has come, error reports first; true when the socket was read empty, false where a
    //! limit ended it.
    bool drain();
    //! To be called when something waits; hasErrors: in the error queue too.
    void readable(bool hasErrors);

    //! Datagrams lost to a full buffer since the last call.
    [[nodiscard]] quint32 takeDropped();
    qint64 droppedCheckedNs = 0; //!< monotonic; of the last takeDropped(), kept by the caller

private:
    bool read();
    int drainErrors(); //!< how many there were

    QUdpSocket m_socket;
    DatagramSink *m_sink;
    SocketWatch *m_watch;
    bool m_ip6;
    int m_dscp;
    quint32 m_dropped = 0;
};

} // namespace plumb
