// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linehistory.h"

//! Feeds a history with probes whose fates are letters: a answered, t answered late, x lost, r refused, v
//! void, u unsent.
class Feeder
{
public:
    explicit Feeder(qint64 intervalUs = 1'000'000)
        : m_intervalUs(intervalUs)
    {}

    plumb::LineHistory history{100'000};

    plumb::Sample &add(char fate, double rttMs = 20)
    {
        using plumb::Fate;
        m_sample = {};
        m_sample.seq = m_seq;
        m_sample.sentUs = timeOf(m_seq);
        switch (fate) {
        case 'a': m_sample.fate = Fate::Answered; break;
        case 't': m_sample.fate = Fate::Late; break;
        case 'x': m_sample.fate = Fate::Lost; break;
        case 'r':
            m_sample.fate = Fate::Refused;
            m_sample.detail = plumb::TextId::of(QStringLiteral("icmp=3/3 from=192.0.2.1"));
            break;
        case 'v': m_sample.fate = Fate::Void; break;
        default:
            m_sample.fate = Fate::Unsent;
            m_sample.detail = plumb::TextId::of(QStringLiteral("name not found"));
            break;
        }
        if (fate == 'a' || fate == 't')
            m_sample.rttUs = static_cast<qint32>(rttMs * 1000);
        history.put(m_sample);
        ++m_seq;
        return m_sample;
    }

    [[nodiscard]] qint64 timeOf(quint32 seq) const { return 1'700'000'000'000'000 + seq * m_intervalUs; }
    [[nodiscard]] quint32 next() const { return m_seq; }

private:
    plumb::Sample m_sample;
    qint64 m_intervalUs;
    quint32 m_seq = 0;
};
