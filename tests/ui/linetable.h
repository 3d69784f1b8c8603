// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"

#include <map>

//! Lines that a test fills by hand, as a source for LinesModel.
class LineTable
{
public:
    plumb::LineState &add(const QString &name, const QString &entry, const QString &echo = {})
    {
        plumb::LineState &state = m_states[m_next];
        state.key = m_next++;
        state.line.id = name;
        state.line.name = name;
        state.line.entry = plumb::parseEndpoint(entry).endpoint;
        if (!echo.isEmpty())
            state.line.echo = plumb::parseEndpoint(echo).endpoint;
        m_keys.append(state.key);
        return state;
    }

    //! One settled probe a second: rttMs ≥ 0 is an answer, below a loss.
    static void put(plumb::LineState &state, double rttMs)
    {
        plumb::Sample sample;
        sample.line = state.key;
        sample.seq = state.history.endSeq();
        sample.sentUs = 1'800'000'000'000'000 + qint64(sample.seq) * 1'000'000;
        sample.fate = rttMs >= 0 ? plumb::Fate::Answered : plumb::Fate::Lost;
        if (rttMs >= 0)
            sample.rttUs = qRound(rttMs * 1000);
        state.history.put(sample);
    }

    plumb::LinesModel::LineSource source()
    {
        return [this](plumb::LineKey key) -> const plumb::LineState & { return m_states.at(key); };
    }
    plumb::LineState &operator[](plumb::LineKey key) { return m_states.at(key); }
    QList<plumb::LineKey> &keys() { return m_keys; }

private:
    std::map<plumb::LineKey, plumb::LineState> m_states;
    QList<plumb::LineKey> m_keys;
    plumb::LineKey m_next = 1;
};
