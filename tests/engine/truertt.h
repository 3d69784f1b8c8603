// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "gatherer.h"

#include <QtEndian>

namespace plumb::test {

//! A server that holds every reply for 40 ms and knows, by the monotonic clock, when it left: RTTs of one
//! line are held against that.
class TrueRtt
{
public:
    [[nodiscard]] const EchoServer &server() const { return m_server; }
    [[nodiscard]] size_t replies() const { return m_repliedNs.size(); }

    //! How many samples have an RTT within 0.1 ms of the truth. The wall clock was ahead of the monotonic one
    //! by one value before a step and by another after it: a time of sending is told by the one then in
    //! force.
    [[nodiscard]] int exact(const Gatherer &gatherer, qint64 aheadBeforeNs, qint64 aheadAfterNs) const
    {
        int exact = 0;
        for (const auto &[id, sample] : gatherer.samples) {
            const auto replied = m_repliedNs.find(sample.seq);
            if (replied == m_repliedNs.end() || !sample.hasRtt())
                continue;
            const qint64 sentNs = replied->second - sample.rttUs * 1'000LL;
            const qint64 toldNs = sample.sentUs * 1'000;
            const qint64 error =
                std::min(qAbs(sentNs - (toldNs - aheadBeforeNs)), qAbs(sentNs - (toldNs - aheadAfterNs)));
            exact += error < 100'000 ? 1 : 0;
        }
        return exact;
    }

private:
    std::map<quint32, qint64> m_repliedNs; //!< by sequence
    EchoServer m_server{QHostAddress(QHostAddress::LocalHost),
                        [this](EchoServer &self, const QNetworkDatagram &datagram) {
                            const QByteArray bytes = datagram.data();
                            QTimer::singleShot(40, Qt::PreciseTimer, &self, [this, &self, datagram, bytes] {
                                m_repliedNs[qFromBigEndian<quint32>(bytes.constData() + 16)] = monotonicNs();
                                self.reply(datagram, bytes);
                            });
                        }};
};

} // namespace plumb::test
