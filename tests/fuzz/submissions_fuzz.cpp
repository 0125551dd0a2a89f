// What is handed in, from anywhere: an archive with a manifest, recordings and other files, and bytes of it changed. It
// is judged, refused with a reason, and no file of it lands on the disk under a name of its own.
//
//   {"manifest": …, "files": {NAME: TEXT}, "runs": {NAME: true}, "bytes": [[OFFSET, VALUE], …], "cut": BYTES}
//
// A text that begins as an archive does is one itself.
#include <zip.h>

#include <QCryptographicHash>
#include <fstream>
#include <iterator>

#include "exercises/submission.h"
#include "json_mutator.h"
#include "labs/lab_reader.h"
#include "recorded.h"
#include "scratch_folder.h"

namespace ipclab::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLab = R"json({"schema": "ipclab.lab/1", "id": "sample", "version": 1,
    "title": {"en": "Sample", "ko": "보기"}, "objective": {"en": "To see", "ko": "보기"}, "rows": ["P1"], "minutes": 1,
    "steps": [{"id": "one", "title": {"en": "One", "ko": "하나"}, "preset": "sample", "trials": 1, "checks": [
        {"id": "sent", "what": {"en": "Sent", "ko": "보냄"}, "measure": "sum(link(*).sent)", "relation": "at-least",
         "value": "1", "pass": {"en": "yes", "ko": "예"}, "fail": {"en": "no", "ko": "아니오"}}]}]})json";

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& aRecording() {
    static const std::string kBytes = [] {
        const test::TempDir folder;
        test::record(folder / "run", test::sampleRun());
        return bytesOf(folder / "run");
    }();
    return kBytes;
}

std::optional<KnownLab> findLab(const std::string& id) {
    static const LabReadResult kRead =
        readLab({std::string(kLab), {{"en", "# one\n\nText\n"}, {"ko", "# one\n\n글\n"}}},
                [](std::string_view) { return std::optional<Experiment>(test::sampleExperiment()); });
    demand(kRead.isSound(), "the exercise is sound", kRead.problems.empty() ? "" : kRead.problems[0].problem.message);
    if (id != "sample") return std::nullopt;
    return KnownLab{*kRead.lab, "fingerprint"};
}

void add(zip_t* zip, const std::string& name, const std::string& bytes) {
    zip_source_t* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    if (source != nullptr && zip_file_add(zip, name.c_str(), source, 0) < 0) zip_source_free(source);
}

std::string hex(std::string_view bytes) {
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

// Where the input gives no hashes, those that are true.
Json manifestOf(const Json& input) {
    Json manifest = input.value("manifest", Json());
    if (!manifest.is_object() || manifest.contains("sha256")) return manifest;
    Json hashes = Json::object();
    if (const auto runs = input.find("runs"); runs != input.end() && runs->is_object()) {
        for (const auto& [name, ignored] : runs->items()) hashes[name] = hex(aRecording());
    }
    manifest["sha256"] = hashes;
    return manifest;
}

void build(const fs::path& path, const Json& input) {
    int code = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (zip == nullptr) return;
    std::vector<std::string> kept;  // until the archive is closed
    kept.reserve(64);
    kept.push_back(textOf(manifestOf(input)));
    add(zip, "submission.json", kept.back());
    if (const auto files = input.find("files"); files != input.end() && files->is_object()) {
        for (const auto& [name, text] : files->items()) {
            if (kept.size() == kept.capacity()) break;
            kept.push_back(text.is_string() ? text.get<std::string>() : textOf(text));
            add(zip, name, kept.back());
        }
    }
    if (const auto runs = input.find("runs"); runs != input.end() && runs->is_object()) {
        for (const auto& [name, ignored] : runs->items()) add(zip, name, aRecording());
    }
    if (zip_close(zip) != 0) zip_discard(zip);
}

void changeBytes(std::string& bytes, const Json& input) {
    if (const auto changes = input.find("bytes"); changes != input.end() && changes->is_array()) {
        for (const Json& change : *changes) {
            if (!change.is_array() || change.size() != 2 || !change[0].is_number_unsigned() ||
                !change[1].is_number_unsigned() || bytes.empty()) {
                continue;
            }
            bytes[change[0].get<std::size_t>() % bytes.size()] = static_cast<char>(change[1].get<std::size_t>());
        }
    }
    if (const auto cut = input.find("cut"); cut != input.end() && cut->is_number_unsigned()) {
        bytes.resize(bytes.size() - std::min(bytes.size(), cut->get<std::size_t>()));
    }
}

void write(const fs::path& path, std::string_view input) {
    fs::remove(path);
    if (input.substr(0, 2) == "PK") {
        std::ofstream(path, std::ios::binary) << input;
        return;
    }
    const Json json = Json::parse(input, nullptr, false);
    if (!json.is_object()) return;
    build(path, json);
    if (!json.contains("bytes") && !json.contains("cut")) return;
    std::string bytes = bytesOf(path);
    changeBytes(bytes, json);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

const Vocabulary& submissionWords() {
    static const Vocabulary kWords{
        {"manifest", "files", "runs", "bytes", "cut", "schema", "work", "lab", "student", "handed_in_at", "points",
         "verdicts", "sha256", "steps", "recordings", "document", "predictions", "words", "hints", "version",
         "fingerprint", "runs/one-1.ipclab", "../../escaped", "/tmp/escaped", "one"},
        {"ipclab.submission/1", "sample", "runs/one-1.ipclab", "../x", "passed", "failed", "fingerprint", "sent"}};
    return kWords;
}

}  // namespace
}  // namespace ipclab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
    using namespace ipclab;
    using namespace ipclab::fuzz;
    const fs::path path = scratchFolder() / "submission.zip";
    write(path, fuzz::textOf(data, sizeBytes));
    try {
        for (const auto& [name, bytes] : readArchive(path)) demand(isPlainArchiveName(name), "names are plain", name);
    } catch (const ArchiveRefused&) {
    }
    std::vector<Graded> all{grade(path, findLab)};
    all.push_back(all.front());
    markCopies(all);
    const Graded& graded = all.front();
    demand(!graded.refused.empty() || graded.result.points <= graded.result.most, "nobody gets more than there is",
           graded.lab);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t sizeBytes, std::size_t maxBytes,
                                               unsigned seed) {
    using namespace ipclab::fuzz;
    Choice choice(seed);
    const std::string_view input = textOf(data, sizeBytes);
    if (input.substr(0, 2) == "PK") return intoBuffer(mutatedBytes(input, maxBytes), data, maxBytes);
    return intoBuffer(mutatedJson(input, submissionWords(), maxBytes, choice), data, maxBytes);
}
