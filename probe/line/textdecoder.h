// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace plumb {

struct DecodedText
{
    QString text;    //!< without a byte order mark
    QString error;   //!< "what is wrong; what to do", where the bytes are no text
    QString warning; //!< where the encoding had to be guessed
};

//! Reads UTF-8 (with a byte order mark or not), UTF-16, else GB18030, which is what Excel in China saves.
[[nodiscard]] DecodedText decodeText(const QByteArray &bytes);

} // namespace plumb
