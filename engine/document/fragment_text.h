// Parts of an experiment as text, as they are copied and pasted: a document that has them alone. What is pasted may
// come from anywhere: a whole document, an object of its lists or an array of such, as they stand in a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/edits.h"
#include "document/problem.h"

namespace ipclab {

std::string writeFragment(const Fragment& fragment);

struct ReadFragment {
    Fragment fragment;
    std::vector<Problem> problems;  // with lines; any: nothing of it is to be used
};

// As strict as the reader of files, and in its words. Any thread; bad text is never an exception.
ReadFragment readFragment(std::string_view text);

}  // namespace ipclab
