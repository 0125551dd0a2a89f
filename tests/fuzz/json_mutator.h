// JSON changed as a tree, so that what comes out is JSON again and reaches what lies behind the parser.
#pragma once

#include <nlohmann/json.hpp>

#include "mutations.h"

namespace ipclab::fuzz {

using Json = nlohmann::ordered_json;

struct Vocabulary {
    std::vector<std::string> keys;   // that mean something to the reader
    std::vector<std::string> words;  // that are values of it
};

// A value somewhere replaced, removed, renamed, repeated, added or taken from elsewhere in the tree.
void mutateTree(Json& document, const Vocabulary& vocabulary, Choice& choice);

// A text with such a tree in it changed, as a tree or as bytes.
std::string mutatedJson(std::string_view text, const Vocabulary& vocabulary, std::size_t maxBytes, Choice& choice);

// What is no UTF-8 becomes U+FFFD.
std::string textOf(const Json& json, int indent = -1);

// Some value that readers stumble over.
Json oddValue(const Vocabulary& vocabulary, Choice& choice);

}  // namespace ipclab::fuzz
