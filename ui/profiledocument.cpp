// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiledocument.h"

#include "linecommands.h"
#include "profilefile.h"

#include <QFileInfo>
#include <QSet>

namespace plumb {

namespace {

constexpr int UndoLimit = 100;

} // namespace

ProfileDocument::ProfileDocument(QObject *parent)
    : QObject(parent)
{
    m_stack.setUndoLimit(UndoLimit);
    connect(&m_stack, &QUndoStack::indexChanged, this, &ProfileDocument::compare);
}

QString ProfileDocument::displayName() const
{
    if (!m_profile.name.isEmpty())
        return m_profile.name;
    return m_path.isEmpty() ? tr("Untitled") : QFileInfo(m_path).completeBaseName();
}

int ProfileDocument::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_profile.lines.size(); ++i) {
        if (m_profile.lines[i].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

void ProfileDocument::replace(const Profile &profile, const QString &path)
{
    m_stack.clear();
    m_profile = profile;
    assignIds(m_profile);
    m_saved = m_profile;
    m_isModified = false;
    m_path = path;
    Q_EMIT replaced();
    Q_EMIT changed();
    Q_EMIT titleChanged();
}

void ProfileDocument::addLines(const QList<Line> &lines, const std::optional<Profile> &head)
{
    if (lines.isEmpty())
        return;
    Profile after = head.value_or(m_profile);
    after.lines = m_profile.lines;
    QSet<QString> taken;
    for (const Line &line : std::as_const(after.lines))
        taken.insert(line.id);
    for (Line line : lines) {
        if (taken.contains(line.id))
            line.id.clear();
        else if (!line.id.isEmpty())
            taken.insert(line.id);
        after.lines.append(line);
    }
    assignIds(after);

    ProfileChange change;
    change.text = tr("Add %n line(s)", nullptr, static_cast<int>(lines.size()));
    for (qsizetype i = m_profile.lines.size(); i < after.lines.size(); ++i)
        change.added.append({static_cast<int>(i), after.lines[i]});
    if (head) {
        change.headBefore = m_profile;
        change.headBefore->lines.clear();
        change.headAfter = after;
        change.headAfter->lines.clear();
    }
    push(std::move(change));
}

void ProfileDocument::removeLines(const QStringList &ids)
{
    const QSet<QString> gone(ids.begin(), ids.end());
    ProfileChange change;
    for (qsizetype i = 0; i < m_profile.lines.size(); ++i) {
        if (gone.contains(m_profile.lines[i].id))
            change.removed.append({static_cast<int>(i), m_profile.lines[i]});
    }
    if (change.removed.isEmpty())
        return;
    change.text = tr("Remove %n line(s)", nullptr, static_cast<int>(change.removed.size()));
    push(std::move(change));
}

void ProfileDocument::editLine(const QString &id, const Line &line)
{
    Line edited = line;
    edited.id = id;
    editLines({edited});
}

void ProfileDocument::editLines(const QList<Line> &lines)
{
    QHash<QString, int> indexes;
    for (qsizetype i = 0; i < m_profile.lines.size(); ++i)
        indexes.insert(m_profile.lines[i].id, static_cast<int>(i));
    ProfileChange change;
    for (const Line &line : lines) {
        const int index = indexes.value(line.id, -1);
        if (index >= 0 && m_profile.lines[index] != line)
            change.edited.append({index, m_profile.lines[index], line});
    }
    if (change.edited.isEmpty())
        return;
    const int count = static_cast<int>(change.edited.size());
    change.text = count == 1 ? tr("Edit %1").arg(change.edited.constFirst().after.label())
                             : tr("Edit %n line(s)", nullptr, count);
    push(std::move(change));
}

void ProfileDocument::renameLine(const QString &id, const QString &name)
{
    const int index = indexOf(id);
    if (index < 0 || m_profile.lines[index].name == name)
        return;
    ProfileChange change;
    Line after = m_profile.lines[index];
    after.name = name;
    change.edited.append({index, m_profile.lines[index], after});
    change.text = tr("Rename %1").arg(m_profile.lines[index].label());
    push(std::move(change));
}

QStringList ProfileDocument::duplicateLines(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    Profile after = m_profile;
    after.lines.clear();
    QList<int> copies;
    for (const Line &line : std::as_const(m_profile.lines)) {
        after.lines.append(line);
        if (!wanted.contains(line.id))
            continue;
        Line copy = line;
        copy.id.clear();
        copy.name = tr("%1 (copy)").arg(line.label());
        copies.append(static_cast<int>(after.lines.size()));
        after.lines.append(copy);
    }
    if (copies.isEmpty())
        return {};
    assignIds(after);
    ProfileChange change;
    QStringList made;
    for (const int index : std::as_const(copies)) {
        change.added.append({index, after.lines[index]});
        made.append(after.lines[index].id);
    }
    change.text = tr("Duplicate %n line(s)", nullptr, static_cast<int>(copies.size()));
    push(std::move(change));
    return made;
}

void ProfileDocument::editHead(const Profile &head)
{
    ProfileChange change;
    change.headBefore = m_profile;
    change.headBefore->lines.clear();
    change.headAfter = head;
    change.headAfter->lines.clear();
    if (change.headBefore == change.headAfter)
        return;
    change.text = tr("Change the settings");
    push(std::move(change));
}

void ProfileDocument::changeTo(const Profile &profile, const QString &what)
{
    Profile after = profile;
    assignIds(after);
    ProfileChange change;
    change.text = what;
    change.headBefore = m_profile;
    change.headBefore->lines.clear();
    change.headAfter = after;
    change.headAfter->lines.clear();
    if (change.headBefore == change.headAfter) {
        change.headBefore.reset();
        change.headAfter.reset();
    }
    QHash<QString, int> before, stays;
    for (qsizetype i = 0; i < m_profile.lines.size(); ++i)
        before.insert(m_profile.lines[i].id, static_cast<int>(i));
    for (qsizetype i = 0; i < after.lines.size(); ++i) {
        const Line &line = after.lines[i];
        const int index = static_cast<int>(i);
        stays.insert(line.id, index);
        if (!before.contains(line.id))
            change.added.append({index, line});
        else if (m_profile.lines[before[line.id]] != line)
            change.edited.append({index, m_profile.lines[before[line.id]], line});
    }
    for (qsizetype i = 0; i < m_profile.lines.size(); ++i) {
        if (!stays.contains(m_profile.lines[i].id))
            change.removed.append({static_cast<int>(i), m_profile.lines[i]});
    }
    if (change.headAfter || !change.added.isEmpty() || !change.removed.isEmpty() || !change.edited.isEmpty())
        push(std::move(change));
}

void ProfileDocument::setEnabled(const QStringList &ids, bool enabled)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    ProfileChange change;
    for (qsizetype i = 0; i < m_profile.lines.size(); ++i) {
        const Line &before = m_profile.lines[i];
        if (!wanted.contains(before.id) || before.enabled == enabled)
            continue;
        Line after = before;
        after.enabled = enabled;
        after.pausedReason.clear();
        after.pausedUntil = {};
        change.edited.append({static_cast<int>(i), before, after});
    }
    if (change.edited.isEmpty())
        return;
    const int count = static_cast<int>(change.edited.size());
    change.text = enabled ? tr("Resume %n line(s)", nullptr, count) : tr("Pause %n line(s)", nullptr, count);
    push(std::move(change));
}

void ProfileDocument::compare()
{
    const bool isModified = m_profile != m_saved;
    if (isModified == m_isModified)
        return;
    m_isModified = isModified;
    Q_EMIT titleChanged();
}

void ProfileDocument::setUnmodified()
{
    m_saved = m_profile;
    m_stack.setClean();
    compare();
}

void ProfileDocument::push(ProfileChange change) { m_stack.push(new ChangeCommand(this, std::move(change))); }

QString ProfileDocument::save(const QString &path)
{
    const QString error = saveProfile(m_profile, path);
    if (!error.isEmpty())
        return error;
    m_path = path;
    m_saved = m_profile;
    m_isModified = false;
    m_stack.setClean();
    Q_EMIT titleChanged();
    return {};
}

} // namespace plumb
