// How a process that loads a server behaves: as a client should, or as one that a server has to cope with.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/text.h"

namespace ipclab {

enum class LoadWay : std::uint8_t {
    Requests,     // sends requests and reads the answers
    Silent,       // connects and says nothing, not even who it is
    Garbage,      // sends bytes that are no message
    HalfMessage,  // begins a message and does not go on
    Huge,         // announces a message of 4 GB
    SlowReader,   // sends requests and never reads an answer
    Churn,        // connects, asks once, closes, and again
    Reset,        // asks once, then resets the connection
    HalfClose,    // asks once and says that nothing more will come; the answer comes all the same
};

// As in files, in that order.
inline constexpr std::array<std::string_view, 9> kLoadWays{
    TEXT("word", "requests"),          TEXT("word", "silent"), TEXT("word", "garbage"),
    TEXT("word", "half-message"),      TEXT("word", "huge"),   TEXT("word", "slow-reader"),
    TEXT("word", "connect-and-close"), TEXT("word", "reset"),  TEXT("word", "half-close")};

// Those that mean something where nobody is connected.
inline constexpr std::array<std::string_view, 5> kDatagramWays{"requests", "garbage", "half-message", "huge",
                                                               "connect-and-close"};

}  // namespace ipclab
