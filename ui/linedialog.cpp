// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linedialog.h"

#include "profilefile.h"
#include "theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace plumb {

namespace {

constexpr int HeaderBytesIp4 = 20 + 8, HeaderBytesIp6 = 40 + 8;

// A spin box whose lowest value means "as the profile says".
QSpinBox *inheritingSpin(int minimum, int maximum, int inherited, const QString &suffix, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setRange(minimum - 1, maximum);
    spin->setSuffix(suffix);
    spin->setSpecialValueText(LineDialog::tr("as the profile (%1)").arg(QString::number(inherited) + suffix));
    spin->setValue(minimum - 1);
    spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return spin;
}

std::optional<int> chosen(const QSpinBox *spin)
{
    return spin->value() == spin->minimum() ? std::nullopt : std::optional(spin->value());
}

std::optional<milliseconds> chosenMs(const QSpinBox *spin)
{
    const std::optional<int> value = chosen(spin);
    return value ? std::optional(milliseconds(*value)) : std::nullopt;
}

std::optional<QString> chosenText(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

// Text that does not read as an address stays as it is, so that validate() tells what is wrong with it.
Endpoint endpointOf(const QString &text)
{
    const EndpointResult result = parseEndpoint(text);
    return result.error.isEmpty() ? result.endpoint : Endpoint{text, 0};
}

QString kindText(ProbeKind kind)
{
    return kind == ProbeKind::Echo ? LineDialog::tr("echo (Plumbline's own 64 bytes)")
                                   : LineDialog::tr("custom (bytes and match below)");
}

QString viaText(Via via)
{
    switch (via) {
    case Via::Embedded: return LineDialog::tr("from the header of the probe");
    case Via::Ip4Port: return LineDialog::tr("from 6 bytes before it: IPv4 address and port");
    case Via::Socks5: return LineDialog::tr("from a SOCKS5 UDP header before it");
    case Via::Fixed: return LineDialog::tr("not at all: the entry has a fixed one");
    }
    return {};
}

} // namespace

LineDialog::LineDialog(const Profile &profile, const Line &line, QWidget *parent)
    : QDialog(parent)
    , m_profile(profile)
    , m_line(line)
    , m_name(new QLineEdit(this))
    , m_entry(new QLineEdit(this))
    , m_echo(new QLineEdit(this))
    , m_message(new QLabel(this))
    , m_moreButton(new QToolButton(this))
    , m_more(new QWidget(this))
    , m_moreForm(new QFormLayout(m_more))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_profile.lines.clear();
    setWindowTitle(line.entry.isEmpty() ? tr("Add a line") : tr("Edit %1").arg(line.label()));
    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Entry:"), m_entry);
    form->addRow(tr("E&cho:"), m_echo);
    m_entry->setPlaceholderText(u"118.89.127.211:7000"_s);
    m_entry->setToolTip(
        tr("Where the probes are sent to: an address or a name, with a port; [v6]:port for IPv6."));
    m_echo->setPlaceholderText(tr("none: the entry itself answers"));
    m_echo->setToolTip(tr("What answers behind the entry; empty where the entry itself answers."));

    m_moreButton->setText(tr("&More"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"lineError"_s);
    m_message->setMinimumHeight(m_message->fontMetrics().height() * 2);
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    buildMore();
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_moreButton);
    layout->addWidget(m_more);
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    setMinimumWidth(460);

    connect(m_moreButton, &QToolButton::toggled, this, &LineDialog::setMore);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showLine();
    for (QLineEdit *edit : {m_name, m_entry, m_echo, m_tags, m_payload, m_match})
        connect(edit, &QLineEdit::textChanged, this, &LineDialog::check);
    for (QSpinBox *spin : {m_interval, m_timeout, m_size, m_flows})
        connect(spin, &QSpinBox::valueChanged, this, &LineDialog::check);
    for (QComboBox *combo : {m_kind, m_via})
        connect(combo, &QComboBox::currentIndexChanged, this, &LineDialog::check);
    // Behind More only what says nothing: settings of the line's own are seen.
    m_moreButton->setChecked(line.probe != ProbePatch() || !line.tags.isEmpty());
    setMore(m_moreButton->isChecked());
    check();
}

void LineDialog::buildMore()
{
    const ProbeSettings inherited = resolve({&m_profile.probe});
    const auto ms = [](milliseconds value) { return static_cast<int>(value.count()); };
    m_tags = new QLineEdit(m_more);
    m_tags->setPlaceholderText(tr("tokyo, cn2"));
    m_interval = inheritingSpin(Limits::MinIntervalMs, Limits::MaxIntervalMs, ms(inherited.interval),
                                tr(" ms"), m_more);
    m_timeout =
        inheritingSpin(Limits::MinTimeoutMs, Limits::MaxTimeoutMs, ms(inherited.timeout), tr(" ms"), m_more);
    m_size = inheritingSpin(1, Limits::MaxSizeIp4, inherited.sizeBytes, tr(" bytes"), m_more);
    m_flows = inheritingSpin(1, Limits::MaxFlows, inherited.flows, {}, m_more);
    m_wire = new QLabel(m_more);
    m_kind = new QComboBox(m_more);
    m_kind->addItem(tr("as the profile (%1)").arg(name(inherited.kind)));
    for (const ProbeKind kind : {ProbeKind::Echo, ProbeKind::Custom})
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_payload = new QLineEdit(m_more);
    m_payload->setPlaceholderText(u"hex:01 02 {seq} {token} {echo_ip4} {echo_port}"_s);
    m_payload->setToolTip(tr("hex:… or text:… with {seq} {token} {echo_ip4} {echo_port} {rand=N} {pad=N}"));
    m_match = new QLineEdit(m_more);
    m_match->setPlaceholderText(u"identical"_s);
    m_match->setToolTip(tr("What makes a datagram the reply: identical, prefix:N or any"));
    m_via = new QComboBox(m_more);
    m_via->addItem(tr("as the profile (%1)").arg(viaText(inherited.via)));
    for (const Via via : {Via::Embedded, Via::Ip4Port, Via::Socks5, Via::Fixed})
        m_via->addItem(viaText(via), static_cast<int>(via));
    m_flows->setToolTip(tr("Routers choose a path by the source port: several of them see a path of which "
                           "only some members are dead."));

    m_moreForm->setContentsMargins(0, 0, 0, 0);
    m_moreForm->addRow(tr("&Tags:"), m_tags);
    m_moreForm->addRow(tr("&Interval:"), m_interval);
    m_moreForm->addRow(tr("Time-&out:"), m_timeout);
    m_moreForm->addRow(tr("&Size:"), m_size);
    m_moreForm->addRow(QString(), m_wire);
    m_moreForm->addRow(tr("Source &ports:"), m_flows);
    m_moreForm->addRow(tr("&Kind:"), m_kind);
    m_moreForm->addRow(tr("P&ayload:"), m_payload);
    m_moreForm->addRow(tr("Matc&h:"), m_match);
    m_moreForm->addRow(tr("The entry &learns the echo address:"), m_via);
    m_moreForm->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void LineDialog::showLine()
{
    const auto setSpin = [](QSpinBox *spin, std::optional<int> value) {
        if (value)
            spin->setValue(*value);
    };
    const auto toInt = [](std::optional<milliseconds> value) {
        return value ? std::optional(static_cast<int>(value->count())) : std::nullopt;
    };
    m_name->setText(m_line.name);
    m_entry->setText(m_line.entry.toString());
    m_echo->setText(m_line.echo ? m_line.echo->toString() : QString());
    m_tags->setText(m_line.tags.join(u", "_s));
    setSpin(m_interval, toInt(m_line.probe.interval));
    setSpin(m_timeout, toInt(m_line.probe.timeout));
    setSpin(m_size, m_line.probe.sizeBytes);
    setSpin(m_flows, m_line.probe.flows);
    if (m_line.probe.kind)
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(*m_line.probe.kind)));
    if (m_line.probe.via)
        m_via->setCurrentIndex(m_via->findData(static_cast<int>(*m_line.probe.via)));
    m_payload->setText(m_line.probe.payload.value_or(QString()));
    m_match->setText(m_line.probe.match.value_or(QString()));
}

Line LineDialog::line() const
{
    static const QRegularExpression separators(u"[,;，；]\\s*"_s);
    Line line = m_line;
    line.name = m_name->text().trimmed();
    line.entry = endpointOf(m_entry->text().trimmed());
    const QString echo = m_echo->text().trimmed();
    line.echo = echo.isEmpty() ? std::nullopt : std::optional(endpointOf(echo));
    line.tags.clear();
    const QStringList tags = m_tags->text().split(separators, Qt::SkipEmptyParts);
    for (const QString &tag : tags) {
        if (!tag.trimmed().isEmpty() && !line.tags.contains(tag.trimmed()))
            line.tags.append(tag.trimmed());
    }
    line.probe.interval = chosenMs(m_interval);
    line.probe.timeout = chosenMs(m_timeout);
    line.probe.sizeBytes = chosen(m_size);
    line.probe.flows = chosen(m_flows);
    line.probe.kind.reset();
    if (m_kind->currentIndex() > 0)
        line.probe.kind = static_cast<ProbeKind>(m_kind->currentData().toInt());
    line.probe.via.reset();
    if (m_via->currentIndex() > 0)
        line.probe.via = static_cast<Via>(m_via->currentData().toInt());
    line.probe.payload = chosenText(m_payload);
    line.probe.match = chosenText(m_match);
    return line;
}

void LineDialog::check()
{
    const Line edited = line();
    const ProbeSettings settings = resolve({&m_profile.probe, &edited.probe});
    const std::optional<QHostAddress> address = edited.entry.address();
    const bool ip6 = address && address->protocol() == QAbstractSocket::IPv6Protocol;
    m_wire->setText(ip6 ? tr("%1 B on the wire (IPv6)").arg(settings.sizeBytes + HeaderBytesIp6)
                        : tr("%1 B on the wire (IPv4)").arg(settings.sizeBytes + HeaderBytesIp4));
    m_wire->setVisible(settings.kind == ProbeKind::Echo);
    const bool custom = settings.kind == ProbeKind::Custom;
    for (QWidget *field : {m_payload, m_match}) {
        field->setVisible(custom);
        m_moreForm->labelForField(field)->setVisible(custom);
    }
    m_via->setVisible(edited.echo.has_value());
    m_moreForm->labelForField(m_via)->setVisible(edited.echo.has_value());

    Profile candidate = m_profile;
    candidate.lines = {edited};
    candidate.lines.first().id = u"line"_s; // the id is not what is edited here
    m_error.clear();
    // Nothing typed yet is no mistake to point at, but no line either.
    const bool blank = m_entry->text().trimmed().isEmpty();
    QString shown;
    bool isError = false;
    if (blank) {
        m_error = tr("an entry is missing; type an address and a port");
    } else {
        const EndpointResult entry = parseEndpoint(m_entry->text().trimmed());
        const EndpointResult echo =
            m_echo->text().trimmed().isEmpty() ? EndpointResult() : parseEndpoint(m_echo->text().trimmed());
        if (!entry.error.isEmpty())
            m_error = entry.error;
        else if (!echo.error.isEmpty())
            m_error = echo.error;
        const QList<Problem> problems = validate(candidate);
        for (const Problem &problem : problems) {
            if (problem.level == Problem::Level::Error && m_error.isEmpty())
                m_error = problem.text;
            else if (problem.level == Problem::Level::Warning && shown.isEmpty())
                shown = problem.text;
        }
        isError = !m_error.isEmpty();
        if (isError)
            shown = m_error;
    }
    m_message->setText(shown);
    QPalette colors = palette();
    if (isError)
        colors.setColor(QPalette::WindowText, limitColor(isDark(colors)));
    m_message->setPalette(colors);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_error.isEmpty());
}

void LineDialog::setMore(bool shown)
{
    m_more->setVisible(shown);
    m_moreButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    if (!shown && layout())
        adjustSize();
}

} // namespace plumb
