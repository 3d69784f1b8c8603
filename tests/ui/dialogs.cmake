# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later

gui_test(tst_demohints)
gui_test(tst_reload windowtest.h)
gui_test(tst_settingsdialog)
