// Which facts (programs/facts.h) answer what their experiment asks, and so stand in front of everything else as
// figures.
#pragma once

#include <span>
#include <string_view>

#include "core/text.h"

namespace ipclab {

struct AnswerKind {
    std::string_view fact;   // an id of facts.def
    std::string_view label;  // with names of values in braces
    std::string_view value;
};

std::span<const AnswerKind> allAnswerKinds();
// nullptr when the fact is none.
const AnswerKind* findAnswerKind(std::string_view fact);

}  // namespace ipclab
