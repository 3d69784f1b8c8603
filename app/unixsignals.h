// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace plumb {

//! SIGINT, SIGTERM and SIGHUP as Qt signals, while it lives. At most one at a time. The third one ends the
//! process as if nobody had asked, so that a blocked write can not hold it.
class UnixSignals final : public QObject
{
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void stopRequested();  //!< the first
    void abortRequested(); //!< the second

private:
    void onReadable();

    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_times = 0;
};

} // namespace plumb
