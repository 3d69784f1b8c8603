// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace plumb {

class BannerBar;
class WindowSettings;

//! What there is to try in the demo, one hint at a time. A hint that was closed does not come back.
class DemoHints final : public QObject
{
    Q_OBJECT
public:
    DemoHints(WindowSettings *settings, QWidget *window);

    //! Where they are shown.
    [[nodiscard]] BannerBar *bar() const { return m_bar; }
    //! Only the demo has them.
    void setShown(bool shown);
    //! Whether any is left that was not closed.
    [[nodiscard]] bool hasMore() const;
    //! All of them come back, or none.
    void setAll(bool open);

private:
    void closeCurrent();
    void update();

    WindowSettings *m_settings;
    BannerBar *m_bar;
    QString m_current; //!< id of the hint on view
    bool m_shown = false;
};

} // namespace plumb
