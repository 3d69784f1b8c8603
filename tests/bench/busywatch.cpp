// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"
#include "runcommand.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>

// `plumbline watch` whose probing thread has its event loop kept busy: what a probe's numbers are worth then.

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

constexpr double Share = 0.8;
constexpr qint64 MaxBurnNs = 20'000'000; //!< at a time; what a stall or the start missed is not made up for

//! Burns its share of the thread that it lives in.
class Burner final : public QObject
{
public:
    Burner()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Burner::burn);
        m_timer.start(1);
        m_all.start();
        m_idle.start();
    }
    //! Thread-safe: of the time since it began, in percent; 0 before.
    [[nodiscard]] static int burntPercent() { return s_burntPercent; }

private:
    void burn()
    {
        const auto idle = static_cast<double>(m_idle.nsecsElapsed());
        const qint64 due = std::min(MaxBurnNs, static_cast<qint64>(idle * Share / (1 - Share)));
        QElapsedTimer burning;
        burning.start();
        while (burning.nsecsElapsed() < due) {
        }
        m_burntNs += burning.nsecsElapsed();
        s_burntPercent = static_cast<int>(100 * m_burntNs / std::max<qint64>(1, m_all.nsecsElapsed()));
        m_idle.start();
    }

    static inline std::atomic<int> s_burntPercent = 0;
    QTimer m_timer{this};
    QElapsedTimer m_all, m_idle;
    qint64 m_burntNs = 0;
};

//! Sees the events of every thread: a Burner is put into the probing thread at its first one.
class Application final : public QCoreApplication
{
public:
    using QCoreApplication::QCoreApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        thread_local bool looked = false;
        if (!looked) {
            looked = true;
            QThread *const thread = QThread::currentThread();
            if (thread->objectName() == "probes"_L1) {
                auto *const burner = new Burner;
                connect(thread, &QThread::finished, burner, &QObject::deleteLater);
            }
        }
        return QCoreApplication::notify(receiver, event);
    }
};

} // namespace

int main(int argc, char **argv)
{
    const Application application(argc, argv);
    const auto parsed = parseRun(RunKind::Watch, QCoreApplication::arguments().mid(2));
    if (!parsed.error.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(parsed.error));
        return 2;
    }
    const int code = runSweepOrWatch(parsed.request);
    std::fprintf(stderr, "%d %% burnt\n", Burner::burntPercent());
    return Burner::burntPercent() > 0 ? code : 2;
}
