// A student's own program, as the node of a step: C source that was compiled here, or an executable that was brought.
// Nothing of an exercise's is ever run in its place: what runs is a file in the student's private folder that they had
// made or chosen themselves, and its name holds what it was made of, so that a recording tells which program it ran.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "exercises/diagnostic.h"
#include "labs/lab.h"

namespace ipclab {

inline constexpr std::uintmax_t kMostExecutableBytes = 64U << 20;

// What is run. Where it was compiled, its source and what the compiler said stand beside it, as FILE.c and FILE.txt.
struct BuiltProgram {
    std::string sha256{};        // of the source; of the executable where that was brought; empty: there is none
    std::filesystem::path file{};
    std::string brought{};  // the name the executable had; empty: it was compiled here
    std::string compiled{};  // SHA-256 of what the compiler made; empty: it was brought, or nobody noted it
    bool operator==(const BuiltProgram&) const = default;
};
// Whatever the compiler made of it: with its debugging data it makes no file twice the same.
bool isSameProgram(const BuiltProgram& one, const BuiltProgram& other);

// How the compiler ended that was asked last, whether a program came of it or not.
struct LastCompilation {
    std::string sha256{};                   // of the source it was given
    bool made = false;                      // a program came of it
    std::string failure{};                  // a limit it met; empty: none
    std::vector<Diagnostic> diagnostics{};  // at the lines where they are now, in the source as it stands
    bool operator==(const LastCompilation&) const = default;
};

struct OwnProgram {
    std::string source{};  // as it stands in the editor
    BuiltProgram built{};  // what the next run runs
    BuiltProgram ran{};    // what those runs ran that are judged
    std::optional<LastCompilation> compiled{};
    std::string executed{};  // SHA-256 of the file that stood there then; empty: nobody noted it
    bool operator==(const OwnProgram&) const = default;
};

nlohmann::ordered_json toJson(const OwnProgram& program);
// Throws std::runtime_error: what in it cannot be.
OwnProgram ownProgramFromJson(const nlohmann::ordered_json& json);

// "program-0123456789abcdef": the file that runs.
std::string programFileName(const std::string& sha256);
// Puts it into the node of the step.
void fillNode(Experiment& experiment, const LabProgram& node, const std::filesystem::path& file);
// Did that experiment run the program of that hash?
bool ranProgram(const Experiment& experiment, const LabProgram& node, const std::string& sha256);
// Is it still there, its source what it was made of, and the file what the compiler made or what was brought?
bool isThere(const BuiltProgram& program);
// Those runs ran it: what stands there now is noted, for a grader to compare. Once another file stood there, that
// stays.
void noteRan(OwnProgram& program);
// The file that ran was not the one that was compiled or brought, as far as both were noted.
bool wasExchanged(const OwnProgram& program);

// Why a source cannot be compiled here, whatever is in it; empty: it can.
std::string refusedSource(const std::string& source);
// A copy of an executable (at most kMostExecutableBytes) in the folder, so that what was judged is what was chosen.
// Throws std::runtime_error.
BuiltProgram bringExecutable(const std::filesystem::path& from, const std::filesystem::path& folder);
// In that folder, for the compiler: its name holds whose it is, so that what somebody left who was killed is known.
std::string compileFolderName(pid_t of);
// Programs in the folder go, but those; so do folders for the compiler whose process is gone.
void clearPrograms(const std::filesystem::path& folder, const std::vector<BuiltProgram>& keep);

// The step whose program it goes on with, where nothing else was written in it: one without a starter goes on with that
// of the step before. Null: it begins with its own starter.
const LabStep* goesOnWith(const Lab& lab, const LabStep& step);

}  // namespace ipclab
