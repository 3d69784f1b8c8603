// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace plumb::machine {

namespace {

//! The beginning of a file of /proc.
QByteArray beginningOf(const char *path)
{
    std::array<char, 16'384> buffer;
    const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return {};
    const ssize_t size = ::read(fd, buffer.data(), buffer.size());
    ::close(fd);
    return QByteArray(buffer.data(), size > 0 ? size : 0);
}

} // namespace

bool isVirtual()
{
    // The bit of the processor that every hypervisor sets for its guests.
    static const bool found = beginningOf("/proc/cpuinfo").contains(" hypervisor");
    return found;
}

std::optional<qint64> stolenNs()
{
    // "cpu  user nice system idle iowait irq softirq steal …", in hundredths of a second.
    constexpr qsizetype StealField = 8;
    constexpr qint64 TickNs = 10'000'000;
    const QByteArray all = beginningOf("/proc/stat");
    const QList<QByteArray> fields = all.left(all.indexOf('\n')).simplified().split(' ');
    bool ok = false;
    const qint64 ticks = fields.value(StealField).toLongLong(&ok);
    return ok ? std::optional(ticks * TickNs) : std::nullopt;
}

} // namespace plumb::machine
