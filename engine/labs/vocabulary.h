// What may be written in an expression of an exercise, for authors to read: every function of the language and every
// word of the measures.
#pragma once

#include <span>
#include <string_view>

namespace ipclab {

struct LabWord {
    std::string_view form;     // as it is written, with an example's names: `time_in("NAME", "STATE")`
    std::string_view meaning;  // in English
};
std::span<const LabWord> labVocabulary();

}  // namespace ipclab
