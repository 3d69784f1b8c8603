// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sharingpicture.h"

#include <QElapsedTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace plumb {

class SharingModel;

//! "What they share": of the bad lines, or of the selected ones where there are at least two.
class SharingPanel final : public QWidget
{
    Q_OBJECT
public:
    SharingPanel(const LinesModel *model, LinesModel::LineSource source, QWidget *parent = nullptr);

    //! Two lines or more switch to them, and back when there are fewer; a choice made by button holds until
    //! then.
    void setSelected(const QList<LineKey> &lines);
    //! Shows what these lines share now; meant for a timer. While the pointer moves over the rows they stay
    //! as they are.
    void refresh(const QList<JudgedLine> &judged);
    //! Whether a filter hides lines: then a button shows them all again.
    void setFiltered(bool filtered);
    //! How many rows of the bad lines are too much to be chance, whatever is shown.
    [[nodiscard]] int tellingCount() const { return m_telling; }
    [[nodiscard]] bool isOfSelected() const { return m_ofSelected; }

Q_SIGNALS:
    void tellingCountChanged(int count);
    //! A row was activated: show its lines only. Empty: show all lines.
    void filterWanted(const QString &filter);
    //! A row was activated that no filter can find.
    void linesWanted(const QList<plumb::LineKey> &lines);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void choose(bool ofSelected);
    void refreshNow();
    void activate(const QModelIndex &index);

    const LinesModel *m_lines;
    LinesModel::LineSource m_source;
    SharingModel *m_model;
    QTreeView *m_view;
    QLabel *m_headline;
    QToolButton *m_bad, *m_chosen, *m_all;
    QList<LineKey> m_selected;
    QElapsedTimer m_touched;
    bool m_ofSelected = false;
    bool m_isOwnSelection = false; //!< a row selected lines: that is no wish to compare these
    int m_telling = 0;
};

} // namespace plumb
