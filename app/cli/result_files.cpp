#include "cli/result_files.h"

#include "cli/failure.h"
#include "cli/quantities.h"
#include "cli/result_text.h"
#include "core/utf8.h"
#include "core/wall_clock.h"
#include "export/data_export.h"
#include "plot/chart_export.h"
#include "plot/time_chart.h"
#include "programs/registry.h"
#include "report/html_writer.h"
#include "report/report_of_run.h"
#include "run_charts/result_charts.h"
#include "runs/presets.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

std::string settingsText(const ProcessData& process) {
    const ProgramSettings& settings = process.settings;
    std::string text = process.name + ": " + process.program;
    if (process.foreign) return text;
    const Program* program = findProgram(process.program);
    const bool messages = program == nullptr || program->info().hasMessages();
    if (settings.ratePerSecond > 0)
        text += ", " + quantity(settings.ratePerSecond, "") + (messages ? " messages/s" : " iterations/s");
    if (settings.workNs > 0) text += ", " + duration(toSeconds(settings.workNs)) + " work";
    const bool sends = process.program == "producer" || process.program == "client";
    if (sends) text += ", " + quantity(static_cast<double>(settings.messageBytes), "B");
    return text;
}

// What was set, in one line: "producer: 64 B at full speed, consumer: …; pipe, capacity 4 KiB".
std::string parametersText(const RunData& data) {
    std::string text;
    const auto append = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < data.processes.size() && i < most; ++i) append(settingsText(data.processes[i]));
    const auto more = [&](std::size_t count, const char* one, const char* many) {
        if (count > most) append(std::to_string(count - most) + " more " + (count - most == 1 ? one : many));
    };
    more(data.processes.size(), "process", "processes");
    for (std::size_t i = 0; i < data.links.size() && i < most; ++i) {
        append(data.links[i].name + ": " + data.links[i].mechanism);
    }
    more(data.links.size(), "link", "links");
    return text;
}

// The page of a report (report/report_of_run.h), plain. The data outlive it.
QByteArray pageOf(const RunData& data, const FilesOptions& options) {
    const RunSubject subject{.data = std::shared_ptr<const RunData>(std::shared_ptr<const RunData>(), &data),
                             .host = options.host,
                             .measuredAt = options.startedAt,
                             .warnings = options.warnings};
    ReportPlan plan;
    plan.parts = usualTemplate(ReportOf::Run).parts;
    return htmlOf(reportOfRun(subject, plan));
}

PictureOptions withTexts(PictureOptions picture, const RunData& data, const FilesOptions& options) {
    picture.title = QString::fromStdString(printable(titleOf(data.experiment)));
    picture.caption = QString::fromStdString(printable(parametersText(data) + " · " + hostText(options.host) + " · " +
                                                       dateText(options.startedAt) + " · ipclab"));
    return picture;
}

// Writes the pictures of a run and remembers them.
class Pictures {
public:
    Pictures(const RunData& data, const fs::path& folder, const FilesOptions& options)
        : m_data(data), m_folder(folder), m_options(options) {}

    void write(const std::string& name, const std::string& meaning, const ChartPicture& chart,
               const PictureOptions& plain) {
        const PaintedPicture picture = chart.painted(withTexts(plain, m_data, m_options));
        if (const QString why = picture.refusal(); m_options.png && !why.isEmpty())
            throw Failure(kWrongUsage, why.toStdString());
        if (m_options.svg) write(name + ".svg", meaning + ", as vectors for the web", picture.svg());
        if (m_options.png) write(name + ".png", meaning + ", as pixels", picture.png());
        if (m_options.pdf) write(name + ".pdf", meaning + ", as vectors for print", picture.pdf());
    }

    std::vector<ExportedFile> files;

private:
    void write(const std::string& name, const std::string& meaning, const QByteArray& bytes) {
        writeTextFile(m_folder / name, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        files.push_back({name, meaning});
    }

    const RunData& m_data;
    const fs::path& m_folder;
    const FilesOptions& m_options;
};

std::vector<ExportedFile> writePictures(const RunData& data, const fs::path& folder, const FilesOptions& options) {
    if (!options.png && !options.svg && !options.pdf && !options.html) return {};
    const ResultCharts charts(data);
    Pictures pictures(data, folder, options);
    if (options.html) {
        const QByteArray page = pageOf(data, options);
        writeTextFile(folder / "index.html", {page.constData(), static_cast<std::size_t>(page.size())});
        pictures.files.push_back({"index.html", "all of it on one page, for a browser"});
    }
    if (!charts.charts().empty()) {
        const ChartPicture page(charts.page());
        PictureOptions whole = pictureOf(page, options);
        whole.size.setHeight(0);
        pictures.write("charts", "all charts on one time axis", page, whole);
    }
    for (const NamedChart& named : charts.charts()) {
        const ChartPicture picture(*named.chart);
        pictures.write(named.name, named.chart->title().toStdString(), picture, pictureOf(picture, options));
    }
    return pictures.files;
}

}  // namespace

void makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw Failure(kFailed, folder.string() + ": the folder cannot be made: " + error.message());
}

PictureOptions pictureOf(const ChartPicture& picture, const FilesOptions& options) {
    constexpr int kHeight = 360;
    PictureOptions plain;
    plain.size = QSize(options.width, options.height != 0 || picture.hasHeightOfItsOwn() ? options.height : kHeight);
    plain.scale = options.scale;
    plain.theme = options.dark ? ChartTheme::darkTheme() : ChartTheme::light();
    return plain;
}

void writeResultFiles(const RunData& data, const fs::path& folder, const FilesOptions& options) {
    makeFolder(folder);
    try {
        DataExport what{.json = options.json, .csv = options.csv, .trace = options.trace, .startedAt = options.startedAt};
        what.others = writePictures(data, folder, options);
        exportData(data, options.host, options.warnings, folder, what);
    } catch (const Failure&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw Failure(kFailed, error.what());
    }
}

}  // namespace ipclab
