// What is handed in: one zip archive that a teacher can open, and that is judged again from its recordings.
//
//   submission.json        the work (exercises/lab_work.h), the verdicts as the student saw them, host, program, hashes
//   runs/STEP-TRIAL.ipclab  the recordings
//   programs/STEP.c, .txt  the source of the student's own program that these runs ran, and what the compiler said of it
//   report.html, report.pdf  for people; never read by the grader
//
// Nothing in it is believed: verdicts are made again, the experiments are those of the recordings, and hashes tell
// whether a file was exchanged or edited since. Whoever recomputes the hashes too is found by what the recordings say.
// Programs are for reading: a grader compiles and runs nothing.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exercises/archive.h"
#include "exercises/lab_work.h"

namespace ipclab {

inline constexpr std::string_view kSubmissionSchema = "ipclab.submission/1";

// `others`: report.html and so on, name and bytes. Throws std::runtime_error: what could not be read or written.
void writeSubmission(const std::filesystem::path& path, const Lab& lab, const LabWork& work, const LabResult& result,
                     const std::vector<ArchiveEntry>& others);

// A student's own program, as it was handed in.
struct GradedProgram {
    std::string source, said;  // what the compiler said
    std::string brought;       // the name of an executable that was brought instead
    std::string sha256;
    bool isStarter = false;  // nothing of it is theirs
};

struct Graded {
    std::filesystem::path file;
    std::string refused;  // why it is none; empty: it was judged
    std::string lab, student, handedInAt;
    LabResult result;                   // as judged now
    std::optional<double> claimed;      // points as the student's program had it
    std::vector<std::string> findings;  // edited files, other versions, verdicts that differ, runs that do not count
    std::map<std::string, std::string> words;
    std::map<std::string, GradedProgram> programs;  // by step
    std::map<std::string, std::string> runs;  // what tells one run from another, by its file: for finding copies
};

// `labs`: the exercise of that id, with its fingerprint; nothing: there is none. The recordings are unpacked into a
// private folder that is removed. Never throws for what is in the file.
struct KnownLab {
    Lab lab;
    std::string fingerprint;
};
using LabFinder = std::function<std::optional<KnownLab>(const std::string& id)>;
Graded grade(const std::filesystem::path& file, const LabFinder& labs);

// A finding at each of those that hold the same run, or a source that is the same but for white space, naming the others.
void markCopies(std::vector<Graded>& all);

}  // namespace ipclab
