// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cell.h"

#include <QDateTime>
#include <QJsonArray>

#include <cmath>

namespace plumb {

using namespace Qt::StringLiterals;

Cell Cell::text(const QString &text) { return text.isEmpty() ? Cell() : Cell(text, 0); }

Cell Cell::list(const QStringList &texts) { return Cell(QJsonArray::fromStringList(texts), 0); }

Cell Cell::count(qint64 n) { return Cell(n, 0); }

Cell Cell::number(std::optional<double> value, int decimals)
{
    if (!value || !std::isfinite(*value))
        return {};
    const double scale = std::pow(10, decimals);
    return Cell(std::round(*value * scale) / scale, decimals);
}

Cell Cell::time(std::optional<qint64> us) { return us ? Cell(isoTime(*us), 0) : Cell(); }

QString Cell::toText() const
{
    switch (m_value.type()) {
    case QJsonValue::String: return m_value.toString();
    case QJsonValue::Double: return QString::number(m_value.toDouble(), 'f', m_decimals);
    case QJsonValue::Array: {
        QStringList texts;
        const QJsonArray array = m_value.toArray();
        for (const auto &text : array)
            texts << text.toString();
        return texts.join(u';');
    }
    default: return {};
    }
}

QString isoTime(qint64 us)
{
    constexpr qint64 UsPerSecond = 1'000'000;
    const qint64 rest = ((us % UsPerSecond) + UsPerSecond) % UsPerSecond;
    const QDateTime second = QDateTime::fromSecsSinceEpoch((us - rest) / UsPerSecond, Qt::UTC);
    return second.toString(u"yyyy-MM-dd'T'HH:mm:ss"_s) + u"."_s +
           QString::number(rest).rightJustified(6, u'0') + u"000Z"_s;
}

} // namespace plumb
