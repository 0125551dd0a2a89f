#include "runs/presets.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace ipclab {

namespace {

const QString kFolder = QStringLiteral(":/ipclab/presets");
const QString kEnding = QStringLiteral(".ipclab.json");

// Only what a list tells: judging a hundred documents for this machine takes longer than showing a window.
Preset readPreset(const std::string& id) {
    const auto json = nlohmann::json::parse(presetText(id).value_or(""), nullptr, false);
    if (!json.is_object()) return {.id = id, .row = {}, .name = {{"en", id}}, .summary = {}};
    Preset preset{.id = id, .row = {}, .name = json.value("name", LocalText()), .summary = {}};
    if (const auto row = json.find("row"); row != json.end()) preset.row = row->get<std::string>();
    preset.summary = json.value("summary", LocalText());
    return preset;
}

// "M2" before "M10": letters, then the number.
std::pair<std::string, int> rowOrder(const Preset& preset) {
    const std::string row = preset.row.value_or("~");
    const std::size_t digits = row.find_first_of("0123456789");
    if (digits == std::string::npos) return {row, 0};
    return {row.substr(0, digits), std::atoi(row.c_str() + digits)};
}

bool comesBefore(const Preset& a, const Preset& b) {
    const auto key = [](const Preset& preset) { return std::tuple(preset.id != "first", rowOrder(preset), preset.id); };
    return key(a) < key(b);
}

}  // namespace

std::vector<Preset> allPresets() {
    std::vector<Preset> presets;
    for (const QString& file : QDir(kFolder).entryList({'*' + kEnding}, QDir::Files)) {
        presets.push_back(readPreset(file.chopped(kEnding.size()).toStdString()));
    }
    std::ranges::sort(presets, comesBefore);
    return presets;
}

std::optional<std::string> presetText(std::string_view presetId) {
    if (presetId.find('/') != std::string_view::npos) return std::nullopt;
    QFile file(kFolder + '/' + QString::fromUtf8(presetId.data(), static_cast<qsizetype>(presetId.size())) + kEnding);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll().toStdString();
}

std::string_view textIn(const LocalText& text, std::string_view language) {
    for (const std::string_view wanted : {language, std::string_view("en")}) {
        const auto it = text.find(std::string(wanted));
        if (it != text.end()) return it->second;
    }
    return text.empty() ? std::string_view() : std::string_view(text.begin()->second);
}

}  // namespace ipclab
