// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "textdecoder.h"

#include "linetext.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace plumb {

namespace {

//! UTF-16 without a mark: every other byte of what is mostly ASCII is zero.
std::optional<QStringConverter::Encoding> guessUtf16(QByteArrayView bytes)
{
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 4096));
    if (bytes.size() % 2 != 0 || start.size() < 4)
        return std::nullopt;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < start.size(); ++i) {
        if (start[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    }
    const qsizetype enough = start.size() / 4;
    // A zero in the other half is rare, but "一" (U+4E00) has one.
    if (odd > enough && odd > 4 * even)
        return QStringConverter::Utf16LE;
    if (even > enough && even > 4 * odd)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

std::optional<QString> decode(QStringDecoder &&decoder, QByteArrayView bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return text;
}

QString notText()
{
    return Tr::tr("the file is no text in UTF-8, UTF-16 or GB18030; save the list as UTF-8");
}

} // namespace

DecodedText decodeText(const QByteArray &bytes)
{
    std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        encoding = guessUtf16(bytes);
    DecodedText result;
    if (encoding && *encoding != QStringConverter::Utf8) {
        const std::optional<QString> text = decode(QStringDecoder(*encoding), bytes);
        if (!text || text->contains(QChar::Null))
            return {{}, notText(), {}};
        result.text = *text;
    } else if (bytes.contains('\0')) {
        return {{}, Tr::tr("the file is binary, not a list; save the list as .csv or .txt in UTF-8"), {}};
    } else if (bytes.isValidUtf8()) {
        result.text = QString::fromUtf8(bytes);
    } else if (const std::optional<QString> text = decode(QStringDecoder("GB18030"), bytes)) {
        result.text = *text;
        result.warning =
            Tr::tr("the file is not UTF-8 and was read as GB18030; check the names, or save it as UTF-8");
    } else {
        return {{}, notText(), {}};
    }
    if (result.text.startsWith(QChar::ByteOrderMark))
        result.text.remove(0, 1);
    return result;
}

} // namespace plumb
