// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"
#include "truertt.h"

#include <QTest>

#include <atomic>
#include <cstdarg>
#include <ctime>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

// The linker leads the engine's calls here (--wrap): the wall clock and the receive stamps step as a test
// wants, and a send may be held up inside the call.
namespace {

std::atomic<qint64> g_stepNs = 0;   //!< of the wall clock
std::atomic<qint64> g_stepAtNs = 0; //!< monotonic; 0: never
std::atomic<qint64> g_sleptNs = 0;  //!< boot time that runs ahead
std::atomic<int> g_holdUpEvery = 0; //!< sends

timespec moved(const timespec &time, qint64 byNs)
{
    const qint64 ns = time.tv_sec * 1'000'000'000LL + time.tv_nsec + byNs;
    return {static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000)};
}

qint64 nsOf(const timespec &time) { return time.tv_sec * 1'000'000'000LL + time.tv_nsec; }

} // namespace

extern "C" {
int __real_clock_gettime(clockid_t clock, timespec *time);
int __real_ioctl(int fd, unsigned long request, ...);
ssize_t __real_sendto(int fd, const void *bytes, size_t size, int flags, const sockaddr *to,
                      socklen_t length);
int __wrap_clock_gettime(clockid_t clock, timespec *time);
int __wrap_ioctl(int fd, unsigned long request, ...);
ssize_t __wrap_sendto(int fd, const void *bytes, size_t size, int flags, const sockaddr *to,
                      socklen_t length);

int __wrap_clock_gettime(clockid_t clock, timespec *time)
{
    const int result = __real_clock_gettime(clock, time);
    if (clock == CLOCK_BOOTTIME)
        *time = moved(*time, g_sleptNs);
    if (clock != CLOCK_REALTIME || g_stepAtNs == 0)
        return result;
    timespec mono{};
    __real_clock_gettime(CLOCK_MONOTONIC, &mono);
    if (nsOf(mono) >= g_stepAtNs)
        *time = moved(*time, g_stepNs);
    return result;
}

int __wrap_ioctl(int fd, unsigned long request, ...)
{
    va_list list;
    va_start(list, request);
    void *const argument = va_arg(list, void *);
    va_end(list);
    const int result = __real_ioctl(fd, request, argument);
    if (result != 0 || request != SIOCGSTAMPNS || g_stepAtNs == 0)
        return result;
    // A datagram that came after the step has a stamp of the clock after it.
    timespec mono{}, real{};
    __real_clock_gettime(CLOCK_MONOTONIC, &mono);
    __real_clock_gettime(CLOCK_REALTIME, &real);
    auto *const stamp = static_cast<timespec *>(argument);
    if (nsOf(*stamp) - nsOf(real) + nsOf(mono) >= g_stepAtNs)
        *stamp = moved(*stamp, g_stepNs);
    return result;
}

ssize_t __wrap_sendto(int fd, const void *bytes, size_t size, int flags, const sockaddr *to, socklen_t length)
{
    static std::atomic<int> count = 0;
    const ssize_t sent = __real_sendto(fd, bytes, size, flags, to, length);
    if (g_holdUpEvery > 0 && ++count % g_holdUpEvery == 0)
        QTest::qSleep(2);
    return sent;
}
}

using namespace plumb;
using namespace plumb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The whole engine on a computer whose clocks step and whose sends are held up.
class TestFakedKernel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        g_stepNs = 0;
        g_stepAtNs = 0;
        g_sleptNs = 0;
        g_holdUpEvery = 0;
    }

    void clockStep_changesNoRtt_data()
    {
        QTest::addColumn<qint64>("stepMs");
        QTest::newRow("5 ms ahead") << qint64{5};
        QTest::newRow("5 ms back") << qint64{-5};
        QTest::newRow("an hour ahead") << qint64{3'600'000};
        QTest::newRow("an hour back") << qint64{-3'600'000};
    }
    void clockStep_changesNoRtt()
    {
        QFETCH(qint64, stepMs);
        TrueRtt truth;
        LinePlan plan = planTo(1, truth.server());
        plan.settings.interval = 10ms;
        Gatherer gatherer;
        g_stepNs = stepMs * 1'000'000;
        const qint64 aheadNs = realtimeNs() - monotonicNs();
        g_stepAtNs = monotonicNs() + 600'000'000;
        gatherer.sweep({plan}, 120);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QCOMPARE(gatherer.samples.size(), size_t{120});
        QCOMPARE(gatherer.count(Fate::Lost), 0);
        QCOMPARE(gatherer.count(Fate::Late), 0);
        // The rest: the server was interrupted between its clock and its send.
        const int exact = truth.exact(gatherer, aheadNs, aheadNs + g_stepNs);
        QVERIFY2(exact >= 100, qPrintable(QString::number(exact)));
        const bool isTold =
            std::any_of(gatherer.notices.begin(), gatherer.notices.end(), [](const EngineNotice &notice) {
                return notice.text.startsWith(u"clock-step"_s) ||
                       notice.text.startsWith(u"cause=clock-jump"_s);
            });
        QVERIFY(isTold);
        // Only what a pause of a virtual machine would look like is not counted.
        if (stepMs < 500)
            QVERIFY(std::none_of(gatherer.samples.begin(), gatherer.samples.end(), [](const auto &entry) {
                return entry.second.detail.text().startsWith(u"cause=clock"_s);
            }));
    }

    void suspend_voidsWhatWasOpen()
    {
        EchoServer silent(QHostAddress(QHostAddress::LocalHost),
                          [](EchoServer &, const QNetworkDatagram &) {});
        LinePlan plan = planTo(1, silent);
        plan.settings.timeout = 3s;
        plan.settings.late = 3s;
        Gatherer gatherer;
        gatherer.watch({plan});
        QTRY_VERIFY_WITH_TIMEOUT(silent.received.size() >= 5, Patience);
        g_sleptNs = 60'000'000'000;
        QTRY_VERIFY_WITH_TIMEOUT(!gatherer.notices.isEmpty(), Patience);
        QCOMPARE(gatherer.notices.constFirst().text, u"cause=suspend seconds=60.0"_s);
        gatherer.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        QVERIFY(gatherer.count(Fate::Void) >= 5);
        QCOMPARE(gatherer.samples.begin()->second.fate, Fate::Void);
        QCOMPARE(gatherer.samples.begin()->second.detail.text(), u"cause=suspend seconds=60.0"_s);
    }

    void sendThatIsHeldUp_isVoidAndKeepsItsRtt()
    {
        EchoServer server;
        g_holdUpEvery = 4;
        Gatherer gatherer;
        gatherer.sweep({planTo(1, server)}, 40);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.finished, Patience);
        int heldUp = 0;
        for (const auto &[id, sample] : gatherer.samples) {
            if (sample.detail.text() != u"cause=send-delay"_s)
                continue;
            ++heldUp;
            QCOMPARE(sample.fate, Fate::Void);
            QVERIFY(sample.hasRtt());
        }
        QVERIFY(heldUp >= 10);
        QCOMPARE(gatherer.count(Fate::Answered) + gatherer.count(Fate::Void), 40);
    }
};

QTEST_GUILESS_MAIN(TestFakedKernel)
#include "tst_fakedkernel.moc"
