// What the engine says to people beside its figures: warnings of a run, why something is not known, what failed. It is
// English, and goes into results and recordings as it is. Every such text is said by one of sentences.def, so that who
// reads it can find the sentence and its values again: the window says it in its own language, also of a recording.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.h"

namespace ipclab {

enum class Sentence : std::uint16_t {
#define SENTENCE(name, text) name,
#include "core/sentences.def"
#undef SENTENCE
};

struct SentenceValue {
    template <std::integral T>
    SentenceValue(std::string_view named, T number) : name(named), text(std::to_string(number)) {}
    SentenceValue(std::string_view named, std::string_view value) : name(named), text(value) {}
    SentenceValue(std::string_view named, const std::string& value) : name(named), text(value) {}
    SentenceValue(std::string_view named, const char* value) : name(named), text(value) {}

    std::string_view name;
    std::string text;
};

using SentenceValues = std::vector<std::pair<std::string, std::string>>;

std::span<const std::string_view> allSentences();  // with their values' names in braces, in the order of Sentence
std::string say(Sentence sentence, std::initializer_list<SentenceValue> values = {});
// The one of `one` for a single thing, else that of `many` with its {count}.
std::string sayCount(std::uint64_t count, Sentence one, Sentence many,
                     std::initializer_list<SentenceValue> values = {});

struct SaidSentence {
    Sentence sentence{};
    SentenceValues values;
};
// Nothing where no sentence of them could have said it; of several the one that explains most of the text: its own
// words, and those of the sentences that are its values.
std::optional<SaidSentence> findSentence(std::string_view text);

// The sentence with its {names} replaced; what is missing becomes an en dash. `format` is given name and value.
std::string fillSentence(std::string_view sentence, const SentenceValues& values,
                         const std::function<std::string(std::string_view name, const std::string& value)>& format);

}  // namespace ipclab
