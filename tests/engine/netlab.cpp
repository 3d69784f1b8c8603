// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlab.h"

#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

namespace plumb::test {

using namespace Qt::StringLiterals;

namespace {

bool write(const char *path, const QByteArray &bytes)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size();
}

int ownNamespace() { return ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC); }

bool succeeds(const QByteArray &command) { return std::system(command.constData()) == 0; }

QString tryToEnter()
{
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    if (::unshare(CLONE_NEWNET) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
            return u"no network namespaces: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno)));
        write("/proc/self/setgroups", "deny");
        if (!write("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1\n") ||
            !write("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1\n"))
            return u"no user namespaces"_s;
    }
    if (!succeeds("ip link set lo up 2>/dev/null"))
        return u"the ip command of iproute2 is missing"_s;
    if (!succeeds("ip link add plumbtest0 type veth peer name plumbtest1 2>/dev/null"))
        return u"the kernel has no veth devices"_s;
    return succeeds("ip link del plumbtest0") ? QString() : u"links can not be deleted"_s;
}

QString g_missing;

} // namespace

void enterOwnNamespace() { g_missing = tryToEnter(); }

QString missingForNamespaces() { return g_missing; }

void command(const QByteArray &command)
{
    if (!succeeds(command))
        qFatal("failed: %s", command.constData());
}

Namespace::Namespace()
{
    const int own = ownNamespace();
    if (::unshare(CLONE_NEWNET) == 0)
        m_fd = ownNamespace();
    if (m_fd < 0 || ::setns(own, CLONE_NEWNET) != 0)
        qFatal("no network namespace");
    ::close(own);
    command("ip link set lo up");
}

Namespace::~Namespace() { ::close(m_fd); }

void Namespace::run(const std::function<void()> &function) const
{
    const int own = ownNamespace();
    if (::setns(m_fd, CLONE_NEWNET) != 0)
        qFatal("can not enter a network namespace");
    function();
    if (::setns(own, CLONE_NEWNET) != 0)
        qFatal("can not leave a network namespace");
    ::close(own);
}

void Namespace::command(const QByteArray &command) const
{
    run([&command] { test::command(command); });
}

std::unique_ptr<Namespace> makeRouter()
{
    auto router = std::make_unique<Namespace>();
    command("ip link add c0 type veth peer name r0; ip link set r0 netns " + router->path());
    command("ip addr add 10.77.0.2/24 dev c0; ip link set c0 up");
    router->command("ip addr add 10.77.0.1/24 dev r0; ip link set r0 up");
    return router;
}

QByteArray Namespace::path() const
{
    return "/proc/" + QByteArray::number(::getpid()) + "/fd/" + QByteArray::number(m_fd);
}

} // namespace plumb::test
