// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impairment.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <memory>

namespace plumb {

//! In datagrams. Of those received, each was answered, is waiting for its time, or was dropped.
struct ReflectorTotals
{
    quint64 received = 0;
    quint64 counted = 0; //!< received, less those of loss-out
    quint64 sent = 0;    //!< duplicates included
    quint64 dropped = 0; //!< never answered, for whatever reason
    quint64 failed =
        0; //!< of dropped: by no impairment, but because the queue was full or the local stack refused
};

//! Answers UDP datagrams with themselves on any number of ports: one epoll descriptor under one
//! QSocketNotifier, so an echo costs the same at 1 and at 10,000 ports. Use it in the thread that it lives
//! in; that thread needs an event loop.
//!
//! No reply is longer than its request; nothing is answered to port 0, to this reflector's own ports (a
//! forged sender would start a loop) or to a broadcast. A flood of one port holds up no other.
class Reflector final : public QObject
{
    Q_OBJECT
public:
    //! Seed 0: other random fates in each run.
    explicit Reflector(quint32 seed = 0, QObject *parent = nullptr);
    ~Reflector() override;

    //! Binds ports [first, first + count) of an address; first 0: any free port (count 1). Empty on success,
    //! else "what is wrong; what to do". May be called for further groups with other impairments.
    [[nodiscard]] QString add(const QHostAddress &address, quint16 first, int count,
                              const Impairment &impairment);
    //! The ports bound so far, in the order of add().
    [[nodiscard]] QList<quint16> ports() const;
    //! Closes all ports; replies that still wait are dropped.
    void stop();
    [[nodiscard]] ReflectorTotals totals() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
