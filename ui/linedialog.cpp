// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linedialog.h"

#include "format.h"
#include "linefields.h"
#include "probefields.h"
#include "profilefile.h"
#include "ratetext.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

// Text that does not read as an address stays as it is, so that validate() tells what is wrong with it.
Endpoint endpointOf(const QString &text)
{
    const EndpointResult result = parseEndpoint(text);
    return result.error.isEmpty() ? result.endpoint : Endpoint{text, 0};
}

QStringList tagsOf(const QString &text)
{
    static const QRegularExpression separators(u"[,;，；]\\s*"_s);
    QStringList tags;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty() && !tags.contains(part.trimmed()))
            tags.append(part.trimmed());
    }
    return tags;
}

// "+new, -old" changes what each line has; anything else takes its place.
QStringList changedTags(const QStringList &before, const QStringList &typed)
{
    const bool relative =
        !typed.isEmpty() && std::all_of(typed.cbegin(), typed.cend(), [](const QString &tag) {
            return tag.size() > 1 && (tag.startsWith(u'+') || tag.startsWith(u'-'));
        });
    if (!relative)
        return typed;
    QStringList tags = before;
    for (const QString &tag : typed) {
        const QString name = tag.mid(1).trimmed();
        if (tag.startsWith(u'-'))
            tags.removeAll(name);
        else if (!tags.contains(name))
            tags.append(name);
    }
    return tags;
}

bool isIp6(const Line &line)
{
    const std::optional<QHostAddress> address = line.entry.address();
    return address && address->protocol() == QAbstractSocket::IPv6Protocol;
}

QWidget *labelOf(const QFormLayout *form, int row)
{
    const QLayoutItem *const item = form->itemAt(row, QFormLayout::LabelRole);
    return item ? item->widget() : nullptr;
}

// The fields of a form stand below those of the one above it, and stay there when rows come and go.
void alignForms(QFormLayout *above, QFormLayout *below)
{
    QList<QWidget *> labels;
    for (const QFormLayout *form : {above, below}) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (QWidget *const label = labelOf(form, row))
                labels.append(label);
        }
    }
    int widest = 0;
    for (const QWidget *label : std::as_const(labels))
        widest = std::max(widest, label->sizeHint().width());
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(widest);
    above->setContentsMargins(below->contentsMargins());
}

} // namespace

LineDialog::LineDialog(const Profile &profile, const QList<Line> &lines, QWidget *parent)
    : QDialog(parent)
    , m_profile(profile)
    , m_lines(lines.isEmpty() ? QList<Line>{Line()} : lines)
    , m_name(new TextField({}, this))
    , m_entry(new TextField(u"118.89.127.211:7000"_s, this))
    , m_echo(new TextField(tr("none: the entry itself answers"), this))
    , m_rate(new QLabel(this))
    , m_message(new QLabel(this))
    , m_moreButton(new QToolButton(this))
    , m_more(new QWidget)
    , m_moreArea(new QScrollArea(this))
    , m_moreForm(new QFormLayout(m_more))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_profile.lines.clear();
    for (const Line &line : profile.lines) {
        const auto same = [&](const Line &edited) { return edited.id == line.id; };
        if (std::none_of(lines.cbegin(), lines.cend(), same))
            m_others.append(line);
    }
    setWindowTitle(lines.isEmpty()     ? tr("Add a line")
                   : lines.size() == 1 ? tr("Edit %1").arg(lines.constFirst().label())
                                       : tr("Edit %n line(s)", nullptr, static_cast<int>(lines.size())));
    auto *form = new QFormLayout;
    m_name->addTo(form, tr("&Name:"));
    m_entry->addTo(form, tr("&Entry:"));
    m_echo->addTo(form, tr("E&cho:"));
    m_entry->setToolTip(
        tr("Where the probes are sent to: an address or a name, with a port; [v6]:port for IPv6."));
    m_echo->setToolTip(tr("What answers behind the entry; empty where the entry itself answers."));

    m_moreButton->setText(tr("&More"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"lineError"_s);
    m_rate->setObjectName(u"lineRate"_s);
    m_rate->setWordWrap(true);
    m_rate->setMinimumHeight(m_rate->fontMetrics().height() * 2);
    m_rate->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    buildMore();
    alignForms(form, m_moreForm);
    m_moreArea->setWidget(m_more);
    m_moreArea->setWidgetResizable(true);
    m_moreArea->setFrameShape(QFrame::NoFrame);
    m_moreArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_moreArea->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_moreButton);
    layout->addWidget(m_moreArea, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_rate);
    layout->addStretch(0);
    layout->addWidget(m_buttons);
    setMinimumWidth(500);

    connect(m_moreButton, &QToolButton::toggled, this, &LineDialog::setMore);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showLines();
    for (const FormField *field : std::initializer_list<const FormField *>{m_name, m_entry, m_echo, m_tags,
                                                                           m_reason, m_pause, m_rules})
        connect(field, &FormField::edited, this, &LineDialog::check);
    connect(m_probe, &ProbeFields::edited, this, &LineDialog::check);
    // Behind More only what says nothing: settings of a line's own are seen.
    const auto saysMore = [](const Line &line) {
        return line.probe != ProbePatch() || !line.tags.isEmpty() || line.rules || !line.enabled ||
               line.pausedUntil.isValid();
    };
    m_moreButton->setChecked(std::any_of(m_lines.cbegin(), m_lines.cend(), saysMore));
    check();
    setMore(m_moreButton->isChecked());
}

void LineDialog::buildMore()
{
    m_tags = new TextField(tr("tokyo, cn2"), m_more);
    m_tags->setToolTip(tr("Separated by commas. “+new, -old” adds and removes tags of each line."));
    m_moreForm->setContentsMargins(0, 0, 6, 0);
    m_tags->addTo(m_moreForm, tr("&Tags:"));
    m_probe = new ProbeFields(ProbeFields::For::Lines, resolve({&m_profile.probe}), m_moreForm);
    m_rules = new RulesField(m_profile.rules.value_or(originalRules()), m_more);
    m_rules->addTo(m_moreForm, tr("&Rules:"));
    m_pause = new PauseField(m_more);
    m_pause->addTo(m_moreForm, tr("Pa&used:"));
    m_reason = new TextField(tr("why, for the others"), m_more);
    m_reason->addTo(m_moreForm, tr("Reason:"));
}

void LineDialog::showLines()
{
    const auto show = [this](FormField *field, auto valueOf) {
        QList<QVariant> values;
        for (const Line &line : std::as_const(m_lines))
            values.append(valueOf(line));
        field->show(values);
    };
    show(m_name, [](const Line &line) { return QVariant(line.name); });
    show(m_entry, [](const Line &line) { return QVariant(line.entry.toString()); });
    show(m_echo, [](const Line &line) { return QVariant(line.echo ? line.echo->toString() : QString()); });
    show(m_tags, [](const Line &line) { return QVariant(line.tags.join(u", "_s)); });
    show(m_rules, &RulesField::valueOf);
    show(m_pause, &PauseField::valueOf);
    show(m_reason, [](const Line &line) { return QVariant(line.pausedReason); });
    QList<ProbePatch> patches;
    for (const Line &line : std::as_const(m_lines))
        patches.append(line.probe);
    m_probe->show(patches);
}

QList<Line> LineDialog::lines() const
{
    QList<Line> lines = m_lines;
    const QStringList typedTags = tagsOf(m_tags->text());
    for (Line &line : lines) {
        if (m_name->isChanged())
            line.name = m_name->text();
        if (m_entry->isChanged())
            line.entry = endpointOf(m_entry->text());
        if (m_echo->isChanged())
            line.echo = m_echo->text().isEmpty() ? std::nullopt : std::optional(endpointOf(m_echo->text()));
        if (m_tags->isChanged())
            line.tags = changedTags(line.tags, typedTags);
        if (m_rules->isChanged() && m_rules->value())
            RulesField::set(line, *m_rules->value());
        if (m_pause->isChanged() && m_pause->value())
            PauseField::set(line, *m_pause->value());
        if (m_reason->isChanged() && m_pause->isPaused())
            line.pausedReason = m_reason->text();
        m_probe->apply(line.probe);
    }
    return lines;
}

FormField *LineDialog::fieldOf(const QString &key) const
{
    const QString head = key.section(u'[', 0, 0);
    if (head == "name"_L1)
        return m_name;
    if (head == "entry"_L1)
        return m_entry;
    if (head == "echo"_L1)
        return m_echo;
    if (head == "tags"_L1)
        return m_tags;
    if (head == "rules"_L1)
        return m_rules;
    if (head == "pausedReason"_L1)
        return m_reason;
    return key.startsWith("probe."_L1) ? m_probe->field(key.mid(6)) : nullptr;
}

void LineDialog::tell(const Problem &problem, const QList<Line> &edited)
{
    const bool isError = problem.level == Problem::Level::Error;
    static const QRegularExpression ofLine(u"^lines\\[(\\d+)\\]\\.(.*)$"_s);
    const QRegularExpressionMatch match = ofLine.match(problem.place);
    FormField *const field = match.hasMatch() ? fieldOf(match.captured(2)) : nullptr;
    QString text = problem.text;
    if (match.hasMatch() && edited.size() > 1)
        text = m_lines[qBound(0, match.captured(1).toInt(), static_cast<int>(m_lines.size()) - 1)].label() +
               u": "_s + text;
    if (isError && m_error.isEmpty())
        m_error = text;
    if (field && field->isVisibleTo(this)) {
        if (field->message().isEmpty())
            field->setMessage(text, isError);
    } else if (m_message->text().isEmpty()) {
        m_message->setText(text);
        QPalette colors = palette();
        if (isError)
            colors.setColor(QPalette::WindowText, limitColor(isDark(colors)));
        m_message->setPalette(colors);
    }
}

void LineDialog::check()
{
    const QList<Line> edited = lines();
    const Line &first = edited.constFirst();
    const ProbeSettings settings = resolve({&m_profile.probe, &first.probe});
    const auto hasEcho = [](const Line &line) { return line.echo.has_value(); };
    m_probe->setKind(settings.kind, std::any_of(edited.cbegin(), edited.cend(), hasEcho), settings.sizeBytes,
                     isIp6(first));
    m_moreForm->setRowVisible(m_reason, m_pause->isPaused());
    ProbePatch judged = m_profile.probe;
    if (first.probe.interval)
        judged.interval = first.probe.interval;
    m_rules->setProbe(judged);

    for (FormField *field :
         std::initializer_list<FormField *>{m_name, m_entry, m_echo, m_tags, m_rules, m_reason})
        field->setMessage({}, false);
    m_probe->clearMessages();
    m_message->clear();
    m_error.clear();
    // Nothing typed yet is no mistake to point at, but no line either.
    if (m_entry->text().isEmpty() && m_entry->value()) {
        m_error = tr("an entry is missing; type an address and a port");
    } else {
        const auto unread = [&](TextField *field) {
            const QString error = field->text().isEmpty() ? QString() : parseEndpoint(field->text()).error;
            if (!error.isEmpty())
                field->setMessage(error, true);
            if (m_error.isEmpty())
                m_error = error;
        };
        unread(m_entry);
        unread(m_echo);
        Profile candidate = m_profile;
        candidate.lines = edited;
        if (candidate.lines.size() == 1)
            candidate.lines.first().id = u"line"_s; // the id is not what is edited here
        const QList<Problem> problems = validate(candidate);
        for (const Problem &problem : problems)
            tell(problem, edited);
    }
    m_message->setVisible(!m_message->text().isEmpty());
    tellRate(edited);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_error.isEmpty());
    growToFit(this);
}

void LineDialog::tellRate(const QList<Line> &edited)
{
    Profile these = m_profile;
    these.lines = edited;
    Profile all = these;
    all.lines += m_others;
    const PlannedRate rate = plannedRate(these, {});
    if (!m_error.isEmpty() || rate.probesPerSecond <= 0) {
        m_rate->setText(m_error.isEmpty() ? tr("Sends nothing while paused.") : QString());
        return;
    }
    const ProbeSettings settings = plannedSettings(m_profile, edited.constFirst(), {});
    QString text =
        tr("Sends %1, %2")
            .arg(rateText(rate), ProbeFields::wireText(payloadBytes(settings), isIp6(edited.constFirst())));
    if (edited.size() > 1)
        text = tr("Together they send %1").arg(rateText(rate));
    if (!m_others.isEmpty()) {
        const PlannedRate whole = plannedRate(all, {});
        text += u'\n' + tr("All lines: %1, at most %2 to one entry")
                            .arg(rateText(whole), formatProbeRate(whole.maxPerEntryPps));
        if (!whole.stretched.isEmpty())
            text += u'\n' + whole.stretched.join(u'\n');
    }
    m_rate->setText(text);
}

void LineDialog::setMore(bool shown)
{
    m_moreArea->setVisible(shown);
    m_moreButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    if (!layout())
        return;
    if (!shown) {
        adjustSize();
        return;
    }
    // As high as what there is to see, where the screen has the room.
    const int bar = m_moreArea->verticalScrollBar()->sizeHint().width();
    m_moreArea->setMinimumWidth(m_more->sizeHint().width() + bar);
    layout()->activate();
    const int room = (screen() ? screen()->availableSize().height() : 700) - 60;
    const int extra = qMax(0, m_more->sizeHint().height() - m_moreArea->sizeHint().height());
    resize(qMax(width(), sizeHint().width()), qMin(sizeHint().height() + extra, room));
}

} // namespace plumb
