#include "report/report_subject.h"

#include <array>
#include <fstream>

#include "core/utf8.h"
#include "recording/recording.h"
#include "results/run_warnings.h"
#include "sweep/sweep_file.h"

namespace ipclab {

namespace {

constexpr std::streamoff kApplicationIdAt = 68;  // four bytes, the highest first (sqlite.org/fileformat.html)

RunSubject readRun(const std::filesystem::path& path) {
    auto recording = std::make_shared<Recording>(loadRecording(path));
    RunSubject subject;
    subject.host = recording->host;
    subject.measuredAt = recording->recordedAt;
    subject.warnings = resultWarnings(recording->data);
    subject.complete = recording->complete;
    subject.file = path;
    subject.data = std::shared_ptr<const RunData>(recording, &recording->data);
    return subject;
}

SweepSubject readSweep(const std::filesystem::path& path) {
    try {
        SweepFile file = SweepFile::open(path);
        auto sweep = std::make_shared<Sweep>(file.options());
        file.restore(*sweep);
        return {.sweep = sweep, .host = file.host(), .startedAt = file.startedAt(), .file = path};
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(printable(path.string()) + ": " + error.what());
    }
}

}  // namespace

ReportOf kindOf(const ReportSubject& subject) {
    return std::holds_alternative<RunSubject>(subject) ? ReportOf::Run : ReportOf::Sweep;
}

Report reportOf(const ReportSubject& subject, const ReportPlan& plan) {
    if (const auto* run = std::get_if<RunSubject>(&subject)) return reportOfRun(*run, plan);
    return reportOfSweep(std::get<SweepSubject>(subject), plan);
}

bool isSweepFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    file.seekg(kApplicationIdAt);
    std::array<unsigned char, 4> bytes{};
    if (!file.read(reinterpret_cast<char*>(bytes.data()), bytes.size())) return false;
    std::uint32_t applicationId = 0;
    for (const unsigned char byte : bytes) applicationId = applicationId << 8 | byte;
    return applicationId == static_cast<std::uint32_t>(kSweepApplicationId);
}

ReportSubject readReportSubject(const std::filesystem::path& path) {
    if (isSweepFile(path)) return readSweep(path);
    return readRun(path);
}

}  // namespace ipclab
