#include "exercises/submission.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/sentences.h"
#include "core/version.h"
#include "core/wall_clock.h"
#include "document/experiment_json.h"
#include "exercises/scratch_folder.h"
#include "exercises/sha256.h"
#include "exercises/submission_programs.h"
#include "export/result_json.h"
#include "labs/allowed.h"
#include "observe/host_facts.h"
#include "recording/recording.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kManifest = "submission.json";

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad())
        throw std::runtime_error(say(Sentence::SubmissionNoRun, {{"file", path.string()}}));
    return bytes;
}

constexpr std::array<std::string_view, 4> kOutcomeIds{"passed", "failed", "not-judged", "unknown"};

std::string_view id(LabOutcome outcome) { return kOutcomeIds[static_cast<std::size_t>(outcome)]; }

// As people read it; what is none of ours stays as it is.
std::string outcomeClaimed(const Json& claimed) {
    const std::string text = claimed.is_string() ? claimed.get<std::string>() : "?";
    const auto found = std::ranges::find(kOutcomeIds, text);
    return found != kOutcomeIds.end() ? outcomeText(static_cast<LabOutcome>(found - kOutcomeIds.begin())) : text;
}

Json verdictsJson(const LabResult& result) {
    Json verdicts = Json::object();
    for (const auto& step : result.steps) {
        for (const auto& check : step.checks) verdicts[check.check] = id(check.outcome);
    }
    return verdicts;
}

// The same work with its recordings under the names they have in the archive.
LabWork packed(LabWork work, std::vector<ArchiveEntry>& entries) {
    for (auto& [name, step] : work.steps) {
        unsigned trial = 0;
        for (auto& path : step.recordings) {
            const std::string inside = "runs/" + name + "-" + std::to_string(++trial) + ".ipclab";
            entries.push_back({.name = inside, .bytes = bytesOf(path)});
            path = inside;
        }
        if (step.program) packProgram(*step.program, name, entries);
    }
    return work;
}

// What tells one run from all others, whatever else of the file was changed: when it began on that machine's clock, and
// who its processes were.
std::string identityOf(const Recording& recording) {
    std::string text = std::to_string(recording.data.startNs);
    for (const auto& process : recording.data.processes) text += "/" + std::to_string(process.pid);
    return text;
}

class Grading {
public:
    Grading(const fs::path& file, const LabFinder& labs) : m_labs(labs) { m_graded.file = file; }

    Graded graded() {
        try {
            judge();
        } catch (const std::exception& error) {
            m_graded.refused = error.what();
        }
        return std::move(m_graded);
    }

private:
    void judge() {
        m_files = readArchive(m_graded.file);
        const auto manifest = m_files.find(std::string(kManifest));
        if (manifest == m_files.end()) throw std::runtime_error(say(Sentence::SubmissionIsNone));
        const Json json = Json::parse(manifest->second, nullptr, false);
        if (!json.is_object() || json.value("schema", Json()) != Json(std::string(kSubmissionSchema)) ||
            !json.contains("work")) {
            throw std::runtime_error(say(Sentence::SubmissionIsNone));
        }
        LabWork work = labWorkFromJson(json["work"]);
        m_graded.lab = work.lab;
        m_graded.student = work.student;
        if (const auto at = json.find("handed_in_at"); at != json.end() && at->is_string()) m_graded.handedInAt = *at;
        m_graded.words = work.words;
        const auto known = m_labs(work.lab);
        if (!known) throw std::runtime_error(say(Sentence::SubmissionNoLab, {{"id", work.lab}}));
        if (known->fingerprint != work.fingerprint) {
            note(say(Sentence::SubmissionOtherVersion, {{"version", work.version}, {"mine", known->lab.version}}));
        }
        compareHashes(json);
        m_graded.programs = handedInPrograms(known->lab, work, m_files, m_graded.findings);
        unpackRuns(known->lab, work);
        m_graded.result = judgeWork(known->lab, work, m_graded.findings);
        for (auto& finding : m_graded.findings) underItsOwnName(finding);
        compareVerdicts(json);
    }

    void note(std::string finding) { m_graded.findings.push_back(std::move(finding)); }

    void compareHashes(const Json& json) {
        const auto hashes = json.find("sha256");
        for (const auto& [name, bytes] : m_files) {
            if (name == kManifest) continue;
            const bool isKnown = hashes != json.end() && hashes->is_object() && hashes->contains(name);
            if (!isKnown)
                note(say(Sentence::SubmissionAdded, {{"file", name}}));
            else if ((*hashes)[name] != Json(sha256(bytes)))
                note(say(Sentence::SubmissionEdited, {{"file", name}}));
        }
    }

    // Under names of ours: what it calls its files is only looked up in it.
    void unpackRuns(const Lab& lab, LabWork& work) {
        unsigned number = 0;
        for (auto& [step, of] : work.steps) {
            std::vector<fs::path> unpacked;
            for (const auto& path : of.recordings) {
                const auto bytes = m_files.find(path.string());
                if (bytes == m_files.end()) {
                    note(say(Sentence::SubmissionNoRun, {{"file", path.string()}}));
                    continue;
                }
                const fs::path to =
                    m_folder.path() / ("unpacked-" + std::to_string(++number) + ".ipclab");
                std::ofstream(to, std::ios::binary) << bytes->second;
                unpacked.push_back(to);
                m_names.emplace_back(to, path.string());
                identify(to, path.string(), lab.step(step), step, of.document);
            }
            of.recordings = std::move(unpacked);
        }
    }

    void identify(const fs::path& file, const std::string& name, const LabStep* step, const std::string& id,
                  const std::string& document) {
        try {
            const Recording recording = loadRecording(file);
            m_graded.runs[name] = identityOf(recording);
            compareDocument(recording.data.document, id, document);
            const auto program = m_graded.programs.find(id);
            if (step != nullptr && program != m_graded.programs.end() &&
                !ranProgram(recording.data.document, *step->program, program->second.sha256)) {
                note(say(Sentence::SubmissionOtherProgram, {{"file", name}, {"id", id}}));
            }
        } catch (const std::exception&) {
            // judgeWork() says what is wrong with it
        }
    }

    // What stands beside the runs as the experiment of the step; it is told once.
    void compareDocument(const Experiment& run, const std::string& step, const std::string& document) {
        const auto claimed = readExperiment(document, step);
        const auto changes = claimed.experiment ? changesBetween(run, *claimed.experiment) : std::vector{step};
        if (changes.empty() || !m_otherDocuments.insert(step).second) return;
        note(say(Sentence::SubmissionDocument, {{"id", step}, {"name", changes.front()}}));
    }

    // Where it was unpacked tells a teacher nothing.
    void underItsOwnName(std::string& finding) const {
        for (const auto& [path, name] : m_names) {
            for (const auto& found : {path.string(), path.filename().string()}) {
                const auto at = finding.find(found);
                if (at != finding.npos) finding.replace(at, found.size(), name);
            }
        }
    }

    void compareVerdicts(const Json& json) {
        const auto points = json.find("points");
        if (points != json.end() && points->is_number()) m_graded.claimed = points->get<double>();
        const auto claimed = json.find("verdicts");
        if (claimed == json.end() || !claimed->is_object()) return;
        const Json real = verdictsJson(m_graded.result);
        for (const auto& [check, verdict] : real.items()) {
            if (!claimed->contains(check) || (*claimed)[check] == verdict) continue;
            note(say(Sentence::SubmissionVerdict, {{"id", check},
                                                   {"claimed_why", outcomeClaimed((*claimed)[check])},
                                                   {"verdict_why", outcomeClaimed(verdict)}}));
        }
    }

    const LabFinder& m_labs;
    Graded m_graded;
    std::map<std::string, std::string> m_files;
    std::vector<std::pair<fs::path, std::string>> m_names;  // where each run was unpacked, what it is called there
    std::set<std::string> m_otherDocuments;                 // steps
    ScratchFolder m_folder;
};

}  // namespace

void writeSubmission(const fs::path& path, const Lab& lab, const LabWork& work, const LabResult& result,
                     const std::vector<ArchiveEntry>& others) {
    std::vector<ArchiveEntry> entries;
    const LabWork inside = packed(work, entries);
    entries.insert(entries.end(), others.begin(), others.end());
    Json hashes = Json::object();
    for (const auto& entry : entries) hashes[entry.name] = sha256(entry.bytes);
    const Json manifest{{"schema", std::string(kSubmissionSchema)},
                        {"program", std::string("ipclab ") + std::string(programVersion())},
                        {"handed_in_at", utcNow()},
                        {"title", lab.title},
                        {"points", result.points},
                        {"of", result.most},
                        {"verdicts", verdictsJson(result)},
                        {"host", hostJson(readHostFacts())},
                        {"sha256", std::move(hashes)},
                        {"work", toJson(inside)}};
    entries.insert(entries.begin(), {.name = std::string(kManifest), .bytes = jsonText(manifest) + "\n"});
    writeArchive(path, entries);
}

Graded grade(const fs::path& file, const LabFinder& labs) { return Grading(file, labs).graded(); }

void markCopies(std::vector<Graded>& all) {
    std::map<std::string, std::vector<Graded*>> holders;
    for (auto& each : all) {
        std::set<std::string> own;
        for (const auto& [name, identity] : each.runs) own.insert(identity);
        for (const auto& identity : own) holders[identity].push_back(&each);
    }
    std::set<std::pair<Graded*, Graded*>> told;
    for (const auto& [identity, several] : holders) {
        for (auto* one : several) {
            for (auto* other : several) {
                if (one == other || !told.emplace(one, other).second) continue;
                one->findings.push_back(say(Sentence::SubmissionCopy, {{"file", other->file.filename().string()}}));
            }
        }
    }
    markSameSources(all);
}

}  // namespace ipclab
