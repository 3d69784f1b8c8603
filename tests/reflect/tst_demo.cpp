// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"
#include "profilefile.h"

#include <QMap>
#include <QNetworkDatagram>
#include <QSet>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>
#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace plumb;
using namespace Qt::StringLiterals;

namespace {

const Line &lineNamed(const Profile &profile, QStringView name)
{
    const auto line = std::ranges::find(profile.lines, name, &Line::name);
    Q_ASSERT(line != profile.lines.end());
    return *line;
}

//! Sends to a line until something comes back, or for so long.
bool answers(const Line &line, int timeoutMs)
{
    QUdpSocket socket;
    const QHostAddress address(line.entry.host);
    if (!socket.bind(QHostAddress(QHostAddress::LocalHost), 0))
        return false;
    socket.writeDatagram("probe", address, line.entry.port);
    return QTest::qWaitFor(
        [&] {
            while (socket.hasPendingDatagrams()) {
                const QNetworkDatagram reply = socket.receiveDatagram();
                if (reply.data() == "probe" && reply.senderAddress() == address &&
                    reply.senderPort() == line.entry.port)
                    return true;
            }
            return false;
        },
        timeoutMs);
}

} // namespace

class TestDemo final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void profile_has24ValidLines();
    void profile_sharedEntry();
    void profile_sameTwice();
    void start_healthyLinesAnswer();
    void start_silentLineDoesNot();
    void start_closedPortIsRefused();
    void start_besideAnother();
    void destroy_withoutStart();
};

void TestDemo::profile_has24ValidLines()
{
    Demo demo;
    QCOMPARE(demo.start(), QString());
    const Profile profile = demo.profile();
    QCOMPARE(profile.lines.size(), 24);
    QCOMPARE(profile.probe.interval, std::chrono::milliseconds{200});
    QCOMPARE(profile.rules, gamesRules());

    QSet<QString> ids, names, targets;
    qsizetype withEcho = 0;
    for (const Line &line : profile.lines) {
        ids.insert(line.id);
        names.insert(line.name);
        targets.insert(line.entry.toString());
        QVERIFY(line.entry.port != 0);
        QVERIFY(!line.tags.isEmpty());
        withEcho += line.echo.has_value();
    }
    QCOMPARE(ids.size(), 24);
    QCOMPARE(names.size(), 24);
    QCOMPARE(targets.size(), 24);
    QCOMPARE(withEcho, 12);
    for (const Problem &problem : validate(profile))
        QFAIL(qPrintable(problem.toString(u"demo"_s)));
}

void TestDemo::profile_sharedEntry()
{
    Demo demo;
    QCOMPARE(demo.start(), QString());
    QMap<QString, int> lines;
    for (const Line &line : demo.profile().lines)
        ++lines[line.entry.host];
    QCOMPARE(lines.keys(), QStringList({u"127.0.1.1"_s, u"127.0.2.1"_s, u"127.0.3.1"_s, u"127.0.4.1"_s}));
    QCOMPARE(lines[u"127.0.3.1"_s], 5); // all of it, and nothing else, fails together
}

void TestDemo::profile_sameTwice()
{
    Demo demo;
    QCOMPARE(demo.start(), QString());
    const Profile once = demo.profile();
    QCOMPARE(demo.start(), QString()); // a second start changes nothing
    QVERIFY(demo.profile() == once);
}

void TestDemo::start_healthyLinesAnswer()
{
    Demo demo;
    QCOMPARE(demo.start(), QString());
    const Profile profile = demo.profile();
    for (const auto name : {u"Tokyo CN2-01", u"Hong Kong CN2-01", u"Singapore CMI-02", u"Los Angeles CN2-01"})
        QVERIFY2(answers(lineNamed(profile, name), 2000), qPrintable(QString::fromUtf16(name)));
}

void TestDemo::start_silentLineDoesNot()
{
    Demo demo;
    QCOMPARE(demo.start(), QString());
    const Profile profile = demo.profile();
    QVERIFY(!answers(lineNamed(profile, u"Hong Kong HGC-02"), 300));
}

void TestDemo::start_closedPortIsRefused()
{
    Demo demo;
    QCOMPARE(demo.start(), QString());
    const Endpoint entry = lineNamed(demo.profile(), u"Los Angeles GIA-02").entry;

    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    QVERIFY(fd >= 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(entry.port);
    to.sin_addr.s_addr = htonl(QHostAddress(entry.host).toIPv4Address());
    // A connected socket is told of the ICMP error; on loopback it is there when send() returns.
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0;
    const auto sent = ::send(fd, "probe", 5, 0);
    char byte = 0;
    const auto received = ::recv(fd, &byte, 1, MSG_DONTWAIT);
    const int error = errno;
    ::close(fd);
    QVERIFY(connected);
    QCOMPARE(sent, 5);
    QCOMPARE(received, -1);
    QCOMPARE(error, ECONNREFUSED);
}

void TestDemo::start_besideAnother()
{
    Demo one, other;
    QCOMPARE(one.start(), QString());
    QCOMPARE(other.start(), QString());
    const Profile profile = other.profile();
    QVERIFY(answers(lineNamed(profile, u"Tokyo CN2-01"), 2000));
    QVERIFY(lineNamed(profile, u"Tokyo CN2-01").entry != lineNamed(one.profile(), u"Tokyo CN2-01").entry);
}

void TestDemo::destroy_withoutStart()
{
    const Demo demo;
    QCOMPARE(demo.profile().lines.size(), 24);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
