// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QHash>
#include <QKeySequence>
#include <QLibraryInfo>
#include <QMenu>
#include <QTest>
#include <QTranslator>
#include <QWindow>

#include <memory>
#include <vector>

// The window by its keys alone: pressed as a window system does, so that they go to the menu, the dialog or
// the widget that has the keyboard.

inline QWidget *keyboardWindow()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    QWidget *modal = QApplication::activeModalWidget();
    return modal ? modal : QApplication::activeWindow();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    if (QWidget *window = keyboardWindow())
        QTest::keyClick(window->windowHandle(), key, modifiers);
}

inline void press(const QKeySequence &keys) { press(keys[0].key(), keys[0].keyboardModifiers()); }

//! The items of a menu that can be walked to.
inline QList<QAction *> itemsOf(const QMenu *menu)
{
    QList<QAction *> items;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->isVisible() && !action->isSeparator())
            items.append(action);
    }
    return items;
}

//! Arrow keys to an item of the menu that is open, which is enabled; nullptr where they do not get there.
inline QAction *walkTo(QMenu *menu, qsizetype item)
{
    const QList<QAction *> items = itemsOf(menu);
    for (qsizetype tries = 0; item < items.size() && tries <= items.size(); ++tries) {
        if (menu->activeAction() == items[item])
            return items[item];
        press(Qt::Key_Down);
    }
    return item < items.size() && menu->activeAction() == items[item] ? items[item] : nullptr;
}

//! What Tab comes to, from where the keyboard is until it is there again.
inline QList<QWidget *> walkByTab(bool backwards = false)
{
    QList<QWidget *> visited;
    constexpr int Most = 200;
    for (int tabs = 0; tabs < Most; ++tabs) {
        QWidget *at = QApplication::focusWidget();
        // In a date Tab goes from part to part.
        const bool isInside = !visited.isEmpty() && visited.constLast() == at;
        if (!at || (visited.contains(at) && !isInside))
            break;
        if (!isInside)
            visited.append(at);
        press(backwards ? Qt::Key_Backtab : Qt::Key_Tab,
              backwards ? Qt::ShiftModifier : Qt::KeyboardModifiers());
    }
    return visited;
}

//! Texts whose letter one before them has: only the first of them is reached by it.
inline QStringList sharedLetters(const QStringList &texts)
{
    using namespace Qt::StringLiterals;
    QStringList shared;
    QHash<QKeySequence, QString> known;
    for (const QString &text : texts) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (letter.isEmpty())
            continue;
        if (known.contains(letter))
            shared.append(text + u" and " + known.value(letter));
        known.insert(letter, text);
    }
    return shared;
}

//! The data of a test that is run in each language.
inline void languages()
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

//! The program's texts in a language, as the program installs them, while this lives.
class Translated
{
public:
    explicit Translated(const QString &language)
    {
        using namespace Qt::StringLiterals;
        install(u"plumbline_"_s + language, QStringLiteral(TRANSLATIONS));
        if (language != "en"_L1)
            install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    ~Translated()
    {
        for (const auto &translator : m_installed)
            QCoreApplication::removeTranslator(translator.get());
    }
    Translated(const Translated &) = delete;
    Translated &operator=(const Translated &) = delete;
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

private:
    void install(const QString &file, const QString &folder)
    {
        auto translator = std::make_unique<QTranslator>();
        m_isComplete = translator->load(file, folder) && m_isComplete;
        QCoreApplication::installTranslator(translator.get());
        m_installed.push_back(std::move(translator));
    }

    std::vector<std::unique_ptr<QTranslator>> m_installed;
    bool m_isComplete = true;
};
