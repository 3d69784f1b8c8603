# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# cmake -DSOURCE=… -DLUPDATE=… -DWORK=… -P translations.cmake: fails where a text of the sources has no translation, or
# one that does not hold the same placeholders.
file(REMOVE_RECURSE ${WORK})
file(COPY ${SOURCE}/translations/plumbline_zh_CN.ts ${SOURCE}/translations/plumbline_en.ts DESTINATION ${WORK})
set(options ${SOURCE}/app ${SOURCE}/probe ${SOURCE}/ui -extensions cpp,h -no-obsolete -locations none -silent)
execute_process(COMMAND ${LUPDATE} ${options} -ts ${WORK}/plumbline_zh_CN.ts OUTPUT_QUIET ERROR_VARIABLE warnings
    COMMAND_ERROR_IS_FATAL ANY)
# Texts of a class that lupdate does not understand get the name of another context, and are never translated.
if(warnings MATCHES "Qualifying with unknown")
    message(SEND_ERROR "${warnings}")
endif()
execute_process(COMMAND ${LUPDATE} ${options} -pluralonly -ts ${WORK}/plumbline_en.ts OUTPUT_QUIET ERROR_QUIET
    COMMAND_ERROR_IS_FATAL ANY)

function(complain what messages)
    if(messages)
        list(JOIN messages "\n" text)
        message(SEND_ERROR "${what}:\n${text}")
    endif()
endfunction()

foreach(language zh_CN en)
    file(READ ${WORK}/plumbline_${language}.ts text)
    # Semicolons and brackets would be list syntax.
    string(REPLACE ";" "," text "${text}")
    string(REPLACE "[" "(" text "${text}")
    string(REPLACE "]" ")" text "${text}")
    string(REPLACE "\n" " " text "${text}")
    string(REPLACE "</message>" "\n" text "${text}")
    string(REGEX MATCHALL "<source>[^\n]*" messages "${text}")
    set(unfinished)
    set(unlike)
    foreach(message IN LISTS messages)
        string(REGEX REPLACE "<source>(.*)</source>.*" "\\1" source "${message}")
        string(REGEX REPLACE ".*<translation[^>]*>(.*)</translation>.*" "\\1" translation "${message}")
        if(message MATCHES "type=.unfinished")
            list(APPEND unfinished "${source}")
            continue()
        endif()
        foreach(place "%1" "%2" "%3" "%4" "%5" "%n")
            string(FIND "${source}" "${place}" inSource)
            string(FIND "${translation}" "${place}" inTranslation)
            if((inSource GREATER -1) AND (inTranslation EQUAL -1))
                list(APPEND unlike "${source}")
            elseif((inSource EQUAL -1) AND (inTranslation GREATER -1))
                list(APPEND unlike "${source}")
            endif()
        endforeach()
    endforeach()
    list(LENGTH messages count)
    if(count LESS 10)
        message(SEND_ERROR "${language}: only ${count} texts were read")
    endif()
    complain("${language}: not translated (build update_translations, then translate)" "${unfinished}")
    complain("${language}: placeholders differ" "${unlike}")
endforeach()
