// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace plumb {

//! Tells when a file on disk is another than it was, whether it was written to or replaced.
class WatchedFiles final : public QObject
{
    Q_OBJECT
public:
    explicit WatchedFiles(QObject *parent = nullptr);

    //! These and no others, as they are now.
    void setPaths(const QStringList &paths);
    //! Looks at all of them; for when the system does not tell of changes.
    void look();

Q_SIGNALS:
    //! Once what wrote it has paused.
    void changed(const QString &path);

private:
    struct Stamp
    {
        QDateTime modified;
        qint64 size = -1;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    [[nodiscard]] static QHash<QString, Stamp> stamps(const QStringList &paths);
    void follow();
    void compare(const QHash<QString, Stamp> &now);

    QFileSystemWatcher m_watcher;
    QHash<QString, Stamp> m_known;
    QTimer m_settle;
    int m_generation = 0; //!< of the paths
};

} // namespace plumb
