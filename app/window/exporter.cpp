#include "window/exporter.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

#include "bridge/words.h"
#include "export/data_export.h"
#include "results/run_warnings.h"
#include "runs/said.h"
#include "window/notice_bar.h"
#include "window/save_chart_dialog.h"
#include "window/settings.h"

namespace ipclab {

Exporter::Exporter(RunSource& source, ChartsPanel& charts, NoticeBar& notice, WindowSettings& settings, QWidget* window)
    : QObject(window), m_source(source), m_charts(charts), m_notice(notice), m_settings(settings), m_window(window) {}

QString Exporter::title() const { return Words::local(m_source.view().experiment.name); }

QString Exporter::suggestedName() const {
    const QString id = QString::fromStdString(m_source.view().experiment.id);
    return id.isEmpty() ? QStringLiteral("experiment") : id;
}

// The ending is given before the dialog asks whether a file is to be replaced.
QString Exporter::askPath(const QString& title, const QString& proposed, const QString& filter, const QString& suffix) {
    QFileDialog dialog(m_window, title, QFileInfo(proposed).path(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(QFileInfo(proposed).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

void Exporter::askSaveChart(TimeChart* chart) {
    SaveChartDialog dialog(m_charts, title(), m_window);
    dialog.setChart(chart);
    if (dialog.exec() != QDialog::Accepted) return;
    const QString suffix = dialog.suffix();
    if (dialog.copies()) {
        const bool drawing = suffix == QLatin1String("svg");
        copyChart(dialog.chart(), dialog.options(), dialog.range(),
                  drawing ? PaintedPicture::CopyAs::Vectors : PaintedPicture::CopyAs::Pixels);
        return;
    }
    const QString proposed = QDir(m_settings.saveFolder()).filePath(suggestedName() + QLatin1Char('.') + suffix);
    const QString path =
        askPath(tr("Save chart"), proposed, QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix), suffix);
    if (path.isEmpty()) return;
    saveChart(path, dialog.chart(), dialog.options(), dialog.range());
}

ChartPicture Exporter::pictureOf(TimeChart* chart, PictureRange range) const {
    return chart == nullptr ? ChartPicture(*m_charts.page(), range) : ChartPicture(*chart, range);
}

PictureOptions Exporter::withCaption(PictureOptions options) const {
    if (options.caption.isEmpty()) options.caption = chartCaption(m_source.view(), m_host());
    return options;
}

// Is there none? Else it is said.
bool Exporter::told(const QString& problem) {
    if (problem.isEmpty()) return false;
    m_notice.show(NoticeBar::Weight::Error, tr("The chart could not be saved."), problem);
    return true;
}

bool Exporter::saveChart(const QString& path, TimeChart* chart, const PictureOptions& options, PictureRange range) {
    const ChartPicture picture = pictureOf(chart, range);
    QString problem = picture.save(path, withCaption(options), said);
    if (m_source.settle()) problem = picture.save(path, withCaption(options), said);  // with what was not there yet
    if (told(problem)) return false;
    tellSaved(tr("Saved %1").arg(QDir::toNativeSeparators(path)), path);
    return true;
}

bool Exporter::copyChart(TimeChart* chart, const PictureOptions& options, PictureRange range,
                         PaintedPicture::CopyAs as) {
    if (told(pictureOf(chart, range).copy(withCaption(options), as))) return false;
    m_notice.show(NoticeBar::Weight::Information, as == PaintedPicture::CopyAs::Vectors
                                                      ? tr("The picture is on the clipboard, as SVG.")
                                                      : tr("The picture is on the clipboard."));
    return true;
}

void Exporter::askSaveData() {
    const QString folder =
        QFileDialog::getExistingDirectory(m_window, tr("Folder for the data"), m_settings.saveFolder());
    if (!folder.isEmpty()) saveData(QDir(folder).filePath(suggestedName()));
}

QString Exporter::freshFolder(const QString& wanted) {
    QString folder = wanted;
    for (int number = 2; QFileInfo::exists(folder) && !QDir(folder).isEmpty(); ++number)
        folder = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return folder;
}

bool Exporter::saveData(const QString& wanted) {
    const QString folder = freshFolder(wanted);
    std::size_t files = 0;
    try {
        const std::shared_ptr<const RunData> whole = m_source.whole();
        const RunData& run = *whole;
        files = exportData(run, m_host(), resultWarnings(run), folder.toStdString()).size();
    } catch (const std::exception& error) {
        m_notice.show(NoticeBar::Weight::Error, tr("The data could not be saved."),
                      said(std::string_view(error.what())));
        return false;
    }
    tellSaved(tr("Saved %1 files in %2").arg(files).arg(QDir::toNativeSeparators(folder)), folder);
    return true;
}

void Exporter::tellSaved(const QString& text, const QString& path) {
    const QString folder = QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
    m_settings.setSaveFolder(QFileInfo(path).absolutePath());
    m_notice.ask(NoticeBar::Weight::Information, text, {}, tr("Open folder"),
                 [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

}  // namespace ipclab
