// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probecodec.h"

#include <algorithm>
#include <cstring>

namespace plumb {

namespace {

std::optional<CustomProbe> customOf(const ProbeSettings &settings)
{
    if (settings.kind != ProbeKind::Custom)
        return std::nullopt;
    return CustomProbe(parseTemplate(settings.payload).parts, parseMatch(settings.match).rule);
}

} // namespace

ProbeCodec::ProbeCodec(const ProbeSettings &settings, std::optional<WireTarget> echo, quint32 line,
                       const RunSecrets &secrets)
    : m_settings(settings)
    , m_echo(std::move(echo))
    , m_line(line)
    , m_secrets(secrets)
    , m_custom(customOf(settings))
{
    if (!m_echo || m_custom)
        return;
    if (settings.via == Via::Ip4Port)
        appendIp4Port(m_prefix, *m_echo);
    else if (settings.via == Via::Socks5)
        appendSocks5(m_prefix, *m_echo);
}

void ProbeCodec::request(quint32 sequence, quint64 timeNs, QByteArray &out) const
{
    if (m_custom) {
        out = m_custom->render({sequence, timeNs, m_echo}, m_secrets.key);
        return;
    }
    out.resize(0);
    out.append(m_prefix);
    EchoProbe probe{m_secrets.session,
                    sequence,
                    m_line,
                    timeNs,
                    {},
                    std::max(EchoHeaderSize, m_settings.sizeBytes - static_cast<int>(m_prefix.size()))};
    if (m_settings.via == Via::Embedded)
        probe.target = m_echo;
    appendEcho(out, probe, m_secrets.key);
}

std::optional<quint32> ProbeCodec::quotedSequence(const QByteArray &quote) const
{
    const qsizetype quoted = quote.size() - m_prefix.size();
    if (m_custom || quoted < EnoughQuoted)
        return std::nullopt;
    // What the quote cuts off of the header is the target, which is ours to know.
    QByteArray header;
    request(0, 0, header);
    header = header.mid(m_prefix.size(), EchoHeaderSize);
    const qsizetype known = std::min<qsizetype>(quoted, EchoHeaderSize);
    header.replace(qsizetype{0}, known, quote.mid(m_prefix.size(), known));
    const EchoReply reply = checkEcho({reinterpret_cast<const quint8 *>(header.constData()), EchoHeaderSize},
                                      m_secrets.session, m_secrets.key);
    if (reply.check == EchoCheck::Foreign || reply.line != m_line)
        return std::nullopt;
    return reply.sequence;
}

bool ProbeCodec::acceptsFraming(std::span<const quint8> framing) const
{
    if (framing.empty())
        return true; // a relay may answer with the bare probe
    if (m_prefix.isEmpty())
        return false;
    // The address in a SOCKS5 reply is the sender's, which a relay may see otherwise than we do.
    if (m_settings.via == Via::Socks5)
        return socks5HeaderLength(framing) == static_cast<int>(framing.size());
    return framing.size() == static_cast<size_t>(m_prefix.size()) &&
           std::memcmp(framing.data(), m_prefix.constData(), framing.size()) == 0;
}

std::chrono::milliseconds shortestInterval(const ProbeSettings &settings)
{
    const auto custom = customOf(settings);
    if (custom && !custom->repliesDiffer())
        return 4 * settings.timeout;
    return std::chrono::milliseconds(Limits::MinIntervalMs);
}

} // namespace plumb
