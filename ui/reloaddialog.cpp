// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reloaddialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

enum Column { What, Now, Becomes };
constexpr int IndexRole = Qt::UserRole; // of the difference; -1: the settings

// The keys of the file in the window's words.
QString partText(const QString &key)
{
    if (key == "name"_L1)
        return ReloadDialog::tr("name");
    if (key == "station"_L1)
        return ReloadDialog::tr("station");
    if (key == "entry"_L1)
        return ReloadDialog::tr("entry");
    if (key == "echo"_L1)
        return ReloadDialog::tr("echo");
    if (key == "tags"_L1)
        return ReloadDialog::tr("tags");
    if (key == "enabled"_L1 || key == "pausedReason"_L1 || key == "pausedUntil"_L1)
        return ReloadDialog::tr("pause");
    if (key == "probe"_L1)
        return ReloadDialog::tr("probe settings");
    if (key == "sweep"_L1)
        return ReloadDialog::tr("sweep settings");
    if (key == "rules"_L1)
        return ReloadDialog::tr("rules");
    if (key == "source"_L1)
        return ReloadDialog::tr("command");
    return ReloadDialog::tr("other keys");
}

QStringList partTexts(const QStringList &keys)
{
    QStringList texts;
    for (const QString &key : keys)
        texts.append(partText(key));
    texts.removeDuplicates();
    return texts;
}

QString addressText(const Line &line)
{
    return line.echo ? QString(line.entry.toString() + u" → "_s + line.echo->toString())
                     : line.entry.toString();
}

// What of a changed line one can read in a cell: the address where that changed, else what has changed.
QPair<QString, QString> changeTexts(const LineDifference &change)
{
    const QStringList keys = differingKeys(change.before, change.after);
    QStringList before, after;
    if (keys.contains("name"_L1)) {
        before.append(change.before.label());
        after.append(change.after.label());
    }
    if (keys.contains("entry"_L1) || keys.contains("echo"_L1)) {
        before.append(addressText(change.before));
        after.append(addressText(change.after));
    }
    if (keys.contains("tags"_L1)) {
        before.append(u'#' + change.before.tags.join(u" #"_s));
        after.append(u'#' + change.after.tags.join(u" #"_s));
    }
    QStringList others = keys;
    for (const QString &key : {u"name"_s, u"entry"_s, u"echo"_s, u"tags"_s})
        others.removeAll(key);
    if (!others.isEmpty())
        after.append(ReloadDialog::tr("other %1").arg(partTexts(others).join(u", "_s)));
    return {before.join(u"  "_s), after.join(u"  "_s)};
}

} // namespace

QString differenceText(const ProfileDifference &difference)
{
    using Kind = LineDifference::Kind;
    QStringList parts{ReloadDialog::tr("%n line(s) kept", nullptr, difference.kept)};
    if (const int added = difference.count(Kind::Added))
        parts.append(ReloadDialog::tr("%n added", nullptr, added));
    if (const int removed = difference.count(Kind::Removed))
        parts.append(ReloadDialog::tr("%n removed", nullptr, removed));
    if (const int changed = difference.count(Kind::Changed))
        parts.append(ReloadDialog::tr("%n changed", nullptr, changed));
    if (difference.headAfter)
        parts.append(ReloadDialog::tr("settings changed"));
    return parts.join(u", "_s);
}

ReloadDialog::ReloadDialog(const QString &what, const ProfileDifference &difference, const QString &remark,
                           QWidget *parent)
    : QDialog(parent)
    , m_difference(difference)
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("What is different in %1").arg(what));
    resize(760, 420);
    auto *summary = new QLabel(
        differenceText(difference) + u'.' + (remark.isEmpty() ? QString() : QString(u'\n' + remark)), this);
    summary->setObjectName(u"reloadSummary"_s);
    summary->setWordWrap(true);
    auto *note = new QLabel(
        tr("Lines that are kept or changed keep their statistics. One undo takes all of it back."), this);
    note->setWordWrap(true);
    m_tree->setAccessibleName(tr("Differences"));
    m_tree->setHeaderLabels({tr("What"), tr("Now"), tr("Becomes")});
    m_tree->setUniformRowHeights(true);
    addGroup(LineDifference::Kind::Added, tr("Added"));
    addGroup(LineDifference::Kind::Removed, tr("Removed"));
    addGroup(LineDifference::Kind::Changed, tr("Changed"));
    addSettings();
    m_tree->expandAll();
    m_tree->setColumnWidth(What, 220);
    m_tree->setColumnWidth(Now, 250);
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *apply = buttons->addButton(tr("&Apply what is ticked"), QDialogButtonBox::AcceptRole);
    apply->setDefault(true);
    connect(m_tree, &QTreeWidget::itemChanged, this,
            [this, apply] { apply->setEnabled(!chosen().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(summary);
    layout->addWidget(m_tree, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
}

void ReloadDialog::addGroup(LineDifference::Kind kind, const QString &title)
{
    if (m_difference.count(kind) == 0)
        return;
    auto *group = new QTreeWidgetItem(m_tree, {tr("%1 (%2)").arg(title).arg(m_difference.count(kind))});
    group->setFlags(group->flags() | Qt::ItemIsAutoTristate | Qt::ItemIsUserCheckable);
    for (qsizetype i = 0; i < m_difference.lines.size(); ++i) {
        const LineDifference &each = m_difference.lines[i];
        if (each.kind != kind)
            continue;
        QString label = each.before.label(), now, becomes;
        switch (kind) {
        case LineDifference::Kind::Added:
            label = each.after.label();
            becomes = addressText(each.after);
            break;
        case LineDifference::Kind::Removed: now = addressText(each.before); break;
        case LineDifference::Kind::Changed: std::tie(now, becomes) = changeTexts(each); break;
        }
        auto *item = new QTreeWidgetItem(group, {label, now, becomes});
        item->setData(What, IndexRole, static_cast<int>(i));
        item->setCheckState(What, Qt::Checked);
        for (const int column : {What, Now, Becomes})
            item->setToolTip(column, item->text(column));
    }
}

void ReloadDialog::addSettings()
{
    if (!m_difference.headAfter)
        return;
    const QStringList keys = differingKeys(*m_difference.headBefore, *m_difference.headAfter);
    auto *item = new QTreeWidgetItem(m_tree, {tr("Settings"), QString(), partTexts(keys).join(u", "_s)});
    item->setData(What, IndexRole, -1);
    item->setCheckState(What, Qt::Checked);
}

ProfileDifference ReloadDialog::chosen() const
{
    ProfileDifference chosen = m_difference;
    QSet<int> kept;
    const auto look = [&](const QTreeWidgetItem *item) {
        if (item->data(What, IndexRole).isValid() && item->checkState(What) == Qt::Checked)
            kept.insert(item->data(What, IndexRole).toInt());
    };
    for (int top = 0; top < m_tree->topLevelItemCount(); ++top) {
        const QTreeWidgetItem *group = m_tree->topLevelItem(top);
        look(group);
        for (int child = 0; child < group->childCount(); ++child)
            look(group->child(child));
    }
    chosen.lines.clear();
    for (qsizetype i = 0; i < m_difference.lines.size(); ++i) {
        if (kept.contains(static_cast<int>(i)))
            chosen.lines.append(m_difference.lines[i]);
    }
    if (!kept.contains(-1)) {
        chosen.headBefore.reset();
        chosen.headAfter.reset();
    }
    return chosen;
}

} // namespace plumb
