// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace plumb {

using namespace Qt::StringLiterals;

namespace {

void install(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installTranslations(const QString &language)
{
    QString name = language;
    if (name.isEmpty())
        name = QLocale::system().uiLanguages().value(0).startsWith("zh"_L1) ? u"zh_CN"_s : u"en"_s;
    // English has one too: it holds the plurals.
    install(u"plumbline_"_s + name, u":/i18n"_s);
    if (name != "en"_L1)
        install(u"qtbase_"_s + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace plumb
