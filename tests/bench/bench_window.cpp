// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "linesview.h"
#include "mainwindow.h"
#include "monitor.h"
#include "profilefile.h"
#include "windowsettings.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <utility>

// The window at work: a profile's lines watched, the chart of eight of them over an hour, and what that costs
// the thread that paints. bench_window PROFILE SECONDS SAMPLES STARTED [--no-window]: SAMPLES is a CSV that
// the probes are written to, STARTED the monotonic time in nanoseconds when the program was started. Prints
// "name value" per figure; times are in ms. With 0 SECONDS it ends with the first paint.

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

constexpr int ChartLines = 8;
constexpr qint64 HourUs = 3'600'000'000;
constexpr int WarmUpMs = 8'000;
constexpr int ScrollMs = 10'000, ScrollStepMs = 50, ScrollRows = 3;
constexpr int BeatMs = 5;

double ms(qint64 ns) { return static_cast<double>(ns) / 1e6; }

//! Of the calling thread.
qint64 cpuNs()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return spent.tv_sec * 1'000'000'000LL + spent.tv_nsec;
}

//! Nearest rank; 0 of none.
qint64 quantile(QList<qint64> values, double q)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<qsizetype>(std::ceil(q * static_cast<double>(values.size())));
    return values[std::clamp<qsizetype>(rank, 1, values.size()) - 1];
}

void print(const QString &name, double value) { QTextStream(stdout) << name << ' ' << value << '\n'; }

//! Takes the time of each repaint: what a top-level widget was asked to bring up to date, with all in it.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool repaints = event->type() == QEvent::UpdateRequest || event->type() == QEvent::Expose;
        if (!repaints || m_inside || thread() != QThread::currentThread())
            return QApplication::notify(receiver, event);
        m_inside = true;
        QElapsedTimer took;
        took.start();
        const bool done = QApplication::notify(receiver, event);
        m_inside = false;
        m_repaintsNs.append(took.nsecsElapsed());
        if (onRepaint)
            onRepaint();
        return done;
    }
    [[nodiscard]] QList<qint64> takeRepaintsNs() { return std::exchange(m_repaintsNs, {}); }

    std::function<void()> onRepaint;

private:
    QList<qint64> m_repaintsNs;
    bool m_inside = false;
};

//! How late its event loop comes to a timer, at worst.
class Heart final : public QObject
{
public:
    Heart()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_worstNs = std::max(m_worstNs, m_since.nsecsElapsed() - BeatMs * 1'000'000LL);
            m_since.start();
        });
        m_since.start();
        m_timer.start(BeatMs);
    }
    [[nodiscard]] qint64 worstNs() const { return m_worstNs; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_worstNs = 0;
};

//! An hour of probes that were sent before the bench: the chart needs them, nobody wants to wait for them.
void fillAnHour(const Monitor &monitor)
{
    const qint64 endUs = realtimeUs();
    for (const LineKey key : monitor.keys()) {
        const LineState &state = monitor.line(key);
        auto &history = const_cast<LineHistory &>(state.history); // the bench stands in for the engine
        const qint64 stepUs = state.settings.interval.count() * 1000;
        for (qint64 sentUs = endUs - HourUs; sentUs < endUs; sentUs += stepUs) {
            Sample sample;
            sample.line = key;
            sample.seq = history.endSeq();
            sample.sentUs = sentUs;
            const auto dice = (sample.seq * 7919 + key * 104'729) % 1000;
            sample.fate = dice < 20 ? Fate::Lost : Fate::Answered;
            if (sample.fate == Fate::Answered)
                sample.rttUs = static_cast<qint32>(20'000 + key % 40 * 1000 + dice * 7);
            history.put(sample);
        }
    }
}

//! Those that the capture is compared with: entry, seq, fate, rtt_ms.
class SamplesFile
{
public:
    SamplesFile(const Monitor *monitor, const QString &path)
        : m_file(path)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Text))
            qFatal("%s: %s", qPrintable(path), qPrintable(m_file.errorString()));
        m_file.write("entry,seq,fate,rtt_ms\n");
        QObject::connect(monitor, &Monitor::samplesSettled, monitor, [this, monitor](const auto &samples) {
            for (const Sample &sample : samples) {
                const QString rtt =
                    sample.rttUs == UnknownUs ? QString() : QString::number(sample.rttUs / 1e3);
                m_file.write(u"%1,%2,%3,%4\n"_s
                                 .arg(monitor->line(sample.line).line.entry.toString(),
                                      QString::number(sample.seq), name(sample.fate), rtt)
                                 .toLatin1());
            }
        });
    }

private:
    QFile m_file;
};

void waitMs(int duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

//! The figures of a stretch of time of the thread that paints.
void measure(Application &application, const QString &stretch, int duration)
{
    Heart heart;
    (void)application.takeRepaintsNs();
    QElapsedTimer wall;
    wall.start();
    const qint64 cpuBefore = cpuNs();
    waitMs(duration);
    const auto share = static_cast<double>(cpuNs() - cpuBefore) / static_cast<double>(wall.nsecsElapsed());
    const QList<qint64> repaints = application.takeRepaintsNs();
    print(stretch + u"_cpu_percent"_s, 100 * share);
    print(stretch + u"_stall_ms"_s, ms(heart.worstNs()));
    print(stretch + u"_repaints"_s, static_cast<double>(repaints.size()));
    print(stretch + u"_repaint_p50_ms"_s, ms(quantile(repaints, 0.5)));
    print(stretch + u"_repaint_p99_ms"_s, ms(quantile(repaints, 0.99)));
    print(stretch + u"_repaint_max_ms"_s, ms(quantile(repaints, 1)));
}

void watchInWindow(Application &application, Monitor &monitor, const QString &path, int seconds,
                   qint64 startedNs)
{
    WindowSettings().setChartSpanS(3600);
    MainWindow window(&monitor);
    auto *const view = window.findChild<LinesView *>();
    double firstPaintMs = 0;
    application.onRepaint = [&] {
        if (firstPaintMs == 0 && view->model()->rowCount() > 0)
            firstPaintMs = ms(monotonicNs() - startedNs);
    };
    window.resize(1440, 900);
    window.show();
    window.openFile(path);
    while (firstPaintMs == 0)
        waitMs(10);
    print(u"first_paint_ms"_s, firstPaintMs);
    if (seconds == 0)
        return;

    fillAnHour(monitor);
    const auto actions = window.findChildren<QAction *>();
    const auto start = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(Qt::Key_F5);
    });
    (*start)->trigger();
    (void)view->selectKeys(monitor.keys().mid(0, ChartLines));
    waitMs(WarmUpMs);
    measure(application, u"still"_s, seconds * 1000);

    QTimer scroll;
    int step = ScrollRows;
    QObject::connect(&scroll, &QTimer::timeout, view, [view, &step] {
        QScrollBar *const bar = view->verticalScrollBar();
        if (bar->value() + step > bar->maximum() || bar->value() + step < 0)
            step = -step;
        bar->setValue(bar->value() + step);
    });
    scroll.start(ScrollStepMs);
    measure(application, u"scrolled"_s, ScrollMs);
    scroll.stop();
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.filePath(u"settings"_s));
    qputenv("XDG_DATA_HOME", folder.filePath(u"data"_s).toUtf8());
    Application application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 5)
        qFatal("bench_window PROFILE SECONDS SAMPLES STARTED [--no-window]");
    const QString &path = arguments[1];
    const int seconds = arguments[2].toInt();
    Monitor monitor;
    const SamplesFile samples(&monitor, arguments[3]);
    if (arguments.contains("--no-window"_L1)) {
        monitor.setProfile(loadProfile(path).profile, {});
        monitor.start();
        waitMs(WarmUpMs + seconds * 1000);
    } else {
        watchInWindow(application, monitor, path, seconds, arguments[4].toLongLong());
    }
    const EngineStatus &status = monitor.status();
    print(u"timer_p50_ms"_s, status.timerErrorP50Ms);
    print(u"timer_p99_ms"_s, status.timerErrorP99Ms);
    print(u"missed"_s, static_cast<double>(status.missed));
    monitor.abort();
    return monitor.keys().isEmpty() ? 2 : 0;
}
