// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include <QHash>
#include <QMutex>

#include <vector>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

struct TextPool
{
    QMutex mutex;
    QHash<QString, quint16> ids;
    std::vector<QString> texts{QString()};
};

TextPool &pool()
{
    static TextPool instance;
    return instance;
}

} // namespace

TextId TextId::of(const QString &text)
{
    TextId id;
    if (text.isEmpty())
        return id;
    constexpr size_t MaxTexts = 65'535;
    auto &p = pool();
    const QMutexLocker lock(&p.mutex);
    const bool full = p.texts.size() >= MaxTexts;
    const QString &kept = full && !p.ids.contains(text) ? u"other"_s : text;
    const auto known = p.ids.constFind(kept);
    if (known != p.ids.constEnd()) {
        id.m_id = *known;
        return id;
    }
    id.m_id = static_cast<quint16>(p.texts.size());
    p.texts.push_back(kept);
    p.ids.insert(kept, id.m_id);
    return id;
}

QString TextId::text() const
{
    if (isEmpty())
        return {};
    auto &p = pool();
    const QMutexLocker lock(&p.mutex);
    return p.texts[m_id];
}

TextId withSweepMark(TextId detail)
{
    static const TextId markOnly = TextId::of(SweepMark);
    return detail.isEmpty() ? markOnly : TextId::of(detail.text() + u' ' + SweepMark);
}

QString causeOf(const Sample &sample)
{
    QString text = sample.detail.text();
    if (text.endsWith(SweepMark))
        text = text.chopped(SweepMark.size()).trimmed();
    return text;
}

QLatin1StringView name(Fate fate)
{
    switch (fate) {
    case Fate::Open: return "open"_L1;
    case Fate::Answered: return "answered"_L1;
    case Fate::Late: return "late"_L1;
    case Fate::Lost: return "lost"_L1;
    case Fate::Refused: return "refused"_L1;
    case Fate::Unsent: return "unsent"_L1;
    case Fate::Void: return "void"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView name(StampSource source)
{
    switch (source) {
    case StampSource::None: return ""_L1;
    case StampSource::Kernel: return "kernel"_L1;
    case StampSource::NearStep: return "near-step"_L1;
    case StampSource::User: return "user"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace plumb
