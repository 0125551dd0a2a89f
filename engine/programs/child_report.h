// What a child writes into its report pipe: why it could not start or go on, or, from a program that tells, a measured
// fact.
// Fixed size and below PIPE_BUF, so that every report is written and read whole (pipe(7)), whoever of a worker's
// descendants writes it. The launcher takes nothing of it on trust: Children::readReport().
#pragma once

#include <cstdint>

#include "core/clock.h"

namespace ipclab {

enum class ReportKind : std::uint32_t { Failure = 1, Fact = 2 };

// The stage a child failed in: before its program ran, or while it did.
enum class ChildStage : std::int32_t { Setup, Open, Exec, Run };

inline constexpr std::size_t kMostFactValues = 12;
inline constexpr std::size_t kMostFactBytes = 1024;  // of all its values together

// A value of a fact: a number; a short text where that is not empty; bytes of the report's where there are such, which
// may be a longer text.
struct ReportedValue {
    char name[24] = {};
    std::int64_t number = 0;
    char text[40] = {};
    std::int32_t bytesAt = -1;  // negative: it is none of bytes
    std::uint32_t bytesCount = 0;
    bool bytesAreText = false;
};

struct ChildReport {
    ReportKind kind = ReportKind::Failure;
    ChildStage stage = ChildStage::Setup;  // of a failure
    std::int32_t error = 0;                // of a failure; an errno
    std::int32_t pid = 0;                  // of a fact: who tells it, the worker or a descendant
    Nanoseconds atNs = 0;                  // of a fact
    char text[248] = {};                   // of a failure: what failed; of a fact: its id
    std::uint64_t valueCount = 0;
    ReportedValue values[kMostFactValues];
    std::uint8_t bytes[kMostFactBytes] = {};
};

static_assert(sizeof(ChildReport) <= 4096);

}  // namespace ipclab
