// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QNetworkDatagram>
#include <QTimer>
#include <QUdpSocket>

#include <functional>

//! A small UDP server on loopback whose answers a test decides.
class EchoServer : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(EchoServer &, const QNetworkDatagram &)>;

    explicit EchoServer(const QHostAddress &address = QHostAddress(QHostAddress::LocalHost),
                        Answer answer = echo)
        : m_answer(std::move(answer))
    {
        if (!socket.bind(address, 0))
            qFatal("can not bind a loopback port");
        connect(&socket, &QUdpSocket::readyRead, this, [this] {
            for (QNetworkDatagram datagram = socket.receiveDatagram(); datagram.isValid();
                 datagram = socket.receiveDatagram()) {
                peers.insert(datagram.senderPort());
                received.append(datagram.data());
                m_answer(*this, datagram);
            }
        });
    }

    [[nodiscard]] quint16 port() const { return socket.localPort(); }

    void reply(const QNetworkDatagram &to, const QByteArray &bytes)
    {
        socket.writeDatagram(bytes, to.senderAddress(), static_cast<quint16>(to.senderPort()));
    }
    void replyAfter(int ms, const QNetworkDatagram &to, const QByteArray &bytes)
    {
        QTimer::singleShot(ms, Qt::PreciseTimer, this, [this, to, bytes] { reply(to, bytes); });
    }
    static void echo(EchoServer &server, const QNetworkDatagram &datagram)
    {
        server.reply(datagram, datagram.data());
    }

    QUdpSocket socket;
    QSet<int> peers;
    QList<QByteArray> received;

private:
    Answer m_answer;
};
