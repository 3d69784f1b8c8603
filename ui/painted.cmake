# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Theme, words and painted parts of the window.
set(PAINTED_SOURCES
    bucket.cpp bucket.h
    format.cpp format.h
    latencychart.cpp latencychart.h
    latencyplot.cpp latencyplot.h latencyplotmouse.cpp latencyplotpicture.cpp
    linesheader.cpp linesheader.h
    niceaxis.cpp niceaxis.h
    plotitems.cpp plotitems.h
    statebadge.cpp statebadge.h
    strip.cpp strip.h
    theme.cpp theme.h)
