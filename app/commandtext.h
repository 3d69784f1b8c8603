// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv.h"
#include "verdict.h"

#include <QCoreApplication>

namespace plumb {

//! The words of the terminal, translated: states, reasons, amounts.
class CommandText
{
    Q_DECLARE_TR_FUNCTIONS(plumb::CommandText)
public:
    [[nodiscard]] static QString verdict(Verdict verdict);
    //! Two or three words: "loss 44.0 %", "silent", "7 of 10 probes"; empty where there is nothing to say.
    [[nodiscard]] static QString shortReason(const Reason &reason);
    //! "loss 44.0 % > 30 % (44 of 100 probes)"
    [[nodiscard]] static QString longReason(const Reason &reason);
    //! One line for something that happened: "02:14:07  CN2-003: critical: …; since 02:12:41".
    [[nodiscard]] static QString event(const Event &event, const LineNames &names);
    //! With separators: "12,800".
    [[nodiscard]] static QString count(qint64 n);
    //! "1 line", "1,280 lines"
    [[nodiscard]] static QString lines(qint64 n);
    //! "200 ms", "1.5 s"
    [[nodiscard]] static QString interval(double ms);
    //! "22 s", "5 min", "2 h 14 min"
    [[nodiscard]] static QString duration(double seconds);

private:
    [[nodiscard]] static QString metric(Metric metric);
    [[nodiscard]] static QString figure(Metric metric, double value);
};

} // namespace plumb
