# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What is typed into: the dialogs of lines, rules and settings, and their fields.
set(DIALOG_SOURCES
    demohints.cpp demohints.h
    formfield.cpp formfield.h
    linedialog.cpp linedialog.h
    linefields.cpp linefields.h
    linestrial.cpp linestrial.h
    listimport.cpp listimport.h
    probefields.cpp probefields.h
    ratetext.cpp ratetext.h
    reloadcontroller.cpp reloadcontroller.h
    reloaddialog.cpp reloaddialog.h
    ruledialog.cpp ruledialog.h
    rulesedit.cpp rulesedit.h
    settingsdialog.cpp settingsdialog.h
    settingspin.cpp settingspin.h
    watchedfiles.cpp watchedfiles.h)
