// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "histories.h"
#include "latencyplot.h"

#include <QPainter>
#include <QTest>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 S = 1'000'000;
constexpr qint64 T0 = 1'795'000'020 * S;
constexpr int Lines = 8;
constexpr int Probes = 3600; // an hour at one a second

} // namespace

//! What a repaint of the chart costs: eight lines over an hour, each of which got one more probe since the
//! last one. QT_QPA_PLATFORM=offscreen bench_chart
class BenchChart final : public QObject
{
    Q_OBJECT

private:
    std::vector<LineHistory> m_lines;
    qint64 m_endUs = 0;

    void grow()
    {
        for (LineHistory &line : m_lines) {
            const int i = static_cast<int>(line.endSeq());
            const bool lost = (i * 7919) % 100 < 5;
            addProbe(line, m_endUs, lost ? Fate::Lost : Fate::Answered,
                     lost ? UnknownUs : 40'000 + i * 31 % 9000);
        }
        m_endUs += S;
    }
    LatencyPlot::Content content() const
    {
        LatencyPlot::Content made;
        made.toUs = m_endUs;
        made.spanUs = Probes * S;
        for (const LineHistory &line : m_lines)
            made.lines.push_back({QString::number(made.lines.size() + 1), &line, {}});
        return made;
    }

private Q_SLOTS:
    void init()
    {
        m_lines.assign(Lines, LineHistory(2 * Probes));
        m_endUs = T0;
        for (int i = 0; i < Probes; ++i)
            grow();
    }

    void bucketsAnew()
    {
        QBENCHMARK
        {
            grow();
            for (const LineHistory &line : m_lines)
                QVERIFY(!bucketsOf(line, m_endUs - Probes * S, m_endUs, 15 * S).list.empty());
        }
    }

    void bucketsKept()
    {
        std::vector<BucketCache> caches(Lines);
        QBENCHMARK
        {
            grow();
            for (size_t i = 0; i < m_lines.size(); ++i)
                QVERIFY(!caches[i].update(m_lines[i], m_endUs - Probes * S, m_endUs, 15 * S).list.empty());
        }
    }

    void contentOnly()
    {
        LatencyPlot plot;
        plot.resize(1000, 260);
        plot.show();
        QBENCHMARK
        {
            grow();
            plot.setContent(content());
        }
    }

    void contentAndPaint()
    {
        LatencyPlot plot;
        plot.resize(1000, 260);
        plot.show();
        QImage image(plot.size(), QImage::Format_ARGB32_Premultiplied);
        QBENCHMARK
        {
            grow();
            plot.setContent(content());
            QPainter painter(&image);
            plot.render(&painter);
        }
    }
};

QTEST_MAIN(BenchChart)
#include "bench_chart.moc"
