// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

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

//! Moves the process into a network namespace of its own, before any thread or socket is made. Empty on
//! success, else what is missing.
[[nodiscard]] QString enterOwnNamespace();
//! Runs a shell command in the process's namespace; qFatal where it fails.
void command(const QByteArray &command);

} // namespace plumb::test
