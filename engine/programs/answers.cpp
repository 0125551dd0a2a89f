#include "programs/answers.h"

#include <algorithm>
#include <array>

namespace ipclab {

std::span<const AnswerKind> allAnswerKinds() {
    static constexpr auto kinds = std::to_array<AnswerKind>({
#define ANSWER(fact, label, value) {fact, label, value},
#include "programs/answers.def"
#undef ANSWER
    });
    return kinds;
}

const AnswerKind* findAnswerKind(std::string_view fact) {
    const auto kinds = allAnswerKinds();
    const auto found = std::ranges::find(kinds, fact, &AnswerKind::fact);
    return found == kinds.end() ? nullptr : &*found;
}

}  // namespace ipclab
