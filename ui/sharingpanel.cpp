// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharingpanel.h"

#include "linesview.h"
#include "sharingmodel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

//! Rows as high as those of the lines table: a tree has them without any air.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int Air = 6;
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), option.fontMetrics.height() + Air};
    }
};

} // namespace

SharingPanel::SharingPanel(const LinesModel *model, LinesModel::LineSource source, QWidget *parent)
    : QWidget(parent)
    , m_lines(model)
    , m_source(std::move(source))
    , m_model(new SharingModel(this))
    , m_view(new QTreeView(this))
    , m_headline(new QLabel(this))
    , m_bad(new QToolButton(this))
    , m_chosen(new QToolButton(this))
    , m_all(new QToolButton(this))
{
    setObjectName(u"sharingPanel"_s);
    m_headline->setObjectName(u"sharingHeadline"_s);
    m_headline->setWordWrap(true);
    m_bad->setText(tr("Bad lines"));
    m_bad->setToolTip(tr("Compare the lines that are flagged with all others that have been judged."));
    m_chosen->setText(tr("Selected lines"));
    m_chosen->setToolTip(tr("Compare the lines that are selected in the table with all others."));
    m_all->setText(tr("Show all lines"));
    m_all->setToolTip(tr("Remove the filter: show all lines again."));
    m_all->setFocusPolicy(Qt::TabFocus);
    m_all->hide();
    connect(m_all, &QToolButton::clicked, this, [this] { Q_EMIT filterWanted({}); });
    auto *group = new QButtonGroup(this);
    for (QToolButton *button : {m_bad, m_chosen}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        group->addButton(button);
    }
    m_bad->setChecked(true);
    m_chosen->setEnabled(false);
    connect(m_bad, &QToolButton::clicked, this, [this] { choose(false); });
    connect(m_chosen, &QToolButton::clicked, this, [this] { choose(true); });

    m_view->setObjectName(u"sharingView"_s);
    m_view->setAccessibleName(tr("What they share"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setStretchLastSection(true);
    const int letter = fontMetrics().horizontalAdvance(u'n');
    m_view->setColumnWidth(SharingModel::What, 46 * letter);
    m_view->setColumnWidth(SharingModel::With, 22 * letter);
    m_view->viewport()->installEventFilter(this);
    m_view->viewport()->setMouseTracking(true);
    connect(m_view, &QTreeView::activated, this, &SharingPanel::activate);
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        // Where one click activates, activated() has already come.
        if (!m_view->style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, m_view))
            activate(index);
    });

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 4);
    head->addWidget(m_headline, 1);
    head->addWidget(m_all);
    head->addWidget(m_bad);
    head->addWidget(m_chosen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
}

void SharingPanel::choose(bool ofSelected)
{
    m_ofSelected = ofSelected;
    (ofSelected ? m_chosen : m_bad)->setChecked(true);
    refreshNow();
}

void SharingPanel::refreshNow()
{
    m_touched.invalidate();
    refresh(judgedLines(*m_lines, m_source));
}

void SharingPanel::setSelected(const QList<LineKey> &lines)
{
    const bool wereEnough = m_selected.size() >= 2;
    const bool areEnough = lines.size() >= 2;
    m_selected = lines;
    m_chosen->setEnabled(areEnough);
    if (m_isOwnSelection)
        return;
    if (areEnough != wereEnough)
        choose(areEnough);
    else if (m_ofSelected)
        choose(true);
}

void SharingPanel::setFiltered(bool filtered) { m_all->setVisible(filtered); }

void SharingPanel::refresh(const QList<JudgedLine> &judged)
{
    const SharingPicture bad = sharingOfBad(judged, *m_lines, m_source);
    const int telling = bad.tellingCount();
    if (telling != m_telling) {
        m_telling = telling;
        Q_EMIT tellingCountChanged(telling);
    }
    if (!isVisible() || (m_touched.isValid() && m_touched.elapsed() < LinesView::HoldMs))
        return;
    const SharingPicture shown = m_ofSelected ? sharingOf(m_selected, *m_lines, m_source) : bad;
    const QString headline = m_ofSelected && m_selected.size() >= 2
                                 ? tr("%1 lines are selected, so it is these that are compared. %2")
                                       .arg(QLocale().toString(m_selected.size()), shown.headline)
                                 : shown.headline;
    if (headline != m_headline->text())
        m_headline->setText(headline);
    m_model->setRows(shown.rows);
}

void SharingPanel::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SharingRow row = m_model->row(index.row());
    if (!row.filter.isEmpty()) {
        Q_EMIT filterWanted(row.filter);
        return;
    }
    const QScopedValueRollback own(m_isOwnSelection, true);
    Q_EMIT linesWanted(row.lines);
}

bool SharingPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel)
        m_touched.start();
    return QWidget::eventFilter(watched, event);
}

void SharingPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshNow();
}

} // namespace plumb
