// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QObject>

#include <optional>

namespace plumb {

class Focus;
class Monitor;
class Notes;
class ProfileDocument;

//! Asks for notes and keeps them with the profile that is open.
class NoteController final : public QObject
{
    Q_OBJECT
public:
    NoteController(QWidget *window, Monitor *monitor, const Focus *focus, ProfileDocument *document);

    //! On the selected lines or all; at a time, else when the picture was frozen, else now.
    void add(std::optional<qint64> atUs = {});
    void edit(quint32 id);
    void remove(quint32 id);

Q_SIGNALS:
    void said(const QString &message);

private:
    [[nodiscard]] QStringList idsOf(const QList<LineKey> &lines) const;
    [[nodiscard]] QStringList namesOf(const QStringList &ids) const;

    QWidget *m_window;
    Monitor *m_monitor;
    const Focus *m_focus;
    Notes *m_notes;
};

} // namespace plumb
