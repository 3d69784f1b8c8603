// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "focusrange.h"
#include "linefilter.h"
#include "monitor.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

namespace plumb {

//! One line as the table shows it: figures computed once for each version of its history.
struct LineRow
{
    LineKey key = 0;
    Line line; //!< entry and echo with the port used
    Verdict verdict = Verdict::Pending;
    Reason reason;
    qint64 beganUs = 0;
    Statistics stats;
    int waiting = 0; //!< probes without a fate that are newer than the figures
    std::optional<Fate> lastFate;
    std::optional<double> lastMs; //!< of the newest probe, provisional ones too, where it was answered
    quint64 version = 0;          //!< of the history that the figures were made from
    quint32 end = 0;              //!< of the settled prefix at that time
    bool isMeasured = true;       //!< false: its figures are unknown until their turn comes

    int nameRank = 0; //!< place among all names in natural order
    QByteArray entryRank, echoRank;
};

//! The lines table. What changes is only noted by markDirty(); apply() brings it in, so the window repaints
//! by its own timer and a frozen picture simply does not call it.
class LinesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    //! The stretch of time that the strips show, up to now.
    static constexpr qint64 StripUs = 600'000'000;

    enum Column {
        State,
        Since,
        Name,
        Tags,
        Entry,
        Echo,
        Loss,
        LostOf,
        Late,
        IcmpErrors,
        NotCounted,
        Sent,
        Last,
        Min,
        Mean,
        Median,
        P95,
        P99,
        Max,
        Stddev,
        Jitter,
        Strip,
        ColumnCount
    };
    enum Role {
        VerdictRole = Qt::UserRole,
        KeyRole,
        LossRole //!< double, percent; invalid where unknown
    };

    //! Where the lines are read from; a key that setKeys() named is valid until the next setKeys().
    using LineSource = std::function<const LineState &(LineKey)>;
    explicit LinesModel(LineSource source, QObject *parent = nullptr);

    //! The lines in profile order. Rows that stay keep their place for selections; their definitions are read
    //! again.
    void setKeys(const QList<LineKey> &keys);
    void setRunKind(RunKind kind);
    [[nodiscard]] RunKind runKind() const { return m_kind; }
    //! What the figures are of. Those of a range of time may be long to compute: all rows lose theirs at once
    //! and get the new ones in slices between events, urgent lines first.
    void setRange(const FocusRange &range, const QList<LineKey> &urgent = {});
    [[nodiscard]] const FocusRange &range() const { return m_range; }
    //! While frozen, figures of another range are of what was settled when it was frozen.
    void setFrozen(bool frozen) { m_frozen = frozen; }
    //! Whether every row has the figures of the range; allMeasured() tells when not.
    [[nodiscard]] bool isMeasured() const;
    void markDirty(const QList<LineKey> &keys);
    //! Brings in what is dirty: states at once, figures of a range of time as far as a tick has time for
    //! them, urgent lines first.
    void apply(const QList<LineKey> &urgent = {});

    [[nodiscard]] const LineRow &row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] int rowOf(LineKey key) const { return m_rowOf.value(key, -1); }
    //! The line behind a row, and its history for painting; nullptr for an invalid index.
    [[nodiscard]] const LineState *stateAt(int row) const;
    [[nodiscard]] const LineHistory *historyAt(int row) const;
    //! What the filter's measured terms are compared with.
    [[nodiscard]] static FilterFacts facts(const LineRow &row, qint64 nowUs);
    //! The line that most needs a look: worst state, then loss, then mean; -1 without lines.
    [[nodiscard]] int worstRow() const;
    [[nodiscard]] bool hasEcho() const { return m_hasEcho; }
    //! Some line had a late (or a not counted) probe among its figures since the lines were put in.
    [[nodiscard]] bool hasLate() const { return m_hasLate; }
    [[nodiscard]] bool hasNotCounted() const { return m_hasNotCounted; }

    //! Whether names can be edited in place; then renamed() asks for it.
    void setRenamable(bool on) { m_renamable = on; }
    [[nodiscard]] static QString title(int column);
    //! A number with its unit in the title.
    [[nodiscard]] static bool isNumeric(int column) { return column >= Loss && column <= Jitter; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void echoPresenceChanged(bool hasEcho);
    //! hasLate() or hasNotCounted() is another.
    void presenceChanged();
    void renameRequested(plumb::LineKey key, const QString &name);
    //! The number of lines in some state may have changed.
    void countsChanged();
    //! The last row that had none has its figures.
    void allMeasured();

private:
    void define(LineRow &row) const;
    bool readState(LineRow &row) const;
    void measure(LineRow &row) const;
    void refigure(const QList<LineKey> &urgent);
    void enqueue(LineKey key);
    std::vector<int> measureQueued(const QList<LineKey> &urgent);
    void measureSlice();
    void reindex();
    void rank();
    void emitChanged(const std::vector<int> &rows);
    void notePresence();
    [[nodiscard]] QString display(const LineRow &row, int column) const;
    [[nodiscard]] QString toolTip(const LineRow &row, int column) const;
    [[nodiscard]] QString titleToolTip(int column) const;
    [[nodiscard]] QString accessible(const LineRow &row, int column) const;
    [[nodiscard]] QString stripSentence(const LineRow &row) const;

    LineSource m_source;
    RunKind m_kind = RunKind::Watch;
    FocusRange m_range;
    bool m_frozen = false;
    std::vector<LineRow> m_rows;
    QHash<LineKey, int> m_rowOf;
    QSet<LineKey> m_dirty;
    QList<LineKey> m_queue; //!< lines whose figures wait for their turn, each once
    QSet<LineKey> m_queued;
    QTimer m_slice;
    quint16 m_entryPort = 0, m_echoPort = 0; //!< of the whole column; 0: they differ
    bool m_hasEcho = false, m_hasLate = false, m_hasNotCounted = false;
    bool m_renamable = false;
};

} // namespace plumb
