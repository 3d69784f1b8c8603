// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontroller.h"

#include "background.h"
#include "csvexport.h"
#include "linesmodel.h"
#include "pastedialog.h"
#include "problemsdialog.h"
#include "profiledocument.h"
#include "runcontroller.h"
#include "windowsettings.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace plumb {

namespace {

bool isList(const QString &path)
{
    return path.endsWith(".csv"_L1, Qt::CaseInsensitive) || path.endsWith(".txt"_L1, Qt::CaseInsensitive);
}

} // namespace

FileController::FileController(QWidget *window, Monitor *monitor, ProfileDocument *document,
                               RunController *run, LinesModel *model, WindowSettings *settings)
    : QObject(window)
    , m_window(window)
    , m_monitor(monitor)
    , m_document(document)
    , m_run(run)
    , m_model(model)
    , m_settings(settings)
{}

QString FileController::folder() const
{
    const QString last = m_settings->lastFolder();
    return last.isEmpty() || !QFileInfo(last).isDir() ? QDir::homePath() : last;
}

bool FileController::isSafe() const
{
    return !m_document->isModified() || m_run->isDemo(); // the demo is nobody's work
}

void FileController::whenSafe(const std::function<void()> &goOn)
{
    if (isSafe()) {
        goOn();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Unsaved changes"),
                                tr("“%1” has changes that are not saved.").arg(m_document->displayName()),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, goOn](QAbstractButton *button) {
        switch (box->standardButton(button)) {
        case QMessageBox::Discard: goOn(); break;
        case QMessageBox::Save:
            if (m_document->path().isEmpty())
                chooseSavePath(goOn);
            else
                saveTo(m_document->path(), goOn);
            break;
        default: break;
        }
    });
    box->open();
}

void FileController::newProfile()
{
    whenSafe([this] {
        m_document->replace({}, {});
        m_settings->setLastProfile({});
    });
}

void FileController::askOpen()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a profile or list"), folder(),
                                   tr("Profiles and lists (*.plumb *.csv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_settings->setLastFolder(QFileInfo(path).absolutePath());
        open(path);
    });
    dialog->open();
}

void FileController::open(const QString &path)
{
    if (isList(path))
        loadList(path);
    else
        whenSafe([this, path] { load(path); });
}

void FileController::load(const QString &path)
{
    const int load = ++m_loads;
    inBackground<LoadResult>([path] {
        LoadOptions options;
        options.runsSource = true;
        return loadProfile(path, options);
    }).then(this, [this, path, load](const LoadResult &result) {
        if (load != m_loads)
            return;
        if (!result.ok()) {
            m_settings->removeRecentProfile(QFileInfo(path).absoluteFilePath());
            Q_EMIT recentChanged();
            showProblems(tr("The profile can not be opened"), path, result.problems);
            return;
        }
        const QString absolute = QFileInfo(path).absoluteFilePath();
        m_document->replace(result.profile, absolute);
        remember(absolute);
        Q_EMIT opened(absolute);
        Q_EMIT warned(absolute, result.problems);
    });
}

void FileController::loadList(const QString &path)
{
    const int load = ++m_loads;
    inBackground<ListBytes>([path] {
        return readListFile(path);
    }).then(this, [this, path, load](const ListBytes &read) {
        if (load != m_loads)
            return;
        if (!read.error.isEmpty()) {
            fail(tr("The list can not be opened"), QDir::toNativeSeparators(path) + u": "_s + read.error);
            return;
        }
        auto *dialog = new PasteDialog(m_run->isDemo() ? Profile() : m_document->profile(), m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFile(path, read.bytes);
        connect(dialog, &QDialog::accepted, this, [this, dialog, path] {
            addLines(dialog->lines(), dialog->head(), dialog->startsAtOnce());
            Q_EMIT listAdded(path, dialog->choices(), dialog->lines());
        });
        dialog->open();
    });
}

void FileController::paste() { pasteText(QGuiApplication::clipboard()->text()); }

void FileController::pasteText(const QString &text)
{
    auto *dialog = new PasteDialog(m_run->isDemo() ? Profile() : m_document->profile(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(text);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { addLines(dialog->lines(), dialog->head(), dialog->startsAtOnce()); });
    dialog->open();
}

void FileController::addLines(const QList<Line> &lines, const std::optional<Profile> &head, bool start)
{
    if (m_run->isDemo())
        m_document->replace({},
                            {}); // own lines must not be probed under the demo's promise that nothing leaves
    m_document->addLines(lines, head);
    if (start)
        m_run->startWatch();
}

void FileController::save()
{
    if (m_document->path().isEmpty())
        chooseSavePath({});
    else
        saveTo(m_document->path(), {});
}

void FileController::saveAs() { chooseSavePath({}); }

void FileController::chooseSavePath(const std::function<void()> &saved)
{
    const QString path = m_document->path().isEmpty()
                             ? QDir(folder()).filePath(m_document->displayName() + u".plumb"_s)
                             : m_document->path();
    auto *dialog = new QFileDialog(m_window, tr("Save the profile"), QFileInfo(path).absolutePath(),
                                   tr("Profiles (*.plumb)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"plumb"_s);
    dialog->selectFile(QFileInfo(path).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, saved](const QString &chosen) {
        m_settings->setLastFolder(QFileInfo(chosen).absolutePath());
        saveTo(chosen, saved);
    });
    dialog->open();
}

void FileController::saveTo(const QString &path, const std::function<void()> &saved)
{
    const QString error = m_document->save(path);
    if (!error.isEmpty()) {
        fail(tr("The profile was not saved"), error);
        return;
    }
    remember(path);
    Q_EMIT said(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
    if (saved)
        saved();
}

void FileController::remember(const QString &path)
{
    m_settings->addRecentProfile(path);
    m_settings->setLastProfile(path);
    Q_EMIT recentChanged();
}

void FileController::askExport()
{
    auto *dialog = new ExportDialog(m_settings->exportForExcel(), m_model->range(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ExportKind kind = dialog->kind();
        const bool forExcel = dialog->isForExcel();
        m_settings->setExportForExcel(forExcel);
        const QString what = kind == ExportKind::Summary   ? u"summary"_s
                             : kind == ExportKind::Samples ? u"samples"_s
                                                           : u"events"_s;
        auto *chooser =
            new QFileDialog(m_window, tr("Export CSV"), folder(), tr("CSV files (*.csv);;All files (*)"));
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setAcceptMode(QFileDialog::AcceptSave);
        chooser->setDefaultSuffix(u"csv"_s);
        chooser->selectFile(m_document->displayName() + u'-' + what + u".csv"_s);
        connect(chooser, &QFileDialog::fileSelected, this, [this, kind, forExcel](const QString &path) {
            m_settings->setLastFolder(QFileInfo(path).absolutePath());
            exportTo(kind, forExcel, path);
        });
        chooser->open();
    });
    dialog->open();
}

void FileController::exportTo(ExportKind kind, bool forExcel, const QString &path)
{
    if (!m_model->isMeasured()) { // a long range, picked just before
        connect(
            m_model, &LinesModel::allMeasured, this,
            [this, kind, forExcel, path] { exportTo(kind, forExcel, path); }, Qt::SingleShotConnection);
        return;
    }
    const FocusRange &range = m_model->range();
    const CsvReport report = kind == ExportKind::Summary   ? summaryReport(*m_model, m_monitor->station())
                             : kind == ExportKind::Samples ? samplesReport(*m_monitor, range)
                                                           : eventsReport(*m_monitor, range);
    inBackground<QString>([report, path, forExcel] {
        return writeCsv(report, path, forExcel);
    }).then(this, [this, path](const QString &error) {
        if (error.isEmpty())
            Q_EMIT said(tr("Exported to %1.").arg(QFileInfo(path).fileName()));
        else
            fail(tr("The export failed"), error);
    });
}

void FileController::showProblems(const QString &title, const QString &file, const QList<Problem> &problems)
{
    (new ProblemsDialog(title, file, problems, m_window))->open();
}

void FileController::fail(const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Ok, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace plumb
