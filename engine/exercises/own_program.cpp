#include "exercises/own_program.h"

#include <signal.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/sentences.h"
#include "core/utf8.h"
#include "core/whole_file.h"
#include "exercises/sha256.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kProgramPrefix = "program-", kCompilePrefix = "compile-";
constexpr std::size_t kHashInName = 16, kHashBytes = 64, kPathBytes = 4096, kFailureBytes = 4096;

std::string programText(const Json& json, const char* name, std::size_t most) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string() || found->get_ref<const std::string&>().size() > most) {
        throw std::runtime_error(say(Sentence::WorkField, {{"name", name}}));
    }
    return found->get<std::string>();
}

Json builtJson(const BuiltProgram& program) {
    Json json{{"sha256", program.sha256}, {"file", program.file.string()}, {"brought", program.brought}};
    if (!program.compiled.empty()) json["compiled"] = program.compiled;
    return json;
}

BuiltProgram builtOf(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_object())
        throw std::runtime_error(say(Sentence::WorkField, {{"name", name}}));
    BuiltProgram program{.sha256 = programText(*found, "sha256", kHashBytes)};
    program.file = programText(*found, "file", kPathBytes);
    program.brought = programText(*found, "brought", kPathBytes);
    if (found->contains("compiled")) program.compiled = programText(*found, "compiled", kHashBytes);
    return program;
}

Json compilationJson(const LastCompilation& compiled) {
    Json json{{"sha256", compiled.sha256},
              {"made", compiled.made},
              {"failure", compiled.failure},
              {"diagnostics", Json::array()}};
    for (const auto& each : compiled.diagnostics) json["diagnostics"].push_back(toJson(each));
    return json;
}

LastCompilation compilationOf(const Json& json) {
    if (!json.is_object() || !json.value("made", Json()).is_boolean() || !json.contains("diagnostics"))
        throw std::runtime_error(say(Sentence::WorkField, {{"name", "compiled"}}));
    return {.sha256 = programText(json, "sha256", 64),
            .made = json["made"].get<bool>(),
            .failure = programText(json, "failure", kFailureBytes),
            .diagnostics = diagnosticsFromJson(json["diagnostics"])};
}

// Another window may compile just now.
bool isLeftByCompiler(std::string_view name) {
    if (!name.starts_with(kCompilePrefix)) return false;
    name.remove_prefix(kCompilePrefix.size());
    pid_t owner = 0;
    std::from_chars(name.data(), name.data() + name.size(), owner);
    return owner <= 0 || (::kill(owner, 0) != 0 && errno == ESRCH);
}

// Empty: it cannot be read.
std::string hashOf(const fs::path& file, std::size_t most) {
    try {
        return sha256(readWholeFile(file, most + 1, std::chrono::milliseconds(0)));
    } catch (const std::runtime_error&) {
        return {};
    }
}

[[noreturn]] void refuseExecutable(const fs::path& file, std::string why) {
    throw std::runtime_error(say(Sentence::ProgramRefused, {{"file", file.string()}, {"what_why", std::move(why)}}));
}

}  // namespace

Json toJson(const OwnProgram& program) {
    Json json{{"source", program.source}, {"built", builtJson(program.built)}, {"ran", builtJson(program.ran)}};
    if (program.compiled) json["compiled"] = compilationJson(*program.compiled);
    if (!program.executed.empty()) json["executed"] = program.executed;
    return json;
}

OwnProgram ownProgramFromJson(const Json& json) {
    if (!json.is_object()) throw std::runtime_error(say(Sentence::WorkField, {{"name", "program"}}));
    OwnProgram program{.source = programText(json, "source", kMostSourceBytes)};
    program.built = builtOf(json, "built");
    program.ran = builtOf(json, "ran");
    if (const auto compiled = json.find("compiled"); compiled != json.end()) program.compiled = compilationOf(*compiled);
    if (json.contains("executed")) program.executed = programText(json, "executed", kHashBytes);
    return program;
}

std::string programFileName(const std::string& sha256) {
    return std::string(kProgramPrefix) + sha256.substr(0, kHashInName);
}

void fillNode(Experiment& experiment, const LabProgram& node, const fs::path& file) {
    for (auto& process : experiment.processes) {
        if (process.name == node.process) process.command = {file.string()};
    }
}

bool ranProgram(const Experiment& experiment, const LabProgram& node, const std::string& sha256) {
    return std::ranges::any_of(experiment.processes, [&](const ProcessSpec& process) {
        return process.name == node.process && process.command.size() == 1 &&
               fs::path(process.command.front()).filename() == programFileName(sha256);
    });
}

bool isSameProgram(const BuiltProgram& one, const BuiltProgram& other) {
    return one.sha256 == other.sha256 && one.file == other.file && one.brought == other.brought;
}

bool isThere(const BuiltProgram& program) {
    std::error_code error;
    if (program.sha256.empty() || !fs::is_regular_file(program.file, error)) return false;
    const std::string& executable = program.brought.empty() ? program.compiled : program.sha256;
    if (!executable.empty() && hashOf(program.file, kMostExecutableBytes) != executable) return false;
    return !program.brought.empty() || hashOf(program.file.string() + ".c", kMostSourceBytes) == program.sha256;
}

void noteRan(OwnProgram& program) {
    const bool hadAnother = isSameProgram(program.ran, program.built) && wasExchanged(program);
    program.ran = program.built;
    if (!hadAnother) program.executed = hashOf(program.ran.file, kMostExecutableBytes);
}

bool wasExchanged(const OwnProgram& program) {
    const std::string& made = program.ran.brought.empty() ? program.ran.compiled : program.ran.sha256;
    return !made.empty() && !program.executed.empty() && made != program.executed;
}

std::string refusedSource(const std::string& source) {
    if (source.size() > kMostSourceBytes) {
        return say(Sentence::TextTooLong, {{"count", source.size()}, {"most", kMostSourceBytes}});
    }
    if (const auto at = firstInvalidUtf8(source); at != std::string::npos || source.find('\0') != std::string::npos)
        return say(Sentence::SourceNoText);
    return {};
}

BuiltProgram bringExecutable(const fs::path& from, const fs::path& folder) {
    std::error_code error;
    const auto status = fs::status(from, error);
    if (!fs::is_regular_file(status) || (status.permissions() & fs::perms::owner_exec) == fs::perms::none)
        refuseExecutable(from, say(Sentence::ProgramNoExecutable));
    if (fs::file_size(from, error) > kMostExecutableBytes || error)
        refuseExecutable(from, say(Sentence::ProgramTooLarge, {{"most", kMostExecutableBytes}}));
    std::string bytes;
    try {
        bytes = readWholeFile(from, kMostExecutableBytes, std::chrono::milliseconds(0));
    } catch (const std::runtime_error& failure) {
        refuseExecutable(from, failure.what());
    }
    BuiltProgram program{.sha256 = sha256(bytes), .brought = excerpt(printable(from.filename().string()), 200)};
    program.file = folder / programFileName(program.sha256);
    writeWholeFile(program.file, bytes);
    fs::permissions(program.file, fs::perms::owner_all);
    return program;
}

std::string compileFolderName(pid_t of) { return std::string(kCompilePrefix) + std::to_string(of) + "-XXXXXX"; }

void clearPrograms(const fs::path& folder, const std::vector<BuiltProgram>& keep) {
    std::error_code error;
    const auto isKept = [&](const fs::path& stem) {
        return std::ranges::any_of(keep, [&](const auto& each) { return each.file.filename() == stem; });
    };
    std::vector<fs::path> there;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        there.push_back(at->path());
    for (const auto& path : there) {
        const fs::path name = path.filename();
        const bool beside = name.extension() == ".c" || name.extension() == ".txt";
        const fs::path stem = beside ? name.stem() : name;
        if (stem.string().starts_with(kProgramPrefix) && !isKept(stem)) fs::remove(path, error);
        if (isLeftByCompiler(name.string())) fs::remove_all(path, error);
    }
}

const LabStep* goesOnWith(const Lab& lab, const LabStep& step) {
    if (!step.program || !step.program->starter.empty()) return nullptr;
    const LabStep* before = nullptr;
    for (const auto& each : lab.steps) {
        if (each.id == step.id) break;
        if (each.program) before = &each;
    }
    return before;
}

}  // namespace ipclab
