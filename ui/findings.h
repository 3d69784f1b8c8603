// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linesmodel.h"
#include "trouble.h"

#include <QElapsedTimer>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace plumb {

class BannerBar;
class FilterBar;
class SharingPanel;

//! Looks for what is common to the bad lines and tells it: the banner over the table, the panel "What they
//! share", and the filters that both set.
class Findings final : public QObject
{
    Q_OBJECT
public:
    Findings(const LinesModel *model, LinesModel::LineSource source, BannerBar *bar, SharingPanel *panel,
             FilterBar *filter, QObject *parent = nullptr);

    //! To be called about once a second. held: the pointer is over the table, which must not move now.
    void refresh(qint64 nowUs, bool held, const QString &station);
    //! Other lines, or another run.
    void reset();

Q_SIGNALS:
    void said(const QString &message);

private:
    void show(bool held);
    void toggleFilter();
    void copy() const;

    const LinesModel *m_model;
    LinesModel::LineSource m_source;
    BannerBar *m_bar;
    SharingPanel *m_panel;
    FilterBar *m_filter;
    QAction *m_show, *m_copy;
    Trouble m_trouble;
    QString m_station;
    QElapsedTimer m_waiting; //!< since when the bar should come or go, but must not
};

} // namespace plumb
