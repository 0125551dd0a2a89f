#include "exercises/own_labs.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

#include "export/data_export.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::array<unsigned char, 4> kZipBegins{'P', 'K', 3, 4};
constexpr std::string_view kLabFile = "lab.json";

bool beginsAsZip(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<unsigned char, 4> bytes{};
    return file.read(reinterpret_cast<char*>(bytes.data()), bytes.size()) && bytes == kZipBegins;
}

}  // namespace

bool isLabPath(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return fs::is_regular_file(path / kLabFile, error);
    if (!fs::is_regular_file(path, error)) return false;
    return path.filename() == kLabFile || beginsAsZip(path);
}

fs::path labPlace(const fs::path& path) {
    std::error_code error;
    fs::path place = fs::absolute(path, error).lexically_normal();
    if (place.filename() == kLabFile && fs::is_regular_file(place, error)) place = place.parent_path();
    if (place.filename().empty()) place = place.parent_path();  // "folder/"
    return place;
}

std::vector<fs::path> OwnLabs::paths() const {
    std::ifstream file(m_file, std::ios::binary);
    const auto json = nlohmann::json::parse(file, nullptr, false);
    std::vector<fs::path> paths;
    if (!json.is_array()) return paths;
    for (const auto& each : json) {
        if (each.is_string() && paths.size() < kMost) paths.emplace_back(each.get<std::string>());
    }
    return paths;
}

OwnLab OwnLabs::readHead(const fs::path& path) {
    OwnLab own{path};
    try {
        own.head = labHeadAt(path);
    } catch (const std::exception& error) {
        own.head = labHeadOf(path.filename().string(), {});
        own.problem = error.what();
    }
    return own;
}

void OwnLabs::add(const fs::path& path) const {
    auto all = paths();
    if (std::ranges::find(all, path) != all.end()) return;
    all.push_back(path);
    if (all.size() > kMost) all.erase(all.begin());
    write(all);
}

void OwnLabs::remove(const fs::path& path) const {
    auto all = paths();
    if (std::erase(all, path) > 0) write(all);
}

void OwnLabs::write(const std::vector<fs::path>& paths) const {
    nlohmann::json json = nlohmann::json::array();
    for (const auto& path : paths) json.push_back(path.string());
    writeTextFile(m_file, json.dump(2) + "\n");
}

}  // namespace ipclab
