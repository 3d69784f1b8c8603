// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbar.h"

#include "format.h"
#include "theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr int TypingMs = 250;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_typing(new QTimer(this))
    , m_group(new QButtonGroup(this))
{
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setClearButtonEnabled(true);
    m_edit->setPlaceholderText(
        tr("Filter: loss>5  tag:hk  entry:118.89.0.0/16  since<10m  state:bad  text  (Ctrl+F)"));
    m_edit->setAccessibleName(tr("Filter"));
    showError({});
    // Half a term is often a text that matches nothing: what is being typed does not empty the table.
    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingMs);
    connect(m_edit, &QLineEdit::textChanged, m_typing, QOverload<>::of(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &FilterBar::onEdited);
    m_edit->installEventFilter(this);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);

    addChoice(AllStates, tr("All"), tr("Show lines in every state."), {});
    addChoice(ProblemStates, tr("Problems"),
              tr("Show the lines that are flagged: dead, critical or warning."), {});
    for (const Verdict verdict : {Verdict::Dead, Verdict::Critical, Verdict::Warning, Verdict::Suspect,
                                  Verdict::Pending, Verdict::Paused}) {
        const QString state = verdictText(verdict);
        addChoice(stateBit(verdict), state, tr("Show only lines in the state “%1”.").arg(state), verdict);
    }
    m_choices.front().button->setChecked(true);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT statesChanged(m_choices[static_cast<size_t>(id)].states); });
    showIcons();
    setCounts({});
}

void FilterBar::addChoice(StateSet states, const QString &name, const QString &toolTip,
                          std::optional<Verdict> shape)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(shape ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    m_group->addButton(button, static_cast<int>(m_choices.size()));
    m_choices.push_back({button, states, name});
    m_shapes.push_back(shape);
    layout()->addWidget(button);
}

void FilterBar::showIcons()
{
    for (size_t i = 0; i < m_choices.size(); ++i) {
        if (m_shapes[i])
            m_choices[i].button->setIcon(stateIcon(*m_shapes[i], palette()));
    }
}

void FilterBar::setCounts(const StateCounts &counts)
{
    m_counts = counts;
    for (size_t i = 0; i < m_choices.size(); ++i) {
        int lines = 0;
        for (size_t verdict = 0; verdict < counts.size(); ++verdict) {
            if ((m_choices[i].states & stateBit(static_cast<Verdict>(verdict))) != 0)
                lines += counts[verdict];
        }
        const QString number = formatCount(lines);
        const QString named = m_choices[i].name + u' ' + number;
        QToolButton *button = m_choices[i].button;
        button->setText(m_shapes[i] ? number : named);
        button->setAccessibleName(named);
    }
}

void FilterBar::startTyping()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::onEdited()
{
    const LineFilter filter{QStringView(m_edit->text())};
    showError(filter.error());
    Q_EMIT filterChanged(filter);
}

// Red, and the words why: the colour alone would say nothing.
void FilterBar::showError(const QString &error)
{
    QPalette colors = palette();
    if (!error.isEmpty()) {
        const BadgeColors critical = badgeColors(Verdict::Critical, isDark(palette()));
        colors.setColor(QPalette::Base, critical.fill);
        colors.setColor(QPalette::Text, critical.text);
    }
    // Some desktops' dark palettes leave the placeholder's colour dark.
    QColor faint = colors.color(QPalette::Text);
    constexpr int FaintAlpha = 140;
    faint.setAlpha(FaintAlpha);
    colors.setColor(QPalette::PlaceholderText, faint);
    m_edit->setPalette(colors);
    m_edit->setToolTip(error.isEmpty() ? tr("Words match name, id, entry, echo or tag. name: tag: entry: "
                                            "echo: look at one field; entry:118.89.0.0/16 at a "
                                            "block of addresses; loss>5, p95>=80, mean<300, since<10m "
                                            "compare a figure; state:bad finds dead, critical and "
                                            "warning. Terms are joined by AND, | is OR, -term negates.")
                                       : error);
    m_edit->setAccessibleDescription(error);
}

// Esc clears the filter before it means anything to the window; an empty filter leaves it to the window.
bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_edit || !isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape ||
        m_edit->text().isEmpty())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        m_edit->clear();
    event->accept();
    return true;
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_choices.empty()) {
        showIcons();
        showError(LineFilter{QStringView(m_edit->text())}.error());
    }
    QWidget::changeEvent(event);
}

} // namespace plumb
