#include "exercises/work_store.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/sentences.h"
#include "core/utf8.h"
#include "exercises/archive.h"
#include "export/data_export.h"
#include "export/result_json.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostWorkBytes = 32U << 20;
constexpr std::size_t kMostNameBytes = 1'024;
constexpr std::string_view kNameFile = "student.txt";  // no id of an exercise has a dot

void makePrivate(const fs::path& folder) {
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

[[noreturn]] void refuseWork(const fs::path& path, const std::string& why) {
    throw std::runtime_error(say(Sentence::LabUnreadable, {{"file", path.string()}, {"what_why", why}}));
}

}  // namespace

WorkStore::WorkStore(fs::path folder) : m_folder(std::move(folder)) { makePrivate(m_folder); }

fs::path WorkStore::folderOf(const std::string& lab) const {
    assert(isPlainArchiveName(lab) && lab.find('/') == std::string::npos);
    return m_folder / lab;
}

std::optional<LabWork> WorkStore::load(const std::string& lab) const {
    const fs::path path = folderOf(lab) / "work.json";
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    if (fs::file_size(path, error) > kMostWorkBytes || error) {
        refuseWork(path, say(Sentence::WorkIsNone));
    }
    std::ifstream file(path, std::ios::binary);
    const auto json = nlohmann::ordered_json::parse(file, nullptr, false);
    try {
        return labWorkFromJson(json);
    } catch (const std::runtime_error& problem) {
        refuseWork(path, problem.what());
    }
}

void WorkStore::save(const LabWork& work) const {
    const fs::path folder = folderOf(work.lab);
    makePrivate(folder);
    writeTextFile(folder / "work.json", jsonText(toJson(work)) + "\n");
}

std::string WorkStore::name() const {
    std::ifstream file(m_folder / kNameFile, std::ios::binary);
    std::string name(kMostNameBytes, '\0');
    file.read(name.data(), static_cast<std::streamsize>(name.size()));
    name.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    while (!name.empty() && name.back() == '\n') name.pop_back();
    return firstInvalidUtf8(name) == name.npos ? name : std::string();
}

void WorkStore::keepName(const std::string& name) const {
    if (name.size() < kMostNameBytes) writeTextFile(m_folder / kNameFile, name + "\n");
}

fs::path WorkStore::keepRun(LabWork& work, const std::string& step, const fs::path& recording, unsigned trials) const {
    const fs::path runs = folderOf(work.lab) / "runs";
    makePrivate(runs);
    auto& kept = work.steps[step].recordings;
    unsigned number = 1;
    const auto named = [&] { return runs / (step + "-" + std::to_string(number) + ".ipclab"); };
    while (std::ranges::find(kept, named()) != kept.end()) ++number;
    const fs::path to = named();
    fs::copy_file(recording, to, fs::copy_options::overwrite_existing);
    kept.push_back(to);
    while (kept.size() > std::max(trials, 1U)) {
        std::error_code ignored;
        fs::remove(kept.front(), ignored);
        kept.erase(kept.begin());
    }
    save(work);
    return to;
}

void WorkStore::forgetRuns(LabStepWork& step) {
    std::error_code ignored;
    for (const auto& path : step.recordings) fs::remove(path, ignored);
    step.recordings.clear();
}

std::optional<LabProgress> WorkStore::progress(const std::string& lab) const {
    std::ifstream file(folderOf(lab) / "progress.json", std::ios::binary);
    const auto json = nlohmann::json::parse(file, nullptr, false);
    const auto number = [&](const char* name) {
        return json.contains(name) && json[name].is_number() ? json[name].get<double>() : 0;
    };
    if (!json.is_object() || !json.contains("points")) return {};
    return LabProgress{number("points"), number("most"), json.value("complete", nlohmann::json()) == true};
}

// What cannot be kept is judged again the next time.
void WorkStore::keepProgress(const std::string& lab, const LabProgress& progress) const {
    try {
        const nlohmann::json json{
            {"points", progress.points}, {"most", progress.most}, {"complete", progress.complete}};
        writeTextFile(folderOf(lab) / "progress.json", json.dump() + "\n");
    } catch (const std::runtime_error&) {
    }
}

fs::path WorkStore::programFolder(const std::string& lab) const {
    makePrivate(folderOf(lab));
    const fs::path folder = folderOf(lab) / "programs";
    makePrivate(folder);
    return folder;
}

bool WorkStore::hasPrograms(const std::string& lab) const {
    std::error_code error;
    return fs::is_directory(folderOf(lab) / "programs", error);
}

void WorkStore::setAside(const std::string& lab) const {
    const fs::path folder = folderOf(lab);
    std::error_code error;
    if (!fs::exists(folder, error)) return;
    const fs::path before = folder.string() + ".before";
    fs::remove_all(before, error);
    fs::rename(folder, before);
}

}  // namespace ipclab
