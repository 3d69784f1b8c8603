// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsdialog.h"

#include "format.h"
#include "formfield.h"
#include "listsource.h"
#include "probefields.h"
#include "profilefile.h"
#include "ratetext.h"
#include "rulesedit.h"
#include "settingspin.h"
#include "theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSysInfo>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace plumb {

namespace {

constexpr qsizetype CheckedAtOnce = 2000; // lines; more of them are checked when the typing pauses
constexpr int CheckDelayMs = 250;
constexpr int DefaultSweepIntervalMs = 200;

} // namespace

SettingsDialog::SettingsDialog(const Profile &profile, bool isFixed, const ProgramSettings &program,
                               QWidget *parent)
    : QDialog(parent)
    , m_profile(profile)
    , m_program(program)
    , m_tabs(new QTabWidget(this))
    , m_rate(new QLabel(this))
    , m_message(new QLabel(this))
    , m_timer(new QTimer(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Settings"));
    m_rate->setObjectName(u"settingsRate"_s);
    m_rate->setWordWrap(true);
    m_rate->setMinimumHeight(fontMetrics().height() * 3);
    m_rate->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_message->setObjectName(u"settingsError"_s);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(fontMetrics().height() * 2);
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    m_tabs->addTab(buildProfilePage(), tr("Profile"));
    m_tabs->addTab(buildProbePage(), tr("Probes"));
    m_tabs->addTab(buildRulesPage(), tr("Rules"));
    m_tabs->addTab(buildProgramPage(), tr("Program"));
    for (int tab = 0; isFixed && tab < 3; ++tab) {
        m_tabs->setTabEnabled(tab, false);
        m_tabs->setTabToolTip(tab, tr("The demo's settings can not be edited."));
    }
    m_rate->setVisible(!isFixed);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_rate);
    layout->addWidget(m_message);
    layout->addWidget(m_buttons);
    resize(620, 580);

    m_timer->setSingleShot(true);
    m_timer->setInterval(CheckDelayMs);
    connect(m_timer, &QTimer::timeout, this, &SettingsDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        check(); // what was typed in the last moment counts too
        if (m_error.isEmpty())
            accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto changed = [this] {
        if (m_profile.lines.size() > CheckedAtOnce)
            m_timer->start();
        else
            check();
    };
    for (const FormField *field : std::initializer_list<const FormField *>{
             m_name, m_station, m_sourceCommand, m_sourceEvery, m_sweepCount, m_sweepInterval})
        connect(field, &FormField::edited, this, changed);
    connect(m_probe, &ProbeFields::edited, this, changed);
    connect(m_rules, &RulesEdit::edited, this, changed);
    check();
}

QWidget *SettingsDialog::buildProfilePage()
{
    auto *page = new QWidget(m_tabs);
    auto *form = new QFormLayout(page);
    const QString words = tr("default (%1)");
    m_name = new TextField(tr("as the file"), page);
    m_name->addTo(form, tr("&Name:"));
    m_station = new TextField(words.arg(QSysInfo::machineHostName()), page);
    m_station->setToolTip(tr("Where the probes are sent from; every record and report names it."));
    m_station->addTo(form, tr("&Station:"));
    m_sweepCount = new NumberField(
        new SettingSpin(1, Limits::MaxSweepCount, tr(" probes"), DefaultSweepCount, words, page), page);
    m_sweepCount->setToolTip(tr("To each line, in one sweep."));
    m_sweepCount->addTo(form, tr("S&weep:"));
    m_sweepInterval = new NumberField(new SettingSpin(Limits::MinIntervalMs, Limits::MaxIntervalMs, tr(" ms"),
                                                      DefaultSweepIntervalMs, words, page),
                                      page);
    m_sweepInterval->setToolTip(tr("Between two probes of one line, in a sweep."));
    m_sweepInterval->addTo(form, tr("Sweep &interval:"));
    m_sourceCommand = new TextField(tr("none"), page);
    m_sourceCommand->setToolTip(
        tr("A program that prints a list; its lines join those of the file, after you have seen what is "
           "different. It is run without a shell, in the folder of the profile, and never before you have "
           "allowed it for this file."));
    m_sourceCommand->addTo(form, tr("Lines from a &command:"));
    m_sourceEvery = new TextField(tr("only when asked (F9)"), page);
    m_sourceEvery->setToolTip(tr("As in 5 min, 90 s or 2 h."));
    m_sourceEvery->addTo(form, tr("Run it &every:"));

    m_name->show({m_profile.name});
    m_station->show({m_profile.station});
    m_sweepCount->show({m_profile.sweepCount ? QVariant(*m_profile.sweepCount) : QVariant()});
    m_sweepInterval->show({m_profile.sweepInterval
                               ? QVariant(static_cast<int>(m_profile.sweepInterval->count()))
                               : QVariant()});
    const ListSource source = ListSource::of(m_profile.source);
    m_sourceCommand->show({commandLine(source.command)});
    m_sourceEvery->show({source.everyText});
    return page;
}

QWidget *SettingsDialog::buildProbePage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    m_probe = new ProbeFields(ProbeFields::For::Profile, resolve({}), form);
    m_probe->show({m_profile.probe});
    auto *area = new QScrollArea(m_tabs);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false); // as the other pages
    page->setAutoFillBackground(false);
    return area;
}

QWidget *SettingsDialog::buildRulesPage()
{
    auto *page = new QWidget(m_tabs);
    auto *layout = new QVBoxLayout(page);
    m_rules = new RulesEdit(page);
    m_rules->setRules(m_profile.rules.value_or(originalRules()));
    auto *text = new QLabel(tr("A line is judged by the worst of these; lines with rules of their own by "
                               "those alone. A line that is silent is dead without any rule."),
                            page);
    text->setWordWrap(true);
    layout->addWidget(m_rules, 1);
    layout->addWidget(text);
    return page;
}

QWidget *SettingsDialog::buildProgramPage()
{
    auto *page = new QWidget(m_tabs);
    auto *form = new QFormLayout(page);
    m_language = new QComboBox(page);
    m_language->addItem(tr("as the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_program.language)));
    form->addRow(tr("&Language:"), m_language);
    auto *later =
        new QLabel(tr("Takes effect at the next start. Light or dark follows the system at once."), page);
    later->setWordWrap(true);
    form->addRow(QString(), later);
    m_hints = new QCheckBox(tr("Show the demo's &hints"), page);
    m_hints->setChecked(m_program.showsHints);
    form->addRow(QString(), m_hints);
    return page;
}

Profile SettingsDialog::profile() const
{
    Profile edited = m_profile;
    if (m_name->isChanged())
        edited.name = m_name->text();
    if (m_station->isChanged())
        edited.station = m_station->text();
    if (m_sweepCount->isChanged()) {
        const QVariant count = m_sweepCount->value().value_or(QVariant());
        edited.sweepCount = count.isValid() ? std::optional(count.toInt()) : std::nullopt;
    }
    if (m_sweepInterval->isChanged()) {
        const QVariant interval = m_sweepInterval->value().value_or(QVariant());
        edited.sweepInterval =
            interval.isValid() ? std::optional(milliseconds(interval.toInt())) : std::nullopt;
    }
    if (m_sourceCommand->isChanged() || m_sourceEvery->isChanged())
        edited.source = ListSource::toJson(m_profile.source, commandParts(m_sourceCommand->text()),
                                           m_sourceEvery->text());
    m_probe->apply(edited.probe);
    if (m_rules->rules() != m_profile.rules.value_or(originalRules()))
        edited.rules = m_rules->rules();
    return edited;
}

ProgramSettings SettingsDialog::program() const
{
    return {m_language->currentData().toString(), m_hints->isChecked()};
}

void SettingsDialog::tell(const Problem &problem, const Profile &edited)
{
    if (problem.level == Problem::Level::Warning)
        return;
    FormField *field = nullptr;
    int tab = 0;
    if (problem.place == "name"_L1)
        field = m_name;
    else if (problem.place == "station"_L1)
        field = m_station;
    else if (problem.place == "sweep.count"_L1)
        field = m_sweepCount;
    else if (problem.place == "sweep.intervalMs"_L1)
        field = m_sweepInterval;
    else if (problem.place == "source.command"_L1)
        field = m_sourceCommand;
    else if (problem.place == "source.every"_L1)
        field = m_sourceEvery;
    else
        tab = problem.place.startsWith("rules"_L1) ? 2 : 1;
    if (problem.place.startsWith("probe."_L1))
        field = m_probe->field(problem.place.mid(6));
    if (field && field->message().isEmpty())
        field->setMessage(problem.text, true);
    if (!m_error.isEmpty())
        return;
    static const QRegularExpression ofLine(u"^lines\\[(\\d+)\\]"_s);
    const QRegularExpressionMatch match = ofLine.match(problem.place);
    const int line = match.hasMatch() ? match.captured(1).toInt() : -1;
    if (line >= 0 && line < edited.lines.size())
        m_error = edited.lines[line].label() + u": "_s + problem.text;
    else
        m_error = m_tabs->tabText(tab) + u": "_s + problem.text;
}

void SettingsDialog::check()
{
    m_timer->stop();
    const Profile edited = profile();
    const ProbeSettings settings = resolve({&edited.probe});
    m_probe->setKind(settings.kind, true, settings.sizeBytes, false);
    m_rules->setProbe(edited.probe);
    m_error.clear();
    m_probe->clearMessages();
    for (FormField *field : std::initializer_list<FormField *>{m_name, m_station, m_sourceCommand,
                                                               m_sourceEvery, m_sweepCount, m_sweepInterval})
        field->setMessage({}, false);
    const QList<Problem> problems = validate(edited);
    for (const Problem &problem : problems)
        tell(problem, edited);
    if (m_sourceCommand->text().isEmpty() && !m_sourceEvery->text().isEmpty())
        tell({Problem::Level::Error, u"source.command"_s, tr("a command is missing; name a program")},
             edited);
    m_message->setText(m_error);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, limitColor(isDark(colors)));
    m_message->setPalette(colors);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_error.isEmpty());
    tellRate(edited);
}

void SettingsDialog::tellRate(const Profile &edited)
{
    QString text;
    RunOptions sweep;
    sweep.kind = RunKind::Sweep;
    const PlannedRate watched = plannedRate(edited, {});
    const PlannedRate swept = plannedRate(edited, sweep);
    if (m_error.isEmpty() && watched.probesPerSecond > 0) {
        text = tr("A watch sends %1, at most %2 to one entry.")
                   .arg(rateText(watched), formatProbeRate(watched.maxPerEntryPps));
        text += u'\n' + tr("A sweep sends %1, at most %2 to one entry.")
                            .arg(rateText(swept), formatProbeRate(swept.maxPerEntryPps));
        QStringList slowed = watched.stretched + swept.stretched;
        slowed.removeDuplicates();
        if (!slowed.isEmpty())
            text += u'\n' + slowed.join(u'\n');
    } else if (m_error.isEmpty()) {
        text = tr("No line is probed yet.");
    }
    m_rate->setText(text);
}

} // namespace plumb
