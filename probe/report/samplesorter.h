// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QHash>

#include <functional>
#include <map>
#include <tuple>

namespace plumb {

//! Turns the engine's stream (settled probes as they settle, amended ones again) into one row a probe in
//! sending order, each with its final fate: a sample is held until it can not be amended any more.
class SampleSorter
{
public:
    using Sink = std::function<void(const Sample &)>;

    //! Probes sent at the same microsecond come in the order of lines.
    SampleSorter(const QList<LineKey> &lines, Sink sink);

    //! How long after its sending a sample may still be amended (the largest of the lines). Default 10 s.
    void setHoldUs(qint64 us) { m_holdUs = us; }
    //! nowUs: any clock that never goes back (times of sending may, when somebody sets the clock).
    void add(const Sample &sample, qint64 nowUs);
    //! Hands on what is final by now.
    void release(qint64 nowUs);
    //! Hands on all: the run has ended.
    void finish();
    [[nodiscard]] size_t held() const { return m_held.size(); }

private:
    struct Held
    {
        Sample sample;
        qint64 seenUs = 0; //!< when it came first
    };

    std::map<std::tuple<qint64, int, quint32>, Held> m_held; //!< by time of sending, line, seq
    QHash<LineKey, int> m_order;
    Sink m_sink;
    qint64 m_holdUs = 10'000'000;
};

} // namespace plumb
