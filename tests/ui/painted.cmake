# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
plumbline_test(tst_bucket SOURCES tst_bucket.cpp histories.h LINK plumb_ui LABELS unit)
plumbline_test(tst_format SOURCES tst_format.cpp LINK plumb_ui LABELS unit)
gui_test(tst_theme palettes.h)
gui_test(tst_statebadge palettes.h)
gui_test(tst_strip histories.h palettes.h)
gui_test(tst_latencychart histories.h palettes.h)
plumbline_test(tst_focus SOURCES tst_focus.cpp histories.h LINK plumb_ui LABELS unit)
gui_test(tst_chartmouse histories.h palettes.h)

# Measures, so it is no test and is built on demand only.
add_executable(bench_chart EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/bench/bench_chart.cpp)
set_target_properties(bench_chart PROPERTIES AUTOMOC ON)
target_include_directories(bench_chart PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_chart PRIVATE plumb_ui Qt6::Test plumbline_options)
