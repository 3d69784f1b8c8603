// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listimport.h"
#include "listsource.h"
#include "profilediff.h"
#include "watchedfiles.h"

#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QDialog;
QT_END_NAMESPACE

namespace plumb {

class ProfileDocument;
class RunController;
class WindowSettings;

//! Offers what has changed on disk, or what the profile's command prints, as a difference: the profile's own
//! file, the lists that were taken in, and the command once the user has allowed it for this file.
class ReloadController final : public QObject
{
    Q_OBJECT
public:
    ReloadController(QWidget *window, ProfileDocument *document, RunController *run,
                     WindowSettings *settings);

    //! A list was taken in: lines as it named them.
    void followList(const QString &path, const ListChoices &choices, const QList<Line> &lines);
    //! Reads everything again and shows what is different from what the window has.
    void reload();
    //! What the notice asks for: shows a difference, or asks whether the command may be run.
    void act();
    //! The notice was closed: what it told of is not told again.
    void dismiss();
    //! Looks whether a file has changed, where the system does not tell.
    void look() { m_files.look(); }

Q_SIGNALS:
    //! Something for a banner; empty: nothing any more. action: what can be done about it.
    void noticed(const QString &text, const QString &action);
    void said(const QString &message);

private:
    struct Followed
    {
        QString path;
        Profile base; //!< as it was last read; a list's lines only
        ListChoices choices;
        bool isList = false;
    };
    struct Found
    {
        QString what;
        ProfileDifference difference;
        QString remark;
        bool isCommand = false;
        bool isPart = false; //!< of the profile: a list or what a command printed
    };

    void onReplaced();
    void onTitleChanged();
    void onChanged();
    void followAll();
    void onDisk(const QString &path);
    void read(const QString &path, bool asked);
    void taken(Followed &followed, const LoadResult &result, const QString &text, bool asked);
    [[nodiscard]] Profile ownLines(const Followed &followed, const Profile &now) const;

    void scheduleSource();
    void runSource();
    void askSource();
    void listed(const QByteArray &list, const QString &error);

    void found(Found what);
    void finishReading();
    void trouble(const QString &text, bool isCommand);
    [[nodiscard]] bool asksAlready() const;
    void show(const Found &what);
    void tell();

    QWidget *m_window;
    ProfileDocument *m_document;
    RunController *m_run;
    WindowSettings *m_settings;
    WatchedFiles m_files;
    std::optional<Followed> m_file;
    QList<Followed> m_lists;
    SourceRunner m_runner;
    QTimer m_every;
    QJsonObject m_source; //!< of the document, as it was last looked at
    QList<Line> m_listed; //!< what the command printed last
    QList<Found> m_found;
    QString m_trouble;   //!< a file or command that can not be read
    bool m_asks = false; //!< the notice asks whether the command may be run
    bool m_commandTrouble = false;
    QPointer<QDialog> m_dialog;
    int m_generation = 0; //!< of the document
    int m_reading = 0;    //!< readings that F9 waits for
    bool m_explicit = false;
    bool m_runIsAwaited = false; //!< by F9
};

} // namespace plumb
