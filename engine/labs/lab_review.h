// What only the whole of an exercise tells of its mistakes. Private to the room.
#pragma once

#include "labs/lab_reader.h"

namespace ipclab {

void reviewLab(const Lab& lab, bool forAuthor, std::vector<Problem>& problems);
// Every text in every language; every step a section.
void reviewTexts(const Lab& lab, std::vector<LabProblem>& problems);

}  // namespace ipclab
