// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace plumb;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

void create(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

mode_t kindOf(const QString &path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & S_IFMT : 0;
}

} // namespace

class OutputFileTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void commit_writesTheWholeFile()
    {
        OutputFile file;
        QCOMPARE(file.open(path(u"a.csv"_s), OutputFile::Mode::Whole), QString());
        file.write("one\r\n");
        file.write("two\r\n");
        QVERIFY(!QFile::exists(path(u"a.csv"_s)));
        QCOMPARE(file.commit(), QString());
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("one\r\ntwo\r\n"));
        QCOMPARE(files(), QStringList{u"a.csv"_s});
    }

    void withoutCommit_theOldFileStaysWhole()
    {
        create(path(u"a.csv"_s), "old");
        {
            OutputFile file;
            QCOMPARE(file.open(path(u"a.csv"_s), OutputFile::Mode::Whole), QString());
            file.write("new");
        }
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("old"));
        QCOMPARE(files(), QStringList{u"a.csv"_s});
    }

    void replacedFile_keepsItsMode_data()
    {
        QTest::addColumn<bool>("growing");
        QTest::newRow("whole") << false;
        QTest::newRow("growing") << true;
    }
    void replacedFile_keepsItsMode()
    {
        QFETCH(bool, growing);
        create(path(u"a.csv"_s), "old");
        QCOMPARE(::chmod(QFile::encodeName(path(u"a.csv"_s)).constData(), 0640), 0);
        OutputFile file;
        QCOMPARE(file.open(path(u"a.csv"_s), growing ? OutputFile::Mode::Growing : OutputFile::Mode::Whole),
                 QString());
        file.write("new");
        QCOMPARE(file.commit(), QString());
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(path(u"a.csv"_s)).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0640));
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("new"));
    }

    void link_isFollowedAndStays_data()
    {
        QTest::addColumn<bool>("growing");
        QTest::addColumn<bool>("exists");
        QTest::newRow("to a file") << false << true;
        QTest::newRow("to a file yet to come") << false << false;
        QTest::newRow("growing") << true << true;
        QTest::newRow("growing, yet to come") << true << false;
    }
    void link_isFollowedAndStays()
    {
        QFETCH(bool, growing);
        QFETCH(bool, exists);
        if (exists)
            create(path(u"real.csv"_s), "old");
        QVERIFY(QFile::link(path(u"real.csv"_s), path(u"hop"_s)));
        QVERIFY(QFile::link(path(u"hop"_s), path(u"link.csv"_s)));
        OutputFile file;
        QCOMPARE(
            file.open(path(u"link.csv"_s), growing ? OutputFile::Mode::Growing : OutputFile::Mode::Whole),
            QString());
        file.write("new");
        QCOMPARE(file.commit(), QString());
        QCOMPARE(kindOf(path(u"link.csv"_s)), mode_t(S_IFLNK));
        QCOMPARE(contents(path(u"real.csv"_s)), QByteArray("new"));
    }

    void growingFile_growsInItsPart()
    {
        create(path(u"a.csv"_s), "old");
        OutputFile file;
        QCOMPARE(file.open(path(u"a.csv"_s), OutputFile::Mode::Growing), QString());
        file.write("one\n");
        QCOMPARE(file.flush(), QString());
        QCOMPARE(contents(path(u"a.csv.part"_s)), QByteArray("one\n"));
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("old"));
        file.write("two\n");
        QCOMPARE(file.commit(), QString());
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("one\ntwo\n"));
        QCOMPARE(files(), QStringList{u"a.csv"_s});
    }

    void growingFile_staysWithoutCommitUnlessItIsEmpty()
    {
        {
            OutputFile empty, grown;
            QCOMPARE(empty.open(path(u"a.csv"_s), OutputFile::Mode::Growing), QString());
            QCOMPARE(grown.open(path(u"b.csv"_s), OutputFile::Mode::Growing), QString());
            grown.write("one\n");
        }
        QCOMPARE(files(), QStringList{u"b.csv.part"_s});
        QCOMPARE(contents(path(u"b.csv.part"_s)), QByteArray("one\n"));
    }

    void growingFile_neverTakesAPartThatStandsThere()
    {
        create(path(u"a.csv.part"_s), "of a run that was killed");
        OutputFile file;
        QVERIFY(file.open(path(u"a.csv"_s), OutputFile::Mode::Growing).contains(u"a.csv.part: "_s));
        QCOMPARE(contents(path(u"a.csv.part"_s)), QByteArray("of a run that was killed"));
    }

    void badTarget_isOneClearError_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("directory") << u"."_s << u"is a directory; "_s;
        QTest::newRow("missing folder") << u"no/a.csv"_s << u"its folder does not exist; "_s;
        QTest::newRow("a file as folder") << u"file/a.csv"_s << u"Not a directory; "_s;
        QTest::newRow("a loop of links") << u"loop"_s << u"symbolic links; "_s;
        QTest::newRow("too long a name") << QString(300, u'x') << u"; "_s;
    }
    void badTarget_isOneClearError()
    {
        QFETCH(QString, name);
        QFETCH(QString, says);
        create(path(u"file"_s), "kept");
        QVERIFY(QFile::link(path(u"loop"_s), path(u"loop"_s)));
        for (const auto mode : {OutputFile::Mode::Whole, OutputFile::Mode::Growing}) {
            OutputFile file;
            const QString error = file.open(path(name), mode);
            QVERIFY2(error.startsWith(QString(path(name) + u": "_s)), qPrintable(error));
            QVERIFY2(error.contains(says), qPrintable(error));
            QVERIFY(!error.contains(u'\n'));
            QVERIFY(!file.isOpen());
        }
        QCOMPARE(contents(path(u"file"_s)), QByteArray("kept"));
    }

    void readOnlyFile_isNotReplaced()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everything");
        create(path(u"a.csv"_s), "kept");
        QVERIFY(QFile::setPermissions(path(u"a.csv"_s), QFile::ReadOwner));
        OutputFile file;
        QVERIFY(file.open(path(u"a.csv"_s), OutputFile::Mode::Whole).contains(u"is not writable; "_s));
        QCOMPARE(contents(path(u"a.csv"_s)), QByteArray("kept"));
    }

    void device_isStreamedToAndStays()
    {
        for (const auto mode : {OutputFile::Mode::Whole, OutputFile::Mode::Growing}) {
            OutputFile file;
            QCOMPARE(file.open(u"/dev/null"_s, mode), QString());
            file.write("x");
            QCOMPARE(file.commit(), QString());
            QCOMPARE(kindOf(u"/dev/null"_s), mode_t(S_IFCHR));
        }
    }

    void fullDevice_isTold()
    {
        OutputFile file;
        QCOMPARE(file.open(u"/dev/full"_s, OutputFile::Mode::Whole), QString());
        file.write("x");
        const QString error = file.commit();
        QVERIFY2(error.startsWith(u"/dev/full: cannot be written: No space left on device"_s),
                 qPrintable(error));
    }

    void fifo_isStreamedToAndStays()
    {
        const QString fifo = path(u"fifo"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        QByteArray got;
        const std::unique_ptr<QThread> reader(QThread::create([&] { got = contents(fifo); }));
        reader->start();
        OutputFile file;
        QCOMPARE(file.open(fifo, OutputFile::Mode::Growing), QString());
        file.write("one\n");
        QCOMPARE(file.flush(), QString());
        file.write("two\n");
        QCOMPARE(file.commit(), QString());
        QVERIFY(reader->wait(10'000));
        QCOMPARE(got, QByteArray("one\ntwo\n"));
        QCOMPARE(kindOf(fifo), mode_t(S_IFIFO));
    }

    void socket_isStreamedToAndStays()
    {
        const QByteArray name = QFile::encodeName(path(u"socket"_s));
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        QVERIFY(static_cast<size_t>(name.size()) < sizeof address.sun_path);
        std::copy(name.begin(), name.end(), address.sun_path);
        const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto *generic = static_cast<const sockaddr *>(static_cast<const void *>(&address));
        QCOMPARE(::bind(listener, generic, sizeof address), 0);
        QCOMPARE(::listen(listener, 1), 0);

        OutputFile file;
        QCOMPARE(file.open(path(u"socket"_s), OutputFile::Mode::Whole), QString());
        file.write("hello");
        QCOMPARE(file.commit(), QString());
        const int peer = ::accept(listener, nullptr, nullptr);
        char bytes[16];
        QCOMPARE(::read(peer, bytes, sizeof bytes), ssize_t(5));
        ::close(peer);
        ::close(listener);
        QCOMPARE(kindOf(path(u"socket"_s)), mode_t(S_IFSOCK));
    }

    void identity_isThatOfThePlace()
    {
        create(path(u"real.csv"_s), "x");
        QVERIFY(QFile::link(path(u"real.csv"_s), path(u"link.csv"_s)));
        QVERIFY(QDir(m_dir->path()).mkdir(u"sub"_s));
        QCOMPARE(OutputFile::identity(path(u"link.csv"_s)), OutputFile::identity(path(u"real.csv"_s)));
        QCOMPARE(OutputFile::identity(path(u"sub/../new.csv"_s)), OutputFile::identity(path(u"new.csv"_s)));
        QVERIFY(OutputFile::identity(path(u"new.csv"_s)) != OutputFile::identity(path(u"real.csv"_s)));
        QCOMPARE(OutputFile::identity(u"-"_s), u"-"_s);
        QCOMPARE(OutputFile::identity(u"/dev/null"_s), QString());
    }
};

QTEST_GUILESS_MAIN(OutputFileTest)
#include "tst_outputfile.moc"
