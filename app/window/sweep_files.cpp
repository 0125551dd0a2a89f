#include "window/sweep_files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <nlohmann/json.hpp>

#include "compare/matrix_chart.h"
#include "compare/sweep_session.h"
#include "core/error.h"
#include "core/whole_file.h"
#include "export/result_json.h"
#include "runs/said.h"
#include "window/compare_dialog.h"
#include "window/private_folder.h"
#include "window/settings.h"
#include "window/sweep_results.h"

namespace ipclab {
namespace {

constexpr qsizetype kMostSweeps = 20;
constexpr qint64 kSqliteHead = 100, kApplicationIdAt = 68;

}  // namespace

QString freshSweepFile(const QString& privateFolderOf) {
    if (privateFolderOf.isEmpty() || privateFolder(privateFolderOf).isEmpty()) return {};
    const QString folder = privateFolder(privateFolderOf + QStringLiteral("/sweeps"));
    if (folder.isEmpty()) return {};
    QDir dir(folder);
    const QFileInfoList kept = dir.entryInfoList({QStringLiteral("*.sweep")}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i + kMostSweeps <= kept.size(); ++i) {
        QFile::remove(kept[i].filePath());
        QFile::remove(kept[i].filePath() + QStringLiteral("-journal"));  // of a sweep that was killed
    }
    return dir.filePath(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss.zzz")) +
                        QStringLiteral(".sweep"));
}

// The application's number in the head of an SQLite file, in the byte order of networks.
bool isSweepFile(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return path.endsWith(QLatin1String(".sweep"), Qt::CaseInsensitive);
    const QByteArray head = file.read(kSqliteHead);
    if (head.size() < kSqliteHead) return path.endsWith(QLatin1String(".sweep"), Qt::CaseInsensitive);
    std::uint32_t id = 0;
    for (qint64 i = 0; i < 4; ++i) id = id << 8U | static_cast<std::uint8_t>(head[kApplicationIdAt + i]);
    return head.startsWith("SQLite format 3") && id == static_cast<std::uint32_t>(kSweepApplicationId);
}

QString problemText(const Sweep& sweep) {
    for (const Problem& problem : sweep.problems()) {
        if (problem.severity != Severity::Warning) return said(problem.message);
    }
    return {};
}

QString CompareDialog::saveChart(const QString& path) const {
    return asPainted(m_results->pictureShown()).save(path, said);
}

// Whole or not at all, in place of what was there.
QString CompareDialog::saveSweep(const QString& path) const {
    if (QFileInfo(path) == QFileInfo(m_session->path())) return {};  // it is kept there
    const QString part = path + QStringLiteral(".part");
    QFile::remove(part);
    if (QString problem = m_session->saveAs(part); !problem.isEmpty()) return problem;
    QFile::remove(path);
    return QFile::rename(part, path) ? QString() : tr("%1 could not be replaced").arg(path);
}

QString CompareDialog::saveData(const QString& path) const {
    if (path.endsWith(QLatin1String(".sweep"), Qt::CaseInsensitive)) return saveSweep(path);
    const SweepReading reading = m_results->reading();
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const std::string text =
        json ? jsonText(sweepJson(m_session->sweep(), reading)) + '\n' : sweepCsv(m_session->sweep(), reading);
    try {
        writeWholeFile(QFile::encodeName(path).toStdString(), text);
        return {};
    } catch (const FileError& error) {
        return said(error.error() == 0 ? std::string(error.what()) : errorText(error.error()));
    }
}

void CompareDialog::askOpen() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a sweep"), m_settings.saveFolder(),
                                                      tr("Sweeps (*.sweep);;All files (*)"));
    if (!path.isEmpty()) openSweep(path);
}

void CompareDialog::askSaveChart() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save chart"), m_settings.saveFolder() + QStringLiteral("/sweep.png"),
                                     QStringLiteral("PNG, SVG, PDF (*.png *.svg *.pdf)"));
    if (path.isEmpty()) return;
    const QString problem = saveChart(path);
    tell(problem.isEmpty() ? tr("Saved %1").arg(path) : tr("The chart could not be saved: %1").arg(problem));
}

void CompareDialog::askSaveData() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save data"), m_settings.saveFolder() + QStringLiteral("/sweep.csv"),
                                     QStringLiteral("CSV (*.csv);;JSON (*.json);;%1 (*.sweep)").arg(tr("Sweep")));
    if (path.isEmpty()) return;
    const QString problem = saveData(path);
    tell(problem.isEmpty() ? tr("Saved %1").arg(path) : tr("The data could not be saved: %1").arg(problem));
}

}  // namespace ipclab
