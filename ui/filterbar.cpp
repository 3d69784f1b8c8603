// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbar.h"

#include "format.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QTextCharFormat>
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
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
    , m_message(new QLabel)
{
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setClearButtonEnabled(true);
    m_edit->setPlaceholderText(
        tr("Filter: loss>5  tag:hk  entry:118.89.0.0/16  since<10m  state:bad  text  (Ctrl+F)"));
    m_edit->setAccessibleName(tr("Filter"));
    m_message->setObjectName(u"filterMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAutoFillBackground(true);
    m_message->setMargin(4);
    m_message->setParent(this);
    m_message->hide();
    showError(LineFilter());
    // Not the line edit's own completer, which replaces all of its text: this one replaces a term.
    m_completer->setModel(m_candidates);
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    connect(m_completer, QOverload<const QString &>::of(&QCompleter::activated), this, &FilterBar::complete);
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::finished);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { offerCompletions(false); });
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

void FilterBar::showOnly(const QString &text)
{
    m_choices.front().button->click();
    m_edit->setText(text);
    m_typing->stop();
    onEdited();
}

void FilterBar::startTyping()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QString FilterBar::text() const { return m_edit->text(); }

void FilterBar::setText(const QString &text) { m_edit->setText(text); }

void FilterBar::onEdited()
{
    const LineFilter filter{QStringView(m_edit->text())};
    showError(filter);
    Q_EMIT filterChanged(filter);
}

void FilterBar::offerCompletions(bool explicitly)
{
    const FilterCompletion offer = completeFilter(m_edit->text(), m_edit->cursorPosition(), m_words);
    if (offer.candidates.isEmpty() || (!explicitly && offer.prefix.isEmpty())) {
        m_completer->popup()->hide();
        return;
    }
    m_candidates->setStringList(offer.candidates);
    // Under the term.
    const QString before = m_edit->text().first(offer.at);
    const int cursorX = m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x();
    const int back = m_edit->fontMetrics().horizontalAdvance(m_edit->text().first(m_edit->cursorPosition())) -
                     m_edit->fontMetrics().horizontalAdvance(before);
    int width = 0;
    for (const QString &candidate : offer.candidates)
        width = std::max(width, m_edit->fontMetrics().horizontalAdvance(candidate));
    constexpr int Frame = 40; // and the scroll bar
    const QRect under(std::max(0, cursorX - back), 0, width + Frame, m_edit->height());
    m_completer->popup()->setCurrentIndex({});
    m_completer->complete(under);
}

void FilterBar::complete(const QString &candidate)
{
    const FilterCompletion offer = completeFilter(m_edit->text(), m_edit->cursorPosition(), m_words);
    QString text = m_edit->text();
    text.replace(offer.at, offer.length, candidate);
    m_edit->setText(text);
    m_edit->setCursorPosition(static_cast<int>(offer.at + candidate.size()));
    if (candidate.endsWith(u':'))
        offerCompletions(true);
}

// A line edit shows formats only of what an input method is composing: nothing is composed, the format alone
// stays.
void FilterBar::markPlace(qsizetype at)
{
    QList<QInputMethodEvent::Attribute> attributes;
    const qsizetype place = std::min(at, m_edit->text().size() - 1);
    if (place >= 0) {
        QTextCharFormat format;
        format.setFontUnderline(true);
        format.setFontWeight(QFont::Bold);
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(place) - m_edit->cursorPosition(),
                           static_cast<int>(m_edit->text().size() - place), format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(m_edit, &event);
}

void FilterBar::placeMessage()
{
    if (m_message->isHidden())
        return;
    m_message->setParent(window()); // over what stands below
    m_message->adjustSize();
    const QPoint below = m_edit->mapTo(window(), QPoint(0, m_edit->height() + 1));
    m_message->resize(std::min(m_message->width(), window()->width() - below.x() - 8), m_message->height());
    m_message->move(below);
    m_message->raise();
    m_message->show();
}

// Red, and the words why: the colour alone would say nothing.
void FilterBar::showError(const LineFilter &filter)
{
    const QString &error = filter.error();
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
    markPlace(filter.errorAt());
    m_message->setText(error);
    // What may still become a term is offered over the same place.
    m_message->setVisible(!error.isEmpty() && isVisible() && !m_completer->popup()->isVisible());
    QPalette messageColors = palette();
    const BadgeColors critical = badgeColors(Verdict::Critical, isDark(palette()));
    messageColors.setColor(QPalette::Window, critical.fill);
    messageColors.setColor(QPalette::WindowText, critical.text);
    m_message->setPalette(messageColors);
    placeMessage();
}

// Down and Ctrl+Space offer completions. Esc clears the filter before it means anything to the window; an
// empty filter leaves it to the window.
bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool asks = key->key() == Qt::Key_Down ||
                          (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier);
        if (asks) {
            offerCompletions(true);
            return true;
        }
    }
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
        showError(LineFilter{QStringView(m_edit->text())});
    }
    QWidget::changeEvent(event);
}

} // namespace plumb
