// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"

#include "reflecttext.h"

#include <QThread>
#include <QUdpSocket>

#include <array>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

enum class Fault : quint8 { None, Delay, Loss, NearLimit, Silent, Closed, DeadPorts, Late, SharedOutage };

struct DemoLine
{
    const char16_t *name;
    const char16_t *tags; //!< space-separated
    quint8 entry;         //!< third byte of 127.0.x.1
    double delayMs, jitterMs;
    Fault fault = Fault::None;
    double lossPct = 0;
};

// Singapore's five share an entry with no other line: when they fail, all of that entry is bad and nothing
// else is.
constexpr std::array<DemoLine, 24> DemoLines{{
    {u"Tokyo CN2-01", u"tokyo cn2", 1, 32, 0.8},
    {u"Tokyo CN2-02", u"tokyo cn2", 1, 35, 1.2},
    {u"Tokyo CN2-03", u"tokyo cn2", 1, 34, 1, Fault::Loss, 12},
    {u"Tokyo IIJ-01", u"tokyo iij", 1, 41, 1.5},
    {u"Tokyo IIJ-02", u"tokyo iij", 1, 60, 25, Fault::Delay},
    {u"Tokyo IIJ-03", u"tokyo iij", 1, 43, 1, Fault::DeadPorts},
    {u"Osaka NTT-01", u"osaka ntt", 1, 48, 2},
    {u"Hong Kong CN2-01", u"hk cn2", 2, 8, 0.4},
    {u"Hong Kong CN2-02", u"hk cn2", 2, 9, 0.5, Fault::Loss, 45},
    {u"Hong Kong PCCW-01", u"hk pccw", 2, 13, 0.6, Fault::NearLimit, 33},
    {u"Hong Kong PCCW-02", u"hk pccw", 2, 12, 0.6},
    {u"Hong Kong HGC-01", u"hk hgc", 2, 60, 25, Fault::Delay},
    {u"Hong Kong HGC-02", u"hk hgc", 2, 15, 1, Fault::Silent},
    {u"Singapore BGP-01", u"sg bgp", 3, 62, 1.5, Fault::SharedOutage},
    {u"Singapore BGP-02", u"sg bgp", 3, 64, 1.5, Fault::SharedOutage},
    {u"Singapore BGP-03", u"sg bgp", 3, 66, 2, Fault::SharedOutage},
    {u"Singapore CMI-01", u"sg cmi", 3, 71, 2, Fault::SharedOutage},
    {u"Singapore CMI-02", u"sg cmi", 3, 75, 3, Fault::SharedOutage},
    {u"Los Angeles CN2-01", u"la cn2", 4, 176, 2},
    {u"Los Angeles GIA-01", u"la gia", 4, 152, 3, Fault::Loss, 12},
    {u"Los Angeles GIA-02", u"la gia", 4, 150, 3, Fault::Closed},
    {u"Frankfurt CN2-01", u"frankfurt cn2", 4, 340, 5, Fault::Delay},
    {u"Frankfurt DTAG-01", u"frankfurt dtag", 4, 365, 8, Fault::Delay},
    {u"Frankfurt DTAG-02", u"frankfurt dtag", 4, 200, 4, Fault::Late},
}};

constexpr quint16 FirstPort = 7001;   // below the ports that systems hand out, so no flow of ours takes one
constexpr quint16 FirstClosed = 7101; // the first of these that nobody listens on
constexpr quint16 LastClosed = 7199;
constexpr quint32 Seed = 380; // with it the line near its limit is certain neither way for the first minutes

QHostAddress entryAddress(const DemoLine &line)
{
    return QHostAddress(0x7f000001U + (quint32{line.entry} << 8));
}

Impairment impairmentOf(const DemoLine &line)
{
    Impairment impairment;
    impairment.delayMs = line.delayMs;
    impairment.jitterMs = line.jitterMs;
    impairment.lossBackPct = line.lossPct;
    switch (line.fault) {
    case Fault::Silent: impairment.silent = true; break;
    case Fault::DeadPorts: impairment.deadFlowsOf8 = 2; break;
    case Fault::Late: // beyond the time-out of 2 s
        impairment.latePct = 85;
        impairment.lateMs = 2100;
        break;
    case Fault::SharedOutage: impairment.outage = {.fromS = 15, .forS = 40, .periodS = 120}; break;
    case Fault::None:
    case Fault::Delay:
    case Fault::Loss:
    case Fault::NearLimit:
    case Fault::Closed: break;
    }
    return impairment;
}

//! A port of the address that nothing listens on; 0 where none is free.
quint16 closedPort(const QHostAddress &address)
{
    for (quint16 port = FirstClosed; port <= LastClosed; ++port) {
        QUdpSocket probe;
        if (probe.bind(address, port, QUdpSocket::DontShareAddress))
            return port;
    }
    return 0;
}

} // namespace

class Demo::Private
{
public:
    QString open();

    QThread thread;
    std::unique_ptr<Reflector> reflector = std::make_unique<Reflector>(Seed);
    std::array<quint16, DemoLines.size()> ports{};
};

Demo::Demo()
    : d(std::make_unique<Private>())
{}

Demo::~Demo()
{
    if (!d->thread.isRunning())
        return;
    // Its notifier must go in the thread that watches it; afterwards the object itself may be deleted from
    // here.
    QMetaObject::invokeMethod(
        d->reflector.get(), [this] { d->reflector->stop(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

QString Demo::start()
{
    if (d->thread.isRunning())
        return {};
    d->thread.setObjectName(u"demo reflector"_s);
    d->reflector->moveToThread(&d->thread);
    d->thread.start();
    QString error;
    QMetaObject::invokeMethod(
        d->reflector.get(), [this] { return d->open(); }, Qt::BlockingQueuedConnection, &error);
    return error;
}

QString Demo::Private::open()
{
    for (size_t i = 0; i < DemoLines.size(); ++i) {
        const DemoLine &line = DemoLines[i];
        const QHostAddress address = entryAddress(line);
        if (line.fault == Fault::Closed) {
            ports[i] = closedPort(address);
            if (ports[i] == 0)
                return ReflectText::tr(
                           "the ports %1 to %2 of %3 are all in use; close the programs that hold them")
                    .arg(FirstClosed)
                    .arg(LastClosed)
                    .arg(address.toString());
            continue;
        }
        const Impairment impairment = impairmentOf(line);
        const auto wanted = static_cast<quint16>(FirstPort + i);
        // Another demo may run: then any free port will do.
        if (!reflector->add(address, wanted, 1, impairment).isEmpty()) {
            if (const QString error = reflector->add(address, 0, 1, impairment); !error.isEmpty())
                return error;
        }
        ports[i] = reflector->ports().constLast();
    }
    return {};
}

Profile Demo::profile() const
{
    Profile profile;
    profile.name = u"Demo"_s;
    profile.probe.interval = std::chrono::milliseconds{200};
    profile.rules = gamesRules();
    for (size_t i = 0; i < DemoLines.size(); ++i) {
        const DemoLine &made = DemoLines[i];
        Line line;
        line.id = u"demo-%1"_s.arg(i + 1, 2, 10, '0'_L1);
        line.name = QString::fromUtf16(made.name);
        line.tags = QString::fromUtf16(made.tags).split(' '_L1);
        line.entry = {.host = entryAddress(made).toString(), .port = d->ports[i]};
        if (i % 2 == 0) // some lines have an echo address behind the entry; here the entry answers for it
            line.echo = Endpoint{.host = u"127.0.5.%1"_s.arg(i + 1), .port = 9000};
        // Under the games rules 33 % is certainly above 5 %; the original rules leave it near their one
        // limit.
        if (made.fault == Fault::NearLimit)
            line.rules = originalRules();
        profile.lines.append(line);
    }
    return profile;
}

} // namespace plumb
