// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

enum class TargetKind : quint8 { Regular, Directory, Stream, Socket, Character, Unreachable };

QString systemError(int error) { return QString::fromLocal8Bit(std::strerror(error)); }

//! What stands at a path; an absent one counts as regular. error: why it can not be told.
TargetKind targetKind(const QByteArray &path, int *error = nullptr)
{
    struct stat info = {};
    if (::stat(path.constData(), &info) != 0) {
        if (errno == ENOENT)
            return TargetKind::Regular;
        if (error)
            *error = errno;
        return TargetKind::Unreachable;
    }
    switch (info.st_mode & S_IFMT) {
    case S_IFREG: return TargetKind::Regular;
    case S_IFDIR: return TargetKind::Directory;
    case S_IFSOCK: return TargetKind::Socket;
    case S_IFCHR: return TargetKind::Character;
    default: return TargetKind::Stream;
    }
}

//! /dev/stdout and its like: an open description to go on writing to, even where it is a regular file.
bool isDescriptorPath(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return clean == "/dev/stdout"_L1 || clean == "/dev/stderr"_L1 || clean.startsWith("/dev/fd/"_L1) ||
           clean.startsWith("/proc/"_L1);
}

//! The path behind links, which may lead to a file that does not exist yet.
QString behindLinks(QString path)
{
    constexpr int MaxLinks = 40; // as the kernel
    for (int i = 0; i < MaxLinks; ++i) {
        const QFileInfo info(path);
        if (!info.isSymLink())
            break;
        path = info.symLinkTarget();
    }
    return path;
}

int openSocket(const QByteArray &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (static_cast<size_t>(path.size()) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (::connect(fd, static_cast<const sockaddr *>(static_cast<const void *>(&address)), sizeof address) !=
        0) {
        const int error = errno;
        ::close(fd);
        errno = error;
        return -1;
    }
    return fd;
}

} // namespace

class OutputFile::Private
{
public:
    QString openStream(int fd, QFileDevice::FileHandleFlags flags);
    QString openRegular(Mode mode);
    [[nodiscard]] QString failed(const QString &why, const QString &remedy) const
    {
        return shown + u": "_s + why + u"; "_s + remedy;
    }
    [[nodiscard]] QString notWritten(const QString &why) const
    {
        return failed(u"cannot be written: "_s + why, u"make room or name another target"_s);
    }

    QString path, shown; //!< shown: as messages call it
    QString target;      //!< of Growing: what the part is renamed to
    std::unique_ptr<QFileDevice> device;
    bool standardOutput = false;
    QString error; //!< the first one
};

QString OutputFile::Private::openStream(int fd, QFileDevice::FileHandleFlags flags)
{
    auto file = std::make_unique<QFile>();
    if (!file->open(fd, QIODevice::WriteOnly, flags))
        return failed(u"cannot be opened: "_s + file->errorString(), u"name another file"_s);
    device = std::move(file);
    return {};
}

QString OutputFile::Private::openRegular(Mode mode)
{
    target = behindLinks(path);
    const QFileInfo info(target);
    const QFileInfo parent(info.absolutePath());
    if (!parent.isDir())
        return failed(u"its folder does not exist"_s, u"create it or name another file"_s);
    if (info.exists() && !info.isWritable())
        return failed(u"is not writable"_s, u"change its permissions or name another file"_s);
    if (mode == Mode::Whole) {
        auto file = std::make_unique<QSaveFile>(target);
        if (!file->open(QIODevice::WriteOnly))
            return failed(u"cannot be written: "_s + file->errorString(),
                          u"name a file that you may write"_s);
        device = std::move(file);
        return {};
    }
    const QString part = target + u".part"_s;
    if (QFileInfo(part).exists() || QFileInfo(part).isSymLink()) {
        return part +
               u": stands here from a run that goes on or was killed; move it away or name another file"_s;
    }
    auto file = std::make_unique<QFile>(part);
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failed(u"cannot be written: "_s + file->errorString(), u"name a file that you may write"_s);
    if (info.exists())
        file->setPermissions(info.permissions());
    device = std::move(file);
    return {};
}

OutputFile::OutputFile() = default;
OutputFile::OutputFile(OutputFile &&) noexcept = default;
OutputFile &OutputFile::operator=(OutputFile &&) noexcept = default;

OutputFile::~OutputFile()
{
    if (!d || !d->device || d->target.isEmpty())
        return;
    if (auto *part = qobject_cast<QFile *>(d->device.get()); part && part->flush() && part->size() == 0)
        part->remove();
}

QString OutputFile::open(const QString &path, Mode mode)
{
    d = std::make_unique<Private>();
    d->path = path;
    d->standardOutput = path == "-"_L1;
    d->shown = d->standardOutput ? u"standard output"_s : path;
    if (d->standardOutput)
        return d->openStream(STDOUT_FILENO, QFileDevice::DontCloseHandle);
    if (path.isEmpty())
        return u"an output has an empty name; name a file or \"-\""_s;

    const QByteArray encoded = QFile::encodeName(path);
    int error = 0;
    const TargetKind kind = targetKind(encoded, &error);
    switch (kind) {
    case TargetKind::Directory: return d->failed(u"is a directory"_s, u"name a file in it"_s);
    case TargetKind::Unreachable:
        return d->failed(u"cannot be written: "_s + systemError(error), u"name another file"_s);
    case TargetKind::Regular:
        if (!isDescriptorPath(path))
            return d->openRegular(mode);
        break;
    case TargetKind::Character:
    case TargetKind::Stream:
    case TargetKind::Socket: break;
    }
    const int fd = kind == TargetKind::Socket ? openSocket(encoded)
                                              : ::open(encoded.constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return d->failed(u"cannot be opened: "_s + systemError(errno), u"name another file"_s);
    return d->openStream(fd, QFileDevice::AutoCloseHandle);
}

bool OutputFile::isOpen() const { return d && d->device; }

bool OutputFile::isStandardOutput() const { return d && d->standardOutput; }

void OutputFile::write(const QByteArray &bytes)
{
    Q_ASSERT(isOpen());
    if (!d->error.isEmpty())
        return;
    if (d->device->write(bytes) != bytes.size())
        d->error = d->notWritten(d->device->errorString());
}

QString OutputFile::flush()
{
    if (!isOpen())
        return {};
    if (d->error.isEmpty() && !d->device->flush())
        d->error = d->notWritten(d->device->errorString());
    return d->error;
}

QString OutputFile::commit()
{
    if (!isOpen() || !flush().isEmpty())
        return d ? d->error : QString();
    if (auto *whole = qobject_cast<QSaveFile *>(d->device.get())) {
        if (!whole->commit())
            d->error = d->notWritten(whole->errorString());
    } else if (!d->target.isEmpty()) {
        const QByteArray part = QFile::encodeName(d->device->fileName());
        if (::fsync(d->device->handle()) != 0 ||
            std::rename(part.constData(), QFile::encodeName(d->target).constData()) != 0)
            d->error = d->notWritten(systemError(errno));
    }
    d->device.reset();
    return d->error;
}

QString OutputFile::identity(const QString &path)
{
    if (path == "-"_L1 || targetKind(QFile::encodeName(path)) == TargetKind::Character)
        return path == "-"_L1 ? path : QString();
    const QFileInfo info(behindLinks(path));
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? info.absolutePath() : folder) + u'/' + info.fileName();
}

} // namespace plumb
