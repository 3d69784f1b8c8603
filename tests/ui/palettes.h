// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

//! A light and a dark palette for tests of what is painted; the platform's own may be either.
inline QPalette testPalette(bool dark)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) {
        palette.setColor(role, QColor::fromRgb(color));
    };
    set(QPalette::Window, dark ? 0x2B2B2D : 0xEFEFEF);
    set(QPalette::WindowText, dark ? 0xE8E8E8 : 0x000000);
    set(QPalette::Base, dark ? 0x1E1E20 : 0xFFFFFF);
    set(QPalette::AlternateBase, dark ? 0x262628 : 0xF7F7F7);
    set(QPalette::Text, dark ? 0xE8E8E8 : 0x000000);
    set(QPalette::Button, dark ? 0x38383A : 0xEFEFEF);
    set(QPalette::ButtonText, dark ? 0xE8E8E8 : 0x000000);
    set(QPalette::Highlight, dark ? 0x3D6499 : 0x308CC6);
    set(QPalette::HighlightedText, 0xFFFFFF);
    set(QPalette::ToolTipBase, dark ? 0x38383A : 0xFFFFDC);
    set(QPalette::ToolTipText, dark ? 0xE8E8E8 : 0x000000);
    return palette;
}
