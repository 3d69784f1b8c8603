// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pastedialog.h"

#include "format.h"
#include "linestrial.h"
#include "listimport.h"
#include "previewmodel.h"
#include "runplan.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

constexpr int CheckDelayMs = 150;

QSpinBox *portSpin(quint16 port, const QString &name, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setRange(0, 65535);
    spin->setSpecialValueText(PasteDialog::tr("none"));
    spin->setValue(port);
    spin->setAccessibleName(name);
    return spin;
}

} // namespace

PasteDialog::PasteDialog(const Profile &current, QWidget *parent)
    : QDialog(parent)
    , m_current(current)
    , m_fresh(current.lines.isEmpty())
    , m_preview(new PreviewModel(this))
    , m_timer(new QTimer(this))
    , m_edit(new QPlainTextEdit(this))
    , m_file(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_results(new QLabel(this))
    , m_trial(new LinesTrial(this))
    , m_table(new QTableView(this))
{
    setWindowTitle(tr("Add lines from a list"));
    resize(1040, 620);
    m_edit->setObjectName(u"pasteEdit"_s);
    m_edit->setAccessibleName(tr("List"));
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(
        tr("One line each, for example:") + u"\n118.89.127.211,150.109.196.7\n"_s +
        u"118.89.127.211:7000 -> 150.109.196.7:9000  Tokyo 01  #tokyo #cn2\n10.0.0.[1-9]:7000"_s);
    m_file->hide();
    m_table->setObjectName(u"previewTable"_s);
    m_table->setAccessibleName(tr("Preview"));
    m_table->setModel(m_preview);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter); // as the cells
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false); // a row has room for one line of text: all of its width
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    const QList<int> widths{44, 150, 170, 170, 100};
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths[column]);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_file);
    layout->addWidget(m_edit, 2);
    buildOptions(layout);
    layout->addWidget(m_table, 3);
    m_summary->setObjectName(u"pasteSummary"_s);
    layout->addWidget(m_summary);
    auto *trial = new QHBoxLayout;
    m_tryLines = new QPushButton(this);
    m_tryLines->setObjectName(u"tryLines"_s);
    m_tryLines->setAutoDefault(false);
    m_tryLines->setToolTip(
        tr("Sends %1 probes to each of them and tells what comes back. Nothing is added yet.")
            .arg(LinesTrial::Probes));
    m_results->setObjectName(u"trialResults"_s);
    m_results->setTextFormat(Qt::PlainText);
    m_results->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_results->setMinimumHeight(fontMetrics().height() * LinesTrial::MaxLines);
    m_results->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_results->setContentsMargins(6, 4, 0, 0); // level with the button's text
    trial->addWidget(m_tryLines, 0, Qt::AlignTop);
    trial->addWidget(m_results, 1);
    layout->addLayout(trial);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
    m_addAndStart = buttons->addButton(tr("Add and &start"), QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);
    layout->addWidget(buttons);
    // Tab takes the box for its first button, and would go back to that from the last one.
    buttons->setFocusProxy(nullptr);
    const QList<QWidget *> order{m_edit,
                                 m_entryPort,
                                 m_echoPort,
                                 m_via,
                                 m_games,
                                 m_original,
                                 m_table,
                                 m_tryLines,
                                 m_add,
                                 m_addAndStart,
                                 buttons->button(QDialogButtonBox::Cancel)};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);

    m_timer->setSingleShot(true);
    m_timer->setInterval(CheckDelayMs);
    connect(m_timer, &QTimer::timeout, this, &PasteDialog::check);
    connect(m_edit, &QPlainTextEdit::textChanged, m_timer, QOverload<>::of(&QTimer::start));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tryLines, &QPushButton::clicked, this, [this] {
        check();
        if (m_trial->isRunning())
            m_trial->cancel();
        else
            m_trial->start(head().value_or(m_current), m_lines);
    });
    connect(m_trial, &LinesTrial::changed, this, &PasteDialog::showTrial);
    const auto finish = [this](bool start) {
        check(); // what was typed in the last moment counts too
        if (m_lines.isEmpty())
            return;
        m_startsAtOnce = start;
        accept();
    };
    connect(m_add, &QPushButton::clicked, this, [finish] { finish(false); });
    connect(m_addAndStart, &QPushButton::clicked, this, [finish] { finish(true); });
    check();
}

void PasteDialog::buildOptions(QVBoxLayout *layout)
{
    const ProbeSettings settings = resolve({&m_current.probe});
    auto *ports = new QHBoxLayout;
    m_entryPort = portSpin(settings.entryPort, tr("Entry port where none is given"), this);
    m_echoPort = portSpin(settings.echoPort, tr("Echo port where none is given"), this);
    auto *entryLabel = new QLabel(tr("Port where none is given:  &entry"), this);
    entryLabel->setBuddy(m_entryPort);
    auto *echoLabel = new QLabel(tr("e&cho"), this);
    echoLabel->setBuddy(m_echoPort);
    ports->addWidget(entryLabel);
    ports->addWidget(m_entryPort);
    ports->addSpacing(8);
    ports->addWidget(echoLabel);
    ports->addWidget(m_echoPort);
    ports->addStretch(1);
    layout->addLayout(ports);

    m_viaRow = new QWidget(this);
    auto *via = new QHBoxLayout(m_viaRow);
    via->setContentsMargins(0, 0, 0, 0);
    m_via = new QComboBox(m_viaRow);
    m_via->addItem(tr("our header, inside the probe"), static_cast<int>(Via::Embedded));
    m_via->addItem(tr("6 bytes before it: IPv4 address and port"), static_cast<int>(Via::Ip4Port));
    m_via->addItem(tr("a SOCKS5 UDP header before it"), static_cast<int>(Via::Socks5));
    m_via->addItem(tr("nothing: the entry has a fixed one"), static_cast<int>(Via::Fixed));
    m_via->setCurrentIndex(m_via->findData(static_cast<int>(settings.via)));
    auto *viaLabel = new QLabel(tr("The entry &learns the echo address by:"), m_viaRow);
    viaLabel->setBuddy(m_via);
    via->addWidget(viaLabel);
    via->addWidget(m_via);
    via->addStretch(1);
    layout->addWidget(m_viaRow);

    auto *rulesRow = new QWidget(this);
    auto *rules = new QHBoxLayout(rulesRow);
    rules->setContentsMargins(0, 0, 0, 0);
    m_games = new QRadioButton(tr("&Games"), rulesRow);
    m_original = new QRadioButton(tr("&Original"), rulesRow);
    m_games->setChecked(true);
    m_games->setToolTip(tr("Loss above 5 % is a warning, above 30 % critical; a mean 50 % and 30 ms above "
                           "the usual one is a warning, above 300 ms critical."));
    m_original->setToolTip(tr("Loss above 30 % and a mean above 300 ms are critical, each over 100 probes."));
    rules->addWidget(new QLabel(tr("Rules:"), rulesRow));
    rules->addWidget(m_games);
    rules->addWidget(m_original);
    rules->addStretch(1);
    rulesRow->setVisible(m_fresh && !m_current.rules);
    layout->addWidget(rulesRow);

    connect(m_entryPort, &QSpinBox::valueChanged, m_timer, QOverload<>::of(&QTimer::start));
    connect(m_echoPort, &QSpinBox::valueChanged, m_timer, QOverload<>::of(&QTimer::start));
    connect(m_via, &QComboBox::currentIndexChanged, m_timer, QOverload<>::of(&QTimer::start));
}

void PasteDialog::setText(const QString &text)
{
    m_edit->setPlainText(text);
    check();
}

void PasteDialog::setFile(const QString &path, const QByteArray &bytes)
{
    m_path = path;
    m_bytes = bytes;
    m_file->setText(tr("From the file %1").arg(QFileInfo(path).fileName()));
    m_file->setToolTip(path);
    m_file->show();
    m_edit->hide();
    check();
}

ProbePatch PasteDialog::overrides() const
{
    ProbePatch patch;
    if (m_entryPort->value() > 0)
        patch.entryPort = static_cast<quint16>(m_entryPort->value());
    if (m_echoPort->value() > 0)
        patch.echoPort = static_cast<quint16>(m_echoPort->value());
    patch.via = static_cast<Via>(m_via->currentData().toInt());
    return patch;
}

std::optional<Profile> PasteDialog::head() const
{
    if (!m_fresh)
        return {};
    Profile head = m_current;
    if (!head.rules)
        head.rules = m_games->isChecked() ? gamesRules() : originalRules();
    const ProbePatch chosen = overrides();
    head.probe.entryPort = chosen.entryPort;
    head.probe.echoPort = chosen.echoPort;
    if (chosen.via != Via::Embedded)
        head.probe.via = chosen.via;
    if (head.name.isEmpty() && !m_path.isEmpty())
        head.name = QFileInfo(m_path).completeBaseName();
    return head;
}

void PasteDialog::check()
{
    m_timer->stop();
    const QByteArray bytes = m_path.isEmpty() ? m_edit->toPlainText().toUtf8() : m_bytes;
    LoadOptions options;
    options.overrides = overrides();
    const auto [result, text] = parseListFile(m_path, bytes, options.overrides);
    m_preview->show(result, text, options);
    const QList<Line> before = std::exchange(m_lines, m_preview->lines());
    if (!m_fresh)
        putIntoLines(m_lines, options.overrides, m_current);
    if (m_lines != before)
        m_trial->cancel(); // what it tells is of lines that are not these any more
    const QList<Line> &listed = result.profile.lines;
    m_viaRow->setVisible(
        std::any_of(listed.cbegin(), listed.cend(), [](const Line &line) { return line.echo.has_value(); }));
    m_add->setEnabled(!m_lines.isEmpty());
    m_addAndStart->setEnabled(!m_lines.isEmpty());
    showSummary();
    showTrial();
}

void PasteDialog::showTrial()
{
    const auto count = static_cast<int>(std::min<qsizetype>(LinesTrial::MaxLines, m_lines.size()));
    m_tryLines->setEnabled(count > 0);
    m_tryLines->setText(m_trial->isRunning() ? tr("Cancel the &test")
                                             : tr("&Test %n of them", nullptr, std::max(1, count)));
    m_results->setText(m_trial->results().join(u'\n'));
}

void PasteDialog::showSummary()
{
    const Profile around = head().value_or(m_current);
    QList<LinePlan> plans;
    for (const Line &line : std::as_const(m_lines)) {
        if (line.enabled)
            plans.append(linePlan(0, line, plannedSettings(around, line, {})));
    }
    const PlannedRate rate = applyCaps(plans, {});
    QString text = tr("%n line(s)", nullptr, static_cast<int>(m_lines.size()));
    if (!plans.isEmpty())
        text +=
            u" · "_s + formatProbeRate(rate.probesPerSecond) + u" · "_s + formatBitRate(rate.bitsPerSecond);
    if (m_preview->errors() > 0)
        text += u" · "_s + tr("%n row(s) with an error are left out", nullptr, m_preview->errors());
    m_summary->setText(text);
}

} // namespace plumb
