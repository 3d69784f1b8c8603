// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QTest>

#include <functional>
#include <memory>

//! A network of a test's own, of network namespaces: nothing of it is seen outside, all of it goes with the
//! process.
namespace plumb::test {

class Namespace
{
public:
    Namespace(); //!< a new one, beside the process's
    ~Namespace();
    Namespace(const Namespace &) = delete;
    Namespace &operator=(const Namespace &) = delete;

    //! Runs a function with the calling thread inside it; sockets that it opens stay there.
    void run(const std::function<void()> &function) const;
    //! Runs a shell command inside it; qFatal where it fails.
    void command(const QByteArray &command) const;
    //! How `ip link set … netns` names it.
    [[nodiscard]] QByteArray path() const;

private:
    int m_fd = -1;
};

//! A namespace with a link to the process's: c0 with 10.77.0.2/24 here, r0 with 10.77.0.1/24 there.
[[nodiscard]] std::unique_ptr<Namespace> makeRouter();

//! Moves the process into a network namespace of its own, before any thread or socket is made.
void enterOwnNamespace();
//! What that found missing; empty where it succeeded.
[[nodiscard]] QString missingForNamespaces();
//! Runs a shell command in the process's namespace; qFatal where it fails.
void command(const QByteArray &command);

//! The main() of a test that runs in a namespace of its own.
template <typename Test>
int runInOwnNamespace(int argc, char *argv[])
{
    enterOwnNamespace();
    QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace plumb::test
