#include "exercises/library.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/sentences.h"
#include "core/whole_file.h"
#include "document/experiment_json.h"
#include "document/limits.h"
#include "exercises/archive.h"
#include "runs/presets.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

const QString kLabFolder = QStringLiteral(":/ipclab/labs");
constexpr std::array<std::string_view, 2> kLabTextFiles{"en", "ko"};

constexpr std::size_t kMostSources = 48;
constexpr ArchiveLimits kOfExercise{.files = 64, .fileBytes = limits::kFileBytes, .bytes = 4 * limits::kFileBytes};

// "P2" before "P10".
std::tuple<std::size_t, int, std::string> labOrder(const LabHead& head) {
    static constexpr std::string_view kLetters = "PMCR";
    const std::string row = head.rows.empty() ? "~" : head.rows.front();
    const auto digits = std::min(row.find_first_of("0123456789"), row.size());
    return {kLetters.find(row.front()), std::atoi(row.c_str() + digits), head.id};
}

// What is shown of an exercise is also handed in: a link in it could lead to what is nobody else's.
bool leadsElsewhere(const fs::path& path) {
    std::error_code error;
    if (!fs::is_symlink(path, error)) return false;
    const fs::path folder = fs::canonical(path.parent_path(), error), target = fs::canonical(path, error);
    return error || target.parent_path() != folder;
}

[[noreturn]] void refuseLab(const fs::path& path, const std::string& why) {
    throw std::runtime_error(say(Sentence::LabUnreadable, {{"file", path.string()}, {"what_why", why}}));
}

std::string readSmallFile(const fs::path& path, bool required) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status) && !required) return {};
    if (leadsElsewhere(path)) refuseLab(path, say(Sentence::LabFileLeadsOut));
    if (!fs::is_regular_file(status)) refuseLab(path, say(Sentence::FileMissing));
    if (fs::file_size(path, error) > limits::kFileBytes && !error)
        refuseLab(path, say(Sentence::LabFileTooLarge, {{"most", limits::kFileBytes}}));
    try {
        return readWholeFile(path, limits::kFileBytes, std::chrono::milliseconds(0));
    } catch (const std::runtime_error& failure) {
        refuseLab(path, failure.what());
    }
}

LabTexts ofFolder(const fs::path& folder) {
    LabTexts texts{readSmallFile(folder / "lab.json", true), {}};
    for (const auto language : kLabTextFiles) {
        auto text = readSmallFile(folder / (std::string(language) + ".md"), false);
        if (!text.empty()) texts.markdown[std::string(language)] = std::move(text);
    }
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!isSourceName(name)) continue;
        if (texts.sources.size() == kMostSources)
            refuseLab(folder, say(Sentence::LabTooManySources, {{"most", kMostSources}}));
        texts.sources[name] = readSmallFile(at->path(), true);
    }
    if (error) refuseLab(folder, errorText(error.value()));
    return texts;
}

// Whatever is wrong with an archive, the refusal names the exercise.
template <typename Read>
auto fromArchive(const fs::path& path, Read read) {
    try {
        return read();
    } catch (const ArchiveRefused& why) {
        refuseLab(path, why.what());
    }
}

LabTexts ofArchive(const fs::path& path) {
    auto files = fromArchive(path, [&] { return readArchive(path, kOfExercise); });
    const auto found = files.find("lab.json");
    if (found == files.end()) refuseLab(path, say(Sentence::LabNoJson));
    LabTexts texts{std::move(found->second), {}};
    for (const auto language : kLabTextFiles) {
        const auto text = files.find(std::string(language) + ".md");
        if (text != files.end()) texts.markdown[std::string(language)] = std::move(text->second);
    }
    for (auto& [name, bytes] : files) {
        if (isSourceName(name)) texts.sources[name] = std::move(bytes);
    }
    return texts;
}

bool isFolder(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return true;
    if (!fs::exists(path, error)) refuseLab(path, say(Sentence::LabNoSuchPlace));
    return false;
}

template <class T>
T valueOr(const nlohmann::json& json, const char* name, T otherwise) {
    try {
        return json.value(name, std::move(otherwise));
    } catch (const nlohmann::json::exception&) {
        return T();
    }
}

}  // namespace

LabHead labHeadOf(const std::string& id, const LabTexts& texts) {
    const auto json = nlohmann::json::parse(texts.json, nullptr, false);
    LabHead head{.id = id, .title = {}, .objective = {}, .rows = {}};
    if (json.is_object()) {
        head.title = valueOr(json, "title", LocalText());
        head.objective = valueOr(json, "objective", LocalText());
        head.rows = valueOr(json, "rows", std::vector<std::string>());
        head.minutes = valueOr(json, "minutes", 0U);
    }
    if (head.title.empty()) head.title = {{"en", id}};
    return head;
}

const std::vector<LabHead>& allLabHeads() {
    static const std::vector<LabHead> kHeads = [] {
        std::vector<LabHead> heads;
        for (const QString& folder : QDir(kLabFolder).entryList(QDir::Dirs))
            heads.push_back(labHeadOf(folder.toStdString(), embeddedLab(folder.toStdString()).value_or(LabTexts())));
        std::ranges::sort(heads, {}, labOrder);
        return heads;
    }();
    return kHeads;
}

std::vector<std::string> allLabIds() {
    std::vector<std::string> ids;
    for (const auto& head : allLabHeads()) ids.push_back(head.id);
    return ids;
}

std::optional<LabTexts> embeddedLab(std::string_view id) {
    if (id.empty() || id.find('/') != std::string_view::npos || id.front() == '.') return {};
    const QString folder = kLabFolder + '/' + QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())) + '/';
    QFile json(folder + QStringLiteral("lab.json"));
    if (!json.open(QIODevice::ReadOnly)) return {};
    LabTexts texts{json.readAll().toStdString(), {}};
    for (const auto language : kLabTextFiles) {
        QFile text(folder + QString::fromLatin1(language.data(), static_cast<qsizetype>(language.size())) +
                   QStringLiteral(".md"));
        if (text.open(QIODevice::ReadOnly)) texts.markdown[std::string(language)] = text.readAll().toStdString();
    }
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.c")}, QDir::Files)) {
        QFile source(folder + name);
        if (source.open(QIODevice::ReadOnly)) texts.sources[name.toStdString()] = source.readAll().toStdString();
    }
    return texts;
}

LabTexts labTextsAt(const fs::path& path) {
    return isFolder(path) ? ofFolder(path) : ofArchive(path);
}

LabHead labHeadAt(const fs::path& path) {
    const std::string id = path.filename().string();
    if (isFolder(path)) return labHeadOf(id, {readSmallFile(path / "lab.json", true), {}});
    auto json = fromArchive(path, [&] { return readArchiveFile(path, "lab.json", kOfExercise); });
    if (!json) refuseLab(path, say(Sentence::LabNoJson));
    return labHeadOf(id, {*std::move(json), {}});
}

LabPresets libraryPresets() {
    return [](std::string_view id) -> std::optional<Experiment> {
        const auto text = presetText(id);
        return text ? readExperiment(*text, std::string(id)).experiment : std::nullopt;
    };
}

std::string fingerprint(const LabTexts& texts) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string& part) {
        hash.addData(QByteArray::number(static_cast<qulonglong>(part.size())) + ':');
        hash.addData(QByteArray::fromStdString(part));
    };
    add(texts.json);
    for (const auto& [language, text] : texts.markdown) {
        add(language);
        add(text);
    }
    for (const auto& [name, text] : texts.sources) {
        add(name);
        add(text);
    }
    return hash.result().toHex().toStdString();
}

}  // namespace ipclab
