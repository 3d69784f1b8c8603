// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filtercompletion.h"
#include "linesproxy.h"

#include <QWidget>

#include <array>
#include <vector>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;
class QTimer;
class QToolButton;
QT_END_NAMESPACE

namespace plumb {

//! How many lines are in each state, by Verdict.
using StateCounts = std::array<int, 7>;

//! The filter box and the buttons that count and pick states.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setCounts(const StateCounts &counts);
    //! What completions are offered from.
    void setVocabulary(const FilterVocabulary &words) { m_words = words; }
    //! The text of the filter box, and a new one for it.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    //! Sets the filter at once, among lines in every state.
    void showOnly(const QString &text);
    //! Puts the cursor into the filter box.
    void startTyping();

Q_SIGNALS:
    //! Shortly after the last key. A text that does not parse matches every line.
    void filterChanged(const plumb::LineFilter &filter);
    void statesChanged(plumb::StateSet states);
    //! Enter was pressed: on to what is filtered.
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Choice
    {
        QToolButton *button = nullptr;
        StateSet states = 0;
        QString name;
    };
    void addChoice(StateSet states, const QString &name, const QString &toolTip,
                   std::optional<Verdict> shape);
    void showIcons();
    void onEdited();
    void showError(const LineFilter &filter);
    void markPlace(qsizetype at);
    void placeMessage();
    //! explicitly: asked for by key, also where nothing is typed yet.
    void offerCompletions(bool explicitly);
    void complete(const QString &candidate);

    QLineEdit *m_edit;
    QTimer *m_typing;
    QButtonGroup *m_group;
    std::vector<Choice> m_choices;
    std::vector<std::optional<Verdict>> m_shapes;
    StateCounts m_counts{};
    FilterVocabulary m_words;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
    QLabel *m_message; //!< why the filter does not parse, over what stands below
};

} // namespace plumb
