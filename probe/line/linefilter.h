// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <functional>
#include <memory>

namespace plumb {

//! Figures of a line that the filter's measured terms ask for; unknown ones are empty and match nothing.
struct FilterFacts
{
    QString state; //!< "dead", "critical", "warning", "suspect", "ok", "pending", "paused"
    std::optional<double> loss, mean, median, p95, p99, jitter, last, min, max;
    std::optional<double> sinceSeconds; //!< how long the state has lasted
};

//! The small language of the window's filter box and of --only/--except:
//! words and "quoted text" match name, id, entry, echo or tag (case-insensitive); "name:x tag:x id:x entry:x
//! echo:x" one field, where entry and echo also take an address, a CIDR block or a port ":7000"; "loss>5
//! p95>=80 mean<300 since<10m" compare a figure; "state:bad" (warning, critical, dead) or a state. Terms are
//! joined by AND, "-term" negates,
//! "|" between terms is OR (binds weaker). 延迟/时延 are read as mean, 丢包 as loss.
class LineFilter
{
public:
    LineFilter();
    ~LineFilter();
    LineFilter(const LineFilter &);
    LineFilter &operator=(const LineFilter &);

    //! Reads an expression; on an error the filter matches everything and error() tells "what is wrong; what
    //! to do".
    explicit LineFilter(QStringView expression);
    [[nodiscard]] const QString &error() const;
    //! Where in the expression the error is; -1 without one.
    [[nodiscard]] qsizetype errorAt() const { return m_errorAt; }
    [[nodiscard]] bool isEmpty() const; //!< matches every line
    //! True where the expression has a term that needs FilterFacts; the command line refuses such an
    //! expression.
    [[nodiscard]] bool needsFacts() const;
    [[nodiscard]] bool matches(const Line &line, const FilterFacts *facts = nullptr) const;

private:
    struct Node;
    std::shared_ptr<const Node> m_root;
    QString m_error;
    qsizetype m_errorAt = -1;
};

} // namespace plumb
