// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QFile>
#include <QNetworkDatagram>
#include <QRandomGenerator>
#include <QTest>

namespace plumb::test {

using namespace Qt::StringLiterals;

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"QT_LOGGING_RULES"_s,
                             u"LC_ALL"_s, u"LANGUAGE"_s})
        environment.remove(name);
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    return environment;
}

std::unique_ptr<QProcess> start(const QStringList &arguments, const QProcessEnvironment &environment)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(PLUMBLINE_PROGRAM), arguments);
    process->waitForStarted();
    return process;
}

Result finish(QProcess &process, int withinMs)
{
    process.closeWriteChannel();
    // By the event loop, so that a CountingPeer in this process goes on meanwhile.
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, withinMs);
    Result result;
    if (ended && process.exitStatus() == QProcess::NormalExit)
        result.code = process.exitCode();
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    result.out = QString::fromUtf8(process.readAllStandardOutput());
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

Result run(const QStringList &arguments, const QByteArray &input)
{
    const auto process = start(arguments);
    process->write(input);
    return finish(*process);
}

ReflectProcess::ReflectProcess(int ports, const QStringList &impairments)
    : m_ports(ports)
{
    constexpr int Tries = 20;
    for (int i = 0; i < Tries && m_first == 0; ++i) {
        const int first = QRandomGenerator::global()->bounded(10'000, 30'000); // below the ephemeral ports
        m_process = start(QStringList{u"reflect"_s, u"--port"_s, QString::number(first), u"--ports"_s,
                                      QString::number(ports)} +
                          impairments);
        if (m_process->waitForReadyRead(10'000) && m_process->readLine().startsWith("reflecting on "))
            m_first = first;
        else
            m_process->waitForFinished();
    }
}

ReflectProcess::~ReflectProcess()
{
    m_process->terminate();
    if (!m_process->waitForFinished(10'000))
        m_process->kill();
}

QByteArray ReflectProcess::list() const
{
    QByteArray list = "name,entry\n";
    for (int i = 0; i < m_ports; ++i)
        list += "line " + QByteArray::number(i + 1) + ",127.0.0.1:" + QByteArray::number(m_first + i) + '\n';
    return list;
}

CountingPeer::CountingPeer(bool answers)
{
    m_socket.bind(QHostAddress::LocalHost, 0);
    connect(&m_socket, &QUdpSocket::readyRead, this, [this, answers] {
        while (m_socket.hasPendingDatagrams()) {
            const QNetworkDatagram datagram = m_socket.receiveDatagram();
            ++m_received;
            if (answers)
                m_socket.writeDatagram(datagram.makeReply(datagram.data()));
        }
    });
}

QByteArray CountingPeer::list() const
{
    return "name,entry\npeer,127.0.0.1:" + QByteArray::number(port()) + '\n';
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

void create(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace plumb::test
