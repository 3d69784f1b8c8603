// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QSettings>
#include <QStringList>

namespace plumb {

//! What the window remembers between runs: one file, typed values with ranges and defaults, a schema version.
//! A value that can not be read, or a file of a newer schema, gives the default.
class WindowSettings
{
public:
    static constexpr int MaxRecent = 5;
    static constexpr int MaxLayouts = 50;

    WindowSettings();

    [[nodiscard]] QByteArray geometry() const { return bytes(u"window/geometry"); }
    void setGeometry(const QByteArray &state) { setBytes(u"window/geometry", state); }
    //! Table above, chart and events below.
    [[nodiscard]] QByteArray outerSplitter() const { return bytes(u"window/outerSplitter"); }
    void setOuterSplitter(const QByteArray &state) { setBytes(u"window/outerSplitter", state); }
    //! Chart left, events right.
    [[nodiscard]] QByteArray lowerSplitter() const { return bytes(u"window/lowerSplitter"); }
    void setLowerSplitter(const QByteArray &state) { setBytes(u"window/lowerSplitter", state); }
    //! Columns and grouping of the lines table with a profile, by its file; with one that has none yet as
    //! they were left last. Empty: the defaults.
    [[nodiscard]] QJsonObject tableLayout(const QString &path) const;
    //! Of at most MaxLayouts profiles, the oldest are forgotten.
    void setTableLayout(const QString &path, const QJsonObject &layout);

    [[nodiscard]] bool showsChart() const { return flag(u"window/chart", true); }
    void setShowsChart(bool shown) { setValue(u"window/chart", shown); }
    [[nodiscard]] bool showsEvents() const { return flag(u"window/events", true); }
    void setShowsEvents(bool shown) { setValue(u"window/events", shown); }
    //! 10 s to 12 h.
    [[nodiscard]] int chartSpanS() const;
    void setChartSpanS(int seconds) { setValue(u"window/chartSpanS", seconds); }

    //! Newest first, at most MaxRecent.
    [[nodiscard]] QStringList recentProfiles() const;
    void addRecentProfile(const QString &path);
    void removeRecentProfile(const QString &path);
    //! The profile that was open when the window was last closed; empty: none.
    [[nodiscard]] QString lastProfile() const { return text(u"files/last"); }
    void setLastProfile(const QString &path) { setValue(u"files/last", path); }
    [[nodiscard]] QString lastFolder() const { return text(u"files/folder"); }
    void setLastFolder(const QString &folder) { setValue(u"files/folder", folder); }
    //! Whether an export begins with a byte order mark.
    [[nodiscard]] bool exportForExcel() const { return flag(u"export/excel", false); }
    void setExportForExcel(bool on) { setValue(u"export/excel", on); }

    //! "en", "zh_CN"; empty: the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language) { setValue(u"program/language", language); }
    //! The demo's hints that the user has seen enough of.
    [[nodiscard]] QStringList closedHints() const { return texts(u"program/closedHints"); }
    void setClosedHints(const QStringList &hints) { setTexts(u"program/closedHints", hints); }
    //! Whether a profile's command may be run: the user has allowed this command for this file.
    [[nodiscard]] bool isSourceAllowed(const QString &path, const QStringList &command) const;
    void allowSource(const QString &path, const QStringList &command);

private:
    [[nodiscard]] QVariant value(QStringView key) const;
    [[nodiscard]] QByteArray bytes(QStringView key) const;
    void setBytes(QStringView key, const QByteArray &bytes);
    [[nodiscard]] bool flag(QStringView key, bool fallback) const;
    [[nodiscard]] QString text(QStringView key) const;
    [[nodiscard]] QStringList texts(QStringView key) const;
    void setTexts(QStringView key, const QStringList &texts);
    void setValue(QStringView key, const QVariant &value);
    void setRecent(const QStringList &paths);

    QSettings m_store;
    bool m_readable;
};

} // namespace plumb
