// Students' own programs in what is handed in: put in, taken out for reading, and compared with each other.
#pragma once

#include "exercises/submission.h"

namespace ipclab {

// What those runs ran that are judged: its source and what the compiler said become files of the archive, and the rest
// stays. Of an executable that was brought only its name and hash are handed in.
void packProgram(OwnProgram& program, const std::string& step, std::vector<ArchiveEntry>& entries);

// By step, as far as the exercise has programs there.
std::map<std::string, GradedProgram> handedInPrograms(const Lab& lab, const LabWork& work,
                                                      const std::map<std::string, std::string>& files,
                                                      std::vector<std::string>& findings);

// A finding at each of those whose source of a step is the same but for white space. Starters are nobody's.
void markSameSources(std::vector<Graded>& all);

}  // namespace ipclab
