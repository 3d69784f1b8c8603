// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reloadcontroller.h"

#include "background.h"
#include "listimport.h"
#include "profiledocument.h"
#include "reloaddialog.h"
#include "runcontroller.h"
#include "windowsettings.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace plumb {

ReloadController::ReloadController(QWidget *window, ProfileDocument *document, RunController *run,
                                   WindowSettings *settings)
    : QObject(window)
    , m_window(window)
    , m_document(document)
    , m_run(run)
    , m_settings(settings)
{
    connect(document, &ProfileDocument::replaced, this, &ReloadController::onReplaced);
    connect(document, &ProfileDocument::changed, this, &ReloadController::onChanged);
    connect(document, &ProfileDocument::titleChanged, this, &ReloadController::onTitleChanged);
    connect(&m_files, &WatchedFiles::changed, this, &ReloadController::onDisk);
    connect(&m_runner, &SourceRunner::finished, this, &ReloadController::listed);
    connect(&m_every, &QTimer::timeout, this, [this] {
        if (!asksAlready() && !m_runner.isRunning())
            runSource();
    });
}

void ReloadController::onReplaced()
{
    ++m_generation;
    m_runner.cancel();
    m_every.stop();
    m_file.reset();
    m_lists.clear();
    m_source = {};
    m_listed.clear();
    m_found.clear();
    m_trouble.clear();
    m_asks = false;
    m_reading = 0;
    m_runIsAwaited = false;
    m_explicit = false;
    if (m_dialog)
        m_dialog->close();
    followAll();
    tell();
}

// Saved or just opened: the file is what the window has.
void ReloadController::onTitleChanged()
{
    if (m_document->path().isEmpty() || m_document->isModified())
        return;
    const bool known = m_file && m_file->path == m_document->path();
    m_file = Followed{m_document->path(), m_document->profile(), {}, false};
    if (known)
        return;
    followAll();
    scheduleSource();
}

void ReloadController::onChanged()
{
    if (m_file && m_document->profile().source != m_source)
        scheduleSource();
}

void ReloadController::followAll()
{
    QStringList paths;
    if (m_file)
        paths.append(m_file->path);
    for (const Followed &list : std::as_const(m_lists))
        paths.append(list.path);
    m_files.setPaths(paths);
}

void ReloadController::followList(const QString &path, const ListChoices &choices, const QList<Line> &lines)
{
    Followed list{QFileInfo(path).absoluteFilePath(), {}, choices, true};
    list.base.lines = lines;
    // Where an id was taken already the line got another one: what the list says of it is not told apart any
    // more.
    for (const Line &line : lines) {
        if (m_document->indexOf(line.id) < 0)
            return;
    }
    const auto same = [&](const Followed &other) { return other.path == list.path; };
    m_lists.removeIf(same);
    m_lists.append(list);
    followAll();
}

void ReloadController::onDisk(const QString &path) { read(path, false); }

void ReloadController::reload()
{
    if (m_run->isDemo()) {
        Q_EMIT said(tr("The demo has no file to read again."));
        return;
    }
    m_found.clear();
    m_explicit = true;
    m_runIsAwaited = false; // what an earlier reload waits for is begun anew
    QStringList paths;
    if (m_file)
        paths.append(m_file->path);
    for (const Followed &list : std::as_const(m_lists))
        paths.append(list.path);
    const ListSource source = ListSource::of(m_document->profile().source);
    m_reading = static_cast<int>(paths.size());
    if (!source.command.isEmpty() && m_document->path().isEmpty())
        Q_EMIT said(tr("Save the profile first: the command is allowed for a file."));
    else if (!source.command.isEmpty() && m_settings->isSourceAllowed(m_document->path(), source.command))
        runSource();
    else if (!source.command.isEmpty())
        askSource();
    else if (paths.isEmpty())
        Q_EMIT said(tr("There is no file to read again."));
    // Last, for what is read already is taken at once, and it must know what else is waited for.
    for (const QString &path : std::as_const(paths))
        read(path, true);
    if (m_reading == 0)
        m_explicit = false;
}

void ReloadController::read(const QString &path, bool asked)
{
    struct Reading
    {
        LoadResult result;
        QString text;
    };
    const bool isFile = m_file && m_file->path == path;
    ListChoices choices;
    for (const Followed &list : std::as_const(m_lists)) {
        if (list.path == path)
            choices = list.choices;
    }
    const int generation = m_generation;
    inBackground<Reading>([path, isFile, choices] {
        Reading reading;
        if (isFile) {
            LoadOptions options;
            options.runsSource = true;
            reading.result = loadProfile(path, options);
            return reading;
        }
        const ListBytes list = readListFile(path);
        if (!list.error.isEmpty())
            reading.result.problems = {{Problem::Level::Error, {}, list.error}};
        else
            std::tie(reading.result, reading.text) = parseListFile(path, list.bytes, choices.overrides);
        return reading;
    }).then(this, [this, path, asked, generation](const Reading &reading) {
        if (generation != m_generation)
            return;
        if (m_file && m_file->path == path)
            taken(*m_file, reading.result, {}, asked);
        for (Followed &list : m_lists) {
            if (list.path == path)
                taken(list, reading.result, reading.text, asked);
        }
        if (asked)
            finishReading();
    });
}

void ReloadController::taken(Followed &followed, const LoadResult &result, const QString &text, bool asked)
{
    const QString name = QFileInfo(followed.path).fileName();
    Profile now = result.profile;
    QString remark;
    if (followed.isList) {
        LoadOptions options;
        options.overrides = followed.choices.overrides;
        const ImportedLines imported = importedLines(result, text, options);
        if (imported.lines.isEmpty()) {
            trouble(tr("%1 has changed, but holds no line that can be probed.").arg(name), false);
            return;
        }
        if (imported.errors > 0)
            remark = tr("%n row(s) with an error are left out.", nullptr, imported.errors);
        now = Profile();
        now.lines = imported.lines;
        if (followed.choices.intoLines)
            putIntoLines(now.lines, followed.choices.overrides, m_document->profile());
    } else if (!result.ok()) {
        const auto isError = [](const Problem &problem) { return problem.level == Problem::Level::Error; };
        const auto first = std::find_if(result.problems.begin(), result.problems.end(), isError);
        trouble(tr("%1 has changed, but can not be read: %2").arg(name, first->toString(name)), false);
        return;
    }
    m_trouble.clear();
    const ProfileDifference what = difference(asked ? ownLines(followed, now) : followed.base, now);
    followed.base = now;
    if (!what.isEmpty())
        found({name, what, remark, false, followed.isList});
    else
        tell();
}

// What the window has of a file or list, whatever was read of it before.
Profile ReloadController::ownLines(const Followed &followed, const Profile &now) const
{
    QSet<QString> ids;
    for (const Line &line : followed.isList ? followed.base.lines : now.lines)
        ids.insert(line.id);
    QSet<QString> ofLists;
    for (const Followed &list : m_lists) {
        for (const Line &line : list.base.lines)
            ofLists.insert(line.id);
    }
    Profile own = followed.isList ? Profile() : m_document->profile();
    own.lines.clear();
    for (const Line &line : m_document->profile().lines) {
        const bool elsewhere = ofLists.contains(line.id) || isFromSource(line);
        if (ids.contains(line.id) || (!followed.isList && !elsewhere))
            own.lines.append(line);
    }
    return own;
}

void ReloadController::scheduleSource()
{
    m_source = m_document->profile().source;
    m_every.stop();
    m_runner.cancel();
    if (std::exchange(m_runIsAwaited, false))
        finishReading();
    m_asks = false;
    const ListSource source = ListSource::of(m_source);
    if (!source.command.isEmpty() && !m_document->path().isEmpty() && !m_run->isDemo()) {
        if (m_settings->isSourceAllowed(m_document->path(), source.command))
            runSource();
        else
            m_asks = true;
        if (source.every.count() > 0)
            m_every.start(source.every);
    }
    tell();
}

void ReloadController::runSource()
{
    const ListSource source = ListSource::of(m_document->profile().source);
    const QString path = m_document->path();
    // Asked each time: the command or the file may be another by now.
    if (source.command.isEmpty() || path.isEmpty() || !m_settings->isSourceAllowed(path, source.command))
        return;
    m_asks = false;
    if (m_explicit && !std::exchange(m_runIsAwaited, true))
        ++m_reading;
    m_runner.run(source.command, QFileInfo(path).absolutePath());
}

void ReloadController::askSource()
{
    const ListSource source = ListSource::of(m_document->profile().source);
    const QString path = m_document->path();
    QString text =
        tr("It is started in the folder %1, without a shell and with your rights, now and when you "
           "reload (F9).")
            .arg(QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
    if (source.every.count() > 0)
        text += u' ' + tr("And every %1 while this profile is open.").arg(source.everyText);
    text +=
        u' ' + tr("What is different is shown before anything is changed. You will not be asked again for "
                  "this command of this file.");
    auto *box = new QMessageBox(QMessageBox::Question, tr("A command that lists lines"),
                                tr("The profile takes more lines from this command:\n\n%1\n\nMay it be run?")
                                    .arg(commandLine(source.command)),
                                QMessageBox::Cancel, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *run = box->addButton(tr("&Run it"), QMessageBox::AcceptRole);
    connect(run, &QPushButton::clicked, this, [this, path, source] {
        m_settings->allowSource(path, source.command);
        m_explicit = true;
        runSource();
        tell();
    });
    m_dialog = box;
    box->open();
}

void ReloadController::listed(const QByteArray &list, const QString &error)
{
    const Profile &profile = m_document->profile();
    LoadOptions options;
    options.overrides = profile.probe;
    const LoadResult result = error.isEmpty() ? parseList(list, ListFormat::Guess, options) : LoadResult();
    const ImportedLines imported = importedLines(result, QString::fromUtf8(list), options);
    if (!error.isEmpty() || imported.lines.isEmpty()) {
        const QString why = !error.isEmpty()            ? error
                            : result.problems.isEmpty() ? tr("it printed no line")
                                                        : result.problems.constFirst().text;
        trouble(tr("The command %1 gave no list: %2.")
                    .arg(commandLine(ListSource::of(profile.source).command), why),
                true);
        if (std::exchange(m_runIsAwaited, false))
            finishReading();
        return;
    }
    // A line that the file has too stays the file's.
    Profile before, now;
    QSet<QString> ofFile;
    for (const Line &line : profile.lines) {
        if (isFromSource(line))
            before.lines.append(line);
        else
            ofFile.insert(line.id);
    }
    for (Line line : std::as_const(imported.lines)) {
        if (ofFile.contains(line.id))
            continue;
        markFromSource(line);
        now.lines.append(line);
    }
    if (m_commandTrouble)
        m_trouble.clear();
    m_commandTrouble = false;
    // What has been told once, and applied or not, is no news.
    if (m_runIsAwaited || m_listed != now.lines) {
        m_listed = now.lines;
        m_found.removeIf([](const Found &each) { return each.isCommand; });
        const ProfileDifference what = difference(before, now);
        const QString remark = imported.errors > 0
                                   ? tr("%n row(s) with an error are left out.", nullptr, imported.errors)
                                   : QString();
        if (!what.isEmpty())
            found({commandLine(ListSource::of(profile.source).command), what, remark, true, true});
    }
    tell();
    if (std::exchange(m_runIsAwaited, false))
        finishReading();
}

void ReloadController::found(Found what)
{
    // A list does not begin the profile: what is first in it comes after what is there.
    const QList<Line> &lines = m_document->profile().lines;
    for (LineDifference &each : what.difference.lines) {
        if (what.isPart && each.kind == LineDifference::Kind::Added && each.behind.isEmpty() &&
            !lines.isEmpty())
            each.behind = lines.constLast().id;
    }
    if (!what.isCommand)
        m_found.removeIf([&](const Found &each) { return each.what == what.what; });
    m_found.append(what);
    if (!m_explicit)
        tell();
}

void ReloadController::finishReading()
{
    if (!m_explicit || --m_reading > 0)
        return;
    m_explicit = false;
    m_reading = 0;
    if (!m_found.isEmpty())
        act();
    else if (m_trouble.isEmpty())
        Q_EMIT said(tr("Nothing is different."));
    tell();
}

void ReloadController::trouble(const QString &text, bool isCommand)
{
    m_trouble = text;
    m_commandTrouble = isCommand;
    tell();
}

void ReloadController::act()
{
    if (asksAlready()) {
        m_dialog->raise();
    } else if (m_run->isSweeping()) {
        Q_EMIT said(tr("Not during a sweep: stop it first (F5)."));
    } else if (!m_found.isEmpty()) {
        show(m_found.takeFirst());
        tell();
    } else if (m_asks) {
        askSource();
    } else if (!m_trouble.isEmpty()) {
        reload();
    }
}

// One that is closed may not have gone yet.
bool ReloadController::asksAlready() const { return m_dialog && m_dialog->isVisible(); }

void ReloadController::dismiss()
{
    m_found.clear();
    m_trouble.clear();
    m_asks = false;
}

void ReloadController::show(const Found &what)
{
    auto *dialog = new ReloadDialog(what.what, what.difference, what.remark, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog, what] {
        m_document->changeTo(merged(m_document->profile(), dialog->chosen()), tr("Reload %1").arg(what.what));
        if (m_file && m_document->profile() == m_file->base)
            m_document->setUnmodified();
    });
    connect(dialog, &QDialog::finished, this, [this] {
        m_dialog.clear();
        if (!m_found.isEmpty())
            act();
    });
    dialog->open();
}

void ReloadController::tell()
{
    if (!m_found.isEmpty())
        Q_EMIT noticed(tr("%1 has changed: %2.")
                           .arg(m_found.constFirst().what, differenceText(m_found.constFirst().difference)),
                       tr("Review…"));
    else if (!m_trouble.isEmpty())
        Q_EMIT noticed(m_trouble, tr("Try again"));
    else if (m_asks)
        Q_EMIT noticed(tr("This profile takes more lines from a command: %1")
                           .arg(commandLine(ListSource::of(m_document->profile().source).command)),
                       tr("Run it…"));
    else
        Q_EMIT noticed({}, {});
}

} // namespace plumb
