// How often a call is executed that was made over a network which may lose it. Caller and server make it together: one
// repeats, or does not; the other knows a repetition again, or does not.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text.h"

namespace ipclab {

// JSON: "maybe" | "at-least-once" | "at-most-once" | "exactly-once".
enum class CallSemantics : std::uint8_t { Maybe, AtLeastOnce, AtMostOnce, ExactlyOnce };

[[nodiscard]] constexpr std::string_view inWords(CallSemantics semantics) {
    switch (semantics) {
        case CallSemantics::Maybe:
            return TEXT("fact", "maybe");
        case CallSemantics::AtLeastOnce:
            return TEXT("fact", "at least once");
        case CallSemantics::AtMostOnce:
            return TEXT("fact", "at most once");
        case CallSemantics::ExactlyOnce:
            break;
    }
    return TEXT("fact", "exactly once");
}

}  // namespace ipclab
