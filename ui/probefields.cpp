// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probefields.h"

#include "formfield.h"
#include "settingspin.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace plumb {

namespace {

constexpr int HeaderBytesIp4 = 20 + 8, HeaderBytesIp6 = 40 + 8;

template <typename Value>
QVariant toVariant(const std::optional<Value> &value)
{
    if constexpr (std::is_same_v<Value, QString>)
        return value.value_or(QString());
    else if (!value)
        return {};
    else if constexpr (std::is_same_v<Value, milliseconds>)
        return static_cast<int>(value->count());
    else if constexpr (std::is_same_v<Value, bool>)
        return *value;
    else
        return static_cast<int>(*value);
}

template <typename Value>
std::optional<Value> fromVariant(const QVariant &value)
{
    if (!value.isValid())
        return {};
    if constexpr (std::is_same_v<Value, QString>)
        return value.toString().isEmpty() ? std::nullopt : std::optional(value.toString());
    else if constexpr (std::is_same_v<Value, milliseconds>)
        return milliseconds(value.toInt());
    else if constexpr (std::is_same_v<Value, bool>)
        return value.toBool();
    else
        return static_cast<Value>(value.toInt());
}

QString kindText(ProbeKind kind)
{
    return kind == ProbeKind::Echo ? ProbeFields::tr("echo (Plumbline's own)")
                                   : ProbeFields::tr("custom (bytes and match below)");
}

QString viaText(Via via)
{
    switch (via) {
    case Via::Embedded: return ProbeFields::tr("from the header of the probe");
    case Via::Ip4Port: return ProbeFields::tr("from 6 bytes before it: IPv4 address and port");
    case Via::Socks5: return ProbeFields::tr("from a SOCKS5 UDP header before it");
    case Via::Fixed: return ProbeFields::tr("not at all: the entry has a fixed one");
    }
    return {};
}

} // namespace

ProbeFields::ProbeFields(For whom, const ProbeSettings &inherited, QFormLayout *form)
    : QObject(form->parentWidget())
    , m_form(form)
    , m_wire(new QLabel(form->parentWidget()))
{
    const QString words = whom == For::Lines ? tr("as the profile (%1)") : tr("default (%1)");
    const auto number = [&](int low, int high, int value, const QString &unit) {
        return new NumberField(new SettingSpin(low, high, unit, value, words), form->parentWidget());
    };
    const auto ms = [](milliseconds value) { return static_cast<int>(value.count()); };
    m_wire->setObjectName(u"wireLabel"_s);

    const auto addMs = [&](const QString &key, std::optional<milliseconds> ProbePatch::*member, int low,
                           int high, milliseconds value, const QString &label, const QString &toolTip) {
        NumberField *const field = number(low, high, ms(value), tr(" ms"));
        bind(key, field, member);
        add(key, field, label, toolTip);
    };
    const auto addNumber = [&](const QString &key, auto member, int low, int high, int value,
                               const QString &unit, const QString &label, const QString &toolTip) {
        NumberField *const field = number(low, high, value, unit);
        bind(key, field, member);
        add(key, field, label, toolTip);
    };
    addMs(u"intervalMs"_s, &ProbePatch::interval, Limits::MinIntervalMs, Limits::MaxIntervalMs,
          inherited.interval, tr("&Interval:"), tr("Between two probes of one line, in a watch."));
    addMs(u"timeoutMs"_s, &ProbePatch::timeout, Limits::MinTimeoutMs, Limits::MaxTimeoutMs, inherited.timeout,
          tr("Time-&out:"), tr("A probe without a reply by then is lost."));
    addMs(u"lateMs"_s, &ProbePatch::late, 0, Limits::MaxLateMs, inherited.late, tr("&Late until:"),
          tr("A reply after the time-out and up to here is called late: it stays lost, but its delay is "
             "kept."));
    addNumber(u"sizeBytes"_s, &ProbePatch::sizeBytes, 1, Limits::MaxSizeFragmented, inherited.sizeBytes,
              tr(" bytes"), tr("&Size:"), tr("The UDP payload, all framing included."));
    form->addRow(QString(), m_wire);
    auto *fragments = new QComboBox(form->parentWidget());
    fragments->addItem(words.arg(inherited.allowFragments ? tr("yes") : tr("no")));
    fragments->addItem(tr("yes"), true);
    fragments->addItem(tr("no"), false);
    auto *mayFragment = new ChoiceField(fragments, form->parentWidget());
    bind(u"allowFragments"_s, mayFragment, &ProbePatch::allowFragments);
    add(u"allowFragments"_s, mayFragment, tr("May be &fragmented:"),
        tr("Whether a payload may be larger than one packet holds."));
    addNumber(u"flows"_s, &ProbePatch::flows, 1, Limits::MaxFlows, inherited.flows, {}, tr("Source &ports:"),
              tr("Routers choose a path by the source port: several of them see a path of which only some "
                 "members are dead."));
    addNumber(u"dscp"_s, &ProbePatch::dscp, 0, Limits::MaxDscp, inherited.dscp, {}, tr("&DSCP:"),
              tr("The class of service in the IP header, 0 to 63."));
    if (whom == For::Profile) {
        addNumber(u"entryPort"_s, &ProbePatch::entryPort, 1, 65535, inherited.entryPort, {},
                  tr("&Entry port:"), tr("For entries without a port of their own."));
        addNumber(u"echoPort"_s, &ProbePatch::echoPort, 1, 65535, inherited.echoPort, {}, tr("E&cho port:"),
                  tr("For echo addresses without a port of their own."));
        for (const QString &key : {u"entryPort"_s, u"echoPort"_s})
            static_cast<NumberField *>(field(key))->spin()->setInherited(7000, tr("none"));
    }

    auto *kinds = new QComboBox(form->parentWidget());
    kinds->addItem(words.arg(name(inherited.kind)));
    for (const ProbeKind kind : {ProbeKind::Echo, ProbeKind::Custom})
        kinds->addItem(kindText(kind), static_cast<int>(kind));
    auto *kind = new ChoiceField(kinds, form->parentWidget());
    bind(u"kind"_s, kind, &ProbePatch::kind);
    add(u"kind"_s, kind, tr("&Kind:"), {});
    auto *payload = new TextField(inherited.payload.isEmpty() ? u"hex:01 02 {seq} {token}"_s
                                                              : words.arg(inherited.payload),
                                  form->parentWidget());
    bind(u"payload"_s, payload, &ProbePatch::payload);
    add(u"payload"_s, payload, tr("Pa&yload:"),
        tr("hex:… or text:… with {seq} {token} {echo_ip4} {echo_port} {rand=N} {pad=N}"));
    auto *match = new TextField(inherited.match.isEmpty() ? u"identical"_s : words.arg(inherited.match),
                                form->parentWidget());
    bind(u"match"_s, match, &ProbePatch::match);
    add(u"match"_s, match, tr("Matc&h:"), tr("What makes a datagram the reply: identical, prefix:N or any"));
    auto *vias = new QComboBox(form->parentWidget());
    vias->addItem(words.arg(viaText(inherited.via)));
    for (const Via via : {Via::Embedded, Via::Ip4Port, Via::Socks5, Via::Fixed})
        vias->addItem(viaText(via), static_cast<int>(via));
    auto *via = new ChoiceField(vias, form->parentWidget());
    bind(u"via"_s, via, &ProbePatch::via);
    add(u"via"_s, via, tr("The entry learns the echo &address:"), {});
}

template <typename Value>
void ProbeFields::bind(const QString &key, FormField *field, std::optional<Value> ProbePatch::*member)
{
    m_bound.push_back(
        {key, field, [member](const ProbePatch &patch) { return toVariant(patch.*member); },
         [member](ProbePatch &patch, const QVariant &value) { patch.*member = fromVariant<Value>(value); }});
}

void ProbeFields::add(const QString &key, FormField *field, const QString &label, const QString &toolTip)
{
    field->setObjectName(key);
    field->setToolTip(toolTip);
    field->addTo(m_form, label);
    connect(field, &FormField::edited, this, &ProbeFields::edited);
}

void ProbeFields::show(const QList<ProbePatch> &patches)
{
    for (const Bound &bound : m_bound) {
        QList<QVariant> values;
        for (const ProbePatch &patch : patches)
            values.append(bound.get(patch));
        bound.field->show(values);
    }
}

void ProbeFields::apply(ProbePatch &patch) const
{
    for (const Bound &bound : m_bound) {
        if (bound.field->isChanged() && bound.field->value())
            bound.set(patch, *bound.field->value());
    }
}

FormField *ProbeFields::field(const QString &key) const
{
    const auto found =
        std::find_if(m_bound.begin(), m_bound.end(), [&](const Bound &bound) { return bound.key == key; });
    return found == m_bound.end() ? nullptr : found->field;
}

void ProbeFields::clearMessages()
{
    for (const Bound &bound : m_bound)
        bound.field->setMessage({}, false);
}

void ProbeFields::setKind(ProbeKind kind, bool hasEcho, int size, bool ip6)
{
    const bool custom = kind == ProbeKind::Custom;
    m_form->setRowVisible(field(u"payload"_s), custom);
    m_form->setRowVisible(field(u"match"_s), custom);
    m_form->setRowVisible(field(u"sizeBytes"_s), !custom);
    m_form->setRowVisible(m_wire, !custom);
    m_form->setRowVisible(field(u"via"_s), hasEcho);
    m_wire->setText(wireText(size, ip6));
}

QString ProbeFields::wireText(int sizeBytes, bool ip6)
{
    return ip6 ? tr("%1 B on the wire (IPv6)").arg(sizeBytes + HeaderBytesIp6)
               : tr("%1 B on the wire (IPv4)").arg(sizeBytes + HeaderBytesIp4);
}

} // namespace plumb
