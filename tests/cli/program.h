// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QUdpSocket>

#include <memory>

namespace plumb::test {

struct Result
{
    int code = -1; //!< of the exit; -1: it did not end by itself
    QString out, err;

    [[nodiscard]] QStringList errorLines() const { return err.split(u'\n', Qt::SkipEmptyParts); }
};

//! The program's environment: the caller's without display and Qt's own variables, English.
[[nodiscard]] QProcessEnvironment plainEnvironment();

//! Starts the program; wait with finish().
[[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments,
                                              const QProcessEnvironment &environment = plainEnvironment());
[[nodiscard]] Result finish(QProcess &process, int withinMs = 60'000);
[[nodiscard]] Result run(const QStringList &arguments, const QByteArray &input = {});

//! `plumbline reflect` on ports that were free, stopped with the object.
class ReflectProcess
{
public:
    explicit ReflectProcess(int ports, const QStringList &impairments = {});
    ~ReflectProcess();
    [[nodiscard]] bool isReady() const { return m_first != 0; }
    [[nodiscard]] int first() const { return m_first; }
    [[nodiscard]] QProcess &process() { return *m_process; }
    //! A .csv list of its ports, names "line 1" and so on.
    [[nodiscard]] QByteArray list() const;

private:
    std::unique_ptr<QProcess> m_process;
    int m_first = 0;
    int m_ports;
};

//! A socket on loopback that counts what comes and answers it on request.
class CountingPeer : public QObject
{
public:
    explicit CountingPeer(bool answers);
    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }
    [[nodiscard]] int received() const { return m_received; }
    [[nodiscard]] QByteArray list() const;

private:
    QUdpSocket m_socket;
    int m_received = 0;
};

[[nodiscard]] QByteArray contents(const QString &path);
void create(const QString &path, const QByteArray &bytes);

} // namespace plumb::test
