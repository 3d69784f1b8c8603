// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linehistory.h"

//! A probe of a line, as tests put it into a history.
inline plumb::Sample testSample(quint32 seq, qint64 sentUs, plumb::Fate fate, qint32 rttUs = plumb::UnknownUs)
{
    plumb::Sample sample;
    sample.line = 1;
    sample.seq = seq;
    sample.sentUs = sentUs;
    sample.fate = fate;
    sample.rttUs = rttUs;
    return sample;
}

//! Adds the next probe.
inline void addProbe(plumb::LineHistory &history, qint64 sentUs, plumb::Fate fate,
                     qint32 rttUs = plumb::UnknownUs)
{
    history.put(testSample(history.endSeq(), sentUs, fate, rttUs));
}
