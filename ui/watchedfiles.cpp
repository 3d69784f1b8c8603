// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedfiles.h"

#include "background.h"

#include <QFileInfo>

namespace plumb {

namespace {

constexpr int SettleMs = 300;

} // namespace

WatchedFiles::WatchedFiles(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleMs);
    connect(&m_settle, &QTimer::timeout, this, &WatchedFiles::look);
    const auto wait = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, wait);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, wait);
}

QHash<QString, WatchedFiles::Stamp> WatchedFiles::stamps(const QStringList &paths)
{
    QHash<QString, Stamp> stamps;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        stamps.insert(path, info.exists() ? Stamp{info.lastModified(), info.size()} : Stamp());
    }
    return stamps;
}

void WatchedFiles::setPaths(const QStringList &paths)
{
    ++m_generation;
    // At once: what is written from now on is a change.
    QHash<QString, Stamp> known = stamps(paths);
    for (auto stamp = known.begin(); stamp != known.end(); ++stamp)
        stamp.value() = m_known.value(stamp.key(), stamp.value());
    m_known = known;
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    follow();
}

// A file that is replaced is another one to the system: the folder tells of it, and the new one is followed.
void WatchedFiles::follow()
{
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        const QString folder = QFileInfo(known.key()).path();
        if (!m_watcher.directories().contains(folder))
            m_watcher.addPath(folder);
        if (!m_watcher.files().contains(known.key()) && QFileInfo::exists(known.key()))
            m_watcher.addPath(known.key());
    }
}

void WatchedFiles::look()
{
    if (m_known.isEmpty())
        return;
    const int generation = m_generation;
    inBackground<QHash<QString, Stamp>>([paths = m_known.keys()] {
        return stamps(paths);
    }).then(this, [this, generation](const QHash<QString, Stamp> &now) {
        if (generation == m_generation)
            compare(now);
    });
}

void WatchedFiles::compare(const QHash<QString, Stamp> &now)
{
    follow();
    QStringList others;
    for (auto stamp = now.cbegin(); stamp != now.cend(); ++stamp) {
        // One that is gone is waited for: it may be about to be replaced.
        if (stamp.value().size >= 0 && stamp.value() != m_known.value(stamp.key())) {
            m_known.insert(stamp.key(), stamp.value());
            others.append(stamp.key());
        }
    }
    for (const QString &path : std::as_const(others))
        Q_EMIT changed(path);
}

} // namespace plumb
