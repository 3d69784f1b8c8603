# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# By keys alone, in every language: with the program's own translations.
foreach(name tst_keyboard tst_dialogkeys tst_contextkeys)
    gui_test(${name} keys.h windowtest.h)
    target_compile_definitions(${name} PRIVATE TRANSLATIONS="${CMAKE_BINARY_DIR}/app")
    add_dependencies(${name} plumbline_lrelease plumbline_plurals_lrelease)
endforeach()
