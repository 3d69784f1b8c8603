// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace plumb {

//! By how much the newest 1,024 of something were behind their time.
class Lateness
{
public:
    void add(qint64 ns);
    //! Nearest rank, ms; 0 before the first.
    [[nodiscard]] double quantileMs(double q) const;
    //! The worst since the beginning, ms.
    [[nodiscard]] double maxMs() const { return m_maxUs / 1000.0; }

private:
    std::array<qint32, 1024> m_us{};
    size_t m_count = 0;
    qint32 m_maxUs = 0;
};

} // namespace plumb
