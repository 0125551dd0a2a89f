// The ways of repetition as documents name them and as people read them.
#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "rpc/acknowledgement.h"

namespace ipclab {

inline std::vector<std::string_view> repeatWays() {
    return {TEXT("word", "selective-repeat"), TEXT("word", "go-back-n"), TEXT("word", "stop-and-wait")};
}

// Of ProgramParameters::way; empty: the usual one.
inline RepeatWay repeatWayOf(std::string_view way) {
    if (way == "stop-and-wait") return RepeatWay::StopAndWait;
    return way == "go-back-n" ? RepeatWay::GoBackN : RepeatWay::SelectiveRepeat;
}

inline std::string_view inWords(RepeatWay way) {
    if (way == RepeatWay::StopAndWait) return TEXT("fact", "stop and wait");
    return way == RepeatWay::GoBackN ? TEXT("fact", "go back n") : TEXT("fact", "selective repeat");
}

}  // namespace ipclab
