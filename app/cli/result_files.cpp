#include "cli/result_files.h"

#include <QDateTime>

#include "charts/chart_export.h"
#include "cli/failure.h"
#include "cli/result_charts.h"
#include "cli/result_page.h"
#include "cli/result_text.h"
#include "runs/data_export.h"
#include "runs/presets.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

std::string titleOf(const RunData& data) {
    const auto name = textIn(data.experiment.name, "en");
    return std::string(name.empty() ? data.experiment.id : name);
}

PictureOptions pictureOptions(const RunData& data, const FilesOptions& options, bool wholePage) {
    PictureOptions picture;
    picture.size = QSize(options.width, wholePage ? 0 : options.height);
    picture.theme = options.dark ? ChartTheme::darkTheme() : ChartTheme::light();
    picture.title = QString::fromStdString(titleOf(data));
    picture.caption = QString::fromStdString(parametersText(data) + " · " + hostText(options.host) + " · " +
                                             options.date + " · ipclab");
    return picture;
}

void save(const ChartPicture& picture, const fs::path& stem, const PictureOptions& picked,
          const FilesOptions& options) {
    const auto write = [&](bool wanted, const char* ending) {
        if (!wanted) return;
        const QString problem = picture.save(QString::fromStdString(stem.string() + ending), picked);
        if (!problem.isEmpty()) throw Failure(kFailed, problem.toStdString());
    };
    write(options.png, ".png");
    write(options.svg, ".svg");
    write(options.pdf, ".pdf");
}

void writePictures(const RunData& data, const ResultCharts& charts, const fs::path& folder,
                   const FilesOptions& options) {
    for (const NamedChart& named : charts.charts()) {
        save(ChartPicture(*named.chart), folder / named.name, pictureOptions(data, options, false), options);
    }
    if (!charts.charts().empty()) {
        save(ChartPicture(charts.page()), folder / "charts", pictureOptions(data, options, true), options);
    }
}

}  // namespace

void makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw Failure(kFailed, folder.string() + ": the folder cannot be made: " + error.message());
}

void writeResultFiles(const RunData& data, const fs::path& folder, const FilesOptions& given) {
    FilesOptions options = given;
    if (options.date.empty()) options.date = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    makeFolder(folder);
    try {
        exportData(data, options.host, options.warnings, folder, {.json = options.json, .csv = options.csv});
        if (!options.png && !options.svg && !options.pdf && !options.html) return;
        const ResultCharts charts(data);
        writePictures(data, charts, folder, options);
        if (options.html) writeTextFile(folder / "index.html", resultPage(data, charts, options));
    } catch (const Failure&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw Failure(kFailed, error.what());
    }
}

}  // namespace ipclab
